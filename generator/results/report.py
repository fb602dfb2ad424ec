"""Many learners' answers and the questions they belong to → how each question did, and which to look at.

First tries say how hard a question is, last ones what learners got in the end. Answers to another version of
a question are counted apart, because they answer something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import StatisticsError, correlation, fmean

from generator.errors import Diagnostic
from generator.results.asked import AskedQuestion
from generator.results.results_file import Answer, ResultsFile
from generator.results.wrong_answers import Given, count_answers

# Fewer learners than this say nothing about whether a question tells who knows more.
LEARNERS_FOR_DISCRIMINATION = 10
HARD = 0.3


@dataclass(frozen=True)
class QuestionReport:
    """One question in numbers. What cannot be known is None.

    ``first_tries`` is how many first tries are known, ``first_right`` how many of them were right;
    ``difficulty`` is their mean score (1: everybody can do it), ``mean_score`` that of the last tries.
    ``discrimination`` correlates the first tries' scores with what the same learners did in other questions.
    ``wrong`` lists the wrong answers by how often they were given first. ``look_at`` says by which rules the
    question deserves a look.
    """

    asked: AskedQuestion
    is_current: bool
    answered: int
    first_tries: int
    first_right: int
    difficulty: float | None
    mean_score: float
    mean_tries: float | None
    hints: int
    discrimination: float | None
    wrong: tuple[Given, ...]
    look_at: tuple[str, ...]


@dataclass(frozen=True)
class LearnerReport:
    """One file in numbers, over the questions as they are now."""

    path: str
    answered: int
    right: int
    points: float


@dataclass(frozen=True)
class Report:
    """Everything that ``lessonloom report`` prints."""

    learners: tuple[LearnerReport, ...]
    questions: tuple[QuestionReport, ...]


def make_report(
    files: Sequence[ResultsFile], asked: Mapping[str, AskedQuestion]
) -> tuple[Report, tuple[Diagnostic, ...]]:
    """The report, and which files do not quite belong to the course."""
    kept, problems = _without_repeats(files)
    diagnostics = [*problems, *(problem for file in kept for problem in _judge_file(file, asked))]
    learners = tuple(_report_learner(file, asked) for file in kept)
    versions: dict[tuple[str, str], list[tuple[ResultsFile, Answer]]] = defaultdict(list)
    for file in kept:
        for answer in file.answers:
            if answer.key in asked:
                versions[answer.key, answer.fingerprint].append((file, answer))
    order = {key: place for place, key in enumerate(asked)}
    ordered = sorted(
        versions,
        key=lambda version: (order[version[0]], version[1] != asked[version[0]].fingerprint, version[1]),
    )
    questions = tuple(_report_question(asked[key], mark, versions[key, mark]) for key, mark in ordered)
    return Report(learners, questions), tuple(diagnostics)


def _without_repeats(files: Sequence[ResultsFile]) -> tuple[list[ResultsFile], list[Diagnostic]]:
    """Each learner once: the same answers, given in the same moments, are one learner's."""
    first: dict[tuple[Answer, ...], str] = {}
    kept, problems = [], []
    for file in files:
        if file.answers in first:
            message = f"the same answers as in {first[file.answers]}; counted once"
            problems.append(Diagnostic(file.path, 1, 1, "results-repeated", message, "warning"))
            continue
        if any(answer.at for answer in file.answers):
            first[file.answers] = file.path
        kept.append(file)
    return kept, problems


def _judge_file(file: ResultsFile, asked: Mapping[str, AskedQuestion]) -> Iterator[Diagnostic]:
    unknown = [answer.key for answer in file.answers if answer.key not in asked]
    if unknown and len(unknown) == len(file.answers):
        message = "no answer in this file belongs to a question of this course"
        yield Diagnostic(file.path, 1, 1, "unknown-question", message, "warning")
    elif unknown:
        message = f"answers to questions that this course does not have: {_listed(unknown)}"
        yield Diagnostic(file.path, 1, 1, "unknown-question", message, "warning")
    other = [
        answer.key
        for answer in file.answers
        if answer.key in asked and answer.fingerprint != asked[answer.key].fingerprint
    ]
    if other:
        message = f"answers to other versions of questions, counted apart: {_listed(other)}"
        yield Diagnostic(file.path, 1, 1, "other-version", message, "warning")


def _listed(keys: Sequence[str]) -> str:
    shown = ", ".join(keys[:3])
    return shown if len(keys) <= 3 else f"{shown} and {len(keys) - 3} more"


def _report_learner(file: ResultsFile, asked: Mapping[str, AskedQuestion]) -> LearnerReport:
    current = [a for a in file.answers if a.key in asked and asked[a.key].fingerprint == a.fingerprint]
    return LearnerReport(
        file.path,
        len(current),
        sum(answer.last.verdict == "correct" for answer in current),
        sum(answer.last.score * asked[answer.key].points for answer in current),
    )


def _report_question(
    asked: AskedQuestion, mark: str, given: Sequence[tuple[ResultsFile, Answer]]
) -> QuestionReport:
    answers = [answer for _, answer in given]
    firsts = [answer.first for answer in answers if answer.first]
    tries = [answer.tries for answer in answers if answer.first]
    is_current = mark == asked.fingerprint
    # What could be picked in another version, and what was right there, the course does not say any more.
    known = asked if is_current else replace(asked, options={}, variants={})
    right, wrong = count_answers(known, [answer.first or answer.last for answer in answers])
    difficulty = fmean(each.score for each in firsts) if firsts else None
    discrimination = _discrimination(given)
    return QuestionReport(
        asked,
        is_current,
        len(answers),
        len(firsts),
        sum(each.verdict == "correct" for each in firsts),
        difficulty,
        fmean(answer.last.score for answer in answers),
        fmean(tries) if tries else None,
        sum(answer.hints for answer in answers),
        discrimination,
        wrong,
        tuple(_findings(right, wrong, difficulty, discrimination)) if is_current else (),
    )


def _discrimination(given: Sequence[tuple[ResultsFile, Answer]]) -> float | None:
    """How the scores here go together with those of the same learners' other first tries: from -1 to 1."""
    pairs = []
    for file, answer in given:
        others = [each.first.score for each in file.answers if each.first and each is not answer]
        if answer.first and others:
            pairs.append((answer.first.score, fmean(others)))
    if len(pairs) < LEARNERS_FOR_DISCRIMINATION:
        return None
    try:
        return correlation(*zip(*pairs, strict=True))
    except StatisticsError:  # all the same: nothing to compare
        return None


def _findings(
    right: int, wrong: Sequence[Given], difficulty: float | None, discrimination: float | None
) -> Iterator[str]:
    if wrong and wrong[0].count > right:
        yield "wrong-answer"
    if difficulty is not None and difficulty < HARD:
        yield "hard"
    if discrimination is not None and discrimination < 0:
        yield "discrimination"
