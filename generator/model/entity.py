"""A bureau's data taken apart into named things with fields, so that two states of it can be compared one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.model.approval import Approval
from generator.model.bureau import Bureau
from generator.model.catalogue import Catalogue
from generator.model.change import Subject, Value, What
from generator.model.circular import Acceptance, Acceptances, Circular
from generator.model.dossier import Dossier, Year
from generator.model.indicator import Composite, Single
from generator.model.organisation import Organisation
from generator.model.plan import Category, Plan
from generator.model.policy import Policy
from generator.model.posting import Posting
from generator.model.privacy import Privacy
from generator.model.progress import Erratum, Lock, QuarterlyReport
from generator.model.prose import (
    DataBlock,
    DataWord,
    HandwrittenPage,
    Heading,
    Inline,
    Paragraph,
    Prose,
    Table,
)
from generator.model.publication import Clearance, Publication
from generator.model.record import Record
from generator.model.summary import Summary
from generator.model.words import Words
from generator.problem import Place

_NAME = {
    What.CATEGORY: frozenset({"id"}),
    What.UNIT: frozenset({"name"}),
    What.PERSON: frozenset({"name"}),
    What.INDICATOR: frozenset({"id"}),
    What.TARGET: frozenset({"id"}),
    What.CIRCULAR: frozenset({"number"}),
    What.ROW: frozenset({"target"}),
    What.LOCK: frozenset({"quarter"}),
    What.ERRATUM: frozenset({"number"}),
    What.APPROVAL: frozenset({"number"}),
    What.PUBLICATION: frozenset({"number"}),
    What.CLEARANCE: frozenset({"number"}),
    What.POSTING: frozenset({"number"}),
}
"""The field that is the thing's own name."""
_INDICATOR_FIELDS = frozenset({"name", "category", "source", "sample"})
_HELD = {
    What.PLAN: frozenset({"categories"}),
    What.CATEGORY: frozenset({"categories"}),
    What.ORGANISATION: frozenset({"units", "people"}),
    What.INDICATOR: frozenset({"targets"}),
    What.REPORT: frozenset({"rows"}),
}
"""Fields that hold other things, which are named by themselves."""
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Entity:
    """One named thing: the record it was read as, where its fields stand there, and what it belongs to."""

    subject: Subject
    record: Record | None
    belongs: Mapping[str, Value] = field(default_factory=dict)
    only: frozenset[str] | None = None
    without: frozenset[str] = frozenset()

    @cached_property
    def fields(self) -> Mapping[str, Value]:
        """Its fields as one writes them."""
        return dict(self.belongs) | self._dumped()

    def _dumped(self) -> dict[str, Any]:
        if self.record is None:
            return {}
        return self.record.model_dump(
            mode="json",
            by_alias=True,
            include=set(self.only) if self.only else None,
            exclude=set(self.without),
        )

    def place(self, name: str | None = None) -> Place:
        """Where the thing, or one of its fields, is written."""
        if self.record is None:
            return Place(self.subject.id)
        return self.record.place(name)


def entities(dossier: Dossier) -> Mapping[Subject, Entity]:
    """Everything in a dossier by its name."""
    return by_name(_of_dossier(dossier))


def plan_entities(year: Year) -> Mapping[Subject, Entity]:
    """What a year's plan fixes: plan, categories, organisation, indicators and targets."""
    return by_name(_of_plan(year))


def by_name(things: Iterable[Entity]) -> Mapping[Subject, Entity]:
    """Things by their names; a name that is used twice gets a number, so that nothing is lost."""
    found: dict[Subject, Entity] = {}
    for entity in things:
        subject, count = entity.subject, 1
        while subject in found:
            count += 1
            subject = entity.subject._replace(id=f"{entity.subject.id}#{count}")
        found[subject] = entity
    return found


def entities_of(year: int, record: Record) -> Iterator[Entity]:
    """The things that one record of a year (0: of the bureau itself) holds, as its file has them."""
    match record:
        case Plan():
            yield _entity(year, What.PLAN, "plan", record)
            for category in record.categories:
                yield from _of_category(year, category, None)
        case Organisation():
            yield _entity(year, What.ORGANISATION, "organisation", record)
            for unit in record.units:
                yield _entity(year, What.UNIT, unit.name, unit)
            for person in record.people:
                yield _entity(year, What.PERSON, person.name, person)
        case Composite() | Single():
            yield from _of_indicator(year, record)
        case Acceptances():
            for one in record.accepted:
                yield from entities_of(year, one)
        case QuarterlyReport():
            yield _entity(year, What.REPORT, f"{record.quarter}/{record.unit}", record)
            for row in record.rows:
                yield _entity(year, What.ROW, f"{record.quarter}/{row.target}", row, {"unit": record.unit})
        case _:
            what, name = _NAMED[type(record)]
            yield _entity(year, what, name(record), record)


