"""The small types every other model is built from: localised text, ids, times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import CoreSchema

from generator.spec.markup import find_segments
from generator.spec.places import Data

LANGUAGE = r"[a-z]{2,3}(-[A-Z]{2})?"
ID = r"[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?"
_WORD = re.compile(r"\w+")
# Symbols of units are the same in every language, though they are small: 5 km, 20 kg, mm².
_UNIT = re.compile(r"(?:[kcmnµμ][mgsl]|mol)[²³]?")
TIME = re.compile(r"(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)")


class Expected(NamedTuple):
    """How messages speak of a type of value: "expected {words}, found …", under the diagnostic ``code``."""

    words: str
    code: str = "wrong-value"
    hint: str = ""


class Model(BaseModel):
    """Frozen, and nothing beyond the declared fields.

    ``noun`` is what messages call it; where a field (``type`` or ``kind``) chooses among classes, its value
    stands before the noun: "a number question".
    """

    noun: ClassVar[str] = "mapping"

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True, defer_build=True
    )


class Shared:
    """Stands last in a type that many fields have: pydantic works the type out once, not for each of them.

    ``json_schema`` is what the JSON Schema says of the type.
    """

    def __init__(self, json_schema: Mapping[str, Any]) -> None:
        self._json_schema = dict(json_schema)
        self._core_schema: CoreSchema | None = None

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        self._core_schema = self._core_schema or handler(source)
        return dict(self._core_schema)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self._json_schema)


Language = Annotated[
    str,
    StringConstraints(pattern=rf"^{LANGUAGE}$"),
    Expected("a language code such as en or ko", "bad-language"),
]
Slug = Annotated[
    str,
    StringConstraints(pattern=rf"^{ID}$"),
    Expected("an id", "bad-id", "an id has the letters a-z, digits and '-', at most 64 of them"),
]


def default_language(info: ValidationInfo) -> str:
    """The language that plain strings are in; the loader passes it as validation context."""
    return str((info.context or {}).get("language", "en"))


def is_language_neutral(text: str) -> bool:
    """Whether a text reads the same in every language: only names outside maths, expressions and code."""
    first = _WORD.match(text)
    if first and not _is_name(first[0]):  # none of the three begins with a letter
        return False
    ink, done = [], 0
    for segment in find_segments(text):
        ink.append(text[done : segment.start])
        done = segment.end
    rest = re.sub(r"\{\{[^{}]*\}\}", "", "".join([*ink, text[done:]]))
    return all(_is_name(word) for word in _WORD.findall(rest))


def _is_name(word: str) -> bool:
    """A number, a letter, a unit, a name with a capital inside: ``7``, ``W``, ``km``, ``ReLU``, ``MNIST``.

    ``Weights`` is none: any sentence can begin with such a word. Hangul, without capitals, is none, either.
    """
    if _UNIT.fullmatch(word):
        return True
    letters = [character for character in word if character.isalpha()]
    has_cases = all(letter.isupper() or letter.islower() for letter in letters)
    return has_cases and (len(letters) < 2 or any(letter.isupper() for letter in letters[1:]))


def _languages_of(texts: list[Data], info: ValidationInfo) -> tuple[str, ...]:
    """The languages a plain text stands in: all of the lesson's if it is neutral, else the default."""
    context = info.context or {}
    default = (str(context.get("language", "en")),)
    languages = tuple(context.get("languages", ())) or default
    if languages != default and all(isinstance(text, str) and is_language_neutral(text) for text in texts):
        return languages
    return default


def _localise(value: Data, info: ValidationInfo) -> Data:
    return dict.fromkeys(_languages_of([value], info), value) if isinstance(value, str) else value


_TEXT_SCHEMA = {
    "description": "A plain string, or one string per language",
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "propertyNames": {"pattern": f"^{LANGUAGE}$"},
            "additionalProperties": {"type": "string"},
            "minProperties": 1,
        },
    ],
}

Text = Annotated[
    Mapping[Language, str],
    Field(min_length=1),
    BeforeValidator(_localise),
    AfterValidator(MappingProxyType),
    Expected("text, or one text per language", "wrong-type"),
    Shared(_TEXT_SCHEMA),
]
"""Language → text. Markdown or plain text, as the field says."""


def _name(value: Data, info: ValidationInfo) -> Data:
    if not isinstance(value, str):
        return value
    languages = tuple((info.context or {}).get("languages", ())) or (default_language(info),)
    return dict.fromkeys(languages, value)


Name = Annotated[
    Mapping[Language, str],
    Field(min_length=1),
    BeforeValidator(_name),
    AfterValidator(MappingProxyType),
    Expected("a name, or one name per language", "wrong-type"),
    Shared({**_TEXT_SCHEMA, "description": "A name, the same in every language, or one per language"}),
]
"""Language → what something is called. A plain string is its name in every language."""


def _localise_list(value: Data, info: ValidationInfo) -> Data:
    if isinstance(value, str):
        value = [value]
    if isinstance(value, list):
        value = dict.fromkeys(_languages_of(value, info), value)
    if isinstance(value, dict):
        value = {key: [item] if isinstance(item, str) else item for key, item in value.items()}
        value = {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}
    return value


_STRINGS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
Texts = Annotated[
    Mapping[Language, Annotated[tuple[str, ...], Field(min_length=1)]],
    Field(min_length=1),
    BeforeValidator(_localise_list),
    AfterValidator(MappingProxyType),
    Expected("text, a list of texts, or either per language", "wrong-type"),
    Shared(
        {
            "description": "A string, a list of strings, or either per language",
            "anyOf": [
                *_STRINGS["anyOf"],
                {
                    "type": "object",
                    "propertyNames": {"pattern": f"^{LANGUAGE}$"},
                    "additionalProperties": _STRINGS,
                },
            ],
        }
    ),
]
"""Language → several plain strings."""


Spellings = Annotated[
    Mapping[Language, tuple[str, ...]],
    BeforeValidator(_localise_list),
    AfterValidator(MappingProxyType),
    Expected("text, a list of texts, or either per language", "wrong-type"),
    Shared(
        {
            "anyOf": [
                *_STRINGS["anyOf"],
                {
                    "type": "object",
                    "propertyNames": {"pattern": f"^{LANGUAGE}$"},
                    "additionalProperties": {
                        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
                    },
                },
            ],
        }
    ),
]
"""Language → plain strings, perhaps none."""


def parse_time(value: Data) -> Data:
    """``"9:08"`` or ``"1:02:03"`` → seconds. Anything else raises ValueError with a sentence."""
    if isinstance(value, str) and (match := TIME.fullmatch(value.strip())):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds
    raise ValueError('expected a time such as "9:08" or "1:02:03", in quotes')


def format_time(seconds: int) -> str:
    """548 → ``9:08``; 3723 → ``1:02:03``."""
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


Time = Annotated[
    int,
    BeforeValidator(parse_time),
    Expected('a time such as "9:08" or "1:02:03", in quotes', "bad-time"),
    Shared(
        {
            "type": "string",
            "pattern": r"^(\d{1,2}:)?[0-5]?\d:[0-5]\d$",
            "description": 'A moment in the video, in quotes: "9:08" or "1:02:03"',
        }
    ),
]
"""Seconds from the start of the video."""


def pick(text: Mapping[str, str], language: str) -> tuple[str, str]:
    """The text in ``language``, else in the first language it has; returns (text, language it is in)."""
    if language in text:
        return text[language], language
    first = next(iter(text))
    return text[first], first


def pick_all(texts: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    """The spellings in ``language``, else in the first language that has some."""
    return texts.get(language) or next(iter(texts.values()))
