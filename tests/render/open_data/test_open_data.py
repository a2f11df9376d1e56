"""Open data: the same facts in every form, valid by the libraries that others read them with, safe in spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from frictionless import Package
from jsonschema import Draft202012Validator

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.approval import Approval, ApprovedChange
from generator.open_data import open_data
from generator.render.open_data.as_csv import as_csv
from generator.render.open_data.as_xlsx import as_xlsx
from generator.views.data_table import DataSet, DataTable
from generator.views.data_tables import data_set
from tests.conftest import REPOSITORY, SMALL_BUREAU
from tests.sites import edition_of

_HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "\t=1",
    "\r=1",
    "\n=1",
    '=HYPERLINK("x")',
)


@pytest.fixture(scope="module", params=[(REPOSITORY, 2019), (SMALL_BUREAU, 2021)], ids=["reference", "small"])
def published(request: pytest.FixtureRequest) -> tuple[DataSet, Mapping[str, bytes]]:
    """A bureau's data of a year, and the files it was published as."""
    root, number = request.param
    dossier = edition_of(root).dossier
    files = {document.address: content for document, content in open_data(dossier).items()}
    return data_set(dossier, number), files


def _folder(data: DataSet) -> str:
    return f"data/{data.year}"


def _written(files: Mapping[str, bytes], folder: Path) -> Path:
    for address, content in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def _lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _cell(value: Any) -> str:
    """A value of JSON or a workbook as the CSV file writes it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return "、".join(value)
        case datetime():
            return value.date().isoformat()
        case int() | float():
            return f"{Decimal(str(value)).normalize():f}"
    return {"是": "true", "否": "false"}.get(value, value)


def _plain(cell: str) -> str:
    try:
        return f"{Decimal(cell).normalize():f}"
    except ArithmeticError:
        return cell


def test_every_form_tells_the_same(published: tuple[DataSet, Mapping[str, bytes]]) -> None:
    """Each table has the same rows and cells as CSV, as JSON and as a sheet of the workbook."""
    data, files = published
    book = openpyxl.load_workbook(io.BytesIO(files[f"{_folder(data)}/plan.xlsx"]))
    for table in data.tables:
        head, *rows = _lines(files[f"{_folder(data)}/{table.key}.csv"])
        wanted = [[_plain(cell) for cell in row] for row in rows]
        assert head == [field.title for field in table.fields]
        keyed = json.loads(files[f"{_folder(data)}/{table.key}.json"])["rows"]
        assert [[_cell(row[field.key]) for field in table.fields] for row in keyed] == wanted
        sheet = [[_cell(cell) for cell in row] for row in book[table.title].iter_rows(values_only=True)]
        assert sheet == [head, *wanted]


def test_every_item_category_and_unit_is_there_with_all_points(
    published: tuple[DataSet, Mapping[str, bytes]],
) -> None:
    """Nothing is lost: as many items as the plan has, their points the plan's."""
    data, _ = published
    root = REPOSITORY if data.year == 2019 else SMALL_BUREAU
    year = edition_of(root).dossier.years[data.year]
    tables = {table.key: table for table in data.tables}
    assert [row[0] for row in tables["targets"].rows] == [item.id for item in year.items]
    assert len(tables["categories"].rows) == len(tuple(year.plan.walk()))
    assert len(tables["units"].rows) == len(year.organisation.units)
    place = [field.key for field in tables["targets"].fields].index("points")
    points = sum(Decimal(str(row[place])) for row in tables["targets"].rows)
    assert points * 100 == sum(category.points for category in year.plan.categories)


