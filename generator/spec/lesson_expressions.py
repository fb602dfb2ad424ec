"""The expressions of a whole lesson, checked in its file as written. ``computation`` computes them.

Every text in languages may hold expressions, in whatever model it stands, and so may the keys of questions
(``answer``, ``correct``). Transcripts are left out: what somebody said is not ours to compute.

In a question with ``vary`` an expression is looked at once for each variant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from pydantic import ValidationError

from generator.errors import Diagnostic
from generator.spec.calculation_error import CalculationError
from generator.spec.draws import MAX_LESSON_TRIES, Drawn, count_tries, draw_variants, spell_draw
from generator.spec.expression_places import TextKind
from generator.spec.expressions import TextProblem, compute_answer, fill_text
from generator.spec.functions import steady
from generator.spec.places import Loc, Problem
from generator.spec.source import Source
from generator.spec.vary import Varied
from generator.spec.vocabulary import Unknown, World

KINDS: Mapping[str, TextKind] = {
    **{"alt": "plain", "title": "plain", "unit": "plain"},
    **{"accept": "typed", "answers": "typed"},
}
"""Fields that are not Markdown."""
KEYS = frozenset(("answer", "correct"))
"""Fields that are no text but may be computed."""
PARAMETERS = "parameters"
"""A field whose values are plain, and computed where they are expressions."""
LEFT_OUT = frozenset(("transcript", "define", "vary", "where"))
HANGS_ON_VALUES = frozenset(("no-value", "out-of-range"))
"""What a condition that only the build can judge may rule out."""
MAX_EXPRESSIONS = 50_000
"""How many a lesson may have, those of a question with ``vary`` counted once for every variant."""


def compute_text(name: str, text: str, world: World) -> tuple[str | float | bool, tuple[TextProblem, ...]]:
    """What the text of a field becomes, and what is wrong in it; a wrong text stays as it is."""
    if name in KEYS or name == PARAMETERS:
        key = compute_answer(text, world, "an answer" if name in KEYS else "a computed parameter")
        value = text if key.value is None or isinstance(key.value, Unknown) else key.value
        problems = (key.problem,) if key.problem else ()
        return (steady(value) if isinstance(value, float) else value), problems
    filled = fill_text(text, world, KINDS.get(name, "markdown"))
    return filled.text, filled.problems


def field_of(loc: Loc) -> str:
    """The field at a place, if it has rules of its own: below it stand only a language and a number."""
    names = [part for part in loc if isinstance(part, str)][-2:]
    if PARAMETERS in names:
        return PARAMETERS
    return next((name for name in reversed(names) if name in KINDS or name in KEYS), "")


def has_expressions(source: Source) -> bool:
    """Whether anything in a lesson's file may have to be computed."""
    return any("{{" in text for _, text in source.texts)


def check_expressions(source: Source, world: World) -> Iterator[Diagnostic]:
    """Every wrong expression of a lesson's file, also where the lesson is wrong in other ways."""
    known: dict[Loc, Sequence[Drawn]] = {}
    count = tries = 0
    for loc, text in source.texts:
        if "{{" in text and LEFT_OUT.isdisjoint(loc):
            owner = _question_around(loc)
            if owner not in known:
                question, seed = _read_varied(source.value_at(owner))
                tries += count_tries(question) if question else 0
                if tries > MAX_LESSON_TRIES:  # which is told at the condition
                    return
                known[owner] = _variants_of(question, seed, world)
            count += text.count("}}") * len(known[owner])
            if count > MAX_EXPRESSIONS:
                yield _too_many(source, loc)
                return
            for problem in _problems(field_of(loc), text, known[owner]):
                told = Problem(problem.code, problem.message, 0, 0, problem.hint)
                yield source.at_text(loc, problem.offset, problem.length, told)


def _too_many(source: Source, loc: Loc) -> Diagnostic:
    message = f"up to here this lesson has more than {MAX_EXPRESSIONS:,} expressions"
    hint = "those of a question with 'vary' count once for every variant: divide the lesson, or vary less"
    return source.at_value(loc, "too-many", message, hint)


def _question_around(loc: Loc) -> Loc:
    """The place of the question that a place belongs to; ``()`` outside questions."""
    return loc[: loc.index("questions") + 2] if "questions" in loc else ()


def _read_varied(data: object) -> tuple[Varied | None, str]:
    """What a question as written says of its variants, and its id; None if ``vary`` is wrong."""
    if not isinstance(data, dict) or not data.get("vary"):
        return Varied.model_validate({}), ""
    try:
        question = Varied.model_validate({key: data[key] for key in Varied.model_fields if key in data})
    except ValidationError:
        return None, ""
    return question, str(data.get("id", ""))


def _variants_of(question: Varied | None, seed: str, world: World) -> Sequence[Drawn]:
    """The variants of a question; itself if it does not vary, none if ``vary`` is wrong."""
    if question is None:
        return []
    if not question.vary:
        return [Drawn({}, world)]
    try:
        return list(islice(draw_variants(question, seed, world), question.variants))
    except CalculationError:  # told where the condition stands
        free = question.model_copy(update={"where": None})
        drawn = islice(draw_variants(free, seed, world), question.variants)
        return [each._replace(is_certain=False) for each in drawn]


def _problems(name: str, text: str, variants: Sequence[Drawn]) -> Iterator[TextProblem]:
    """What is wrong with a text, each thing once; what is not wrong in all variants says in which it is."""
    found: dict[TextProblem, list[Drawn]] = {}
    for drawn in variants:
        for problem in compute_text(name, text, drawn.world)[1]:
            if drawn.is_certain or problem.code not in HANGS_ON_VALUES:
                found.setdefault(problem, []).append(drawn)
    places = set()
    for problem, where in found.items():
        if (problem.offset, problem.length) not in places:
            places.add((problem.offset, problem.length))
            yield problem if len(where) == len(variants) else in_variant(problem, where[0])


def in_variant(problem: TextProblem, drawn: Drawn) -> TextProblem:
    """The problem, saying in which variant it shows."""
    values = spell_draw(drawn.draw)
    return problem._replace(message=f"{problem.message} (with {values})") if values else problem
