"""lessonloom train and evaluate, run on small IDX files."""

from __future__ import annotations

import errno
import os
import shlex
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.network import Network
from generator.network.weights import load_weights, save_weights
from generator.weight_header import WeightHeader
from tests.network.pictures import bars, idx_bytes, write_idx

TRAIN = ["--layers", "36,8,6", "--epochs", "6", "--augment", "2", "--learning-rate", "0.01", "--seed", "3"]


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_idx(tmp_path, bars(240, np.random.default_rng(0)))
    return tmp_path


def test_train_writes_a_network_that_reads_new_digits(data: Path) -> None:
    weights = data / "bars.npz"
    result = run("train", "--data", data, *TRAIN, "--cross-validate", 3, "-o", weights)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert [line.split(":")[0] for line in lines[:4]] == [
        "fold 1 of 3",
        "fold 2 of 3",
        "fold 3 of 3",
        "cross-validation",
    ]
    assert lines[-2].startswith("answers changed by rounding to float16: ")
    assert lines[-1] == f"wrote {weights} ({weights.stat().st_size:,} bytes)"
    images, labels = write_idx(data, bars(120, np.random.default_rng(1)), "t10k")
    accuracy = run("evaluate", weights, "--images", images, "--labels", labels).stdout.splitlines()[1]
    assert float(accuracy.split()[1]) > 0.95


def test_the_header_says_how_to_make_the_file_again(data: Path) -> None:
    run("train", "--data", data, *TRAIN, "--cross-validate", 2, "--output", data / "bars.npz")
    _, header = load_weights(data / "bars.npz")
    assert header.command == (
        f"lessonloom train --data {data.name} --output bars.npz --cross-validate 2 --layers 36,8,6"
        " --activation sigmoid --through-tanh --loss cross_entropy --epochs 6 --batch-size 64"
        " --optimizer adam --learning-rate 0.01 --momentum 0.9 --schedule cosine --smoothness 0.001"
        " --augment 2 --seed 3"
    )
    assert header.seed == 3 and header.accuracy is not None and header.accuracy > 0.9
    assert header.data == "train-images-idx3-ubyte.gz"
    first = (data / "bars.npz").read_bytes()
    words = header.command.split()[1:]
    words[words.index("--data") + 1], words[words.index("--output") + 1] = str(data), str(data / "bars.npz")
    assert run(*words).exit_code == 0
    assert (data / "bars.npz").read_bytes() == first


UNWRITABLE = {
    "new/bars.npz": "new/bars.npz: there is no folder new",
    "pipe": "pipe: the weights cannot be written: this is not a file",
    "locked.npz": "locked.npz: the weights cannot be written: Permission denied",
    "x" * 300: f"{'x' * 300}: the weights cannot be written: File name too long",
}


@pytest.mark.parametrize("output", UNWRITABLE)
def test_a_place_that_cannot_be_written_is_told_before_training(
    output: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, mode: str = "r", **_: object) -> object:
        if path.name == "locked.npz":  # played, because root may write everything
            raise PermissionError(errno.EACCES, "Permission denied")
        return really_open(path, mode)

    really_open = Path.open
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.chdir(data)
    os.mkfifo("pipe")
    Path("locked.npz").touch()
    before = sorted(data.iterdir())
    result = run("train", "--data", data, *TRAIN, "--output", output)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {UNWRITABLE[output]}\n")
    assert sorted(data.iterdir()) == before


def test_progress_goes_to_standard_error(data: Path) -> None:
    result = run("train", "--data", data, *TRAIN, "--output", data / "bars.npz")
    assert "training" in result.stderr and "training  " not in result.stdout


WRONG = [
    ("", "say where to write the weights (--output), or only measure (--cross-validate)"),
    (
        "--output x.npz --steps 5 --epochs 5",
        "--epochs and --steps are two ways to say the same; give one of them",
    ),
    (
        "--layers 784,,10",
        "Invalid value for '--layers': expected whole numbers from 1 to 10,000"
        " with commas, like 784,16,16,10",
    ),
    ("--output x.npz --smoothness nan", "--smoothness must be a number, not nan"),
    ("--layers 784", "Invalid value for '--layers': a network has 2 to 20 layers, not 1"),
    (
        "--output x.npz --data DATA --layers 784,6",
        "the images are 6×6 = 36 pixels; --layers begins with 784",
    ),
    ("--output x.npz --data DATA --layers 36,5", "the largest label is 5; 5 outputs end at 4"),
    ("--cross-validate 50 --data DATA --layers 36,6", "240 digits are too few for 50 folds"),
    (
        "--output x.npz --data DATA/none",
        "DATA/none: there is no train-images-idx3-ubyte or train-images-idx3-ubyte.gz in this folder",
    ),
]


@pytest.mark.parametrize(("words", "message"), WRONG)
def test_train_says_what_is_wrong(words: str, message: str, data: Path) -> None:
    result = run("train", *[word.replace("DATA", str(data)) for word in words.split()])
    assert result.exit_code in (1, 2) and not isinstance(result.exception, ValueError)
    assert result.stderr.splitlines()[-1] == "Error: " + message.replace("DATA", str(data))


