"""Write the constraints file: one version of every dependency that serves each supported Python.

Resolved for the first release of the oldest Python, because a package may ask for 3.11.5 while Debian
12 has 3.11.2; then resolved again, with the result as the constraint, for the newer ones. Only names and
versions are written, so the file says nothing about where the packages come from.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

PYTHONS = ("3.11.0", "3.12.0", "3.13.0", "3.14.0")
HEADING = "# The versions everything is tested with. Written by `make constraints`; do not edit.\n"


def requirements(pyproject: Path) -> list[str]:
    """What pyproject.toml asks for: the build backend, the dependencies and every extra."""
    data = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    project = data["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [*data["build-system"]["requires"], *(requirement for group in groups for requirement in group)]


def resolve(wanted: list[str], python: str, constraints: Path | None) -> dict[str, str]:
    """Name → version as pip would install them for a Python, from wheels only. Installs nothing."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["--dry-run", "-qq", "--ignore-installed", "--only-binary", ":all:", "--target", folder]
        options += ["--python-version", python, "--report", str(report)]
        options += ["--constraint", str(constraints)] if constraints else []
        subprocess.run([sys.executable, "-m", "pip", "install", *options, *wanted], check=True)
        items = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {item["metadata"]["name"]: item["metadata"]["version"] for item in items}


def main(target: Path) -> None:
    """Write ``target`` for the oldest Python and prove that it serves the others."""
    wanted = requirements(Path("pyproject.toml"))
    oldest, *newer = PYTHONS
    versions = resolve(wanted, oldest, None)
    lines = (f"{name}=={versions[name]}\n" for name in sorted(versions, key=str.lower))
    target.write_text(HEADING + "".join(lines), encoding="utf-8")
    for python in newer:
        resolve(wanted, python, target)
        print(f"{target} also serves Python {python}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
