"""Foreign text → what an author would have to write so that the page shows exactly that text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Signs that begin something in Markdown, maths or placements wherever they stand.
_ANYWHERE = re.compile(r"[\\`*_\[\]<$|~]|&(?=#?\w+;)")
# Signs that begin something only at the start of a line: headings, quotations, lists, rules, definitions.
_LINE_START = re.compile(r"^(?:([#>+=:-])|(\d{1,9})([.)])(?=\s|$))")
_EXPRESSION = re.compile(r"(\\*)\{\{")
_LINE_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """``text`` on one line, without what no page can show: control and direction signs, half characters."""
    if not (text.isascii() and text.isprintable()):
        kept = "".join(sign if _is_shown(sign) else " " if sign.isspace() else "" for sign in text)
        text = unicodedata.normalize("NFC", kept)
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def _is_shown(sign: str) -> bool:
    if sign in "\u200c\u200d\ufe0f" or "\U000e0020" <= sign <= "\U000e007f":  # joiners and tags inside emoji
        return True
    is_nonsign = ord(sign) & 0xFFFE == 0xFFFE or "\ufdd0" <= sign <= "\ufdef"
    return not is_nonsign and unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def hidden_signs(text: str) -> list[str]:
    """Which signs of ``text`` vanish in ``clean``, as U+0000, once each."""
    lost = {sign for sign in set(text) if not _is_shown(sign) and not sign.isspace() and sign != "\ufeff"}
    return sorted(f"U+{ord(sign):04X}" for sign in lost)


def to_plain(text: str) -> str:
    """One line for a plain-text field: only expressions have to be kept from being computed there."""
    return _EXPRESSION.sub(lambda match: match[1] * 2 + r"\{{", clean(text))


def to_inline_markdown(text: str) -> str:
    """One line of Markdown that shows ``text``."""
    return _escape_line(clean(text))


def to_block_markdown(text: str) -> str:
    """Paragraphs of Markdown that show ``text``: one for every line, since Markdown would join them."""
    return "\n\n".join(_escape_line(line) for part in _LINE_BREAK.split(text) if (line := clean(part)))


def _escape_line(line: str) -> str:
    line = _ANYWHERE.sub(lambda match: "\\" + match[0], line).replace("{{", r"\{{")
    return _LINE_START.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", line)
