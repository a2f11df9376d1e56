"""A pipe table of Markdown, read cell by cell so that no cell and no place is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.load.prose_inline import Passage, read_inlines
from generator.load.prose_refusals import TABLE_FORM
from generator.model.prose import Inline, Table
from generator.problem import Place, Problem

_PIPE = re.compile(r"(?<!\\)\|")

Row = tuple[tuple[Inline, ...], ...]

_MOST_COLUMNS = 10
"""An upright page has no room for more columns of two characters each."""


def read_table(lines: Sequence[tuple[str, Place]]) -> tuple[Table, tuple[Problem, ...]]:
    """Read the lines of a table: the head, the line of dashes, and one line for each row."""
    problems: list[Problem] = []
    (head_text, place), (dashes, dashes_at), *body = lines
    head = _row(head_text, place, problems)
    if ":" in dashes:
        colon = dashes_at._replace(column=dashes_at.column + dashes.index(":"))
        problems.append(TABLE_FORM.at(colon, "表格的对齐由版式决定，不在这里写冒号", "横线里只留 - 和 |"))
    if len(head) > _MOST_COLUMNS:
        message = f"这个表有 {len(head)} 栏，竖排的一页放不下；最多 {_MOST_COLUMNS} 栏"
        problems.append(TABLE_FORM.at(place, message, "拆成几个表，或作为附件横排"))
    rows: list[Row] = []
    for text, row_place in body:
        row = _row(text, row_place, problems)
        if len(row) != len(head):
            message = f"这一行有 {len(row)} 格，表头有 {len(head)} 格"
            problems.append(TABLE_FORM.at(row_place, message, "补齐或删去多出的格；空格也要写出两边的 |"))
        rows.append(row)
    return Table(head, tuple(rows), place), tuple(problems)


def _row(line: str, place: Place, problems: list[Problem]) -> Row:
    cells: list[tuple[Inline, ...]] = []
    for start, text in _cells(line):
        inlines, found = read_inlines(Passage(((text, place._replace(column=place.column + start)),)))
        cells.append(inlines)
        problems.extend(found)
    return tuple(cells)


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """Each cell's text without the spaces around it, and where in the line it begins."""
    ends = [*(pipe.start() for pipe in _PIPE.finditer(line)), len(line)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    spans = list(zip(starts, ends, strict=True))
    if spans and spans[0][0] == spans[0][1]:
        del spans[0]
    if spans and spans[-1][0] == spans[-1][1]:
        del spans[-1]
    for start, end in spans:
        text = line[start:end]
        yield start + len(text) - len(text.lstrip(" \t")), text.strip(" \t")
