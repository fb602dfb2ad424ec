"""Compiled templates on disk, and what the theme's list of files leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.pages.templating import keep_compiled, leave_icons_out


def templates(folder: Path, cache: Path) -> Environment:
    made = Environment(loader=FileSystemLoader(folder))
    keep_compiled(made, cache)
    return made


def test_a_template_is_compiled_again_only_when_its_source_changes(tmp_path, monkeypatch):
    cache = tmp_path / "cache" / "templates"
    (tmp_path / "page.html").write_text("a {{ x }}", encoding="utf-8")
    assert templates(tmp_path, cache).get_template("page.html").render(x=1) == "a 1"
    assert (cache / ".gitignore").read_text(encoding="utf-8") == "*\n"
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
        assert templates(tmp_path, cache).get_template("page.html").render(x=2) == "a 2"
    (tmp_path / "page.html").write_text("b {{ x }}", encoding="utf-8")
    assert templates(tmp_path, cache).get_template("page.html").render(x=3) == "b 3"


def test_what_is_kept_depends_on_how_it_was_compiled(tmp_path):
    (tmp_path / "page.html").write_text("{% if 1 %}\na\n{% endif %}", encoding="utf-8")
    assert templates(tmp_path, tmp_path / "cache").get_template("page.html").render() == "\na\n"
    trimming = Environment(loader=FileSystemLoader(tmp_path), trim_blocks=True)
    keep_compiled(trimming, tmp_path / "cache")
    assert trimming.get_template("page.html").render() == "a\n"


def test_a_damaged_file_and_a_folder_that_cannot_be_one_keep_nothing(tmp_path):
    (tmp_path / "page.html").write_text("a", encoding="utf-8")
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    assert templates(tmp_path, tmp_path / "file" / "cache").get_template("page.html").render() == "a"
    assert templates(tmp_path, tmp_path / "cache").get_template("page.html").render() == "a"
    (kept,) = (path for path in (tmp_path / "cache").iterdir() if path.name != ".gitignore")
    kept.write_bytes(kept.read_bytes()[:-5])
    assert templates(tmp_path, tmp_path / "cache").get_template("page.html").render() == "a"


def test_files_in_folders_with_a_dot_are_not_listed_and_still_found(tmp_path):
    for name in ("main.html", ".icons/a.svg", "assets/b.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    made = leave_icons_out(lambda: Environment(loader=FileSystemLoader(tmp_path)))()
    assert made.list_templates() == ["assets/b.css", "main.html"]
    assert made.get_template(".icons/a.svg").render() == ".icons/a.svg"
