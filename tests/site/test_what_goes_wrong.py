"""Errors stop a build before the old site is touched; warnings stop nothing; hostile names stay text."""

from __future__ import annotations

import pytest

from tests.site.worlds import BOTH, ENGLISH, Project, hrefs

WRONG = ENGLISH.replace("sections", "sektions")


def tree(project: Project) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in project.site.rglob("*") if path.is_file()}


@pytest.fixture
def project(tmp_path) -> Project:
    """A small site that was built once."""
    project = Project(tmp_path, {"01-only": ENGLISH}, "title: One\n").write()
    assert project.build().returncode == 0
    return project


def test_errors_are_all_told_and_the_old_site_stays(project: Project):
    before = tree(project)
    project.lessons = {"01-only": WRONG, "02-more": "title: [\n"}
    run = project.write().build()
    assert run.returncode == 1
    assert "lessons/01-only.yaml:3:1: unknown field 'sektions'" in run.stderr
    assert "lessons/02-more.yaml:" in run.stderr
    assert "errors in the lessons; the site is as it was" in run.stdout
    assert "Traceback" not in run.stderr
    assert tree(project) == before


def test_an_error_that_only_computing_shows_keeps_the_old_site_too(project: Project):
    before = tree(project)
    project.lessons = {"01-only": ENGLISH.replace("Words.", '"{{ log(0 * model.parameter_count) }}"')}
    run = project.write().build()
    assert run.returncode == 1
    assert "lessons/01-only.yaml:3:" in run.stderr
    assert "Traceback" not in run.stderr
    assert tree(project) == before


@pytest.mark.parametrize("name", ["en/only.md", "en/only/index.md", "index.md", "en/index.md"])
def test_a_real_document_is_never_overwritten(project: Project, name: str):
    before = tree(project)
    project.docs[name] = "# Mine\n"
    run = project.write().build()
    assert run.returncode == 1
    assert f"docs/{name} stands where" in run.stderr
    assert "Traceback" not in run.stderr
    assert tree(project) == before


def test_a_warning_is_printed_and_does_not_fail_a_strict_build(project: Project):
    project.lessons["01-only"] = ENGLISH.replace("id: here, ", "")
    run = project.write().build()
    assert run.returncode == 0
    assert "01-only.yaml:3:" in run.stderr
    assert "warning" in run.stderr


def test_dirty_builds_are_warned_of(project: Project):
    run = project.build("--dirty")
    assert "--dirty" in run.stderr.splitlines()[0]


HOSTILE = """</title><script>alert('A & B')</script>"""


def test_hostile_names_stay_text_everywhere(tmp_path):
    course = (
        f'title: {{en: "{HOSTILE}", ko: "{HOSTILE}"}}\nsummary: {{en: "{HOSTILE}"}}\nlanguages: [en, ko]\n'
    )
    lesson = BOTH.replace("신경망이란", f'"{HOSTILE}"').replace("What is a network?", f'"{HOSTILE}"')
    lesson = lesson.replace("가중치,", f'"{HOSTILE}",').replace("en: Weights", f'en: "{HOSTILE}"')
    project = Project(tmp_path, {"01-network": lesson, "02-slope": ENGLISH}, course).write()
    run = project.build()
    assert run.returncode == 0, run.stderr
    pages = [path.read_text(encoding="utf-8") for path in project.site.rglob("*.html")]
    assert len(pages) > 6
    assert [page for page in pages if "<script>alert" in page] == []
    assert "&lt;script&gt;alert" in project.page("en/network")


def test_a_language_that_the_theme_does_not_speak_is_still_named(tmp_path):
    lesson = "title: Somo\nsections: [{id: a, title: A, text: Maneno}]\n"
    project = Project(tmp_path, {"01-somo": lesson}, "title: Kozi\nlanguages: [sw]\n").write()
    run = project.build()
    assert run.returncode == 0, run.stderr
    assert '<html lang="sw"' in project.page("sw/somo")


def test_a_long_course_lists_the_lessons_around_the_present_one(tmp_path):
    lessons = {
        f"{n:03}-l{n}": f"title: Lesson {n}\nsections: [{{id: a, title: A, text: B}}]\n" for n in range(90)
    }
    project = Project(tmp_path, lessons, "title: Long\n").write()
    assert project.build().returncode == 0
    listed = [href for href in hrefs(project.page("en/l50"), "md-nav__link") if href.startswith("../l")]
    assert "../l49/" in listed and "../l51/" in listed and "../l80/" not in listed
    assert len(listed) < 30
    assert "../#__lessons" in hrefs(project.page("en/l50"))
    assert len(hrefs(project.page("en"))) > 90
