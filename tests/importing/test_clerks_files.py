"""Files as clerks, their programs and strangers make them, as forms: taken with every value, or refused at a cell."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import zhengben
from generator.importing.importing import Imported, import_forms
from generator.importing.replying import reply
from generator.load.spreadsheet.reading import workbook_from
from generator.model.dossier import Dossier
from tests.conftest import REPOSITORY, copy_of
from tests.importing.forms import PATH, column, content_of, filled_blank, opened, page, rules
from tests.importing.values import AMOUNT, DAY, RATE, VALUES, Written
from tests.load.spreadsheet.hostile import REFUSED
from tests.load.spreadsheet.mutants import mutants
from tests.load.spreadsheet.sound import SOUNDS
from tests.render.office import Step, handled, needs_office_and_bridge

_FIGURES = {AMOUNT: "cumulative", RATE: "cumulative", DAY: "done_on"}
_RULE = re.compile("[a-z]+_[a-z_]+")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that still waits for the unit's report; nothing is written to it."""
    made = copy_of(REPOSITORY, tmp_path_factory.mktemp("clerks") / "reference")
    (made / "data/2019/locks/q4.yml").unlink()
    (made / PATH).unlink()
    return made


@pytest.fixture(scope="module")
def dossier(project: Path) -> Dossier:
    """Its data, read once."""
    return dossier_of(project)


@cache
def dossier_of(project: Path) -> Dossier:
    """The data of a project, read once."""
    return opened(project)


def taken(dossier: Dossier, content: bytes) -> Imported:
    """What becomes of one file."""
    (one,) = import_forms(dossier, [("报表.xlsx", *workbook_from(content, "报表.xlsx"))], lambda _: None)
    return one


def rows_of(one: Imported) -> dict[str, dict[str, str]]:
    """The rows of the report that a file becomes, by target."""
    assert one.text is not None, one.problems
    told = yaml.load(one.text, yaml.BaseLoader)
    return {row["target"]: row for row in told["rows"]}


def field_of(key: str, row: int) -> str:
    """What the report calls a column of a row."""
    return _FIGURES[row] if key == "figure" else key


@cache
def as_it_is() -> bytes:
    """The form as the unit filled it in."""
    return content_of(filled_blank())


@pytest.mark.parametrize("case", VALUES, ids=lambda case: f"{case[0]}-{case[2]!r}")
def test_what_is_written_is_in_the_report_or_refused_at_its_cell(dossier: Dossier, case: Written) -> None:
    """The value of the report's row, and nothing else changed; or the rule, at the cell, and no report."""
    key, row, value, expected = case
    book = filled_blank()
    cell = page(book).cell(row, column(key))
    cell.value = value
    one = taken(dossier, content_of(book))
    if _RULE.fullmatch(expected):
        assert one.text is None
        told = {(problem.rule, problem.place.cell) for problem in one.problems}
        assert {(expected, cell.coordinate), (expected, f"E{row}")} & told
        return
    assert rules(one) <= {"cell_recovered", "self_score_differs", "state_contradicts_value"}
    item = page(book).cell(row, column("id")).value
    before, after = rows_of(taken(dossier, as_it_is())), rows_of(one)
    assert after[item].get(field_of(key, row), "") == expected
    assert {**before, item: {}} == {**after, item: {}}


@settings(max_examples=60)
@given(data=st.data())
def test_of_many_cells_each_is_imported_or_named(project: Path, data: st.DataObject) -> None:
    """However many cells are written at once: if one is doubtful all that are doubtful are named, else all are taken."""
    spots = {(key, row) for key, row, _, _ in VALUES}
    book = filled_blank()
    written = []
    for key, row in sorted(data.draw(st.sets(st.sampled_from(sorted(spots)), min_size=2))):
        case = data.draw(st.sampled_from([case for case in VALUES if case[:2] == (key, row)]))
        page(book).cell(row, column(key)).value = case[2]
        written.append(case)
    one = taken(dossier_of(project), content_of(book))
    told = {problem.place.cell for problem in one.problems}
    for key, row, _, expected in written:
        spot = page(book).cell(row, column(key)).coordinate
        if _RULE.fullmatch(expected) and not expected.startswith("report_"):
            assert spot in told
        elif one.text is not None and not _RULE.fullmatch(expected):
            item = page(book).cell(row, column("id")).value
            assert rows_of(one)[item].get(field_of(key, row), "") == expected


