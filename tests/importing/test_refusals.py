"""What is refused of a form that comes back, at which cell; and that nothing of it would be written then."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from generator.importing.refusals import FORM_REFUSALS
from generator.views.form import KEYS, MARK_SHEET
from tests.conftest import REPOSITORY, copy_of
from tests.importing.forms import (
    FIRST,
    HEAD,
    PATH,
    Edit,
    book_of,
    column,
    content_of,
    filled_blank,
    imported,
    page,
    put,
    rules,
)

INDICATOR = "data/2019/indicators/CG09.yml"


def remove_row(book: Workbook) -> None:
    """Clear the row of an item."""
    for at in range(1, len(KEYS) + 2):
        page(book).cell(FIRST + 1, at).value = None


def copy_row(book: Workbook) -> None:
    """Put the first item into the second's row."""
    for at in range(1, len(KEYS) + 2):
        page(book).cell(FIRST + 1, at).value = page(book).cell(FIRST, at).value


def both_ids(name: str) -> Edit:
    """Give the first row another id."""

    def edit(book: Workbook) -> None:
        for at in (1, len(KEYS) + 1):
            page(book).cell(FIRST, at).value = name
        page(book).cell(FIRST, column("text")).value = "另一个目标。"

    return edit


def merge(book: Workbook) -> None:
    """Merge the work of two items."""
    page(book).merge_cells(start_row=FIRST, end_row=FIRST + 1, start_column=5, end_column=5)


def marked(fact: str, value: str) -> Edit:
    """Let the hidden sheet say something else."""

    def edit(book: Workbook) -> None:
        next(row for row in book[MARK_SHEET].iter_rows() if row[0].value == fact)[1].value = value

    return edit


def headed(row: int, at: int, value: object) -> Edit:
    """Write beside the table."""

    def edit(book: Workbook) -> None:
        page(book).cell(row, at).value = value  # type: ignore[assignment]  # openpyxl takes what a cell takes

    return edit


def behind(book: Workbook) -> None:
    """Report an item as behind without saying why."""
    put("figure", 8)(book)
    put("state", "欠进度")(book)


def no_mark_and(edit: Edit) -> Edit:
    """Take the hidden sheet away too."""

    def both(book: Workbook) -> None:
        del book[MARK_SHEET]
        edit(book)

    return both


CASES: list[tuple[str, Edit, str, str]] = [
    ("another word for a state", put("state", "正常推进"), "cell_state", "H5"),
    ("120 per cent", put("figure", 120, FIRST + 1), "cell_percent", "G6"),
    ("a rate that may be two", put("figure", 0.95, FIRST + 1), "cell_percent", "G6"),
    ("about 12", put("figure", "约12"), "cell_number", "G5"),
    ("a number in words", put("figure", "十二"), "cell_number", "G5"),
    ("less than nothing", put("figure", -1), "cell_number", "G5"),
    ("a formula without a result", put("figure", "=SUM(A1:A2)"), "cell_formula", "G5"),
    ("a formula's error", put("figure", "#REF!"), "cell_error", "G5"),
    ("a day without a year", put("figure", "9月30日", FIRST + 3), "cell_day", "G8"),
    ("a day that is none", put("figure", "2019-02-29", FIRST + 3), "cell_day", "G8"),
    ("merged cells", merge, "cell_merged", "E6"),
    ("another text of the target", put("text", "分批组织集中教育学习不少于10次。"), "form_text", "B5"),
    ("another goal", put("goal", "不少于10次"), "form_text", "C5"),
    ("another deadline", put("deadline", "11月30日"), "form_text", "D5"),
    ("no work", put("work", None), "form_blank", "E5"),
    ("a dash for the work", put("work", "——"), "form_blank", "E5"),
    ("no state", put("state", None), "form_blank", "H5"),
    ("no day", headed(3, 9, None), "form_blank", "I3"),
    ("a day before the quarter ends", headed(3, 9, date(2019, 12, 1)), "report_days", "I3"),
    ("behind without a cause", behind, "behind_without_cause", "H5"),
    ("a state the figure contradicts", put("figure", 10), "state_contradicts_value", "H5"),
    ("fewer than in the quarter before", put("figure", 3), "cumulative_falls", "G5"),
    ("no figure", put("figure", None), "report_value_kind", "E5"),
    ("a row lost", remove_row, "form_row", "A4"),
    ("a row twice", copy_row, "form_row", "A6"),
    ("another unit's item", both_ids("CG01-1"), "form_row", "A5"),
    ("an item that there is not", both_ids("CG99-1"), "form_row", "A5"),
    (
        "the text of another item",
        put("text", "接受委托的适用社区矫正调查评估，按期回复率达到100%。"),
        "form_row",
        "A5",
    ),
    ("another id beside the text", put("id", "CG09-2"), "form_row", "A5"),
    ("a column lost", put("remedy", None, HEAD), "form_column", "A4"),
    ("a column twice", put("remedy", "欠进度原因", HEAD), "form_column", "J4"),
    ("another unit in the head", headed(3, 1, "填报单位（盖章）：办公室"), "form_wrong", "A3"),
    ("another quarter in the head", headed(3, 5, "填报季度：2019年第三季度"), "form_wrong", "E3"),
    ("another year in the head", headed(3, 5, "填报季度：2020年第四季度"), "form_wrong", "E3"),
    ("an old version", marked("version", "0"), "form_version", ""),
    ("a year without a plan", marked("year", "1999"), "form_wrong", ""),
    ("a year that is none", marked("year", "去年"), "form_wrong", ""),
    ("a quarter that there is not", marked("quarter", "q9"), "form_wrong", ""),
    ("a unit that there is not", marked("unit", "没有股"), "form_wrong", ""),
    ("a closed quarter", marked("quarter", "q3"), "form_locked", ""),
    ("neither mark nor unit", no_mark_and(headed(3, 1, "填报单位（盖章）：")), "form_unknown", ""),
    ("a mobile number", put("work", "联系人手机 13800138000，已逐户通知。"), "personal_source", "E5"),
    ("a second copy of the table", lambda book: book.copy_worksheet(page(book)), "form_unknown", "A1"),
    ("no head of the table", put("work", None, HEAD), "form_column", "A4"),
]


