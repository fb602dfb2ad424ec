"""Pictures beside the lessons are shipped; nothing else is, and nothing from elsewhere."""

from __future__ import annotations

import re

import pytest

from generator.pages.images import load_images
from generator.pages.prose import LESSONS, render_block
from generator.spec.markup import find_links, is_image_name, own_image


def test_pictures_are_shipped_by_their_path_below_the_course(tmp_path):
    course = tmp_path / "lessons"
    (course / "images").mkdir(parents=True)
    (course / "images" / "neuron.PNG").write_bytes(b"picture")
    (course / "course.yaml").write_text("title: x")
    (course / "drawing.svg").write_text("<svg onload='alert(1)'/>")
    (tmp_path / "secret.png").write_bytes(b"secret")
    (course / "link.png").symlink_to(tmp_path / "secret.png")
    files = load_images(course)
    assert [(file.uri, file.content) for file in files] == [("assets/course/images/neuron.PNG", b"picture")]


@pytest.mark.parametrize(
    "text",
    [
        "![a](a.png)",
        "![a](sub/../a.png)",
        "![a](../a.png)",
        "![a](sub/../../a.png)",
        "![a](./sub//a.png)",
        "![a](<a b.png>)",
        "![a](a%20b.png 'title')",
        "![a](%2e%2e/a.png)",
        "![a](%2Fa.png)",
        "![a](a\\_b.png)",
        "![a](a\\&b.png)",
        "![a](그림(1).png)",
        "![a](a&#46;png)",
        "![a](a$x$.png)",
        "![$x$](a.png)",
        "![a\nb](a.png)",
        "![a [b] c](a.png)",
        "![a](a.png#b)",
        "![a](a.png?b)",
        "![a](c:a.png)",
        "![a](a.svg)",
        "![a](/a.png)",
        "![a](https://example.org/a.png)",
        "![r][ref]\n\n[ref]: a.png",
        "![r][Two\nwords]\n\n[two words]: <a.png>",
        "![ref][]\n\n[REF]: a.png 'title'",
        "![ref]\n\n[ref]: a.png",
        "![r][ref]\n\n[ref]: ../a.png",
        "[r](a.png) \\![r](a.png)",
        "[![a](a.png)](https://example.org)",
    ],
)
def test_the_check_looks_for_the_pictures_that_the_page_shows(text):
    wanted = [own_image(link.value) for link in find_links(text) if link.image]
    shown = re.findall(r'src="\.\./\.\./assets/course/([^"]*)"', render_block(text, "en", LESSONS))
    assert [own_image(address) for address in shown] == [
        path for path in wanted if path and is_image_name(path)
    ]
