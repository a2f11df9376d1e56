"""Each scan catches its mutations of a sound folder, and nothing else does; what is sound passes them all."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import docx
import pytest
import typst
import xlsxwriter

from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import scans
from generator.publish.scans.rules.foreign_script import own
from generator.publish.scans.run import scan
from tests.publish.plants import identities

PAGE = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="description" content="首页"><title>首页</title><link rel="stylesheet" href="assets/site.css"></head>
<body><h1 id="top">首页</h1><p>2021年3月1日印发，<a href="guide.html#how">办事指南</a>，<a href="https://www.gov.cn/">政府网</a></p>
<p><a href="documents/1.pdf">PDF</a> <a href="mailto:">邮件</a> <a href="#top">回到开头</a></p></body></html>
"""
GUIDE = PAGE.replace("首页", "办事指南").replace('id="top"', 'id="top"><span id="how"></span')
FACTS = Facts(
    internal={"排查台账": "A01 evidence"},
    kept_off={"site/index.html": {"张三": "A01 person"}},
    days=frozenset({date(2021, 3, 1)}),
    fresh=frozenset({"site", "portal"}),
)
NUMBER = next(identities(1))


def _pdf(text: str, title: str = "公文") -> bytes:
    return typst.compile(f'#set document(title: "{title}", date: none)\n{text}'.encode())


def _docx(title: str = "公文", *paragraphs: str) -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.comments = ""
    for words in paragraphs:
        document.add_paragraph(words)
    document.core_properties.created = document.core_properties.modified = datetime(2021, 3, 1)
    return _saved(document)


def _saved(document: docx.document.Document) -> bytes:
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _xlsx(*words: str) -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        book.set_properties({"title": "数据", "created": datetime(2021, 3, 1)})
        sheet = book.add_worksheet()
        for row, text in enumerate(words):
            sheet.write_string(row, 0, text)
    return packed.getvalue()