@pytest.mark.parametrize("version", ["", "v1/"])
def test_the_package_is_valid_and_every_reference_holds(
    published: tuple[DataSet, Mapping[str, bytes]], tmp_path: Path, version: str
) -> None:
    """Read by the data package library: types, required columns, unique keys, references, sizes and checksums."""
    data, files = published
    folder = _written(files, tmp_path) / _folder(data) / version
    report = Package(folder / "datapackage.json").validate()
    assert report.valid, report.flatten(["rowNumber", "fieldNumber", "note"])


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (",2019-12-31,", ",2019-02-31,", "type-error"),
        (",办公室,", ",没有的室,", "foreign-key"),
        ("\r\nCG01-2,", "\r\nCG01-1,", "primary-key"),
        ("\r\nCG01-2,", "\r\n,", "constraint-error"),
    ],
)
def test_the_package_would_notice_a_spoiled_file(tmp_path: Path, before: str, after: str, fault: str) -> None:
    """An impossible day, an unknown unit, an id twice or not at all: each is a fault by what the package says."""
    files = open_data(edition_of(REPOSITORY).dossier)
    written = _written({document.address: content for document, content in files.items()}, tmp_path)
    folder = written / "data" / "2019"
    path = folder / "targets.csv"
    text = path.read_bytes().decode()
    assert before in text
    path.write_bytes(text.replace(before, after, 1).encode())
    report = Package(folder / "datapackage.json").validate()
    assert fault in {kind for [kind] in report.flatten(["type"])}


def test_json_is_what_its_schema_says(published: tuple[DataSet, Mapping[str, bytes]]) -> None:
    """And a row that lacks a key, or has one more, is not."""
    data, files = published
    for table in data.tables:
        schema = json.loads(files[f"{_folder(data)}/{table.key}.schema.json"])
        content = json.loads(files[f"{_folder(data)}/{table.key}.json"])
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        assert list(validator.iter_errors(content)) == []
        content["rows"][0].pop(table.primary[0])
        assert list(validator.iter_errors(content))
        content["rows"][0] |= {table.primary[0]: "x", "unknown": 1}
        assert list(validator.iter_errors(content))


def test_a_version_stands_at_its_own_address_with_the_same_rows(
    published: tuple[DataSet, Mapping[str, bytes]],
) -> None:
    """What the year's own address shows today can be cited by an address that will show it for ever.

    Only what is growing is not in it, and it is dated by the version, not by what is newest.
    """
    data, files = published
    own, cited = _folder(data), f"{_folder(data)}/v{data.version}"
    assert f"{cited}/progress.csv" not in files
    for table in data.plan:
        assert files[f"{cited}/{table.key}.csv"] == files[f"{own}/{table.key}.csv"]
        ours, theirs = (json.loads(files[f"{folder}/{table.key}.json"]) for folder in (own, cited))
        assert ours["rows"] == theirs["rows"]


def test_progress_holds_every_item_in_every_reported_quarter(
    published: tuple[DataSet, Mapping[str, bytes]],
) -> None:
    """What nobody reported is a row that says so, with no figure; a year without reports has no such table."""
    data, files = published
    root = REPOSITORY if data.year == 2019 else SMALL_BUREAU
    year = edition_of(root).dossier.years[data.year]
    quarters = {report.quarter for report in year.progress}
    assert (f"{_folder(data)}/progress.csv" in files) == bool(quarters)
    for table in data.growing:
        keys = [field.key for field in table.fields]
        rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
        assert {(row["target"], row["quarter"]) for row in rows} == {
            (item.id, quarter) for item in year.items for quarter in quarters
        }
        reported = {(row.target, report.quarter) for report in year.progress for row in report.rows}
        for row in rows:
            told = (row["target"], row["quarter"]) in reported
            assert (row["state"] == "未报") != told
            assert told or (row["cumulative"], row["work"], row["reported"]) == (None, None, None)


def test_the_same_data_gives_the_same_bytes(published: tuple[DataSet, Mapping[str, bytes]]) -> None:
    """Workbook, tables and descriptions: no clock, no order of chance."""
    data, files = published
    root = REPOSITORY if data.year == 2019 else SMALL_BUREAU
    again = open_data(edition_of(root).dossier)
    assert {document.address: content for document, content in again.items()} == files


