"""What prose may say of a quarter: how many items there are in which state, as counts and as shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from generator.compute.progress import progress
from generator.compute.tally import UNREPORTED, tally
from generator.model.dossier import Year


class ProgressBlock(Enum):
    """What stands as a block of its own: tables of states by category and by unit, points earned, the items that are behind, those that lost points."""

    BY_CATEGORY = "by_category"
    BY_UNIT = "by_unit"
    SCORES = "scores"
    BEHIND = "behind"
    DEDUCTED = "deducted"


def progress_words(year: Year) -> Iterator[tuple[str, str]]:
    """The words of each quarter, such as `progress.q2.states.behind`, with what they say."""
    known, items = progress(year), tuple(year.items)
    for quarter in year.plan.quarters:
        counts, opening = tally(known, quarter.id, items), f"progress.{quarter.id}"
        units = {report.unit for report in year.progress if report.quarter == quarter.id}
        yield f"{opening}.items", str(len(items))
        yield f"{opening}.units", str(len(units))
        yield f"{opening}.unreported", str(counts.get(UNREPORTED, 0))
        for state in year.plan.states:
            count = counts.get(state.id, 0)
            yield f"{opening}.states.{state.id}", str(count)
            yield f"{opening}.shares.{state.id}", share(count, len(items))


def progress_blocks(year: Year) -> Mapping[str, tuple[str, ProgressBlock]]:
    """The blocks of each quarter by their path, such as `progress.q2.by_unit`: the quarter's id and what to print."""
    return {
        f"progress.{quarter.id}.{block.value}": (quarter.id, block)
        for quarter in year.plan.quarters
        for block in ProgressBlock
    }


def share(part: int, whole: int) -> str:
    """A percentage, rounded half up to one decimal place: 5 of 8 is 62.5%; of nothing, it is 0.0%."""
    percent = Decimal(100 * part) / whole if whole else Decimal(0)
    return f"{percent.quantize(Decimal('0.1'), ROUND_HALF_UP)}%"
