"""Formulas as MathML, which browsers draw and screen readers read without any script.

MathML knows most spacing by itself (its operator dictionary). What it cannot know is written out: whether −
is a sign or an operation, and the small space before and after words such as ``exp``.
"""

from __future__ import annotations

from functools import lru_cache, singledispatch
from html import escape

from generator.pages.ui_text import ui_text
from generator.spec import maths_tree as tree
from generator.spec.maths import MathsError, parse_maths
from generator.spec.maths_symbols import ALIGNED, Kind

# After these a + or − is a sign, not an operation.
_BEFORE_A_SIGN = {"binary", "relation", "open", "punctuation", "large", "integral", "function", "limits"}
_THIN = '<mspace width="0.1667em"></mspace>'
_APPLY = "<mo>&#x2061;</mo>"


@lru_cache(maxsize=4096)
def render_maths(latex: str, language: str, *, display: bool) -> str:
    """A formula, in the line or on a line of its own that scrolls by itself when it is too wide.

    A formula that ``check_maths`` refuses is shown as its source: visibly unfinished, never wrong.
    """
    try:
        inner = _row(parse_maths(latex).children)
    except MathsError:
        return f'<code class="nn-latex">{escape(latex)}</code>'
    mode = ' display="block"' if display else ""
    label = escape(" ".join(latex.split()))
    maths = f'<math{mode} alttext="{label}" data-search-exclude>{inner}</math>'
    if not display:
        return maths
    name = escape(ui_text("page_formula", language))
    return f'<nn-scroll class="nn-formula" data-name="{name}">{maths}</nn-scroll>'


def _row(children: tuple[tree.Node, ...], before: Kind | None = None) -> str:
    """Siblings from left to right; ``before`` is what stands to the left of the first."""
    parts = []
    for index, child in enumerate(children):
        following = children[index + 1] if index + 1 < len(children) else None
        parts.append(_in_place(child, before, following))
        if not isinstance(child, tree.Space):
            before = _kind(child)
    return "".join(parts)


def _in_place(node: tree.Node, before: Kind | None, following: tree.Node | None) -> str:
    """One thing between its neighbours."""
    kind = _kind(node)
    if kind == "binary" and (before is None or before in _BEFORE_A_SIGN) and isinstance(node, tree.Symbol):
        return f'<mo form="prefix">{escape(node.text)}</mo>'
    if kind == "binary" and isinstance(node, tree.Symbol):
        return f'<mo form="infix">{escape(node.text)}</mo>'
    if kind not in ("function", "limits"):
        return _draw(node)
    space_before = _THIN if before in ("identifier", "upright", "number", "close") else ""
    opens = following is None or isinstance(following, tree.Fence) or _kind(following) == "open"
    return space_before + _draw(node) + _APPLY + ("" if opens else _THIN)


def _kind(node: tree.Node) -> Kind:
    """How a thing behaves towards its neighbours: like the sign at its heart."""
    if isinstance(node, tree.Symbol | tree.Big):
        return node.kind
    if isinstance(node, tree.Scripts | tree.Accent):
        return _kind(node.body)
    return "identifier"


def _group(node: tree.Node) -> str:
    """Exactly one element, as the parts of fractions, roots and scripts must be."""
    if isinstance(node, tree.Row):
        if len(node.children) == 1:
            return _group(node.children[0])
        return f"<mrow>{_row(node.children)}</mrow>"
    if _kind(node) in ("binary", "function"):
        return f"<mrow>{_row((node,))}</mrow>" if isinstance(node, tree.Symbol) else _draw(node)
    return _draw(node)


@singledispatch
def _draw(node: object) -> str:
    raise TypeError(f"{type(node).__name__} is no part of a formula")


@_draw.register
def _(node: tree.Symbol) -> str:
    return _SYMBOLS.get(node.kind, "<mo>{}</mo>").format(escape(node.text))


_SYMBOLS = {
    "identifier": "<mi>{}</mi>",
    "upright": '<mi mathvariant="normal">{}</mi>',
    "number": "<mn>{}</mn>",
    "ordinary": '<mo stretchy="false" lspace="0" rspace="0">{}</mo>',
    "prime": '<mo class="nn-prime" lspace="0" rspace="0">{}</mo>',
    "open": '<mo form="prefix" stretchy="false">{}</mo>',
    "close": '<mo form="postfix" stretchy="false">{}</mo>',
    "function": "<mi>{}</mi>",
    "limits": '<mo movablelimits="true" lspace="0" rspace="0">{}</mo>',
}


