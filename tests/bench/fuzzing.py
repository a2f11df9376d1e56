"""`make fuzz`: random inputs for every reader, each of which must end soon, without a traceback, and say why.

`python -m tests.bench.fuzzing [COUNT [READER…]]`. The seed is fixed, so a run can be repeated; an input at which a
reader fails is printed.
"""

from __future__ import annotations

import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from generator.load.dossier import KINDS, PATTERNS
from generator.load.located import parse
from generator.load.page import read_page
from generator.load.prose import read_prose
from generator.load.spreadsheet.reading import workbook_from
from generator.load.text import decode
from generator.load.typed import typed
from generator.problem import Level, Problem
from generator.review import Side, UnreadableError, review
from tests.check.bureaus import BASE
from tests.conftest import REPOSITORY
from tests.load.spreadsheet.books import packed, parts_of, written
from tests.sites import tree

COUNT, SEED, SECONDS = 100_000, 20190829, 5
"""How many inputs each reader gets, what they are made from, and how many seconds of the processor one may take."""
NASTY = (
    *(
        "\u200b",
        "\u202e",
        "\u00a0",
        "\u2028",
        "\t",
        "\x00",
        "\ufeff",
        "\ud7ff",
        "𠮷",
        "e\u0301",
        "\r",
        "\n",
        "\n\n",
    ),
    *(
        ": ",
        "：",
        "- ",
        "#",
        " #",
        "|",
        ">",
        "&a ",
        "*a",
        "<<: ",
        "!!python/object:os.system ",
        "---\n",
        "...\n",
        "%",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        "{" * 30,
        "[" * 30,
        '"',
        "'",
        "\\",
        "\\u",
        ",",
        "?",
        "`",
        "@",
        "~",
        "null",
        "yes",
        "on",
    ),
    *(
        "1e999999",
        "NaN",
        ".inf",
        "0x1F",
        "010",
        "1_000",
        "１２",
        "-1",
        "2019-02-29",
        "9999-99-99",
        "12:30:45",
    ),
    *(
        "{{ plan.points }}",
        "{{7*7}}",
        "{{",
        "}}",
        "{%",
        "<script>",
        "</",
        "<!--",
        "-->",
        "javascript:",
        "](",
        "![",
    ),
    *(
        "|---|\n",
        "| a | b |\n",
        "# ",
        "####### ",
        "一、",
        "（一）",
        "1.",
        "（1）",
        "【待补",
        "> ",
        "    ",
        "```",
        "***",
    ),
    *(
        "〔2019〕44号",
        "ZD01-1",
        "../../etc/passwd",
        "&#x0;",
        "&amp;",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "]]>",
        "<c r='A0'/>",
    ),
)
"""Fragments that mean something to a reader, or should not."""


class HangError(BaseException):
    """A reader did not come to its end. No reader may take it for a fault of the file."""


@dataclass
class Outcome:
    """What came of one reader's inputs: how many it took and refused, by which rules, and its slowest seconds."""

    taken: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0


Answer = tuple[bool, tuple[Problem, ...]]
"""Whether a reader gave a value, and its problems."""


@dataclass(frozen=True)
class Reader:
    """A reader with sound inputs by name, and what it makes of others of that name."""

    sound: Callable[[], Mapping[str, bytes]]
    read: Callable[[str, bytes], Answer]
    mutated: Callable[[random.Random, bytes], bytes]


