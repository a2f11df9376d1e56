"""Cards for small frames: what each unit answers for, a page or more to itself, each item on a card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compute.bulletins import Bulletin
from generator.compute.progress import Progress, progress
from generator.model.dossier import Dossier, Year
from generator.model.indicator import AssessedItem
from generator.model.plan import Quarter
from generator.model.progress import BEHIND
from generator.views import phrases
from generator.views.boards.facts import Facts, facts, in_print, matter, sample_notice
from generator.views.filled_form import state_counts
from generator.views.progress import progress_line
from generator.views.tallies import Group, by_unit


@dataclass(frozen=True, slots=True)
class Card:
    """One item: its id, where it stands (sign and word; empty in the plan), and what is to be done.

    `facts` are short, `told` is longer; each has its name.
    """

    id: str
    state: str
    alert: bool
    text: str
    facts: tuple[tuple[str, str], ...]
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class UnitCards:
    """The cards of one unit, under its name and a sentence that sums them up."""

    unit: str
    lead: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of one bulletin by unit. `notice` is as a poster's."""

    key: str
    bureau: str
    title: str
    units: tuple[UnitCards, ...]
    notice: str
    facts: Facts


def cards(dossier: Dossier, bulletin: Bulletin, site: str, *, draft: bool) -> Cards:
    """The cards of the plan or of a quarter; `site` is the website's address, or empty."""
    year, quarter = bulletin.year, bulletin.quarter
    return Cards(
        key=bulletin.key,
        bureau=dossier.bureau.name,
        title=matter(bulletin),
        units=tuple(_of_quarter(year, quarter) if quarter else _of_plan(year)),
        notice=sample_notice(bulletin),
        facts=facts(dossier, bulletin, site, draft=draft),
    )


def _of_plan(year: Year) -> Iterator[UnitCards]:
    for group in by_unit(year):
        points = phrases.points(sum(item.points for item in group.items))
        lead = f"负责{len(group.items)}项，共{points}分。"
        yield UnitCards(group.name, lead, tuple(_promise(year, item) for item in group.items))


def _promise(year: Year, item: AssessedItem) -> Card:
    points = ("分值", f"{phrases.points(item.points)}分")
    return Card(
        id=item.id,
        state="",
        alert=False,
        text=item.text,
        facts=(*_goal(year, item), points, ("分管领导", item.leader)),
        told=(("计分办法", item.scoring),),
    )


def _of_quarter(year: Year, quarter: Quarter) -> Iterator[UnitCards]:
    reported = progress(year)
    for group in by_unit(year, quarter.id):
        lead = f"{state_counts(year, reported, quarter, group.items)}。"
        yield UnitCards(group.name, lead, tuple(_standings(year, reported, quarter, group)))


def _standings(year: Year, reported: Progress, quarter: Quarter, group: Group) -> Iterator[Card]:
    for item in group.items:
        line = progress_line(year, item, reported.of(quarter.id, item.id))
        told = (("完成情况", line.work), ("原因", line.cause), ("整改", line.remedy))
        yield Card(
            id=item.id,
            state=in_print(line.state),
            alert=line.state.key == BEHIND,
            text=item.text,
            facts=(*_goal(year, item), ("累计完成", line.reached)),
            told=tuple((name, words) for name, words in told if words),
        )


def _goal(year: Year, item: AssessedItem) -> tuple[tuple[str, str], ...]:
    due = item.deadline
    day = phrases.day_in_year(due) if due.year == year.year else phrases.day(due)
    return ("目标值", phrases.goal(item.goal, year.year)), ("完成时限", day)
