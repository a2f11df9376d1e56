"""`zhengben due` lists what is open on a day, for people, programs and calendars."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from generator.cli import zhengben
from generator.pipeline import read
from tests.conftest import REPOSITORY

_REPORT = """unit: 业务科
quarter: first_half
reported: 2021-07-08
rows:
  - target: JS01-1
    work: 接收到期档案。
    cumulative: {cumulative}
    state: under_way
"""
_CORRECTED = """number: 1
quarter: first_half
target: JS01-1
field: cumulative
from: '1200'
to: '3000'
reason: 漏计一批。
date: 2021-11-20
"""


def run(project: Path, on: str, *options: str) -> Result:
    """Ask what is due on a day."""
    return CliRunner().invoke(
        zhengben, ["--project", str(project), "due", "--on", on, *options], standalone_mode=False
    )


def due(project: Path, on: str, *options: str) -> list[dict[str, Any]]:
    """What a program is told."""
    result = run(project, on, *options, "--format", "json")
    assert result.return_value == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)["due"]
    return found


def keys(project: Path, on: str, *options: str) -> set[str]:
    """The keys of what is due."""
    return {one["key"] for one in due(project, on, *options)}


@pytest.fixture
def reported(small: Path) -> Path:
    """The small bureau, where one unit has reported one item of the first half."""
    report = small / "data/2021/progress/first_half/yewu.yml"
    report.parent.mkdir(parents=True)
    report.write_text(_REPORT.format(cumulative=1200), "utf-8")
    return small


def test_who_has_not_reported_is_listed_until_the_report_is_in(reported: Path) -> None:
    """On the day before, three units are open; from the day of the report on, two."""
    open_on = {
        on: {key for key in keys(reported, on) if "-report-" in key} for on in ("2021-07-07", "2021-07-08")
    }
    units = {"zonghe", "yewu", "dianzi-dangan"}
    assert open_on["2021-07-07"] == {f"2021-first_half-report-{slug}" for slug in units}
    assert open_on["2021-07-08"] == {f"2021-first_half-report-{slug}" for slug in units - {"yewu"}}


def test_a_report_overdue_stays_on_the_list_and_says_for_how_long(reported: Path) -> None:
    """Ten days later it is still wanted."""
    (late,) = (one for one in due(reported, "2021-07-20") if one["key"] == "2021-first_half-report-zonghe")
    assert (late["overdue"], late["standing"]) == (True, "已逾期10天")


def test_days_left_are_working_days(reported: Path) -> None:
    """From Friday 2 July to Saturday 10 July there are five."""
    (one,) = (one for one in due(reported, "2021-07-02") if one["key"] == "2021-first_half-report-zonghe")
    assert one["standing"] == "还有5个工作日"


@pytest.mark.parametrize(("days", "listed"), [("9", False), ("10", True)])
def test_only_what_falls_within_the_days_asked_for_is_listed(
    reported: Path, days: str, *, listed: bool
) -> None:
    """The target of 30 November is seen on the 20th if one looks ten days ahead."""
    assert ("2021-JS01-1" in keys(reported, "2021-11-20", "--days", days)) == listed


def test_a_target_is_done_once_its_figures_say_so(reported: Path) -> None:
    """An erratum that brings the figure up to the goal takes it off the list, from its own day on."""
    (reported / "data/2021/errata").mkdir()
    (reported / "data/2021/errata/001.yml").write_text(_CORRECTED, "utf-8")
    assert "2021-JS01-1" in keys(reported, "2021-11-19")
    assert "2021-JS01-1" not in keys(reported, "2021-11-20")


def test_what_nobody_reported_is_not_called_unfinished(reported: Path) -> None:
    """Past its day without a report up to it: not reported as completed, which is another thing than not completed."""
    (one,) = (one for one in due(reported, "2021-12-05") if one["key"] == "2021-JS01-1")
    assert one["standing"] == "尚未报告完成，已逾期5天"


def test_milestones_are_listed_until_their_quarter_ends(reported: Path) -> None:
    """That of the first half is to be seen in June and gone in July."""
    assert "2021-JS01-1-0630" in keys(reported, "2021-06-25")
    assert "2021-JS01-1-0630" not in keys(reported, "2021-07-01")


def test_a_circular_is_to_be_published_within_twenty_working_days(reported: Path) -> None:
    """12 March 2021 and 20 working days is 12 April, since the Monday of Qingming is a holiday."""
    published = [one for one in due(reported, "2021-03-20") if one["key"] == "2021-publish-3"]
    assert [one["day"] for one in published] == ["2021-04-12"]


def test_where_no_calendar_is_announced_the_day_is_not_guessed(reported: Path) -> None:
    """A circular of 2099 is listed without a day."""
    circular = reported / "data/2021/circulars/3.yml"
    circular.write_text(circular.read_text("utf-8").replace("2021-03-1", "2099-03-1"), "utf-8")
    (one,) = (one for one in due(reported, "2099-03-20") if one["key"] == "2021-publish-3")
    assert (one["day"], one["overdue"]) == (None, False)
    assert "放假安排尚未公布" in one["standing"]


def test_sheets_to_put_up_or_to_replace_are_listed_from_the_day_there_is_something_new() -> None:
    """The day after the plan was amended its old version hangs, and the amendment does not; days later all is in order."""
    before, after = keys(REPOSITORY, "2019-10-24"), keys(REPOSITORY, "2019-10-26")
    assert not any("replace" in key or "change-60" in key for key in before)
    assert {key for key in after if "replace" in key} == {"2019-replace-1-111ad4dd"}
    (late,) = (one for one in due(REPOSITORY, "2019-10-26") if one["key"] == "2019-post-change-60-4a2e91bb")
    assert (late["kind"], late["day"], late["overdue"]) == ("posting", "2019-10-25", True)
    assert late["standing"] == "没有张贴的记录，已1天"
    posted = keys(REPOSITORY, "2019-10-29")
    assert not any("2019-post" in key or "replace" in key for key in posted)


def test_a_sheet_is_to_be_taken_down_when_its_term_is_over(small: Path) -> None:
    """Listed before, on time and after, until the record says it was done."""
    record = small / "data/2021/postings/001.yml"
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(
        "number: 1\nbulletin: plan\ndigest: 1a2b3c4d\nsheets: [poster]\nwhere: 大厅\n"
        "posted: 2021-03-10\nuntil: 2021-03-17\ntaken_down: 2021-03-22\n",
        "utf-8",
    )
    listed = {
        on: [one["overdue"] for one in due(small, on, "--days", "7") if "take-down-1" in one["key"]]
        for on in ("2021-03-09", "2021-03-12", "2021-03-20", "2021-03-22")
    }
    assert listed == {"2021-03-09": [], "2021-03-12": [False], "2021-03-20": [True], "2021-03-22": []}
    assert (
        "撤下大厅的 plan（海报），公示期满"
        in run(small, "2021-03-12", "--days", "7", "--format", "ics").output
    )


def test_the_list_and_the_check_ask_the_same_of_what_hangs(small: Path) -> None:
    """Once no later record is left out, each warning of one has its line in the other."""
    record = small / "data/2021/postings/001.yml"
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(
        "number: 1\nbulletin: plan\ndigest: 1a2b3c4d\nsheets: [poster]\nwhere: 大厅\nposted: 2021-03-10\n",
        "utf-8",
    )
    found = [one for one in read(small).problems if one.rule.startswith("posting_")]
    assert [one.rule for one in found] == ["posting_superseded"]
    assert [one["key"].split("-")[1] for one in due(small, "2021-12-31") if one["kind"] == "posting"] == [
        "replace"
    ]
    record.write_text(record.read_text("utf-8") + "taken_down: 2021-03-12\n", "utf-8")
    found = [one for one in read(small).problems if one.rule.startswith("posting_")]
    assert [one.rule for one in found] == ["posting_missing"]
    assert [one["key"].split("-")[1] for one in due(small, "2021-12-31") if one["kind"] == "posting"] == [
        "post"
    ]


def test_people_read_each_matter_once_with_all_who_have_it_to_do(reported: Path) -> None:
    """The units that have not reported stand on one line."""
    lines = run(reported, "2021-07-08").stdout.splitlines()
    assert lines[0].startswith("2021年7月8日的情况，看到2021年8月7日：")
    assert "  2021-07-10　综合科、松隐县电子档案中心　2021年上半年报表　（还有1个工作日）" in lines


def test_nothing_due_is_said_in_one_line(reported: Path) -> None:
    """Long before the year there is nothing."""
    assert run(reported, "2020-01-01").stdout == "2020年1月1日的情况，看到2020年1月31日：没有到期的事项。\n"


def test_the_calendar_holds_what_the_list_holds(reported: Path) -> None:
    """Each matter with a day is an entry on that day; what is ahead rings before it; keys are unique."""
    listed = due(reported, "2021-07-08", "--days", "200")
    entries = Calendar.from_ical(run(reported, "2021-07-08", "--days", "200", "--format", "ics").stdout_bytes)
    found = {str(entry["uid"]): entry for entry in entries.events}
    assert found.keys() == {f"{one['key']}@zhengben" for one in listed} and len(found) == len(listed)
    for one in listed:
        entry = found[f"{one['key']}@zhengben"]
        assert entry.start == date.fromisoformat(one["day"])
        assert str(entry["summary"]).endswith(one["what"])
        assert bool(entry.alarms.times) != one["overdue"]
    rings = found["2021-JS01-1@zhengben"].alarms.times[0].trigger
    assert rings == datetime(2021, 11, 27, 9) and rings - timedelta(hours=9) == datetime(2021, 11, 27)


def test_two_runs_give_the_same_bytes(reported: Path) -> None:
    """No clock and no random identity stands in the file."""
    first, second = (run(reported, "2021-07-08", "--format", "ics").stdout_bytes for _ in range(2))
    assert first == second


@pytest.mark.parametrize("word", ["2021-13-01", "昨天", "2021/7/8", "20210708", "２０２１-07-08"])
def test_a_word_that_is_no_day_is_answered_with_how_to_write_one(small: Path, word: str) -> None:
    """As the data's own days are answered, and without a traceback."""
    result = CliRunner().invoke(zhengben, ["--project", str(small), "due", "--on", word])
    assert result.exit_code == 2
    assert f"“{word}”" in result.output
    assert "日历上没有" in result.output or "应写成 2019-08-29 的样子" in result.output


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_no_day_is_too_early_or_too_late_to_ask_for(reported: Path, on: str) -> None:
    """The first and the last there are: nothing then, everything unfinished now."""
    assert run(reported, on, "--days", "400").return_value == 0


def test_data_that_cannot_be_read_is_named_instead(reported: Path) -> None:
    """The place and the fault are listed, and the status says so."""
    (reported / "data/2021/progress/first_half/yewu.yml").write_text("unit: [", "utf-8")
    result = run(reported, "2021-07-08")
    assert result.return_value == 1
    assert "yewu.yml" in result.output


def test_a_row_of_a_target_that_does_not_exist_does_not_stop_the_list(reported: Path) -> None:
    """The fault is for `check` to report; the list warns and goes on."""
    report = reported / "data/2021/progress/first_half/yewu.yml"
    report.write_text(_REPORT.format(cumulative=1200).replace("JS01-1", "JS99-1"), "utf-8")
    assert run(reported, "2021-07-08").return_value == 0
