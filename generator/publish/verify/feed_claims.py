"""What the feed claims: which circular, quarter and correction was published when, and what each says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it has no types

from generator.model.dossier import Dossier
from generator.model.scalars import document_number_parts
from generator.publish.verify import spelling
from generator.publish.verify.context import Contexts
from generator.publish.verify.facts import Fields
from generator.publish.verify.saying_claims import saying_claims
from generator.publish.verify.spelling import squeezed
from generator.publish.verify.table_claims import Claim

_ATOM = "{http://www.w3.org/2005/Atom}"
_PAGE = re.compile(r"[0-9]{4}/(?:circulars|progress|targets)/[^/]+\.html\Z")
_CORRECTION = re.compile(r"由“(?P<was>.*?)”更正为“(?P<now>.*?)”。(?P<reason>.*)")


def feed_claims(content: bytes, contexts: Contexts) -> Iterator[Claim]:
    """Every claim of a feed's entries, and for each entry that it lacks one that is not true."""
    expected, met = _expected(contexts.dossier), set[str]()
    for entry in etree.fromstring(content).iter(f"{_ATOM}entry"):
        page = _PAGE.search(entry.find(f"{_ATOM}link").get("href", ""))
        address = page.group() if page else ""
        met.add(address)
        for field, said in _said(entry):
            if field in expected.get(address, {}):
                yield Claim(address, field, f"第{entry.sourceline}行", said, expected[address][field])
        context = contexts.of(f"site/{address}")
        if context is not None:
            summary = entry.findtext(f"{_ATOM}summary", "")
            yield from saying_claims(summary, context, f"第{entry.sourceline}行")
    for address in sorted(expected.keys() - met):
        yield Claim(address, "entry", "", "", frozenset({address}))


def _said(entry: Any) -> Iterator[tuple[str, str]]:
    """What an entry says, field by field; of a quarter the title begins with which it is."""
    title, summary = (entry.findtext(f"{_ATOM}{name}", "") for name in ("title", "summary"))
    yield "title", title
    yield "quarter", title.removesuffix("目标落实情况")
    yield "day", entry.findtext(f"{_ATOM}updated", "").partition("T")[0]
    yield "summary", summary
    corrected = _CORRECTION.fullmatch(squeezed(summary))
    if corrected is not None:
        yield from corrected.groupdict().items()


def _expected(dossier: Dossier) -> Mapping[str, Fields]:
    """What each entry must say, by the page that it leads to."""
    entries: dict[str, Fields] = {}
    for number, year in dossier.years.items():
        for circular in year.circulars:
            serial = document_number_parts(circular.number)[2]
            entries[f"{number}/circulars/{serial}.html"] = {
                "title": spelling.words(f"{circular.title}（{circular.number}）"),
                "day": spelling.day(circular.disclosure.published or circular.date),
                "summary": spelling.words(circular.disclosure.summary),
            }
        for quarter in year.plan.quarters:
            days = [report.reported for report in year.progress if report.quarter == quarter.id]
            if days:
                entries[f"{number}/progress/{quarter.id}.html"] = {
                    "quarter": spelling.words(f"{number}年{quarter.name}"),
                    "day": spelling.day(max(days)),
                }
        for one in year.errata:
            page = f"{number}/targets/{one.target}.html"
            known = entries.get(page, {})
            told = {
                "was": spelling.words(one.was),
                "now": spelling.words(one.now),
                "reason": spelling.words(one.reason),
                "day": spelling.day(one.date),
            }
            entries[page] = {field: words | known.get(field, frozenset()) for field, words in told.items()}
    return entries
