"""Languages: every text is there in every language of its lesson, and in no other.

A lesson's languages are those of its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.near_names import suggest
from generator.spec.places import Loc
from generator.spec.prune import PLACEHOLDER

_NAMES = {"en": "English (en)", "ko": "Korean (ko)"}


def check_languages(draft: Draft) -> Iterator[Diagnostic]:
    """Missing translations and texts that nobody would see are warnings; unknown languages are errors."""
    if draft.lesson is None or PLACEHOLDER in draft.lesson.title.values():
        return
    languages = draft.lesson.languages
    yield from _check_course_languages(draft, languages)
    for loc, texts in draft.texts():
        if loc != ("title",):
            yield from _check_text(draft, loc, texts, languages)


def _check_course_languages(draft: Draft, languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    course = draft.setting.languages
    written = draft.source.value_at(("title",))
    for language in languages:
        if course and language not in course:
            loc: Loc = ("title", language) if isinstance(written, dict) else ("language",)
            message = f"the course has no language '{language}'"
            hint = f"course.yaml has languages: [{', '.join(course)}]"
            if isinstance(written, dict):
                yield draft.source.at_key(loc, "unknown-language", message, hint)
            else:
                yield draft.at_value(loc, "unknown-language", message, hint)


def _check_text(
    draft: Draft, loc: Loc, value: Mapping[str, object], languages: tuple[str, ...]
) -> Iterator[Diagnostic]:
    if value.get(languages[0]) == PLACEHOLDER:
        return
    if value.keys() == set(languages):
        return
    written = draft.source.value_at(loc)
    field = next(part for part in reversed(loc) if isinstance(part, str))
    missing = [language for language in languages if language not in value]
    if missing:
        names = " and ".join(missing)
        hint = (
            f"add '{missing[0]}: …'" if isinstance(written, dict) else _written_once(draft, value, missing[0])
        )
        message = f"'{field}' is missing in {names}"
        yield draft.source.at_key(loc, "missing-translation", message, hint, "warning")
    for language in value:
        if language not in languages and isinstance(written, dict):
            message = f"nobody will see this: the lesson's title is not in '{language}'"
            hint = suggest(language, languages) if draft.setting.languages else ""
            yield draft.source.at_key((*loc, language), "extra-language", message, hint, "warning")


def _written_once(draft: Draft, value: Mapping[str, object], missing: str) -> str:
    """Why a plain string is in the language it is in, and what to write instead."""
    have = next(iter(value))
    reason = ", the course's first language" if draft.setting.languages else ""
    if draft.source.value_at(("language",)) == have:
        reason = ", the 'language' of the lesson"
    shown = _NAMES.get(have, have)
    return f"written once, so it counts as {shown}{reason}: write {{{have}: …, {missing}: …}}"
