"""Reads one formula from left to right into a tree. Public through ``generator.spec.maths``."""

from __future__ import annotations

import re
from difflib import get_close_matches

from generator.spec import maths_symbols as known
from generator.spec import maths_tree as tree
from generator.spec.maths_tokens import MathsError, Token, next_token

MAXIMAL_DEPTH = 24
# How much of a command's name must be right for it to have been meant: \frac by \frca, not \rfloor by \foo.
MEANT = 0.75


class Reader:
    """Reads a formula from left to right. Every method reads one thing and leaves ``at`` behind it."""

    def __init__(self, latex: str) -> None:
        self.latex = latex
        self.at = 0

    def peek(self) -> Token | None:
        """The next token that is not space; None at the end."""
        return next_token(self.latex, self.at)

    def take(self, after: Token, expected: str) -> Token:
        """The next token. Raises MathsError at the end of the formula."""
        token = self.peek()
        if token is None:
            raise after.error(f"{expected} is missing after '{self._source(after)}'")
        self.at = token.end
        return token

    def _source(self, token: Token) -> str:
        return self.latex[token.start : token.end]

    def row(self, depth: int, stop: str = "") -> tree.Row:
        """Everything up to what ends a group, a cell or brackets, or up to the sign ``stop``."""
        if depth > MAXIMAL_DEPTH:
            raise MathsError(self.at, 1, f"nested more than {MAXIMAL_DEPTH} deep")
        children: list[tree.Node] = []
        while (token := self.peek()) and not ends_row(token) and not (stop and token.text == stop):
            children.append(self.scripted(depth))
        return tree.Row(tuple(children))

    def scripted(self, depth: int) -> tree.Node:
        """One thing with its primes, its superscript and its subscript."""
        token = self.peek()
        bare = token is None or is_script(token)
        body = tree.Row(()) if token is None or bare else self.atom(token, depth)
        below: tree.Node | None = None
        primes: tree.Node | None = None
        above: tree.Node | None = None
        while (mark := self.peek()) and is_script(mark):
            self.at = mark.end
            if mark.type == "primes" and primes is None and above is None:
                primes = tree.Symbol("′" * len(mark.text), "prime")
            elif mark.text == "_" and below is None:
                below = self.argument(mark, depth)
            elif mark.text == "^" and above is None:
                above = self.argument(mark, depth)
            else:
                raise mark.error(f"a second '{mark.text}' on the same thing", "group with braces: {x_i}_j")
        if primes and above:
            above = tree.Row((primes, above))
        above = above or primes
        return tree.Scripts(body, below, above) if below or above else body

    def argument(self, after: Token, depth: int) -> tree.Node:
        """What follows a command or ``^``: a group, or a single thing."""
        token = self.peek()
        name = self._source(after)
        if token is None or ends_row(token) or is_script(token):
            raise after.error(f"'{name}' needs something after it", f"write {name}{{…}}")
        if token.type == "number" and len(token.text) > 1:
            raise token.error(f"'{name}{token.text}' would take only the first digit", "put braces around it")
        return self.atom(token, depth + 1)

    def atom(self, token: Token, depth: int) -> tree.Node:
        """One sign, number, group or command with its arguments, beginning with ``token``."""
        self.at = token.end
        if token.type == "number":
            return tree.Symbol(token.text.replace("{,}", ","), "number")
        if token.type == "command":
            return self.command(token, depth)
        if token.text == "{":
            row = self.row(depth + 1)
            self._close(token, "}")
            return row
        if token.text == "~":
            return tree.Space(known.SPACES[" "])
        return _symbol(token)

    def _close(self, opened: Token, sign: str) -> None:
        token = self.peek()
        if token is None or token.type != "sign" or token.text != sign:
            raise opened.error(f"'{self._source(opened)}' is not closed", f"add '{sign}'")
        self.at = token.end

    def command(self, token: Token, depth: int) -> tree.Node:
        """A command whose name has just been taken, with what belongs to it."""
        name = token.text
        if name in known.SYMBOLS:
            return tree.Symbol(*known.SYMBOLS[name])
        if name in known.SPACES:
            return tree.Space(known.SPACES[name])
        if name in known.ACCENTS:
            body = self.argument(token, depth)
            return tree.Accent(body, known.ACCENTS[name], name in known.STRETCHY, name in known.BELOW)
        if name in known.FRACTIONS:
            top, bottom = self.argument(token, depth), self.argument(token, depth)
            return _fraction(name, top, bottom)
        if name.rstrip("lr") in known.SIZES and name in known.COMMANDS:
            text, kind = self.delimiter(token)
            return tree.Big(text, kind, known.SIZES[name.rstrip("lr")])
        readers = {"text": self.words, "operatorname": self.operator, "sqrt": self.root, "left": self.fence}
        if name == "begin":
            return self.table(token, depth)
        if name in known.ALPHABETS:
            return self.letters(token)
        if name in readers:
            return readers[name](token, depth)
        raise _unknown(token)

    def raw(self, after: Token) -> tuple[str, int]:
        """The text between the braces that follow, unread, and where it begins."""
        opened = self.take(after, "'{'")
        if opened.text != "{":
            raise after.error(f"'{self._source(after)}' needs braces", f"write {self._source(after)}{{…}}")
        match = re.compile(r"(?:[^{}\\]|\\[\s\S])*").match(self.latex, self.at)
        start, self.at = self.at, match.end() if match else self.at
        self._close(opened, "}")
        return self.latex[start : self.at - 1], start

    def words(self, token: Token, depth: int) -> tree.Node:
        text, start = self.raw(token)
        if match := re.search(r"\\(?![#$%&_{} ])|\$", text):
            raise MathsError(start + match.start(), 1, r"\text holds words only, no commands and no formulas")
        return tree.Words(re.sub(r"\\(.)", r"\1", text))

    def operator(self, token: Token, depth: int) -> tree.Node:
        """``\\operatorname{softmax}``; with a star its limits go underneath."""
        star = self.latex.startswith("*", self.at)
        self.at += star
        text, start = self.raw(token)
        name = text.replace(r"\,", "\u2009")
        if not re.fullmatch(r"[A-Za-z0-9\u2009 -]+", name):
            raise MathsError(
                start, max(1, len(text)), "a name is made of letters", r"e.g. \operatorname{softmax}"
            )
        return tree.Symbol(name, "limits" if star else "function")

    def letters(self, token: Token) -> tree.Node:
        """``\\mathbf{W}``: letters of another alphabet."""
        text, start = self.raw(token)
        plain = re.sub(r"\\([A-Za-z]+)\s*", lambda found: known.GREEK.get(found[1], "?"), text)
        alphabet = known.ALPHABETS[token.text]
        if alphabet == "upright" and re.fullmatch(r"[A-Za-z0-9]+", plain):
            return tree.Symbol(plain, "upright")
        styled = [known.styled_letter(letter, alphabet) for letter in plain]
        if not styled or None in styled:
            hint = r"use \text{…} for words" if alphabet == "upright" else "it takes letters only"
            raise MathsError(start, max(1, len(text)), f"'\\{token.text}' has no such sign", hint)
        return tree.Row(tuple(tree.Symbol(str(letter), "identifier") for letter in styled))

    def root(self, token: Token, depth: int) -> tree.Node:
        """``\\sqrt{x}`` or ``\\sqrt[3]{x}``."""
        degree = None
        following = self.peek()
        if following and following.text == "[":
            self.at = following.end
            degree = self.row(depth + 1, stop="]")
            self._close(following, "]")
        return tree.Root(self.argument(token, depth), degree)

    def delimiter(self, token: Token) -> tuple[str, known.Kind]:
        """The bracket after ``\\left``, ``\\right`` or ``\\big``."""
        sign = self.take(token, "a bracket")
        if sign.type == "sign" and sign.text in "()[]|/":
            return known.CHARACTERS[sign.text]
        if sign.type == "command" and (sign.text == "|" or sign.text in known.OPENING | known.CLOSING):
            return known.SYMBOLS[sign.text]
        if sign.text == "." and token.text in ("left", "right"):
            return "", "ordinary"
        raise sign.error(
            f"'{self._source(sign)}' is not a bracket", f"after \\{token.text} comes one of ( [ \\{{ |"
        )

    def fence(self, token: Token, depth: int) -> tree.Node:
        """``\\left( … \\right)``."""
        left = self.delimiter(token)[0]
        body = self.row(depth + 1)
        closing = self.peek()
        if closing is None or closing.text != "right":
            raise token.error("'\\left' without '\\right'", "use \\right. where no bracket is wanted")
        self.at = closing.end
        return tree.Fence(left, body, self.delimiter(closing)[0])

    def table(self, token: Token, depth: int) -> tree.Node:
        """``\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}``."""
        name, start = self.raw(token)
        if name not in known.ENVIRONMENTS:
            raise MathsError(
                start, max(1, len(name)), f"unknown environment '{name}'", _near_environment(name)
            )
        rows: list[tuple[tree.Node, ...]] = []
        cells: list[tree.Node] = []
        while True:
            cells.append(self.row(depth + 1))
            mark = self.peek()
            if mark is None or mark.text not in ("&", "\\", "end"):
                raise token.error(f"'\\begin{{{name}}}' is not closed", f"add \\end{{{name}}}")
            self.at = mark.end
            if mark.text != "&":
                rows.append(tuple(cells))
                cells = []
            if mark.text == "end":
                break
        closed, end = self.raw(mark)
        if closed != name:
            raise MathsError(end, max(1, len(closed)), f"'\\end{{{closed}}}' ends '\\begin{{{name}}}'")
        return _table(name, rows, token)


