"""glossary.yaml on disk → a GlossaryFile, or every problem in it."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Diagnostic
from generator.plain_file import exists
from generator.spec.checks.glossary import check_glossary
from generator.spec.draft import Setting
from generator.spec.glossary import GlossaryFile
from generator.spec.places import Data
from generator.spec.source import Source, read_source
from generator.spec.validate import validate

GLOSSARY_FILE = "glossary.yaml"


def read_glossary(folder: Path) -> Source | None:
    """The file as it is written; None for a course without a glossary."""
    path = folder / GLOSSARY_FILE
    return read_source(path) if exists(path) else None


def term_ids(source: Source | None) -> frozenset[str] | None:
    """The ids of the words; None if the file cannot be read as YAML."""
    if source and source.data is None:
        return None
    data: Data = source.data if source else None
    terms = data.get("terms") if isinstance(data, dict) else None
    found = (term.get("id") for term in terms if isinstance(term, dict)) if isinstance(terms, list) else ()
    return frozenset(each for each in found if isinstance(each, str))


def load_glossary(
    source: Source | None, setting: Setting
) -> tuple[GlossaryFile | None, tuple[Diagnostic, ...]]:
    """The glossary unless something in it is wrong, and what that is."""
    if source is None:
        return None, ()
    found = list(source.diagnostics)
    if source.data is None:
        return None, tuple(found)
    context = {"language": setting.language, "languages": setting.languages}
    validated = validate(GlossaryFile, source.data, source, context)
    found += validated.diagnostics
    found += check_glossary(source, setting, validated.model, validated.pruned)
    is_wrong = any(each.severity == "error" for each in found)
    return None if is_wrong else validated.model, tuple(dict.fromkeys(found))
