"""Where pydantic's complaint belongs: in the author's data, and in our models.

A pydantic ``loc`` names the chosen class of a union (``"weight_grid"``), the member types of others
(``"float"``) and languages that a plain string never had. Walking the models and the data together tells
these from real keys.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from generator.spec.places import Data, Loc
from generator.spec.text import Expected, Model

Annotation: TypeAlias = Any
"""A type as a model's field declares it."""

DISCRIMINATORS = ("type", "kind")
_WORDS: dict[Any, str] = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


class Place(NamedTuple):
    """Somewhere in the data. ``owner`` is the innermost model around it, ``field`` that model's field."""

    loc: Loc
    owner: type[Model]
    owner_loc: Loc = ()
    field: str = ""
    annotation: Annotation = None
    key: Annotation = None
    is_key: bool = False


def members(annotation: Annotation) -> tuple[Any, ...]:
    """The types a value may have: unions and annotations taken apart."""
    origin: object = get_origin(annotation)
    if origin is Annotated:
        return members(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return tuple(member for part in get_args(annotation) for member in members(part))
    return (annotation,)


def models_in(annotation: Annotation) -> tuple[type[Model], ...]:
    """The models among ``members``."""
    return tuple(part for part in members(annotation) if isinstance(part, type) and issubclass(part, Model))


def discriminator_of(models: Sequence[type[Model]]) -> str:
    """The field whose value chooses among ``models``; ``""`` if there is nothing to choose."""
    for name in DISCRIMINATORS:
        if len(models) > 1 and all(name in model.model_fields for model in models):
            return name
    return ""


def tags_of(model: type[Model], discriminator: str) -> tuple[str, ...]:
    """The values of the discriminator that mean ``model``."""
    return literal_values(model.model_fields[discriminator].annotation)


def literal_values(annotation: Annotation) -> tuple[Any, ...]:
    """Everything a ``Literal`` allows, also inside unions."""
    found = [get_args(part) for part in members(annotation) if get_origin(part) is Literal]
    return tuple(value for values in found for value in values)


def expected_of(annotation: Annotation) -> Expected | None:
    """The nearest ``Expected`` that a type carries."""
    origin: object = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        return next((item for item in reversed(metadata) if isinstance(item, Expected)), None) or expected_of(
            inner
        )
    if origin in (Union, types.UnionType):
        parts = [part for part in get_args(annotation) if part is not type(None)]
        return expected_of(parts[0]) if len(parts) == 1 else None
    return None


def words_for(annotation: Annotation) -> str:
    """What is expected, in words: "text", "a whole number", "a list" …"""
    if expected := expected_of(annotation):
        return expected.words
    models = models_in(annotation)
    fields = (
        f"the fields of {noun(models[0]) if len(models) == 1 else 'a ' + models[0].noun}" if models else ""
    )
    words = [fields] if fields else []
    for part in members(annotation):
        if part is type(None) or part in models:
            continue
        origin = get_origin(part)
        word = _WORDS.get(part, "")
        word = word or (
            "a list" if origin in (tuple, list) else "fields" if origin in (dict, Mapping) else "text"
        )
        words.append(word)
    return " or ".join(dict.fromkeys(words))


def noun(model: type[Model]) -> str:
    """What messages call a model: "a section", "a number question", "an activation_flow figure"."""
    name = model.noun
    for discriminator in DISCRIMINATORS:
        field = model.model_fields.get(discriminator)
        if field is not None and literal_values(field.annotation):
            name = f"{literal_values(field.annotation)[0]} {name}"
    if name.endswith(".yaml"):
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def field_annotation(model: type[Model], name: str) -> Annotation:
    """A field's type with its metadata (pydantic keeps the two apart)."""
    field = model.model_fields[name]
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def find_place(root: type[Model], error_loc: Sequence[int | str], data: Data) -> Place:
    """Follow a pydantic ``loc`` through the models and the data."""
    place, here = Place((), root, annotation=root), data
    for part in error_loc:
        place, here = _step(place, here, part)
    return place


def _step(place: Place, here: Data, part: int | str) -> tuple[Place, Data]:
    models = models_in(place.annotation)
    discriminator = discriminator_of(models)
    if discriminator and isinstance(part, str):
        chosen = [model for model in models if part in tags_of(model, discriminator)]
        if chosen:
            return place._replace(annotation=chosen[0], owner=chosen[0], owner_loc=place.loc, field=""), here
    if part == "[key]":
        return place._replace(is_key=True), here
    if isinstance(part, int):
        item = _item_annotation(place.annotation, (tuple, list), 0)
        is_list = isinstance(here, list) and part < len(here)
        loc = (*place.loc, part) if is_list else place.loc
        return place._replace(loc=loc, annotation=item), here[part] if is_list else here
    return _step_by_name(place, here, part, models)


def _step_by_name(place: Place, here: Data, part: str, models: Sequence[type[Model]]) -> tuple[Place, Data]:
    loc, below = place.loc, here
    if isinstance(here, dict) and part in here:
        loc, below = (*place.loc, part), here[part]
    if len(models) == 1 and len(members(place.annotation)) - (type(None) in members(place.annotation)) == 1:
        owner = models[0]
        known = part in owner.model_fields
        annotation = field_annotation(owner, part) if known else None
        return Place(loc, owner, place.loc, part, annotation), below
    if part in [model.__name__ for model in models]:  # a label of a plain union
        chosen = next(model for model in models if model.__name__ == part)
        if isinstance(here, dict):
            return Place(place.loc, chosen, place.loc, "", chosen), here
        return place, here
    value = _item_annotation(place.annotation, (dict, Mapping), 1)
    if value is None:
        return place, here
    key = _item_annotation(place.annotation, (dict, Mapping), 0)
    return place._replace(loc=loc, annotation=value, key=key), below


def _item_annotation(annotation: Annotation, origins: tuple[Any, ...], index: int) -> Annotation:
    for part in members(annotation):
        if get_origin(part) in (*origins, *(_ABSTRACT[o] for o in origins if o in _ABSTRACT)):
            return get_args(part)[index]
    return None


_ABSTRACT: dict[Any, Any] = {Mapping: get_origin(Mapping[str, str])}
