"""``confusion_matrix``: every number is a count of the record."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from generator.errors import FigureError
from generator.figures.confusion_matrix import draw as draw_matrix
from generator.figures.confusion_matrix import most_confused
from generator.figures.picture import Request
from generator.training_record import SHIPPED_RECORDS, read_training_record
from tests.figures.drawing import FIGURE, FIGURES, by_id, draw, library, parse

LEFT, TOP, SIZE = 28, 44, 26.4
RECORD = read_training_record(SHIPPED_RECORDS["digits-plain"])
COUNTS = np.array(RECORD.confusions)


def drawn_cells(svg) -> tuple[np.ndarray, np.ndarray]:
    """The counts written and the opacities filled, by where they stand."""
    counts, opacities = np.zeros((10, 10), int), np.zeros((10, 10))
    for node in by_id(svg, "fig_cells"):
        at = int((float(node.get("y")) - TOP) // SIZE), int((float(node.get("x")) - LEFT) // SIZE)
        if node.tag == "text":
            counts[at] = int(node.text)
        else:
            opacities[at] = float(node.get("fill-opacity") or 0)
    return counts, opacities


def test_every_cell_holds_its_count_and_mistakes_are_the_stronger_the_more_there_are():
    counts, opacities = drawn_cells(parse(draw(FIGURES["confusions"]).svg))
    np.testing.assert_array_equal(counts, COUNTS)
    mistakes = ~np.eye(10, dtype=bool)
    worst = COUNTS[mistakes].max()
    np.testing.assert_allclose(opacities[mistakes], 0.5 * COUNTS[mistakes] / worst, atol=0.006)


def test_the_three_most_frequent_mistakes_are_outlined_and_told():
    picture = draw(FIGURES["confusions"])
    places = [
        (round((float(node.get("y")) + 1 - TOP) / SIZE), round((float(node.get("x")) + 1 - LEFT) / SIZE))
        for node in by_id(parse(picture.svg), "fig_marked")
    ]
    mistakes = COUNTS * (1 - np.eye(10, dtype=int))
    assert len(places) == 3 and sorted(mistakes[at] for at in places) == sorted(mistakes.ravel())[-3:]
    told = ", ".join(f"{row} read as {column} ({COUNTS[row, column]} times)" for row, column in places)
    assert told in picture.caption


def test_of_equal_mistakes_the_first_by_row_are_outlined_and_none_that_never_happened():
    assert most_confused(np.array([[5, 1, 1], [1, 5, 1], [0, 0, 5]])) == ((0, 1, 1), (0, 2, 1), (1, 0, 1))
    assert most_confused(np.array([[5, 0], [2, 5]])) == ((1, 0, 2),)
    assert most_confused(np.eye(3, dtype=int)) == ()


@pytest.mark.parametrize(("language", "words"), [("en", "cross-validation"), ("ko", "교차 검증")])
def test_caption_and_table_tell_the_counts_and_where_they_come_from(language, words):
    picture = draw(FIGURES["confusions"], language)
    share = f"{COUNTS.trace() / COUNTS.sum():.1%}"
    assert words in picture.caption and share in picture.caption and "5,000" in picture.caption
    body = [row[1:-1] for row in picture.table[1:]]
    assert body == [tuple(map(str, row)) for row in COUNTS.tolist()]
    right = [row[-1] for row in picture.table[1:]]
    assert right == [f"{n:.1%}" for n in COUNTS.diagonal() / COUNTS.sum(axis=1)]


def draw_own(counts: np.ndarray):
    own = replace(RECORD, confusions=tuple(map(tuple, counts.tolist())))
    figure = FIGURE.validate_python({"id": "fig", "kind": "confusion_matrix", "run": "own"})
    return draw_matrix(Request(figure, replace(library(), records={"own": own}), "digits", "en"))


def test_large_counts_are_shortened_in_the_drawing_and_whole_in_the_table():
    drawing = draw_own(np.diag([5923, 999, 12_345]))
    assert {"5.9k", "999", "12k"} <= {node.text for node in by_id(parse(drawing.svg), "fig_cells")}
    assert drawing.table[1][1] == "5,923" and "Outlined" not in drawing.say.caption


def test_more_classes_than_a_phone_can_show_are_refused():
    with pytest.raises(
        FigureError, match=r"^figure 'fig': a confusion matrix shows at most 10 classes, not 11$"
    ):
        draw_own(np.eye(11, dtype=int))
