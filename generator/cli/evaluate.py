"""lessonloom evaluate: how well a network reads labelled pictures."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from generator.errors import DataError, LessonloomError
from generator.network.digits import Digits, load_idx_digits
from generator.network.measure import confusion_matrix
from generator.network.model import Network
from generator.network.weights import load_weights
from generator.plain_file import exists
from generator.weight_header import SHIPPED_MODELS


@click.command("evaluate")
@click.argument("weights")
@click.option(
    "--images", required=True, type=click.Path(path_type=Path), help="IDX file of pictures, gzipped or not."
)
@click.option("--labels", required=True, type=click.Path(path_type=Path), help="IDX file of their labels.")
def command(weights: str, images: Path, labels: Path) -> None:
    """Measure a network on labelled pictures: accuracy and confusion matrix.

    WEIGHTS is a weight file, or the name of a shipped network: digits, digits-relu, digits-plain.
    """
    try:
        network, _ = load_weights(find_weights(weights))
        digits = load_idx_digits(images, labels, network.sizes[-1])
        check_size(digits, network, images)
    except LessonloomError as error:
        raise click.ClickException(str(error)) from error
    counts = confusion_matrix(network, digits)
    right, total = int(counts.trace()), len(digits)
    click.echo(f"network: {'-'.join(map(str, network.sizes))}, {', '.join(network.activations)}")
    click.echo(f"accuracy: {right / total:.4f} ({right:,} of {total:,})")
    click.echo()
    click.echo(render_confusions(counts))


def find_weights(weights: str) -> Path:
    """The file of a shipped network, else the file itself. Raises DataError if it is neither."""
    path = SHIPPED_MODELS.get(weights, Path(weights))
    if exists(path):
        return path
    near = get_close_matches(weights, SHIPPED_MODELS, n=1)
    hint = f"; did you mean '{near[0]}'?" if near else ""
    raise DataError(
        f"{weights}: there is no such file, and the shipped networks are {', '.join(SHIPPED_MODELS)}{hint}"
    )


def check_size(digits: Digits, network: Network, path: Path) -> None:
    """Raise DataError if the pictures have another number of pixels than the network has inputs."""
    rows, columns = digits.images.shape[1:]
    if rows * columns != network.sizes[0]:
        raise DataError(
            f"{path}: the images are {rows}×{columns} = {rows * columns:,} pixels;"
            f" the network takes {network.sizes[0]:,} inputs"
        )


def render_confusions(counts: NDArray[np.intp]) -> str:
    """The confusion matrix as text: a row per label, a column per answer, a dot for zero."""
    width = max(5, len(str(counts.max())) + 2)
    head = "label".ljust(8) + "".join(str(j).rjust(width) for j in range(len(counts))) + "  ← answer"
    rows = [
        str(i).ljust(8) + "".join((str(n) if n else "·").rjust(width) for n in row)
        for i, row in enumerate(counts)
    ]
    return "\n".join((head, *rows))
