"""How a diagnostic looks: carets under the place, whatever the width of what stands before it."""

from __future__ import annotations

from generator.errors import Diagnostic, SpecError, column_width, format_diagnostic, format_github


def diagnostic(excerpt: str, place: str, **more) -> Diagnostic:
    column = excerpt.index(place) + 1
    return Diagnostic("a.yaml", 7, column, "code", "message", excerpt=excerpt, length=len(place), **more)


def test_the_whole_layout():
    text = format_diagnostic(diagnostic("  anwser: 1", "anwser", hint="did you mean 'answer'?"))
    assert text == "a.yaml:7:3: message [code]\n    7 |   anwser: 1\n      |   ^^^^^^ did you mean 'answer'?"


def test_hangul_emoji_and_combining_marks_keep_the_carets_in_line():
    composed = format_diagnostic(diagnostic("가나: 🙂 é {{ x }}", "{{ x }}")).splitlines()
    assert composed[2] == "      | " + " " * 11 + "^^^^^^^"
    decomposed = format_diagnostic(diagnostic("가나 e\u0301 {{ x }}", "{{ x }}")).splitlines()
    assert decomposed[2] == "      | " + " " * 7 + "^^^^^^^"
    assert [column_width(character) for character in "a가🙂\u0301\u1161"] == [1, 2, 2, 0, 0]


def test_tabs_are_shown_as_spaces():
    lines = format_diagnostic(diagnostic("\tx: 1", "x")).splitlines()
    assert lines[1:] == ["    7 |     x: 1", "      |     ^"]


def test_a_long_line_is_cut_around_the_place():
    line = "가" * 500 + "HERE" + "b" * 500
    _, shown, carets = format_diagnostic(diagnostic(line, "HERE")).splitlines()
    assert len(shown) <= 110
    assert shown[8:].startswith("…") and shown.endswith("…")
    before = sum(column_width(character) for character in shown[: shown.index("HERE")])
    assert carets.index("^^^^") == before


def test_escape_codes_and_direction_overrides_never_reach_the_terminal():
    text = format_diagnostic(diagnostic("a: \x1b[31m\u202e", "a", hint="\x1b[0m"))
    assert "\x1b" not in text and "\u202e" not in text


def test_a_long_hint_stands_below():
    lines = format_diagnostic(diagnostic("a" * 60, "a" * 60, hint="h" * 60)).splitlines()
    assert lines[3] == "      = " + "h" * 60


def test_github_commands_are_escaped():
    hostile = Diagnostic("a:b,c%.yaml", 1, 2, "code", "100%\nnew::error::line")
    head = "::error file=a%3Ab%2Cc%25.yaml,line=1,col=2,endColumn=2,title=code"
    assert format_github(hostile) == f"{head}::100%25%0Anew::error::line"


def test_spec_errors_are_sorted_by_place():
    later, earlier = diagnostic("x: 1", "1"), diagnostic("x: 1", "x")
    assert SpecError([later, earlier]).diagnostics == (earlier, later)
    assert str(SpecError([later])) == "a.yaml:7:4: message"
