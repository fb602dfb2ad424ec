"""The pure modules, run in the browser over tests/contract/*.json."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.pages.ui_text import UI_TEXT
from tests.browser.conftest import ROOT, Site

Open = Callable[..., Page]
CONTRACTS = sorted((ROOT / "tests" / "contract").glob("grade_*.json"))
MODULES = ROOT / "generator" / "assets" / "js"
GRADE = """async ([url, cases]) => {
  const { grade } = await import(url);
  const { gradeTask } = await import(url.replace("grade.mjs", "grade-task.mjs"));
  const toArray = (name, value) => (name === "weights" && value.map ? Float64Array.from(value) : value);
  const revive = (question) => JSON.parse(JSON.stringify(question), toArray);
  return cases.map(({ question, response }) =>
    question.type === "task" ? gradeTask(revive(question), response) : grade(question, response));
}"""


PROMISED = ("verdict", "score", "unreadable", "parts", "because")


def grade(page: Page, site: Site, cases: list[dict[str, object]]) -> list[dict[str, object]]:
    return page.evaluate(GRADE, [f"{site.assets}js/grade.mjs", cases])


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda path: path.stem)
def test_grader_keeps_its_contract(site: Site, open_page: Open, contract: Path) -> None:
    cases = json.loads(contract.read_text(encoding="utf-8"))
    results = grade(open_page(f"{site.url}en/no-quiz/"), site, cases)
    wrong = []
    for case, result in zip(cases, results, strict=True):
        promised = {key: case[key] for key in PROMISED if key in case}
        given = {key: result.get(key, False) for key in promised}
        if given != promised:
            wrong.append((case["why"], case["response"], promised, given))
    assert wrong == []


LEARNERS = ROOT / "tests" / "contract" / "learners.json"
MARK = 0.96


def test_learners_are_marked_as_a_teacher_would(site: Site, open_page: Open) -> None:
    """Nothing wrong is accepted, and nearly everything that is right."""
    questions = json.loads(LEARNERS.read_text(encoding="utf-8"))
    cases = [
        {"question": entry["question"], "response": response, "label": label}
        for entry in questions
        for label in ("correct", "close", "incorrect")
        for response in entry.get(label, [])
    ]
    results = grade(open_page(f"{site.url}en/no-quiz/"), site, cases)
    judged = [(case["label"], result["verdict"], case) for case, result in zip(cases, results, strict=True)]
    assert [case for label, verdict, case in judged if verdict == "correct" != label] == []
    clear = [(label, verdict, case) for label, verdict, case in judged if label != "close"]
    otherwise = [(case["response"], verdict) for label, verdict, case in clear if verdict != label]
    assert len(otherwise) <= (1 - MARK) * len(clear), otherwise


TYPE_OF_TABLE = {"accepted": "text", "answer": "number", "unit": "number", "formula": "formula"}


def promises(page: str) -> list[dict[str, object]]:
    """The rows of the guide's tables; the first heading of a table says what they are about."""
    cases = []
    for kind, table in re.findall(
        r"^\| (accepted|answer|unit|formula) \| answered \| graded \|\n\|.*\n((?:\|.*\n)+)", page, re.M
    ):
        for given, answered, verdict in re.findall(r"\| `(.+?)` \| `(.+?)` \| (\w+) \|", table):
            key = {"type": TYPE_OF_TABLE[kind], "accept": [given]}
            if kind == "unit":
                key |= {"accept": ["5"], "units": [given]}
            cases.append({"question": key, "response": answered, "verdict": verdict})
    return cases


def test_the_guide_promises_what_the_grader_does(site: Site, open_page: Open) -> None:
    cases = promises((ROOT / "docs" / "authoring" / "grading.md").read_text(encoding="utf-8"))
    results = grade(open_page(f"{site.url}en/no-quiz/"), site, cases)
    given = [{**case, "verdict": result["verdict"]} for case, result in zip(cases, results, strict=True)]
    assert given == cases
    assert {case["question"]["type"] for case in cases} == {"text", "number", "formula"}


def test_every_reason_has_its_sentence() -> None:
    graders = [MODULES / f"{name}.mjs" for name in ("grade-text", "grade-number", "grade-formula", "near")]
    code = "".join(path.read_text(encoding="utf-8") for path in graders)
    close = re.findall(r'close\("(\w+)"\)|(?:return|\?|:) "([a-z]+)"(?=;|\n| :)', code)
    reasons = {one or other for one, other in close} - {
        "right",
        "wrong",
        "share",
        "unknown",
        "correct",
        "incorrect",
        "close",
    }
    assert reasons == {
        name.removeprefix("quiz_close_") for name in UI_TEXT["en"] if name.startswith("quiz_close_")
    }


