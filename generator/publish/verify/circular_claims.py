"""What a document claims beside its prose: its number, days, recipients and names, and who is in the leading group."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import html  # type: ignore[import-untyped]  # it has no types

from generator.compute.datawords import LEADING_GROUP
from generator.model.circular import Circular, Kind
from generator.model.dossier import Year
from generator.model.organisation import LeadingGroup, Organisation
from generator.model.prose import DataBlock
from generator.model.scalars import document_number_parts
from generator.model.summary import Summary
from generator.publish.reading.files import File
from generator.publish.reading.page import PARSER
from generator.publish.reading.tables import text_of
from generator.publish.verify import spelling
from generator.publish.verify.context import Context
from generator.publish.verify.facts import Fields
from generator.publish.verify.prose_claims import passage_claim
from generator.publish.verify.saying_claims import saying_claims
from generator.publish.verify.spelling import squeezed
from generator.publish.verify.table_claims import Claim

_PRINTED = frozenset({"pdf", "docx"})
_DISCLOSED = "公开信息栏"
_FILE = "文件"
_OF_ARTICLE = ("body.html", "metadata.json", "metadata.xlsx")


def paper_of(address: str, year: Year) -> Circular | None:
    """The document whose text a file must hold."""
    stem = address.rpartition("/")[2].partition(".")[0]
    for paper in year.papers:
        serial = str(document_number_parts(paper.number)[2])
        if isinstance(paper, Summary):
            if stem == paper.slug and address.startswith("reports/"):
                return paper
        elif stem in (serial, f"{year.year}-{serial}") or address.endswith(
            tuple(f"portal/{year.year}-{serial}/{name}" for name in _OF_ARTICLE)
        ):
            return (
                paper if "/circulars/" in address or "documents/" in address or "portal/" in address else None
            )
    return None


def circular_claims(text: str, kind: str, circular: Circular, context: Context) -> Iterator[Claim]:
    """Every claim of a document's text, without spaces, that is no prose. `kind` is the kind of file it stands in."""
    serial = document_number_parts(circular.number)[2]
    number = f"第{serial}号" if circular.kind is Kind.ORDER else circular.number
    wanted: list[tuple[str, Sequence[str]]] = [
        ("number", (number,)),
        ("to", (*_listed(circular.to, "："), *_listed(circular.to, "。"))),
    ]
    if circular.enclosure is not None:
        wanted.append(("enclosure", (circular.enclosure.title,)))
    if kind in _PRINTED:
        wanted += _printed(circular)
    for field, said in wanted:
        if said:
            yield passage_claim(text, circular.number, field, *map(squeezed, said))
    group = context.facts.year.organisation.leading_group
    if group is not None and _has_roster(circular, context):
        organisation = context.facts.year.organisation
        yield from _roster(text.replace("：", ""), circular.number, group, organisation)


def _printed(circular: Circular) -> Iterator[tuple[str, Sequence[str]]]:
    """What only a page that is printed has; a letter says neither who printed it nor when (GB/T 9704-2012, 10.1)."""
    printing = circular.printing
    yield "mark", (circular.mark.removesuffix(_FILE) if circular.joint else circular.mark,)
    yield "title", (circular.title,)
    yield "cc", [f"抄送：{one}" for one in _listed(circular.cc, "。")]
    if circular.kind is not Kind.LETTER and circular.form is None:
        yield "printing", (f"{printing.body}{spelling.full_day(printing.date)}印发",)
    yield "note", (f"（{circular.note}）",) if circular.note else ()
    for annex in circular.annexes:
        yield "annex", (annex.title,)
    for name in circular.signers:
        yield "signers", (name,)
    for one in circular.attendance:
        yield one.role, (f"{one.role}：{one.people}",)


def _listed(names: Sequence[str], end: str) -> Sequence[str]:
    return tuple(f"{between.join(names)}{end}" for between in ("，", "、")) if names else ()


def _has_roster(circular: Circular, context: Context) -> bool:
    blocks = (block for prose in context.dossier.prose_of(circular) for block in prose.blocks)
    return any(isinstance(block, DataBlock) and block.path == LEADING_GROUP for block in blocks)


