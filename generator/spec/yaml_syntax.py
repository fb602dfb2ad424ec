"""What libyaml could not read, in words that say what to write instead.

libyaml points at the character where it gave up, which is often not where the author slipped. Each function
below knows one slip, looks at the text around that character and answers with a Problem at the slip, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from generator.spec.lookalikes import find_lookalike_near
from generator.spec.open_quotes import find_open_quote
from generator.spec.places import Problem, Span

QUOTES = "put the whole text in quotes"


@dataclass(frozen=True)
class _Fault:
    """Where and why reading stopped. ``index`` is where, ``context`` where the construct began."""

    text: str
    problem: str
    index: int
    construct: str
    context: int
    last: Span | None

    @property
    def character(self) -> str:
        return self.text[self.index : self.index + 1]

    @property
    def line_start(self) -> int:
        return self.text.rfind("\n", 0, self.index) + 1

    @property
    def line(self) -> str:
        """The line at fault, up to its break."""
        return self.text[self.line_start :].split("\n", 1)[0].rstrip("\r")

    def line_number(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def at(
        self, code: str, message: str, hint: str = "", *, start: int | None = None, length: int = 1
    ) -> Problem:
        begin = self.index if start is None else start
        return Problem(code, message, begin, begin + length, hint)


def quote(text: str) -> str:
    """``text`` as a YAML author would quote it."""
    shown = text if len(text) <= 40 else text[:37] + "…"
    return f"'{shown}'" if '"' in shown or "\\" in shown else f'"{shown}"'


def _tab(fault: _Fault) -> Problem | None:
    indentation = re.match(r"[ \t]*", fault.line)
    place = fault.line_start + (indentation[0] if indentation else "").find("\t")
    if place >= fault.line_start:
        return fault.at("yaml-tab", "a tab cannot indent YAML", "use spaces", start=place)
    return None


def _odd_space(fault: _Fault) -> Problem | None:
    """Non-breaking and ideographic spaces look like indentation and are not."""
    match = re.match(r" *([\u00a0\u3000\u2000-\u200b])", fault.line)
    if not match:
        return None
    message = f"this line is indented with U+{ord(match[1]):04X}, which only looks like a space"
    return fault.at("yaml-syntax", message, "use ordinary spaces", start=fault.line_start + match.start(1))


def _unclosed_quote(fault: _Fault) -> Problem | None:
    if "quoted scalar" in fault.construct and (
        "end of stream" in fault.problem or "document indicator" in fault.problem
    ):
        return fault.at(
            "unclosed-quote",
            "this quote is never closed",
            "write the same quote at the end of the text",
            start=fault.context,
        )
    return None


def _escape(fault: _Fault) -> Problem | None:
    if "quoted scalar" not in fault.construct or "escape" not in fault.problem:
        return None
    # libyaml marks the backslash or the sign after it, depending on the escape.
    start = fault.index if fault.character == "\\" else fault.index - 1
    shown = fault.text[start : start + 2]
    message = f"'{shown}' is no escape that YAML knows between double quotes"
    return fault.at(
        "bad-escape", message, "use single quotes, or write '\\\\' for a backslash", start=start, length=2
    )


def _odd_beginning(fault: _Fault) -> Problem | None:
    """A value that begins with a sign YAML keeps for itself."""
    signs = {"while scanning an alias": "*", "while scanning an anchor": "&", "while scanning a tag": "!"}
    start = fault.context if fault.construct in signs else fault.index
    sign = fault.text[start : start + 1]
    begins = (
        fault.construct in signs
        or "cannot start any token" in fault.problem
        or "did not find expected node content" in fault.problem
        or "mapping keys are not allowed" in fault.problem
        or ("comment or line break" in fault.problem and fault.text[fault.context : fault.context + 1] == ">")
        or "while scanning a directive" in fault.construct
    )
    if ">" in fault.text[fault.context : fault.context + 1] and "comment or line break" in fault.problem:
        start, sign = fault.context, ">"
    if not begins or not sign.strip() or sign in "\t":
        return None
    rest = fault.text[start:].split("\n", 1)[0].rstrip()
    return fault.at(
        "needs-quotes", f"a text that begins with '{sign}' needs quotes", f"write {quote(rest)}", start=start
    )


def _text_after_bar(fault: _Fault) -> Problem | None:
    if "while scanning a block scalar" in fault.construct and "comment or line break" in fault.problem:
        return fault.at(
            "yaml-syntax",
            "the text after '|' begins on the next line",
            "move it down and indent it",
            length=len(fault.line) - (fault.index - fault.line_start),
        )
    return None


def _second_colon(fault: _Fault) -> Problem | None:
    """``key: a text: with a colon`` or a line that is indented too far or not at all a ``key: value``."""
    if "mapping values are not allowed" not in fault.problem:
        return None
    match = re.match(r"[ ]*(?:- +)*(?:[^\s:'\"][^:]*|'[^']*'|\"[^\"]*\"):[ ]+(?=\S)", fault.line)
    if match and fault.line_start + match.end() <= fault.index:
        value = re.sub(r"\s+#.*", "", fault.line[match.end() :])
        return fault.at(
            "needs-quotes",
            "a text with ': ' in it needs quotes",
            f"write {quote(value.rstrip())}",
            start=fault.line_start + match.end(),
            length=len(value.rstrip()),
        )
    return _after_another_line(fault)


def _after_another_line(fault: _Fault) -> Problem:
    above = fault.text[: fault.line_start].rstrip()
    previous = above[above.rfind("\n") + 1 :]
    indent = len(fault.line) - len(fault.line.lstrip())
    start, key = fault.line_start + indent, fault.line.lstrip().split(":", 1)[0]
    number = fault.line_number(max(len(above) - 1, 0))
    if re.search(r":(\s|$)", previous) is None:
        shape = re.match(r"\s*(?:- )?([\w-]+):\S", previous)
        hint = "write a space after ':'" if shape else "every line is 'key: value', or text under 'key: |'"
        width = len(previous.strip())
        return fault.at(
            "yaml-syntax", f"line {number} is not 'key: value'", hint, start=len(above) - width, length=width
        )
    message = f"this line is indented further than line {number}, which already has a value"
    return fault.at(
        "bad-indentation", message, "align it with its sister fields", start=start, length=len(key)
    )


def _not_a_field(fault: _Fault) -> Problem | None:
    if "could not find expected ':'" not in fault.problem:
        return None
    line = fault.text[fault.context :].split("\n", 1)[0].rstrip()
    glued = re.match(r"(?:- )?[\w-]+:\S", line)
    hint = "write a space after ':'" if glued else "every line is 'key: value', or text under 'key: |'"
    return fault.at(
        "yaml-syntax", "this line is not 'key: value'", hint, start=fault.context, length=len(line)
    )


def _after_quote(fault: _Fault) -> Problem | None:
    """``'it's'`` and ``"What" is this``: text goes on where a quote has closed."""
    last = fault.last
    if last is None or last.style not in ("'", '"') or fault.text[last.end : fault.index].strip(" \t"):
        return None
    opened, closed = fault.line_number(last.start), fault.line_number(last.end)
    if opened != closed:
        message = f"the quote that opens here closes only in line {closed}"
        return fault.at(
            "unclosed-quote", message, f"close the text with {last.style} in line {opened}", start=last.start
        )
    if last.style == "'":
        hint = "put the whole text in double quotes, or write '' for an apostrophe"
    else:
        hint = 'put the whole text in single quotes, or write \\" for a quote'
    return fault.at("unclosed-quote", "the text goes on after its closing quote", hint, start=last.end - 1)


