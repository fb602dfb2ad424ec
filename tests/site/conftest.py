"""One bilingual site, built once, for the tests that only read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.worlds import ROOT, Project


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Two languages, a lesson in both, one in Korean only, one in English only; under a sub-path."""
    project = Project(tmp_path_factory.mktemp("bilingual")).write()
    run = project.build()
    assert run.returncode == 0, run.stdout + run.stderr
    return project


@pytest.fixture(scope="session", params=["", "https://example.org/lessonloom/"], ids=["local", "published"])
def own_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The repository's own course and documents, as built here and as ``pages.yml`` publishes them.

    The built site, and the address it is built for.
    """
    project = Project(tmp_path_factory.mktemp("own"))
    for name in ("lessons", "docs"):
        shutil.copytree(ROOT / name, project.folder / name)
    shutil.copy(ROOT / "mkdocs.yml", project.folder)
    run = project.build(SITE_URL=request.param)
    assert run.returncode == 0, run.stdout + run.stderr
    return project.site, request.param
