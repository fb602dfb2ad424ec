"""Ids: unique in the lesson, in one namespace; those left out are named and warned about."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.ids import RESERVED, is_id
from generator.spec.places import Loc


def check_ids(draft: Draft) -> Iterator[Diagnostic]:
    """Duplicates among sections, figures and questions, and lesson ids that are other addresses."""
    first: dict[str, tuple[str, Loc]] = {}
    for loc, noun, name in draft.ids:
        written = (*loc, "id") in draft.source.parsed.values
        if name in first:
            other, place = first[name]
            line = draft.source.place(draft.source.span(place).start)[0]
            same = f"two {noun}s" if noun == other else f"a {other} and a {noun}"
            message = f"{same} have the id '{name}'; the first is in line {line}"
            hint = "" if written else "they have no id of their own and say the same: give each an id"
            yield draft.at_value((*loc, "id") if written else loc, "duplicate-id", message, hint)
        first.setdefault(name, (noun, (*loc, "id") if written else loc))
    yield from _check_lesson_id(draft)


def _check_lesson_id(draft: Draft) -> Iterator[Diagnostic]:
    name, written = draft.data.get("id"), ("id",) in draft.source.parsed.values
    if isinstance(name, str) and name in RESERVED:
        yield draft.at_value(
            ("id",),
            "reserved-id",
            f"a lesson cannot have the id '{name}': each language has something else at that address",
            "" if written else "add an id, or rename the file",
        )
    elif not written and not is_id(name):
        yield draft.at_value(
            (),
            "bad-id",
            f"the file's name gives no id: '{name}' is not one",
            "add a line such as 'id: my-lesson'",
        )