_NAMED: Mapping[type[Record], tuple[What, Callable[[Any], str]]] = {
    Bureau: (What.BUREAU, lambda _: "bureau"),
    Words: (What.WORDS, lambda _: "words"),
    Policy: (What.POLICY, lambda _: "policy"),
    Privacy: (What.PRIVACY, lambda _: "privacy"),
    Circular: (What.CIRCULAR, lambda paper: paper.number),
    Summary: (What.CIRCULAR, lambda paper: paper.number),
    Acceptance: (What.ACCEPTANCES, lambda one: f"{one.rule}：{one.words}"),
    Catalogue: (What.CATALOGUE, lambda _: "catalogue"),
    Lock: (What.LOCK, lambda lock: lock.quarter),
    Erratum: (What.ERRATUM, lambda erratum: f"{erratum.number:03}"),
    Approval: (What.APPROVAL, lambda approval: f"{approval.number:03}"),
    Publication: (What.PUBLICATION, lambda publication: f"{publication.number:03}"),
    Clearance: (What.CLEARANCE, lambda clearance: f"{clearance.number:03}"),
    Posting: (What.POSTING, lambda posting: f"{posting.number:03}"),
}
"""The kinds of record that are one thing, and what each is called."""


def _of_dossier(dossier: Dossier) -> Iterator[Entity]:
    for record in (dossier.bureau, dossier.words, dossier.policy, dossier.privacy):
        yield from entities_of(0, record)
    for page in dossier.pages:
        yield Entity(Subject(0, What.PAGE, page.file), None, {"text": _page(page)})
    for file, prose in dossier.prose.items():
        yield Entity(Subject(0, What.PROSE, file), None, {"text": _prose(prose)})
    for year in dossier.years.values():
        yield from _of_plan(year)
        yield from _of_records(year)


def _of_plan(year: Year) -> Iterator[Entity]:
    for record in (year.plan, year.organisation, *year.indicators):
        yield from entities_of(year.year, record)


def _of_category(year: int, category: Category, parent: str | None) -> Iterator[Entity]:
    yield _entity(year, What.CATEGORY, category.id, category, {"parent": parent})
    for inner in category.categories:
        yield from _of_category(year, inner, category.id)


def _of_indicator(year: int, indicator: Composite | Single) -> Iterator[Entity]:
    subject = Subject(year, What.INDICATOR, indicator.id)
    if isinstance(indicator, Composite):
        yield _entity(year, What.INDICATOR, indicator.id, indicator, {"assessed": "targets"})
        for target in indicator.targets:
            yield _entity(year, What.TARGET, target.id, target, {"indicator": indicator.id})
    else:
        yield Entity(subject, indicator, {"assessed": "itself"}, only=_INDICATOR_FIELDS)
        yield Entity(
            subject._replace(what=What.TARGET),
            indicator,
            {"indicator": indicator.id},
            without=_INDICATOR_FIELDS | _NAME[What.TARGET],
        )


def _of_records(year: Year) -> Iterator[Entity]:
    catalogue = (year.catalogue,) if year.catalogue is not None else ()
    for record in (
        *(*year.papers, *year.acceptances, *catalogue),
        *(*year.progress, *year.locks, *year.errata, *year.approvals),
        *(*year.publications, *year.clearances, *year.postings),
    ):
        yield from entities_of(year.year, record)


def _entity(
    year: int, what: What, name: str, record: Record, belongs: Mapping[str, Value] | None = None
) -> Entity:
    return Entity(
        Subject(year, what, name),
        record,
        belongs or {},
        without=_HELD.get(what, _NOTHING) | _NAME.get(what, _NOTHING),
    )


def _page(page: HandwrittenPage) -> list[str]:
    return [_line(passage) for passage in page.passages]


def _prose(prose: Prose) -> list[str]:
    """The blocks of a prose file, each as one line of text; data words as they are written."""
    lines: list[str] = []
    for block in prose.blocks:
        match block:
            case Heading():
                lines.append("#" * block.level + " " + _line(block.inlines))
            case Paragraph():
                lines.append(_line(block.run_in) + _line(block.inlines))
            case DataBlock():
                lines.append(f"{{{{ {block.path} }}}}")
            case Table():
                lines += ["｜".join(map(_line, row)) for row in (block.head, *block.rows)]
    return lines


def _line(inlines: tuple[Inline, ...]) -> str:
    return "".join(
        f"{{{{ {inline.path} }}}}" if isinstance(inline, DataWord) else inline.text for inline in inlines
    )
