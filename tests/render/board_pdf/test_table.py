"""The full table, measured: type, pages, heads, and what happens with one line, four hundred, and very long ones."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.settings import Paper
from generator.render.board_pdf.breaks import Heights, parts
from generator.render.board_pdf.columns import columns
from generator.views.boards.sheets import Sheet
from generator.views.boards.table import Table
from generator.views.sheet import Column, LineKind, SheetLine
from generator.views.sheet import Sheet as Lines
from tests.boards import codes, made, opened, pages_of, printed, settings

TABLES = ("plan-table", "q3-table")


def items(sheet: Sheet) -> list[str]:
    """The ids of its lines."""
    assert isinstance(sheet.view, Table)
    return [line.cells[0] for line in sheet.view.sheet.lines if line.kind is LineKind.ITEM]


@pytest.mark.parametrize("name", TABLES)
def test_the_table_of_the_reference_takes_at_most_ten_pages(name: str) -> None:
    """126 items at eleven points and more, the title at 36 and more, each line once and whole."""
    sheet = made(name)
    pages = pages_of(sheet)
    assert len(pages) <= 10
    assert max(char["size"] for char in opened(printed(sheet))[0].chars) >= 36
    words = "".join(pages)
    assert [one for one in items(sheet) if words.count(one) < 1] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_page_has_the_head_the_category_the_facts_and_the_code(name: str) -> None:
    """A page that is pinned up alone says what its columns are and what it belongs to."""
    sheet = made(name)
    assert isinstance(sheet.view, Table)
    pdf = printed(sheet)
    for number, page in enumerate(pages_of(sheet)):
        for column in sheet.view.sheet.columns:
            assert column.title in page
        assert "职能工作目标" in page or "行政能力" in page
        assert sheet.view.title in page
        assert f"第{number + 1}页" in page
        assert codes(pdf, number) == [sheet.view.facts.address]


def test_what_lags_stands_out_in_its_line() -> None:
    """By a bolder font, which needs no colour; other states do not."""
    fonts: dict[str, list[str]] = {"！欠": [], "＝达": []}
    for page in opened(printed(made("q3-table"))):
        inked = [char for char in page.chars if char["text"].strip()]
        for sign, char in pairwise(inked):
            if sign["text"] + char["text"] in fonts:
                fonts[sign["text"] + char["text"]].append(char["fontname"])
    assert len(fonts["！欠"]) == 4 and all("Hei" in font for font in fonts["！欠"])
    assert len(fonts["＝达"]) == 66 and not any("Hei" in font for font in fonts["＝达"])


@pytest.mark.parametrize("paper", [Paper.A2_ACROSS, Paper.A3_UPRIGHT, Paper.A4_ACROSS, Paper.A4_UPRIGHT])
def test_the_table_fits_any_paper(paper: Paper) -> None:
    """More pages on smaller paper, fewer on larger; never smaller type."""
    sheet = made("q3-table", options=settings(table=paper))
    words = "".join(pages_of(sheet))
    assert [one for one in items(sheet) if one not in words] == []


LINES = st.lists(
    st.sampled_from(
        [(LineKind.HEADING, 0), (LineKind.HEADING, 1), *[(LineKind.ITEM, 0)] * 6, (LineKind.SUM, 0)]
    ),
    min_size=1,
    max_size=60,
)


@given(LINES, st.integers(min_value=100, max_value=500))
def test_breaks_lose_no_line_and_strand_no_heading(kinds: list[tuple[LineKind, int]], room: int) -> None:
    """Every line once, in order; no page ends with a heading that has a line below it, or begins with a sum."""
    lines = [SheetLine(kind, (str(place),), (), depth=depth) for place, (kind, depth) in enumerate(kinds)]
    heights = Heights(tuple(10.0 + 7 * (place % 4) for place in range(len(lines))), 20, room - 30, room)
    pages = parts(lines, heights)
    assert [place for page in pages for place in page.lines] == list(range(len(lines)))
    for page in pages[1:]:
        before = lines[page.lines[0] - 1]
        assert before.kind is not LineKind.HEADING
        assert lines[page.lines[0]].kind is not LineKind.SUM


@given(st.integers(min_value=1, max_value=200), st.integers(min_value=200, max_value=600))
def test_pages_are_as_few_as_can_be_and_about_equally_full(number: int, room: int) -> None:
    """Of equal lines, no two pages but the last differ by more than one, and one page fewer would not hold them."""
    lines = [SheetLine(LineKind.ITEM, ("",), ())] * number
    pages = parts(lines, Heights((20.0,) * number, 20, room, room))
    on_each = [len(page.lines) for page in pages]
    held = (room - 20) // 20
    assert len(pages) == -(-number // held)
    assert max(on_each) <= -(-number // len(pages)) + 1
    assert len(set(on_each[:-1])) <= 1


def test_headings_are_repeated_where_their_lines_go_on() -> None:
    """Each at its depth, the outer before the inner."""
    kinds = [(LineKind.HEADING, 0), (LineKind.HEADING, 1), *[(LineKind.ITEM, 0)] * 9]
    lines = [SheetLine(kind, ("",), (), depth=depth) for kind, depth in kinds]
    first, *others = parts(lines, Heights((20.0,) * 11, 20, 160, 160))
    assert first.repeated == () and others and all(page.repeated == (0, 1) for page in others)


def test_columns_share_the_room_and_keep_days_whole() -> None:
    """All of the room, no more; what is short is not broken for the sake of what is long."""
    rows = [("12月31日", "一" * (7 + 13 * (place % 5)), "二" * (place % 3 * 20)) for place in range(40)]
    sheet = Lines(
        tuple(Column(title, 5) for title in ("时限", "内容", "办法")),
        tuple(SheetLine(LineKind.ITEM, row, ()) for row in rows),
    )
    found = columns(sheet, 120, 2)
    assert sum(found.widths) == 120
    assert found.widths[0] >= 8 + 2
    assert found.widths[1] > found.widths[2] > found.widths[0]
