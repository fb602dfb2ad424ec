"""Lesson + pictures → page text."""

from generator.pages.render import render_lesson
from generator.pages.site_file import Heading, SiteFile, fill_slots, slot

__all__ = ["Heading", "SiteFile", "fill_slots", "render_lesson", "slot"]
