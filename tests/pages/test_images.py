"""Pictures beside the lessons are shipped; nothing else is, and nothing from elsewhere."""

from __future__ import annotations

from generator.pages.images import load_images


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
