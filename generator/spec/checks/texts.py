"""Texts: none is empty, and double quotes have not eaten the backslashes of their maths."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.questions import written_texts
from generator.spec.draft import Draft
from generator.spec.markup import find_segments

_ESCAPED_WHITE = re.compile(r"\\[tnr][A-Za-z]")


def check_texts(draft: Draft) -> Iterator[Diagnostic]:
    """Look at every string in the file, in whatever field it stands."""
    for loc, text in written_texts(draft, ()):
        if loc in draft.source.parsed.refused:
            continue
        if not text.strip():
            yield draft.at_value(loc, "empty-text", "this text is empty", "write it, or leave the field out")
        elif "$" in text and draft.source.span(loc).style == '"':
            span = draft.source.span(loc)
            eaten = _ESCAPED_WHITE.search(draft.source.text, span.start, span.end)
            if eaten and any(re.search(r"[\t\n\r]", segment.inner) for segment in find_segments(text)):
                sign = eaten[0][:2]
                name = {"\\t": "a tab", "\\n": "a new line", "\\r": "a return"}[sign]
                message = f"'{sign}' between double quotes is {name}, not the beginning of a maths command"
                yield draft.at_value(loc, "bad-escape", message, "use single quotes, or write '\\\\'")
