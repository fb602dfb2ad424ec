"""A quote that nobody closed, found where it opens.

Such a text runs on to where the next one opens, perhaps lines below, and all quotes after it are the wrong
way round. libyaml stumbles over what the next text holds, where there is nothing that an author could mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml.tokens import ScalarToken, Token

from generator.spec.places import Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FIELD = re.compile(r"(?:\n[ \t]*(?:- +)?(?:\{ *)?|, *)[\w-]+:(?=\s|[\"']$)")
_GOES_ON = re.compile(r"[^\s,:#}\]]")


def find_open_quote(text: str) -> Problem | None:
    """The first quoted text that holds a ``field:`` and is glued to what follows, if there is one."""
    for start, end in _quoted_texts(text):
        if _FIELD.search(text, start, end) and _GOES_ON.match(text, end):
            sign = text[start]
            lines = [text.count("\n", 0, place) + 1 for place in (start, end)]
            if lines[0] == lines[1]:
                message = "the quote that opens here closes only where the next one opens"
            else:
                message = f"the quote that opens here closes only in line {lines[1]}"
            return Problem(
                "unclosed-quote", message, start, start + 1, f"close the text with {sign} in line {lines[0]}"
            )
    return None


def _quoted_texts(text: str) -> Iterator[tuple[int, int]]:
    """Where the quoted scalars begin and end, up to where libyaml gives up."""
    loader = _Loader(text)
    try:
        for token in _tokens(loader):
            if isinstance(token, ScalarToken) and token.style in ("'", '"'):
                yield token.start_mark.index, token.end_mark.index
    finally:
        loader.dispose()


def _tokens(loader: yaml.SafeLoader) -> Iterator[Token]:
    try:
        yield from iter(loader.get_token, None)
    except yaml.YAMLError:
        return
