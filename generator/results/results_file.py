"""A learner's results file → answers, or what is wrong with it.

The file is what the home page's download button saves (assets/js/results.mjs). It comes from a learner, so
anything may stand in it; nothing in it is trusted.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import Diagnostic, cut_to_columns, visible
from generator.plain_file import PlainFileError, require_plain_file

FORMAT = "lessonloom-results"
VERSION = 1
MAX_BYTES = 4_000_000
MAX_COLUMNS = 20
"""How much of what a file says in place of a version is repeated in a message."""
VERDICTS = ("correct", "partial", "close", "incorrect", "shown")


@dataclass(frozen=True)
class Try:
    """One response: names of options or typed text, the same in words, and what it earned (0 to 1).

    ``variant`` names the variant it answers; empty where there are none, or where an old page did not say.
    """

    response: tuple[str, ...]
    text: str
    verdict: str
    score: float
    variant: str = ""


@dataclass(frozen=True)
class Answer:
    """What a learner did with one question, and when (ms; 0 is unknown).

    ``first`` is None where an old page did not remember it.
    """

    key: str
    fingerprint: str
    last: Try
    first: Try | None
    tries: int
    hints: int
    at: int = 0


@dataclass(frozen=True)
class ResultsFile:
    """One learner's answers, one a question."""

    path: str
    answers: tuple[Answer, ...]


def read_results(path: Path) -> tuple[ResultsFile | None, tuple[Diagnostic, ...]]:
    """The answers in a file, and what is wrong: nothing can be read, or some answers cannot."""
    try:
        require_plain_file(path, MAX_BYTES)
        data: object = json.loads(path.read_bytes().decode("utf-8-sig"))
    except PlainFileError as error:
        return None, (Diagnostic(str(path), 1, 1, error.code, str(error)),)
    except OSError as error:
        reason = error.strerror or "for an unknown reason"
        message = f"the file cannot be read: {reason}"
        return None, (Diagnostic(str(path), 1, 1, "file-not-found", message),)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg}"
        return None, (Diagnostic(str(path), error.lineno, error.colno, "not-results", message),)
    except (ValueError, RecursionError):
        return None, (Diagnostic(str(path), 1, 1, "not-results", "this is not JSON in UTF-8"),)
    return _read_data(str(path), data)


def _read_data(path: str, data: object) -> tuple[ResultsFile | None, tuple[Diagnostic, ...]]:
    if (
        not isinstance(data, dict)
        or data.get("format") != FORMAT
        or not isinstance(data.get("answers"), list)
    ):
        hint = "learners save theirs with 'Download my results' on the course's home page"
        return None, (Diagnostic(path, 1, 1, "not-results", "this is not a file of results", hint=hint),)
    if data.get("version") != VERSION:
        found = cut_to_columns(visible(repr(data.get("version"))), MAX_COLUMNS)
        message = f"results of version {found}; this lessonloom reads version {VERSION}"
        hint = "the course's site was built with a newer lessonloom: install that one"
        return None, (Diagnostic(path, 1, 1, "results-version", message, hint=hint),)
    answers = [_read_answer(item) for item in data["answers"]]
    by_key = {answer.key: answer for answer in answers if answer}
    unread = answers.count(None)
    file = ResultsFile(path, tuple(by_key.values()))
    if not unread:
        return file, ()
    noun = "answer is" if unread == 1 else "answers are"
    message = f"{unread} {noun} not readable and left out"
    return file, (Diagnostic(path, 1, 1, "unreadable-answer", message, "warning"),)


def _read_answer(item: object) -> Answer | None:
    last = _read_try(item)
    if last is None or not isinstance(item, dict):
        return None
    key, fingerprint = item.get("key"), item.get("fingerprint")
    if not isinstance(key, str) or not isinstance(fingerprint, str):
        return None
    first = _read_try(item.get("first"))
    if first and not first.variant and item.get("tries") == 1:
        first = replace(first, variant=last.variant)
    tries, hints, at = (_read_count(item.get(name)) for name in ("tries", "hints", "at"))
    return Answer(_clean(key), _clean(fingerprint), last, first, tries, hints, at)


def _read_try(item: object) -> Try | None:
    if not isinstance(item, dict) or item.get("verdict") not in VERDICTS:
        return None
    response = _read_texts(item.get("response"))
    if response is None:
        return None
    score = item.get("score")
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
        score = item["verdict"] == "correct"
    text = _read_texts(item.get("text"))
    words = " ".join(", ".join(response if text is None else text).split())
    variant = _clean(named) if isinstance(named := item.get("variant"), str) else ""
    return Try(response, words, item["verdict"], float(score), variant)


def _read_texts(value: object) -> tuple[str, ...] | None:
    """A text or a list of texts; None for anything else."""
    texts = value if isinstance(value, list) else [value]
    cleaned = tuple(_clean(text) for text in texts if isinstance(text, str))
    return cleaned if len(cleaned) == len(texts) else None


def _clean(text: str) -> str:
    """Without halves of characters, which JSON can write and no output can."""
    return text.encode("utf-8", "replace").decode()


def _read_count(value: object) -> int:
    """A whole number that any browser can have counted to; 0 for anything else."""
    return value if type(value) is int and 0 < value < 2**53 else 0