@pytest.mark.parametrize(
    ("edit", "rule", "cell"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_each_fault_is_named_at_its_cell_and_nothing_is_taken(
    unreported: Path, edit: Edit, rule: str, cell: str
) -> None:
    """The rule and the cell are told, with a way out, and no text is there to be written."""
    book = filled_blank()
    edit(book)
    (one,) = imported(unreported, content_of(book))
    assert one.text is None
    found = [problem for problem in one.problems if problem.rule == rule]
    assert found, one.problems
    assert not cell or cell in {problem.place.cell for problem in found}
    assert all(problem.hint for problem in found)


def test_every_refusal_of_a_form_is_met_in_these_tests() -> None:
    """None is left that no form brings about."""
    text = (REPOSITORY / "tests/importing/test_refusals.py").read_text("utf-8")
    assert not [rule for rule in FORM_REFUSALS if f'"{rule}"' not in text]


def test_a_workbook_that_is_no_form_is_told_to_be_none(unreported: Path) -> None:
    """Somebody sent another file."""
    book = Workbook()
    book.worksheets[0]["A1"] = "值班表"
    (one,) = imported(unreported, content_of(book))
    assert rules(one) == {"form_unknown"}


def test_two_files_of_one_unit_and_quarter_are_both_refused(unreported: Path) -> None:
    """Each names the other."""
    first = filled_blank()
    second = filled_blank()
    put("work", "另一说法。")(second)
    for one, other in zip(
        imported(unreported, content_of(first), content_of(second)), ("1.xlsx", "0.xlsx"), strict=True
    ):
        (problem,) = (each for each in one.problems if each.rule == "form_twice")
        assert one.text is None and other in problem.message


def test_a_form_of_another_quarter_than_is_collected_is_refused(unreported: Path) -> None:
    """Who collects the third quarter does not take in the fourth."""
    (one,) = imported(unreported, content_of(filled_blank()), quarter="q3")
    assert "form_wrong" in rules(one) and one.text is None
    (one,) = imported(unreported, content_of(filled_blank()), quarter="第四季度")
    assert one.text is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "text: 分批组织社区服刑人员集中教育学习不少于12次。",
            "text: 分批组织社区服刑人员集中教育学习不少于15次。",
        ),
        ("unit: 社区矫正管理局", "unit: 办公室"),
        ("id: CG09-1", "id: CG09-9"),
    ],
)
def test_a_plan_that_changed_after_the_form_was_sent_out_refuses_it(
    unreported: Path, old: str, new: str
) -> None:
    """An item that is another now, that another unit answers for, or that is new."""
    file = unreported / INDICATOR
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    (one,) = imported(unreported, content_of(filled_blank()))
    assert one.text is None
    assert "form_outdated" in rules(one) and "form_text" not in rules(one)


