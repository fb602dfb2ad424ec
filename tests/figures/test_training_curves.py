"""``training_curves``: the lines are the records' numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures.frame import spread
from generator.figures.picture import Request
from generator.figures.training_curves import draw as draw_curves
from generator.figures.training_curves import loss_limit, name_runs
from generator.figures.words.training_curves import say_runs
from generator.training_record import SHIPPED_RECORDS, TrainingRecord, read_training_record
from tests.figures.drawing import FIGURE, FIGURES, by_id, draw, library, parse, plain, points, texts

TOP = {"training": 56, "rates": 110}
PLOT = 160


def read(svg, name: str, figure: str, high: float) -> np.ndarray:
    """A line's values, read off by the axis from 0 to ``high``."""
    places = points(by_id(svg, name).get("d"))
    return high * (TOP[figure] + PLOT - places[:, 1]) / PLOT


def record(name: str) -> TrainingRecord:
    return read_training_record(SHIPPED_RECORDS[name])


def mean(record: TrainingRecord, column: str) -> np.ndarray:
    return np.mean([getattr(fold, column) for fold in record.folds], axis=0)


@pytest.mark.parametrize("figure", TOP)
@pytest.mark.parametrize("panel", ["loss", "accuracy"])
def test_the_lines_read_off_by_their_axes_are_the_means_of_the_folds(figure, panel):
    svg = parse(draw(FIGURES[figure]).svg)
    records = [record(name) for name in FIGURES[figure]["runs"]]
    high = 1.0
    if panel == "loss":
        high = max(
            max(v) for r in records for fold in r.folds for v in (fold.training_loss, fold.held_out_loss)
        )
    for index, each in enumerate(records):
        for line, column in (("training", "training"), ("held-out", "held_out")):
            drawn = read(svg, f"fig_{panel}_{line}-{index}", figure, high)
            np.testing.assert_allclose(drawn, mean(each, f"{column}_{panel}"), atol=0.002 * high)


def test_the_band_spans_all_folds():
    svg = parse(draw(FIGURES["training"]).svg)
    band = read(svg, "fig_accuracy_band-0", "training", 1.0)
    shares = np.array([fold.held_out_accuracy for fold in record("digits-plain").folds])
    count = shares.shape[1]
    places = points(by_id(svg, "fig_accuracy_band-0").get("d"))[:, 0]
    assert len(set(places)) == count
    for index, x in enumerate(sorted(set(places))):
        heights = band[np.isclose(places, x)]
        low, high = shares[:, index].min(), shares[:, index].max()
        assert (heights.min(), heights.max()) == pytest.approx((low, high), abs=0.002)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_ends_caption_and_table_tell_the_records_last_numbers(language):
    picture, last = draw(FIGURES["training"], language), record("digits-plain")
    own, new = (f"{mean(last, f'{of}_accuracy')[-1]:.1%}" for of in ("training", "held_out"))
    assert new == f"{last.right_count / last.digit_count:.1%}"
    assert {own, new} <= set(texts(parse(picture.svg)))
    assert own in picture.caption and new in picture.caption
    assert picture.table[-1][0] == "30" and picture.table[-1][-2:] == (own, new)
    best = int(mean(last, "held_out_loss").argmin())
    assert {"en": f"after epoch {best}.", "ko": f"{best}에포크에서"}[language] in picture.caption


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "trained on 10 of the others of each class only"), ("ko", "숫자마다 10장씩만")],
)
def test_a_run_with_few_digits_says_how_few(language, said):
    captions = [
        say_runs(language, ["loss"], [run.facts()]).caption
        for per_class in (10, 0)
        for run in name_runs(["a"], [replace(record("digits-plain"), per_class=per_class)])
    ]
    assert [said in caption for caption in captions] == [True, False]


def test_dashes_mean_training_and_solid_lines_held_out():
    for figure, runs in (("training", 1), ("rates", 3)):
        svg = parse(draw(FIGURES[figure]).svg)
        for index in range(runs):
            lines = [by_id(svg, f"fig_loss_{of}-{index}") for of in ("training", "held-out")]
            assert [line.get("stroke-dasharray") is not None for line in lines] == [True, False]
            assert (lines[0].get("stroke") == lines[1].get("stroke")) == (runs > 1)


