"""The records that come with lessonloom: of known origin, sound, and what this code would measure again.

The 5,000 digits are not here, so what can be recomputed is recomputed on the sample digits, which are some of
them.
"""

from __future__ import annotations

import shlex

import numpy as np
import pytest

from generator.cli.train import command as train_command
from generator.network import load_library, random_network
from generator.network.depths import ACTIVATIONS_COMPARED, Plan, begin, first_to_last, read_depths
from generator.network.digits import Digits
from generator.network.measure import mean_loss
from generator.training_record import SHIPPED_RECORDS, read_training_record
from generator.weight_header import SHIPPED_MODELS, read_weight_header

CHECKSUM = "sha256:fd6f9f70bc5624a49935e1ceb7fa2af44cacd3840baa16099e62dd472b319177"


def samples() -> Digits:
    """The three regular samples of every class."""
    digits = [each for each in load_library().digits.values() if not each.name.startswith("misread-")]
    images = np.stack([np.round(each.pixels * 255).astype(np.uint8) for each in digits]).reshape(-1, 28, 28)
    return Digits(images, np.array([each.label for each in digits], np.uint8), "samples")


@pytest.mark.parametrize("name", SHIPPED_RECORDS)
def test_a_shipped_record_is_small_and_says_how_it_was_made(name: str) -> None:
    path = SHIPPED_RECORDS[name]
    record = read_training_record(path)
    assert path.stat().st_size < 12_000
    assert record.data_checksum == CHECKSUM and record.digit_count == 5_000 and len(record.folds) == 5
    assert [sum(row) for row in record.confusions] == [500] * 10
    options = train_command.make_context("train", shlex.split(record.command)[2:]).params
    assert (options["record"].name, options["cross_validate"], options["seed"]) == (path.name, 5, 1)
    told = (options["layers"], options["activation"], options["loss"], options["optimizer"])
    assert told == (record.layers, record.activation, record.loss, record.optimizer)
    told = (options["learning_rate"], options["batch_size"], options["augment"])
    assert told == (record.learning_rate, record.batch_size, record.copies)
    final = np.mean([fold.held_out_accuracy[-1] for fold in record.folds])
    assert final == pytest.approx(record.right_count / 5_000, abs=1e-9)


@pytest.mark.parametrize("name", sorted(set(SHIPPED_RECORDS) & set(SHIPPED_MODELS)))
def test_a_networks_record_is_the_cross_validation_of_its_own_recipe(name: str) -> None:
    """Plain descent at a high rate follows the rounding of the BLAS library, hence the half per cent."""
    header, record = read_weight_header(SHIPPED_MODELS[name]), read_training_record(SHIPPED_RECORDS[name])
    assert record.right_count / record.digit_count == pytest.approx(header.accuracy, abs=0.005)
    first, second = (shlex.split(each.command) for each in (header, record))
    for words, option in ((first, "--output"), (second, "--record")):
        at = words.index(option)
        del words[at : at + 2]
    assert first == second


@pytest.mark.parametrize("name", ["digits-plain", "rate-too-small", "rate-too-large"])
def test_the_first_row_is_the_loss_of_the_network_that_the_seed_begins_with(name: str) -> None:
    record = read_training_record(SHIPPED_RECORDS[name])
    for fold, curves in enumerate(record.folds):
        rng = np.random.default_rng([1, fold])
        network = random_network(record.layers, ("sigmoid",) * 3, rng)
        assert mean_loss(network, samples(), "squared_error") == pytest.approx(
            curves.held_out_loss[0], rel=0.01
        )


def test_the_rates_differ_in_nothing_but_the_rate() -> None:
    small, plain, large = (
        read_training_record(SHIPPED_RECORDS[name])
        for name in ("rate-too-small", "digits-plain", "rate-too-large")
    )
    commands = {
        each.command.replace(f"--learning-rate {each.learning_rate}", "") for each in (small, plain, large)
    }
    assert len({command.split("--layers")[1] for command in commands}) == 1
    assert small.learning_rate < plain.learning_rate < large.learning_rate
    assert plain.right_count > max(small.right_count, large.right_count) + 250


def test_the_shipped_depths_are_those_that_are_planned() -> None:
    record, plan = read_depths(), Plan()
    assert record.plan == plan and record.data_checksum == CHECKSUM
    assert (record.training_digits, record.held_out_digits, record.classes) == (4_000, 1_000, 10)
    pairs = [(each.activation, each.depth) for each in record.results]
    assert pairs == [(name, depth) for depth in plan.depths for name in ACTIVATIONS_COMPARED]
    assert all(each.rate in plan.rates and len(each.accuracies) == len(plan.seeds) for each in record.results)


@pytest.mark.parametrize("activation", ACTIVATIONS_COMPARED)
def test_the_gradients_are_about_those_of_the_sample_digits(activation: str) -> None:
    """Within a factor of two: thirty digits instead of four thousand."""
    plan = Plan()
    for result in read_depths().of(activation)[::2]:
        sizes = (784, *(plan.width,) * result.depth, 10)
        again = [first_to_last(begin(sizes, activation, seed)[0], samples()) for seed in plan.seeds]
        assert np.log(again).mean() == pytest.approx(np.log(result.gradients).mean(), abs=np.log(2))
