"""Values stay the text that was written, and each knows the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load.located import parse
from generator.load.text import decode
from generator.model.record import Placed, PlacedItems
from generator.problem import Place


def parsed(text: str) -> Placed:
    """A mapping that must be read without any refusal."""
    mapping, problems = parse(text, "file.yml")
    assert mapping is not None
    assert problems == ()
    return mapping


@pytest.mark.parametrize(
    "scalar",
    [
        "1.50",
        "010",
        "NO",
        "on",
        "~",
        "null",
        "12:30:45",
        "0x1F",
        "1e5",
        ".inf",
        "2019-02-29",
        "<b>",
        "{{7*7}}",
    ],
)
def test_scalars_are_text(scalar: str) -> None:
    """Nothing is taken for a number, a yes or no, a time or an absence: that is for the model to say."""
    quoted = f"'{scalar}'" if scalar.startswith("{") else scalar
    assert parsed(f"a: {quoted}\n") == {"a": scalar}


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("开展排查，", "建立台账。"), "开展排查，建立台账。"),
        (("at least", "100 people"), "at least 100 people"),
        (("共100", "场"), "共100场"),
        (("见 GB/T", "9704 第 3 条"), "见 GB/T 9704 第 3 条"),
        (("一行",), "一行"),
    ],
)
def test_folded_value_is_joined_as_chinese_is_set(lines: tuple[str, ...], text: str) -> None:
    """The lines of a folded value are one passage, without a space where Chinese meets a line end."""
    body = "".join(f"  {line}\n" for line in lines)
    assert parsed(f"a: >-\n{body}b: 1\n") == {"a": text, "b": "1"}
    assert parsed(f"a: >\n{body}\n\nb: 1\n") == {"a": text, "b": "1"}


def test_places_of_values_keys_and_items() -> None:
    """A value, a key, an item of a list, and a mapping in a list each have their own place."""
    mapping = parsed("a: 甲\nb:\n  - 乙\n  - c: 丙\n    d: {e: 丁}\nf: [戊, 己]\ng: >-\n  庚\n")
    assert [mapping.key_place(key) for key in mapping] == [at(1, 1), at(2, 1), at(6, 1), at(7, 1)]
    assert mapping.place("a") == at(1, 4)
    assert mapping.place(("b", 0)) == at(3, 5)
    assert mapping["b"][1].place() == at(4, 5)
    assert mapping["b"][1].place("c") == at(4, 8)
    assert mapping["b"][1]["d"].place("e") == at(5, 12)
    assert mapping.place(("f", 1)) == at(6, 8)
    assert mapping.place("g") == at(7, 4)


def test_first_of_two_values_counts() -> None:
    """A duplicate key does not change the value that was read first."""
    mapping, [problem] = parse("a: 1\na: 2\n", "file.yml")
    assert mapping == {"a": "1"}
    assert problem.rule == "duplicate_key"


def test_brackets_do_not_fill_memory() -> None:
    """A file of brackets is refused at its 21st, before anything is built of it."""
    mapping, [problem] = parse("[" * 1_900_000, "file.yml")
    assert mapping is None
    assert problem.place == at(1, 21)


_SAFE = st.one_of(
    st.characters(min_codepoint=0x20, max_codepoint=0x7E),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
    st.sampled_from("，。、：；“”‘’《》（）〔〕①—…·　℃％１Ａ\U00020000"),
)
_WORDS = st.text(_SAFE, min_size=1)
_VALUES = st.recursive(
    _WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(_WORDS, _VALUES, min_size=1), st.booleans())
def test_what_pyyaml_writes_is_read_back(data: dict[str, Any], flow: bool) -> None:  # noqa: FBT001  # hypothesis gives it
    """Any nested mapping of acceptable text that PyYAML writes on whole lines is read back as the same text."""
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=10**9)
    if depth(data) > 18:
        return
    assert plain(parsed(text)) == data


@given(st.dictionaries(_WORDS, _VALUES, min_size=1))
def test_each_place_points_at_the_value(data: dict[str, Any]) -> None:
    """At the place of a value stands its first character, or the quote, bracket or dash that opens it."""
    text = yaml.safe_dump(data, allow_unicode=True, width=10**9)
    lines = text.split("\n")
    for value, place in values(parsed(text)):
        written = lines[place.line - 1][place.column - 1 :]
        match value:
            case str():
                assert written[0] == value[0] or written[1:].startswith((value[0], "\\", "''"))
            case PlacedItems():
                assert written.startswith(("- ", "[]"))
            case Placed():
                assert written.startswith(("{}", "? ")) or any(place == value.key_place(key) for key in value)


@given(st.binary())
def test_no_bytes_make_the_reader_fail(data: bytes) -> None:
    """Whatever a file holds, reading it ends in a mapping or in problems, never in an exception."""
    examine(data)


@given(st.text())
def test_no_text_makes_the_reader_fail(text: str) -> None:
    """Nor does any text."""
    examine(text.encode("utf-8", "surrogatepass"))


_BITS = st.sampled_from(
    [
        *"[]{},:#&*!|>'\"%@`?-~\n\t\r 甲：",
        ": ",
        "- ",
        "\n  ",
        "\n    ",
        "---\n",
        "...\n",
        "<<: ",
        "? ",
        "a",
        "b: ",
        ">-\n",
        "\u2028",
    ]
)


@given(st.lists(_BITS, max_size=40).map("".join))
def test_no_marks_make_the_reader_fail(text: str) -> None:
    """Nor does any row of the marks that mean something in YAML."""
    examine(text.encode())


def examine(data: bytes) -> None:
    """Read bytes; what is refused has a place within the file."""
    text, problems = decode(data, "file.yml")
    assert text is not None or problems
    if text is None:
        return
    mapping, refused = parse(text, "file.yml")
    assert mapping is not None or refused or problems
    lines = data.decode().count("\n") + data.decode().count("\r") + 1
    for problem in (*problems, *refused):
        assert 1 <= problem.place.line <= lines + 1
        assert problem.place.column >= 1


def at(line: int, column: int) -> Place:
    """A place in the file that is parsed."""
    return Place("file.yml", line, column)


def plain(value: Any) -> Any:
    """The value without places."""
    if isinstance(value, Placed):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, PlacedItems) else value


def depth(value: Any) -> int:
    """How deep a value is nested."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0)


def values(value: Any) -> Iterator[tuple[Any, Place]]:
    """Every value below a mapping or a list with its place."""
    match value:
        case Placed():
            inner = [(one, value.place(key)) for key, one in value.items()]
        case PlacedItems():
            inner = [(one, value.place(index)) for index, one in enumerate(value)]
        case _:
            inner = []
    for one, place in inner:
        yield one, place
        yield from values(one)