def _roster(text: str, number: str, group: LeadingGroup, organisation: Organisation) -> Iterator[Claim]:
    """The leading group, each person with role and office, all of them one after the other; then its office."""
    posts = {person.name: person.post for person in organisation.people}
    seats = (("组长", (group.head,)), ("副组长", group.deputies), ("成员", group.members))
    office = (("主任", (group.office.director,)), ("成员", group.office.members))
    held = {name for _, names in seats for name in names}
    said = [
        (name, f"{_role(role, at)}{name}{posts[name]}")
        for role, names in seats
        for at, name in enumerate(names)
    ]
    for name, passage in said:
        yield passage_claim(text, number, f"领导小组 {name}", squeezed(passage))
    yield passage_claim(text, number, "领导小组", squeezed("".join(passage for _, passage in said)))
    yield passage_claim(text, number, "办公室", squeezed(f"{group.office.unit}，{group.office.duty}"))
    for role, names in office:
        for at, name in enumerate(names):
            ends = ("（兼）", posts[name]) if name in held else (f"（{posts[name]}）", posts[name])
            passages = [squeezed(f"{_role(role, at)}{name}{end}") for end in ends]
            yield passage_claim(text, number, f"办公室 {name}", *passages)


def _role(role: str, at: int) -> str:
    """What stands before the name of one who has a role, the first of those who have it."""
    return role if at == 0 else ""


def roster_claims(content: bytes, context: Context) -> Iterator[Claim]:
    """Every claim about persons of the page of the organisation."""
    group, text = context.facts.year.organisation.leading_group, squeezed(text_of(_root(content)))
    if group is not None:
        yield passage_claim(text, "领导小组", "name", squeezed(group.name))
        yield from _roster(text, "组织机构", group, context.facts.year.organisation)


def disclosure_claims(file: File, circular: Circular, context: Context) -> Iterator[Claim]:
    """Every claim of the disclosure box of a circular, on its page or before a portal."""
    expected = _disclosed(circular, context)
    for place, label, said in _pairs(file):
        if label in expected:
            yield Claim(circular.number, label, place, said, expected[label])


def described_claims(file: File, context: Context) -> Iterator[Claim]:
    """What the description of a portal's article counts, in its sheet or as JSON."""
    said = _texts(json.loads(file.content)) if file.kind == "json" else _cells(file)
    for text in said:
        yield from saying_claims(text, context, "")


def _texts(said: Any) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict | list):
        for one in said.values() if isinstance(said, dict) else said:
            yield from _texts(one)


def _cells(file: File) -> Iterator[str]:
    return (cell for grid in file.tables for _, cells in grid.rows for cell in cells)


def _pairs(file: File) -> Iterator[tuple[str, str, str]]:
    """Labels with what stands by them, each with its place."""
    if file.kind == "json":
        said: Any = json.loads(file.content)
        yield "title", "标题", said.get("title") or ""
        yield from ((_DISCLOSED, label, value or "") for label, value in said.get(_DISCLOSED, {}).items())
    elif file.kind == "xlsx":
        for place, cells in (row for grid in file.tables for row in grid.rows):
            if cells[0] == _DISCLOSED:
                yield place, cells[1], cells[2]
    else:
        yield from _shown_pairs(_root(file.content))


def _shown_pairs(root: Any) -> Iterator[tuple[str, str, str]]:
    yield from ((f"第{one.sourceline}行", "标题", text_of(one)) for one in root.iter("h1"))
    for label in root.iter("dt"):
        value = label.getnext()
        if value is not None:
            yield f"第{label.sourceline}行", text_of(label), text_of(value)


def _disclosed(circular: Circular, context: Context) -> Fields:
    told = circular.disclosure
    return {
        "索引号": spelling.words(told.index_number),
        "主题分类": spelling.words(told.topic),
        "发布机构": spelling.words(context.dossier.bureau.name),
        "文号": spelling.words(circular.number),
        "公文生成日期": spelling.day(circular.date),
        "标题": spelling.words(circular.title),
        "概述": spelling.words(told.summary),
        "有效性": spelling.words(told.validity),
        "发布时间": spelling.day(told.published),
    }


def _root(content: bytes) -> Any:
    return html.document_fromstring(content, parser=PARSER)