def main() -> None:
    """Feed the readers, and print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    for name in sys.argv[2:] or READERS:
        started = time.monotonic()
        outcome = fuzzed(name, count)
        refused = outcome.refused.total()
        print(  # noqa: T201  # its purpose
            f"{name}: {count:,} inputs, {outcome.taken:,} read, {count - outcome.taken:,} not, {refused:,} refusals by"
            f" {len(outcome.refused)} rules, slowest {outcome.slowest * 1000:.0f} ms, {time.monotonic() - started:.0f} s",
            flush=True,
        )


def fuzzed(name: str, count: int) -> Outcome:
    """Feed one reader random inputs. Whatever it raises, or a hang, or an unfounded refusal, is raised with the input."""
    reader, chance, outcome = READERS[name], random.Random(f"{SEED} {name}"), Outcome()
    sound = reader.sound()
    names = sorted(sound)
    for number in range(count):
        file = chance.choice(names)
        data = reader.mutated(chance, sound[file])
        started = time.perf_counter()
        try:
            with ending_soon():
                taken, problems = reader.read(file, data)
            assert taken or any(problem.level is Level.ERROR for problem in problems), (
                "refused without a reason"
            )
            assert all(problem.message and problem.place.line > 0 for problem in problems)
        except BaseException as error:
            error.add_note(f"reader {name}, input {number}, from {file}: {data!r}")
            raise
        outcome.slowest = max(outcome.slowest, time.perf_counter() - started)
        outcome.taken += taken
        outcome.refused.update(problem.rule for problem in problems)
    return outcome


@contextmanager
def ending_soon() -> Iterator[None]:
    """Raise `HangError` out of what does not end."""

    def hang(*_: object) -> None:
        raise HangError

    signal.signal(signal.SIGPROF, hang)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _mutated_text(chance: random.Random, data: bytes) -> bytes:
    """A passage of a text with something deleted, doubled, moved or put in, up to four times."""
    text = data.decode()
    start = chance.randrange(len(text)) if chance.random() < 0.3 else 0
    text = text[start : start + chance.choice((100, 400, 1_600))]
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(text) + 1), chance.choice((1, 1, 2, 8, 40))
        piece = text[at : at + length]
        text = chance.choice(
            (
                text[:at] + text[at + length :],
                text[:at] + piece * 2 + text[at + length :],
                piece + text[:at] + text[at + length :],
                text[:at] + chance.choice(NASTY) + text[at:],
                text[:at] + chance.choice(NASTY) + text[at + length :],
                text[:at] + chr(chance.choice((chance.randrange(128), chance.randrange(0xD800)))) + text[at:],
            )
        )
    return text.encode()


def _mutated_bytes(chance: random.Random, data: bytes) -> bytes:
    """A text, mutated, and in part with single bytes changed or in another encoding."""
    data = _mutated_text(chance, data)
    match chance.randrange(4):
        case 0:
            return data.decode().encode(chance.choice(("gb18030", "utf-16", "big5", "latin-1")), "replace")
        case 1:
            spoilt = bytearray(data or b"x")
            for _ in range(chance.randint(1, 5)):
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
            return bytes(spoilt)
        case _:
            return data


def _mutated_book(chance: random.Random, data: bytes) -> bytes:
    """A workbook with one part's text mutated, or with bytes of the package itself changed or cut off."""
    if chance.random() < 0.2:
        spoilt = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        return bytes(spoilt[: chance.randint(0, len(spoilt))] if chance.random() < 0.3 else spoilt)
    parts = dict(parts_of(data))
    name = chance.choice(sorted(parts))
    whole = parts[name].decode()
    at, length = chance.randrange(len(whole)), chance.choice((0, 1, 4, 20))
    put = chance.choice((*NASTY, whole[chance.randrange(len(whole)) :][:30])).encode("utf-8", "replace")
    parts[name] = whole[:at].encode() + put + whole[at + length :].encode()
    return packed(parts, 0)


def _mutated_value(chance: random.Random, data: bytes) -> bytes:
    """A data file with one or two values exchanged for others of the bureau, or a line taken away: often still readable."""
    lines = data.decode().splitlines()
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(lines))
        key, colon, value = lines[at].partition(": ")
        if chance.random() < 0.2 or not colon:
            lines[at : at + 1] = chance.choice(([], [lines[at]] * 2))
        else:
            other = chance.choice(_values()) if chance.random() < 0.7 else value + chance.choice(NASTY)
            lines[at] = f"{key}: {other}"
        if not lines:
            break
    return "\n".join(lines).encode()


def _read_bytes(file: str, data: bytes) -> Answer:
    text, problems = decode(data, file)
    return text is not None, problems


