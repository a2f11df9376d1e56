"""Whom changes touch: the sums of units and leaders, points that moved, pages, circulars and boards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.compute.changes.moved import Total, points_moved, totals
from generator.model.change import Change, What
from generator.model.circular import Content
from generator.model.dossier import Dossier, Year
from generator.views import change_words, phrases

_WITH_PAGES = frozenset({What.CATEGORY, What.UNIT, What.CIRCULAR, What.PAGE, What.CATALOGUE})


@dataclass(frozen=True, slots=True)
class Sum:
    """What a unit or a leader answers for, in points, before and after."""

    name: str
    before: str
    after: str
    difference: str


def sums(old: Dossier, new: Dossier, field: str) -> Iterator[Sum]:
    """The units or leaders whose points differ."""
    for number in sorted(old.years.keys() | new.years.keys()):
        for total in totals(old.years.get(number), new.years.get(number), field):
            yield Sum(total.name, _points(total.before), _points(total.after), _difference(total))


def moved(old: Dossier, new: Dossier) -> Iterator[str]:
    """Points that went from one target to another."""
    for number, year in sorted(new.years.items()):
        if number in old.years:
            differing = _differences(old.years[number], year)
            for giver, receiver, points in points_moved(differing):
                yield f"目标 {giver} 的{phrases.points(points)}分调给了目标 {receiver}"


def _differences(old: Year, new: Year) -> Mapping[str, int]:
    before = {item.id: item.points for item in old.items}
    after = {item.id: item.points for item in new.items}
    return {
        name: after[name] - before[name]
        for name in sorted(before.keys() & after.keys())
        if after[name] != before[name]
    }


def _points(hundredths: int) -> str:
    return f"{phrases.points(hundredths)}分"


def _difference(total: Total) -> str:
    more = total.after - total.before
    return f"{'+' if more > 0 else '−'}{phrases.points(abs(more))}分"


def pages(made: Iterable[Change], old: Dossier, new: Dossier) -> Iterator[str]:
    """The pages that will read otherwise, in words."""
    found: dict[str, None] = {}
    answering = [
        {(number, item.id): item.unit for number, year in dossier.years.items() for item in year.items}
        for dossier in (old, new)
    ]
    for change in made:
        subject = change.subject
        if subject.what in (What.TARGET, What.INDICATOR):
            found[f"{subject.year}年 {subject.id} 的网页"] = None
            for units in answering:
                if (subject.year, subject.id) in units:
                    found[f"{subject.year}年 {units[subject.year, subject.id]} 的网页"] = None
            found[f"{subject.year}年 目标任务总表"] = None
        elif subject.what in _WITH_PAGES:
            found[f"{change_words.named(subject).strip()} 的网页"] = None
    yield from found


def documents(made: Iterable[Change], new: Dossier) -> Iterator[str]:
    """The circulars that print the plan, and the boards."""
    years = {
        change.subject.year
        for change in made
        if change.subject.what in (What.TARGET, What.INDICATOR, What.CATEGORY)
    }
    for number in sorted(years & new.years.keys()):
        for circular in new.years[number].circulars:
            if any(annex.content is Content.TARGET_TABLE for annex in circular.annexes):
                yield f"{circular.number} 的目标考评表"
        yield f"{number}年 公示栏"
