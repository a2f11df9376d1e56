"""A unit is named that the organisation does not have.

Why:
    单位名称没有登记。
    责任股室、协办股室、人员所在的单位，都要写 organisation.yml 里登记的全称，一字不差；写成简称或写错一个字，
    这一项就会从该股室的页面和报表里漏掉。

Bad:
    unit: 办公事      # 错字
    with: [人事]      # 简称

Good:
    unit: 办公室
    with: [人事股]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier, Year
from generator.model.record import Record
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up every unit that targets, people and the leading group's office name."""
    for year in dossier.years.values():
        for name, record, field, index in _named(year):
            if name not in year.units:
                yield Finding(f"没有登记叫“{name}”的单位", record.place(field, index), _hint(name, year))


def _named(year: Year) -> Iterator[tuple[str, Record, str, int | None]]:
    for item in year.items:
        yield item.unit, item, "unit", None
        for index, partner in enumerate(item.partners):
            yield partner, item, "with", index
    for person in year.organisation.people:
        if person.unit is not None:
            yield person.unit, person, "unit", None
    if year.organisation.leading_group is not None:
        office = year.organisation.leading_group.office
        yield office.unit, office, "unit", None


def _hint(name: str, year: Year) -> str:
    for unit in year.organisation.units:
        if name in unit.short:
            return f"这是简称，这里要写全称“{unit.name}”"
    return nearest(name, year.units, year.organisation.place().file)
