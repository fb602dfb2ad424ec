"""lessonloom train --record: the curves of a cross-validation, and the answers at its end."""

from __future__ import annotations

import json
import shlex
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.errors import DataError
from generator.network import random_network
from generator.network.backprop import Parameters, Workspace
from generator.network.digits import scaled
from generator.network.measure import mean_loss
from generator.network.recipe import Recipe, finish, follow
from generator.network.recording import FoldLog, require_equal_folds
from generator.network.train import Settings
from generator.training_record import TrainingRecord, read_training_record
from tests.network.pictures import bars, write_idx

TRAIN = ["--layers", "36,8,6", "--epochs", "20", "--augment", "1", "--learning-rate", "0.02", "--seed", "3"]


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_idx(tmp_path, bars(240, np.random.default_rng(0)))
    return tmp_path


@pytest.fixture
def record(data: Path) -> TrainingRecord:
    result = run("train", "--data", data, *TRAIN, "--cross-validate", 4, "--record", data / "r.json")
    assert result.exit_code == 0, result.output
    return read_training_record(data / "r.json")


def test_a_record_holds_every_folds_curves_from_before_training(record: TrainingRecord) -> None:
    assert record.epochs == tuple(range(21)) and len(record.folds) == 4
    assert (record.layers, record.copies, record.batch_size, record.learning_rate) == (
        (36, 8, 6),
        1,
        64,
        0.02,
    )
    for fold in record.folds:
        assert fold.held_out_accuracy[0] < 0.5 < 0.9 < fold.held_out_accuracy[-1]
        assert fold.training_loss[0] > 3 * fold.training_loss[-1]
        assert {len(values) for values in fold} == {21}


def test_its_answers_are_those_that_the_last_accuracies_count(record: TrainingRecord) -> None:
    assert [sum(row) for row in record.confusions] == [40] * 6
    right = sum(fold.held_out_accuracy[-1] * 60 for fold in record.folds)
    assert record.right_count == round(right) and record.digit_count == 240


def test_the_command_in_it_makes_it_again(record: TrainingRecord, data: Path) -> None:
    first = (data / "r.json").read_bytes()
    words = shlex.split(record.command)
    assert words[:2] == ["lessonloom", "train"]
    words[words.index("--data") + 1], words[words.index("--record") + 1] = str(data), str(data / "r.json")
    (data / "r.json").unlink()
    assert run(*words[1:]).exit_code == 0
    assert (data / "r.json").read_bytes() == first


def test_few_digits_of_each_class_are_trained_on_and_all_are_tested(data: Path) -> None:
    words = [*TRAIN, "--cross-validate", 4, "--record", data / "few.json", "--per-class", 2]
    result = run("train", "--data", data, *words)
    assert result.exit_code == 0, result.output
    few = read_training_record(data / "few.json")
    assert (few.per_class, few.digit_count) == (2, 240) and "--per-class 2" in few.command
    twelfths = [12 * share for fold in few.folds for share in fold.training_accuracy]
    assert twelfths == pytest.approx(np.round(twelfths), abs=0.001), "two digits of six classes are twelve"


def test_a_record_made_before_per_class_is_one_of_all_digits(record: TrainingRecord, tmp_path: Path) -> None:
    raw = json.loads(record.to_json())
    del raw["per_class"]
    (tmp_path / "old.json").write_text(json.dumps(raw), encoding="ascii")
    assert read_training_record(tmp_path / "old.json") == record


@pytest.mark.parametrize("loss", ["squared_error", "cross_entropy"])
def test_the_loss_measured_is_the_loss_trained(loss: str, rng: np.random.Generator) -> None:
    """Also on the finished network, whose outputs are sigmoid and shifted."""
    digits = bars(90, rng)
    recipe = Recipe((36, 8, 6), through_tanh=True, settings=Settings(loss=loss), copies=0)
    raw = random_network((36, 8, 6), recipe.trained_activations(), rng, np.float64)
    workspace = Workspace(Parameters.of(raw, np.float64), raw.activations, loss, 90)
    workspace.x[...], workspace.labels[...] = scaled(digits.flat), digits.labels
    assert mean_loss(finish(recipe, raw, digits), digits, loss) == pytest.approx(
        workspace.forward(), rel=1e-5
    )