def _zip(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


def _with_part(package: bytes, name: str, content: bytes) -> bytes:
    """An office file with one more part, or another in the place of one it has."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(packed, "w") as after:
        for part in before.namelist():
            if part != name:
                after.writestr(part, before.read(part))
        after.writestr(name, content)
    return packed.getvalue()


SOUND: Mapping[str, bytes] = {
    "site/index.html": PAGE.encode(),
    "site/guide.html": GUIDE.encode(),
    "site/404.html": PAGE.replace('<meta name="description" content="首页">', "").encode(),
    "site/assets/site.css": b"body{background:url(mark.svg)}/* https://example.com */",
    "site/assets/site.js": b'const home="../index.html"; // plain',
    "site/assets/mark.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M3 6h18v2H3z"/></svg>',
    "site/documents/1.pdf": _pdf("2021-03-01"),
    "site/documents/1.docx": _docx(),
    "site/data/plan.xlsx": _xlsx("甲", "2021-03-01"),
    "site/data/plan.csv": "编号,目标\nA01,甲\n".encode("utf-8-sig"),
    "site/data/plan.json": '{"编号": "A01", "resources": [{"path": "plan.csv"}]}'.encode(),
    "site/feed.xml": b'<feed><link href="index.html"/><updated>2021-03-01T00:00:00+08:00</updated></feed>',
    "portal/1/body.html": "<p>正文</p>".encode(),
    "portal/1.zip": _zip(**{"1__body.html": "<p>正文</p>".encode()}),
}


def page(old: str, new: str) -> bytes:
    """The front page with one thing changed."""
    assert old in PAGE
    return PAGE.replace(old, new, 1).encode()


_RELATIONSHIP = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    b'Target="https://example.com/a.png" TargetMode="External"/></Relationships>'
)
INDEX = "site/index.html"
MUTATIONS: tuple[tuple[str, str, bytes], ...] = (
    ("personal_data", INDEX, page("首页</h1>", f"{NUMBER}</h1>")),
    ("personal_data", INDEX, page('content="首页"', f'content="首页 {NUMBER}"')),
    ("personal_data", f"site/{NUMBER}.txt", "甲".encode()),
    ("personal_data", "site/data/plan.csv", f"编号\n{NUMBER}\n".encode()),
    ("personal_data", "site/data/plan.xlsx", _xlsx(NUMBER)),
    ("personal_data", "site/documents/1.docx", _docx(NUMBER)),
    ("personal_data", "site/documents/1.docx", _docx("公文", f"{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}")),
    ("personal_data", "site/documents/1.pdf", _pdf(NUMBER)),
    ("personal_data", "site/documents/1.pdf", _pdf("x", NUMBER)),
    ("personal_data", "portal/1.zip", _zip(**{"1__body.html": f"<p>{NUMBER}</p>".encode()})),
    ("personal_data", "portal/1.zip", _zip(**{"1__list.xlsx": _xlsx(NUMBER)})),
    ("internal_value", INDEX, page("首页</h1>", "排查 台账</h1>")),
    ("internal_value", INDEX, page("首页</h1>", "张三</h1>")),
    ("internal_value", "site/data/plan.xlsx", _xlsx("排查台账")),
    ("internal_value", "site/data/plan.json", b'{"evidence": null}'),
    ("internal_value", "site/data/plan.csv", b"id,self_score\nA01,1\n"),
    ("outside_host", INDEX, page("<h1", '<img src="https://example.com/a.png"><h1')),
    ("outside_host", INDEX, page("<h1", '<img src="//example.com/a.png"><h1')),
    ("outside_host", INDEX, page("<h1", '<img srcset="https://example.com/a.png 2x"><h1')),
    ("outside_host", INDEX, page("assets/site.css", "https://example.com/site.css")),
    ("outside_host", INDEX, page("<h1", '<form action="https://example.com/"><input></form><h1')),
    ("outside_host", INDEX, page("<h1", '<p style="background:url(https://example.com/a.png)"></p><h1')),
    (
        "outside_host",
        INDEX,
        page("<title>", '<meta http-equiv="refresh" content="1;url=https://example.com/"><title>'),
    ),
    ("outside_host", "site/assets/site.css", b"@import 'https://example.com/a.css';"),
    ("outside_host", "site/assets/site.js", b'fetch("https://example.com/a.json")'),
    ("outside_host", "site/assets/mark.svg", b'<svg><image href="https://example.com/a.png"/></svg>'),
    ("outside_host", "site/documents/1.docx", _with_part(_docx(), "word/_rels/a.xml.rels", _RELATIONSHIP)),
    ("broken_link", INDEX, page("guide.html#how", "nothing.html")),
    ("broken_link", INDEX, page("guide.html#how", "guide.html#why")),
    ("broken_link", INDEX, page("guide.html#how", "#nowhere")),
    ("broken_link", INDEX, page("guide.html#how", "documents")),
    ("broken_link", INDEX, page("guide.html#how", "../portal/1/body.html")),
    ("broken_link", INDEX, page("guide.html#how", "/guide.html")),
    ("broken_link", "site/feed.xml", b'<feed><link href="nothing.html"/></feed>'),
    ("broken_link", "site/assets/site.css", b"body{background:url(nothing.svg)}"),
    ("broken_link", "site/data/plan.json", b'{"resources": [{"path": "nothing.csv"}]}'),
    ("dangerous_address", INDEX, page("guide.html#how", "javascript:alert(1)")),
    ("dangerous_address", INDEX, page("guide.html#how", " jAva\tscript:alert(1)")),
    ("dangerous_address", INDEX, page("guide.html#how", "data:text/html,x")),
    ("dangerous_address", INDEX, page("guide.html#how", "file:///etc/passwd")),
    ("dangerous_address", "site/documents/1.pdf", _pdf('#link("vbscript:x")[x]')),
    ("foreign_script", INDEX, page("<h1", "<script>alert(1)</script><h1")),
    ("foreign_script", INDEX, page("<h1", '<h1 onclick="alert(1)"')),
    ("foreign_script", INDEX, page("<h1", '<script src="documents/../guide.html"></script><h1')),
    ("foreign_script", "site/assets/mark.svg", b"<svg><script>alert(1)</script></svg>"),
    ("foreign_script", "site/assets/mark.svg", b'<svg onload="alert(1)"></svg>'),
    ("foreign_script", "site/data/plan.xlsx", _with_part(_xlsx("甲"), "xl/vbaProject.bin", b"x")),
    (
        "foreign_script",
        "site/documents/1.pdf",
        _pdf("x").replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript/JS(1)>>"),
    ),
    ("unsafe_name", "site/CON.html", GUIDE.encode()),
    ("unsafe_name", "site/a b?.txt", "甲".encode()),
    ("unsafe_name", "site/.hidden.txt", "甲".encode()),
    ("unsafe_name", "site/Guide.html", GUIDE.encode()),
    ("unsafe_name", f"site/{'长' * 40}.txt", "甲".encode()),
    ("unsafe_name", "portal/1.zip", _zip(**{"..__..__evil.txt": "甲".encode()})),
    ("meta_incomplete", INDEX, page(' lang="zh"', "")),
    ("meta_incomplete", INDEX, page("<title>首页", "<title>")),
    ("meta_incomplete", INDEX, page('content="首页"', 'content=""')),
    ("meta_incomplete", INDEX, page('<meta charset="utf-8">', "")),
    ("meta_incomplete", INDEX, page("<title>", '<meta name="ColumnName" content="文件"><title>')),
    ("meta_incomplete", "site/documents/1.docx", _docx("")),
    ("meta_incomplete", "site/documents/1.pdf", _pdf("x", "")),
    ("invented_date", INDEX, page("2021年3月1日", "2021年3月2日")),
    ("invented_date", INDEX, page("<title>", '<meta name="PubDate" content="2024-05-06"><title>')),
    ("invented_date", "site/feed.xml", b"<feed><updated>2024-05-06T00:00:00Z</updated></feed>"),
    ("invented_date", "site/documents/1.pdf", _pdf("#datetime(year: 2024, month: 5, day: 6).display()")),
    ("invented_date", "site/data/plan.xlsx", _xlsx("2024-05-06")),
    ("invented_date", "site/a.ics", b"BEGIN:VCALENDAR\r\nDTSTAMP:20240506T000000Z\r\n"),
    ("unreadable_file", "site/documents/1.pdf", b"%PDF-1.7 broken"),
    ("unreadable_file", "site/documents/1.docx", b"PK broken"),
    ("unreadable_file", "site/scan.png", b"\x89PNG\r\n\x1a\n"),
    ("unreadable_file", "site/documents/scan.pdf", _pdf("#rect()")),
    ("unreadable_file", "site/data/plan.csv", "编号".encode("gb18030")),
    ("unreadable_file", "site/movie.mp4", b"x"),
)


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder."""
    for address, content in files.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(content)


def test_what_is_sound_passes(tmp_path: Path) -> None:
    """No scan finds fault with it."""
    lay_out(tmp_path, SOUND)
    assert scan(tmp_path, FACTS) == ()


@pytest.mark.parametrize(
    ("rule", "address", "content"),
    MUTATIONS,
    ids=[f"{rule}-{number}" for number, (rule, _, _) in enumerate(MUTATIONS)],
)
def test_a_mutation_is_caught_by_its_scan_alone(
    rule: str, address: str, content: bytes, tmp_path: Path
) -> None:
    """The finding names the rule, the file, what is wrong and how to mend it."""
    lay_out(tmp_path, {**SOUND, address: content})
    found = scan(tmp_path, FACTS)
    assert {problem.rule for problem in found} == {rule}
    assert any(problem.place.file.casefold().startswith(f"dist/{address}".casefold()) for problem in found)
    assert all(problem.message and problem.hint for problem in found)


def test_an_unknown_script_is_told_with_what_a_maintainer_needs(tmp_path: Path) -> None:
    """What was refused is not kept: its beginning and digest, and where a script of the theme is made known."""
    script = f'theme("{NUMBER}")'
    lay_out(tmp_path, {**SOUND, INDEX: page("<h1", f"<script>{script}</script><h1")})
    told = next(one for one in scan(tmp_path, FACTS) if one.rule == "foreign_script")
    assert own(script) in told.message
    assert 'theme("' in told.message
    assert NUMBER not in told.message
    assert "foreign_script.py" in told.hint


def test_a_link_on_the_disk_is_caught(tmp_path: Path) -> None:
    """Whether it leads to a file, to a folder, outside, or to nothing; a pipe likewise."""
    lay_out(tmp_path, SOUND)
    (tmp_path / "site/a.txt").symlink_to(tmp_path / INDEX)
    (tmp_path / "site/b").symlink_to("/etc")
    (tmp_path / "site/c.txt").symlink_to("nothing")
    os.mkfifo(tmp_path / "site/d.txt")
    found = scan(tmp_path, FACTS)
    assert [(problem.rule, problem.place.file) for problem in found] == [
        ("link_published", f"dist/site/{name}") for name in ("a.txt", "b", "c.txt", "d.txt")
    ]


def test_every_scan_has_a_mutation() -> None:
    """None is there without being shown to catch something."""
    assert {rule for rule, _, _ in MUTATIONS} | {"link_published"} == {each.id for each in scans()}


@pytest.mark.parametrize(
    ("facts", "address", "content"),
    [
        ({"allowed": frozenset({NUMBER})}, INDEX, page("首页</h1>", f"{NUMBER}</h1>")),
        ({"allowed": frozenset({"scan.png"})}, "site/scan.png", b"\x89PNG\r\n\x1a\n"),
        ({"fresh": frozenset({"portal"})}, INDEX, page("2021年3月1日", "2021年3月2日")),
    ],
    ids=["allowed_number", "seen_picture", "date_of_an_output_carried_over"],
)
def test_what_is_allowed_passes(
    facts: dict[str, frozenset[str]], address: str, content: bytes, tmp_path: Path
) -> None:
    """What the bureau registered; and dates of an output that was not made from these data."""
    lay_out(tmp_path, {**SOUND, address: content})
    assert scan(tmp_path, Facts(**{**vars_of(FACTS), **facts})) == ()


def vars_of(facts: Facts) -> dict[str, object]:
    """The fields of facts."""
    return {name: getattr(facts, name) for name in ("internal", "kept_off", "allowed", "days", "fresh")}


def test_the_same_file_twice_is_told_once(tmp_path: Path) -> None:
    """An attachment that is also packed in an archive is not told of twice."""
    page_of_portal = f"<p>{NUMBER}</p>".encode()
    lay_out(
        tmp_path,
        {
            **SOUND,
            "portal/1/body.html": page_of_portal,
            "portal/1.zip": _zip(**{"1__body.html": page_of_portal}),
        },
    )
    assert len(scan(tmp_path, FACTS)) == 1