def test_runs_that_differ_in_the_learning_rate_are_named_by_it():
    names, records = ["a", "b"], [record("digits-plain"), record("rate-too-large")]
    assert [dict(run.names)["ko"] for run in name_runs(names, records)] == ["학습률 1.5", "학습률 10"]
    other = replace(records[1], batch_size=20)
    assert [dict(run.names)["ko"] for run in name_runs(names, [records[0], other])] == names
    assert [dict(run.names)["en"] for run in name_runs(["a"], records[:1])] == ["a"]


BATCHES = {"en": ["10 digits a step", "4,000 digits a step"], "ko": ["한 걸음에 10장", "한 걸음에 4,000장"]}
COPIES = {"en": ["no distorted copies", "100 copies of each digit"], "ko": ["증강 없음", "증강 100장씩"]}


@pytest.mark.parametrize(
    ("setting", "values", "expected"), [("batch_size", (10, 4000), BATCHES), ("copies", (0, 100), COPIES)]
)
def test_runs_are_named_by_the_one_setting_that_tells_them_apart(setting, values, expected):
    records = [replace(record("digits-plain"), **{setting: value}) for value in values]
    named = [dict(run.names) for run in name_runs(["a", "b"], records)]
    assert {code: [names[code] for names in named] for code in ("en", "ko")} == expected
    both = [records[0], replace(records[1], learning_rate=9.0)]
    assert [dict(run.names)["en"] for run in name_runs(["a", "b"], both)] == ["a", "b"]
    assert expected["en"][1].capitalize() in plain(draw_own(*records).say.caption)


def draw_own(*records: TrainingRecord):
    named = {f"run-{index}": each for index, each in enumerate(records)}
    figure = FIGURE.validate_python({"id": "fig", "kind": "training_curves", "runs": list(named)})
    return draw_curves(Request(figure, replace(library(), records=named), "digits", "en"))


def test_losses_of_different_kinds_are_not_drawn_on_one_axis():
    plain_run = record("digits-plain")
    drawing = draw_own(plain_run, replace(plain_run, loss="cross_entropy"))
    assert len(list(parse(drawing.svg).iter("svg"))) == 1 and "fig_loss" not in drawing.svg
    assert "different kinds" in drawing.say.caption and "Loss" not in drawing.table[0][1]


def test_a_loss_axis_is_clipped_where_training_explodes_and_says_so():
    run = record("digits-plain")
    folds = tuple(fold._replace(training_loss=(2.0, *(90.0,) * 30)) for fold in run.folds)
    drawing = draw_own(replace(run, folds=folds))
    limit, clipped = loss_limit(name_runs(["run-0"], [replace(run, folds=folds)]))
    assert clipped and limit == pytest.approx(1.5 * max(fold.held_out_loss[0] for fold in run.folds))
    assert f"≥ {limit:.2f}" in texts(parse(drawing.svg))
    assert loss_limit(name_runs(["a"], [run]))[1] is False


def test_a_loss_that_is_no_number_ends_its_line():
    run = record("digits-plain")
    folds = tuple(fold._replace(held_out_loss=(2.0, 1.0, *(None,) * 29)) for fold in run.folds)
    drawing = draw_own(replace(run, folds=folds))
    assert len(points(by_id(parse(drawing.svg), "fig_loss_held-out-0").get("d"))) == 2
    assert "fig_loss_band-0" not in drawing.svg and drawing.table[-1][2] == "–"


def test_labels_are_pushed_apart_no_more_than_needed():
    assert spread([1, 2, 50], 15, (0, 60)) == [1, 16, 50]
    assert spread([55, 58], 15, (0, 60)) == [45, 60]
    assert spread([-3], 15, (0, 60)) == [0]


def test_an_unknown_record_is_refused():
    with pytest.raises(FigureError, match=r"^there is no training record 'digit'$"):
        draw({"kind": "training_curves", "runs": ["digit"]})


def test_without_runs_it_is_the_networks_own_record():
    own = draw({"kind": "training_curves"}, model="digits-plain")
    assert own == draw(FIGURES["training"]) and plain(own.caption).startswith("After 30 epochs, ")
