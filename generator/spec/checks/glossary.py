"""The glossary: no word twice, each in every language of the course, and nothing is computed or placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Diagnostic
from generator.spec.checks.course_texts import find_foreign
from generator.spec.checks.links import check_links
from generator.spec.checks.texts import check_texts
from generator.spec.draft import Draft, Setting
from generator.spec.glossary import GlossaryFile, Term
from generator.spec.places import Loc
from generator.spec.prune import Pruned
from generator.spec.source import Source


def check_glossary(
    source: Source, setting: Setting, glossary: GlossaryFile | None, pruned: Pruned
) -> Iterator[Diagnostic]:
    """``glossary`` is what of the file makes sense, at the places that ``pruned`` knows."""
    if isinstance(source.data, dict):
        draft = Draft(source, setting, source.data, None, Pruned())
        yield from check_links(draft)
        yield from check_texts(draft)
    for loc, text in source.texts:
        if "text" in loc:
            for problem in find_foreign(text, source.path.rpartition("/")[2]):
                yield source.at_text(loc, problem.start, problem.end - problem.start, problem)
    valid = glossary.terms if glossary else ()
    terms = [(pruned.original(("terms", at)), term) for at, term in enumerate(valid)]
    yield from _check_ids(source, terms)
    yield from _check_spellings(source, terms)
    for loc, term in terms:
        for field, texts in (("term", term.term), ("text", term.text)):
            yield from _check_languages(source, (*loc, field), texts, setting.languages)


def _check_ids(source: Source, terms: list[tuple[Loc, Term]]) -> Iterator[Diagnostic]:
    first: dict[str, Loc] = {}
    for loc, term in terms:
        if term.id in first:
            line = source.place(source.span(first[term.id]).start)[0]
            message = f"two terms have the id '{term.id}'; the first is in line {line}"
            yield source.at_value((*loc, "id"), "duplicate-id", message)
        first.setdefault(term.id, (*loc, "id"))


def _check_spellings(source: Source, terms: list[tuple[Loc, Term]]) -> Iterator[Diagnostic]:
    """Whatever stands in a lesson must mean one term: a large first letter makes no difference there."""
    first: dict[tuple[str, str], str] = {}
    for loc, term in terms:
        written = [((*loc, "term", language), language, text) for language, text in term.term.items()]
        written += [
            ((*loc, "also", language, at), language, text)
            for language, others in term.also.items()
            for at, text in enumerate(others)
        ]
        for place, language, text in written:
            key = (language, text[:1].lower() + text[1:])
            if key in first:
                message = f"'{text}' stands in the glossary twice in {language}"
                other = f"'{first[key]}' has it, too: which of the two should a mention lead to?"
                same = "delete one of them: a capital first letter makes no difference"
                hint = same if first[key] == term.id else other
                yield source.at_value(source.written(place), "duplicate-term", message, hint)
            first.setdefault(key, term.id)


def _check_languages(
    source: Source, loc: Loc, texts: Mapping[str, str], languages: tuple[str, ...]
) -> Iterator[Diagnostic]:
    missing = [language for language in languages if language not in texts]
    if missing:
        is_split = isinstance(source.value_at(loc), dict)
        hint = f"add '{missing[0]}: …'" if is_split else "write {en: …, ko: …}"
        message = f"'{loc[-1]}' is missing in {' and '.join(missing)}, so the word is in no glossary there"
        yield source.at_key(loc, "missing-translation", message, hint, "warning")
    for language in texts:
        if languages and language not in languages:
            message = f"nobody will see this: the course has no language '{language}'"
            yield source.at_key((*loc, language), "extra-language", message, "", "warning")
