"""The forms that units fill in: the blank ones of a whole project, and those that someone asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.dossier import Dossier
from generator.model.organisation import Unit
from generator.model.plan import Quarter
from generator.render.form_xlsx import form_xlsx
from generator.views.form import Form, form


def blank_forms(dossier: Dossier) -> Mapping[str, bytes]:
    """The blank form of each unit for each quarter of each year, by address."""
    return {
        f"{number}/{made.quarter}/{made.slug}.xlsx": form_xlsx(made)
        for number, year in sorted(dossier.years.items())
        for made in forms(dossier, number, year.organisation.units, year.plan.quarters, blank=True)
    }


def forms(
    dossier: Dossier, year: int, units: Sequence[Unit], quarters: Sequence[Quarter], *, blank: bool
) -> Iterator[Form]:
    """The forms of some units for some quarters; a unit that answers for nothing gets none."""
    for quarter in quarters:
        for unit in units:
            made = form(dossier, year, unit, quarter, blank=blank)
            if made is not None:
                yield made