@pytest.mark.parametrize("root", [REPOSITORY, SMALL_BUREAU], ids=["reference", "small"])
def test_no_internal_value_is_published(root: Path) -> None:
    """No evidence, and no person as the one directly responsible, in any file, the workbook's parts included."""
    dossier, _ = read_dossier(FilesOnDisk(root))
    assert dossier is not None
    years = dossier.years.values()
    internal = {item.evidence for year in years for item in year.items if item.evidence}
    internal |= {
        row.evidence for year in years for report in year.progress for row in report.rows if row.evidence
    }
    for document, content in open_data(edition_of(root).dossier).items():
        text = _unpacked(content) if document.address.endswith(".xlsx") else content.decode()
        public = {item.text for year in years for item in year.items}
        public |= {row.work for year in years for report in year.progress for row in report.rows}
        assert not [one for one in internal if one in text and not any(one in words for words in public)]
        assert "直接责任人" not in text


def _unpacked(content: bytes) -> str:
    from zipfile import ZipFile  # noqa: PLC0415  # beside its one use

    with ZipFile(io.BytesIO(content)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist())


def _spoiled(data: DataSet) -> DataSet:
    """The same tables with hostile words in every cell of text."""
    return replace(
        data,
        title=_HOSTILE[0],
        publisher=_HOSTILE[1],
        plan=tuple(map(_spoiled_table, data.plan)),
        growing=tuple(map(_spoiled_table, data.growing)),
    )


def _spoiled_table(table: DataTable) -> DataTable:
    words = _HOSTILE * (1 + len(table.fields) // len(_HOSTILE))
    rows = tuple(
        tuple(word if isinstance(cell, str) else cell for cell, word in zip(row, words, strict=False))
        for row in table.rows
    )
    fields = tuple(replace(field, title=f"={field.title}") for field in table.fields)
    return replace(table, fields=fields, rows=rows)


def test_no_cell_of_text_becomes_a_formula(published: tuple[DataSet, Mapping[str, bytes]]) -> None:
    """In CSV it is put behind an apostrophe, full-width signs too; in the workbook it is a text, word for word."""
    data = _spoiled(published[0])
    for table in data.tables:
        for line in _lines(as_csv(table)):
            assert not [cell for cell in line if cell.startswith(tuple("=+-@＝＋－＠\t\r\n"))]
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(data)))
    for sheet in book.worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert book.worksheets[1]["A1"].value == f"={published[0].tables[0].fields[0].title}"


def test_days_and_numbers_of_the_workbook_can_be_reckoned_with(
    published: tuple[DataSet, Mapping[str, bytes]],
) -> None:
    """Points are numbers, days are days."""
    data, files = published
    book = openpyxl.load_workbook(io.BytesIO(files[f"{_folder(data)}/plan.xlsx"]))
    sheet = book[data.tables[0].title]
    keys = [field.key for field in data.tables[0].fields]
    for row in sheet.iter_rows(min_row=2):
        assert isinstance(row[keys.index("points")].value, int | float)
        assert isinstance(row[keys.index("deadline")].value, date)


def test_the_first_version_goes_on_showing_the_plan_as_it_was_issued() -> None:
    """After an approved change the year's own address shows the new text, v1 the old, and v2 the new."""
    dossier = edition_of(SMALL_BUREAU).dossier
    year = dossier.years[2021]
    item = next(iter(year.items))
    change = ApprovedChange.model_validate(
        {"target": item.id, "field": "text", "from": "原来的内容。", "to": item.text}
    )
    first, second = (
        Approval.model_construct(number=number, circular=circular, date=day, changes=changes)
        for number, circular, day, changes in (
            (1, year.plan.circular, date(2021, 3, 1), ()),
            (2, "松档〔2021〕9号", date(2021, 9, 1), (change,)),
        )
    )
    amended = replace(dossier, years={2021: replace(year, approvals=(first, second))})
    files = {
        document.address: content.decode()
        for document, content in open_data(amended).items()
        if document.address.endswith("targets.csv")
    }
    assert set(files) == {f"data/2021/{folder}targets.csv" for folder in ("", "v1/", "v2/")}
    assert "原来的内容。" in files["data/2021/v1/targets.csv"]
    assert item.text not in files["data/2021/v1/targets.csv"]
    assert files["data/2021/v2/targets.csv"] == files["data/2021/targets.csv"]
    before = {document.address: content for document, content in open_data(dossier).items()}
    assert before["data/2021/v1/targets.csv"].decode() == files["data/2021/targets.csv"]
