"""What a scan must know of the data: what stays inside, what was allowed, which days there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from generator.compute.internal import internal_values, kept_off
from generator.compute.working_days import publication_due
from generator.load.personal import allowed
from generator.model.dossier import Dossier

_DAY = re.compile(
    r"((?:19|20)[0-9]{2})(?<![0-9]{5})"
    r"(?:年(1[0-2]|0?[1-9])月(3[01]|[12][0-9]|0?[1-9])日|-(1[0-2]|0[1-9])-(3[01]|[12][0-9]|0[1-9])(?![0-9]))"
)


@dataclass(frozen=True)
class Facts:
    """`internal` are the values that no file may hold, by what they are; `kept_off` those that a certain file may not
    hold, by its address; `allowed` what may be published although it looks personal, plainly written; `days` every
    day that the data knows of; `fresh` the outputs made from just this data.
    """

    internal: Mapping[str, str] = field(default_factory=dict)
    kept_off: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    allowed: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()
    fresh: frozenset[str] = frozenset()

    @cached_property
    def internal_words(self) -> re.Pattern[str] | None:
        """All internal values as one pattern, to be sought in a text without spaces."""
        return re.compile("|".join(map(re.escape, sorted(self.internal)))) if self.internal else None


def facts_of(dossier: Dossier, texts: Mapping[str, str], fresh: Collection[str]) -> Facts:
    """What scans must know of a project: of its dossier with all that is internal, and of the texts it was read from.

    Days that follow from others are those by which something is to be published, and those that begin a year or follow
    a quarter.
    """
    days = {day for text in texts.values() for _, day in days_in(text)}
    for number, year in dossier.years.items():
        days |= {date(number, 1, 1), *(quarter.ends + timedelta(days=1) for quarter in year.plan.quarters)}
    pages = {f"site/{year}/targets/{item}.html": names for (year, item), names in kept_off(dossier).items()}
    return Facts(
        internal=internal_values(dossier),
        kept_off=pages,
        allowed=allowed(dossier),
        days=frozenset(days | set(filter(None, map(publication_due, days)))),
        fresh=frozenset(fresh),
    )


def days_in(text: str) -> Iterator[tuple[int, date]]:
    """Every whole date in a text, as 2019年8月29日 or 2019-08-29, with where it begins."""
    for match in _DAY.finditer(text):
        year, month, day = filter(None, match.groups())
        try:
            yield match.start(), date(int(year), int(month), int(day))
        except ValueError:
            continue
