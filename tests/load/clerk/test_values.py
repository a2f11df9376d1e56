"""What each way of writing a value is taken for: one meaning, told if it had to be recovered, or a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.clerk.days import day
from generator.load.clerk.numbers import percentage, points, quantity
from generator.load.clerk.reading import Reading
from generator.load.clerk.words import comparable, passage, state
from generator.load.spreadsheet.workbook import Area, Cell, Kind
from generator.load.text import strangers
from generator.model.plan import State
from generator.model.scalars import quantity_text
from tests.load.clerk.cells import PLACE, cell, rules

STATES = tuple(
    State(id=key, name=name)
    for key, name in (
        ("not_started", "未启动"),
        ("behind", "欠进度"),
        ("ahead", "超进度"),
        ("completed", "已完成"),
    )
)
RECOVERED = "cell_recovered"
SURE, TOLD = (), (RECOVERED,)
"""Taken without a word; taken and told."""


def things(one: Cell) -> Reading[Decimal]:
    """A number of 件."""
    return quantity(one, "件")


def state_id(one: Cell) -> Reading[str]:
    """The id of a state."""
    read = state(one, STATES)
    return Reading(read.value and read.value.id, read.problems)


Case = tuple[Callable[[Cell], Reading[Any]], Any, Any, tuple[str, ...]]
"""The reader, what was written, what it means, and the rules that are told."""

QUANTITIES: tuple[Case, ...] = (
    (things, Decimal(12), Decimal(12), SURE),
    (things, Decimal("12.5"), Decimal("12.5"), SURE),
    (things, Decimal(0), Decimal(0), SURE),
    (things, "12", Decimal(12), SURE),
    (things, "0", Decimal(0), SURE),
    (things, None, None, SURE),
    (things, "  ", None, SURE),
    (things, "１２", Decimal(12), TOLD),
    (things, "１２．５", Decimal("12.5"), TOLD),
    (things, " 12 ", Decimal(12), TOLD),
    (things, "12\N{NO-BREAK SPACE}", Decimal(12), TOLD),
    (things, "\N{IDEOGRAPHIC SPACE}12", Decimal(12), TOLD),
    (things, "12\N{ZERO WIDTH SPACE}", Decimal(12), TOLD),
    (things, "\N{ZERO WIDTH NO-BREAK SPACE}12", Decimal(12), TOLD),
    (things, "\N{LEFT-TO-RIGHT MARK}12", Decimal(12), TOLD),
    (things, "12\n", Decimal(12), TOLD),
    (things, "12\t", Decimal(12), TOLD),
    (things, "12件", Decimal(12), TOLD),
    (things, "12 件", Decimal(12), TOLD),
    (things, "１２件", Decimal(12), TOLD),
    (things, "1,200", Decimal(1200), TOLD),
    (things, "1，200", Decimal(1200), TOLD),
    (things, "1,234,567件", Decimal(1234567), TOLD),
    (things, "-", None, TOLD),
    (things, "——", None, TOLD),
    (things, "—", None, TOLD),
    (things, "－", None, TOLD),
    (things, "/", None, TOLD),
    (things, "N/A", None, TOLD),
    (things, "n/a", None, TOLD),
    (things, "无", None, ("cell_number",)),
    (things, "约12", None, ("cell_number",)),
    (things, "12左右", None, ("cell_number",)),
    (things, "12余件", None, ("cell_number",)),
    (things, "十二", None, ("cell_number",)),
    (things, "一百二十件", None, ("cell_number",)),
    (things, "12+3", None, ("cell_number",)),
    (things, "12-15", None, ("cell_number",)),
    (things, "12至15", None, ("cell_number",)),
    (things, "12/15", None, ("cell_number",)),
    (things, "=12+3", None, ("cell_number",)),
    (things, "12（甲8、乙4）", None, ("cell_number",)),
    (things, "12(其中甲8)", None, ("cell_number",)),
    (things, "1.2万", None, ("cell_number",)),
    (things, "12次", None, ("cell_number",)),
    (things, "12件次", None, ("cell_number",)),
    (things, "共12件", None, ("cell_number",)),
    (things, "85%", None, ("cell_number",)),
    (things, "12。5", None, ("cell_number",)),
    (things, "12.", None, ("cell_number",)),
    (things, ".5", None, ("cell_number",)),
    (things, "1 2", None, ("cell_number",)),
    (things, "1 200", None, ("cell_number",)),
    (things, "12,00", None, ("cell_number",)),
    (things, "1,2", None, ("cell_number",)),
    (things, "1.200,5", None, ("cell_number",)),
    (things, "010", None, ("cell_number",)),
    (things, "1e3", None, ("cell_number",)),
    (things, "0x10", None, ("cell_number",)),
    (things, "NaN", None, ("cell_number",)),
    (things, "1O", None, ("cell_number",)),
    (things, "12²", None, ("cell_number",)),
    (things, "①", None, ("cell_number",)),
    (things, "-3", None, ("cell_number",)),
    (things, "+3", None, ("cell_number",)),
    (things, Decimal(-3), None, ("cell_number",)),
    (things, Decimal("33.33333"), None, ("cell_number",)),
    (things, Decimal(10) ** 9, None, ("cell_number",)),
    (things, Decimal(10) ** 300, None, ("cell_number",)),
    (things, date(2019, 3, 4), None, ("cell_number",)),
    (things, time(9, 30), None, ("cell_number",)),
    (things, timedelta(hours=30), None, ("cell_number",)),
    (things, True, None, ("cell_number",)),
    (things, "完成", None, ("cell_number",)),
)
PERCENTAGES: tuple[Case, ...] = (
    (percentage, Decimal(85), Decimal(85), SURE),
    (percentage, "85", Decimal(85), SURE),
    (percentage, Decimal(0), Decimal(0), SURE),
    (percentage, Decimal(100), Decimal(100), SURE),
    (percentage, None, None, SURE),
    (percentage, "85%", Decimal(85), TOLD),
    (percentage, "85％", Decimal(85), TOLD),
    (percentage, "８５．５％", Decimal("85.5"), TOLD),
    (percentage, "85 %", Decimal(85), TOLD),
    (percentage, "0.85%", Decimal("0.85"), TOLD),
    (percentage, "—", None, TOLD),
    (percentage, Decimal("0.85"), None, ("cell_percent",)),
    (percentage, "0.85", None, ("cell_percent",)),
    (percentage, Decimal(1), None, ("cell_percent",)),
    (percentage, Decimal(120), None, ("cell_percent",)),
    (percentage, "120%", None, ("cell_percent",)),
    (percentage, Decimal(-5), None, ("cell_percent",)),
    (percentage, "85‰", None, ("cell_number",)),
    (percentage, "百分之八十五", None, ("cell_number",)),
    (percentage, "八成五", None, ("cell_number",)),
    (percentage, "17/20", None, ("cell_number",)),
    (percentage, "85%以上", None, ("cell_number",)),
    (percentage, "85分", None, ("cell_number",)),
    (percentage, "85%%", None, ("cell_number",)),
)
POINTS: tuple[Case, ...] = (
    (points, Decimal("2.5"), 250, SURE),
    (points, "2.50", 250, SURE),
    (points, Decimal(0), 0, SURE),
    (points, None, None, SURE),
    (points, "2.5分", 250, TOLD),
    (points, "２．５", 250, TOLD),
    (points, Decimal("2.555"), None, ("cell_number",)),
    (points, Decimal("-0.5"), None, ("cell_number",)),
    (points, Decimal(12345), None, ("cell_number",)),
    (points, "满分", None, ("cell_number",)),
    (points, "85%", None, ("cell_number",)),
)
DAYS: tuple[Case, ...] = (
    (day, date(2019, 9, 30), date(2019, 9, 30), SURE),
    (day, "2019-09-30", date(2019, 9, 30), SURE),
    (day, None, None, SURE),
    (day, datetime(2019, 9, 30, 8, 15), date(2019, 9, 30), TOLD),
    (day, "2019年9月30日", date(2019, 9, 30), TOLD),
    (day, "2019 年 9 月 30 日", date(2019, 9, 30), TOLD),
    (day, "2019年09月30号", date(2019, 9, 30), TOLD),
    (day, "2019年9月30", date(2019, 9, 30), TOLD),
    (day, "2019.9.30", date(2019, 9, 30), TOLD),
    (day, "2019/9/30", date(2019, 9, 30), TOLD),
    (day, "2019-9-30", date(2019, 9, 30), TOLD),
    (day, "20190930", date(2019, 9, 30), TOLD),
    (day, "２０１９．９．３０", date(2019, 9, 30), TOLD),
    (day, "2019-09-30 00:00:00", date(2019, 9, 30), TOLD),
    (day, "2020.2.29", date(2020, 2, 29), TOLD),
    (day, Decimal(20190930), date(2019, 9, 30), TOLD),
    (day, Decimal(43738), date(2019, 9, 30), TOLD),
    (day, "—", None, TOLD),
    (day, "9月30日", None, ("cell_day",)),
    (day, "9.30", None, ("cell_day",)),
    (day, "19.9.30", None, ("cell_day",)),
    (day, "30/9/2019", None, ("cell_day",)),
    (day, "2019年9月", None, ("cell_day",)),
    (day, "2019年9月底", None, ("cell_day",)),
    (day, "2019-02-29", None, ("cell_day",)),
    (day, "2019.13.1", None, ("cell_day",)),
    (day, "2019.9-30", None, ("cell_day",)),
    (day, "2019-09-30 08:15", None, ("cell_day",)),
    (day, "20190931", None, ("cell_day",)),
    (day, "201909", None, ("cell_day",)),
    (day, "二〇一九年九月三十日", None, ("cell_day",)),
    (day, "9月中旬", None, ("cell_day",)),
    (day, "是", None, ("cell_day",)),
    (day, "√", None, ("cell_day",)),
    (day, Decimal("2019.9"), None, ("cell_day",)),
    (day, Decimal(3), None, ("cell_day",)),
    (day, Decimal(-43738), None, ("cell_day",)),
    (day, Decimal(10) ** 30, None, ("cell_day",)),
    (day, Decimal(99999999), None, ("cell_day",)),
    (day, date(1900, 1, 5), None, ("cell_day",)),
    (day, date(9999, 12, 31), None, ("cell_day",)),
    (day, time(9, 30), None, ("cell_day",)),
    (day, True, None, ("cell_day",)),
)
WORDS: tuple[Case, ...] = (
    (state_id, "欠进度", "behind", SURE),
    (state_id, None, None, SURE),
    (state_id, " 欠进度 ", "behind", TOLD),
    (state_id, "欠进度。", "behind", TOLD),
    (state_id, "欠 进 度", "behind", TOLD),
    (state_id, "欠进\n度", "behind", TOLD),
    (state_id, "欠进度\N{ZERO WIDTH SPACE}", "behind", TOLD),
    (state_id, "—", None, TOLD),
    (state_id, "滞后", None, ("cell_state",)),
    (state_id, "欠进", None, ("cell_state",)),
    (state_id, "behind", None, ("cell_state",)),
    (state_id, "欠进度、未启动", None, ("cell_state",)),
    (state_id, "√", None, ("cell_state",)),
    (state_id, Decimal(1), None, ("cell_state",)),
    (state_id, True, None, ("cell_state",)),
    (passage, "完成排查，没有脱管。", "完成排查，没有脱管。", SURE),
    (passage, None, None, SURE),
    (passage, "开展宣传,共3场", "开展宣传,共3场", SURE),
    (passage, "完成排查。\n建立台账。", "完成排查。建立台账。", TOLD),
    (passage, "完成排查。\r\n\r\n建立台账。", "完成排查。建立台账。", TOLD),
    (passage, "报送 A\nB 两表", "报送 A B 两表", TOLD),
    (passage, "\N{IDEOGRAPHIC SPACE}\N{IDEOGRAPHIC SPACE}完成排查。", "完成排查。", TOLD),
    (passage, "完成\N{NO-BREAK SPACE}排查", "完成 排查", TOLD),
    (passage, "完成\N{ZERO WIDTH SPACE}排查", "完成排查", TOLD),
    (passage, "完成１００场", "完成100场", TOLD),
    (passage, "完成\t排查", "完成 排查", TOLD),
    (passage, "无", None, TOLD),
    (passage, "暂无。", None, TOLD),
    (passage, "—", None, TOLD),
    (passage, Decimal(12), "12", TOLD),
    (passage, "乱\N{LATIN SMALL LETTER A WITH DIAERESIS}码", None, ("cell_text",)),
    (passage, "完成\N{CHECK MARK}", None, ("cell_text",)),
    (passage, "完成\ue000", None, ("cell_text",)),
    (passage, "完成\0", None, ("cell_text",)),
    (passage, date(2019, 9, 30), None, ("cell_text",)),
    (passage, True, None, ("cell_text",)),
)
CASES = (*QUANTITIES, *PERCENTAGES, *POINTS, *DAYS, *WORDS)
READERS = (things, percentage, points, day, state_id, passage)


@pytest.mark.parametrize(
    ("read", "written", "meant", "told"), CASES, ids=[f"{case[0].__name__}-{case[1]!r}" for case in CASES]
)
def test_what_is_written_has_one_meaning(
    read: Callable[[Cell], Reading[Any]], written: Any, meant: Any, told: tuple[str, ...]
) -> None:
    """A certain value is taken as it is, a recovered one is told, a doubt has no value and is an error."""
    reading = read(cell(written))
    assert (reading.value, tuple(rules(reading))) == (meant, told)
    assert reading.doubtful == (bool(told) and told != TOLD)
    for problem in reading.problems:
        assert problem.place == PLACE
        assert re.search("[一-鿿]{2}", problem.message)
        assert problem.hint


@pytest.mark.parametrize(
    ("shown_as", "meant", "told"),
    [
        ("0%", Decimal(85), SURE),
        ("0.00%", Decimal(85), SURE),
        ("General", None, ("cell_percent",)),
        ('0.00"%"', None, ("cell_percent",)),
        (r"0.00\%", None, ("cell_percent",)),
    ],
)
def test_a_cell_that_shows_per_cent_holds_a_hundredth(
    shown_as: str, meant: Decimal | None, told: tuple[str, ...]
) -> None:
    """0.85 that shows 85% is 85; a per cent sign that is only printed beside the number says nothing."""
    reading = percentage(cell(Decimal("0.85"), number_format=shown_as))
    assert (reading.value, tuple(rules(reading))) == (meant, told)


def test_a_number_of_things_is_not_per_cent() -> None:
    """A cell formatted as a percentage in a column of things is asked about."""
    assert rules(things(cell(Decimal("0.12"), number_format="0%"))) == ["cell_number"]


def test_a_serial_number_counts_from_the_epoch_of_its_workbook() -> None:
    """The same day has two serial numbers, 1462 apart: Excel on a Mac used to count from 1904."""
    assert day(cell(Decimal(43738))).value == day(cell(Decimal(42276), epoch=date(1904, 1, 1))).value


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("one", "told"),
    [
        (cell(None, merged=Area(12, 6, 14, 6)), "cell_merged"),
        (cell("12", merged=Area(12, 5, 12, 6)), "cell_merged"),
        (cell("#REF!", kind=Kind.ERROR), "cell_error"),
        (cell("#DIV/0!", kind=Kind.ERROR, formula="=1/0"), "cell_error"),
        (cell(None, formula="=SUM(E5:E8)"), "cell_formula"),
        (cell(None, formula='=_xlfn.DISPIMG("ID_7F",1)'), "workbook_object"),
        (cell("=DISPIMG", formula='=DISPIMG("ID_7F",1)'), "workbook_object"),
    ],
)
def test_some_cells_are_doubtful_whatever_they_should_hold(
    read: Callable[[Cell], Reading[Any]], one: Cell, told: str
) -> None:
    """Merged, with an error, with a formula that has no result, with a picture."""
    reading = read(one)
    assert (reading.value, rules(reading), reading.doubtful) == (None, [told], True)


@pytest.mark.parametrize(
    ("shown_as", "told"), [("yyyy-m-d", SURE), ("[$-411]ge.m.d", SURE), ('m"月"d"日"', TOLD)]
)
def test_a_year_that_does_not_show_is_told(shown_as: str, told: tuple[str, ...]) -> None:
    """9月30日, typed, becomes a day of the year in which it was typed."""
    reading = day(cell(date(2020, 9, 30), number_format=shown_as))
    assert (reading.value, tuple(rules(reading))) == (date(2020, 9, 30), told)


def test_the_result_of_a_formula_is_taken_and_told() -> None:
    """A formula that was saved with its result is read as that result."""
    reading = things(cell(Decimal(12), formula="=SUM(E5:E8)"))
    assert (reading.value, rules(reading)) == (Decimal(12), [RECOVERED])


def test_what_cannot_be_seen_is_shown() -> None:
    """The message about an invisible character makes it visible."""
    [problem] = things(cell("12\N{ZERO WIDTH SPACE}")).problems
    assert "[U+200B]" in problem.message


@given(st.decimals(0, 10**9 - 1, places=4), st.sampled_from(["", "件", " 件"]), st.booleans())
def test_every_quantity_is_read_back_however_it_is_written(number: Decimal, unit: str, wide: bool) -> None:  # noqa: FBT001  # hypothesis fills it in
    """A number the data can hold comes back exactly, with its unit or without, in either width."""
    text = quantity_text(number) + unit
    if wide:
        text = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert things(cell(text)).value == number
    assert things(cell(number)).value == number


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_however_it_is_written(one: date) -> None:
    """A day comes back from each way of writing it, and from its serial number in either epoch."""
    forms = (
        one,
        f"{one.year}年{one.month}月{one.day}日",
        f"{one.year}.{one.month}.{one.day}",
        one.isoformat(),
    )
    serials = [
        cell(Decimal((one - epoch).days), epoch=epoch) for epoch in (date(1899, 12, 30), date(1904, 1, 1))
    ]
    assert {day(each).value for each in (*map(cell, forms), *serials)} == {one}


_CLERKS = st.text(
    st.sampled_from(
        "0123456789０１２.,，。%％件次约十百万-—/ \n\t\N{NO-BREAK SPACE}\u200b年月日欠进度已完成无()（）²"
    )
)


@given(st.one_of(_CLERKS, st.text()))
def test_nothing_is_lost_without_a_word(text: str) -> None:
    """Whatever is written: a value, or a word about it; and no reader ever fails."""
    for read in READERS:
        reading = read(cell(text))
        assert reading.value is not None or reading.problems or not comparable(text)


@given(_CLERKS)
def test_a_number_is_never_guessed(text: str) -> None:
    """The digits of a quantity are the digits that were written, in their order, and no others."""
    value = things(cell(text)).value
    if value is not None:
        written = re.sub(
            r"[^0-9.]",
            "",
            text.translate({code + 0xFEE0: code for code in range(0x21, 0x7F)}).replace(",", ""),
        )
        assert Decimal(written) == value


@given(st.text())
def test_a_passage_can_stand_in_the_data(text: str) -> None:
    """A passage that is taken is one line of characters that a data file may hold, trimmed."""
    value = passage(cell(text)).value
    if value is not None:
        assert not strangers(value)
        assert value == value.strip()
        assert "\n" not in value


@given(st.text())
def test_reading_a_passage_again_changes_nothing(text: str) -> None:
    """What was recovered once is written as it should be."""
    value = passage(cell(text)).value
    if value is not None:
        assert passage(cell(value)) == Reading(value)


def test_texts_are_compared_without_width_and_spaces() -> None:
    """An edited text is told from one that was only typed or copied differently."""
    assert comparable("完成１００场， 覆盖率 95％。") == comparable("完成100场,覆盖率95%")
    assert comparable("完成100场") != comparable("完成10场")
    assert comparable("10²") != comparable("102")
