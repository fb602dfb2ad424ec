"""Pictures that authors put beside their lessons: ``![a neuron](images/neuron.png)``."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from generator.pages.site_file import SiteFile
from generator.spec.markup import is_image_name, own_image

IMAGE_FOLDER = "assets/course"
"""Where they stand below the site's root, by their path below the course's folder."""


def image_address(written: str) -> str | None:
    """Where below ``IMAGE_FOLDER`` the picture is that a text names; ``None`` if it is not the course's."""
    path = own_image(written)
    return quote(path) if path is not None and is_image_name(path) else None


def load_images(folder: Path) -> list[SiteFile]:
    """Every picture below the course's folder; what a link leads out of it to is left out."""
    root = folder.resolve()
    paths = sorted(path for path in folder.rglob("*") if is_image_name(path.name))
    return [
        SiteFile(f"{IMAGE_FOLDER}/{path.relative_to(folder).as_posix()}", path.read_bytes())
        for path in paths
        if path.is_file() and path.resolve().is_relative_to(root)
    ]