def test_no_file_of_a_stranger_breaks_the_import(project: Path, tmp_path: Path) -> None:
    """All hostile and odd files in one folder: each is named and refused at its cells, and nothing is written."""
    folder = tmp_path / "received"
    folder.mkdir()
    named = [
        (f"{number:03}{Path(case.file).suffix}", case) for number, case in enumerate((*REFUSED, *SOUNDS))
    ]
    for name, case in named:
        (folder / name).write_bytes(case.data)
    before = {path: path.read_bytes() for path in (project / "data").rglob("*.yml")}
    command = ["--project", str(project), "import", "--yes", "--reply", str(tmp_path / "reply"), str(folder)]
    ran = CliRunner().invoke(zhengben, command, standalone_mode=False)
    assert ran.return_value == 1, ran.output
    assert {path: path.read_bytes() for path in (project / "data").rglob("*.yml")} == before
    assert f"可收 0 个，不收 {len(named)} 个" in ran.output
    for name, case in named:
        assert f"{name}：不收" in ran.output
        lines = [line for line in ran.output.splitlines() if f"{name}:" in line or f"{name} 工作表" in line]
        for rule, cell in getattr(case, "met", ()):
            assert [line for line in lines if f"[{rule}]" in line and cell in line], (case.name, lines)


def test_a_spoilt_form_never_breaks_the_import(dossier: Dossier) -> None:
    """300 spoilt copies of a filled form: each becomes a report, or is refused for a reason, and can be replied to."""
    for number, content in enumerate(mutants(5, 300, [as_it_is()])):
        one = taken(dossier, content)
        assert one.text is not None or one.problems
        if one.text is None and number % 10 == 0:
            assert reply(dossier, one)


OFFICE: dict[str, tuple[str, list[Step], str]] = {
    "opened and saved": ("xlsx", [], ""),
    "sorted by the figure": ("xlsx", [("sort", "A5:N9", 6)], ""),
    "blank rows put in": ("xlsx", [("insert rows", 6, 2), ("insert rows", 10, 1)], ""),
    "the hidden ids taken out": ("xlsx", [("delete columns", 13, 1)], ""),
    "the first column taken out": ("xlsx", [("delete columns", 0, 1)], ""),
    "a column put in": ("xlsx", [("insert columns", 4, 1)], ""),
    "the sheet renamed": ("xlsx", [("rename", "", "报表 (2)")], ""),
    "rows hidden": ("xlsx", [("hide rows", 6, 1)], ""),
    "a comment": ("xlsx", [("comment", "E5", "等财务核对")], "cell_comment"),
    "a day typed": ("xlsx", [("type", "G8", "2019-6-21")], ""),
    "a formula with its result": ("xlsx", [("type", "G5", "=6+6")], "cell_recovered"),
    "a note beside the table": ("xlsx", [("text", "R2", "请领导过目")], "form_left"),
    "a percentage typed": ("xlsx", [("type", "G6", "95.3%")], ""),
    "a day typed for a number": ("xlsx", [("type", "G5", "2019-6-21")], "cell_number"),
    "a formula that fails": ("xlsx", [("type", "G5", "=1/0")], "cell_error"),
    "a fraction that became a day": ("xlsx", [("type", "L5", "3/4")], "cell_number"),
    "work merged": ("xlsx", [("merge", "E5:E7", 0)], "cell_merged"),
    "a row taken out": ("xlsx", [("delete rows", 5, 1)], "form_row"),
    "a figure cleared": ("xlsx", [("clear", "G5", 0)], "report_value_kind"),
    "a row copied to the end": ("xlsx", [("copy", "A5:N5", "A40")], "form_row"),
    "a password": ("xlsx", [("password", "", "12345")], "workbook_password"),
    "an old workbook": ("xls", [], "workbook_format"),
    "an open document": ("ods", [], "workbook_format"),
}
"""What is done to the form in LibreOffice, and the rule that is told of it, if any."""

LOSES_NOTHING = {"", "cell_comment", "cell_recovered", "form_left"}
"""The rules of OFFICE after which the report is the same; any other refuses it."""


@cache
def office() -> dict[str, bytes]:
    """What LibreOffice makes of it; all with one office."""
    return handled({name: (as_it_is(), ending, steps) for name, (ending, steps, _) in OFFICE.items()})


@needs_office_and_bridge
@pytest.mark.parametrize("name", OFFICE)
def test_what_is_done_in_libreoffice_loses_nothing(dossier: Dossier, name: str) -> None:
    """The same report comes of it, or it is refused by the rule of the case."""
    rule = OFFICE[name][2]
    one = taken(dossier, office()[name])
    assert not rule or rule in rules(one)
    if rule in LOSES_NOTHING:
        assert rules(one) <= {rule}, one.problems
        assert rows_of(one) == rows_of(taken(dossier, as_it_is()))
    else:
        assert one.text is None
