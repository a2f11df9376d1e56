"""A bureau's data taken apart into named things with fields, so that two states of it can be compared one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.model.change import Subject, Value, What
from generator.model.dossier import Dossier, Year
from generator.model.indicator import Composite, Single
from generator.model.plan import Category
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
from generator.model.record import Record
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
    """Everything in a dossier by its name; a name that is used twice gets a number, so that nothing is lost."""
    found: dict[Subject, Entity] = {}
    for entity in _of_dossier(dossier):
        _keep(found, entity)
    return found


def plan_entities(year: Year) -> Mapping[Subject, Entity]:
    """What a year's plan fixes: plan, categories, organisation, indicators and targets."""
    found: dict[Subject, Entity] = {}
    for entity in _of_plan(year):
        _keep(found, entity)
    return found


def _keep(found: dict[Subject, Entity], entity: Entity) -> None:
    subject, count = entity.subject, 1
    while subject in found:
        count += 1
        subject = entity.subject._replace(id=f"{entity.subject.id}#{count}")
    found[subject] = entity


def _of_dossier(dossier: Dossier) -> Iterator[Entity]:
    yield Entity(Subject(0, What.BUREAU, "bureau"), dossier.bureau)
    yield Entity(Subject(0, What.WORDS, "words"), dossier.words)
    yield Entity(Subject(0, What.POLICY, "policy"), dossier.policy)
    for page in dossier.pages:
        yield Entity(Subject(0, What.PAGE, page.file), None, {"text": _page(page)})
    for file, prose in dossier.prose.items():
        yield Entity(Subject(0, What.PROSE, file), None, {"text": _prose(prose)})
    for year in dossier.years.values():
        yield from _of_plan(year)
        yield from _of_records(year)


def _of_plan(year: Year) -> Iterator[Entity]:
    number = year.year
    yield _entity(number, What.PLAN, "plan", year.plan)
    for category in year.plan.categories:
        yield from _of_category(number, category, None)
    yield _entity(number, What.ORGANISATION, "organisation", year.organisation)
    for unit in year.organisation.units:
        yield _entity(number, What.UNIT, unit.name, unit)
    for person in year.organisation.people:
        yield _entity(number, What.PERSON, person.name, person)
    for indicator in year.indicators:
        yield from _of_indicator(number, indicator)


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
    number = year.year
    for paper in year.papers:
        yield _entity(number, What.CIRCULAR, paper.number, paper)
    for one in year.acceptances:
        yield _entity(number, What.ACCEPTANCES, f"{one.rule}：{one.words}", one)
    if year.catalogue is not None:
        yield _entity(number, What.CATALOGUE, "catalogue", year.catalogue)
    for report in year.progress:
        yield _entity(number, What.REPORT, f"{report.quarter}/{report.unit}", report)
        for row in report.rows:
            yield _entity(number, What.ROW, f"{report.quarter}/{row.target}", row, {"unit": report.unit})
    for lock in year.locks:
        yield _entity(number, What.LOCK, lock.quarter, lock)
    for erratum in year.errata:
        yield _entity(number, What.ERRATUM, f"{erratum.number:03}", erratum)
    for approval in year.approvals:
        yield _entity(number, What.APPROVAL, f"{approval.number:03}", approval)


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
