"""Whether a lesson makes sense: one module per subject, each with functions Draft → diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.errors import Diagnostic
from generator.spec.checks.define import check_define
from generator.spec.checks.figures import check_figures
from generator.spec.checks.ids import check_ids
from generator.spec.checks.languages import check_languages
from generator.spec.checks.links import check_links
from generator.spec.checks.placements import check_placements
from generator.spec.checks.questions import check_questions
from generator.spec.checks.sections import check_sections
from generator.spec.checks.texts import check_texts
from generator.spec.checks.variants import check_variants
from generator.spec.checks.wording import check_wording
from generator.spec.draft import Draft

CHECKS: tuple[Callable[[Draft], Iterator[Diagnostic]], ...] = (
    check_define,
    check_figures,
    check_ids,
    check_languages,
    check_links,
    check_placements,
    check_questions,
    check_sections,
    check_texts,
    check_variants,
    check_wording,
)


def check_lesson(draft: Draft) -> Iterator[Diagnostic]:
    """Everything that is wrong with a lesson although each field by itself is well formed."""
    for check in CHECKS:
        yield from check(draft)
