"""What lessons compute is what other libraries compute; see second_opinion.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.spec import Lesson
from generator.spec.expression_places import find_pieces, split_format
from generator.spec.questions import QuestionBase
from generator.spec.text import Model
from tests.course.conftest import LOADED
from tests.course.second_opinion import FUNCTIONS, NETWORKS, Network, SmallNetwork

WRITTEN = {each.lesson.id: each.lesson for each in LOADED.lessons if each.lesson.id not in LOADED.file.pages}
# At least so many expressions stand in the lesson, those of a question once for each of its variants.
LEAST = {"neural-network": 400, "how-it-learns": 800, "backpropagation": 400, "what-it-learnt": 250}
EACH = pytest.mark.parametrize("name", WRITTEN)
ANOTHER_RUN = 0.01
LEFT_OUT = {"vary", "where", "define", "transcript", "figures"}
NUMBER = re.compile(r"([+-]?)([\d.]+)(?:×10([+-]?\d+))?(%?)")
TYPESET = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789", "{},\\")


@pytest.fixture(scope="module")
def networks() -> dict[str, Network]:
    return {name: Network(name) for name in NETWORKS}


def world_of(lesson: Lesson, networks: dict[str, Network]) -> dict[str, object]:
    """All names that the lesson's expressions may use."""
    given = {name: value for name, value in lesson.define.items() if not isinstance(value, str)}
    model = networks[lesson.model]
    defined = SmallNetwork(given).names() if given else {}
    return {**FUNCTIONS, "model": model, "models": networks, "digit": model.digit, **defined}


def pairs(written: object, computed: object, names: dict[str, object]) -> Iterator[tuple[str, object, dict]]:
    """Each text or key with expressions: as written, as computed, and the names it may use."""
    if isinstance(written, QuestionBase) and written.vary:
        for variant in computed.all_variants():
            drawn = {name: values[0] for name, values in variant.vary.items()}
            yield from below(written.__dict__, variant.__dict__, names | drawn)
    elif isinstance(written, Model):
        yield from below(written.__dict__, computed.__dict__, names)
    elif isinstance(written, str):
        if "{{" in written:
            yield written, computed, names
    elif isinstance(written, tuple):
        yield from below(dict(enumerate(written)), dict(enumerate(computed)), names)
    elif hasattr(written, "items"):
        yield from below(written, computed, names)


def below(written, computed, names: dict[str, object]) -> Iterator[tuple[str, object, dict]]:
    for key in written:
        if key not in LEFT_OUT:
            yield from pairs(written[key], computed[key], names)


def compared(
    written: str, computed: object, names: dict[str, object]
) -> Iterator[tuple[str, object, object]]:
    """Each expression of a text, what the lesson makes of it, and what the other libraries make of it."""
    pieces = [piece for piece in find_pieces(written, "markdown") if piece.literal is None]
    sources = [split_format(written[piece.start + 2 : piece.end - 2])[0].strip() for piece in pieces]
    found = [computed]
    if isinstance(computed, str):
        ends = [0, *(piece.end for piece in pieces)]
        texts = [written[end : piece.start] for end, piece in zip(ends, pieces, strict=False)]
        pattern = "(.+?)".join(re.escape(text) for text in [*texts, written[ends[-1] :]])
        found = list(re.fullmatch(pattern, computed, re.DOTALL).groups())
    for source, shown in zip(sources, found, strict=True):
        yield source, shown, eval(source, {"__builtins__": {}}, names)


def is_same(shown: object, value: object) -> bool:
    """Whether a number is what is shown of it, down to the last digit that is shown."""
    if isinstance(value, str) or not isinstance(shown, str):
        return shown == (value if isinstance(value, str | bool) else pytest.approx(float(value), rel=1e-5))
    sign, digits, power, percent = NUMBER.fullmatch(
        shown.replace(r" \times 10^", "×10").translate(TYPESET)
    ).groups()
    scale = 10.0 ** int(power or 0) / (100 if percent else 1)
    last = scale * 10.0 ** -len(digits.partition(".")[2])
    return abs(float(f"{sign}{digits}") * scale - value) <= (0.5 + 1e-4) * last


def statements(name: str, computed: dict[str, Lesson], networks: dict[str, Network]) -> list[tuple]:
    names = world_of(WRITTEN[name], networks)
    found = pairs(WRITTEN[name], computed[name], names)
    return [each for written, shown, drawn in found for each in compared(written, shown, drawn)]


@EACH
def test_other_libraries_compute_the_same(name: str, computed, networks):
    made = [each for each in statements(name, computed, networks) if "accuracy" not in each[0]]
    assert len(made) >= LEAST[name]
    assert [each for each in made if not is_same(*each[1:])] == []


def test_accuracies_are_those_of_the_training_records(computed, networks):
    made = [each for name in WRITTEN for each in statements(name, computed, networks)]
    told = [(float(shown.rstrip("%")) / 100, value) for source, shown, value in made if "accuracy" in source]
    # Records come from other runs of the same recipes: docs/develop/network.md says why these can differ.
    assert told and [each for each in told if abs(each[0] - each[1]) > ANOTHER_RUN] == []


def test_the_table_of_the_nine_slopes_holds_what_scipy_measures(computed):
    lesson = computed["backpropagation"]
    given = {name: value for name, value in lesson.define.items() if not isinstance(value, str)}
    for text in next(section.text for section in lesson.sections if section.id == "all-nine").values():
        table = "".join(line for line in text.split("\n") if line.startswith("|"))
        shown = re.findall(r"\$\{(-?[\d.]+)\}\$", table)
        measured = SmallNetwork(given).slopes.values()
        assert len(shown) == 9 and all(map(is_same, shown, measured))


def test_another_bias_would_be_noticed(computed):
    networks = {name: Network(name) for name in NETWORKS}
    networks["digits"].all_biases[0][0] += 0.1
    made = statements("neural-network", computed, networks)
    assert [source for source, *each in made if not is_same(*each) and "accuracy" not in source]


@pytest.mark.parametrize(
    ("shown", "value", "same"),
    [
        ("0.73", 0.7349, True),
        ("0.73", 0.7351, False),
        ("{-0.5}", -0.5, True),
        ("13,002", 13002, True),
        ("13,002", 13003, False),
        ("96.7%", 0.9672, True),
        (r"{9.5 \times 10^{-7}}", 9.537e-7, True),
        ("9.6×10⁻⁷", 9.537e-7, False),
        (0.25, 0.250001, True),
        (True, False, False),
        ("falls", "rises", False),
    ],
)
def test_a_wrong_digit_is_noticed(shown: object, value: object, same: bool):
    assert is_same(shown, value) is same
