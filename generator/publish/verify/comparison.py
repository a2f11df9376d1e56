"""Compares every value that the published files show with what the data say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from lxml import etree  # type: ignore[import-untyped]  # it has no types

from generator.model.dossier import Dossier
from generator.publish.reading.files import File, UnreadableError, files_of
from generator.publish.verify.board_claims import sheet_claims
from generator.publish.verify.circular_claims import (
    circular_claims,
    described_claims,
    disclosure_claims,
    paper_of,
    roster_claims,
)
from generator.publish.verify.context import Context, Contexts
from generator.publish.verify.deadline_claims import deadline_claims
from generator.publish.verify.feed_claims import feed_claims
from generator.publish.verify.index_claims import index_claims
from generator.publish.verify.page_claims import page_claims
from generator.publish.verify.pdf_claims import pdf_claims, pdf_text
from generator.publish.verify.prose_claims import prose_claims
from generator.publish.verify.spelling import squeezed
from generator.publish.verify.table_claims import Claim, table_claims

FORMATS = ("html", "pdf", "docx", "xlsx", "csv", "json", "xml", "js")
_OF_SITE: Mapping[str, Callable[[bytes, Contexts], Iterator[Claim]]] = {
    "site/feed.xml": feed_claims,
    "site/search/search_index.js": index_claims,
}
"""What speaks of every year."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that is not what the data say: in which file, where, of what, what it should be and what stands there."""

    file: str
    place: str
    what: str
    expected: str
    found: str


@dataclass(slots=True)
class Comparison:
    """How many files and values of each format were compared, and what differs."""

    files: Counter[str] = field(default_factory=Counter)
    values: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)


def compare(folder: Path, dossier: Dossier) -> Comparison:
    """Read every file of a published folder once and compare what it shows with a public dossier."""
    compared, contexts, seen = Comparison(), Contexts(dossier), set[tuple[str, str]]()
    for file in files_of(folder):
        claims = _claims_of(file, contexts)
        if claims is None or (file.kind, file.digest) in seen:
            continue
        seen.add((file.kind, file.digest))
        kind = file.kind
        compared.files[kind] += 1
        try:
            for claim in (*claims,):
                compared.values[kind] += 1
                if not claim.true:
                    compared.differences.append(_difference(file, claim))
        except (UnreadableError, ValueError, etree.LxmlError):
            compared.differences.append(Difference(file.address, "", "整个文件", "能读", "读不了"))
    return compared


def _claims_of(file: File, contexts: Contexts) -> Iterator[Claim] | None:
    """What a file claims, if it speaks of anything that the data have."""
    if file.address in _OF_SITE:
        return _OF_SITE[file.address](file.content, contexts)
    context = contexts.of(file.address) if file.kind in FORMATS else None
    return None if context is None else _claims(file, context)


def _claims(file: File, context: Context) -> Iterator[Claim]:
    text = ""
    if file.kind == "pdf":
        pages = file.pdf.pages
        text = pdf_text(pages)
        yield from _whole(tuple(pdf_claims(pages, context)), context)
        if file.output == "board":
            yield from sheet_claims(pages, file.address, context)
    elif file.kind == "html":  # a page lists categories in tables of their own
        told = (claim for grid in file.tables for claim in table_claims(grid, context))
        yield from _whole(tuple(told), context)
    else:
        for grid in file.tables:
            yield from _whole(tuple(table_claims(grid, context)), context)
    paper = paper_of(file.address, context.facts.year)
    if file.kind == "html":
        yield from page_claims(file.content, context, prose=paper is not None)
        match PurePosixPath(file.address).stem:
            case "organisation":
                yield from roster_claims(file.content, context)
            case "deadlines":
                yield from deadline_claims(file.tables, context)
    if PurePosixPath(file.address).stem == "metadata":
        yield from described_claims(file, context)
    if paper is not None and file.kind in ("html", "json", "xlsx"):
        yield from disclosure_claims(file, paper, context)
    if paper is not None and file.kind in ("pdf", "docx", "html"):
        text = text or squeezed("".join(said for where, said in file.texts if where.endswith("文字")))
        yield from prose_claims(text, paper, context)
        yield from circular_claims(text, file.kind, paper, context)


def _whole(claims: tuple[Claim, ...], context: Context) -> Iterator[Claim]:
    """Some claims, and for each item that they leave out though they tell of most of them, one that is not true."""
    yield from claims
    met = {claim.subject for claim in claims}
    wanted = context.facts.items_of(context.subject) or context.facts.expected_items(
        context.unit, context.quarter
    )
    lacking = wanted - met
    if lacking and len(lacking) * 4 < len(wanted):
        for item in sorted(lacking):
            yield Claim(item, "text", "", "", context.facts.items[item]["text"] - {""})


def _difference(file: File, claim: Claim) -> Difference:
    expected = min(claim.expected or {""}, key=lambda one: (not one, len(one), one))
    return Difference(file.address, claim.place, f"{claim.subject} {claim.field}", expected, claim.found)


def by_what(differences: list[Difference]) -> dict[str, list[Difference]]:
    """Differences by what they are of: the same one may stand in many files."""
    found: dict[str, list[Difference]] = defaultdict(list)
    for one in differences:
        found[one.what].append(one)
    return dict(found)
