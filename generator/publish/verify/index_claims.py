"""What the search index claims: what each page is called, and the words by which it is found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.scalars import document_number_parts
from generator.publish.verify.context import Context, Contexts
from generator.publish.verify.page_claims import title_claims
from generator.publish.verify.prose_claims import passage_claim
from generator.publish.verify.saying_claims import saying_claims
from generator.publish.verify.spelling import NOTHING, squeezed
from generator.publish.verify.table_claims import Claim

_BEGINS, _ENDS = "var __index=", ";\n"
_SHOWN = 40
_FOUND_BY = ("text", "unit", "leader", "expected", "scoring")


class _Line(NamedTuple):
    """A page as it is found; `names` are what brings it first."""

    address: str
    title: str
    names: tuple[str, ...]
    words: str


def index_claims(content: bytes, contexts: Contexts) -> Iterator[Claim]:
    """Every claim of an index, and for each item whose page it lacks one that is not true."""
    met: set[str] = set()
    for number, line in enumerate(_lines(content), 1):
        context = contexts.of(f"site/{line.address}")
        if context is not None:
            met.add(line.address)
            yield from (claim._replace(place=f"第{number}条") for claim in _claims(line, context))
    for number, year in contexts.dossier.years.items():
        for thing in (*year.items, *year.indicators):
            if f"{number}/targets/{thing.id}.html" not in met:
                yield Claim(thing.id, "entry", "", "", frozenset({thing.id}))


def _lines(content: bytes) -> Iterator[_Line]:
    said = json.loads(content.decode("utf-8").removeprefix(_BEGINS).removesuffix(_ENDS))
    for line in said["config"]["text"].split("\n"):
        _, address, title, names, words = line.split("\t")
        yield _Line(address, title, tuple(names.split("|")), words)


def _claims(line: _Line, context: Context) -> Iterator[Claim]:
    organisation = context.facts.year.organisation
    posts = {person.name: person.post for person in organisation.people}
    units = {unit.name for unit in organisation.units}
    yield from title_claims(line.title, context, "")
    yield from _circular(line, context)
    if line.title in posts:
        yield Claim(line.title, "post", "", line.names[-1], frozenset({squeezed(posts[line.title])}))
        return
    if context.subject in context.facts.items:
        yield from _item(line, context)
        return
    name = line.names[0]
    if name in units:
        for word in line.words.split():
            yield from saying_claims(f"{name}{word}" if word.startswith("负责") else "", context, "")
        for person in organisation.people:
            if person.unit == name:
                yield passage_claim(
                    squeezed(line.words), name, person.name, squeezed(person.name + person.post)
                )
    else:
        yield from saying_claims(
            f"{name}{line.words}" if name in context.facts.groups else line.words, context, ""
        )


def _item(line: _Line, context: Context) -> Iterator[Claim]:
    """The words of an assessed item's page."""
    fields = context.facts.items[context.subject]
    for field in _FOUND_BY:
        wanted = fields.get(field, NOTHING) - NOTHING
        if wanted:
            words = squeezed(line.words)
            found = next((one for one in wanted if one in words), words[:_SHOWN])
            yield Claim(context.subject, field, "", found, wanted)


def _circular(line: _Line, context: Context) -> Iterator[Claim]:
    year = context.facts.year
    for circular in year.circulars:
        if line.address == f"{year.year}/circulars/{document_number_parts(circular.number)[2]}.html":
            title = squeezed(f"{circular.title}（{circular.number}）")
            yield Claim(circular.number, "title", "", line.title, frozenset({title}))
            summary = squeezed(circular.disclosure.summary)
            yield passage_claim(squeezed(line.words), circular.number, "summary", summary)
