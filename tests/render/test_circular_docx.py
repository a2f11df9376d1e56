"""A circular as DOCX: what the file holds, and that office programs open it without a question."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from generator.views.circular import PrintedCircular
from generator.views.prose import Heading, Paragraph, Roster, Table
from tests.conftest import REPOSITORY
from tests.render.circulars import circular
from tests.render.word import W, document, forms, parts, press, reference, story, view, words

EVERY = (*forms(), "reference")

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
}
"""The children of each element in the schema's order (ECMA-376)."""


@pytest.mark.parametrize("name", EVERY)
def test_an_auditor_of_the_format_finds_nothing(name: str, tmp_path: Path) -> None:
    """Schema, relationships and semantics are as the Open XML SDK wants them, so nothing needs repair."""
    file = tmp_path / f"{name}.docx"
    file.write_bytes(document(name))
    assert [error.description for error in OpenXmlValidator().validate(file).errors] == []


@pytest.mark.parametrize("name", EVERY)
def test_properties_stand_in_the_order_of_the_schema(name: str) -> None:
    """Word is strict where LibreOffice forgives."""
    for part, root in story(document(name)):
        for element in root.iter():
            order = ORDER.get(element.tag.removeprefix(W))
            if order:
                places = [order.split().index(child.tag.removeprefix(W)) for child in element]
                assert places == sorted(places), (part, element.tag, [child.tag for child in element])


