"""Every text that a proof-reader reads, and a quick search through all of them at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.check.passages import Passage
from generator.model.circular import Circular
from generator.model.dossier import Dossier, Year
from generator.model.organisation import Organisation
from generator.model.plan import Plan
from generator.model.prose import Heading, Paragraph, Prose, Table
from generator.model.record import Record
from generator.model.words import Words


class Hit(NamedTuple):
    """What a search found in a passage; `start` and `end` are offsets within it."""

    passage: Passage
    match: re.Match[str]
    start: int
    end: int

    def span(self, group: str) -> tuple[int, int]:
        """Where a group of the match begins and ends within the passage."""
        shift = self.start - self.match.start()
        return self.match.start(group) + shift, self.match.end(group) + shift


@dataclass(frozen=True)
class Corpus:
    """Passages, searched as one text with a line for each: a rule costs one search, however many they are."""

    passages: tuple[Passage, ...]

    @cached_property
    def text(self) -> str:
        """All passages, one a line."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(passage.text) + 1 for passage in self.passages), initial=0))

    def find(self, pattern: re.Pattern[str]) -> Iterator[Hit]:
        """Every match of a pattern. The pattern must not match a line end."""
        for match in pattern.finditer(self.text):
            index = bisect_right(self._starts, match.start()) - 1
            start = match.start() - self._starts[index]
            yield Hit(self.passages[index], match, start, start + len(match.group()))


def corpus(dossier: Dossier) -> Corpus:
    """All texts of a dossier: prose and hand-written pages, circulars, plan, organisation, targets, register of names."""
    return _corpus(_Same(dossier))


def prose_passages(prose: Prose) -> Iterator[Passage]:
    """The passages of one prose file: headings, paragraphs and table cells, in reading order."""
    for block in prose.blocks:
        match block:
            case Heading():
                yield Passage.of_prose(block.inlines)
            case Paragraph():
                yield Passage.of_prose((*block.run_in, *block.inlines))
            case Table():
                for row in (block.head, *block.rows):
                    yield from (Passage.of_prose(cell) for cell in row if cell)


@dataclass(frozen=True, eq=False)
class _Same:
    """A dossier as a key: it equals itself alone."""

    dossier: Dossier

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.dossier is other.dossier

    def __hash__(self) -> int:
        return id(self.dossier)


@lru_cache(maxsize=1)
def _corpus(same: _Same) -> Corpus:
    """Keep the last one, since every text rule of a run asks for it."""
    return Corpus(tuple(passage for passage in _passages(same.dossier) if passage.text))


def _passages(dossier: Dossier) -> Iterator[Passage]:
    for prose in dossier.prose.values():
        yield from prose_passages(prose)
    for page in dossier.pages:
        yield from map(Passage.of_prose, page.passages)
    yield from _of_words(dossier.words)
    for year in dossier.years.values():
        yield from _of_plan(year.plan)
        yield from _of_organisation(year.organisation)
        for circular in year.papers:
            yield from _of_circular(circular)
        yield from _of_indicators(year)


def _of_words(words: Words) -> Iterator[Passage]:
    for document in words.documents:
        yield Passage.of_value(document.title, document, "title", cited=True)
    for name in words.names:
        yield from _values(name, "name")


def _of_plan(plan: Plan) -> Iterator[Passage]:
    yield from _values(plan, "title")
    for category in plan.walk():
        yield from _values(category, "name", "note")


def _of_organisation(organisation: Organisation) -> Iterator[Passage]:
    for unit in organisation.units:
        yield from _values(unit, "name", "duties")
    for person in organisation.people:
        yield from _values(person, "post")
    if organisation.leading_group is not None:
        yield from _values(organisation.leading_group, "name")
        yield from _values(organisation.leading_group.office, "duty")


def _of_circular(circular: Circular) -> Iterator[Passage]:
    yield from _values(circular, "mark", "title", "to", "signature", "cc")
    if circular.enclosure is not None:
        yield from _values(circular.enclosure, "title")
    for annex in circular.annexes:
        yield from _values(annex, "title")
    yield from _values(circular.printing, "body")
    yield from _values(circular.disclosure, "topic", "method", "validity", "summary")


def _of_indicators(year: Year) -> Iterator[Passage]:
    for indicator in year.indicators:
        yield from _values(indicator, "name", "source")
        for item in indicator.items:
            yield from _values(item, "text", "expected", "scoring", "evidence", "milestones")


def _values(record: Record, *fields: str) -> Iterator[Passage]:
    """The texts that some fields of a record hold, be it one text, a list of them, or several by key."""
    for field in fields:
        value = getattr(record, field)
        if isinstance(value, str):
            yield Passage.of_value(value, record, field)
        elif isinstance(value, Mapping):
            for key, text in value.items():
                yield Passage.of_value(text, record, field, key)
        elif value is not None:
            for index, text in enumerate(value):
                yield Passage.of_value(text, record, field, index)
