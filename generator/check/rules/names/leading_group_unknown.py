"""The leading group or its office names somebody who is not registered.

Why:
    领导小组成员没有登记。
    领导小组和它的办公室只写姓名，职务从 organisation.yml 的人员名单取；名单里没有的人，印出来就没有职务。

Bad:
    leading_group:
      head: 张叁       # 登记的是张三

Good:
    leading_group:
      head: 张三
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.organisation import LeadingGroup
from generator.problem import Level, Place

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up everybody in the leading group and its office."""
    for year in dossier.years.values():
        organisation = year.organisation
        if organisation.leading_group is None:
            continue
        people = {person.name for person in organisation.people}
        for name, place in _named(organisation.leading_group):
            if name not in people:
                hint = nearest(name, people, organisation.place().file)
                yield Finding(f"领导小组里的“{name}”不在人员名单里", place, hint)


def _named(group: LeadingGroup) -> Iterator[tuple[str, Place]]:
    yield group.head, group.place("head")
    for index, name in enumerate(group.deputies):
        yield name, group.place("deputies", index)
    for index, name in enumerate(group.members):
        yield name, group.place("members", index)
    yield group.office.director, group.office.place("director")
    for index, name in enumerate(group.office.members):
        yield name, group.office.place("members", index)
