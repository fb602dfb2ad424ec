"""A formula on the page: a short answer that is read as mathematics."""

from __future__ import annotations

from generator.pages.questions.text import content, key, view

__all__ = ["content", "key", "view"]
