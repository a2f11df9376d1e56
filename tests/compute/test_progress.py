"""What was reported, as it stands after the errata; and closed quarters that hang together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.compute.locks import quarter_digest
from generator.compute.progress import progress
from generator.compute.tally import UNREPORTED, tally
from generator.model.dossier import Year
from generator.model.progress import Erratum, QuarterlyReport
from tests.compute.plans import typed_as, year

REPORT = """unit: 社区矫正管理局
quarter: {quarter}
reported: 2019-10-10
rows:
  - target: ZD01-1
    work: 没有发生。
    cumulative: {value}
    state: {state}
"""


def report(quarter: str, value: str = "0", state: str = "on_schedule") -> QuarterlyReport:
    """A report of one row."""
    found: QuarterlyReport = typed_as(
        QuarterlyReport, REPORT.format(quarter=quarter, value=value, state=state)
    )
    return found


def erratum(field: str, now: str, number: int = 1) -> Erratum:
    """A correction of that row in the first quarter."""
    text = f"number: {number}\nquarter: q1\ntarget: ZD01-1\nfield: {field}\nfrom: '0'\nto: '{now}'\nreason: 填错。\n"
    found: Erratum = typed_as(Erratum, text + "date: 2019-11-01\n")
    return found


def reported(*reports: QuarterlyReport, errata: tuple[Erratum, ...] = ()) -> Year:
    """The year with these reports."""
    return replace(year(), progress=reports, errata=errata)


def test_an_erratum_changes_what_holds_and_leaves_the_report_as_it_was() -> None:
    """Both values stay to be shown; later errata win; other quarters are untouched."""
    errata = (erratum("cumulative", "2"), erratum("state", "behind", 2), erratum("cumulative", "1", 3))
    found = progress(reported(report("q1"), report("q2"), errata=errata))
    first, second = found.of("q1", "ZD01-1"), found.of("q2", "ZD01-1")
    assert first is not None
    assert second is not None
    assert (first.row.cumulative, first.row.state, first.errata) == (Decimal(1), "behind", errata)
    assert first.report.rows[0].cumulative == 0
    assert (second.row.cumulative, second.errata) == (Decimal(0), ())


def test_a_value_that_cannot_be_one_changes_nothing() -> None:
    """An erratum with a word for a number is reported by its rule; the figures stay."""
    entry = progress(reported(report("q1"), errata=(erratum("cumulative", "约12"),))).of("q1", "ZD01-1")
    assert entry is not None
    assert entry.row.cumulative == 0


def test_every_item_is_in_exactly_one_state() -> None:
    """What nobody reported is counted as that, never as a state of the plan."""
    plan = reported(report("q1", state="behind"))
    counted = tally(progress(plan), "q1", plan.items)
    assert counted == {"behind": 1, UNREPORTED: sum(1 for _ in plan.items) - 1}
    assert tally(progress(plan), "q2", plan.items) == {UNREPORTED: sum(1 for _ in plan.items)}


def test_a_digest_changes_with_every_value_and_with_the_one_before_it() -> None:
    """A closed quarter cannot be altered, nor one before it, without every later digest telling."""
    plan, other = reported(report("q1"), report("q2")), reported(report("q1", "1"), report("q2"))
    first, changed = (quarter_digest(each, "q1", None) for each in (plan, other))
    assert first != changed
    assert quarter_digest(plan, "q2", first) != quarter_digest(plan, "q2", changed)
    assert quarter_digest(plan, "q2", first) == quarter_digest(other, "q2", first)
