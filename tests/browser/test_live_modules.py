"""The pure modules of live figures, run in the browser over what NumPy says (tests/contract/vectors.py)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page

from generator.network import Network, forward, load_library
from generator.network.browser_files import pack_digits, pack_network
from tests.browser.conftest import ROOT, Site
from tests.network.test_browser_files import unpack

Open = Callable[..., Page]
Serve = Callable[[Path, str], Site]
LIBRARY = load_library()
FORWARD = """async ([root, cases]) => {
  const { forward } = await import(`${root}js/forward.mjs`);
  return cases.map(({ network: { sizes, activations, weights, biases }, input }) => {
    const layers = activations.map((activation, index) => ({
      activation,
      weights: Float64Array.from(weights[index]),
      biases: Float64Array.from(biases[index]),
    }));
    const states = forward({ sizes, layers }, Float64Array.from(input));
    return { z: states.map(({ z }) => [...z]), a: states.map(({ a }) => [...a]) };
  });
}"""
PREPARE = """async ([root, cases]) => {
  const { paint } = await import(`${root}js/brush.mjs`);
  const { toPixels } = await import(`${root}js/preprocess.mjs`);
  return cases.map(({ side, strokes, centred }) => {
    const ink = new Float64Array(side * side);
    for (const [x, y, toX, toY, radius, value] of strokes) {
      paint(ink, side, [[x, y], [toX, toY]], { radius, value });
    }
    return [...toPixels(ink, side, centred)];
  });
}"""
READ = """async ([root, network, digits]) => {
  const { loadNetwork, loadDigits } = await import(`${root}js/network-file.mjs`);
  const { forward } = await import(`${root}js/forward.mjs`);
  const loading = [loadNetwork(network), loadNetwork(network), loadDigits(digits)];
  const [ours, twice, samples] = await Promise.all(loading);
  const answers = samples.map(({ pixels }) => [...forward(ours, pixels).at(-1).a]);
  return { answers, once: ours === twice, digits: samples.map(({ name, label }) => [name, label]) };
}"""


@pytest.fixture
def bare(serve: Serve, open_page: Open, tmp_path: Path) -> tuple[Page, str]:
    """A page of a site that has modules, a network and digits, and nothing else; and where they are."""
    (tmp_path / "project" / "assets" / "lessonloom").mkdir(parents=True)
    (tmp_path / "project" / "assets" / "lessonloom" / "x").symlink_to(ROOT / "generator" / "assets")
    (tmp_path / "project" / "assets" / "networks").mkdir()
    (tmp_path / "project" / "index.html").write_text(
        "<!doctype html><title>Bare</title><link rel=icon href=data:>"
    )
    site = serve(tmp_path, "project/")
    return open_page(site.url), site.assets


def cases_of(name: str) -> list[dict[str, Any]]:
    cases = json.loads((ROOT / "tests" / "contract" / f"{name}.json").read_text(encoding="utf-8"))
    for case in cases:
        if model := case.get("model"):
            case["network"] = written(LIBRARY.models[model])
            case["input"] = LIBRARY.digits[case["digit"]].pixels.astype(float).tolist()
    return cases


def written(network: Network) -> dict[str, Any]:
    """A network with its numbers as they are, not rounded for browsers."""
    numbers = {"weights": [w.ravel().tolist() for w in network.weights]}
    numbers |= {"biases": [b.tolist() for b in network.biases]}
    return {"sizes": network.sizes, "activations": network.activations, **numbers}


def farthest(one: list[list[float]], other: list[list[float]]) -> float:
    return max(float(np.abs(np.subtract(a, b)).max()) for a, b in zip(one, other, strict=True))


def test_the_forward_pass_is_numpys(bare: tuple[Page, str]) -> None:
    page, root = bare
    cases = cases_of("forward")
    for case, states in zip(cases, page.evaluate(FORWARD, [root, cases]), strict=True):
        for part in ("z", "a"):
            assert farthest(states[part], case[part]) < 1e-6, (case.get("why", case.get("digit")), part)


def test_an_input_of_another_size_is_refused(bare: tuple[Page, str]) -> None:
    page, root = bare
    case = {"network": {"sizes": [2, 1], "activations": ["relu"], "weights": [[1, 1]], "biases": [[0]]}}
    try_it = f"(given) => ({FORWARD})(given).catch((error) => error.message)"
    assert page.evaluate(try_it, [root, [{**case, "input": [1]}]]) == "the network takes 2 inputs, not 1"


def test_drawings_are_prepared_as_mnist_was(bare: tuple[Page, str]) -> None:
    page, root = bare
    cases = cases_of("preprocess")
    for case, pixels in zip(cases, page.evaluate(PREPARE, [root, cases]), strict=True):
        wanted = [case["pixels"].get(str(place), 0) for place in range(784)]
        assert farthest([pixels], [wanted]) < 1e-6, (case["why"], case["centred"])


def test_a_network_is_read_as_it_was_packed_and_fetched_once(bare: tuple[Page, str], tmp_path: Path) -> None:
    page, root = bare
    network, digits = pack_network("digits", LIBRARY.models["digits"]), pack_digits(LIBRARY.digits)
    for file in (network, digits):
        (tmp_path / "project" / file.uri).write_text(file.text, encoding="utf-8")
    read = page.evaluate(READ, [root, network.uri, digits.uri])
    pixels = np.stack([digit.pixels for digit in LIBRARY.digits.values()]).astype(float)
    assert farthest(read["answers"], forward(unpack(network), pixels)[-1].a.tolist()) < 1e-6
    assert read["once"]
    assert read["digits"] == [[digit.name, digit.label] for digit in LIBRARY.digits.values()]
