"""Items to be put in order, on the page."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from generator.pages.questions.author_text import prose_inline
from generator.pages.questions.fingerprint import name_texts
from generator.spec.questions.order import Order
from generator.spec.text import pick

# Said in the browser.
WORDS = ("up", "down", "place", "in_order", "out_of_order", "your_order", "parts", "empty_order")


class ItemView(NamedTuple):
    """An item as the template shows it."""

    name: str
    text: Markup


def view(question: Order, language: str) -> dict[str, Any]:
    """The items in the right order and, for learners, in another one."""
    names = _names(question, language)
    items = [
        ItemView(name, prose_inline(item, language)) for name, item in zip(names, question.items, strict=True)
    ]
    return {"items": items, "mixed": _mix(items)}


def _mix(items: list[ItemView]) -> list[ItemView]:
    """The same for everybody, never the right order: names are digests of the texts, as good as dice."""
    mixed = sorted(items)
    return mixed if mixed != items else [*mixed[1:], mixed[0]]


def _names(question: Order, language: str) -> tuple[str, ...]:
    return name_texts([pick(item, language)[0] for item in question.items])


def key(question: Order, language: str) -> dict[str, Any]:
    """The names of the items in the right order."""
    return {"order": list(_names(question, language))}


def content(question: Order, language: str) -> object:
    """The items in the right order."""
    return [pick(item, language)[0] for item in question.items]
