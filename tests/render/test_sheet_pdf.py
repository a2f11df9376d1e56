"""Tables laid across, as PDF: every cell printed once and whole, heads repeated, nothing outside the type area."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pdfplumber
import pytest

from generator.inspect.inspection import inspect
from generator.inspect.report import Outcome
from generator.inspect.row import Part as RowPart
from generator.render.circular_pdf.press import CircularPress
from generator.render.circular_pdf.values import least_pages
from generator.views.circular import Part, PrintedCircular, Title, annex_leaf
from generator.views.sheet import Column, LineKind, Sheet, SheetLine, widths
from tests.conftest import REPOSITORY
from tests.render.circulars import PLACE, circular, fonts, press
from tests.render.word import reference

MM = 72 / 25.4
AREA = (35 * MM, 28 * MM, 260 * MM, 184 * MM)
"""The type area of a page laid across: left, top, right, bottom."""

HEAD = ("序号", "内容", "分值")
COLUMNS = (
    Column("序号", 2, centred=True),
    Column("内容", 20, flexible=True),
    Column("分值", 3, centred=True),
)


def item(*cells: str) -> SheetLine:
    """A line of an item."""
    return SheetLine(LineKind.ITEM, cells, cells)


def heading(words: str, depth: int = 0) -> SheetLine:
    """The line of a category."""
    return SheetLine(LineKind.HEADING, (words,), (words,), span=3, depth=depth)


def by_itself(circular: PrintedCircular, part: Part) -> bytes:
    """One annex of a circular printed as a file of its own."""
    assert part.sheet is not None
    return press().leaf(annex_leaf(circular, part, part.sheet))


def annex(*lines: SheetLine, columns: tuple[Column, ...] = COLUMNS, label: str = "附件") -> Part:
    """An annex with a table."""
    title = Title("清单", ("清单",), settled=True, place=PLACE)
    return Part(label, title, (), Sheet(columns, lines, above=("以下为示例。",)))


def bound(*parts: Part) -> PrintedCircular:
    """A circular with annexes."""
    return circular(parts=parts, annex_list=tuple(part.title.text for part in parts))


@cache
def targets() -> Part:
    """The reference's table of targets."""
    return next(part for part in reference().parts if part.sheet is not None)


def pages(pdf: bytes) -> list[Any]:
    """The pages of a PDF."""
    return list(pdfplumber.open(io.BytesIO(pdf)).pages)


def tables(pdf: bytes) -> Iterator[list[list[str]]]:
    """The table of each page laid across, row by row, the words of each cell in one piece."""
    for page in pages(pdf):
        if page.width > page.height:
            for table in page.extract_tables():
                yield [["".join((cell or "").split()) for cell in row if cell is not None] for row in table]


def squeezed(cells: Sequence[str]) -> list[str]:
    """Cells without the spaces in them."""
    return ["".join(cell.split()) for cell in cells]


def test_every_item_of_the_reference_is_on_one_page_whole_and_in_order() -> None:
    """Each of the rows stands in the PDF once, with all its cells, none split or lost."""
    sheet = targets().sheet
    assert sheet is not None
    wanted = [squeezed(line.cells) for line in sheet.lines if line.kind is LineKind.ITEM]
    printed = [
        row for table in tables(by_itself(reference(), targets())) for row in table if row[0].isdigit()
    ]
    assert printed == wanted
    assert len(wanted) == 126


def test_head_and_categories_are_repeated_on_every_page() -> None:
    """Wherever a page begins, it says what its columns are and which category goes on."""
    sheet = targets().sheet
    assert sheet is not None
    titles = squeezed([column.title for column in sheet.columns])
    current: list[str] = []
    for number, table in enumerate(tables(by_itself(reference(), targets()))):
        assert table[0] == titles
        labels = [row[0] for row in table[1:] if len(row) == 1]
        if number:
            assert table[1][0] in current
        current = [*current, *labels]


def test_sums_stand_in_the_column_of_points() -> None:
    """A category's sum and the total are under the points they sum."""
    rows = [row for table in tables(by_itself(reference(), targets())) for row in table]
    total = next(row for row in rows if row[0] == "总计")
    assert total[1] == "100.00"
    assert [row[1] for row in rows if row[0] == "重点工作目标小计"] == ["45.00"]


def test_a_category_never_ends_a_page() -> None:
    """However the items before it fill the page, a category's line stands above its first item."""
    for count in range(14, 24):
        before = [item(str(number), "目标", "1.00") for number in range(1, count)]
        part = annex(heading("一、甲"), *before, heading("二、乙"), item("99", "目标", "1.00"))
        for table in tables(by_itself(bound(part), part)):
            assert table[-1][0] != "二、乙"


