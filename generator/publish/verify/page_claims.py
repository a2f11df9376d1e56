"""What a page claims beside its tables: labels with their values, lists of what was reported, headings with figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from lxml import html  # type: ignore[import-untyped]  # it has no types

from generator.publish.reading.page import PARSER
from generator.publish.reading.tables import text_of
from generator.publish.verify.board_claims import bulletin_claims
from generator.publish.verify.change_claims import change_claims
from generator.publish.verify.chart_claims import drawing_claims
from generator.publish.verify.context import Context
from generator.publish.verify.facts import Fields
from generator.publish.verify.heading_claims import heading_claims
from generator.publish.verify.labels import CARD_LABELS
from generator.publish.verify.saying_claims import saying_claims
from generator.publish.verify.spelling import squeezed
from generator.publish.verify.table_claims import Claim, without_sign

_TITLE = re.compile(r"(?P<id>[A-Z]{1,3}[0-9]{2}(?:-[0-9]+)?) (?P<text>.+)")


def page_claims(content: bytes, context: Context, *, prose: bool = False) -> Iterator[Claim]:
    """Every claim of a page beside its tables, and without the sums of a document's `prose`."""
    root = html.document_fromstring(content, parser=PARSER)
    yield from _titles(root, context)
    for label in root.iter("dt"):
        value = label.getnext()
        if value is not None and value.tag == "dd":
            subject, quarter = _subject(label, context)
            name = squeezed("".join(text for text in (label.text or "",) if text))
            yield from _labelled(
                name, text_of(value), _fields(subject, quarter, context), subject, label.sourceline
            )
    for entry in root.iter("li"):
        yield from _entry(entry, context)
    yield from heading_claims(root, context)
    for drawing in root.iter("svg"):
        yield from drawing_claims(drawing, context)
    for paragraph in root.iter("p"):
        said, place = text_of(paragraph), f"第{paragraph.sourceline}行"
        yield from change_claims(said, context, place)
        yield from saying_claims(said, context, place) if not prose else ()
    if context.bulletin is not None:
        yield from bulletin_claims(root, context.bulletin, context)


def title_claims(title: str, context: Context, place: str) -> Iterator[Claim]:
    """What the title of an item's page claims: its id, and what it promises, as far as there is room."""
    told, fields = _TITLE.fullmatch(title), context.facts.items.get(context.subject, {})
    if told and fields:
        yield Claim(context.subject, "id", place, told["id"], fields["id"])
        wanted = fields.get("text") or fields["name"]
        said = told["text"].rstrip("…")
        known = wanted | fields.get("indicator_name", frozenset()) | fields.get("name", frozenset())
        yield Claim(
            context.subject, "text", place, said, frozenset(one[: len(squeezed(said))] for one in known)
        )


def _titles(root: Any, context: Context) -> Iterator[Claim]:
    for tag in root.iter("meta"):
        if tag.get("name") == "description":
            yield from saying_claims(tag.get("content", ""), context, f"第{tag.sourceline}行")
        if tag.get("name") == "ArticleTitle":
            yield from title_claims(tag.get("content", ""), context, f"第{tag.sourceline}行")


def _entry(entry: Any, context: Context) -> Iterator[Claim]:
    """An entry of a list that names an item or a quarter: its state, its figures, its promise."""
    subject, quarter = _subject(entry, context)
    fields = _fields(subject, quarter, context)
    if "state" not in fields:
        return
    states = {state.name for state in context.facts.year.plan.states}
    for paragraph in entry.findall("p"):
        for part in re.split(r"·|(?<=）)|(?=<)", _with_breaks(paragraph)):
            said = squeezed(part)
            label, _, words = part.strip().partition(" ")
            if without_sign(said) in states:
                yield Claim(
                    subject, "state", f"第{paragraph.sourceline}行", without_sign(said), fields["state"]
                )
            elif label in context.facts.labels and words:
                yield from _labelled(label, words, fields, subject, paragraph.sourceline)
            elif re.fullmatch(r"(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日前", said):
                yield Claim(subject, "deadline", f"第{paragraph.sourceline}行", said, fields["deadline"])


def _with_breaks(paragraph: Any) -> str:
    """What a paragraph shows, with a mark between its elements."""
    return "·".join(filter(None, (paragraph.text, *(text_of(child) for child in paragraph))))


def _labelled(label: str, said: str, fields: Fields, subject: str, line: int) -> Iterator[Claim]:
    field = CARD_LABELS.get(label, "")
    if field in fields:
        yield Claim(subject, field, f"第{line}行", said, fields[field])


def _subject(element: Any, context: Context) -> tuple[str, str]:
    """What is spoken of: what the entry around an element links to first, else what the page is of."""
    subject, quarter = context.subject, context.quarter
    around = next((one for one in (element, *element.iterancestors()) if one.tag == "li"), None)
    for link in around.iter("a") if around is not None else ():
        stem = PurePosixPath(link.get("href", "").partition("#")[0]).stem
        if stem in context.facts.items:
            return stem, quarter
        if stem in {one.id for one in context.facts.year.plan.quarters}:
            return subject, stem
    return subject, quarter if around is not None else ""


def _fields(subject: str, quarter: str, context: Context) -> Fields:
    facts = context.facts
    return {**facts.items.get(subject, {}), **(facts.reported(subject, quarter) if quarter else {})}
