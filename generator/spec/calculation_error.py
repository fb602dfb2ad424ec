"""What is wrong with an expression."""

from __future__ import annotations


class CalculationError(Exception):
    """What is wrong with an expression; ``start`` and ``length`` say where in it, in characters."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
        self.start, self.length = 0, 0

    def at(self, start: int, length: int) -> CalculationError:
        """Give the error its place, unless something deeper in the expression has done so."""
        if not self.length:
            self.start, self.length = start, max(length, 1)
        return self
