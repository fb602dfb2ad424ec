"""Pictures on disk: drawn once, found again, never wrong."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import generator.figures
from generator.build import Workshop, build_site
from generator.figures import illustrate
from generator.pages.figure_html import FigureHtml
from generator.picture_cache import PictureCache, digest_files, source_files
from generator.spec import load_course
from generator.weight_header import SHIPPED_MODELS

LESSON = """\
language: en
title: {title}
sections: [{{id: a, title: A, figures: [{{id: f, kind: {kind}, caption: {title}}}]}}]
"""
PICTURE = FigureHtml("<svg>±</svg>", "alt", "caption", "reading", (("a", "b"), ("1", "2")))


def build(folder: Path, title: str = "One", kind: str = "weight_grid, neuron: 3", course: str = "") -> str:
    """The one page of a course that is built by a new process, as far as that is possible within one."""
    lessons = folder / "lessons"
    lessons.mkdir(exist_ok=True)
    (lessons / "course.yaml").write_text(f"title: C\n{course}", encoding="utf-8")
    (lessons / "one.yaml").write_text(LESSON.format(title=title, kind=kind), encoding="utf-8")
    workshop = Workshop()
    workshop.keep_pictures(folder / "cache")
    files = build_site(load_course(lessons), workshop)
    (page,) = (file for file in files if file.uri == "en/one.md")
    return page.fragments["f"]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of the figures that were drawn, in order."""
    kinds: list[str] = []

    def watched(figure, library, **about):
        kinds.append(figure.kind)
        return illustrate(figure, library, **about)

    monkeypatch.setattr(generator.figures, "illustrate", watched)
    return kinds


def test_an_edit_of_prose_draws_nothing_and_shows_the_same_picture(tmp_path, drawn):
    first = build(tmp_path, "One")
    second = build(tmp_path, "Two")
    assert drawn == ["weight_grid"]
    assert second == first.replace(">One<", ">Two<") != first


def test_another_neuron_is_drawn(tmp_path, drawn):
    build(tmp_path)
    build(tmp_path, kind="weight_grid, neuron: 4")
    assert drawn == ["weight_grid"] * 2


def test_other_weights_under_the_same_name_are_drawn(tmp_path, drawn):
    pages = []
    for source in ("digits-relu", "digits-plain"):
        (tmp_path / "lessons").mkdir(exist_ok=True)
        (tmp_path / "lessons" / "mine.npz").write_bytes(SHIPPED_MODELS[source].read_bytes())
        course = "model: mine\nmodels: {mine: mine.npz}\n"
        pages.append(build(tmp_path, course=course))
    assert len(drawn) == 2 and pages[0] != pages[1]


@pytest.mark.parametrize("damage", ["", "{}", "ä", "0" * 40 + "\n{}"])
def test_a_damaged_or_foreign_file_is_drawn_again(tmp_path, drawn, damage):
    first = build(tmp_path)
    (kept,) = (tmp_path / "cache").glob("*.json")
    kept.write_bytes(damage.encode("latin-1"))
    assert build(tmp_path) == first
    assert len(drawn) == 2
    assert build(tmp_path) == first
    assert len(drawn) == 2


def test_a_picture_under_another_ones_name_is_none(tmp_path):
    cache = PictureCache(tmp_path)
    one, two = cache.name("one"), cache.name("two")
    cache.save(one, PICTURE)
    assert cache.load(one) == PICTURE and cache.load(two) is None
    (tmp_path / f"{one}.json").rename(tmp_path / f"{two}.json")
    assert cache.load(two) is None


def test_a_folder_that_cannot_be_one_keeps_nothing(tmp_path, drawn):
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    assert build(tmp_path) == build(tmp_path)
    assert len(drawn) == 2


def test_what_was_not_used_for_longest_goes_first(tmp_path):
    cache = PictureCache(tmp_path / "cache", most=2)
    names = [cache.name(each) for each in "abc"]
    for age, name in enumerate(names[:2]):
        cache.save(name, PICTURE)
        os.utime(tmp_path / "cache" / f"{name}.json", (age, age))
    assert cache.load(names[0])  # used just now, so the other is the older one
    cache.save(names[2], PICTURE)
    assert [bool(cache.load(name)) for name in names] == [True, False, True]
    assert (tmp_path / "cache" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_names_change_with_files_and_not_with_how_parts_meet(tmp_path):
    cache = PictureCache(tmp_path)
    assert cache.name("ab", "c") != cache.name("a", "bc")
    (tmp_path / "a").write_bytes(b"1")
    before = digest_files([("a", tmp_path / "a")])
    (tmp_path / "a").write_bytes(b"2")
    assert digest_files([("a", tmp_path / "a")]) != before != digest_files([("a", tmp_path / "none")])


def imported_by(path: Path) -> list[str]:
    """The modules of this program that a module names, as paths below generator/ without their suffix."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return [name.replace(".", "/") for name in names if name.startswith("generator.")]


def test_every_module_that_drawing_stands_on_decides_names():
    package = Path(generator.__file__).parent
    decides = {path for _, path in source_files()}
    for path in (path for part in ("figures", "network") for path in (package / part).rglob("*.py")):
        for name in imported_by(path):
            module = package.parent / name
            assert {module.with_suffix(".py"), module / "__init__.py"} & decides, f"{path} stands on {name}"


SCRIPT = """
import sys
from pathlib import Path
from generator.build import Workshop, build_site
from generator.spec import load_course
workshop = Workshop()
workshop.keep_pictures(Path(sys.argv[1]))
build_site(load_course(Path(sys.argv[2])), workshop)
print([name for name in ("numpy", "matplotlib", "generator.figures") if name in sys.modules])
"""


def test_a_chart_that_is_kept_loads_neither_matplotlib_nor_numpy(tmp_path):
    build(tmp_path, kind="activation_curves")
    environment = {**os.environ, "PYTHONPATH": ":".join(path for path in sys.path if path)}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "other"), str(tmp_path / "lessons")]
    loaded = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()
        for _ in range(2)
    ]
    assert loaded == ["['numpy', 'matplotlib', 'generator.figures']", "[]"]
