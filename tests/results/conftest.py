"""A course, the files of its learners, and the real command over both."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.results import AskedQuestion, load_asked
from generator.spec import load_course

LESSONS = Path(__file__).parent / "class" / "lessons"


@pytest.fixture(scope="session")
def asked() -> dict[str, AskedQuestion]:
    return load_asked(load_course(LESSONS), ["en/neurons/where"])


@pytest.fixture
def answer(asked: dict[str, AskedQuestion]) -> Callable[..., dict[str, Any]]:
    """What one file says of one question: the first try by its words; a last one was right."""

    def make(name: str, words: str, *, tries: int = 1, **more: object) -> dict[str, Any]:
        question = asked[f"en/neurons/{name}"]
        options = {option.text: (key, option.correct) for key, option in question.options.items()}
        key, right = options.get(words, (words, words == "activation"))
        response, text = ([key], [words]) if options else (words, words)
        first = {
            "response": response,
            "text": text,
            "verdict": "correct" if right else "incorrect",
            "score": int(right),
        }
        last = first if tries == 1 else {**first, "verdict": "correct", "score": 1}
        counts = {"tries": tries, "hints": 0, "at": 0, "points": question.points}
        return {
            "key": question.key,
            "fingerprint": question.fingerprint,
            **last,
            "first": first,
            **counts,
            **more,
        }

    return make


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., None]:
    """Writes a results file into the folder that the command runs in."""

    def write(name: str, *answers: object, **more: object) -> None:
        data = {"format": "lessonloom-results", "version": 1, "language": "en", "answers": answers, **more}
        (tmp_path / name).write_text(json.dumps(data), encoding="utf-8")

    return write


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[str, str, int]]:
    """Runs ``lessonloom report`` over files: (standard output, standard error, exit code)."""

    def run(*arguments: str, course: Path = LESSONS) -> tuple[str, str, int]:
        monkeypatch.chdir(tmp_path)
        outcome = CliRunner().invoke(main, ["report", *arguments, "--course", str(course)])
        return outcome.stdout, outcome.stderr, outcome.exit_code

    return run
