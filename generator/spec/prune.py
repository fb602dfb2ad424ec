"""Cut what is wrong out of a lesson's data, so that the rest can still be checked in the same run.

The cut is generous: a wrong field takes its whole question or figure with it, because what is left of one
would be checked for what it never was. What remains keeps its address in the author's file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.spec.places import Data, Loc

PLACEHOLDER = "–"
"""Stands for a title that is missing or wrong: a text without letters counts as written in every language."""


@dataclass
class Pruned:
    """Data without the wrong parts; ``origins`` maps a shortened list to the indices its items had."""

    data: Data = None
    origins: dict[Loc, list[int]] = field(default_factory=dict)

    def original(self, loc: Loc) -> Loc:
        """The place in the author's file of a place in ``data``."""
        if not self.origins:
            return loc
        found: Loc = ()
        for end, part in enumerate(loc):
            indices = self.origins.get(loc[:end])
            found = (*found, indices[part] if indices is not None and isinstance(part, int) else part)
        return found


def prune(data: Data, wrong: Iterable[Loc]) -> Pruned:
    """Remove the smallest independent part around each wrong place."""
    cuts = {_part_around(loc) for loc in wrong}
    pruned = Pruned()

    def rebuild(value: Data, old: Loc, new: Loc) -> Data:
        if isinstance(value, dict):
            kept = {
                key: rebuild(item, (*old, key), (*new, key))
                for key, item in value.items()
                if (*old, key) not in cuts
            }
            return kept | ({"title": PLACEHOLDER} if (*old, "title") in cuts else {})
        if not isinstance(value, list):
            return value
        indices = [index for index in range(len(value)) if (*old, index) not in cuts]
        if len(indices) < len(value):
            pruned.origins[new] = indices
        return [rebuild(value[index], (*old, index), (*new, at)) for at, index in enumerate(indices)]

    pruned.data = rebuild(data, (), ())
    return pruned


def _part_around(loc: Loc) -> Loc:
    for end in range(len(loc) - 1):
        if loc[end] in ("figures", "questions") and isinstance(loc[end + 1], int):
            return loc[: end + 2]
    if loc[:1] in (("models",), ("goals",), ("sources",), ("terms",)):
        return loc[:2]
    if loc[:1] == ("sections",) and len(loc) > 1:
        return loc[:3]
    return loc[:1]
