"""What the program can do is in the docs, and what the docs show is what the program takes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from textwrap import indent

import click
import pytest
import yaml

from generator.cli import COMMANDS
from generator.errors import SpecError
from generator.spec import load_lesson
from generator.spec.course import CourseFile
from generator.spec.glossary import GlossaryFile
from generator.spec.lesson import Lesson, Section

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
AUTHORING = DOCS / "authoring"
PAGES = sorted([ROOT / "README.md", *DOCS.rglob("*.md")])


# ---- Error codes -----------------------------------------------------------


def codes_in_use() -> set[str]:
    """Every diagnostic code: constants that are passed, assigned or defaulted as ``code`` somewhere."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "generator").rglob("*.py")]
    places = {name: place for tree in trees for name, place in code_parameters(tree)}
    return {code for tree in trees for node in ast.walk(tree) for code in codes_of(node, places)}


def code_parameters(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Functions and classes with a parameter or field called ``code``: their name and its place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [a.arg for a in node.args.args if a.arg not in ("self", "cls")]
        elif isinstance(node, ast.ClassDef):
            init = [n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == "__init__"]
            fields = [
                n.target.id
                for n in node.body
                if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)
            ]
            names = [a.arg for a in init[0].args.args[1:]] if init else fields
        else:
            continue
        if "code" in names:
            yield node.name, names.index("code")


def codes_of(node: ast.AST, places: dict[str, int]) -> Iterator[str]:
    """The codes a call or an assignment names."""
    values: list[ast.expr] = []
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = places.get(name)
        if place is not None:
            values += node.args[place : place + 1]
        values += [keyword.value for keyword in node.keywords if keyword.arg == "code"]
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        values += [value for target in targets for value in assigned_code(target, node.value)]
    for value in values:
        yield from constants(value)


def assigned_code(target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    """The value that ends up in a variable called ``code``, also in ``limit, code = 1, "x"``."""
    if isinstance(target, ast.Name) and target.id == "code":
        yield value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for each_target, each_value in zip(target.elts, value.elts, strict=True):
            yield from assigned_code(each_target, each_value)


def constants(value: ast.expr) -> Iterator[str]:
    """The strings a value can be: itself, or either side of ``a if … else b``."""
    if isinstance(value, ast.IfExp):
        yield from constants(value.body)
        yield from constants(value.orelse)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value


def test_the_docs_have_one_heading_for_each_error_code():
    text = (AUTHORING / "errors.md").read_text(encoding="utf-8")
    headings = re.findall(r"^###? `?([a-z]+(?:-[a-z0-9]+)*)`?$", text, re.MULTILINE)
    assert sorted(headings) == sorted(codes_in_use())


# ---- The command line -----------------------------------------------------------


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_in_the_docs(name):
    text = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    command: click.Command = import_module(f"generator.cli.{COMMANDS[name]}").command
    options = [option for option in command.params if isinstance(option, click.Option)]
    wanted = [f"lessonloom {name}", *(max(option.opts, key=len) for option in options)]
    assert [word for word in wanted if word not in text] == []


def test_every_command_and_option_says_what_it_does():
    for name, module in COMMANDS.items():
        command: click.Command = import_module(f"generator.cli.{module}").command
        assert command.get_short_help_str(), name
        assert [o.opts for o in command.params if isinstance(o, click.Option) and not o.help] == [], name


# ---- Examples -----------------------------------------------------------


def examples() -> Iterator[tuple[str, str]]:
    """Every YAML block for authors: page:line and text. errors.md is about what is wrong."""
    for page in [ROOT / "README.md", *sorted(AUTHORING.rglob("*.md"))]:
        if page.name != "errors.md":
            text = page.read_text(encoding="utf-8")
            for block in re.finditer(r"^```yaml[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
                if "plugins:" not in block[1]:  # a mkdocs.yml
                    yield f"{page.name}:{text.count(chr(10), 0, block.start()) + 1}", block[1]


def as_lesson(block: str) -> str | None:
    """A fragment inside the smallest lesson around it; None for a course.yaml or a glossary.yaml."""
    data = yaml.safe_load(block)
    keys = set(data[0] if isinstance(data, list) else data)
    sections = "language: en\nsections:\n"
    section = f"{sections}  - id: s\n    title: S\n"
    if "sections" in keys:
        return block
    for field, mark in (("figures", "kind"), ("questions", "type")):
        if mark in keys:
            item = indent(block, " " * 6) if isinstance(data, list) else f"      -\n{indent(block, ' ' * 8)}"
            return f"title: T\n{section}    {field}:\n{item}"
    if isinstance(data, list):
        return f"title: T\n{sections}{indent(block, '  ')}"
    if keys <= set(Section.model_fields) - {"id", "title"}:
        return f"title: T\n{section}{indent(block, '    ')}"
    others = (CourseFile, GlossaryFile)
    return None if any(keys <= set(file.model_fields) for file in others) else f"{block}\n{section}"


def site_of(page: str) -> str:
    """The mkdocs.yml that a page shows, else the repository's own: plots are named there."""
    text = (AUTHORING / page).read_text(encoding="utf-8") if (AUTHORING / page).is_file() else ""
    shown = re.search(r"^```yaml\n(plugins:.*?)^```", text, re.MULTILINE | re.DOTALL)
    return shown[1] if shown else (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "block"), [pytest.param(*example, id=example[0]) for example in examples()]
)
def test_every_example_for_authors_is_right(place, block, tmp_path):
    text = as_lesson(block)
    if text is None:
        kind = GlossaryFile if "terms" in yaml.safe_load(block) else CourseFile
        kind.model_validate(yaml.safe_load(block), context={"language": "en"})
        return
    path = tmp_path / "example.yaml"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(site_of(place.partition(":")[0]), encoding="utf-8")
    try:
        lesson = load_lesson(path).lesson
    except SpecError as error:
        pytest.fail(f"{place}\n{error}\n{text}", pytrace=False)
    assert isinstance(lesson, Lesson)


def test_authors_are_shown_examples():
    pages = {place.split(":")[0] for place, _ in examples()}
    assert {"write-a-lesson.md", "questions.md", "figures.md", "expressions.md"} <= pages


# ---- Links -----------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file(page):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)\s#]+)[^)]*\)|(?:src|href)=\"([^\"#]+)\"", text)
    targets = [first or second for first, second in links]
    local = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in local if not (page.parent / target).exists()] == []
