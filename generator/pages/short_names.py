"""A module in few bytes: without blanks, line breaks and comments, and with short names.

A name is shortened only if it is declared in this very module. It keeps its length if it is also the key of
what is taken apart or put together by name (``{ size }``) or is exported; properties keep theirs anyway. What
a name at the top becomes, it becomes in the whole module; in each statement at the top all others have their
own. So no scopes within functions need to be understood.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from string import ascii_lowercase, ascii_uppercase, digits

from generator.pages.js_tokens import CLOSED, Token, partners, tokens

DECLARING = {"const", "let", "function", "class"}
NEVER = set(
    "as async await break case catch class const continue delete do else export extends false finally for"
    " from function get if import in instanceof let new null of return set static super switch this throw"
    " true try typeof undefined void while yield arguments document window location".split()
)
APART = re.compile(r"[\w$]{2}|\+\+|--|//")
BEFORE_A_BOUND = ("(", "[", "{", ",", "...", ":")
BETWEEN = Token("sign", ";")


@lru_cache(maxsize=256)  # a preview builds again and again
def shorten(module: str) -> str:
    """The module with short names, and with nothing between its tokens that need not be there.

    Raises:
        ValueError: for what is not understood.
    """
    code = _Code(tokens(module))
    written = {text for kind, text in code.tokens if kind == "name"}
    at_top = {name for place, name, depth in code.declared if depth == 0}
    kept = NEVER | {name for place, name in code.used if place in code.alone}
    used = Counter(name for _, name in code.used)
    top = [name for name, _ in used.most_common() if name in at_top - kept]
    names = dict(zip(top, _short(ascii_uppercase, written), strict=False))
    short = [*islice(_short(ascii_lowercase, written), 300)]
    for places, declared in code.statements():
        own = declared - at_top - NEVER - {code.tokens[place].text for place in places if place in code.alone}
        found = [name for name in dict.fromkeys(code.tokens[place].text for place in places) if name in own]
        code.rename(places, names | dict(zip(found, short, strict=False)))
    return _joined(code.tokens)


def _short(first: str, taken: set[str]) -> Iterator[str]:
    """Names that begin with one of these letters, the shortest first."""
    for more in range(3):
        for letters in product(first, *[ascii_lowercase + digits] * more):
            if (name := "".join(letters)) not in taken:
                yield name


class _Code:
    """The tokens of a module, and what can be told of the names among them.

    used      place and name of each that is not that of a property
    alone     places of those that are also keys, or exported or imported
    declared  place, name and depth of each that is declared, parameters included; 0 is the top
    """

    def __init__(self, read: list[Token]) -> None:
        self.tokens = [BETWEEN, *read, BETWEEN]
        self.partners = partners(self.tokens)
        self.ends: list[int] = []
        self.around: list[str] = []
        self.depth: list[int] = []
        self._look_around()
        places = [place for place, token in enumerate(self.tokens) if token.kind == "name"]
        self.used = [(place, self.tokens[place].text) for place in places if not self._is_property(place)]
        self.alone = {place for place, _ in self.used if self._is_alone(place)}
        self.declared = sorted(self._declared())

    def _look_around(self) -> None:
        closing, open_ones = set(self.partners.values()), [""]
        for place, (_, text) in enumerate(self.tokens):
            if place in closing:
                open_ones.pop()
            self.around.append(open_ones[-1])
            self.depth.append(len(open_ones) - 1)
            if place in self.partners:
                open_ones.append(text)
            ends = text == ";" or (text == "}" and self.tokens[place + 1].kind == "name")
            if ends and self.depth[place] == 0:
                self.ends.append(place)

    def statements(self) -> Iterator[tuple[list[int], set[str]]]:
        """Of each statement at the top the places of the names used, and the names declared in it."""
        places: dict[int, list[int]] = defaultdict(list)
        declared: dict[int, set[str]] = defaultdict(set)
        for place, _ in self.used:
            places[bisect_left(self.ends, place)].append(place)
        for place, name, _ in self.declared:
            declared[bisect_left(self.ends, place)].add(name)
        return ((places[statement], declared[statement]) for statement in places)

    def rename(self, places: list[int], names: dict[str, str]) -> None:
        """Gives each of these names its new one."""
        for place in places:
            name = self.tokens[place].text
            self.tokens[place] = Token("name", names.get(name, name))

    def _declared(self) -> Iterator[tuple[int, str, int]]:
        for place, name in self.used:
            before, after = self.tokens[place - 1].text, self.tokens[place + 1].text
            if before in DECLARING:
                yield place, name, self.depth[place]
            elif after == "=>":
                yield place, name, self.depth[place] + 1
        for bracket in self.partners:
            if self._is_bound(bracket):
                at_top = self.depth[bracket] == 0 and self.tokens[bracket - 1].text in DECLARING
                yield from ((place, name, 0 if at_top else 1) for place, name in self._within(bracket))

    def _is_alone(self, place: int) -> bool:
        before, after = self.tokens[place - 1].text, self.tokens[place + 1].text
        key = before in ("{", ",") and after in (",", "}", "=")
        field = before in (";", "}", "static") and after == "="
        in_braces = self.around[place] == "{" and (key or field)
        return in_braces or "export" in (self.tokens[place - 2].text, self.tokens[place - 3].text)

    def _is_property(self, place: int) -> bool:
        before, after = self.tokens[place - 1].text, self.tokens[place + 1].text
        is_key = after == ":" and self.around[place] == "{" and before in ("{", ",")
        return before in (".", "?.", "#") or is_key or self._is_method(place)

    def _is_method(self, place: int) -> bool:
        """Whether a method is defined here."""
        kind, text = self.tokens[place]
        bracket = place + 1 if self.tokens[place + 1].text == "(" else None
        if bracket is None or kind != "name" or text in NEVER or self.around[place] != "{":
            return False
        return self._before_body(bracket) == "{" and self.tokens[place - 1].text not in ("function", ".")

    def _before_body(self, bracket: int) -> str:
        return self.tokens[self.partners[bracket] + 1].text

    def _is_bound(self, bracket: int) -> bool:
        """Whether names within this bracket are declared: those of parameters, or of what is taken apart."""
        before, opening = self.tokens[bracket - 1].text, self.tokens[bracket].text
        if opening != "(":
            return before in ("const", "let")
        is_function = "function" in (before, self.tokens[bracket - 2].text)
        is_arrow = self._before_body(bracket) == "=>"
        return is_function or is_arrow or before == "catch" or self._is_method(bracket - 1)

    def _within(self, bracket: int) -> Iterator[tuple[int, str]]:
        for place in range(bracket + 1, self.partners[bracket]):
            kind, name = self.tokens[place]
            before, after = self.tokens[place - 1].text, self.tokens[place + 1].text
            if kind == "name" and before in BEFORE_A_BOUND and after in (",", ")", "]", "}", "="):
                yield place, name


def _joined(read: list[Token]) -> str:
    parts: list[str] = []
    for place in range(1, len(read) - 1):
        text, after = read[place].text, read[place + 1].text
        if text == "," and after in CLOSED and read[place - 1].text not in ("[", ","):
            continue
        parts.append(text)
        if _must_part(text[-1] + after[0]):
            parts.append(" ")
    return "".join(parts)


@lru_cache(maxsize=4096)
def _must_part(signs: str) -> bool:
    return bool(APART.search(signs))
