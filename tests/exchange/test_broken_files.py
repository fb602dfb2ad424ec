"""Files that cannot be read: one clear sentence with the place, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ExchangeError
from generator.exchange import import_lesson

NO_NOTES = (
    'notes.txt: these are no lecture notes: expected JSON, an object with "videoTitle", "Lecture Note", '
    '"questions" or "script", or subtitles'
)
BROKEN = {
    "": NO_NOTES,
    "only words": NO_NOTES,
    '{"other": 1}': NO_NOTES,
    "[1, 2]": NO_NOTES,
    '{"title": "T"}': "notes.txt: there is nothing in it to make a lesson of: no sections, questions or cues",
    'preamble\n{"title": "T"\n "notes": []}': "notes.txt:3:2: expected ',' or '}' (inside the '{' of line 2)",
    '{"title": "T",\n"notes": [{}': "notes.txt:2:13: the file ends before the '[' of line 2 is closed",
    '{"title": "open\n': "notes.txt:1:11: this text has no closing quote",
    '{"title": "a\\q"}': "notes.txt:1:13: this escape after '\\' is not one of JSON's",
    '{"title": T}': "notes.txt:1:11: expected a value",
    '{"title": }': "notes.txt:1:11: expected a value",
    '{"title" "T"}': "notes.txt:1:10: expected ':' after the name",
    '{"title": "T", notes: []}': "notes.txt:1:16: expected a name in double quotes, or '}'",
    '{"title": ' + "[" * 100_000: "notes.txt:1:51: lists and objects nest at most 40 deep",
    "가나\n다\udcff": "notes.txt:2: this is not UTF-8 text; save the file with the encoding UTF-8",
}


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_message(content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes.txt").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(ExchangeError) as caught:
        import_lesson(Path("notes.txt"), "notes")
    assert str(caught.value) == BROKEN[content]


def test_no_file_a_folder_and_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("large.txt").write_bytes(b" " * 5_000_001)
    for name, message in (
        ("nothing.txt", "nothing.txt: there is no such file"),
        ("folder", "folder: this is not a file"),
        ("large.txt", "large.txt: the file is too large: more than 5 MB"),
    ):
        with pytest.raises(ExchangeError) as caught:
            import_lesson(Path(name), "notes")
        assert str(caught.value) == message


def test_more_than_a_lesson_can_hold(tmp_path: Path) -> None:
    cues = ", ".join('{"time": "0:01", "text": "%s"}' % ("word " * 20) for _ in range(9000))
    path = tmp_path / "long.txt"
    path.write_text(f'{{"title": "T", "script": [{cues}]}}', encoding="utf-8")
    with pytest.raises(ExchangeError, match="too much for one lesson"):
        import_lesson(path, "long")