@pytest.mark.parametrize("name", EVERY)
def test_fields_bookmarks_and_drawings_are_whole(name: str) -> None:
    """Every field that begins ends, every bookmark has both ends, and no two drawings share a number."""
    drawings: Counter[str] = Counter()
    for _, root in story(document(name)):
        kinds = Counter(mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar"))
        assert kinds["begin"] == kinds["end"]
        starts = {mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart")}
        assert starts == {mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkEnd")}
        drawings.update(mark.get("id", "") for mark in root.iter() if mark.tag.endswith("}docPr"))
    assert [number for number, count in drawings.items() if count > 1] == []


@pytest.mark.parametrize("name", EVERY)
def test_every_style_that_is_used_is_defined(name: str) -> None:
    """No paragraph and no run falls back to what a program thinks fit."""
    defined = {style.style_id for style in Document(io.BytesIO(document(name))).styles}
    for _, root in story(document(name)):
        used = {mark.get(f"{W}val") for tag in ("pStyle", "rStyle") for mark in root.iter(f"{W}{tag}")}
        assert used <= defined


@pytest.mark.parametrize("name", EVERY)
def test_two_builds_give_the_same_bytes(name: str) -> None:
    """Nothing in the file comes from the clock or from chance; every part has the same date."""
    assert press().docx(view(name)) == document(name)
    with zipfile.ZipFile(io.BytesIO(document(name))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_the_properties_are_the_circular_s_own() -> None:
    """Title, issuing organ and the circular's date; a draft says so in its title."""
    properties = Document(io.BytesIO(document("plain"))).core_properties
    assert properties.title == "关于做好2024年春耕生产工作的通知"
    assert properties.author == properties.last_modified_by == "某某县农业局"
    assert {properties.created, properties.modified} == {datetime.fromisoformat("2024-03-05T00:00:00+00:00")}
    assert Document(io.BytesIO(document("draft"))).core_properties.title.endswith("（送审稿）")


def test_headings_are_real_styles_in_the_outline() -> None:
    """The title is the outline's first level, the four kinds of headings are the next."""
    found = Document(io.BytesIO(document("blocks")))
    headings = [
        (one.style.name, one.text) for one in found.paragraphs if one.style.name.startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "关于做好2024年春耕生产工作的通知"),
        ("Heading 2", "一、总体要求"),
        ("Heading 3", "（一）工作目标"),
        ("Heading 4", "1.播种面积"),
        ("Heading 5", "（1）早稻"),
    ]
    levels = {
        style.name: style.element.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
        for style in found.styles
        if style.name.startswith("Heading")
    }
    assert levels == {f"Heading {level}": str(level - 1) for level in range(1, 6)}


@pytest.mark.parametrize("name", ["blocks", "signers", "joint", "minutes", "reference"])
def test_every_word_of_the_view_stands_in_the_file(name: str) -> None:
    """Nothing is lost, and what is printed is what the PDF prints."""
    text = words(document(name))
    assert [passage for passage in _passages(view(name)) if passage not in text] == []


def test_a_release_says_draft_nowhere_and_a_draft_on_every_page() -> None:
    """送审稿 stands in the headers of odd and even pages, laid across too, and in no part of a release."""
    assert not [
        name for name, content in parts(document("reference")).items() if "送审稿" in content.decode()
    ]
    draft = press().docx(reference(draft=True))
    headers = [root for name, root in story(draft) if name.startswith("word/header")]
    assert headers
    assert all("送审稿" in "".join(root.itertext()) for root in headers)
    references = [
        len(section.findall(f"{W}headerReference"))
        for name, root in story(draft)
        if name == "word/document.xml"
        for section in root.iter(f"{W}sectPr")
    ]
    assert set(references) == {2}


def test_page_numbers_are_fields_right_on_odd_and_left_on_even_pages() -> None:
    """— 1 — with the number counted by the program, in two footers."""
    root = dict(story(document("plain")))
    footers = {name: part for name, part in root.items() if name.startswith("word/footer")}
    assert len(footers) == 2
    for part in footers.values():
        assert [field.get(f"{W}instr") for field in part.iter(f"{W}fldSimple")] == [" PAGE "]
        assert "".join(part.itertext()) == "— 1 —"
    assert sorted(part.find(f".//{W}jc").get(f"{W}val") for part in footers.values()) == ["left", "right"]
    assert b"evenAndOddHeaders" in parts(document("plain"))["word/settings.xml"]


def test_the_template_has_nothing_that_changes_with_the_machine() -> None:
    """No theme fonts, no thumbnail, no styles for other programs; every font has a name and a stand-in."""
    names = parts(document("plain")).keys()
    assert not [name for name in names if "thumbnail" in name or "stylesWithEffects" in name]
    text = "".join(content.decode() for content in parts(document("plain")).values())
    assert "asciiTheme" not in text
    assert "eastAsiaTheme" not in text
    styles = (REPOSITORY / "theme" / "docx" / "word" / "styles.xml").read_text("utf-8")
    table = (REPOSITORY / "theme" / "docx" / "word" / "fontTable.xml").read_text("utf-8")
    used = {part.partition('"')[0] for part in styles.split('w:eastAsia="')[1:]} - {"zh-CN"}
    assert used == {part.partition('"')[0] for part in table.split('w:name="')[1:]}


def test_quotation_marks_and_dashes_are_told_to_be_chinese() -> None:
    """Every run with words carries the hint; without it they fall into a Latin font."""
    for name, root in story(document("reference")):
        for run in root.iter(f"{W}r"):
            if run.find(f"{W}t") is not None and run.find(f"{W}rPr") is not None:
                fonts = run.find(f"{W}rPr/{W}rFonts")
                assert fonts is not None, name
                assert fonts.get(f"{W}hint") == "eastAsia"


def test_a_rare_character_asks_for_a_font_that_has_it() -> None:
    """堃 and 喆 are not in GB 2312, so they are set in 仿宋 instead of 仿宋_GB2312."""
    root = dict(story(document("rare")))["word/document.xml"]
    rare = {
        run.findtext(f"{W}t"): run.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia")
        for run in root.iter(f"{W}r")
        if "堃" in (run.findtext(f"{W}t") or "")
    }
    assert rare == {"堃喆": "仿宋"}


def test_a_name_of_any_length_is_narrowed_into_the_type_area() -> None:
    """A mark of thirty characters is narrowed and then made smaller; it stays on one line."""
    root = dict(story(press().docx(circular(head={"organs": ("某" * 28 + "文件",)}))))["word/document.xml"]
    mark = next(one for one in root.iter(f"{W}p") if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Mark")
    run = mark.find(f"{W}r/{W}rPr")
    size, narrowed = (int(run.find(f"{W}{tag}").get(f"{W}val")) for tag in ("sz", "w"))
    assert 30 * size / 2 * narrowed / 100 <= 150 * 72 / 25.4 + 1
    assert narrowed >= 60


def _passages(circular_: PrintedCircular) -> list[str]:
    found = [
        *circular_.head.organs,
        circular_.head.number,
        circular_.title.text,
        circular_.to,
        *circular_.annex_list,
    ]
    found += [circular_.imprint.cc, circular_.imprint.body, circular_.imprint.date, *circular_.head.signers]
    if circular_.closing.attendance:
        found += [f"{role}{people}" for role, people in circular_.closing.attendance]
    else:
        found += [*circular_.closing.organs, circular_.closing.date]
    for block in (*circular_.blocks, *(block for part in circular_.parts for block in part.blocks)):
        match block:
            case Heading():
                found.append(block.text)
            case Paragraph():
                found.append(block.run_in + block.text)
            case Roster():
                found += [f"{line.name}{line.note}{line.post}" for line in block.lines]
            case Table():
                found += [cell for row in (block.head, *block.rows) for cell in row]
    for part in circular_.parts:
        found += [part.label, part.title.text]
        if part.sheet:
            found += [column.title for column in part.sheet.columns]
            found += [cell for line in part.sheet.lines for cell in line.cells]
            found += [*part.sheet.above, *part.sheet.below]
    return found
