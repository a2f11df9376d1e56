"""Every value that is shown is compared with the data, in every format; one that differs is named with its place."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typst

from generator.compute.public import public_dossier
from generator.model.dossier import Dossier
from generator.model.indicator import AssessedItem
from generator.model.scalars import points_text
from generator.pipeline import OUTPUTS, build, read
from generator.plugin import build_site
from generator.publish.reading.files import File
from generator.publish.verify.comparison import FORMATS, Comparison, compare
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of
from tests.reported import report

ITEM = "JS01-1"
TABLES = ("html", "pdf", "docx", "xlsx", "csv", "json")
"""Formats in which items are listed with all that is known of them."""


GROUP = """  - name: 施南乔
    post: 综合科科员
    unit: 综合科
leading_group:
  name: 松隐县档案馆目标管理考核领导小组
  head: 岳青禾
  deputies: [陆知远]
  members: [秦越溪]
  office: {unit: 综合科, duty: 负责日常工作, director: 秦越溪, members: [施南乔]}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small bureau with a leading group and one report of several, built although the rules ask for all."""
    root = copy_of(SMALL_BUREAU, tmp_path_factory.mktemp("verify") / "small")
    report(root)
    for file, text in (
        ("data/2021/organisation.yml", GROUP),
        ("content/2021/3/notice.md", "\n{{ organisation.leading_group }}\n"),
    ):
        (root / file).write_text((root / file).read_text("utf-8").rstrip() + "\n" + text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.pipeline.check", lambda *_, **__: ())
        published, problems = build(root, OUTPUTS, build_site, "uncommitted")
    assert published, problems
    return root


@pytest.fixture(scope="module")
def dossier(project: Path) -> Dossier:
    """What the public may know of it."""
    found = read(project).dossier
    assert found is not None
    return public_dossier(found)


@pytest.fixture
def published(project: Path, dossier: Dossier) -> tuple[Path, Dossier]:
    """Both."""
    return project, dossier


@pytest.fixture(scope="module")
def sound(project: Path, dossier: Dossier) -> Comparison:
    """The comparison of what was published with the data it was made from."""
    return compare((project / "dist").resolve(), dossier)


def with_item(dossier: Dossier, changes: dict[str, Any]) -> Dossier:
    """The same data but for some fields of one item."""
    year = dossier.years[2021]
    indicators = []
    for indicator in year.indicators:
        targets = getattr(indicator, "targets", ())
        changed = tuple(one.model_copy(update=changes) if one.id == ITEM else one for one in targets)
        indicators.append(indicator.model_copy(update={"targets": changed}) if targets else indicator)
    return replace(dossier, years={2021: replace(year, indicators=tuple(indicators))})


def with_row(dossier: Dossier, changes: dict[str, Any]) -> Dossier:
    """The same data but for some fields of what was reported of one item."""
    year = dossier.years[2021]
    reports = tuple(
        one.model_copy(
            update={
                "rows": tuple(
                    row.model_copy(update=changes) if row.target == ITEM else row for row in one.rows
                )
            }
        )
        for one in year.progress
    )
    return replace(dossier, years={2021: replace(year, progress=reports)})


def test_what_was_published_says_what_the_data_say(sound: Comparison) -> None:
    """No difference, and values of every format were compared."""
    assert sound.differences == []
    assert {form: sound.values[form] > 10 for form in FORMATS} == dict.fromkeys(FORMATS, True)


@pytest.mark.parametrize(
    ("change", "changes", "formats"),
    [
        (with_item, {"points": 777}, TABLES),
        (with_item, {"deadline": date(2021, 2, 3)}, TABLES),
        (with_item, {"unit": "办公室"}, {*TABLES, "js"}),
        (with_item, {"scoring": "另一种算法。"}, {*TABLES, "js"}),
        (with_row, {"work": "别的工作。"}, TABLES),
        (with_row, {"state": "finished"}, TABLES),
        (with_row, {"cause": "别的原因。"}, TABLES),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_value_that_differs_is_found_in_every_format(
    change: Callable[[Dossier, dict[str, Any]], Dossier],
    changes: dict[str, Any],
    formats: Iterable[str],
    project: Path,
    dossier: Dossier,
) -> None:
    """One field of one item, whether of the plan or of its progress: each format that shows it is named."""
    found = compare((project / "dist").resolve(), change(dossier, changes)).differences
    about = [one for one in found if one.what.startswith(f"{ITEM} ")]
    assert {one.file.rpartition(".")[2] for one in about} == set(formats)
    assert all(one.found and one.expected for one in about)


def _in_package(content: bytes, old: str, new: str) -> bytes:
    """An office file with other words in its parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(packed, "w") as after:
        for part in before.namelist():
            after.writestr(part, before.read(part).replace(old.encode(), new.encode()))
    return packed.getvalue()


