"""Every refusal is met by a case, at its line and column, and said in Chinese with nothing beside it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.dossier import KINDS, read_dossier
from generator.load.files import FilesOnDisk
from generator.load.located import parse
from generator.load.refusals import REFUSALS
from generator.load.text import decode
from generator.load.typed import typed
from generator.problem import Problem
from tests.load.cases import BYTES, CONTENT, Case, Met

INDICATORS = "data/2021/indicators"


def read(data: bytes, kind: str | None) -> list[Problem]:
    """All that is said of one file, from its bytes to its record."""
    text, problems = decode(data, "file.yml")
    found = [*problems]
    if text is not None:
        mapping, problems = parse(text, "file.yml")
        found += problems
        if mapping is not None and kind is not None:
            found += typed(KINDS[kind], mapping)[1]
    return found


def met(problems: list[Problem]) -> list[Met]:
    """Problems as cases list them."""
    return [Met(problem.rule, problem.place.line, problem.place.column) for problem in problems]


@pytest.mark.parametrize("case", CONTENT, ids=lambda case: case.name)
def test_case_meets_exactly_its_refusals(case: Case) -> None:
    """Each case is told all its refusals, each at its place, and nothing else."""
    assert sorted(met(read(case.data, case.kind))) == sorted(case.met)


@pytest.mark.parametrize("case", [case for case in CONTENT if case.met], ids=lambda case: case.name)
def test_messages_are_chinese(case: Case) -> None:
    """What a clerk reads is a Chinese sentence, not a library's, and names the file."""
    for problem in read(case.data, case.kind):
        assert re.search("[一-鿿]{2}", problem.message), problem
        assert "（" not in problem.message or "不合要求（" not in problem.message, problem
        assert problem.place.file == "file.yml"


def test_duplicate_key_names_both_lines() -> None:
    """A duplicate key names the line of the first and the line of the second."""
    [problem] = read("甲: 1\n乙: 2\n甲: 3\n".encode(), None)
    assert "第 1 行和第 3 行" in problem.message


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"a: \xd5\xfe\xb9\xa4\xb9\xc9\n", "GB18030"),
        ("a: 政工股\n".encode("utf-16"), "UTF-16"),
        ("a: 甲\u200b\n".encode(), "U+200B"),
        ("a: 甲\u202e\n".encode(), "U+202E"),
        ("a: 甲\xa0\n".encode(), "U+00A0"),
        ("a: 甲\u2028\n".encode(), "U+2028"),
        (b"a: 1\rb: 2\n", "回车符"),
    ],
)
def test_the_culprit_is_named(content: bytes, named: str) -> None:
    """A wrong encoding and an invisible character are called by name."""
    [problem] = read(content, None)
    assert named in problem.message


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("dedline", "deadline"), ("Text", "text"), ("expectd", "expected"), ("scorng", "scoring")],
)
def test_unknown_key_proposes_the_nearest(wrong: str, right: str) -> None:
    """A misspelt key is answered with the key that was meant."""
    sound = next(case for case in CONTENT if case.name == "a sound indicator")
    [problem] = read(sound.data.replace(f"    {right}:".encode(), f"    {wrong}:".encode()), "indicator")
    assert (problem.rule, problem.hint) == ("unknown_key", f"是不是“{right}”？")


def test_many_wrong_characters_are_told_once() -> None:
    """A file whose encoding went wrong gives one problem that says so, not thousands."""
    [problem] = read("".join(map(chr, range(0x400, 0x500))).encode(), None)[:1]
    assert "256 种" in problem.message


def _second_name(name: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        first = next((root / INDICATORS).iterdir())
        (root / INDICATORS / name).write_bytes(first.read_bytes())

    return spoil


def _link(root: Path) -> None:
    (root / INDICATORS / "ZZ01.yml").symlink_to("/etc/hostname")


def _link_to_folder(root: Path) -> None:
    (root / "data" / "2020").symlink_to("/etc")


def _pipe(root: Path) -> None:
    os.mkfifo(root / "data" / "pipe.yml")


def _not_utf8(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root / "data") + b"/\xd5\xfe.yml")).write_text("a: 1\n")


def _other_id(root: Path) -> None:
    first = min((root / INDICATORS).iterdir())
    first.rename(first.with_name("QQ77.yml"))


FILES: tuple[tuple[str, Callable[[Path], None], set[tuple[str, str]]], ...] = (
    ("a link to a file", _link, {("symlink", f"{INDICATORS}/ZZ01.yml")}),
    ("a link to a folder", _link_to_folder, {("symlink", "data/2020")}),
    ("a pipe", _pipe, {("unexpected_file", "data/pipe.yml")}),
    ("a copy", _second_name("JS01 (2).yml"), {("unexpected_file", f"{INDICATORS}/JS01 (2).yml")}),
    ("a name of 101 bytes", _second_name("长" * 33 + ".z"), {("file_name", f"{INDICATORS}/{'长' * 33}.z")}),
    ("a name that is not UTF-8", _not_utf8, {("unexpected_file", "data/\udcd5\udcfe.yml")}),
    ("a file name beside its id", _other_id, {("file_name", f"{INDICATORS}/QQ77.yml")}),
)


@pytest.mark.parametrize(("name", "spoil", "expected"), FILES, ids=[name for name, _, _ in FILES])
def test_file_meets_its_refusal(
    name: str, spoil: Callable[[Path], None], expected: set[tuple[str, str]], small: Path
) -> None:
    """A link, a strange file, or a name that some computers cannot keep is refused by its path."""
    del name
    spoil(small)
    _, problems = read_dossier(FilesOnDisk(small))
    assert {(problem.rule, problem.place.file) for problem in problems} == expected


@pytest.mark.parametrize("variant", ["js01.yml", "Js01.yml"])
def test_names_that_collide_on_a_case_blind_disk_are_refused(variant: str, small: Path) -> None:
    """Two files whose names differ only in case are one file on some computers."""
    (small / INDICATORS / variant).write_text("a: 1\n")
    _, problems = read_dossier(FilesOnDisk(small))
    assert "file_name" in {problem.rule for problem in problems}


def test_every_refusal_has_a_case() -> None:
    """No refusal is only promised: each id is met by a case above."""
    by_content = {each.rule for case in CONTENT for each in case.met}
    by_file = {rule for _, _, expected in FILES for rule, _ in expected}
    assert by_content | by_file == set(REFUSALS)


_EXAMPLES = sorted(
    set(REFUSALS)
    - {"file_too_large", "symlink", "file_name", "unexpected_file", "encoding", "byte_order_mark"}
)
_EXAMPLES_IN_WORDS = {"character", "tab", "too_deep", "missing_key", "unknown_key", "value_form"}


@pytest.mark.parametrize("rule", [rule for rule in _EXAMPLES if rule not in _EXAMPLES_IN_WORDS])
def test_documented_examples_are_true(rule: str) -> None:
    """The bad example that `zhengben rules` prints is refused for its reason; the good one is read."""
    refusal = REFUSALS[rule]
    assert rule in {problem.rule for problem in read(refusal.bad.encode(), None)}
    assert read(refusal.good.encode(), None) == []


def test_cases_of_bytes_cover_the_list() -> None:
    """The cases of encodings are at least those that were asked for."""
    assert {"encoding", "byte_order_mark", "character", "file_too_large"} <= {
        each.rule for case in BYTES for each in case.met
    }