def _read_data(file: str, data: bytes) -> Answer:
    text, problems = decode(data, file)
    if text is None:
        return False, problems
    mapping, more = parse(text, file)
    if mapping is None:
        return False, (*problems, *more)
    kind = next(kind for kind, pattern in PATTERNS.items() if pattern.fullmatch(file))
    record, most = typed(KINDS[kind], mapping)
    return record is not None, (*problems, *more, *most)


def _read_prose(file: str, data: bytes) -> Answer:
    text, problems = decode(data, file)
    if text is None:
        return False, problems
    _, more = read_prose(text, file)
    read_page(text, file)
    return True, (*problems, *more)


def _read_book(file: str, data: bytes) -> Answer:
    book, problems = workbook_from(data, file)
    return book is not None, problems


class _InMemory:
    """A project's files in memory."""

    problems: tuple[Problem, ...] = ()

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def below(self, folder: str) -> tuple[str, ...]:
        """Paths of all files below a folder, sorted."""
        return tuple(sorted(path for path in self._files if path.startswith(f"{folder}/")))

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self._files[path]


def _review(file: str, data: bytes) -> Answer:
    """Review the change of one file, in one direction or the other."""
    base = Side("base", _InMemory(_project()))
    head = Side("head", _InMemory({**_project(), file: data}))
    try:
        review(*((base, head) if len(data) % 2 else (head, base)), date(2021, 6, 1))
    except UnreadableError as error:
        return False, error.problems
    return True, ()


@cache
def _project() -> Mapping[str, bytes]:
    return {**tree(BASE), "site_config.yml": (REPOSITORY / "site_config.yml").read_bytes()}


@cache
def _values() -> tuple[str, ...]:
    """Every value that stands in the small project's data."""
    lines = [
        line
        for name, data in _project().items()
        if name.endswith(".yml")
        for line in data.decode().splitlines()
    ]
    return tuple(sorted({line.partition(": ")[2] for line in lines if ": " in line}))


@cache
def _data_files() -> Mapping[str, bytes]:
    names = (
        "bureau.yml",
        "words.yml",
        "2019/plan.yml",
        "2019/organisation.yml",
        "2019/catalogue.yml",
        "2019/accepted.yml",
    )
    folders = ("indicators", "circulars", "progress/q2", "locks", "errata", "summaries", "publications")
    files = [REPOSITORY / "data" / name for name in names]
    for folder in folders:
        files += sorted((REPOSITORY / "data/2019" / folder).glob("*.yml"))[:6]
    return {file.relative_to(REPOSITORY).as_posix(): file.read_bytes() for file in files}


def _prose_files() -> Mapping[str, bytes]:
    files = sorted((REPOSITORY / "content").rglob("*.md")) + sorted(
        (REPOSITORY / "tests/check").rglob("*.md")
    )
    return {f"content/2019/{number}.md": file.read_bytes() for number, file in enumerate(files)}


def _books() -> Mapping[str, bytes]:
    def fill(book: Any, page: Any) -> None:
        page.write_row("A1", ["编号", "目标", "累计完成", "状态"])
        page.write_row("A2", ["ZD01-1", "脱管漏管率为零", 12.5, "达进度"])
        page.write_datetime("C3", datetime(2019, 9, 30), book.add_format({"num_format": "yyyy-mm-dd"}))
        page.write_formula("C4", "=C2*2", None, 25)
        page.merge_range("A5:B5", "合计")

    return {"plain.xlsx": written(), "filled.xlsx": written(fill)}


def _project_data() -> Mapping[str, bytes]:
    return {name: data for name, data in _project().items() if name.startswith("data/")}


READERS = {
    "bytes": Reader(_data_files, _read_bytes, _mutated_bytes),
    "data": Reader(_data_files, _read_data, _mutated_text),
    "prose": Reader(_prose_files, _read_prose, _mutated_text),
    "spreadsheet": Reader(_books, _read_book, _mutated_book),
    "review": Reader(_project_data, _review, _mutated_value),
}
"""Every reader by name."""


if __name__ == "__main__":
    main()