@_draw.register
def _(node: tree.Words) -> str:
    return f"<mtext>{escape(node.text).replace(' ', '&nbsp;')}</mtext>"


@_draw.register
def _(node: tree.Space) -> str:
    return f'<mspace width="{node.width}em"></mspace>'


@_draw.register
def _(node: tree.Row) -> str:
    return f"<mrow>{_row(node.children)}</mrow>"


@_draw.register
def _(node: tree.Scripts) -> str:
    around = _kind(node.body) in ("large", "limits") or _is_brace(node.body)
    names = ("munder", "mover", "munderover") if around else ("msub", "msup", "msubsup")
    parts = "".join(_group(part) for part in (node.below, node.above) if part is not None)
    name = names[2] if node.below and node.above else names[0] if node.below else names[1]
    body = "<mrow></mrow>" if node.body == tree.Row(()) else _draw_body(node.body)
    return f"<{name}>{body}{parts}</{name}>"


def _draw_body(node: tree.Node) -> str:
    """What scripts hang on: a bare sign, so that it keeps its own place for them."""
    return _draw(node) if isinstance(node, tree.Symbol | tree.Accent) else _group(node)


def _is_brace(node: tree.Node) -> bool:
    return isinstance(node, tree.Accent) and node.mark in "⏞⏟"


@_draw.register
def _(node: tree.Fraction) -> str:
    thickness = "" if node.bar else ' linethickness="0"'
    fraction = f"<mfrac{thickness}>{_group(node.top)}{_group(node.bottom)}</mfrac>"
    if not node.size:
        return fraction
    shown = "true" if node.size == "display" else "false"
    return f'<mstyle displaystyle="{shown}" scriptlevel="0">{fraction}</mstyle>'


@_draw.register
def _(node: tree.Root) -> str:
    if node.degree is None:
        return f"<msqrt>{_group(node.body)}</msqrt>"
    return f"<mroot>{_group(node.body)}{_group(node.degree)}</mroot>"


@_draw.register
def _(node: tree.Fence) -> str:
    left = f'<mo form="prefix" fence="true" stretchy="true">{escape(node.left)}</mo>' if node.left else ""
    right = f'<mo form="postfix" fence="true" stretchy="true">{escape(node.right)}</mo>' if node.right else ""
    inner = _row(node.body.children) if isinstance(node.body, tree.Row) else _draw(node.body)
    return f"<mrow>{left}{inner}{right}</mrow>"


@_draw.register
def _(node: tree.Big) -> str:
    form = {"open": "prefix", "close": "postfix"}.get(node.kind, "infix")
    size = f'minsize="{node.height}em" maxsize="{node.height}em"'
    return f'<mo form="{form}" stretchy="true" lspace="0" rspace="0" {size}>{escape(node.text)}</mo>'


@_draw.register
def _(node: tree.Accent) -> str:
    stretchy = "true" if node.stretchy else "false"
    name, kind = ("munder", "accentunder") if node.below else ("mover", "accent")
    mark = f'<mo stretchy="{stretchy}">{escape(node.mark)}</mo>'
    return f'<{name} {kind}="true">{_group(node.body)}{mark}</{name}>'


@_draw.register
def _(node: tree.Table) -> str:
    aligned = node.environment in ALIGNED
    style = ' class="nn-aligned" displaystyle="true"' if aligned else ""
    if node.environment == "cases":
        style = ' class="nn-cases"'
    rows = "".join(f"<mtr>{''.join(_cells(row, aligned))}</mtr>" for row in node.rows)
    return f"<mtable{style}>{rows}</mtable>"


def _cells(row: tuple[tree.Node, ...], aligned: bool) -> list[str]:
    """Aligned cells go together in pairs: right, left. What begins a left one goes on from its right one."""
    cells = []
    for index, cell in enumerate(row):
        continued: Kind | None = "identifier" if aligned and index % 2 else None
        inner = _row(cell.children, continued) if isinstance(cell, tree.Row) else _draw(cell)
        cells.append(f"<mtd>{inner}</mtd>")
    return cells
