"""Every reader of the program, with what it is given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from generator.load.dossier import KINDS, PATTERNS
from generator.load.located import parse
from generator.load.page import read_page
from generator.load.prose import read_prose
from generator.load.spreadsheet.reading import workbook_from
from generator.load.text import decode
from generator.load.typed import typed
from tests.bench.fuzzing import importing, reviewing
from tests.bench.fuzzing.running import Answer, Reader
from tests.bench.fuzzing.spoiling import mutated_book, mutated_bytes, mutated_text
from tests.conftest import REPOSITORY
from tests.load.spreadsheet.books import written


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


READERS = {
    "bytes": Reader(_data_files, _read_bytes, mutated_bytes),
    "data": Reader(_data_files, _read_data, mutated_text),
    "prose": Reader(_prose_files, _read_prose, mutated_text),
    "spreadsheet": Reader(_books, _read_book, mutated_book),
    "review": Reader(reviewing.files, reviewing.read, reviewing.mutated),
    "import": Reader(importing.forms, importing.read, importing.mutated),
}
"""Every reader by name."""
