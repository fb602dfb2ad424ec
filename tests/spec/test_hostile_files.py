"""Files made to hang, crash or eat memory: each gets its message from a process that may use 2 s and 300 MB.

The files are made here because no editor would keep them; hostile/NAME.txt is all that an author is told.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.spec.golden import assert_matches

HOSTILE = Path(__file__).parent / "hostile"
CPU_SECONDS = 2
MEMORY = 300_000_000


def lesson(text: str) -> bytes:
    """A lesson of 20 sections that all have one text."""
    sections = "".join(f"  - id: s{n}\n    title: One\n    text: |\n      {text}\n" for n in range(20))
    return f"title: Hostile\nsections:\n{sections}".encode()


def alias_bomb() -> bytes:
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)]
    return ("a0: &a0 [lol]\n" + "".join(lines)).encode()


def stems(ask: str, option: str = "One") -> bytes:
    """A lesson of 9 choice questions without ids."""
    choices = f"[{{text: '{option}', correct: true}}, {{text: Two, because: No.}}]"
    questions = "".join(f"  - {{type: choice, ask: '{n} {ask}', choices: {choices}}}\n" for n in range(9))
    return f"title: Hostile\nsections:\n- id: one\n  title: One\n  questions:\n{questions}".encode()


def variants() -> bytes:
    """A lesson of 19 questions with 6,000 expressions each, all of them in 20 variants."""
    vary = f"vary: {{v: {list(range(20))}}}, variants: 20"
    ask = "{{v+1}} " * 6_000
    questions = "".join(
        f"  - {{id: q{n}, type: number, {vary}, ask: '{ask}', answer: '{{{{ v }}}}'}}\n" for n in range(19)
    )
    return f"title: Hostile\nsections:\n- id: one\n  title: One\n  questions:\n{questions}".encode()


def conditions() -> bytes:
    """A lesson of 400 questions with 10,000 combinations of values each, of which none is allowed."""
    values = "{v: {start: 1, stop: 100, step: 1}, w: {start: 1, stop: 100, step: 1}}"
    rest = "type: number, where: 'v * w < 0', ask: '{{v}} and {{w}}?', answer: '{{ v }}'"
    questions = "".join(f"  - {{id: q{n}, vary: {values}, {rest}}}\n" for n in range(400))
    return f"title: Hostile\nsections:\n- id: one\n  title: One\n  questions:\n{questions}".encode()


FILES = {
    "nul": b"title: a\0b\n",
    "escape_codes": b"title: \x1b[31mred\x1b[0m\n",
    "not_utf8": "title: 신경망\nlanguage: ko\n".encode("cp949"),
    "utf16": "title: Neural networks\n".encode("utf-16"),
    "ten_megabytes": b"title: " + b"x" * 10_000_000,
    "one_long_text": b"title: " + b"x" * 990_000,
    "deep_brackets": b"title: " + b"[" * 100_000,
    "deep_blocks": b"".join(b" " * depth + b"a:\n" for depth in range(900)),
    "alias_bomb": alias_bomb(),
    "many_values": b"title: [" + b"1," * 400_000 + b"]",
    "many_unknown_fields": b"".join(b"field%d: 1\n" % number for number in range(12_000)),
    "many_wrong_sections": b"title: Hostile\nsections:\n" + b"- {a: 1}\n" * 8_000,
    "many_dashes": b"- " * 400_000,
    "many_question_marks": b"? " * 200_000,
    "open_braces": lesson("{{ " * 15_000),
    "open_maths": lesson("$" + "{" * 40_000),
    "open_links": lesson("](" * 20_000),
    "open_images": lesson("![](" * 10_000),
    "open_emphasis": stems("_a **b " * 7_000),
    "open_underlines": stems("<u>" * 16_000),
    "one_word": stems("n" * 49_000),
    "open_braces_in_options": stems("One?", "{{" * 24_000),
    "above_and_above": stems("One?", "위 a" * 12_000),
    "backtick_runs": lesson(" ".join("`" * (number % 250 + 1) for number in range(380))),
    "deep_expressions": lesson("{{ " + "(" * 90 + "1" + ")" * 90 + " }}"),
    "many_conditions": conditions(),
    "many_expressions": variants(),
    "greedy_expressions": lesson("{{ 9 ** 9 ** 9 ** 9 }} {{ 'a' * 10 ** 9 }}"),
}


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_gets_its_message_within_2_seconds_and_300_megabytes(name, tmp_path):
    (tmp_path / f"{name}.yaml").write_bytes(FILES[name])
    command = [sys.executable, "-m", "generator", "check", f"{name}.yaml"]
    done = subprocess.run(command, cwd=tmp_path, preexec_fn=limit, capture_output=True, timeout=60)
    assert done.stderr == b""
    output = done.stdout.decode("utf-8")
    shown = output if output.count("\n") < 40 else f"{output[:600]}\n…\n{output[-300:]}"
    assert_matches(shown, HOSTILE / f"{name}.txt")


def test_every_expected_message_belongs_to_a_hostile_file():
    assert sorted(path.stem for path in HOSTILE.glob("*.txt")) == sorted(FILES)
