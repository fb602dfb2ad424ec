"""The pure modules, run in the browser over tests/contract/*.json."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ROOT, Site

Open = Callable[..., Page]
CONTRACTS = sorted((ROOT / "tests" / "contract").glob("grade_*.json"))
PURE = ("grade", "grade-choice", "grade-text", "grade-number", "plain-text", "numbers", "progress")
GRADE = """async ([url, cases]) => {
  const { grade } = await import(url);
  return cases.map(({ question, response }) => grade(question, response));
}"""


def grade(page: Page, site: Site, cases: list[dict[str, object]]) -> list[dict[str, object]]:
    return page.evaluate(GRADE, [f"{site.assets}js/grade.mjs", cases])


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda path: path.stem)
def test_grader_keeps_its_contract(site: Site, open_page: Open, contract: Path) -> None:
    cases = json.loads(contract.read_text(encoding="utf-8"))
    results = grade(open_page(f"{site.url}en/no-quiz/"), site, cases)
    wrong = []
    for case, result in zip(cases, results, strict=True):
        promised = {key: case[key] for key in ("verdict", "score", "unreadable") if key in case}
        given = {key: result.get(key, False) for key in promised}
        if given != promised:
            wrong.append((case["why"], case["response"], promised, given))
    assert wrong == []


def promises(page: str) -> list[dict[str, object]]:
    """The rows of the guide's tables: those headed "accepted" are of text questions, others of numbers."""
    cases = []
    for kind, table in re.findall(
        r"^\| (accepted|answer|unit) \| answered \| graded \|\n\|.*\n((?:\|.*\n)+)", page, re.M
    ):
        for given, answered, verdict in re.findall(r"\| `(.+?)` \| `(.+?)` \| (\w+) \|", table):
            key = {"type": "text" if kind == "accepted" else "number", "accept": [given]}
            if kind == "unit":
                key |= {"accept": ["5"], "units": [given]}
            cases.append({"question": key, "response": answered, "verdict": verdict})
    return cases


def test_the_guide_promises_what_the_grader_does(site: Site, open_page: Open) -> None:
    cases = promises((ROOT / "docs" / "authoring" / "questions.md").read_text(encoding="utf-8"))
    results = grade(open_page(f"{site.url}en/no-quiz/"), site, cases)
    given = [{**case, "verdict": result["verdict"]} for case, result in zip(cases, results, strict=True)]
    assert given == cases
    assert {case["question"]["type"] for case in cases} == {"text", "number"}


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
]


def test_a_huge_answer_is_only_wrong(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/no-quiz/")
    for question in (
        {"type": "text", "accept": ["weights and biases"]},
        {"type": "number", "accept": ["13002"]},
    ):
        cases = [{"question": question, "response": text * (100_000 // len(text))} for text in HUGE]
        assert {result["verdict"] for result in grade(page, site, cases)} == {"incorrect"}


PROGRESS = """async (url) => {
  const { openStorage, readRecord, removeRecords, summarise, writeRecord } = await import(url);
  const kept = new Map();
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
  const ours = openStorage(() => storage, "site:");
  const record = { fingerprint: "a", response: ["x"], verdict: "correct", extra: 1 };
  writeRecord(ours, "one", record);
  const edited = readRecord(ours, "one", "b");
  const summary = summarise(ours, { one: "a", two: "c" });
  const stored = JSON.parse(kept.get("site:one"));
  removeRecords(ours, ["one"]);
  return { stored, edited, summary, left: kept.size, lasting: ours.lasting };
}"""


def test_progress_reducers(site: Site, open_page: Open) -> None:
    result = open_page(f"{site.url}en/no-quiz/").evaluate(PROGRESS, f"{site.assets}js/progress.mjs")
    assert result == {
        "stored": {"fingerprint": "a", "response": ["x"], "verdict": "correct"},
        "edited": {"record": None, "changed": True},
        "summary": {"total": 2, "answered": 1, "right": 1},
        "left": 0,
        "lasting": True,
    }


def test_pure_modules_name_no_browser() -> None:
    for name in PURE:
        code = (ROOT / "generator" / "assets" / "js" / f"{name}.mjs").read_text(encoding="utf-8")
        assert not re.search(r"\b(?:document|window|localStorage|globalThis)\b", code), name
