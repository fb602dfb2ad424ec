"""Author's Markdown → HTML that can run nothing. The only way for an author's formatted text into a page.

Maths is taken out first and put back as MathML last, so neither Markdown nor the sanitiser sees it; inside an
attribute (a title, an image's words, an address) it is put back as it was written, before the sanitiser. In
between, raw HTML is not read as HTML at all (``<script>`` appears as those eight characters), apart from a
few tags without attributes that Markdown has no signs for; whatever Markdown makes of the rest passes an
allow-list. Links lead to ``http``, ``https`` and ``mailto`` addresses, to ``#id`` on the same page, to
``lesson:ID#id`` and ``glossary:ID``; images lie in the course's own folder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX, AtomicString

from generator.pages.images import IMAGE_FOLDER, image_address
from generator.pages.line_breaks import hold_particles
from generator.pages.ui_text import ui_text
from generator.spec.markup import Segment, find_blanks, find_segments

LESSONS = "../"
"""The way from a lesson's page to the folder of the lessons, on whose other pages it is another one."""

_PUNCTUATION = list("""!"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~""")
_ESCAPED = r"\\([!-/:-@\[-`{-~])"
_PLAIN_TAGS = r"(</?(?:kbd|mark|sub|sup)>|<br ?/?>)"

_INLINE_TAGS = {"a", "br", "code", "em", "img", "kbd", "mark", "strong", "sub", "sup"}
_BLOCK_TAGS = {
    *(_INLINE_TAGS | {"blockquote", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre"}),
    *{"table", "tbody", "td", "th", "thead", "tr", "ul"},
}
_ATTRIBUTES = {
    **{"a": {"href", "title"}, "code": {"class"}, "img": {"alt", "src"}},
    **{"ol": {"start"}, "td": {"align"}, "th": {"align"}},
}

# Control signs, the embedding and override signs that turn a line's direction round, and the private-use
# signs that mark where maths was or a slot is: none of them has a use in a lesson.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\ue000-\ue003\ufffe\uffff]")
_TOKEN = re.compile("\ue000(\\d+)\ue001")
_SLOT = re.compile("\ue002(\\d+)\ue003")
# In what the sanitiser wrote, so a quotation mark inside an attribute is an entity.
_TAG_OR_TOKEN = re.compile(f"""<(?:"[^"]*"|[^">])*>|{_TOKEN.pattern}""")
# A slot with what must stay on its line: a bracket before, a particle or a comma behind.
_TAG_OR_SLOT = re.compile(f"""<(?:"[^"]*"|[^">])*>|([(\\[“‘「『]?){_SLOT.pattern}([^\\s<&\ue002]{{0,4}})""")
_SIGN = re.compile(r"[\\`*_\[<&$|#>~]")
_SIGN_OF_A_LINE = re.compile(r"\n\s*(?:[-+=:]|\d+[.)])")
# What a lesson uses most, and whose rules are simple enough to be followed without Markdown.
_STRONG = re.compile(r"(?<!\*)\*\*(?![\s*])([^*\n]+)(?<!\s)\*\*(?!\*)")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
# How Markdown's output is told that an ampersand begins no entity.
_AMPERSAND = f"{AMP_SUBSTITUTE}amp;"
_LESSON_LINK = re.compile(r'href="lesson:([a-z0-9-]+)(#[a-z0-9_-]+)?"')
_TERM_LINK = re.compile(r'href="glossary:([a-z0-9-]+)"')
_IMAGE = re.compile(r'(<img (?:alt="[^"]*" )?)src="')
_HEADING = re.compile(r"<(/?)h[12]>")


class _FriendlyLists(Preprocessor):
    """Lists as authors know them: right below a line of text, nested by two, three or four spaces."""

    BEGINS = re.compile(r" {0,3}(?:[-*+]|1[.)]) +\S")
    ITEM = re.compile(r"( *)(?:[-*+]|\d+[.)]) +\S")

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        for line in self._nest_by_two(lines):
            if (
                out
                and self.BEGINS.match(line)
                and not re.match(r"\s|$", out[-1])
                and not self.ITEM.match(out[-1])
            ):
                out.append("")
            out.append(line)
        return out

    def _nest_by_two(self, lines: list[str]) -> list[str]:
        steps = [len(match[1]) for line in lines if (match := self.ITEM.match(line)) and match[1]]
        step = min(steps, default=2)
        if step <= 2:
            return lines
        return [
            " " * (2 * ((len(line) - len(line.lstrip(" "))) // step)) + line.lstrip(" ") for line in lines
        ]


class _MathsInAttributes(Treeprocessor):
    """Where no MathML can stand, in attributes and addresses shown as they are: the formula as written."""

    sources: Sequence[str] = ()

    def run(self, root: Element) -> None:
        for element in root.iter() if self.sources else ():
            for name, value in element.items():
                element.set(name, self._restore(value))
            if isinstance(element.text, AtomicString):
                element.text = AtomicString(self._restore(element.text))

    def _restore(self, text: str) -> str:
        return _TOKEN.sub(lambda match: self.sources[int(match[1])].replace("&", _AMPERSAND), text)


class _Escape(InlineProcessor):
    """Any sign after a backslash, also an ampersand that would otherwise begin an entity."""

    def handleMatch(  # type: ignore[override]  # the stubs know only the older signature
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        sign = _AMPERSAND if m[1] == "&" else f"{STX}{ord(m[1])}{ETX}"
        return sign, m.start(0), m.end(0)


def _block_markdown() -> Markdown:
    """Tables, fenced code and lists; no raw HTML, no code by indentation (a slip in YAML is not code)."""
    tables = TableExtension(use_align_attribute=True)
    reader = Markdown(extensions=[tables, "fenced_code", "sane_lists"], output_format="html", tab_length=2)
    reader.ESCAPED_CHARS = _PUNCTUATION
    reader.preprocessors.deregister("html_block")
    reader.preprocessors.register(_FriendlyLists(reader), "lists", 20)
    reader.parser.blockprocessors.deregister("code")
    reader.inlinePatterns.register(HtmlInlineProcessor(_PLAIN_TAGS, reader), "html", 90)
    reader.inlinePatterns.register(_Escape(_ESCAPED, reader), "escape", 180)
    return reader


def _inline_markdown() -> Markdown:
    """The same without blocks: an option "1. January" or "- 3" stays as it is written."""
    reader = _block_markdown()
    for name in ("table", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "indent"):
        reader.parser.blockprocessors.deregister(name)
    reader.preprocessors.deregister("fenced_code_block")
    reader.preprocessors.deregister("lists")
    return reader


def _keep_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Addresses that lead somewhere sensible; on code only the name of its language."""
    if attribute == "href":
        return value if re.match(r"#|https?://|mailto:|lesson:|glossary:", value) else None
    if attribute == "src":
        return image_address(value)
    if attribute == "class":
        return value if re.fullmatch(r"language-[\w+-]+", value) else None
    return value


def _cleaner(tags: set[str]) -> nh3.Cleaner:
    attributes = {tag: names for tag, names in _ATTRIBUTES.items() if tag in tags}
    return nh3.Cleaner(
        tags=tags,
        attributes=attributes,
        attribute_filter=_keep_attribute,
        url_schemes={"http", "https", "mailto", "lesson", "glossary"},
    )


class _Converter(NamedTuple):
    """A way to convert, blocks or a line; ``maths`` is the part of ``reader`` that must know the formulas."""

    reader: Markdown
    cleaner: nh3.Cleaner
    maths: _MathsInAttributes


def _converter(reader: Markdown, tags: set[str]) -> _Converter:
    maths = _MathsInAttributes(reader)
    reader.treeprocessors.register(maths, "maths", 15)  # when links are made, before text forgets what it is
    return _Converter(reader, _cleaner(tags), maths)


_BLOCK = _converter(_block_markdown(), _BLOCK_TAGS | {"h1", "h2"})
_INLINE = _converter(_inline_markdown(), _INLINE_TAGS)


@lru_cache(maxsize=8192)
def render_block(text: str, language: str, lessons: str) -> str:
    """Markdown → paragraphs, lists, tables, code, headings from ``<h3>`` down.

    ``language`` is that of the text, ``lessons`` the way from the page to the folder of the lessons,
    with which links to lessons and images begin: ``LESSONS`` from a lesson, nothing from the home page.
    Raises nothing: what cannot be read appears as it was written.
    """
    return hold_particles(_render_block(_UNWANTED.sub("", text).strip(), language, lessons))


def render_with_slots(text: str, language: str, lessons: str, slots: Sequence[str]) -> str:
    """``render_block`` of a text with blanks, in whose places the finished HTML of ``slots`` is put."""
    text, parts, done = _UNWANTED.sub("", text).strip(), [], 0
    for index, mark in enumerate(find_blanks(text)):
        parts += [text[done : mark.start], f"\ue002{index}\ue003"]
        done = mark.end
    waiting = {str(index): slot for index, slot in enumerate(slots)}

    def fill(match: re.Match[str]) -> str:
        """Each slot once, and none inside a tag, whose attribute its quotation marks would end."""
        before, number, behind = match.groups()
        if not number:
            return _SLOT.sub("", match[0])
        slot = f"{before}{waiting.pop(number, '')}{behind}"
        return f'<span class="quiz-held">{slot}</span>' if before or behind else slot

    html = hold_particles(_render_block("".join([*parts, text[done:]]), language, lessons))
    return _TAG_OR_SLOT.sub(fill, html)


def _render_block(text: str, language: str, lessons: str) -> str:
    if (html := _read_plain(text)) is not None:
        return _paragraphs(html)
    html = _convert(text, _BLOCK, language, lessons)
    html = _HEADING.sub(r"<\1h3>", html)
    return _TAG_OR_TOKEN.sub(lambda match: _wrap_table(match, language), html) if "<table>" in html else html


@lru_cache(maxsize=8192)
def render_inline(text: str, language: str, lessons: str) -> str:
    """Markdown → HTML without blocks, for a label, an option or a caption. See ``render_block``."""
    text = _UNWANTED.sub("", text).strip()
    html = _read_plain(text)
    return hold_particles(_convert(text, _INLINE, language, lessons) if html is None else html)


def _read_plain(text: str) -> str | None:
    """Words without any sign of Markdown but ``**strong**``, a hundred times as fast; else None."""
    words = text.replace("**", "")
    if _SIGN.search(words) or "://" in words or "  \n" in words or _SIGN_OF_A_LINE.search(f"\n{words}"):
        return None
    html = _STRONG.sub(r"<strong>\1</strong>", escape(text, quote=False))
    return None if "*" in html else html


def _convert(text: str, how: _Converter, language: str, lessons: str) -> str:
    reader = how.reader
    maths = [segment for segment in find_segments(text) if segment.kind != "code"]
    how.maths.sources = [text[each.start : each.end] for each in maths]
    try:
        html = how.cleaner.clean(reader.reset().convert(_set_tokens(text, maths))).strip()
    except RecursionError:  # lists in lists, hundreds deep: shown as they were written
        reader.parser.state.clear()
        return _paragraphs(escape(text, quote=False))
    html = _UNWANTED_AFTER.sub("", html)
    html = _IMAGE.sub(lambda match: f'{match[1]}loading="lazy" src="{lessons}../{IMAGE_FOLDER}/', html)
    html = _LESSON_LINK.sub(lambda match: f'href="{lessons}{match[1]}/{match[2] or ""}"', html)
    html = _TERM_LINK.sub(lambda match: f'href="{lessons}glossary/#{match[1]}"', html)
    if "\ue000" not in html:
        return html
    return _TAG_OR_TOKEN.sub(lambda match: _put_back(maths, match, language), html)


def _wrap_table(match: re.Match[str], language: str) -> str:
    """A table in a box of its own that scrolls; its class keeps Material from putting it in another."""
    if match[0] == "<table>":
        name = escape(ui_text("page_table", language))
        return f'<nn-scroll class="nn-table" data-name="{name}"><table class="nn-table__cells">'
    return "</table></nn-scroll>" if match[0] == "</table>" else match[0]


def _paragraphs(html: str) -> str:
    return "\n".join(f"<p>{part}</p>" for part in _BLANK_LINES.split(html) if part)


# Entities such as &#x202E; turn into signs only when the sanitiser reads them.
_UNWANTED_AFTER = re.compile("[\u202a-\u202e]")


def _set_tokens(text: str, maths: list[Segment]) -> str:
    parts, position = [], 0
    for index, segment in enumerate(maths):
        parts += [text[position : segment.start], f"\ue000{index}\ue001"]
        position = segment.end
    return "".join([*parts, text[position:]])


def _put_back(maths: list[Segment], match: re.Match[str], language: str) -> str:
    """The formula in place of its token; a token with no formula, which an entity must have made, vanishes.

    A tag is never given a formula: its quotation marks would end the attribute.
    """
    if match[1] is None:
        return _TOKEN.sub("", match[0])
    if int(match[1]) >= len(maths):
        return ""
    formula = maths[int(match[1])]
    # Tables of commands that a course without formulas need not wait for.
    from generator.pages.maths import render_maths

    return render_maths(formula.inner, language, display=formula.kind == "display")
