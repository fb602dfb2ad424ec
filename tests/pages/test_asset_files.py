"""Modules are shipped short, and the grader of typed answers as one."""

from __future__ import annotations

import re

import pytest

from generator.pages import asset_files as asset_files_module
from generator.pages.asset_files import ASSETS, asset_files
from generator.pages.short_names import shorten

MODULES = sorted((ASSETS / "js").glob("*.mjs"))


def shipped() -> dict[str, str]:
    files = {file.uri.rpartition("/")[2]: file.content for file in asset_files()}
    return {name: bytes(content).decode() for name, content in files.items() if name.endswith(".mjs")}


def test_shipped_modules_are_short():
    grader = {"grade-text", "near", "numbers", "formula", "units"}
    sources = shipped()
    assert {path.stem for path in MODULES if path.name not in sources} >= grader
    for name, source in sources.items():
        if name != "grade.mjs":
            assert source == shorten((ASSETS / "js" / name).read_text(encoding="utf-8"))


def test_the_grader_is_one_file_that_needs_no_other():
    grader = shipped()["grade.mjs"]
    assert re.findall(r"\bexport\b.{15}", grader) == ["export function grade"]
    assert "아니라" in grader and "softmax" in grader and "import" not in grader
    assert {"grade-choice.mjs", "grade-parts.mjs"} < shipped().keys(), "pages grade these without it"


def test_shortened_modules_are_kept_while_they_are_the_same(tmp_path, monkeypatch):
    kept, fresh = tmp_path / "modules" / "shipped.json", shipped()
    monkeypatch.setattr(asset_files_module, "_kept", kept)
    assert shipped() == fresh and kept.is_file()
    assert (kept.parent / ".gitignore").read_text(encoding="utf-8") == "*\n"
    with monkeypatch.context() as never:
        never.setattr(asset_files_module, "shipped_modules", lambda _: pytest.fail("shortened again"))
        assert shipped() == fresh
    kept.write_text(kept.read_text(encoding="utf-8").replace("softmax", "hardmax"), encoding="utf-8")
    assert shipped() == fresh, "what somebody changed is not shipped"
    monkeypatch.setattr(asset_files_module, "_SHORTENING", (str(tmp_path / "other.py"),))
    (tmp_path / "other.py").write_text("another way to shorten", encoding="utf-8")
    monkeypatch.setattr(asset_files_module, "shipped_modules", lambda _: {"other": "1"})
    assert shipped() == {"other.mjs": "1"}, "and not what another program shortened"
