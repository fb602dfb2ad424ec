"""A text with blanks, on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from generator.pages.prose import LESSONS, render_with_slots
from generator.pages.questions.author_text import in_language, prose_or_none
from generator.pages.questions.choice import OptionView, option_names
from generator.pages.questions.of_type import module_of
from generator.pages.templating import render_template
from generator.pages.ui_text import ui_text
from generator.spec.markup import find_blanks
from generator.spec.questions.cloze import Blank, ChoiceBlank, Cloze
from generator.spec.text import pick

# Said in the browser.
WORDS = ("right", "wrong", "nearly", "no_answer", "parts", "empty_cloze")


def view(question: Cloze, language: str) -> dict[str, Any]:
    """The text with fields, the same with the answers in them, and what there is to say about each blank."""
    blanks = list(_views(question, language))
    return {
        "text": _fill(question, language, "field", blanks),
        "filled": _fill(question, language, "answer", blanks),
        "blanks": blanks,
    }


def _blanks(question: Cloze, language: str) -> list[Blank]:
    """In the order of the text, which differs among languages."""
    return [question.blanks[mark.value] for mark in find_blanks(pick(question.text, language)[0])]


def _views(question: Cloze, language: str) -> Iterator[dict[str, Any]]:
    blanks = _blanks(question, language)
    for place, blank in enumerate(blanks):
        label = ui_text("quiz_blank", language).format(number=place + 1, total=len(blanks))
        look = _look_of_choice(blank, language) if isinstance(blank, ChoiceBlank) else None
        yield {
            **{"id": question.id, "place": place, "label": label, "type": blank.type},
            **(look or module_of(blank).view(blank, language)),
        }


def _look_of_choice(blank: ChoiceBlank, language: str) -> dict[str, Any]:
    """A list in a sentence shows plain text; its options stand in an order that tells nothing."""
    names = option_names(blank, language)
    options = [
        OptionView(
            name,
            Markup.escape(pick(option.text, language)[0]),
            option.correct is True,
            prose_or_none(option.because, language),
        )
        for name, option in zip(names, blank.choices, strict=True)
    ]
    right = next(option.text for option in options if option.correct)
    return {"options": sorted(options), "answer": right}


def _fill(question: Cloze, language: str, part: str, blanks: list[dict[str, Any]]) -> Markup:
    """The text with each blank as its ``part``: the field, or the answer."""
    text, written = pick(question.text, language)
    slots = [render_template(f"blanks/{part}.jinja", **blank) for blank in blanks]
    return in_language("div", render_with_slots(text, written, LESSONS, slots), written, language)


def key(question: Cloze, language: str) -> dict[str, Any]:
    """The keys of the blanks in the order of the text."""
    return {"blanks": [_key_of(blank, language) for blank in _blanks(question, language)]}


def _key_of(blank: Blank, language: str) -> dict[str, Any]:
    return {"type": blank.type, **module_of(blank).key(blank, language)}


def content(question: Cloze, language: str) -> object:
    """The text, and what makes each blank what it is."""
    blanks = [
        [blank.type, module_of(blank).content(blank, language)] for blank in _blanks(question, language)
    ]
    return [pick(question.text, language)[0], blanks]
