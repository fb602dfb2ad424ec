"""Ids: what an author left out is derived from what is written, never from where it stands.

A link or a learner's progress hangs on an id, so moving a question must not change it.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.spec.places import Data, Loc
from generator.spec.text import ID

_BESIDE = frozenset(("explain", "figure", "hints", "points", "reject", "start"))
"""Fields of a question that do not make it another one."""
RESERVED = frozenset(("glossary", "index", "search"))
"""Lesson ids whose address, below a language, is that of its home page, its glossary or its search."""


class MissingId(NamedTuple):
    """A section or question without an id, the id it has until the author writes one, and one to write.

    A question's own is made of a digest, because two may ask alike; ``suggestion`` is of words and is free.
    """

    loc: Loc
    noun: str
    id: str
    suggestion: str


def slugify(text: str) -> str:
    """ASCII words joined by '-', at most 40 characters; ``""`` if nothing of ``text`` is ASCII."""
    return _words(text)[:40].rstrip("-")


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def lesson_id(path: Path) -> str:
    """The id of a lesson that writes none: its file's name without the number before and ``.yaml`` behind."""
    return re.sub(r"[_\s]+", "-", re.sub(r"^\d+[-_ ]+", "", path.stem)).lower()


def is_id(text: object) -> bool:
    return isinstance(text, str) and re.fullmatch(ID, text) is not None


def _digest(content: object) -> str:
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()[:8]


def _section_id(section: Mapping[str, Any]) -> str:
    title = section.get("title")
    texts = [title] if isinstance(title, str) else list(title.values()) if isinstance(title, dict) else []
    english = title.get("en") if isinstance(title, dict) else None
    for text in (english, *texts):
        if isinstance(text, str) and (slug := slugify(text)):
            return slug
    return f"section-{_digest(title)}"


def _question_id(question: Mapping[str, Any]) -> str:
    return f"q-{_digest({name: question[name] for name in question.keys() - _BESIDE})}"


def _suggestion(question: Mapping[str, Any], taken: Collection[str]) -> str:
    """Words of what is asked, in English or whatever else has Latin letters; ``""`` if none are free."""
    ask = question.get("ask")
    texts = [ask] if isinstance(ask, str) else [ask.get("en"), *ask.values()] if isinstance(ask, dict) else []
    for text in texts:
        words = _words(re.sub(r"\{\{.{0,200}?\}\}", " ", text)) if isinstance(text, str) else ""
        if len(words) > 40:  # whole words only
            words = words[:41].rpartition("-")[0]
        if re.search("[a-z]{3}", words):
            return "" if words in taken else words
    return ""


def fill_ids(data: Mapping[str, Any], path: Path) -> tuple[dict[str, Any], tuple[MissingId, ...]]:
    """A copy of a lesson's data in which lesson, sections and questions have ids, and which had none."""
    missing: list[MissingId] = []
    filled = {"id": lesson_id(path), **data}
    taken = {name for _, _, name in ids_in(data)}

    def with_questions(owner: dict[str, Any], loc: Loc) -> None:
        questions = owner.get("questions")
        if isinstance(questions, list):
            owner["questions"] = [
                with_id(question, (*loc, "questions", index), "question")
                for index, question in enumerate(questions)
            ]

    def with_id(item: Data, loc: Loc, noun: str) -> Data:
        if not isinstance(item, dict):
            return item
        item = dict(item)
        if "id" not in item:
            item["id"] = _section_id(item) if noun == "section" else _question_id(item)
            words = "" if noun == "section" else _suggestion(item, taken)
            taken.add(words or item["id"])
            missing.append(MissingId(loc, noun, item["id"], words or item["id"]))
        if noun == "section":
            with_questions(item, loc)
        return item

    sections = filled.get("sections")
    if isinstance(sections, list):
        filled["sections"] = [
            with_id(item, ("sections", index), "section") for index, item in enumerate(sections)
        ]
    with_questions(filled, ())
    return filled, tuple(missing)


def ids_in(data: Mapping[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    """(place of the item, its noun, its id) for everything in a lesson that has an id, in reading order."""
    for loc, noun, item in items_in(data):
        if isinstance(item.get("id"), str):
            yield loc, noun, item["id"]


def link_targets(data: Data, path: Path) -> frozenset[str]:
    """The ids in a lesson's data that links can lead to; none if the file at ``path`` gave no fields."""
    if not isinstance(data, dict):
        return frozenset()
    return frozenset(name for _, _, name in ids_in(fill_ids(data, path)[0]))


def items_in(data: Mapping[str, Any]) -> Iterator[tuple[Loc, str, dict[str, Any]]]:
    """(place, noun, data) of every section, figure and question that is at least a mapping."""
    for index, section in enumerate(_list(data.get("sections"))):
        if isinstance(section, dict):
            loc: Loc = ("sections", index)
            yield loc, "section", section
            yield from _listed(section, "figures", "figure", loc)
            yield from _listed(section, "questions", "question", loc)
    yield from _listed(data, "questions", "question", ())


def _listed(
    owner: Mapping[str, Any], field: str, noun: str, loc: Loc
) -> Iterator[tuple[Loc, str, dict[str, Any]]]:
    for index, item in enumerate(_list(owner.get(field))):
        if isinstance(item, dict):
            yield (*loc, field, index), noun, item
            if isinstance(own := item.get("figure"), dict):
                yield (*loc, field, index, "figure"), "figure", own


def _list(value: Data) -> list[Data]:
    return value if isinstance(value, list) else []
