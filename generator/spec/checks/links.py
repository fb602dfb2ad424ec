"""Links and images in Markdown: they lead somewhere, and an image lies in the course's folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from generator.errors import Diagnostic
from generator.spec.checks.texts import PLAIN_FIELDS
from generator.spec.draft import Draft
from generator.spec.explain import shorten, suggest
from generator.spec.ids import ids_in
from generator.spec.markup import IMAGE_SUFFIXES, find_links
from generator.spec.places import Problem

MAX_ALT = 300
MAX_LINKS = 1000

_IMAGE = re.compile(r"(?<!\\)!\[[^\]\n]*\]\([ \t]*<?$")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|\\")
_LESSON = re.compile(r"lesson:([^#]*)(?:#.*)?")


def check_links(draft: Draft) -> Iterator[Diagnostic]:
    """Look at every address in every Markdown text of the file."""
    ids = [name for _, _, name in ids_in(draft.data)]
    for loc, text in draft.source.texts:
        if ("](" not in text and "]:" not in text) or PLAIN_FIELDS & set(loc):
            continue
        for mark in islice(find_links(text), MAX_LINKS):
            start = max(0, mark.start - MAX_ALT)
            is_image = "![" in text and _IMAGE.search(text, start, mark.start) is not None
            problem = _check_image(draft, mark.value) if is_image else _check_link(draft, mark.value, ids)
            if problem:
                yield draft.source.at_text(loc, mark.start, max(len(mark.value), 1), problem)


def _check_image(draft: Draft, address: str) -> Problem | None:
    path = unquote(address)
    if _ABSOLUTE.match(path):
        return Problem(
            "outside-image",
            "an image must lie in the course's folder, not anywhere else",
            hint="copy it beside the lessons and write its file name",
        )
    folder = draft.setting.folder.resolve()
    try:
        target = (folder / path).resolve()
        inside, exists = target.is_relative_to(folder), target.is_file()
    except (OSError, ValueError):  # a name no file system takes
        inside, exists = True, False
    if not inside:
        return Problem(
            "outside-image",
            "this image lies outside the course's folder",
            hint="copy it beside the lessons and write its file name",
        )
    if not exists:
        near = [entry.name for entry in Path(folder).glob("*") if entry.suffix.lower() in IMAGE_SUFFIXES]
        return Problem("missing-image", f"there is no image '{shorten(path)}'", hint=suggest(path, near))
    if Path(path).suffix.lower() not in IMAGE_SUFFIXES:
        kinds = ", ".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES))
        return Problem("missing-image", f"'{shorten(path)}' is not an image", hint=f"it can be {kinds}")
    return None


def _check_link(draft: Draft, address: str, ids: list[str]) -> Problem | None:
    if re.match(r"https?://|mailto:", address, re.IGNORECASE) or not address:
        return None
    if address.startswith("#"):
        if address[1:] in ids:
            return None
        hint = suggest(address[1:], ids)
        return Problem(
            "dead-link",
            f"nothing in this lesson has the id '{shorten(address[1:])}'",
            hint=hint,
            severity="warning",
        )
    if match := _LESSON.fullmatch(address):
        if not draft.setting.lesson_ids or match[1] in draft.setting.lesson_ids:
            return None
        hint = suggest(match[1], sorted(draft.setting.lesson_ids))
        return Problem(
            "dead-link", f"the course has no lesson '{shorten(match[1])}'", hint=hint, severity="warning"
        )
    return Problem(
        "unsafe-link",
        f"'{shorten(address)}' will not be a link",
        hint="links begin with https://, http://, mailto:, # or lesson:",
        severity="warning",
    )
