"""Lesson + pictures → page text."""

from generator.pages.render import render_lesson
from generator.pages.site_file import SiteFile

__all__ = ["SiteFile", "render_lesson"]
