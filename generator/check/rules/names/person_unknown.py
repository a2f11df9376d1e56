"""A target's responsible person is not registered in the organisation.

Why:
    直接责任人没有登记。
    直接责任人要写 organisation.yml 里登记的姓名；写错一个字，责任就落不到人。

Bad:
    person: 王武       # 登记的是王五

Good:
    person: 王五
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up every target's responsible person."""
    for year in dossier.years.values():
        people = {person.name for person in year.organisation.people}
        for item in year.items:
            if item.person is not None and item.person not in people:
                hint = nearest(item.person, people, year.organisation.place().file)
                yield Finding(f"没有登记叫“{item.person}”的人员", item.place("person"), hint)
