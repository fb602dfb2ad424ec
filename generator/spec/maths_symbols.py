"""The LaTeX that formulas may use: every command, the sign it stands for and how that sign behaves.

A command that is not here is a diagnostic. docs/authoring/text.md lists the same; a test compares.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

Kind = Literal[
    "identifier",  # a letter, slanted if it stands alone
    "upright",  # a letter or a word that is never slanted
    "number",
    "ordinary",  # a sign without space around it
    "prime",  # f′: raised
    "binary",  # an operation: space on both sides, none when it is a sign as in −1
    "relation",
    "open",
    "close",
    "punctuation",
    "large",  # ∑: grows in a display, its limits above and below
    "integral",  # ∫: its limits beside
    "function",  # exp: upright, a little space before its argument
    "limits",  # max: the same, its limits underneath
]

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω",
}  # fmt: skip
CAPITAL_GREEK = {
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
ORDINARY = {
    "infty": "∞", "partial": "∂", "nabla": "∇", "ell": "ℓ", "forall": "∀", "exists": "∃", "emptyset": "∅",
    "top": "⊤", "bot": "⊥", "prime": "′", "ldots": "…", "dots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱",
    "|": "‖", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_",
}  # fmt: skip
BINARY = {
    "pm": "±", "mp": "∓", "times": "×", "cdot": "⋅", "div": "÷", "circ": "∘", "ast": "∗", "oplus": "⊕",
    "otimes": "⊗", "odot": "⊙", "cup": "∪", "cap": "∩", "setminus": "∖", "wedge": "∧", "vee": "∨",
}  # fmt: skip
RELATIONS = {
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡",
    "sim": "∼", "propto": "∝", "ll": "≪", "gg": "≫", "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆",
    "supset": "⊃", "supseteq": "⊇", "mid": "∣", "parallel": "∥", "perp": "⟂", "to": "→", "rightarrow": "→",
    "leftarrow": "←", "gets": "←", "leftrightarrow": "↔", "mapsto": "↦", "Rightarrow": "⇒", "Leftarrow": "⇐",
    "Leftrightarrow": "⇔", "implies": "⟹", "iff": "⟺", "longrightarrow": "⟶", "coloneqq": "≔",
}  # fmt: skip
OPENING = {
    "{": "{", "lbrace": "{", "langle": "⟨", "lvert": "|", "lVert": "‖", "lfloor": "⌊", "lceil": "⌈",
}  # fmt: skip
CLOSING = {
    "}": "}", "rbrace": "}", "rangle": "⟩", "rvert": "|", "rVert": "‖", "rfloor": "⌋", "rceil": "⌉",
}  # fmt: skip
LARGE = {"sum": "∑", "prod": "∏", "bigcup": "⋃", "bigcap": "⋂"}
INTEGRALS = {"int": "∫", "oint": "∮"}
FUNCTIONS = {
    name: name
    for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan", "exp", "log", "ln", "arg", "dim")
}
LIMITS = {name: name for name in ("max", "min", "sup", "inf", "lim", "det")}

_TABLES: tuple[tuple[dict[str, str], Kind], ...] = (
    (GREEK, "identifier"),
    (CAPITAL_GREEK, "upright"),
    (ORDINARY, "ordinary"),
    (BINARY, "binary"),
    (RELATIONS, "relation"),
    (OPENING, "open"),
    (CLOSING, "close"),
    (LARGE, "large"),
    (INTEGRALS, "integral"),
    (FUNCTIONS, "function"),
    (LIMITS, "limits"),
)
SYMBOLS: dict[str, tuple[str, Kind]] = {
    name: (sign, kind) for table, kind in _TABLES for name, sign in table.items()
}
"""Every command that stands for one sign or word: name → (sign, kind)."""

CHARACTERS: dict[str, tuple[str, Kind]] = {
    "+": ("+", "binary"), "-": ("−", "binary"), "*": ("∗", "binary"), "=": ("=", "relation"),
    "<": ("<", "relation"), ">": (">", "relation"), ":": (":", "relation"), "(": ("(", "open"),
    "[": ("[", "open"), ")": (")", "close"), "]": ("]", "close"), "!": ("!", "close"), "?": ("?", "close"),
    ",": (",", "punctuation"), ";": (";", "punctuation"), "/": ("/", "ordinary"), "|": ("|", "ordinary"),
    ".": (".", "ordinary"),
}  # fmt: skip
"""Signs that stand for themselves; letters and digits besides."""

TYPED: dict[str, tuple[str, Kind]] = {
    sign: (sign, kind) for sign, kind in SYMBOLS.values() if len(sign) == 1 and not sign.isascii()
} | {"−": ("−", "binary"), "·": ("⋅", "binary")}
"""The same signs typed as they are: σ for \\sigma, × for \\times."""

SPACES = {",": 0.1667, ":": 0.2222, ";": 0.2778, "!": -0.1667, " ": 0.25, "quad": 1.0, "qquad": 2.0}
"""Widths in em."""

ACCENTS = {
    "hat": "ˆ", "bar": "ˉ", "vec": "\u20d7", "dot": "˙", "ddot": "¨", "tilde": "˜", "widehat": "\u0302",
    "overline": "‾", "underline": "_", "overbrace": "⏞", "underbrace": "⏟",
}  # fmt: skip
STRETCHY = {"widehat", "overline", "underline", "overbrace", "underbrace"}
BELOW = {"underline", "underbrace"}

FRACTIONS = {"frac": "", "dfrac": "display", "tfrac": "text", "binom": ""}
ALPHABETS = {
    "mathbf": "bold",
    "boldsymbol": "bold-italic",
    "bm": "bold-italic",
    "mathbb": "double-struck",
    "mathcal": "script",
    "mathrm": "upright",
}
WORDS = ("text", "operatorname")
SIZES = {"big": 1.2, "Big": 1.8, "bigg": 2.4, "Bigg": 3.0}
"""Heights in em; also with l or r at the end."""

ENVIRONMENTS = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"), "cases": ("{", ""),
    "aligned": ("", ""), "align": ("", ""), "align*": ("", ""), "split": ("", ""),
}  # fmt: skip
"""Name → the brackets around it."""
ALIGNED = {"aligned", "align", "align*", "split"}

STRUCTURES = ("sqrt", "left", "right", "begin", "end")

HINTS = {
    "array": "use bmatrix, pmatrix or cases",
    "displaystyle": "use \\dfrac, or $$ … $$ on a line of its own",
    "eqnarray": "use aligned",
    "equation": "$$ … $$ on a line of its own is enough",
    "equation*": "$$ … $$ on a line of its own is enough",
    "limits": "limits go where they belong by themselves",
    "mathop": "use \\operatorname",
    "mbox": "use \\text",
    "newcommand": "formulas cannot define commands",
    "def": "formulas cannot define commands",
    "rm": "use \\mathrm{…}",
    "bf": "use \\mathbf{…}",
    "textbf": "use \\mathbf{…} or \\text{…}",
    "textrm": "use \\text{…}",
    "over": "use \\frac{…}{…}",
    "mathds": "use \\mathbb",
}
"""What to write instead of commands that people often try."""

COMMANDS = frozenset(
    {*SYMBOLS, *SPACES, *ACCENTS, *FRACTIONS, *ALPHABETS, *WORDS, *STRUCTURES}
    | {size + side for size in SIZES for side in ("", "l", "r")}
)
"""Every command there is, without its backslash."""


def styled_letter(letter: str, alphabet: str) -> str | None:
    """The letter, digit or Greek letter in a mathematical alphabet of Unicode; None where it has none."""
    name = unicodedata.name(letter, "").replace("GREEK ", "").replace("LATIN ", "").replace(" LETTER", "")
    if letter.isdigit():
        alphabet = alphabet.removesuffix("-italic")
    for candidate in (f"MATHEMATICAL {alphabet} {name}", f"{alphabet} {name}"):
        try:
            return unicodedata.lookup(candidate.upper().replace("BOLD-ITALIC", "BOLD ITALIC"))
        except KeyError:
            continue
    return None