def test_the_smoothness_penalty_needs_square_pictures(tmp_path: Path) -> None:
    digits = bars(12, np.random.default_rng(0))
    (tmp_path / "train-images-idx3-ubyte").write_bytes(idx_bytes(digits.images.reshape(12, 4, 9)))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx_bytes(digits.labels))
    result = run("train", "--data", tmp_path, "--layers", "36,6", "--output", tmp_path / "x.npz")
    assert result.stderr == "Error: the smoothness penalty needs square images, not 4×9; use --smoothness 0\n"


def test_without_the_extra_the_data_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("generator.network.digits.find_spec", lambda name: None)
    result = run("train", "--output", tmp_path / "x.npz")
    assert result.exit_code == 1
    pip = f"{shlex.quote(sys.executable)} -m pip install"
    assert result.stderr == (
        f"Error: the training digits are not installed; run: {pip} 'lessonloom[train]'"
        f" (in a checkout: {pip} -e '.[train]'), or name a folder of IDX files with --data\n"
    )


NO_FILE = "there is no such file, and the shipped networks are digits, digits-relu, digits-plain"
UNKNOWN = [
    (("trian",), "no such command 'trian'; did you mean 'train'?"),
    (("zzz",), "No such command 'zzz'."),
    (
        ("evaluate", "digitz", "--images", "x", "--labels", "x"),
        f"digitz: {NO_FILE}; did you mean 'digits'?",
    ),
    (
        ("evaluate", "own.npz", "--images", "x", "--labels", "x"),
        f"own.npz: {NO_FILE}",
    ),
]


@pytest.mark.parametrize(("words", "message"), UNKNOWN)
def test_a_name_that_is_none_brings_the_names_there_are(words: tuple[str, ...], message: str) -> None:
    result = run(*words)
    assert result.exit_code in (1, 2) and result.stderr.splitlines()[-1] == f"Error: {message}"


@pytest.fixture
def brightest(tmp_path: Path) -> Path:
    """A network without training: output k is the brightness of pixel k, so the brightest pixel wins."""
    network = Network((np.eye(3, 4),), (np.zeros(3),), ("relu",))
    save_weights(tmp_path / "brightest.npz", network, WeightHeader((4, 3), ("relu",)))
    return tmp_path / "brightest.npz"


def write_pair(folder: Path, winners: list[int], labels: list[int]) -> tuple[Path, Path]:
    images = np.zeros((len(winners), 2, 2), np.uint8)
    images.reshape(-1, 4)[np.arange(len(winners)), winners] = 255
    (folder / "images").write_bytes(idx_bytes(images))
    (folder / "labels").write_bytes(idx_bytes(np.array(labels, np.uint8)))
    return folder / "images", folder / "labels"


def test_evaluate_prints_accuracy_and_confusions(brightest: Path, tmp_path: Path) -> None:
    images, labels = write_pair(tmp_path, [0, 0, 0, 1, 1, 2, 2, 0], [0, 0, 1, 1, 1, 2, 0, 2])
    result = run("evaluate", brightest, "--images", images, "--labels", labels)
    assert result.exit_code == 0
    assert result.stdout == (
        "network: 4-3, relu\n"
        "accuracy: 0.6250 (5 of 8)\n"
        "\n"
        "label       0    1    2  ← answer\n"
        "0           2    ·    1\n"
        "1           1    2    ·\n"
        "2           1    ·    1\n"
    )


def test_evaluate_takes_the_name_of_a_shipped_network(brightest: Path, tmp_path: Path) -> None:
    images, labels = write_pair(tmp_path, [0], [0])
    result = run("evaluate", "digits", "--images", images, "--labels", labels)
    assert result.exit_code == 1
    assert result.stderr == f"Error: {images}: the images are 2×2 = 4 pixels; the network takes 784 inputs\n"


@pytest.mark.parametrize(
    ("winners", "labels", "message"),
    [
        ([0, 1], [0], "{images} holds 2 images, but {labels} holds 1 labels"),
        ([0, 1], [0, 3], "{labels}: label 1 (counted from 0) is 3; labels run from 0 to 2"),
        ([], [], "{images}: there are no images in this file"),
    ],
)
def test_evaluate_says_what_is_wrong(
    winners: list[int], labels: list[int], message: str, brightest: Path, tmp_path: Path
) -> None:
    images, truth = write_pair(tmp_path, winners, labels)
    result = run("evaluate", brightest, "--images", images, "--labels", truth)
    assert result.exit_code == 1
    assert result.stderr == f"Error: {message.format(images=images, labels=truth)}\n"


def test_evaluate_without_such_a_weight_file(tmp_path: Path) -> None:
    images, labels = write_pair(tmp_path, [0], [0])
    result = run("evaluate", tmp_path / "none.npz", "--images", images, "--labels", labels)
    assert result.stderr == f"Error: {tmp_path}/none.npz: {NO_FILE}\n"
