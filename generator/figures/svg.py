"""A small SVG writer: escaped, short, and byte for byte the same on every run."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from generator.figures.theme import Type, paint


class Markup(str):
    """Text that is finished SVG; any other string is escaped when it becomes content."""


def number(value: float) -> str:
    """At most two decimals, nothing superfluous: 3.0 → ``3``, 0.5 → ``.5``, −0.004 → ``0``."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    if text in ("-0", "0"):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _attribute(name: str, value: object) -> str:
    text = number(value) if isinstance(value, int | float) else escape(str(value), quote=True)
    return f' {name.rstrip("_").replace("_", "-")}="{text}"'


def element(name: str, *content: str, **attributes: object) -> Markup:
    """One element. ``stroke_width=2`` becomes ``stroke-width="2"``; attributes that are None are left out."""
    opening = name + "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    inner = join(*content)
    return Markup(f"<{opening}>{inner}</{name}>" if inner else f"<{opening}/>")


def join(*content: str) -> Markup:
    """Pieces one after the other; plain strings are escaped, Markup is taken as it is."""
    return Markup(
        "".join(part if isinstance(part, Markup) else escape(part, quote=False) for part in content)
    )


def group(*content: str, **attributes: object) -> Markup:
    """A ``<g>``; empty content gives nothing at all."""
    return element("g", *content, **attributes) if any(content) else Markup("")


def text(x: float, y: float, content: str, style: Type, anchor: str = "start") -> Markup:
    """Real text with its baseline at (x, y)."""
    return element(
        "text",
        content,
        x=x,
        y=y,
        font_size=style.size,
        fill=paint(style.role),
        text_anchor=None if anchor == "start" else anchor,
        font_weight=700 if style.bold else None,
        font_style="italic" if style.italic else None,
        font_family="var(--nn-maths, STIX Two Math, Cambria, serif)" if style.italic else None,
    )


def tspan(content: str, style: Type) -> Markup:
    """A differently coloured or weighted run inside a text."""
    return element("tspan", content, fill=paint(style.role), font_weight=700 if style.bold else None)


def quiet(content: str) -> Markup:
    """A run beside a heading, as small and pale as a note."""
    return element("tspan", content, fill=paint("secondary"), font_size=12, font_weight=400)


def line(x1: float, y1: float, x2: float, y2: float, role: str) -> Markup:
    """A thin straight line."""
    return element(
        "path", d=f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", stroke=paint(role), fill="none"
    )


@dataclass(frozen=True)
class Sheet:
    """What a drawing is put on.

    ``id`` starts every id inside. ``label`` is what a screen reader says first, ``description`` what it says
    next. ``variant`` is ``"wide"`` or ``"tall"`` where the figure has twins.
    """

    id: str
    width: float
    height: float
    label: str
    description: str
    language: str
    variant: str = ""
    palette: str = "default"

    def document(self, *content: str) -> Markup:
        """A complete ``<svg>``. The drawing itself is hidden from screen readers: label and description say
        it."""
        classes = ["nn", *([f"nn-{self.variant}"] if self.variant else [])]
        classes += [f"nn-palette-{self.palette}"] if self.palette != "default" else []
        return element(
            "svg",
            element("desc", self.description, id=f"{self.id}_desc"),
            element("g", *content, aria_hidden="true"),
            xmlns="http://www.w3.org/2000/svg",
            class_=" ".join(classes),
            viewBox=f"0 0 {number(self.width)} {number(self.height)}",
            role="img",
            aria_label=self.label,
            aria_describedby=f"{self.id}_desc",
            lang=self.language,
            font_family="system-ui, sans-serif",
            # A page without our style sheet shows the wide variant; the style sheet overrides this attribute.
            display="none" if self.variant == "tall" else None,
        )


def twins(wide: Markup, tall: Markup, *, animated: bool = False) -> str:
    """The same figure for a text column and for a phone; the style sheet shows the one that fits, and moves
    what is ``in_turn`` if it is ``animated``."""
    return element("div", wide, tall, class_="nn-twins nn-animated" if animated else "nn-twins")


def in_turn(part: str, turn: float) -> dict[str, str]:
    """The attributes of a group that an animated figure shows in its turn, counted from 0: ``lines`` grow,
    ``dots`` fill, ``words`` appear."""
    return {"class_": f"nn-turn-{part}", "style": f"--nn-turn:{number(turn)}"}
