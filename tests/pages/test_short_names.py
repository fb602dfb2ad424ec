"""What shortens modules changes none of what they do."""

from __future__ import annotations

import re

import pytest

from generator.pages.asset_files import ASSETS
from generator.pages.js_tokens import tokens
from generator.pages.short_names import shorten

MODULES = sorted((ASSETS / "js").glob("*.mjs"))


@pytest.mark.parametrize(
    ("module", "short"),
    [
        ("// Why.\nconst long = 1; // too\n/* and\nhow */ use(long);\n", "const A=1;use(A);"),
        ("function first(one, two) {\n  return one / two;\n}\n", "function A(a,b){return a/b;}"),
        ("const f = (size) => size + +1 - -size;", "const A=(a)=>a+ +1- -a;"),
        ("const f = (size) => x.size + { size: size.size }[size];", "const A=(a)=>x.size+{size:a.size}[a];"),
        ("const f = ({ size, at: place = 2 }) => size + place;", "const A=({size,at:a=2})=>size+a;"),
        ("const f = (size) => ({ size, sum: size });", "const A=(size)=>({size,sum:size});"),
        ("const [one, { two: three }] = x; use(one, three);", "const[A,{two:B}]=x;use(A,B);"),
        ("for (const [, word] of all) use(word);", "for(const[,a]of all)use(a);"),
        ("const top = 1; const f = (top) => top; use(top);", "const A=1;const B=(A)=>A;use(A);"),
        ("const one = (word) => word; const two = (all) => all;", "const A=(a)=>a;const B=(a)=>a;"),
        ("const A = 1; const f = (a, word) => a;", "const B=1;const C=(b,c)=>b;"),
        ("try { a(); } catch (problem) { use(problem); }", "try{a();}catch(b){use(b);}"),
        ("export function grade(word) { return word; }", "export function grade(a){return a;}"),
        ("export async function grade(word) {}", "export async function grade(a){}"),
        ('import { word } from "./a.mjs"; use(word);', 'import{word}from"./a.mjs";use(word);'),
        ("const f = (word) => `a ${word} }b${`${word}`}`;", "const A=(a)=>`a ${a} }b${`${a}`}`;"),
        (
            "const f = (word) => /[/`]word/u.test(word) ? 4 / 2 : word;",
            "const A=(a)=>/[/`]word/u.test(a)?4/2:a;",
        ),
        ("const 가 = 1; use({ 가: 가 });", "const A=1;use({가:A});"),
        ("const f = (keys) => [keys.map(Number), Number(keys),];", "const A=(a)=>[a.map(Number),Number(a)];"),
        ("use([,]); use([1,,]);", "use([,]);use([1,,]);"),
    ],
)
def test_names_that_are_declared_here_are_short_and_no_others(module, short):
    assert shorten(module) == short


def test_names_in_a_class():
    assert shorten(
        "class Pad extends Base { x = 1; size = 3; grow(by) { this.size += by; } } const size = 1;"
    ) == ("class A extends Base{x=1;size=3;grow(a){this.size+=a;}}const size=1;")


@pytest.mark.parametrize("module", ["const a = `one", "const a = 'one", 'const a = #"\n";'])
def test_what_is_not_understood_is_an_error(module):
    with pytest.raises(ValueError, match="cannot read"):
        shorten(module)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_texts_patterns_and_exports_of_a_module_are_as_written(path):
    module = path.read_text(encoding="utf-8")
    before, after = tokens(module), tokens(shorten(module))
    exported = re.findall(r"^export (?:async )?\w+ (\w+)", module, re.M)
    assert exported == re.findall(r"\bexport (?:async )?\w+ (\w+)", shorten(module))
    kept = [token for token in after if token.kind != "name" and token.text != ","]
    assert kept == [token for token in before if token.kind != "name" and token.text != ","]
    assert len(shorten(module)) < len(module)
