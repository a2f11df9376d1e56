"""`zhengben import`: what it says, what it asks, what it writes, and what it never touches."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.cli import zhengben
from generator.publish.replacing import ChangedMeanwhileError, replace_file
from generator.views.form_reply import DOUBT_SHEET
from tests.importing.forms import PATH, book_of, content_of, filled_blank, page, put


def run(project: Path, *arguments: str | Path, answer: str = "") -> Result:
    """Import files into a project."""
    command = ["--project", str(project), "import", *map(str, arguments)]
    return CliRunner().invoke(zhengben, command, standalone_mode=False, input=answer)


@pytest.fixture
def returned(unreported: Path) -> Path:
    """A filled form in a folder of its own."""
    file = unreported / "returned" / "社区矫正管理局.xlsx"
    file.parent.mkdir()
    file.write_bytes(content_of(filled_blank()))
    return file


def test_a_form_is_written_where_its_report_belongs(unreported: Path, returned: Path) -> None:
    """As a new file; the project is as sound as before."""
    result = run(unreported, returned, "--yes")
    assert result.return_value == 0, result.output
    assert f"{PATH} 新报13项" in result.output
    assert (unreported / PATH).read_text("utf-8").startswith("unit: 社区矫正管理局\nquarter: q4\n")
    check = CliRunner().invoke(zhengben, ["--project", str(unreported), "check"], standalone_mode=False)
    assert check.return_value == 0, check.output


def test_a_dry_run_says_the_same_and_writes_nothing(unreported: Path, returned: Path) -> None:
    """Whatever else is asked for."""
    result = run(unreported, returned, "--dry-run", "--yes")
    assert result.return_value == 0
    assert f"{PATH} 新报13项" in result.output
    assert not (unreported / PATH).exists()


def test_without_a_terminal_and_without_consent_nothing_is_written(unreported: Path, returned: Path) -> None:
    """The status says that it is undecided."""
    result = run(unreported, returned)
    assert result.return_value == 2 and "--yes" in result.output
    assert not (unreported / PATH).exists()


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_on_a_terminal_it_asks(
    unreported: Path, returned: Path, monkeypatch: pytest.MonkeyPatch, answer: str, *, written: bool
) -> None:
    """And no answer is no."""
    monkeypatch.setattr("generator.cli.import_.on_terminal", lambda: True)
    result = run(unreported, returned, answer=answer)
    assert "写入以上 1 个单位的报表？" in result.output
    assert (unreported / PATH).exists() == written


def test_each_change_is_told_and_only_its_line_changes(open_year: Path, tmp_path: Path) -> None:
    """Item, column, old and new value; the other lines of the file stay, a comment too."""
    file = open_year / PATH
    before = file.read_text("utf-8").replace("rows:\n", "rows:   # 已核\n")
    file.write_text(before, "utf-8")
    book = book_of()
    put("work", "本季度组织集中教育3次，累计12次。")(book)
    form = tmp_path / "form.xlsx"
    form.write_bytes(content_of(book))
    result = run(open_year, form, "--yes")
    told = "CG09-1 本季度工作完成情况：本季度组织社区服刑人员集中教育学习3次，累计12次。 → 本季度组织集中教育3次，累计12次。"
    assert told in result.output
    after = file.read_text("utf-8")
    changed = [
        (old, new) for old, new in zip(before.splitlines(), after.splitlines(), strict=True) if old != new
    ]
    assert [new for _, new in changed] == ["    work: 本季度组织集中教育3次，累计12次。"]


def test_a_folder_stands_for_its_workbooks(unreported: Path, returned: Path) -> None:
    """Without what Excel keeps beside an open one."""
    (returned.parent / "~$社区矫正管理局.xlsx").write_bytes(b"lock")
    (returned.parent / ".DS_Store").write_bytes(b"")
    assert run(unreported, returned.parent, "--yes").return_value == 0
    assert (unreported / PATH).exists()


def test_one_bad_form_does_not_hinder_another(unreported: Path, returned: Path) -> None:
    """The good one is written, the bad one named, and the status tells of it."""
    (returned.parent / "坏.xlsx").write_bytes(b"PK no zip")
    result = run(unreported, returned.parent, "--yes")
    assert result.return_value == 1
    assert "坏.xlsx：不收" in result.output and "可收 1 个，不收 1 个" in result.output
    assert (unreported / PATH).exists()


def test_a_file_that_is_not_there_is_named(unreported: Path) -> None:
    """Without a traceback."""
    result = run(unreported, unreported / "没有.xlsx", "--yes")
    assert result.return_value == 1 and "没有.xlsx" in result.output


def test_the_reply_holds_what_was_filled_in_with_the_doubts_marked_and_listed(
    unreported: Path, returned: Path
) -> None:
    """The clerk finds his own words, the doubtful cells on another ground, and a list; mended, it is taken."""
    book = filled_blank()
    put("figure", "约12")(book)
    returned.write_bytes(content_of(book))
    replies = unreported / "replies"
    assert run(unreported, returned, "--yes", "--reply", replies).return_value == 1
    (file,) = replies.iterdir()
    assert file.name == "退回-社区矫正管理局.xlsx"
    reply = load_workbook(file)
    sheet = page(reply)
    assert sheet["G5"].value == "约12"
    assert sheet["G5"].fill.fgColor.rgb != sheet["G6"].fill.fgColor.rgb
    assert sheet["E5"].value == page(book)["E5"].value
    listed = [[cell.value for cell in row] for row in reply[DOUBT_SHEET].iter_rows(min_row=2)]
    assert [row[:3] for row in listed] == [["CG09-1", "累计完成", "约12"]]
    hints = [one for one in sheet.data_validations.dataValidation if "约12" in (one.prompt or "")]
    assert [str(one.sqref) for one in hints] == ["G5"]
    sheet["G5"].value = 12
    file.write_bytes(content_of(reply))
    result = run(unreported, file, "--yes")
    assert result.return_value == 0, result.output
    assert (unreported / PATH).exists()


def test_a_reply_to_what_is_no_form_is_the_list_alone(unreported: Path, returned: Path) -> None:
    """And a reply does not write over another file."""
    returned.write_bytes(b"PK no zip")
    replies = unreported / "replies"
    run(unreported, returned, "--reply", replies)
    (file,) = replies.iterdir()
    (sheet,) = load_workbook(io.BytesIO(file.read_bytes())).worksheets
    assert sheet.title == DOUBT_SHEET
    file.write_bytes(b"mended")
    result = run(unreported, returned, "--reply", replies)
    assert file.read_bytes() == b"mended" and "没有覆盖" in result.output


def test_replies_to_files_of_one_name_do_not_meet(unreported: Path, returned: Path) -> None:
    """Two folders, each with a bad file of the same name: two replies."""
    other = unreported / "other" / returned.name
    other.parent.mkdir()
    for file in (returned, other):
        file.write_bytes(b"PK no zip")
    run(unreported, returned, other, "--reply", unreported / "replies")
    names = sorted(one.name for one in (unreported / "replies").iterdir())
    assert names == ["退回-社区矫正管理局-2.xlsx", "退回-社区矫正管理局.xlsx"]


def test_a_file_s_name_does_not_steer_the_terminal(unreported: Path) -> None:
    """Its control characters are shown as escapes."""
    file = unreported / "坏\x1b[2J.xlsx"
    file.write_bytes(b"PK no zip")
    assert "\x1b" not in run(unreported, file).output


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """Neither overwritten, nor is anything left beside it."""
    file = tmp_path / "report.yml"
    file.write_text("new", "utf-8")
    with pytest.raises(ChangedMeanwhileError):
        replace_file(tmp_path, file, b"ours", b"old")
    assert file.read_text("utf-8") == "new"
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [file]


_KILLED = """
import os, signal, sys
from pathlib import Path
from generator.publish import replacing
kill = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
setattr(*{"fsync": (os, "fsync", kill), "replace": (Path, "replace", kill)}[sys.argv[1]])
from generator.cli import main
sys.argv = ["zhengben", "--project", sys.argv[2], "import", sys.argv[3], "--yes"]
main()
"""


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_killed_while_it_writes_the_old_report_stays_whole(
    open_year: Path, tmp_path: Path, moment: str
) -> None:
    """The next run succeeds, and the data is sound in between."""
    before = (open_year / PATH).read_bytes()
    book = book_of()
    put("work", "另一说法。")(book)
    form = tmp_path / "form.xlsx"
    form.write_bytes(content_of(book))
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, moment, open_year, form], capture_output=True, check=False
    )
    assert killed.returncode == -9
    assert (open_year / PATH).read_bytes() == before
    check = CliRunner().invoke(zhengben, ["--project", str(open_year), "check"], standalone_mode=False)
    assert check.return_value == 0, check.output
    assert run(open_year, form, "--yes").return_value == 0
    assert (open_year / PATH).read_bytes() != before


def test_data_that_cannot_be_read_takes_no_form(unreported: Path, returned: Path) -> None:
    """What is wrong with it is listed first."""
    (unreported / "data/2019/plan.yml").write_text("year: [", "utf-8")
    assert run(unreported, returned, "--yes").return_value == 1
    assert not (unreported / PATH).exists()