def test_a_loss_that_overflows_is_recorded_as_none(rng: np.random.Generator) -> None:
    digits = bars(60, rng)
    settings = Settings(loss="squared_error", optimizer="sgd", learning_rate=1e30, epochs=2)
    log = FoldLog(Recipe((36, 8, 6), "relu", settings=settings, copies=0), digits, digits)
    with np.errstate(all="ignore"):
        *_, last = follow(Recipe((36, 8, 6), "relu", settings=settings, copies=0), digits, rng)
        broken = replace(last, network=last.network.astype(np.float64))
        broken.network.weights[0][0, 0] = np.nan
        log.note(broken)
        curves = log.close(broken.network).curves
    assert curves.training_loss == curves.held_out_loss == (None,)


def test_folds_that_would_be_measured_unequally_often_are_refused() -> None:
    recipe = Recipe((36, 6), settings=Settings(steps=41, batch_size=10), copies=0)
    require_equal_folds(recipe, [100, 99])
    with pytest.raises(
        DataError, match=r"^the folds differ in size, so that --steps ends in different epochs"
    ):
        require_equal_folds(recipe, [100, 110])
    require_equal_folds(replace(recipe, settings=Settings(epochs=3, batch_size=10)), [100, 110])


def test_what_cannot_be_recorded_is_told_before_training(data: Path) -> None:
    result = run("train", "--data", data, *TRAIN, "-o", data / "o.npz", "--record", data / "r.json")
    assert (
        result.exit_code == 2 and "--record writes down a cross-validation; say --cross-val" in result.stderr
    )
    result = run("train", "--data", data, *TRAIN, "--cross-validate", 2, "--record", data / "no" / "r.json")
    assert (result.exit_code, result.stdout) == (1, "") and "there is no folder" in result.stderr


def damage(**changes: object) -> object:
    return lambda raw: {**raw, **changes}


DAMAGED = {
    "it is not an object": lambda raw: [raw],
    "there is no 'folds'; was it made by 'lessonloom train --record'?": lambda raw: {
        key: value for key, value in raw.items() if key != "folds"
    },
    "'loss' is not what it should be": damage(loss=3),
    "'learning_rate' is not what it should be": damage(learning_rate=True),
    "'layers' must be a list of whole numbers": damage(layers=[784, "10"]),
    "'epochs' must be a list of numbers from 0 to 10,000": damage(epochs=[0, "1"]),
    "'epochs' must rise from 0": damage(epochs=[0, 2, 1]),
    "'folds' must be a list with a fold or more": damage(folds=[]),
    "every fold needs 'training_loss' with a number for each of 21 epochs": damage(folds=[{}]),
    "'confusions' must be a table of 2 to 100 rows": damage(confusions=[[1]]),
    "'confusions' must have 2 whole numbers in each of its 2 rows": damage(confusions=[[1, 2], [3, -4]]),
    "'confusions' counts no digit": damage(confusions=[[0, 0], [0, 0]]),
}


@pytest.mark.parametrize("problem", DAMAGED)
def test_a_damaged_record_is_refused(problem: str, record: TrainingRecord, tmp_path: Path) -> None:
    path = tmp_path / "damaged.json"
    path.write_text(json.dumps(DAMAGED[problem](json.loads(record.to_json()))))
    with pytest.raises(DataError) as caught:
        read_training_record(path)
    assert str(caught.value) == f"{path}: the training record is damaged: {problem}"


def test_an_accuracy_above_one_is_refused(record: TrainingRecord, tmp_path: Path) -> None:
    path = tmp_path / "damaged.json"
    raw = json.loads(record.to_json())
    raw["folds"][1]["held_out_accuracy"][2] = 1.01
    path.write_text(json.dumps(raw))
    with pytest.raises(DataError, match=r"'held_out_accuracy' holds something .* from 0 to 1$"):
        read_training_record(path)


def test_a_file_that_is_no_json_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text("epochs: 3")
    for name, problem in (("r.json", "this is not a training record"), ("no.json", "there is no such file")):
        with pytest.raises(DataError, match=problem):
            read_training_record(tmp_path / name)
