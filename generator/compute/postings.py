"""Which sheets are to be put up, replaced or taken down: the posting record held against what there is to say now.

The rules of `check` and the list of what is due ask the same questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.compute.approvals import uncovered
from generator.compute.bulletins import Bulletin, bulletins
from generator.compute.public import public_dossier
from generator.model.dossier import Dossier, Year
from generator.model.posting import Posting


def superseded(dossier: Dossier, number: int) -> Iterator[tuple[Posting, Bulletin]]:
    """What still hangs although it has changed since, and what there is to post instead.

    None while the plan differs from what was approved, for then there is nothing new to post.
    """
    hanging = _hanging(dossier.years[number])
    current = _current(dossier, number) if hanging else {}
    for one in hanging:
        now = current.get(one.bulletin)
        if now is not None and one.digest != now.digest:
            yield one, now


def unposted(dossier: Dossier, number: int) -> Iterator[Bulletin]:
    """What was never posted as it is now, in a year in which things are posted; but nothing that is `superseded`."""
    year = dossier.years[number]
    hanging = {one.bulletin for one in _hanging(year)}
    posted = {(one.bulletin, one.digest) for one in year.postings}
    for one in _current(dossier, number).values() if posted else ():
        if one.key not in hanging and (one.key, one.digest) not in posted:
            yield one


def overdue(year: Year, day: date) -> Iterator[Posting]:
    """What still hangs although its term (公示期) was over before a day."""
    return (one for one in _hanging(year) if one.until and one.until < day)


def _hanging(year: Year) -> tuple[Posting, ...]:
    return tuple(one for one in year.postings if one.taken_down is None)


def _current(dossier: Dossier, number: int) -> dict[str, Bulletin]:
    if uncovered(dossier.years[number]):
        return {}
    return {one.key: one for one in bulletins(public_dossier(dossier), number)}
