"""The same course twice: as a project of ours and as one for mkdocs-quiz. Word for word the same content."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import yaml

SECTIONS = 12
WORDS = 60
QUESTIONS = 10
OPTIONS = 4
VOCABULARY = """
a about activation after again all answer any are arrow as at because between bias brain bright but by
can careful change class close column compare computer connection corner could count curve data decide
deep describe different digit draw each edge eight eighth error even every example exactly eye few find
first five follow for four from function give good gradient grid half has hidden hope how idea if image
in input into is it its know large layer learn left less line long look loop machine make many matter
maximum mean measure might more most name near network neuron next nine no not now number of often on one
only or other our output over own part pattern picture piece pixel point positive program question quick
read reason region right row say second see set seven should show sigmoid simple single six slope small
so some square step still stroke such sum surround teach than that the their them then there these they
thing this three through time to together top training try turn two under until up use value very want
was way weight well what when where which while why will with without word work write wrong zero
""".split()


@dataclass(frozen=True)
class Question:
    """A question: options, the place of the right one, a reason for each option, an explanation."""

    ask: str
    options: tuple[str, ...]
    correct: int
    reasons: tuple[str, ...]
    explain: str


@dataclass(frozen=True)
class Content:
    """What a lesson says, in no format."""

    title: str
    sections: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...]


def contents(count: int) -> list[Content]:
    """``count`` lessons, always the same ones."""
    return [_content(index, random.Random(index)) for index in range(count)]


def lesson_id(index: int) -> str:
    return f"lesson-{index:04}"


def write_ours(folder: Path, lessons: list[Content]) -> Path:
    """A project of ours, in one language so that both sides build the same number of pages."""
    (folder / "lessons").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(_OUR_CONFIG, encoding="utf-8")
    (folder / "lessons" / "course.yaml").write_text("title: Benchmark\nlanguages: [en]\n", encoding="utf-8")
    for index, lesson in enumerate(lessons):
        path = folder / "lessons" / f"{lesson_id(index)}.yaml"
        path.write_text(our_lesson(lesson), encoding="utf-8")
    return folder


def write_theirs(folder: Path, lessons: list[Content]) -> Path:
    """A project for mkdocs-quiz on the same theme with the same features."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Benchmark\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_THEIR_CONFIG, encoding="utf-8")
    for index, lesson in enumerate(lessons):
        path = folder / "docs" / f"{lesson_id(index)}.md"
        path.write_text(their_lesson(lesson), encoding="utf-8")
    return folder


_OUR_CONFIG = """\
site_name: Benchmark
theme: {name: material, font: false}
extra: {generator: false}
plugins: [search, lessonloom]
"""
_THEIR_CONFIG = """\
site_name: Benchmark
theme: {name: material, font: false}
extra: {generator: false}
plugins: [search, mkdocs_quiz]
markdown_extensions: [attr_list]
"""


def our_lesson(lesson: Content) -> str:
    """The YAML of a lesson; the questions stand at the end."""
    sections = [
        {"id": f"section-{number}", "title": title, "text": text}
        for number, (title, text) in enumerate(lesson.sections)
    ]
    questions = [
        {
            "id": f"question-{number}",
            "type": "choice",
            "ask": question.ask,
            "explain": question.explain,
            "choices": [
                {"text": option, **({"correct": True} if place == question.correct else {"because": reason})}
                for place, (option, reason) in enumerate(zip(question.options, question.reasons, strict=True))
            ],
        }
        for number, question in enumerate(lesson.questions)
    ]
    data = {"title": lesson.title, "sections": sections, "questions": questions}
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10_000)


def their_lesson(lesson: Content) -> str:
    """The Markdown of a lesson with mkdocs-quiz's own syntax and its progress and result panels.

    It has no place for why an option is wrong, so that the reasons stand in the explanation.
    """
    parts = [f"# {lesson.title}"]
    for number, (title, text) in enumerate(lesson.sections):
        parts.append(f"## {title} {{#section-{number}}}\n\n{text}")
    parts.append("<!-- mkdocs-quiz intro -->")
    for question in lesson.questions:
        options = "\n".join(
            f"- [{'x' if place == question.correct else ' '}] {option}"
            for place, option in enumerate(question.options)
        )
        wrong = (reason for place, reason in enumerate(question.reasons) if place != question.correct)
        parts.append(f"<quiz>\n{question.ask}\n{options}\n\n{' '.join([question.explain, *wrong])}\n</quiz>")
    parts.append("<!-- mkdocs-quiz results -->")
    return "\n\n".join(parts) + "\n"


def _content(index: int, rng: random.Random) -> Content:
    return Content(
        title=f"Lesson {index} {_words(rng, 3)}",
        sections=tuple((_words(rng, 4).capitalize(), _prose(rng)) for _ in range(SECTIONS)),
        questions=tuple(_question(rng) for _ in range(QUESTIONS)),
    )


def _question(rng: random.Random) -> Question:
    options = tuple(f"{_words(rng, 4)} {place}" for place in range(OPTIONS))
    reasons = tuple(f"{_words(rng, 8).capitalize()}." for _ in range(OPTIONS))
    explain = f"{_words(rng, 12).capitalize()}."
    return Question(f"{_words(rng, 9).capitalize()}?", options, rng.randrange(OPTIONS), reasons, explain)


def _prose(rng: random.Random) -> str:
    """Two sentences; one word in bold, as lessons have it."""
    words = [rng.choice(VOCABULARY) for _ in range(WORDS)]
    words[0], words[30] = words[0].capitalize(), words[30].capitalize()
    words[10], words[29] = f"**{words[10]}**", f"{words[29]}."
    return " ".join(words) + "."


def _words(rng: random.Random, count: int) -> str:
    return " ".join(rng.choice(VOCABULARY) for _ in range(count))
