"""lessonloom depths: what is compared is trained alike, and comes out alike a second time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import generator.cli.depths
from generator.cli import main
from generator.errors import DataError
from generator.network import Network
from generator.network.backprop import Parameters, Workspace
from generator.network.depths import Plan, begin, compare_depths, first_to_last, read_depths
from generator.network.digits import scaled
from tests.network.pictures import bars, write_idx

PLAN = Plan(depths=(1, 6), width=16, rates=(0.1, 1e30), seeds=(1, 2), steps=400, batch_size=16, held_out=4)


def test_relu_learns_deep_where_sigmoid_does_not() -> None:
    shallow_sigmoid, shallow_relu, sigmoid, relu = compare_depths(PLAN, bars(240, np.random.default_rng(0)))
    assert [each.depth for each in (shallow_sigmoid, relu)] == [1, 6]
    assert {each.rate for each in (shallow_sigmoid, shallow_relu, sigmoid, relu)} == {0.1}
    assert np.mean(sigmoid.accuracies) < 0.4 < 0.6 < np.mean(relu.accuracies)
    assert max(sigmoid.gradients) < 0.01 < 0.1 < min(relu.gradients)
    assert max(shallow_sigmoid.gradients) > 10 * max(sigmoid.gradients)


def test_the_relative_gradient_is_measured_on_the_weights(rng: np.random.Generator) -> None:
    """Compared with difference quotients of the loss."""
    digits, (network, _) = bars(60, rng), begin((36, 5, 5, 6), "sigmoid", 1)

    def loss(layer: int, at: tuple[int, int], change: float) -> float:
        moved = [w.astype(np.float64) for w in network.weights]
        moved[layer][at] += change
        changed = Network(tuple(moved), network.biases, network.activations)
        workspace = Workspace(Parameters.of(changed, np.float64), changed.activations, "cross_entropy", 60)
        workspace.x[...], workspace.labels[...] = scaled(digits.flat), digits.labels
        return workspace.forward()

    sizes = []
    for layer in (0, 2):
        places = np.ndindex(*network.weights[layer].shape)
        slopes = [(loss(layer, at, 1e-5) - loss(layer, at, -1e-5)) / 2e-5 for at in places]
        sizes.append(np.sqrt(np.mean(np.square(slopes))))
    assert first_to_last(network, digits) == pytest.approx(sizes[0] / sizes[1], rel=1e-4)


def test_the_command_writes_the_same_file_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator.cli.depths, "Plan", lambda: PLAN)
    write_idx(tmp_path, bars(120, np.random.default_rng(0)))
    for name in ("a.json", "b.json"):
        words = ["depths", "--data", str(tmp_path), "-o", str(tmp_path / name)]
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, result.output
    first, second = (read_depths(tmp_path / name) for name in ("a.json", "b.json"))
    assert first.results == second.results and first.plan == PLAN
    assert (first.training_digits, first.held_out_digits, first.classes) == (90, 30, 6)
    assert first.command == f"lessonloom depths --data {tmp_path.name} --output a.json"
    assert result.stdout.splitlines()[-1].startswith("relu      6 hidden layers: accuracy ")


def test_a_damaged_comparison_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text('{"results": [{"depth": 3}]}')
    with pytest.raises(DataError, match=r"d\.json: the comparison of depths is damaged"):
        read_depths(tmp_path / "d.json")
