"""Many modules as one file: what is fetched together is smaller and sooner there in one piece.

No general bundler: it knows the one style that our modules are written in (each import and each export on a
line of its own, no name declared at the top of two modules) and refuses any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

IMPORT = re.compile(r'^import \{ (.+) \} from "\./([\w-]+)\.mjs";\n', re.M)
EXPORT = re.compile(r"^export (?=(?:const|function)\b)", re.M)
NOT_KNOWN = re.compile(r"^(?:import|export)\b.*|\bimport\(.*", re.M)
DECLARED = re.compile(r"^(?:const|let|function) (?:\{ (.+?) \}|\[(.+?)\]|(\w+))", re.M)


def bundle(entry: str, modules: Mapping[str, str]) -> str:
    """The module ``entry`` with all that it imports, directly or not, of ``modules`` (name → source).

    Only what ``entry`` exports is exported.

    Raises:
        KeyError: for an imported module that is not there.
        ValueError: for modules that import one another in a circle, names that two modules declare, and an
            import or export in a form that is not understood.
    """
    *inner, whole = modules_of(entry, modules)
    sources = {name: _without_imports(name, modules[name]) for name in (*inner, whole)}
    _check_names(sources)
    return "".join([*(EXPORT.sub("", sources[name]) for name in inner), sources[whole]])


def modules_of(name: str, modules: Mapping[str, str], above: tuple[str, ...] = ()) -> list[str]:
    """The module and all that it imports, each after what it needs itself."""
    if name in above:
        raise ValueError(f"modules import one another: {' → '.join((*above, name))}")
    needed = [other for _, other in IMPORT.findall(modules[name])]
    below = [each for other in needed for each in modules_of(other, modules, (*above, name))]
    return [*dict.fromkeys(below), name]


def _without_imports(name: str, module: str) -> str:
    for names, _ in IMPORT.findall(module):
        if " as " in names:
            raise ValueError(f"{name}.mjs: cannot bundle 'import {{ {names} }}'")
    source = IMPORT.sub("", module)
    if unknown := NOT_KNOWN.search(EXPORT.sub("", source)):
        raise ValueError(f"{name}.mjs: cannot bundle '{unknown[0]}'")
    return source


def _check_names(sources: Mapping[str, str]) -> None:
    declared: dict[str, str] = {}
    for name, source in sources.items():
        for each in _declared(EXPORT.sub("", source)):
            if declared.setdefault(each, name) != name:
                raise ValueError(f"{declared[each]}.mjs and {name}.mjs both declare '{each}'")


def _declared(source: str) -> Iterator[str]:
    for fields, items, one in DECLARED.findall(source):
        yield from re.findall(r"[\w$]+", fields or items or one)
