"""The portal package: complete, checkable, the same for the same data, and of nothing that a CMS takes away."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import nh3
import openpyxl
import pytest

from generator.edition import Edition
from generator.model.dossier import Year
from generator.open_data import open_data
from generator.outputs import printed
from generator.views.downloads import Document
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of
from tests.sites import contents, edition_of

_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,49}")
"""A name that any CMS and any disk accepts."""

_CMS_TAGS = {
    "div",
    "p",
    "strong",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
_CMS_ATTRIBUTES = {"*": {"style"}, "th": {"scope", "colspan"}, "td": {"colspan"}}
_NINE = ["索引号", "主题分类", "发布机构", "文号", "公文生成日期", "标题", "概述", "有效性", "发布时间"]


def _edition(root: Path) -> Edition:
    """An edition with open data, and a small file for each form of each circular."""
    edition = edition_of(root)
    made = {
        Document(f"documents/{number}/{name}", number, "文件", 3): b"pdf"
        for number, year in edition.dossier.years.items()
        for circular in year.circulars
        for serial in [re.findall(r"[0-9]+(?=号)", circular.number)[0]]
        for name in (f"{serial}.pdf", f"{serial}-annex-1.xlsx", f"{serial}0.pdf")
    }
    return replace(edition, documents=made, data=open_data(edition.dossier))


def _package(edition: Edition, root: Path) -> Mapping[str, bytes]:
    files, doubts = printed(root, edition, ("portal",))
    assert doubts == ()
    return {address.removeprefix("portal/"): content for address, content in files.items()}


@pytest.fixture(scope="module", params=["reference", "small"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The package of a bureau, by address."""
    if request.param == "reference":
        return _package(_edition(REPOSITORY), REPOSITORY)
    root = copy_of(SMALL_BUREAU, tmp_path_factory.mktemp("small") / "small")
    return _package(_edition(root), root)


def _folders(package: Mapping[str, bytes]) -> set[str]:
    return {address.split("/")[0] for address in package if "/" in address}


def _year(package: Mapping[str, bytes]) -> tuple[int, Year]:
    """The year of a package, and its data."""
    number = int(min(_folders(package))[:4])
    return number, edition_of(REPOSITORY if number == 2019 else SMALL_BUREAU).dossier.years[number]


def test_there_is_an_article_for_each_circular_the_table_of_targets_and_each_reported_quarter(
    package: Mapping[str, bytes],
) -> None:
    """Each with its text, its fields, its files and their checksums."""
    number, year = _year(package)
    wanted = {f"{number}-{report.quarter}" for report in year.progress} | {f"{number}-targets"}
    assert _folders(package) == wanted | ({"2019-44", "2019-60"} if number == 2019 else {"2021-3"})
    for folder in _folders(package):
        names = {address.partition("/")[2] for address in package if address.startswith(f"{folder}/")}
        assert names > {"body.html", "metadata.json", "metadata.xlsx", "SHA256SUMS"}


def test_an_article_holds_its_own_files_only(package: Mapping[str, bytes]) -> None:
    """44.pdf and its annex, not those of number 440."""
    folder = min(one for one in _folders(package) if re.fullmatch("[0-9]{4}-[0-9]+", one))
    files = {address.partition("/")[2] for address in package if address.startswith(f"{folder}/")}
    assert {f"{folder}.pdf", f"{folder}-annex-1.xlsx"} <= files
    assert f"{folder}0.pdf" not in files


def test_every_name_is_one_that_a_cms_accepts(package: Mapping[str, bytes]) -> None:
    """Small Latin letters, figures, hyphens and dots, at most 50; only the list of checksums has its usual name."""
    for address in package:
        assert all(_NAME.fullmatch(part) for part in address.removesuffix("/SHA256SUMS").split("/")), address


def test_checksums_cover_every_other_file_and_are_right(package: Mapping[str, bytes]) -> None:
    """As `sha256sum --check` would find."""
    for folder in _folders(package):
        lines = package[f"{folder}/SHA256SUMS"].decode().splitlines()
        listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
        files = {
            address.partition("/")[2]: hashlib.sha256(content).hexdigest()
            for address, content in package.items()
            if address.startswith(f"{folder}/") and not address.endswith("SHA256SUMS")
        }
        assert listed == files


