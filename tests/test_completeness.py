"""One concept, one name, everywhere: whoever adds a question type or a figure kind adds all of its parts."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from generator.pages.ui_text import UI_TEXT
from generator.spec.figures import Figure
from generator.spec.questions import Question

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "generator"
AUTHORING = ROOT / "docs" / "authoring"

# Templates around every question, whatever its type.
FRAMES = {"question", "rejected", "results", "score", "progress", "variants"}


def tags(union: object, field: str) -> set[str]:
    """The values of the field that tells the members of a discriminated union apart."""
    return {get_args(model.model_fields[field].annotation)[0] for model in get_args(get_args(union)[0])}


TYPES = tags(Question, "type")
KINDS = tags(Figure, "kind")


def headings(page: Path) -> set[str]:
    """The words of a page's headings: "## `weight_grid`: the weights …" → weight_grid, the, weights."""
    lines = re.findall(r"^#+ .*$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {word for line in lines for word in re.findall(r"[\w-]+", line.lower())}


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def test_every_question_type_has_a_template_and_every_template_a_type():
    templates = {path.stem for path in (GENERATOR / "pages" / "templates" / "questions").glob("*.jinja")}
    assert templates - FRAMES == TYPES


@pytest.mark.parametrize("name", sorted(TYPES))
def test_every_question_type_has_its_modules(name):
    page = import_module(f"generator.pages.questions.{name}")
    assert all(callable(getattr(page, part)) for part in ("view", "key", "content"))
    assert callable(import_module(f"generator.spec.checks.questions.{name}").check)
    assert import_module(f"generator.spec.questions.{name}")


def test_every_question_type_is_graded_in_the_browser():
    source = (GENERATOR / "assets" / "js" / "grade.mjs").read_text(encoding="utf-8")
    graders = dict(re.findall(r"(\w+): (grade[A-Z]\w*)", source))
    # Judged by the network, which comes with the widget: no part of the grader of typed answers.
    task = (GENERATOR / "assets" / "js" / "grade-task.mjs").read_text(encoding="utf-8")
    graders |= {"task": "gradeTask"} if "export function gradeTask(" in task else {}
    assert graders == {name: f"grade{camel(name)}" for name in TYPES}


def test_every_question_type_has_a_heading_for_authors():
    assert TYPES <= headings(AUTHORING / "questions.md")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_figure_kind_has_a_module_that_draws_it(kind):
    assert callable(import_module(f"generator.figures.{kind}").draw)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_figure_kind_has_a_class_and_tested_examples_of_its_own(kind):
    assert getattr(import_module(f"generator.spec.figures.{kind}"), camel(kind))
    examples = import_module(f"tests.figures.cases.{kind}").FIGURES
    assert examples and {fields["kind"] for fields in examples.values()} == {kind}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_figure_kind_has_its_words_in_every_language(kind):
    say = import_module(f"generator.figures.words.{kind}").WORDS
    slots = {
        code: {key: set(re.findall(r"\{\w+", word)) for key, word in say(code).items()} for code in UI_TEXT
    }
    assert slots["en"] == slots["ko"] and all(word.strip() for code in UI_TEXT for word in say(code).values())


def test_every_figure_kind_has_a_heading_for_authors():
    assert KINDS <= headings(AUTHORING / "figures.md")


@pytest.mark.parametrize("language", sorted(UI_TEXT))
def test_no_word_of_the_site_is_missing_in_a_language(language):
    assert set(UI_TEXT[language]) == set(UI_TEXT["en"])
    assert [key for key, text in UI_TEXT[language].items() if not text.strip()] == []


@pytest.mark.parametrize("language", sorted(UI_TEXT))
def test_words_keep_their_slots_in_every_language(language):
    def slots(text: str) -> set[str]:
        return set(re.findall(r"\{\w+", text))

    differing = [key for key, text in UI_TEXT[language].items() if slots(text) != slots(UI_TEXT["en"][key])]
    assert differing == []
