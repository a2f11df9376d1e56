"""The filled 季度报表 that a bureau hands on: what is in them, in three forms."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.cli import zhengben
from generator.compute.public import public_dossier
from generator.edition import Edition
from generator.inspect.inspection import inspect
from generator.inspect.report import Outcome
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.load.fonts import find_fonts
from generator.model.settings import Settings
from generator.render.circular_pdf.press import CircularPress
from generator.reports import reports
from generator.views.summary import printed_summary
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of
from tests.reported import report


def edition_of(project: Path) -> Edition:
    """What the public may have of a project, whatever its checks would say."""
    dossier, _ = read_dossier(FilesOnDisk(project))
    fonts, _ = find_fonts(project, Settings())
    assert dossier is not None and fonts is not None
    return Edition(public_dossier(dossier), {}, fonts, draft=True)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The small bureau with one unit's report of the first half."""
    project = copy_of(SMALL_BUREAU, tmp_path_factory.mktemp("reports") / "small")
    report(project)
    return edition_of(project)


@pytest.fixture(scope="module")
def made(edition: Edition) -> Mapping[str, bytes]:
    """All that is printed, by address."""
    files, doubts = reports(REPOSITORY, edition)
    assert not doubts
    return files


def opened(content: bytes) -> Worksheet:
    """The only sheet of a workbook."""
    (sheet,) = load_workbook(io.BytesIO(content)).worksheets
    return sheet


def words(name: str, content: bytes) -> str:
    """All a file says, without spaces and line ends, whatever its form."""
    if name.endswith(".pdf"):
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            tables = [table for page in pdf.pages for table in page.extract_tables()]
            cells = [cell or "" for table in tables for row in table for cell in row]
            found = "".join((*(page.extract_text() for page in pdf.pages), *cells))
    elif name.endswith(".docx"):
        document = Document(io.BytesIO(content))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        found = "".join((*(paragraph.text for paragraph in document.paragraphs), *cells))
    else:
        found = "".join(str(cell.value or "") for row in opened(content).iter_rows() for cell in row)
    return re.sub(r"\s", "", found)


def test_one_table_for_each_unit_that_reported_and_one_of_all(made: Mapping[str, bytes]) -> None:
    """Three forms of each; no table of a quarter, or a unit, of which nothing was reported."""
    assert sorted(made) == [
        f"2021/first_half/{name}.{form}" for name in ("all", "yewu") for form in ("docx", "pdf", "xlsx")
    ]


def test_a_unit_s_table_holds_what_it_answers_for(made: Mapping[str, bytes], edition: Edition) -> None:
    """Each of its items once, the unreported ones among them."""
    items = [item.id for item in edition.dossier.years[2021].items if item.unit == "业务科"]
    sheet = opened(made["2021/first_half/yewu.xlsx"])
    assert [row[0].value for row in sheet.iter_rows(min_row=5) if row[1].value] == items


def test_the_table_of_all_holds_every_item_and_its_unit(made: Mapping[str, bytes], edition: Edition) -> None:
    """In the plan's order, below its category."""
    year = edition.dossier.years[2021]
    expected = [
        (item.id, item.unit)
        for category in year.plan.walk()
        for indicator in year.held_by(category)
        for item in indicator.items
    ]
    rows = opened(made["2021/first_half/all.xlsx"]).iter_rows(min_row=5)
    assert [(row[0].value, row[9].value) for row in rows if row[9].value] == expected


def test_what_was_not_reported_is_said_and_counted_and_never_zero(made: Mapping[str, bytes]) -> None:
    """Of eleven items two were reported: nine are 未报, with dashes for figures; the counts add up."""
    rows = [row for row in opened(made["2021/first_half/all.xlsx"]).iter_rows(min_row=5) if row[9].value]
    unreported = [row for row in rows if row[6].value == "未报"]
    assert len(rows) == 11 and len(unreported) == 9
    assert {row[5].value for row in unreported} == {"—"}
    text = words(".xlsx", made["2021/first_half/all.xlsx"])
    assert "进度状态：共11项，其中正在办理2项、未报9项。" in text


@pytest.mark.parametrize("form", ["xlsx", "pdf", "docx"])
def test_every_form_says_the_same(made: Mapping[str, bytes], form: str) -> None:
    """Work, the corrected figure with its unit, cause and remedy, both values of the correction, and the mark of a sample."""
    text = words(f".{form}", made[f"2021/first_half/yewu.{form}"])
    for said in ("1200卷", "97.5%", "两个单位没有按时移交。", "七月底以前上门接收。"):
        assert said in text, said
    assert "JS01-1的累计完成，原报“1100卷”，2021年7月20日更正为“1200卷”。原因：漏计一批。" in text
    assert "示例数据" in text
    assert "2021年7月8日" in text


