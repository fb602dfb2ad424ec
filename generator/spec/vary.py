"""``vary``: names and the values they take, from which the variants of a question are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, ClassVar, Self, TypeAlias

from pydantic import Field, PrivateAttr, StringConstraints

from generator.spec.text import Expected, Model

MAX_NAMES = 10
MAX_VALUES = 1000
MAX_VARIANTS = 20
DEFAULT_VARIANTS = 5

VaryValue: TypeAlias = int | float | str
Draw: TypeAlias = Mapping[str, VaryValue]
"""One value for each name."""

Finite = Annotated[float, Field(allow_inf_nan=False)]
_Number = int | Finite
_Value = Annotated[int | Finite | str, Expected("a number or text")]


class Range(Model):
    """Numbers at equal distances."""

    noun: ClassVar[str] = "range"

    start: _Number = Field(description="The first number")
    stop: _Number = Field(description="The last number, if the steps meet it")
    step: _Number = Field(1, description="From one number to the next; 0.1 means exact tenths")

    @property
    def count(self) -> int:
        """How many numbers it has; none if it runs backwards or does not move."""
        start, stop, step = self._decimals()
        return int((stop - start) / step) + 1 if step > 0 and stop >= start else 0

    def numbers(self) -> tuple[int | float, ...]:
        """0, 0.1, 0.2, 0.3: computed in decimals, as they are written. None of a range that is too long."""
        if self.count > MAX_VALUES:
            return ()
        start, _, step = self._decimals()
        exact = (start + place * step for place in range(self.count))
        return tuple(int(number) if number == int(number) else float(number) for number in exact)

    def _decimals(self) -> tuple[Decimal, ...]:
        return tuple(Decimal(repr(number)) for number in (self.start, self.stop, self.step))


Name = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,30}$"),
    Expected("a name", "bad-name", "a name has the letters a-z, digits and '_', such as w or layer_size"),
]
Values = Annotated[
    Annotated[tuple[_Value, ...], Field(min_length=1, max_length=MAX_VALUES, strict=False)] | Range,
    Expected("a list of values, or a range {start: 0, stop: 1, step: 0.1}"),
]

Truth = Annotated[bool | str, Expected('true, false, or a condition in quotes: "{{ w > 0 }}"')]
"""What may hang on the values; computed, it is true or false."""


class Varied(Model):
    """What a question has that comes in variants.

    Computed, such a question is its first variant: ``vary`` then holds one value for each name, and the other
    variants hang on it.
    """

    # Not a MappingProxyType, by which texts in languages are known.
    vary: Annotated[Mapping[Name, Values], Field(max_length=MAX_NAMES)] = Field(
        default_factory=dict, description="Names and their values; every text is computed with them"
    )
    where: str | None = Field(None, description="A condition on the values, such as abs(w * a) > 0.2")
    variants: Annotated[int, Field(ge=2, le=MAX_VARIANTS)] = Field(
        DEFAULT_VARIANTS, description="How many variants are drawn, if there are so many different ones"
    )
    _others: tuple[Varied, ...] = PrivateAttr(())

    def values(self) -> dict[str, tuple[VaryValue, ...]]:
        """What each name may be."""
        return {
            name: given.numbers() if isinstance(given, Range) else tuple(dict.fromkeys(given))
            for name, given in self.vary.items()
        }

    def with_values(self, draw: Draw) -> Self:
        """The variant that a draw makes."""
        return self.model_copy(update={"vary": {name: (value,) for name, value in draw.items()}})

    def with_others(self, others: tuple[Self, ...]) -> Self:
        """A computed question that knows the variants after the first."""
        copy = self.model_copy()
        copy._others = others
        return copy

    def all_variants(self) -> tuple[Self, ...]:
        """A computed question's variants, first this one; of a question that does not vary, itself."""
        return (self, *self._others)  # type: ignore[arg-type]
