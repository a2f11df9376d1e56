"""序时进度: how far an item should be at the end of a quarter, and what its figures say of its state.

A quantity is spread evenly over the quarters up to its deadline, unless the item's own milestones say how much is
due when. A rate, or a limit that is not to be passed, holds at any time; but a rate with a deadline within the year is
due then. What is done or not is due in the quarter of its deadline.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.model.dossier import Year
from generator.model.figures import figures
from generator.model.goal import AtLeast, AtMost, Exactly, Rate
from generator.model.indicator import AssessedItem
from generator.model.plan import Plan
from generator.model.progress import AHEAD, BEHIND, COMPLETED, NOT_STARTED, ON_SCHEDULE, ProgressRow

_NOTHING = Decimal(0)


def quarter_of(plan: Plan, day: date) -> int:
    """The place of the quarter in which a day falls, from 0; the last quarter for what falls after it."""
    ends = [quarter.ends for quarter in plan.quarters]
    return next((place for place, end in enumerate(ends) if day <= end), len(ends) - 1)


def due(year: Year, item: AssessedItem, quarter: int) -> Decimal | None:
    """What an item's figure should have reached at the end of a quarter, counted from 0, in the unit of its goal.

    None where no figure tells: the goal is done or not, or the milestone then due names no quantity.
    """
    goal = item.goal
    match goal:
        case AtMost():
            return goal.at_most
        case AtLeast() | Exactly() | Rate():
            return _due(year, item, quarter)
        case _:
            return None


def state_by_figures(year: Year, item: AssessedItem, quarter: int, row: ProgressRow) -> str | None:
    """The state that a row's own figures tell, by its id; None where they leave it open."""
    last = quarter >= quarter_of(year.plan, item.deadline)
    wanted = due(year, item, quarter)
    match item.goal, row.cumulative:
        case ((AtLeast() | Exactly() | Rate() | AtMost()), None):
            return None
        case AtMost(at_most=most), Decimal() as value:
            return BEHIND if value > most else COMPLETED if last else ON_SCHEDULE
        case Rate(rate=rate), Decimal() as value:
            return _of_rate(value, rate, wanted, last=last)
        case ((AtLeast() | Exactly()), Decimal() as value):
            return _of_quantity(value, target_quantity(item), wanted)
        case _:
            return COMPLETED if row.done_on else BEHIND if last else None


def target_quantity(item: AssessedItem) -> Decimal | None:
    """The quantity of an item's goal, in its unit; None for what is done or not."""
    match item.goal:
        case (
            AtLeast(at_least=quantity)
            | Exactly(exactly=quantity)
            | AtMost(at_most=quantity)
            | Rate(rate=quantity)
        ):
            return quantity
        case _:
            return None


def _of_rate(value: Decimal, rate: Decimal, wanted: Decimal | None, *, last: bool) -> str | None:
    if last:
        return COMPLETED if value >= rate else BEHIND
    if wanted is None:
        return None
    if value < wanted:
        return BEHIND
    return ON_SCHEDULE if value else NOT_STARTED


def _of_quantity(value: Decimal, quantity: Decimal | None, wanted: Decimal | None) -> str | None:
    if quantity is not None and value >= quantity:
        return COMPLETED
    if wanted is None:
        return None
    if value < wanted:
        return BEHIND
    if value > wanted:
        return AHEAD
    return ON_SCHEDULE if value else NOT_STARTED


def _due(year: Year, item: AssessedItem, quarter: int) -> Decimal | None:
    quantity = target_quantity(item) or _NOTHING
    last = quarter_of(year.plan, item.deadline)
    if quarter >= last:
        return quantity
    if item.milestones:
        return _by_milestones(year, item, quarter)
    if isinstance(item.goal, Rate):
        return quantity if item.deadline >= year.plan.quarters[-1].ends else _NOTHING
    return quantity * (quarter + 1) / (last + 1)


def _by_milestones(year: Year, item: AssessedItem, quarter: int) -> Decimal | None:
    """What the newest milestone up to a quarter names; nothing is due before the first."""
    reached = [one.id for one in year.plan.quarters[: quarter + 1] if one.id in item.milestones]
    if not reached:
        return _NOTHING
    unit = getattr(item.goal, "unit", "")
    for figure in figures(item.milestones[reached[-1]]):
        if figure.percent if isinstance(item.goal, Rate) else figure.after.startswith(unit):
            return figure.value
    return None