HUGE = [
    " ",
    "a",
    "- ",
    "\u1112\u1161\u11a8",
    '"',
    "²",
    "1,",
    "\u200b",
    "it is ",
    "½",
    ". ",
    "(",
    "입니다",
    "a'",
    "1) ",
    " and ",
    "가와 ",
    "a(",
    "1 x ",
    "$",
    "\ud800",
    "not ",
    ", not ",
    "아니라 ",
    "of ",
    "1=",
    "→ ",
    "a) ",
    "point ",
    "영",
    "3+",
]
# Answers that are refused for their length, and the longest that are read.
LENGTHS = (100_000, 9_900, 290)


def test_a_huge_answer_is_only_wrong(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/no-quiz/")
    for question in (
        {"type": "text", "accept": ["weights and biases"]},
        {"type": "number", "accept": ["13002"]},
        {"type": "formula", "accept": ["max(0, a)"]},
    ):
        texts = [text * (length // len(text)) for text in HUGE for length in LENGTHS]
        cases = [{"question": question, "response": text} for text in texts]
        verdicts = [result["verdict"] for result in grade(page, site, cases)]
        assert "correct" not in verdicts and set(verdicts[:: len(LENGTHS)]) == {"incorrect"}


STORAGE = """
  const kept = new Map();
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
"""
PROGRESS = f"""async (url) => {{
  const {{ openStorage, readRecord, removeRecords, summarise, writeTry }} = await import(url);
  {STORAGE}
  const ours = openStorage(() => storage, "site:");
  const half = {{ response: ["x"], text: ["X"], verdict: "partial", score: 0.5, at: 7 }};
  writeTry(ours, "one", "a", {{ ...half, hints: 2 }});
  writeTry(ours, "one", "a", {{ response: ["y"], text: ["Y"], verdict: "shown", score: 0, at: 9 }});
  writeTry(ours, "three", "c", {{ response: "z", text: "z", verdict: "correct", score: 1, at: 8 }});
  const edited = readRecord(ours, "one", "b");
  const [one, two, three] = [["one", "a", 3], ["two", "b", 1], ["three", "c", 1]].map(
    ([key, fingerprint, points]) => ({{ key, fingerprint, points }}));
  const summaries = [summarise(ours, [one, two, three]), summarise(ours, [two, three])];
  const stored = JSON.parse(kept.get("site:one"));
  removeRecords(ours, ["one", "three"]);
  return {{ stored, edited, summaries, left: kept.size, lasting: ours.lasting }};
}}"""


def test_progress_reducers(site: Site, open_page: Open) -> None:
    result = open_page(f"{site.url}en/no-quiz/").evaluate(PROGRESS, f"{site.assets}js/progress.mjs")
    assert result == {
        "stored": {
            **{"v": 2, "fingerprint": "a", "response": ["y"], "text": ["Y"], "verdict": "shown"},
            **{"score": 0.5, "tries": 1, "hints": 2, "at": 9},
            "first": {"response": ["x"], "text": ["X"], "verdict": "partial", "score": 0.5},
        },
        "edited": {"record": None, "changed": True},
        "summaries": [
            {"total": 3, "answered": 2, "right": 1, "points": 2.5, "of": 5, "plain": False},
            {"total": 2, "answered": 1, "right": 1, "points": 1, "of": 2, "plain": True},
        ],
        "left": 0,
        "lasting": True,
    }


OF_OLD = {"fingerprint": "a", "response": "x", "verdict": "correct"}
READ = """async ([url, records]) => {
  const { readRecord } = await import(url);
  return records.map((record) => readRecord({ getItem: () => JSON.stringify(record) }, "one", "a").record);
}"""


def test_records_of_before_are_read_and_those_of_later_are_not(site: Site, open_page: Open) -> None:
    """Whatever else stands in a record, only what a record may hold comes out."""
    odd = {**OF_OLD, "v": 2, "score": "1", "tries": -1, "hints": 0.5, "first": None, "at": "x", "more": 1}
    records = [OF_OLD, odd, {**odd, "score": 7}, {**OF_OLD, "v": 3}, {**OF_OLD, "response": [1]}, [], None]
    page = open_page(f"{site.url}en/no-quiz/")
    read = page.evaluate(READ, [f"{site.assets}js/progress.mjs", records])
    plain = {**OF_OLD, "variant": None}
    plain |= {"text": "x", "score": 1, "tries": 0, "hints": 0, "first": None, "at": 0}
    assert read == [plain, plain, plain, None, None, None, None]


def test_pure_modules_name_no_browser() -> None:
    codes = {path.stem: path.read_text(encoding="utf-8") for path in MODULES.glob("*.mjs")}
    pure = [name for name, code in codes.items() if re.search(r"^// .*\bPure\b", code, re.M)]
    assert {"grade", "near", "numbers", "formula", "progress", "results"} <= set(pure)
    for name in pure:
        assert not re.search(r"\b(?:document|window|localStorage|globalThis)\b", codes[name]), name
