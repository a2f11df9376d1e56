"""`zhengben form`: which files it writes, for whom, and what it does not overwrite."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.cli import zhengben
from generator.forms import blank_forms
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from tests.reported import report


def run(project: Path, *options: str) -> Result:
    """Ask for forms."""
    command = ["--project", str(project), "form", "--to", str(project / "out"), *options]
    return CliRunner().invoke(zhengben, command, standalone_mode=False)


def written(project: Path) -> list[str]:
    """What lies in the folder."""
    return sorted(file.name for file in (project / "out").iterdir())


def test_each_unit_gets_a_file_for_each_open_quarter(small: Path) -> None:
    """Three units, two halves, none closed."""
    assert run(small).return_value == 0
    units = ("业务科", "松隐县电子档案中心", "综合科")
    assert written(small) == sorted(
        f"2021年{half}-{unit}.xlsx" for half in ("上半年", "下半年") for unit in units
    )


@pytest.mark.parametrize("name", ["业务科", "yewu"])
@pytest.mark.parametrize("quarter", ["first_half", "上半年"])
def test_a_unit_and_a_quarter_are_asked_for_by_any_of_their_names(
    small: Path, name: str, quarter: str
) -> None:
    """The registered name or the one in addresses; the id or the name."""
    assert run(small, "--unit", name, "--quarter", quarter).return_value == 0
    assert written(small) == ["2021年上半年-业务科.xlsx"]


def test_what_was_reported_is_on_the_form_unless_it_is_to_be_blank(small: Path) -> None:
    """The unit's own words, or nothing."""
    report(small)
    options = ("--unit", "业务科", "--quarter", "first_half")
    run(small, *options)
    (file,) = (small / "out").iterdir()
    assert "逐卷查验，不合格的退回重整。" in words(file.read_bytes())
    file.unlink()
    run(small, *options, "--blank")
    assert "逐卷查验，不合格的退回重整。" not in words(file.read_bytes())


def test_the_forms_of_a_build_are_blank(small: Path) -> None:
    """One for each unit and quarter, without a word of what was reported."""
    report(small)
    dossier, _ = read_dossier(FilesOnDisk(small))
    assert dossier is not None
    made = blank_forms(dossier)
    assert len(made) == 6
    assert "逐卷查验，不合格的退回重整。" not in words(made["2021/first_half/yewu.xlsx"])


def test_a_form_can_be_printed_too(small: Path) -> None:
    """A PDF beside each file."""
    assert run(small, "--unit", "yewu", "--quarter", "first_half", "--pdf").return_value == 0
    assert written(small) == ["2021年上半年-业务科.pdf", "2021年上半年-业务科.xlsx"]
    assert (small / "out/2021年上半年-业务科.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_was_filled_in_is_not_overwritten(small: Path) -> None:
    """Nothing at all is written then; the same file again is no harm."""
    run(small)
    assert run(small).return_value == 0
    file = small / "out/2021年上半年-业务科.xlsx"
    file.write_bytes(b"filled in")
    (small / "out/2021年下半年-业务科.xlsx").unlink()
    result = run(small)
    assert result.return_value == 2
    assert file.name in result.output
    assert file.read_bytes() == b"filled in"
    assert len(written(small)) == 5


def test_closed_quarters_get_a_form_only_if_asked_for(reference: Path) -> None:
    """All of 2019 is closed."""
    result = run(reference)
    assert result.return_value == 2 and "都已封存" in result.output
    assert run(reference, "--quarter", "q3", "--unit", "办公室").return_value == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--unit", "没有科"), "有：综合科"),
        (("--quarter", "q3"), "first_half（上半年）"),
        (("--year", "1999"), "没有1999年的计划"),
    ],
)
def test_a_name_that_does_not_exist_is_answered_with_those_that_do(
    small: Path, options: tuple[str, str], told: str
) -> None:
    """A usage error, and nothing written."""
    result = CliRunner().invoke(zhengben, ["--project", str(small), "form", *options])
    assert result.exit_code == 2
    assert told in result.output


def test_data_with_errors_gives_forms_with_a_warning_and_unreadable_data_none(small: Path) -> None:
    """One unit's slip does not keep the others waiting; what cannot be read is listed instead."""
    plan = small / "data/2021/plan.yml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("points: 40", "points: 41", 1), "utf-8")
    result = run(small)
    assert result.return_value == 0 and "数据里有错误" in result.output
    plan.write_text(text.replace("points: 40", "points: many", 1), "utf-8")
    assert run(small).return_value == 1


def words(content: bytes) -> str:
    """All that a workbook says."""
    sheets = load_workbook(io.BytesIO(content)).worksheets
    return "".join(str(cell.value or "") for sheet in sheets for row in sheet.iter_rows() for cell in row)
