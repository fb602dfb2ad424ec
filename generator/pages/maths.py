"""LaTeX → MathML. (First cut.)"""

from __future__ import annotations

from html import escape


def render_maths(latex: str, *, display: bool) -> str:
    return f"<math>{escape(latex)}</math>"