def test_a_later_edit_of_the_data_is_not_overwritten(open_year: Path) -> None:
    """What the form left as it was stays; what both changed is a conflict, unless the form is to win."""
    file = open_year / PATH
    file.write_text(file.read_text("utf-8").replace("cumulative: 12\n", "cumulative: 13\n"), "utf-8")
    (kept,) = imported(open_year, content_of(book_of()))
    assert rules(kept) == {"form_kept"} and kept.text == file.read_text("utf-8")
    book = book_of()
    put("figure", 14)(book)
    (conflict,) = imported(open_year, content_of(book))
    (problem,) = conflict.problems
    assert conflict.text is None and problem.rule == "form_conflict"
    assert problem.place.cell == "G5" and "“13”" in problem.message and "“14”" in problem.message
    (won,) = imported(open_year, content_of(book), replace_later=True)
    assert won.text is not None and "cumulative: 14\n" in won.text


def test_a_blank_form_does_not_overwrite_what_was_reported_meanwhile(open_year: Path) -> None:
    """It was sent out when nothing was there."""
    book = filled_blank()
    put("work", "另一说法。")(book)
    (one,) = imported(open_year, content_of(book))
    assert rules(one) == {"form_conflict"} and one.text is None


def test_the_second_quarter_in_a_batch_sees_the_first(open_year: Path) -> None:
    """A figure that rises in the third quarter makes the fourth's fall, though the third is only being imported."""
    for name in ("locks/q3.yml", "progress/q3/shequ-jiaozheng.yml", "progress/q4/shequ-jiaozheng.yml"):
        (open_year / "data/2019" / name).unlink()
    third = book_of(quarter="q3")
    put("figure", 20)(third)
    put("state", "已完成")(third)
    fourth, first = imported(open_year, content_of(filled_blank()), content_of(third))
    assert first.text is not None, first.problems
    assert "cumulative_falls" in rules(fourth)


def test_all_faults_are_told_in_one_run(unreported: Path) -> None:
    """What the rules say of one row does not wait until another can be read."""
    book = filled_blank()
    put("state", "正常推进", FIRST + 1)(book)
    headed(3, 9, None)(book)
    behind(book)
    (one,) = imported(unreported, content_of(book))
    assert rules(one) >= {"cell_state", "form_blank", "behind_without_cause", "cumulative_falls"}


def test_a_word_beside_the_table_is_named_and_does_not_hinder(unreported: Path) -> None:
    """A note, a comment, another sheet: each is told with its cell."""
    book = filled_blank()
    page(book)["P2"] = "请领导过目"
    page(book)["E5"].comment = Comment("等财务核对", "某人")
    book.create_sheet("底稿")["B2"] = "草稿"
    (one,) = imported(unreported, content_of(book))
    assert one.text is not None
    assert rules(one) == {"form_left", "cell_comment"}
    assert {problem.place.cell for problem in one.problems} == {"P2", "E5", "B2"}


def test_personal_data_is_never_shown_whole(unreported: Path) -> None:
    """Wherever it stands on a form: in a cell to fill in, beside the table, in a comment, in a target's text."""
    book = filled_blank()
    number = "13800138000"
    put("work", f"已通知\n{number}")(book)
    put("evidence", f"{number} ")(book)
    put("text", f"联系{number}", FIRST + 1)(book)
    page(book)["P2"] = f"这是一句二十几个字那么长的话，后面是 {number}"
    page(book)["E6"].comment = Comment(f"问{number}", "某人")
    (one,) = imported(unreported, content_of(book))
    assert {"form_left", "cell_comment", "form_text", "cell_recovered", "personal_source"} <= rules(one)
    told = " ".join(problem.message for problem in one.problems)
    assert "138****8000" in told and not re.search("1380013800?", told)


TOKEN = "某某甲乙丙"
_PROJECT: list[Path] = []


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for many tries, since nothing is written."""
    project = copy_of(REPOSITORY, tmp_path_factory.mktemp("shared") / "reference")
    (project / "data/2019/locks/q4.yml").unlink()
    (project / PATH).unlink()
    return project


@settings(max_examples=150)
@given(row=st.integers(1, 30), at=st.integers(1, 18))
def test_every_cell_is_imported_or_named(shared: Path, row: int, at: int) -> None:
    """A word written anywhere on the form ends in the report or in a message."""
    book = filled_blank()
    cell = page(book).cell(row, at)
    if cell.__class__.__name__ == "MergedCell":
        return
    cell.value = TOKEN
    (one,) = imported(shared, content_of(book))
    told = " ".join(f"{problem.place.cell} {problem.message}" for problem in one.problems)
    named = TOKEN in told or re.search(rf"\b{cell.coordinate}\b", told)
    assert TOKEN in (one.text or "") or named, (cell.coordinate, told)