@pytest.mark.parametrize("count", [1, 2])
def test_the_imprint_follows_on_an_even_page(count: int) -> None:
    """After one page laid across it stands on the next page or, after a blank one, on the one after that."""
    parts = [annex(item("1", "目标", "1.00"), label=f"附件{number}") for number in range(1, count + 1)]
    found = pages(press().pdf(bound(*parts)))
    assert len(found) % 2 == 0
    assert "印发" in (found[-1].extract_text() or "")
    assert found[-1].width < found[-1].height
    assert ("—" in (found[-1].extract_text() or "")) is (count == 2)


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_reference_with_its_annexes_meets_every_row(*, mirrored: bool) -> None:
    """Bound on the left or for sheets printed on both sides, every row of the standard that applies is met."""
    printer = CircularPress(REPOSITORY, fonts(), mirrored=mirrored)
    report = inspect(printer.pdf(reference()), "44.pdf")
    failed = [(one.row.id, one.value) for one in report.results if one.outcome is Outcome.FAILED]
    assert failed == []
    measured = {one.row.id for one in report.results if one.row.part is RowPart.ANNEX and one.measured}
    assert {"annex_title_line", "landscape_folio", "landscape_head"} <= measured


def test_what_no_page_could_hold_goes_on_to_the_next() -> None:
    """A cell of two thousand characters in a narrow column is printed whole over several pages."""
    long = "".join(f"第{number}项已经完成；" for number in range(250))
    columns = (*COLUMNS, *(Column(f"列{number}", 9, flexible=True) for number in range(8)))
    part = annex(
        item("1", long, "1.00", *("短",) * 8), item("2", "后", "1.00", *("短",) * 8), columns=columns
    )
    pdf = by_itself(bound(part), part)
    printed = Counter(char["text"] for page in pages(pdf) for char in page.chars)
    assert printed >= Counter(long)
    assert_inside(pdf)


def test_an_address_stays_in_its_column() -> None:
    """A mail address in a column of three characters is broken, not printed over its neighbours."""
    address = "office@example.gov.cn"
    part = annex(item(address, "目标", address))
    pdf = by_itself(bound(part), part)
    assert_inside(pdf)
    assert [row for table in tables(pdf) for row in table][1] == [address, "目标", address]


def test_all_columns_together_stay_inside() -> None:
    """Fourteen columns of short words are narrowed rather than printed over the edge."""
    columns = tuple(Column(f"第{number}列", 6, centred=True) for number in range(14))
    part = annex(item(*("社区矫正管理局",) * 14), columns=columns)
    assert_inside(by_itself(bound(part), part))


@pytest.mark.parametrize("count", [1, 400])
def test_few_and_many_items(count: int) -> None:
    """One item makes one page; four hundred are all there, and each page is full."""
    part = annex(*(item(str(number), "完成目标任务" * 5, "0.25") for number in range(1, count + 1)))
    pdf = by_itself(bound(part), part)
    assert [row[0] for table in tables(pdf) for row in table if row[0].isdigit()] == [
        str(number) for number in range(1, count + 1)
    ]
    assert_inside(pdf)


@pytest.mark.parametrize("count", [1, 40, 100])
def test_a_table_is_never_reckoned_longer_than_it_is(count: int) -> None:
    """What is reckoned to spare setting a table in vain stays below the pages it takes in 五号, and near them."""
    part = annex(*(item(str(number), "完成目标任务" * 12, "0.25") for number in range(1, count + 1)))
    assert part.sheet is not None
    taken = len(pages(by_itself(bound(part), part)))
    assert taken - 1.5 <= least_pages(part.sheet) <= taken


def test_widths_share_the_room_exactly() -> None:
    """Flexible columns take what the others leave, by their characters, and never less than three."""
    columns = (Column("甲", 2), Column("乙", 10, flexible=True), Column("丙", 20, flexible=True))
    assert widths(columns, 65, 1) == pytest.approx((3, 62 / 3, 124 / 3))
    crowded = (*(Column("甲", 6) for _ in range(12)), Column("乙", 10, flexible=True))
    found = widths(crowded, 60, 1)
    assert sum(found) == pytest.approx(60)
    assert found[-1] == pytest.approx(4)


def assert_inside(pdf: bytes) -> None:
    """Every character of the tables lies within the type area."""
    left, top, right, bottom = AREA
    for page in pages(pdf):
        for char in page.chars:
            if char["tag"] != "Artifact" and char["size"] < 11:
                assert left - 1 <= char["x0"], char
                assert char["x1"] <= right + 1, char
                assert top - 1 <= char["top"], char
                assert char["bottom"] <= bottom + 1, char