def test_what_is_internal_is_in_no_file(made: Mapping[str, bytes]) -> None:
    """Neither in the text nor anywhere in the packages: who filled it in, evidence, the self-given score."""
    for name, content in made.items():
        parts = [content]
        if not name.endswith(".pdf"):
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                parts = [package.read(part) for part in package.namelist()]
        text = words(name, content) + "".join(part.decode("utf-8", "ignore") for part in parts)
        assert not [secret for secret in ("某填报人", "某移交清单", "2.29") if secret in text], name


def test_the_same_data_gives_the_same_bytes(made: Mapping[str, bytes], edition: Edition) -> None:
    """Nothing of the clock is in any of the forms."""
    assert dict(reports(REPOSITORY, edition)[0]) == dict(made)


def test_a_bureau_that_reported_nothing_hands_on_nothing(small: Path) -> None:
    """No file and no complaint."""
    assert reports(small, edition_of(small)) == ({}, ())


@pytest.fixture(scope="module")
def reference() -> Mapping[str, bytes]:
    """What the reference bureau hands on besides its tables: its summaries, by address."""
    whole = edition_of(REPOSITORY)
    year = replace(whole.dossier.years[2019], progress=())
    edition = replace(whole, dossier=replace(whole.dossier, years={2019: year}))
    files, doubts = reports(REPOSITORY, edition)
    assert not doubts
    return files


def test_each_summary_is_printed_in_two_forms(reference: Mapping[str, bytes]) -> None:
    """Half-year, annual, and the self-review."""
    names = ("annual", "half-year", "self-review")
    assert sorted(reference) == [f"2019/{name}.{form}" for name in names for form in ("docx", "pdf")]


def test_a_summary_says_that_it_is_a_sample_and_a_draft(reference: Mapping[str, bytes]) -> None:
    """Nobody takes it for one that was sent."""
    for name, content in reference.items():
        assert "示例数据，未曾印发" in words(name, content)
        if name.endswith(".pdf"):
            assert "送审稿" in words(name, content)


def test_every_summary_meets_the_standard() -> None:
    """With tables and lists taken from a year's reports, no row of GB/T 9704 that applies is missed."""
    edition = edition_of(REPOSITORY)
    press = CircularPress(REPOSITORY, edition.fonts)
    for summary in edition.dossier.years[2019].summaries:
        printed = printed_summary(edition.dossier, 2019, summary, draft=True)
        found = inspect(press.pdf(printed), f"{summary.slug}.pdf").results
        assert [one.row.id for one in found if one.outcome is Outcome.FAILED] == [], summary.slug


def test_a_summary_follows_the_data(tmp_path: Path) -> None:
    """One state changed in one report changes the count in the sentence, and nothing else is typed anywhere."""
    project = copy_of(REPOSITORY, tmp_path / "reference")
    summaries = project / "data/2019/summaries"
    for other in ("annual", "self-review"):
        (summaries / f"{other}.yml").unlink()
    before = _behind(project)
    file = next(
        path
        for path in sorted((project / "data/2019/progress/q2").iterdir())
        if "state: ahead" in path.read_text()
    )
    file.write_text(file.read_text("utf-8").replace("state: ahead", "state: behind", 1), "utf-8")
    assert _behind(project) == before + 1


def _behind(project: Path) -> int:
    """How many items the half-year summary calls behind."""
    edition = edition_of(project)
    year = edition.dossier.years[2019]
    summary = printed_summary(edition.dossier, 2019, year.summaries[0], draft=True)
    text = "".join(getattr(block, "text", "") for block in summary.parts[0].blocks)
    found = re.search("欠进度([0-9]+)项", text)
    assert found is not None
    return int(found[1])


def test_an_unfinished_passage_is_shown_in_the_draft_and_refused_in_a_release(small: Path) -> None:
    """The mark is printed as it stands; `check` warns of it, and with `--release` it is an error."""
    notice = small / "content/2021/3/notice.md"
    notice.write_text(notice.read_text("utf-8") + "\n【待补：检查的次数】\n", "utf-8")
    runs = [
        CliRunner().invoke(zhengben, ["--project", str(small), "check", *options], standalone_mode=False)
        for options in ((), ("--release",))
    ]
    assert [run.return_value for run in runs] == [0, 1]
    assert all("还没有写完：【待补：检查的次数】" in run.output for run in runs)


def test_reports_are_bound_on_the_side_that_the_settings_ask_for(
    edition: Edition, made: Mapping[str, bytes]
) -> None:
    """Printed on both sides, everything that is bound has its edges elsewhere; spreadsheets are not bound."""
    settings = edition.settings.model_copy(update={"duplex": True})
    mirrored, _ = reports(REPOSITORY, replace(edition, settings=settings))
    changed = {address for address in made if mirrored[address] != made[address]}
    assert changed == {address for address in made if address.endswith((".pdf", ".docx"))}
