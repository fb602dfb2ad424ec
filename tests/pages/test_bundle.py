"""Modules become one file in which everything is what it was, or the build stops."""

from __future__ import annotations

import pytest

from generator.pages.bundle import bundle

A = 'import { b } from "./b.mjs";\nimport { c } from "./c.mjs";\nexport const a = b + c;\n'
B = 'import { c } from "./c.mjs";\nexport const b = c;\nexport { c };\n'
C = "export const { c, more } = f();\nfunction f() {\n  const a = 1;\n  return { c: a };\n}\n"


def test_what_is_needed_stands_before_and_once():
    modules = {"a": A, "b": B.replace("export { c };\n", ""), "c": C}
    assert bundle("a", modules) == (
        C.removeprefix("export ") + "const b = c;\n" + "export const a = b + c;\n"
    )


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        ({"a": A, "b": B, "c": C}, r"b.mjs: cannot bundle 'export \{ c \};'"),
        ({"a": 'import { b as x } from "./b.mjs";\n', "b": "export const b = 1;\n"}, "cannot bundle 'import"),
        ({"a": "export default 1;\n"}, "cannot bundle 'export default 1;'"),
        ({"a": 'const a = import("./b.mjs");\n'}, r"cannot bundle 'import\(\"./b.mjs\"\);'"),
        ({"a": 'import { b } from "./b.mjs";\n', "b": 'import { a } from "./a.mjs";\n'}, "a → b → a"),
        (
            {
                "a": 'import { b } from "./b.mjs";\nlet [x, c] = b;\n',
                "b": "export function b() {}\nconst c = 1;\n",
            },
            "b.mjs and a.mjs both declare 'c'",
        ),
    ],
)
def test_what_would_change_its_meaning_is_refused(modules, message):
    with pytest.raises(ValueError, match=message):
        bundle("a", modules)
