"""One search index for each language, so that learners find pages of their own language only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

# Languages that Material's search worker brings word lists for; others are searched with the English ones.
INDEXED = frozenset(
    "ar da de el en es fi fr he hi hu hy it ja kn ko nl no pt ro ru sa sv ta te th tr vi zh".split()
)

# How Material indexes. The trimmer deletes every Hangul word, and the stemmer breaks the search for the
# beginning of a word.
SEARCH: dict[str, Any] = {"lang": ["en"], "separator": r"[\s\u200b\-]+", "pipeline": ["stopWordFilter"]}


def split_search_index(index: Mapping[str, Any], languages: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Material's index of the whole site → folder → index of that part: a language, or "" for the rest.

    Locations become relative to the folder, which the pages in it name as their base.
    """
    entries: dict[str, list[dict[str, Any]]] = {folder: [] for folder in (*languages, "")}
    for entry in index["docs"]:
        folder, _, rest = entry["location"].partition("/")
        if folder in languages:
            entries[folder].append({**entry, "location": rest})
        else:
            entries[""].append(entry)
    return {
        folder: {"config": _config(index["config"], folder), "docs": docs} for folder, docs in entries.items()
    }


def _config(config: Mapping[str, Any], language: str) -> dict[str, Any]:
    short = language.split("-")[0]
    return {**config, **SEARCH, "lang": [short if short in INDEXED else "en"]}
