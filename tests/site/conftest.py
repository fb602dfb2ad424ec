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


@pytest.fixture(scope="session")
def own_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the repository's own course and documents, which keeps its pictures from build to build."""
    project = Project(tmp_path_factory.mktemp("own"))
    for name in ("lessons", "docs"):
        shutil.copytree(ROOT / name, project.folder / name)
    shutil.copy(ROOT / "mkdocs.yml", project.folder)
    return project


@pytest.fixture(scope="session", params=["", "https://example.org/lessonloom/"], ids=["local", "published"])
def own_site(request: pytest.FixtureRequest, own_project: Project) -> tuple[Path, str]:
    """The repository's own course and documents, as built here and as ``pages.yml`` publishes them.

    The built site, and the address it is built for.
    """
    run = own_project.build(SITE_URL=request.param)
    assert run.returncode == 0, run.stdout + run.stderr
    return own_project.site, request.param
