"""Lesson + pictures → page text."""

from generator.pages.render import render_lesson
from generator.pages.site_file import Heading, SiteFile, slot

__all__ = ["Heading", "SiteFile", "render_lesson", "slot"]