def _retyped(content: bytes, old: str, new: str) -> bytes:
    """A PDF with other words, typed line by line as it was read, since what is in a PDF cannot be replaced."""
    texts = File("x.pdf", content).texts
    pages = [said.replace("\r", "") for where, said in texts if where.startswith("第")]
    assert old in "".join(pages)
    source = (
        '#set page(width: 90cm, height: auto)\n#set text(font: "FandolSong", size: 8pt, cjk-latin-spacing: none)\n'
        "#for page in json(bytes(sys.inputs.pages)) "
        '{ for line in page.split("\\n") [#line #linebreak()]; pagebreak(weak: true) }'
    )
    lines = json.dumps([page.replace(old, new) for page in pages])
    fonts = [REPOSITORY / ".fonts"]
    return typst.compile(source.encode(), font_paths=fonts, sys_inputs={"pages": lines})


def _in_text(content: bytes, old: str, new: str) -> bytes:
    return content.replace(old.encode(), new.encode())


@pytest.mark.parametrize(
    ("address", "altered", "what"),
    [
        (f"site/2021/targets/{ITEM}.html", ("1200", "1300"), f"{ITEM} cumulative"),
        ("site/data/2021/targets.csv", ("2021-", "2022-"), "deadline"),
        ("site/data/2021/targets.json", ('"points": 6.25', '"points": 6.24'), f"{ITEM} points"),
        ("site/data/2021/plan.xlsx", ("业务科", "业务处"), "unit"),
        ("site/documents/2021/3.docx", ("2021年", "2012年"), "松档〔2021〕3号"),
        ("site/documents/2021/3-annex-1.docx", ("业务科", "业务处"), "unit"),
        ("site/index.html", ("接收征集共4项", "接收征集共5项"), "接收征集 total"),
        ("site/index.html", ("正在办理2项，未报2项", "正在办理1项，未报2项"), "state:under_way"),
        ("site/index.html", (">40分<", ">41分<"), "保管利用 points"),
        ("site/index.html", (">自身建设<", ">自我建设<"), "names"),
        ("site/index.html", ("共考评11项", "共考评12项"), "全部 items"),
        ("site/2021/progress/first_half.html", (">5</text>", ">4</text>"), "综合科 parts"),
        ("site/2021/progress/first_half.html", (">4项</text>", ">6项</text>"), "业务科 total"),
        (
            f"site/2021/targets/{ITEM}.html",
            ("序时进度：上半年1200卷", "序时进度：上半年900卷"),
            f"{ITEM} pace",
        ),
        (f"site/2021/targets/{ITEM}.html", (">1200</text>", ">1100</text>"), f"{ITEM} drawn"),
        ("site/2021/categories/service.html", ("保管利用共40分", "保管利用共41分"), "保管利用 points"),
        ("site/2021/organisation.html", ("副馆长", "馆长"), "领导小组 陆知远"),
        ("site/2021/circulars/3.html", ("<td>岳青禾</td>", "<td>岳青木</td>"), "领导小组 岳青禾"),
        ("site/2021/circulars/3.html", ("各科室、所属中心：", "各科室："), "松档〔2021〕3号 to"),
        ("site/2021/circulars/3.html", ("<dd>松档〔2021〕3号</dd>", "<dd>松档〔2021〕4号</dd>"), "文号"),
        ("portal/2021-3/metadata.json", ("2021年3月12日", "2021年3月13日"), "公文生成日期"),
        ("portal/2021-3/metadata.xlsx", ("松档〔2021〕3号<", "松档〔2021〕4号<"), "文号"),
        ("site/documents/2021/3.docx", ("业务科科长", "业务科副科长"), "领导小组 秦越溪"),
        ("site/documents/2021/3.docx", ("县政府办", "县委办"), "松档〔2021〕3号 cc"),
        ("site/documents/2021/3.pdf", ("施南乔", "施北乔"), "办公室 施南乔"),
        ("site/documents/2021/3.pdf", ("2021年3月15日印发", "2021年3月16日印发"), "松档〔2021〕3号 printing"),
        ("board/2021/first_half-poster.pdf", ("4项", "5项"), "total"),
        ("board/2021/first_half-poster.pdf", ("9项", "8项"), "全部 state:unreported"),
        ("board/2021/plan-poster.pdf", ("（40分）", "（41分）"), "保管利用 points"),
        ("board/2021/plan-poster.pdf", ("查档服务", "查询服务"), "保管利用 indicators"),
        ("board/2021/plan-poster.pdf", ("松档〔2021〕3号", "松档〔2021〕4号"), "plan basis"),
        ("board/2021/first_half-cards.pdf", (f"{ITEM} ", "JS01-9 "), f"{ITEM} id"),
        ("board/2021/first_half-cards.pdf", ("正在办理\n", "已经办结\n"), f"{ITEM} state"),
        ("board/2021/first_half-cards.pdf", ("累计完成：1200卷", "累计完成：1300卷"), f"{ITEM} cumulative"),
        ("board/2021/plan-cards.pdf", ("负责5项", "负责6项"), "综合科 items"),
        ("site/index.html", ("<dt>责任单位</dt><dd><b>3</b>", "<dt>责任单位</dt><dd><b>4</b>"), "全部 units"),
        ("site/2021/targets/index.html", (f">{ITEM}</a>", ">JS01-2</a>"), f"{ITEM} id"),
        ("site/2021/targets/index.html", ("综合科（5项）", "综合科（6项）"), "综合科 items"),
        ("site/2021/units/zonghe.html", ("<span>5项</span>", "<span>6项</span>"), "负责的考评项 items"),
        ("site/2021/organisation.html", ("科室（2个）", "科室（3个）"), "科室 items"),
        ("portal/2021-first_half/metadata.json", ("正在办理2项", "正在办理3项"), "state:under_way"),
        ("portal/2021-first_half/metadata.xlsx", ("正在办理2项", "正在办理3项"), "state:under_way"),
        ("portal/2021-first_half/2021-progress.json", ('"JS01-1"', '"JS01-8"'), "JS01-8 target"),
        ("site/feed.xml", ("正在办理2项", "正在办理3项"), "state:under_way"),
        ("site/feed.xml", ("（松档〔2021〕3号）", "（松档〔2021〕4号）"), "2021/circulars/3.html title"),
        ("site/feed.xml", ("2021-07-08T", "2021-07-09T"), "2021/progress/first_half.html day"),
        ("site/feed.xml", ("更正为“1200”", "更正为“1300”"), f"2021/targets/{ITEM}.html now"),
        ("site/feed.xml", ("progress/first_half.html", "progress/index.html"), "first_half.html entry"),
        ("site/search/search_index.js", ("70分", "71分"), "档案业务 points"),
        ("site/search/search_index.js", (f"{ITEM} 接收", f"{ITEM} 移交"), f"{ITEM} text"),
        ("site/search/search_index.js", ("人人懂业务", "人人懂档案"), "Z01 expected"),
        ("site/search/search_index.js", ("|副馆长", "|馆长"), "陆知远 post"),
        ("site/search/search_index.js", ("负责4个考评项", "负责5个考评项"), "业务科 items"),
        ("site/search/search_index.js", ("targets/BL01-1.html", "targets/none.html"), "BL01-1 entry"),
        ("site/2021/deadlines.html", ("2021年4月12日", "2021年4月13日"), "due"),
        ("site/2021/deadlines.html", ("2021年7月10日", "2021年7月11日"), "上半年 reported"),
        ("site/2021/deadlines.html", (">上半年<", ">前半年<"), "上半年 line"),
        ("board/2021/record.pdf", ("：卡片", "：卡片 0000 0000 "), "digest"),
    ],
)
def test_a_file_that_was_altered_is_named_with_what_it_should_say(
    address: str, altered: tuple[str, str], what: str, published: tuple[Path, Dossier], tmp_path: Path
) -> None:
    """Whoever alters a published figure, in whichever format."""
    (project, dossier), (old, new) = published, altered
    source, copy = project / "dist" / address, tmp_path / address
    copy.parent.mkdir(parents=True)
    content = source.read_bytes()
    swap = {".docx": _in_package, ".xlsx": _in_package, ".pdf": _retyped}.get(copy.suffix, _in_text)
    copy.write_bytes(swap(content, old, new))
    assert copy.read_bytes() != content
    found = compare(tmp_path, dossier).differences
    assert found
    assert {one.file for one in found} == {address}
    assert any(what in one.what for one in found)


