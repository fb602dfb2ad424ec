"""Pictures that authors put beside their lessons: ``![a neuron](images/neuron.png)``."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from generator.pages.site_file import SiteFile
from generator.spec.markup import IMAGE_SUFFIXES

IMAGE_FOLDER = "assets/course"
"""Where they stand below the site's root, by their path below the course's folder."""


def is_own_image(address: str) -> bool:
    """Whether an address in a text is the path of a picture below the course's folder."""
    path = PurePosixPath(unquote(address))
    inside = not path.is_absolute() and ".." not in path.parts and ":" not in address and "\\" not in address
    return inside and path.suffix.lower() in IMAGE_SUFFIXES


def load_images(folder: Path) -> list[SiteFile]:
    """Every picture below the course's folder; what a link leads out of it to is left out."""
    root = folder.resolve()
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in IMAGE_SUFFIXES)
    return [
        SiteFile(f"{IMAGE_FOLDER}/{path.relative_to(folder).as_posix()}", path.read_bytes())
        for path in paths
        if path.is_file() and path.resolve().is_relative_to(root)
    ]
