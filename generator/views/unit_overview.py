"""How a unit's items stood at the end of each quarter, as a picture to take in at a glance."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compute.progress import Progress
from generator.compute.tally import UNREPORTED
from generator.model.dossier import Year
from generator.model.organisation import Unit
from generator.views.charts import Overview, OverviewRow, Sign
from generator.views.progress import quarters_reported
from generator.views.states import states


def unit_overview(year: Year, unit: Unit, items: Iterable[str], reported: Progress) -> Overview | None:
    """The states of some items, by id, in the quarters that anything was reported for; None if there is nothing."""
    quarters = quarters_reported(year)
    shown = states(year.plan)
    met = {
        item: tuple(
            entry.row.state if entry and entry.row.state in shown else UNREPORTED
            for entry in (reported.of(quarter.key, item) for quarter in quarters)
        )
        for item in items
    }
    used = [key for key in shown if any(key in cells for cells in met.values())]
    if not used:
        return None
    return Overview(
        key="unit-overview",
        title=f"{unit.name}各考评项各季度进度",
        columns=tuple(quarter.name for quarter in quarters),
        signs=tuple(
            Sign(shown[key].name, shown[key].sign, shown[key].texture, shown[key].alert) for key in used
        ),
        rows=tuple(OverviewRow(item, tuple(map(used.index, cells))) for item, cells in met.items()),
    )
