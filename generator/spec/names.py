"""Which names an author may give to values of expressions."""

from __future__ import annotations

import keyword

from generator.spec.functions import FUNCTIONS, GATHERERS

TAKEN = frozenset(("model", "models", "digit", *FUNCTIONS, *GATHERERS))


def check_name(name: str) -> str:
    """Why a name cannot be given, or nothing."""
    is_taken = name in TAKEN or keyword.iskeyword(name)
    return f"'{name}' has a meaning in expressions already" if is_taken else ""