def _brackets(fault: _Fault) -> Problem | None:
    """A ``{…}`` or ``[…]`` on one line that does not close, or holds a text that needs quotes."""
    if "while parsing a flow" not in fault.construct:
        return None
    # Where the file ends right behind the bracket, libyaml names its end.
    start = max(fault.text.rfind(sign, 0, fault.context + 1) for sign in "{[")
    opening = fault.text[start : start + 1]
    closing = {"{": "}", "[": "]"}.get(opening, opening)
    if not fault.character or fault.text[fault.context : fault.index].count("\n"):
        message = f"this '{opening}' is never closed"
        return fault.at("unclosed-bracket", message, f"write '{closing}' at its end", start=start)
    message = f"expected ',' or '{closing}' before '{fault.character}'"
    return fault.at(
        "yaml-syntax", message, "inside { } and [ ], a text with , : { } [ or ] in it needs quotes"
    )


def _dash(fault: _Fault) -> Problem | None:
    if "block sequence entries are not allowed" in fault.problem:
        if fault.text[: fault.index].rstrip(" ").endswith(":"):
            return fault.at(
                "yaml-syntax",
                "a list begins on the line below its key",
                "move it down, or put text that begins with '-' in quotes",
            )
        return fault.at("bad-indentation", "this list item is indented differently from the lines around it")
    return None


def _alignment(fault: _Fault) -> Problem | None:
    if "did not find expected key" in fault.problem and fault.character == "-":
        message = "a list item cannot stand beside fields"
        return fault.at(
            "bad-indentation", message, "align it with the other '-' of its list, below their key"
        )
    if "did not find expected key" in fault.problem or "did not find expected '-' indicator" in fault.problem:
        message = "this line is aligned with no line above it"
        return fault.at(
            "bad-indentation",
            message,
            "check the spaces at the beginning of this line",
            length=max(1, len(fault.line) - (fault.index - fault.line_start)),
        )
    return None


def _extra_closing(fault: _Fault) -> Problem | None:
    if fault.character and fault.character in "}]" and "document start" in fault.problem:
        return fault.at("yaml-syntax", f"this '{fault.character}' closes nothing", "delete it")
    return None


_SLIPS: tuple[Callable[[_Fault], Problem | None], ...] = (
    lambda fault: find_open_quote(fault.text),
    _unclosed_quote,
    _escape,
    _after_quote,
    _brackets,
    _tab,
    _odd_space,
    _odd_beginning,
    _text_after_bar,
    lambda fault: find_lookalike_near(fault.text, fault.problem, fault.line_start, fault.context),
    _second_colon,
    _not_a_field,
    _dash,
    _alignment,
    _extra_closing,
)


def explain_syntax(text: str, error: yaml.YAMLError, last: Span | None) -> Problem:
    """Turn libyaml's complaint into a Problem. ``last`` is the last scalar that was read."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    index = min(mark.index if mark else 0, len(text))
    fault = _Fault(
        text,
        getattr(error, "problem", None) or "",
        index,
        getattr(error, "context", None) or "",
        context.index if context else index,
        last,
    )
    for explain in _SLIPS:
        if problem := explain(fault):
            return problem
    while index > 0 and (index >= len(text) or text[index].isspace()):
        index -= 1  # never point past the end
    return Problem(
        "yaml-syntax",
        "this cannot be read as YAML",
        index,
        index + 1,
        "check the indentation and the quotes of this line and the one above",
    )
