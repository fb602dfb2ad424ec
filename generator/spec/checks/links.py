"""Links and images in Markdown: they lead somewhere, and an image lies in the course's folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from generator.errors import Diagnostic
from generator.plain_file import is_file, is_folder, leads_outside
from generator.spec.checks.texts import PLAIN_FIELDS
from generator.spec.draft import Draft, Setting
from generator.spec.explain import shorten
from generator.spec.markup import IMAGE_SUFFIXES, find_links, is_image_name, own_image
from generator.spec.near_names import suggest
from generator.spec.places import Problem

MAX_LINKS = 1000

_SPACED = re.compile(r"([ \t][^\n()<>\"']*\.\w+)[ \t]*\)")

_LESSON = re.compile(r"lesson:([^#]*)(?:#(.*))?")


def check_links(draft: Draft) -> Iterator[Diagnostic]:
    """Look at every address in every Markdown text of the file."""
    ids = [name for _, _, name in draft.ids]
    for loc, text in draft.source.texts:
        if not PLAIN_FIELDS.isdisjoint(loc):
            continue
        for link in islice(find_links(text), MAX_LINKS):
            if link.image:
                problem = _check_image(draft.setting.folder, link.value, text[link.end :])
            else:
                problem = _check_link(draft, link.value, ids)
            if problem:
                yield draft.source.at_text(loc, link.start, max(link.end - link.start, 1), problem)


def _check_image(folder: Path, address: str, rest: str) -> Problem | None:
    """``rest`` is what follows the address: after a space, more of the file's name."""
    path = own_image(address)
    if path is None or leads_outside(folder / path, folder):
        return Problem(
            "outside-image",
            "an image must lie in the course's folder, not anywhere else",
            hint="copy it beside the lessons and write its file name",
        )
    if not is_file(folder / path):
        if cut := _SPACED.match(rest):
            message = f"the address of this image ends at the space, after '{shorten(path)}'"
            hint = f"write <{shorten(address + cut[1])}>, or give the file a name without spaces"
            return Problem("missing-image", message, hint=hint)
        hint = suggest(path, _images_beside(folder, path))
        return Problem("missing-image", f"there is no image '{shorten(path)}'", hint=hint)
    if not is_image_name(path):
        kinds = ", ".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES))
        return Problem("missing-image", f"'{shorten(path)}' is not an image", hint=f"it can be {kinds}")
    return None


def _images_beside(folder: Path, path: str) -> list[str]:
    """The images in the folder that ``path`` names, else in the course's own, as one would write them."""
    beside = (folder / path).parent
    found = beside.glob("*") if is_folder(beside) else folder.glob("*")
    return sorted(entry.relative_to(folder).as_posix() for entry in found if is_image_name(entry.name))


def _check_link(draft: Draft, address: str, ids: list[str]) -> Problem | None:
    if re.match(r"https?://|mailto:", address, re.IGNORECASE) or not address:
        return None
    if address.startswith("#"):
        if address[1:] in ids:
            return None
        hint = suggest(address[1:], ids)
        return Problem(
            "dead-link",
            f"nothing on this page has the id '{shorten(address[1:])}'",
            hint=hint,
            severity="warning",
        )
    if address.startswith("glossary:"):
        return _check_term_link(draft.setting, address.removeprefix("glossary:"))
    if match := _LESSON.fullmatch(address):
        return _check_lesson_link(draft.setting.lesson_ids, match[1], match[2])
    return Problem(
        "unsafe-link",
        f"'{shorten(address)}' will not be a link",
        hint="links begin with https://, http://, mailto:, #, lesson: or glossary:",
        severity="warning",
    )


def _check_term_link(setting: Setting, term: str) -> Problem | None:
    """``glossary:id``; a file outside a course knows of no glossary, so there it is not judged."""
    if setting.terms is None or term in setting.terms:
        return None
    hint = suggest(term, sorted(setting.terms))
    return Problem("dead-link", f"the glossary has no term '{shorten(term)}'", hint=hint, severity="warning")


def _check_lesson_link(
    lessons: Mapping[str, frozenset[str]], lesson: str, place: str | None
) -> Problem | None:
    """``lesson:id#place``; a file outside a course knows of no other lesson, so there it is not judged."""
    if not lessons:
        return None
    if lesson not in lessons:
        message = f"the course has no lesson '{shorten(lesson)}'"
        return Problem("dead-link", message, hint=suggest(lesson, sorted(lessons)), severity="warning")
    known = lessons[lesson]
    if not place or not known or place in known:
        return None
    message = f"nothing in the lesson '{shorten(lesson)}' has the id '{shorten(place)}'"
    return Problem("dead-link", message, hint=suggest(place, sorted(known)), severity="warning")
