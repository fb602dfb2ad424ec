"""pydantic's complaints in our words, each at its place in the author's file."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from generator.errors import Diagnostic
from generator.spec.ids import slugify
from generator.spec.lookalikes import hint_for
from generator.spec.near_names import near_field, suggest, suggest_field
from generator.spec.places import Data, Loc
from generator.spec.shape import (
    Place,
    discriminator_of,
    expected_of,
    find_place,
    literal_values,
    members,
    models_in,
    noun,
    tags_of,
    words_for,
)
from generator.spec.source import Source
from generator.spec.text import Model

MAX_SHOWN = 40
MAX_EXPLAINED = 300


def spell(value: Data) -> str:
    """What an author wrote, in words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return f"'{shorten(value)}'" if value else "an empty text"
    return "a list" if isinstance(value, list) else "fields ('key: value')"


def shorten(text: str) -> str:
    """A text for a message: one line, not long."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_SHOWN else line[: MAX_SHOWN - 1] + "…"


def explain_errors(
    error: ValidationError, root: type[Model], source: Source, data: Data
) -> Iterator[Diagnostic]:
    """One diagnostic a place. ``data`` is what was validated: the source's data with ids filled in."""
    seen: set[tuple[Loc, str]] = set()
    items = [
        (find_place(root, item["loc"], data), item)
        for item in error.errors(include_url=False)[:MAX_EXPLAINED]
    ]
    misspelled = {pair for place, item in items for pair in _misspelled(place, item)}
    for place, item in items:
        if is_echo(place, item, source) or (place.owner_loc, *item["loc"][-1:]) in misspelled:
            continue
        diagnostic = _explain(place, item, source)
        if (place.loc, diagnostic.message) not in seen and not _covered(place.loc, diagnostic, seen):
            seen.add((place.loc, diagnostic.message))
            yield diagnostic


def _misspelled(place: Place, item: Mapping[str, Any]) -> Iterator[tuple[Loc, str]]:
    """The field that an unknown field was meant to be: that it is missing need not be said as well."""
    if item["type"] == "extra_forbidden":
        if near := near_field(place.field, place.owner.model_fields):
            yield place.owner_loc, near


def is_echo(place: Place, item: Mapping[str, Any], source: Source) -> bool:
    """Whether a complaint repeats another: about the YAML, a list's items, or a union's other member."""
    if any(place.loc[:end] in source.parsed.refused for end in range(len(place.loc) + 1)):
        return True
    if item["type"] == "missing" and (*place.owner_loc, "<<") in source.parsed.refused:
        return True
    if place.loc == () and item["loc"] == ("id",):  # nothing was written; the file's name gave a wrong id
        return True
    value = source.value_at(place.loc)
    if item["type"] == "too_short":  # pydantic counts only the items that are right
        return isinstance(value, list) and len(value) >= item["ctx"]["min_length"]
    models = models_in(place.annotation)
    if item["type"] == "model_type" and isinstance(value, list) and len(members(place.annotation)) > 1:
        return True  # what is wrong with the list is told at its items
    is_other_member = len(members(place.annotation)) > len(models) > 0 and not item["type"].startswith(
        "union_tag"
    )
    return is_other_member and isinstance(value, dict) and item["type"] not in ("missing", "extra_forbidden")


def _covered(loc: Loc, diagnostic: Diagnostic, seen: set[tuple[Loc, str]]) -> bool:
    """The members of a plain union each complain about one value; the first complaint is enough."""
    return diagnostic.code not in ("missing-field", "unknown-field") and any(
        place == loc for place, _ in seen
    )


