"""A target's leader is not a person whom the organisation registers as one.

Why:
    分管领导没有登记。
    分管领导要写 organisation.yml 里登记的姓名，且该人注明 leader: yes。姓名写错，这一项就没有人分管，领导的汇总也会少一项。

Bad:
    leader: 李思       # 登记的是李四

Good:
    leader: 李四
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up every target's leader among the leaders."""
    for year in dossier.years.values():
        people = {person.name for person in year.organisation.people}
        leaders = {person.name for person in year.organisation.people if person.leader}
        where = year.organisation.place().file
        for item in year.items:
            if item.leader in leaders:
                continue
            if item.leader in people:
                message = f"“{item.leader}”没有登记为分管领导"
                hint = f"确是分管领导的，在 {where} 此人之下写 leader: yes"
            else:
                message = f"没有登记叫“{item.leader}”的分管领导"
                hint = nearest(item.leader, leaders, where)
            yield Finding(message, item.place("leader"), hint)