def test_the_archive_holds_the_folder_and_has_no_clock(package: Mapping[str, bytes]) -> None:
    """Unpacked it is the folder, file by file; its entries are sorted and bear no day."""
    for folder in _folders(package):
        with ZipFile(io.BytesIO(package[f"{folder}.zip"])) as archive:
            assert archive.testzip() is None
            entries = archive.infolist()
            unpacked = {entry.filename: archive.read(entry) for entry in entries}
        assert {
            address: package[address] for address in package if address.startswith(f"{folder}/")
        } == unpacked
        assert [entry.filename for entry in entries] == sorted(unpacked)
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_edition_gives_the_same_bytes() -> None:
    """So a package that was delivered can be checked against its source."""
    assert _package(_edition(REPOSITORY), REPOSITORY) == _package(_edition(REPOSITORY), REPOSITORY)


def test_a_cms_that_cleans_what_is_pasted_leaves_the_text_as_it_is(package: Mapping[str, bytes]) -> None:
    """Only plain elements with style, scope and colspan: no script, id, class, link, picture or frame."""
    for folder in _folders(package):
        body = package[f"{folder}/body.html"].decode()
        found = contents(body.encode())
        assert set(found.tags) <= _CMS_TAGS
        assert (found.ids, found.handlers, found.links) == (set(), [], [])
        assert not re.search(r"class=|position:\s*fixed|url\(|expression|javascript", body)
        cleaned = nh3.clean(body, tags=_CMS_TAGS, attributes=_CMS_ATTRIBUTES)
        again = contents(cleaned.encode())
        assert (again.tags, "".join(again.text)) == (found.tags, "".join(found.text))
        assert sorted(re.findall(r'style="([^"]*)"', cleaned)) == sorted(re.findall(r'style="([^"]*)"', body))


def test_every_table_has_a_caption_and_heads_that_say_what_they_head(package: Mapping[str, bytes]) -> None:
    """`caption` first, and no `th` without `scope`."""
    for folder in _folders(package):
        body = package[f"{folder}/body.html"].decode()
        tables = re.findall(r"<table.*?</table>", body, re.DOTALL)
        assert all(re.match(r"<table[^>]*>\s*<caption[^>]*>[^<]+</caption>", table) for table in tables)
        assert all('scope="' in head for head in re.findall(r"<th\b[^>]*>", body))


def test_the_table_holds_every_item(package: Mapping[str, bytes]) -> None:
    """Each item of the plan once, with its text, and the note that the data is an example where it is."""
    number, year = _year(package)
    body = package[f"{number}-targets/body.html"].decode()
    heads = re.findall(r'<th scope="row"[^>]*>([^<]+)</th>', body)
    assert sorted(heads) == sorted(item.id for item in year.items)
    assert all(item.text in body for item in year.items)
    assert ("示例数据" in body) == any(one.sample for one in year.indicators)


def test_sheet_and_json_tell_the_same_fields_in_the_guides_order(package: Mapping[str, bytes]) -> None:
    """The tags of 47号 and the nine fields; what is not known is empty in the sheet with a remark, null in JSON."""
    for folder in _folders(package):
        told = json.loads(package[f"{folder}/metadata.json"])
        book = openpyxl.load_workbook(io.BytesIO(package[f"{folder}/metadata.xlsx"]))
        rows = list(book["发布信息"].iter_rows(min_row=2, values_only=True))
        assert {(group, tag or name): value or None for group, name, value, tag, _ in rows} == {
            (group, name): value
            for group in ("网站标签", "栏目标签", "文章标签", "公开信息栏")
            for name, value in told[group].items()
        }
        assert list(told["公开信息栏"]) == _NINE
        assert all(bool(value) != bool(remark) for _, _, value, _, remark in rows)
        files = [row[2] for row in book["附件清单"].iter_rows(min_row=2, values_only=True)]
        assert files == [one["file"] for one in told["attachments"]]
        assert all(f"{folder}/{name}" in package for name in files)


