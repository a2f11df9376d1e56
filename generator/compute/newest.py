"""How far the data have come: the newest day on which something was issued, published, reported or corrected."""

from __future__ import annotations

from datetime import date

from generator.model.dossier import Dossier, Year


def updated(year: Year) -> date | None:
    """The newest day on which the data of a year says something was issued, published, reported or corrected."""
    days = [one.disclosure.published or one.date for one in year.circulars]
    days += (report.reported for report in year.progress)
    days += (erratum.date for erratum in year.errata)
    return max(days, default=None)


def newest_day(dossier: Dossier) -> date | None:
    """The newest such day of all years."""
    return max(filter(None, map(updated, dossier.years.values())), default=None)
