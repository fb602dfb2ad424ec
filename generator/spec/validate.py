"""Plain data → a frozen model, with everything wrong explained, and the valid rest for the checks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from generator.errors import Diagnostic
from generator.spec.explain import MAX_EXPLAINED, explain_errors, is_echo
from generator.spec.places import Data, Loc
from generator.spec.prune import Pruned, prune
from generator.spec.shape import find_place
from generator.spec.source import Source
from generator.spec.text import LANGUAGE, Model

M = TypeVar("M", bound=Model)


class Validated(NamedTuple, Generic[M]):
    """``model`` is made from all data or, if there are diagnostics, from ``pruned``, if that is possible."""

    model: M | None
    diagnostics: tuple[Diagnostic, ...]
    pruned: Pruned


def written_languages(data: Data, language: str) -> tuple[str, ...]:
    """The languages of a file: those of its title; ``language`` if that is a plain string."""
    title = data.get("title") if isinstance(data, dict) else None
    if isinstance(title, dict):
        found = tuple(key for key in title if isinstance(key, str) and re.fullmatch(LANGUAGE, key))
        return found or (language,)
    return (language,)


def validate(kind: type[M], data: Data, source: Source, context: Mapping[str, Any]) -> Validated[M]:
    """Validate ``data``, which is the source's data, perhaps with ids filled in."""
    try:
        return Validated(kind.model_validate(data, context=dict(context)), (), Pruned(data))
    except ValidationError as error:
        diagnostics = tuple(explain_errors(error, kind, source, data))
        wrong: list[Loc] = [*source.parsed.refused]
        items = error.errors(include_url=False)
        if len(items) > MAX_EXPLAINED:
            return Validated(None, diagnostics, Pruned())
        for item in items:
            place = find_place(kind, item["loc"], data)
            if is_echo(place, item, source):
                continue
            wrong.append((*place.owner_loc, str(item["loc"][-1])) if item["type"] == "missing" else place.loc)
    pruned = prune(data, wrong) if () not in wrong else Pruned()
    try:
        model = kind.model_validate(pruned.data, context=dict(context))
    except ValidationError:
        return Validated(None, diagnostics, pruned)
    return Validated(model, diagnostics, pruned)