def test_a_known_day_of_publication_is_filled_in() -> None:
    """In the form of 47号 among the tags, as documents write it in the box."""
    edition = _edition(REPOSITORY)
    year = edition.dossier.years[2019]
    circulars = tuple(
        one.model_copy(
            update={"disclosure": one.disclosure.model_copy(update={"published": date(2019, 9, 3)})}
        )
        for one in year.circulars
    )
    dossier = replace(edition.dossier, years={2019: replace(year, circulars=circulars)})
    package = _package(replace(edition, dossier=dossier), REPOSITORY)
    told = json.loads(package["2019-44/metadata.json"])
    assert told["文章标签"]["PubDate"] == "2019-09-03 00:00"
    assert told["公开信息栏"]["发布时间"] == "2019年9月3日"


def test_a_quarter_tells_what_lags_and_why_and_its_counts_reconcile(package: Mapping[str, bytes]) -> None:
    """Every row that is behind stands there with cause and remedy, and each table adds up to the items of the plan."""
    number, year = _year(package)
    errata = {(one.quarter, one.target) for one in year.errata}
    for report in year.progress:
        body = unescape(package[f"{number}-{report.quarter}/body.html"].decode())
        for row in report.rows:
            if row.state == "behind" and (report.quarter, row.target) not in errata:
                assert f">{row.target}</th>" in body
                assert row.cause in body
                assert row.remedy in body
        *_, by_category, by_unit = re.findall(r"<table.*?</table>", body, re.DOTALL)
        for table in (by_category, by_unit):
            totals = [int(row[-1]) for row in _rows(table)]
            assert sum(totals) == len(tuple(year.items))
            assert all(sum(int(one) for one in row if one != "—") == 2 * int(row[-1]) for row in _rows(table))


def _rows(table: str) -> list[list[str]]:
    lines = re.findall(r"<tr>(.*?)</tr>", table.partition("<tbody>")[2])
    return [re.findall(r"<td[^>]*>([^<]*)</td>", line) for line in lines]


def test_the_table_is_told_by_the_circular_that_made_it_what_it_is() -> None:
    """After an amendment it bears the amending circular's number and day; before, the issuing one's."""
    edition = _edition(REPOSITORY)
    year = edition.dossier.years[2019]
    newest = {one.number: one for one in year.circulars}[year.approvals[-1].circular]
    before = replace(edition.dossier, years={2019: replace(year, approvals=year.approvals[:1])})
    for dossier, number, day in (
        (edition.dossier, newest.number, newest.date),
        (before, year.plan.circular, date(2019, 8, 29)),
    ):
        package = _package(replace(edition, dossier=dossier), REPOSITORY)
        box = json.loads(package["2019-targets/metadata.json"])["公开信息栏"]
        assert (box["文号"], box["公文生成日期"]) == (number, f"{day.year}年{day.month}月{day.day}日")


def test_a_quarter_s_fields_do_not_pass_for_a_circular_s() -> None:
    """It has no document number and no day of publication of its own; it is dated by its newest report."""
    package = _package(_edition(REPOSITORY), REPOSITORY)
    year = edition_of(REPOSITORY).dossier.years[2019]
    told = json.loads(package["2019-q3/metadata.json"])
    newest = max(report.reported for report in year.progress if report.quarter == "q3")
    assert told["公开信息栏"]["文号"] is None
    assert told["公开信息栏"]["公文生成日期"] == f"{newest.year}年{newest.month}月{newest.day}日"
    assert told["栏目标签"]["ColumnName"] == "季度进度"


def test_only_a_draft_says_that_it_is_one() -> None:
    """An editor must not publish 送审稿 unawares, nor find the words in a release."""
    edition = _edition(REPOSITORY)
    for draft in (True, False):
        package = _package(replace(edition, draft=draft), REPOSITORY)
        bodies = [content.decode() for address, content in package.items() if address.endswith("body.html")]
        assert {"送审稿" in body for body in bodies} == {draft}


def test_a_broken_template_is_told_at_its_line_and_nothing_is_printed(tmp_path: Path) -> None:
    """As for the site: the file and the line, no traceback."""
    root = copy_of(SMALL_BUREAU, tmp_path / "small")
    (root / "theme").unlink()
    folder = root / "theme" / "portal"
    folder.mkdir(parents=True)
    (folder / "parts.html.j2").write_text("")
    (folder / "circular.html.j2").write_text("<p>\n{{ view.unknown }}\n")
    files, doubts = printed(root, _edition(root), ("portal",))
    assert files == {}
    assert [(str(one.place), one.rule) for one in doubts] == [
        ("theme/portal/circular.html.j2:2:1", "template")
    ]
