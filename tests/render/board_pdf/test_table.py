"""The full table, measured: type, pages, heads, and what happens with one line, four hundred, and very long ones."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dossier import Dossier, Year
from generator.model.settings import Paper
from generator.render.board_pdf.breaks import Heights, parts
from generator.render.board_pdf.columns import columns
from generator.views.boards.sheets import Sheet
from generator.views.boards.table import Table
from generator.views.sheet import Column, LineKind, SheetLine
from generator.views.sheet import Sheet as Lines
from tests.boards import codes, contrasts, made, opened, outside, overlapping, press, settings, with_year

TABLES = ("plan-table", "q1-table", "q3-table")
MARGIN = 10 / 25.4 * 72


def pages_of(sheet: Sheet) -> list[str]:
    """What each page says, without spaces, once it is clear that nothing is too small, cut off or printed over."""
    found = opened(press().pdf(sheet))
    for page in found:
        assert [char["text"] for char in page.chars if char["size"] < 10.99] == []
        assert outside(page, MARGIN) == []
        assert overlapping(page) == []
    return ["".join(char["text"] for char in page.chars).replace(" ", "") for page in found]


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
    assert max(char["size"] for char in opened(press().pdf(sheet))[0].chars) >= 36
    words = "".join(pages)
    assert [one for one in items(sheet) if words.count(one) < 1] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_page_has_the_head_the_category_the_facts_and_the_code(name: str) -> None:
    """A page that is pinned up alone says what its columns are and what it belongs to."""
    sheet = made(name)
    assert isinstance(sheet.view, Table)
    pdf = press().pdf(sheet)
    for number, page in enumerate(pages_of(sheet)):
        for column in sheet.view.sheet.columns:
            assert column.title in page
        assert "职能工作目标" in page or "行政能力" in page
        assert sheet.view.title in page
        assert f"第{number + 1}页" in page
        assert codes(pdf, number) == [sheet.view.facts.address]


def test_the_table_is_legible_in_shades_of_grey() -> None:
    """A contrast of 4.5 at least, on shaded lines too."""
    assert [one for one in contrasts(press().pdf(made("q3-table")), 1) if one[0] < 4.5] == []


@pytest.mark.parametrize("paper", [Paper.A2_ACROSS, Paper.A3_UPRIGHT, Paper.A4_ACROSS, Paper.A4_UPRIGHT])
def test_the_table_fits_any_paper(paper: Paper) -> None:
    """More pages on smaller paper, fewer on larger; never smaller type."""
    sheet = made("q3-table", options=settings(table=paper))
    words = "".join(pages_of(sheet))
    assert [one for one in items(sheet) if one not in words] == []


def test_a_target_of_five_hundred_characters_is_printed_whole() -> None:
    """In the table of the plan and in that of a quarter."""
    text = "对全县社区服刑人员逐人建立档案、逐月走访并如实登记，" * 19

    def change(year: Year) -> Year:
        first = year.indicators[0]
        return dataclasses.replace(
            year,
            indicators=(
                first.model_copy(update={"text": text, "targets": _longer(first, text)}),
                *year.indicators[1:],
            ),
        )

    for name in ("plan-table", "q3-table"):
        assert "".join(pages_of(made(name, with_year(change)))).count(text[:25]) >= 19


def test_four_hundred_targets_and_one() -> None:
    """As many pages as it takes, each id once; one page for one target."""
    many = with_targets(400)
    sheet = made("plan-table", many)
    words = "".join(pages_of(sheet))
    assert len(items(sheet)) == 400 and all(words.count(f"{one}号") == 1 for one in items(sheet))
    assert len(pages_of(made("plan-table", with_targets(1)))) == 1


def with_targets(number: int) -> Dossier:
    """The reference with so many targets, ten to an indicator, or with one."""

    def change(year: Year) -> Year:
        first, names = year.indicators[0], count(1)
        kept = tuple(
            first.model_copy(
                update={"id": f"CG{group:02}", "targets": tuple(_targets(first, group, names, number))}
            )
            for group in range(1, 41 if number > 1 else 2)
        )
        return dataclasses.replace(year, indicators=kept, approvals=(), progress=())

    return with_year(change)


def _targets(first: object, group: int, names: Iterator[int], number: int) -> Iterator[object]:
    for place in range(1, min(number, 10) + 1):
        name = f"CG{group:02}-{place}"
        yield first.targets[0].model_copy(update={"id": name, "text": f"{name}号第{next(names)}件事。"})


def _longer(indicator: object, text: str) -> tuple[object, ...]:
    return tuple(one.model_copy(update={"text": text}) for one in indicator.targets)


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
