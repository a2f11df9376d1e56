"""A name, a code or a document number is registered twice.

Why:
    同一个名称或代号登记了两次。
    名称、代号、地址名、文号都靠它找到唯一的一个单位、人员、分类或文件；有两个就不知道指哪一个。
    同名的两个人，在姓名后加以区别，如“张三（办公室）”。

Bad:
    units:
      - name: 办公室
        slug: office
      - name: 人事股
        slug: office

Good:
    units:
      - name: 办公室
        slug: office
      - name: 人事股
        slug: personnel
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier, Year
from generator.model.record import Record
from generator.problem import Level, Place

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look through every register for what it holds twice."""
    yield from _twice("文号", _fields(dossier.words.documents, "number"))
    yield from _twice("名称", _fields(dossier.words.names, "name"))
    for year in dossier.years.values():
        yield from _of_organisation(year)
        yield from _of_plan(year)
        yield from _twice("文号", _fields(year.papers, "number"))


def _of_organisation(year: Year) -> Iterator[Finding]:
    organisation = year.organisation
    yield from _twice("单位类别代号", _fields(organisation.kinds, "id"))
    yield from _twice("单位类别", _fields(organisation.kinds, "name"))
    yield from _twice("单位名称", _unit_names(year))
    yield from _twice("单位地址名", _fields(organisation.units, "slug"))
    yield from _twice("人员姓名", _fields(organisation.people, "name"))


def _of_plan(year: Year) -> Iterator[Finding]:
    plan = year.plan
    yield from _twice("分类代号", _fields(plan.walk(), "id"))
    yield from _twice("分类名称", _fields(plan.walk(), "name"))
    yield from _twice("季度代号", _fields(plan.quarters, "id"))
    yield from _twice("季度名称", _fields(plan.quarters, "name"))
    yield from _twice("进度状态代号", _fields(plan.states, "id"))
    yield from _twice("进度状态", _fields(plan.states, "name"))
    if plan.grades is not None:
        yield from _twice("等次", _fields(plan.grades.scale, "name"))


def _unit_names(year: Year) -> Iterator[tuple[str, Place]]:
    for unit in year.organisation.units:
        yield unit.name, unit.place("name")
        for index, short in enumerate(unit.short):
            yield short, unit.place("short", index)


def _fields(records: Iterable[Record], field: str) -> Iterator[tuple[str, Place]]:
    return ((getattr(record, field), record.place(field)) for record in records)


def _twice(what: str, named: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for name, place in named:
        if name in first:
            before = first[name]
            yield Finding(
                f"{what}“{name}”登记了两次，前一次在 {before.file}:{before.line}", place, "改名，或删去一处"
            )
        else:
            first[name] = place
