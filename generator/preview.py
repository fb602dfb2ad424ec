"""The site while its author is at work: what is broken is shown on its page, and the rest stays as it was."""

from __future__ import annotations

from pathlib import Path

from generator.build import Workshop, build_site
from generator.errors import SpecError, format_diagnostic
from generator.pages import SiteFile
from generator.spec import load_course


class Preview:
    """Builds from files that may be wrong at any moment. (First cut.)"""

    def __init__(self, folder: Path, workshop: Workshop) -> None:
        self.folder = folder
        self.workshop = workshop
        self.last: list[SiteFile] = []

    def files(self) -> tuple[list[SiteFile], list[str]]:
        """The site's files and the problems as lines for the terminal. Never raises for a wrong file."""
        try:
            self.last = build_site(load_course(self.folder), self.workshop)
        except SpecError as error:
            return self.last, [format_diagnostic(each) for each in error.diagnostics]
        return self.last, []
