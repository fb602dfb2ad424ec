"""Pictures as pages see them, and the files that live ones fetch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from generator.pages.questions.answer_key import script_json
from generator.pages.site_file import SiteFile

WORDS_FOLDER = "assets/words"


@dataclass(frozen=True)
class FigureHtml:
    """A picture as pages see it: they never import numpy, so the build copies it. ``caption`` and ``reading``
    are HTML phrases; ``live`` are the settings of a figure that comes to life, its words among them,
    ``files`` what it fetches besides these: the uri and text of each."""

    svg: str
    alt: str
    caption: str
    reading: str
    table: tuple[tuple[str, ...], ...] | None = None
    live: Mapping[str, Any] | None = None
    files: tuple[tuple[str, str], ...] = ()

    @property
    def is_animated(self) -> bool:
        return 'class="nn-twins nn-animated"' in self.svg

    @property
    def words_file(self) -> tuple[str, str]:
        """The uri and text of what a live figure says, which all pages in a language share."""
        text = json.dumps((self.live or {})["words"], ensure_ascii=False, separators=(",", ":"))
        return f"{WORDS_FOLDER}/{sha256(text.encode()).hexdigest()[:12]}.json", text

    @property
    def settings(self) -> str:
        """What the figure's module needs, as JSON; the sample digits to choose from stand in the page."""
        kept = {key: value for key, value in (self.live or {}).items() if key != "samples"}
        return script_json({**kept, "words": self.words_file[0]})

    @property
    def is_signed(self) -> bool:
        """Whether it shows signs in colours that the reader may choose."""
        return "var(--nn-positive" in self.svg and "nn-palette-video" not in self.svg


def fetched_files(pictures: Iterable[FigureHtml]) -> tuple[SiteFile, ...]:
    """What figures fetch when they come to life, each file once."""
    live = [picture for picture in pictures if picture.live]
    texts = dict(file for picture in live for file in (*picture.files, picture.words_file))
    return tuple(SiteFile(uri, text.encode()) for uri, text in texts.items())
