"""A figure that stands alone, for slides and papers: one file, needing neither page nor style sheet.

Colours are resolved for a light or dark ground, which comes with it; of twins the wide one is taken, panels
are put beside each other.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from generator.figures.picture import Picture
from generator.figures.svg import number
from generator.figures.theme import COLOURS, DARK_COLOURS, VIDEO_COLOURS, VIDEO_DARK_COLOURS

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_VARIABLE = re.compile(r"var\(--nn-([\w-]+)(?:, ([^)]+))?\)")
FONTS = (
    "'Noto Sans', 'Noto Sans KR', 'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', "
    "'Helvetica Neue', Arial, sans-serif"
)
# Paper without colours needs the hatching here, too.
_STYLE = "text{font-variant-numeric:tabular-nums}@media print{.nn-hatch{display:inline}}"
MARGIN, GAP, PER_ROW = 16, 24, 2


def stand_alone(picture: Picture, dark: bool = False) -> str:
    """The figure as an SVG document."""
    ElementTree.register_namespace("", _SVG[1:-1])
    ElementTree.register_namespace("xlink", _LINK[1:].partition("}")[0])
    drawn = ElementTree.fromstring(picture.svg).iter(f"{_SVG}svg")
    sheets = [sheet for sheet in drawn if "display" not in sheet.attrib]
    for sheet in sheets:
        _resolve(sheet, dark)
    width, height = _place(sheets)
    root = ElementTree.Element(f"{_SVG}svg", _frame(width, height, sheets[0].get("lang", "en")))
    ElementTree.SubElement(root, f"{_SVG}title").text = picture.alt
    ElementTree.SubElement(root, f"{_SVG}style").text = _STYLE
    ground = (DARK_COLOURS if dark else COLOURS)["surface"]
    ElementTree.SubElement(root, f"{_SVG}rect", {"width": "100%", "height": "100%", "fill": ground})
    root.extend(sheets)
    return f"{ElementTree.tostring(root, encoding='unicode')}\n"


def _frame(width: float, height: float, language: str) -> dict[str, str]:
    return {
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "width": number(width),
        "height": number(height),
        "lang": language,
        "font-family": FONTS,
    }


def _resolve(sheet: ElementTree.Element, dark: bool) -> None:
    """Put colours for variables, inherited fonts for named ones, and links as older programs read them."""
    known = dict(DARK_COLOURS if dark else COLOURS)
    if "nn-palette-video" in sheet.get("class", ""):
        known |= VIDEO_DARK_COLOURS if dark else VIDEO_COLOURS
    for node in sheet.iter():
        for key, value in node.attrib.items():
            node.set(key, _VARIABLE.sub(lambda found: known.get(found[1], found[2]), value))
        if link := node.attrib.pop("href", None):
            node.set(_LINK, link)
    del sheet.attrib["font-family"]


def _place(sheets: list[ElementTree.Element]) -> tuple[float, float]:
    """Set the sheets beside and below each other; returns the size of all of them with a margin."""
    right, bottom, top = 0.0, 0.0, float(MARGIN)
    for index, sheet in enumerate(sheets):
        width, height = map(float, sheet.attrib["viewBox"].split()[2:])
        column = index % PER_ROW
        top = bottom + GAP if index and not column else top
        left = MARGIN + column * (width + GAP)
        for key, value in (("x", left), ("y", top), ("width", width), ("height", height)):
            sheet.set(key, number(value))
        right, bottom = max(right, left + width), max(bottom, top + height)
    return right + MARGIN, bottom + MARGIN
