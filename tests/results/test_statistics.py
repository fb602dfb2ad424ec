"""What the numbers of a report mean, and by which rules a question deserves a look."""

from __future__ import annotations

import pytest

from generator.results import AskedQuestion, ResultsFile, make_report
from generator.results.asked import AskedOption, AskedVariant
from generator.results.results_file import Answer, Try

OPTIONS = {name: AskedOption(name.upper(), name in "ab") for name in "abcd"}
ASKED = {
    "several": AskedQuestion("several", "1", "Several?", 1, OPTIONS),
    "easy": AskedQuestion("easy", "1", "Easy?", 3),
    "other": AskedQuestion("other", "1", "Other?"),
}


def given(key, score, response=("x",), *, first=True, verdict=""):
    known = Try(
        tuple(response), ", ".join(response), verdict or ("correct" if score == 1 else "incorrect"), score
    )
    return Answer(key, "1", known, known if first else None, int(first), 0)


def rows(*learners):
    files = [ResultsFile(f"{place}.json", tuple(answers)) for place, answers in enumerate(learners)]
    report, problems = make_report(files, ASKED)
    assert not problems
    return {each.asked.key: each for each in report.questions}


def test_each_option_counts_for_itself_and_the_right_one_picked_least_decides():
    row = rows(
        [given("several", 0.5, "ac")],
        [given("several", 0, "cd")],
        [given("several", 1, "ab"), given("other", 1)],
    )["several"]
    assert [(wrong.text, wrong.count) for wrong in row.wrong] == [("C", 2), ("D", 1)]
    assert row.look_at == ("wrong-answer",), "C twice, B once"
    assert (row.first_right, row.difficulty) == (1, 0.5)


def test_giving_up_picks_nothing():
    row = rows([given("several", 0, "c", verdict="shown")])["several"]
    assert (row.wrong, row.look_at) == ((), ("hard",))


def test_old_records_tell_no_first_try():
    row = rows([given("easy", 1, first=False)], [given("easy", 0, ["No"])])["easy"]
    assert (row.answered, row.first_tries, row.first_right, row.difficulty) == (2, 1, 0, 0)
    assert (row.mean_score, row.mean_tries) == (0.5, 1)


def test_points_are_the_courses_not_the_files():
    report, _ = make_report([ResultsFile("a", (given("easy", 1), given("other", 0.5)))], ASKED)
    assert report.learners[0].points == 3.5


def discrimination(learners, agree):
    """Of a question that every second learner can do: those who can do the other one, or those who cannot."""
    scores = [(place % 2, place % 2 if agree else 1 - place % 2) for place in range(learners)]
    return rows(*([given("other", other), given("easy", easy)] for easy, other in scores))["easy"]


@pytest.mark.parametrize(
    ("learners", "agree", "expected"), [(10, True, 1), (10, False, -1), (9, False, None)]
)
def test_discrimination_tells_who_knows_more(learners, agree, expected):
    row = discrimination(learners, agree)
    assert row.discrimination == (expected if expected is None else pytest.approx(expected))
    assert ("discrimination" in row.look_at) == (expected == -1)


def test_where_all_do_the_same_nothing_discriminates():
    row = rows(*([given("other", place % 2), given("easy", 1)] for place in range(12)))["easy"]
    assert (row.discrimination, row.look_at) == (None, ())


@pytest.mark.parametrize(("right", "hard"), [(2, True), (3, False)])
def test_hard_is_below_three_in_ten(right, hard):
    row = rows(*([given("easy", int(place < right), [f"answer {place}"])] for place in range(10)))["easy"]
    assert ("hard" in row.look_at) == hard


VARIED = {
    "add": AskedQuestion(
        "add", "1", "Add.", variants={"v1": AskedVariant("w = 1", {}), "v2": AskedVariant("w = 2", {})}
    ),
    "sign": AskedQuestion(
        "sign",
        "1",
        "Which?",
        variants={
            "v1": AskedVariant("w = −1", {"y": AskedOption("yes", True), "n": AskedOption("no", False)}),
            "v2": AskedVariant("w = 1", {"y": AskedOption("yes", False), "n": AskedOption("no", True)}),
        },
    ),
}


def in_variant(key, variant, response, right):
    done = Try((response,), response, "correct" if right else "incorrect", float(right), variant)
    return Answer(key, "1", done, done, 1, 0)


def test_each_variant_has_wrong_answers_of_its_own():
    learners = [
        [in_variant("add", "v1", "3", False), in_variant("sign", "v1", "y", True)],
        [in_variant("add", "v2", "3", True), in_variant("sign", "v2", "y", False)],
        [in_variant("add", "v1", "3", False), in_variant("sign", "v1", "y", True)],
        [in_variant("add", "gone", "7", False), in_variant("sign", "v2", "y", False)],
    ]
    files = [ResultsFile(f"{place}", tuple(answers)) for place, answers in enumerate(learners)]
    rows = {each.asked.key: each for each in make_report(files, VARIED)[0].questions}
    wrong = {key: [(each.text, each.count) for each in row.wrong] for key, row in rows.items()}
    assert wrong == {"add": [("3 (with w = 1)", 2), ("7", 1)], "sign": [("yes (with w = 1)", 2)]}
    assert (rows["add"].look_at, rows["sign"].look_at) == (("wrong-answer", "hard"), ())
