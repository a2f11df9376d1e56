"""What there is to post, and what makes a version of it another one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from generator.compute.bulletins import bulletins, past_bulletins
from generator.model.dossier import Dossier, Year
from tests.boards import reference, with_year


def digests(dossier: Dossier) -> dict[str, str]:
    """The digest of each bulletin."""
    return {one.key: one.digest for one in bulletins(dossier, 2019)}


def test_there_is_the_plan_each_reported_quarter_and_each_amendment() -> None:
    """And of the plan the version before the amendment."""
    assert list(digests(reference())) == ["plan", "q1", "q2", "q3", "q4", "change-60"]
    assert [(one.key, one.version) for one in past_bulletins(reference(), 2019)] == [("plan", 1)]


def _target(year: Year) -> Year:
    first = year.indicators[0]
    changed = first.model_copy(update={"name": "另一个名称"})
    return dataclasses.replace(year, indicators=(changed, *year.indicators[1:]))


def _report(year: Year) -> Year:
    report = year.progress[0]
    row = report.rows[0].model_copy(update={"work": "另一句话。"})
    changed = report.model_copy(update={"rows": (row, *report.rows[1:])})
    return dataclasses.replace(year, progress=(changed, *year.progress[1:]))


def _erratum(year: Year) -> Year:
    return dataclasses.replace(year, errata=())


def _order(year: Year) -> Year:
    return dataclasses.replace(year, indicators=tuple(reversed(year.indicators)))


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (_target, {"plan", "q1", "q2", "q3", "q4"}),
        (_report, {"q1"}),
        (_erratum, {"q2"}),
        (_order, set()),
    ],
)
def test_a_digest_changes_with_what_its_sheets_say_and_with_nothing_else(
    change: Callable[[Year], Year], changed: set[str]
) -> None:
    """A target in all that names it, a report and an erratum in their quarter; the order of files nowhere."""
    before, after = digests(reference()), digests(with_year(change))
    assert {key for key in before if before[key] != after[key]} == changed


def test_a_new_phone_makes_every_sheet_another() -> None:
    """For a sheet with the old number leads people astray."""
    dossier = reference()
    contacts = dossier.bureau.contacts.model_copy(update={"supervision_phone": "0000-1"})
    bureau = dossier.bureau.model_copy(update={"contacts": contacts})
    before, after = digests(dossier), digests(dataclasses.replace(dossier, bureau=bureau))
    assert all(before[key] != after[key] for key in before)