@pytest.mark.parametrize("name", ["board/2021/all.pdf", "site/documents/2021/3.pdf"])
def test_a_pdf_that_was_retyped_word_for_word_is_no_difference(
    name: str, published: tuple[Path, Dossier], tmp_path: Path
) -> None:
    """So that it is the changed words that are found above, not that they were typed again."""
    (project, dossier), copy = published, tmp_path / name
    copy.parent.mkdir(parents=True)
    copy.write_bytes(_retyped((project / "dist" / name).read_bytes(), "松隐县档案馆", "松隐县档案馆"))
    assert compare(tmp_path, dossier).differences == []


def test_a_row_that_is_gone_is_missed(project: Path, dossier: Dossier, tmp_path: Path) -> None:
    """A table that has most items must have all."""
    address = "site/data/2021/targets.csv"
    (tmp_path / address).parent.mkdir(parents=True)
    lines = (project / "dist" / address).read_text("utf-8-sig").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"{ITEM},")]
    assert len(kept) == len(lines) - 1
    (tmp_path / address).write_text("".join(kept), "utf-8")
    assert [one.what for one in compare(tmp_path, dossier).differences] == [f"{ITEM} text"]


def test_a_page_of_a_category_must_have_its_items_and_no_others(dossier: Dossier, tmp_path: Path) -> None:
    """Even if most items are of that category, and whatever tables they stand in."""
    year = dossier.years[2021]
    category = next(one for one in year.plan.walk() if one.id == "archives")
    items = [item for indicator in year.indicators_in(category) for item in indicator.items]
    assert len(items) * 4 > len(tuple(year.items)) * 3

    def missing(shown: list[AssessedItem]) -> list[str]:
        tables = "".join(
            "<table><tr><th>编号</th><th>年度工作目标</th><th>分值</th></tr>"
            f"<tr><td>{item.id}</td><td>{item.text}</td><td>{points_text(item.points)}</td></tr></table>"
            for item in shown
        )
        page = tmp_path / "site/2021/categories/archives.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<html><body>{tables}</body></html>", "utf-8")
        return [one.what for one in compare(tmp_path, dossier).differences]

    assert missing(items) == []
    assert missing(items[1:]) == [f"{items[0].id} text"]


def test_a_file_that_cannot_be_read_is_a_difference(project: Path, dossier: Dossier, tmp_path: Path) -> None:
    """It is not passed over."""
    address = "site/documents/2021/3.pdf"
    (tmp_path / address).parent.mkdir(parents=True)
    shutil.copy(project / "dist" / address, tmp_path / address)
    (tmp_path / address).write_bytes((tmp_path / address).read_bytes()[:2000])
    assert [(one.file, one.found) for one in compare(tmp_path, dossier).differences] == [(address, "读不了")]