def is_script(token: Token) -> bool:
    return token.type == "primes" or (token.type == "sign" and token.text in ("^", "_"))


def ends_row(token: Token) -> bool:
    if token.type == "command":
        return token.text in ("\\", "right", "end")
    return token.type == "sign" and token.text in ("}", "&")


def _symbol(token: Token) -> tree.Node:
    sign = token.text
    if sign.isascii() and sign.isalpha():
        return tree.Symbol(sign, "identifier")
    found = known.CHARACTERS.get(sign) or known.TYPED.get(sign)
    if found:
        return tree.Symbol(*found)
    if sign == "%":
        raise token.error("'%' begins a comment in LaTeX", "write \\%")
    if sign.isalpha():
        raise token.error(f"'{sign}' is a word, not a formula", f"write \\text{{{sign}…}}")
    raise token.error(f"'{sign}' has no meaning in a formula")


def _fraction(name: str, top: tree.Node, bottom: tree.Node) -> tree.Node:
    fraction = tree.Fraction(top, bottom, known.FRACTIONS[name], name != "binom")
    return fraction if name != "binom" else tree.Fence("(", fraction, ")")


def _table(name: str, rows: list[tuple[tree.Node, ...]], token: Token) -> tree.Node:
    if rows[-1] == (tree.Row(()),):  # a \\ after the last line
        rows.pop()
    if not rows:
        raise token.error(f"'{name}' is empty")
    table = tree.Table(name, tuple(rows))
    left, right = known.ENVIRONMENTS[name]
    return tree.Fence(left, table, right) if left or right else table


def _unknown(token: Token) -> MathsError:
    name = token.text
    near = get_close_matches(name, known.COMMANDS, n=1, cutoff=MEANT)
    hint = known.HINTS.get(name) or (
        f"did you mean \\{near[0]}?" if near else "docs/authoring/text.md lists them"
    )
    return token.error(f"unknown command '\\{name}'", hint)


def _near_environment(name: str) -> str:
    near = get_close_matches(name, known.ENVIRONMENTS, n=1)
    return known.HINTS.get(name) or (f"did you mean {near[0]}?" if near else "e.g. bmatrix, cases, aligned")
