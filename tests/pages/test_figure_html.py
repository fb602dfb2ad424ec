"""Live figures: their words stand in files that all pages of a language share."""

from __future__ import annotations

import json

from generator.pages.figure_html import FigureHtml, fetched_files

WORDS = {"erase": "지우기 </script>", "noise": "잡음"}


def picture(**live: object) -> FigureHtml:
    return FigureHtml("<svg/>", "", "", "", live=live or None, files=(("a.json", "{}"),) if live else ())


def test_a_page_names_the_file_of_its_words_and_leaves_out_what_stands_in_it_anyway() -> None:
    live = picture(words=WORDS, samples=[["0-1", "0 (no. 1)"]], digit="3-1")
    uri, text = live.words_file
    assert json.loads(live.settings) == {"digit": "3-1", "words": uri}
    assert json.loads(text) == WORDS


def test_equal_words_are_fetched_once_and_others_from_another_file() -> None:
    one, same, other = picture(words=WORDS, digit="1-1"), picture(words=WORDS), picture(words={"erase": "x"})
    assert one.words_file == same.words_file != other.words_file
    files = {file.uri: file.content for file in fetched_files([one, same, other, picture()])}
    expected = dict([("a.json", "{}"), one.words_file, other.words_file])
    assert files == {uri: text.encode() for uri, text in expected.items()}