def _explain(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    explain = _EXPLAINERS.get(item["type"], _wrong_type if item["type"].endswith("_type") else _wrong_value)
    diagnostic = explain(place, item, source)
    hint = hint_for(source.value_at(place.loc))
    return replace(diagnostic, hint=hint) if hint else diagnostic


def _unknown_field(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    name = str(place.field)
    message = f"unknown field '{shorten(name)}' in {noun(place.owner)}"
    if name.strip("\u00a0\u3000") != name:
        return source.at_key(
            place.loc, "unknown-field", message, "the spaces before it are not ordinary spaces"
        )
    return source.at_key(place.loc, "unknown-field", message, suggest_field(name, place.owner.model_fields))


def _missing_field(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    message = f"{noun(place.owner)} needs the field '{item['loc'][-1]}'"
    return source.at_value(place.owner_loc, "missing-field", message)


def _missing_tag(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    models = models_in(place.annotation)
    discriminator = discriminator_of(models)
    tags = [tag for model in models for tag in tags_of(model, discriminator)]
    message = f"a {models[0].noun} needs the field '{discriminator}'"
    return source.at_value(place.loc, "missing-field", message, f"one of {', '.join(tags)}")


def _unknown_tag(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    models = models_in(place.annotation)
    discriminator = discriminator_of(models)
    tags = [tag for model in models for tag in tags_of(model, discriminator)]
    loc = (*place.loc, discriminator)
    name = source.value_at(loc)
    if not isinstance(name, str):
        return source.at_value(
            loc,
            "wrong-type",
            f"expected a {models[0].noun} {discriminator}, found {spell(name)}",
            f"one of {', '.join(tags)}",
        )
    message = f"unknown {models[0].noun} {discriminator} '{shorten(name)}'"
    if models[0].noun == "figure":
        code = "unknown-figure-kind"
    else:
        code = "unknown-question-type" if models[0].noun == "question" else "unknown-value"
    return source.at_value(loc, code, message, suggest(name, tags))


def _unknown_choice(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    value = source.value_at(place.loc)
    if not isinstance(value, str):
        return _wrong_type(place, item, source)
    message = f"'{place.field}' cannot be '{shorten(value)}'"
    return source.at_value(
        place.loc, "unknown-value", message, suggest(value, map(str, literal_values(place.annotation)))
    )


def _out_of_range(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    limits = item["ctx"]
    words = {"ge": "at least", "gt": "greater than", "le": "at most", "lt": "less than"}
    limit = next(f"{words[key]} {value:g}" for key, value in limits.items() if key in words)
    value = source.value_at(place.loc)
    message = f"'{place.field}' must be {limit}, found {value}"
    return source.at_value(place.loc, "out-of-range", message)


def _wrong_length(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    count, context = item["ctx"].get("actual_length"), item["ctx"]
    unit = "character" if item["type"].startswith("string") else "item"
    if "min_length" in context:
        limit, code, side = context["min_length"], "too-few", "at least"
    else:
        limit, code, side = context["max_length"], "too-many", "at most"
    owner = noun(place.owner)
    message = f"'{place.field}' in {owner} needs {side} {limit} {unit}{'s' * (limit != 1)}"
    count = len(item["input"]) if count is None and hasattr(item["input"], "__len__") else count
    return source.at_key(place.loc, code, f"{message}, found {count}")


def _not_finite(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    value = source.value_at(place.loc)
    shown = (
        "a value that is no number (nan)" if isinstance(value, float) and math.isnan(value) else "infinity"
    )
    return source.at_value(place.loc, "not-finite", f"expected a finite number, found {shown}")


def _wrong_type(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    value = source.value_at(place.loc)
    if not place.loc and isinstance(value, str):
        hint = "write a space after ':'" if ":" in value else ""
        return source.at_value(
            (), "wrong-type", f"expected the fields of {noun(place.owner)}, found text", hint
        )
    wanted = words_for(place.annotation)
    expected = expected_of(place.annotation)
    code = expected.code if expected and isinstance(value, str) else "wrong-type"
    return source.at_value(
        place.loc, code, f"expected {wanted}, found {spell(value)}", _type_hint(place, wanted, value)
    )


def _type_hint(place: Place, wanted: str, value: Data) -> str:
    """How to write what was probably meant."""
    if wanted.startswith("text") and isinstance(value, bool | int | float):
        shown = str(value).lower() if isinstance(value, bool) else value
        return f'write "{shown}" in quotes'
    if wanted.startswith("text") and isinstance(value, list) and value and isinstance(value[0], list):
        return "a text that begins with '[[' needs quotes, or stands under 'text: |'"
    if (
        "number" in wanted
        and isinstance(value, str)
        and value.strip("+-").replace(",", "").replace(".", "").isdigit()
    ):
        return (
            f"write {value.replace(',', '')} without quotes"
            if "," not in value
            else f"write {value.replace(',', '')}"
        )
    if wanted == "true or false" and isinstance(value, str):
        return "write true or false, without quotes"
    if wanted == "a list" and not isinstance(value, list):
        return "a list has one line '- …' for each item"
    expected = expected_of(place.annotation)
    return expected.hint if expected else ""


def _wrong_value(place: Place, item: Mapping[str, Any], source: Source) -> Diagnostic:
    expected = expected_of(place.annotation)
    if place.is_key:
        return _wrong_key(place, source)
    value = source.value_at(place.loc)
    code = expected.code if expected else "wrong-value"
    hint = expected.hint if expected else ""
    if code == "bad-id" and isinstance(value, str):
        slug = slugify(value)
        hint = f"write '{slug}': an id has only a-z, 0-9 and '-'" if slug else hint
        return source.at_value(place.loc, code, f"'{shorten(value)}' is not an id", hint)
    return source.at_value(
        place.loc, code, f"expected {words_for(place.annotation)}, found {spell(value)}", hint
    )


def _wrong_key(place: Place, source: Source) -> Diagnostic:
    name, expected = str(place.loc[-1]), expected_of(place.key)
    if expected is not None and expected.code == "bad-id":
        return source.at_key(place.loc, "bad-id", f"'{shorten(name)}' is not an id", expected.hint)
    if expected is not None and expected.code != "bad-language":
        message = f"expected {expected.words}, found '{shorten(name)}'"
        return source.at_key(place.loc, expected.code, message, expected.hint)
    hint = "write a space after ':'" if ":" in name else "languages are codes such as en, ko or pt-BR"
    return source.at_key(place.loc, "bad-language", f"'{shorten(name)}' is not a language code", hint)


_EXPLAINERS: Mapping[str, Callable[[Place, Mapping[str, Any], Source], Diagnostic]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing_field,
    "union_tag_not_found": _missing_tag,
    "union_tag_invalid": _unknown_tag,
    "literal_error": _unknown_choice,
    "greater_than": _out_of_range,
    "greater_than_equal": _out_of_range,
    "less_than": _out_of_range,
    "less_than_equal": _out_of_range,
    "too_short": _wrong_length,
    "too_long": _wrong_length,
    "string_too_short": _wrong_length,
    "string_too_long": _wrong_length,
    "finite_number": _not_finite,
}
