"""glossary.yaml: the words of a course, explained in a few sentences each."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.spec.text import Model, Slug, Spellings, Text


class Term(Model):
    """One word. It is shown in the languages that have both its ``term`` and its ``text``."""

    noun: ClassVar[str] = "term"

    id: Slug = Field(description="Stable and ASCII: links lead to it")
    term: Text = Field(description="Plain text, as it stands within a sentence")
    also: Spellings = Field(
        default_factory=dict, description="Other forms that are the same word: plurals, spellings, synonyms"
    )
    text: Text = Field(description="Markdown; a few sentences")

    def spellings(self, language: str) -> tuple[str, ...]:
        """Every form of the word in ``language``; none where it is not explained in it."""
        if language not in self.term or language not in self.text:
            return ()
        return (self.term[language], *self.also.get(language, ()))


class GlossaryFile(Model):
    """The content of glossary.yaml."""

    noun: ClassVar[str] = "glossary.yaml"

    terms: Annotated[tuple[Term, ...], Field(min_length=1, strict=False)] = Field(
        description="The words, in any order: each language sorts them"
    )

    def shown(self, language: str) -> tuple[Term, ...]:
        """The words that are explained in ``language``."""
        return tuple(term for term in self.terms if term.spellings(language))
