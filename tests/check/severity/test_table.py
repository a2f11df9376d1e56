"""The table of changes: what was written, what stands there now, the kinds of change and their weight."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.severity.registry import severity_rules
from tests.check.severity.edits import (
    CIRCULAR,
    DRAFT,
    DRAFTED,
    ITEMS,
    LOCK,
    LOCKED,
    NOTICE,
    ORGANISATION,
    PLAN,
    REPORT,
    REPORTED,
    SINGLE,
    Edit,
    applied,
    compared,
)

GOLDEN = Path(__file__).parent / "applying.txt"
_TARGET = """
  - id: ZD01-3
    text: 全年组织防汛演练不少于2次。
    points: 0.50
    goal: {at_least: 2, unit: 次}
    deadline: 2021-11-30
    unit: 办公室
    leader: 钱二川
    expected: 队伍拉得出。
    scoring: 每少1次扣0.25分。
    rule: {deduct: 0.25, per: 次}
"""
_END = "        - {days: 30, deduct: 0.8}\n"
_FIRST = "整治农村河道不少于20公里。"

Told = list[tuple[str, str, int]]
CASES: list[tuple[str, list[Edit], list[Edit], Told]] = [
    # 0: nothing
    ("a_comment", [], [(ITEMS, "points: 3.00", "points: 3.00  # 三分")], []),
    ("points_written_shorter", [], [(ITEMS, "points: 1.80", "points: 1.8")], []),
    (
        "yaml_rewrapped",
        [],
        [(ITEMS, "goal: {at_least: 20, unit: 公里}", "goal:\n      at_least: 20\n      unit: 公里")],
        [],
    ),
    (
        "keys_in_another_order",
        [],
        [(ITEMS, "name: 河道治理\ncategory: 重点任务", "category: 重点任务\nname: 河道治理")],
        [],
    ),
    ("a_default_written_out", [], [(SINGLE, "points: 2.00", "points: 2.00\nsample: no")], []),
    (
        "units_in_another_order",
        [],
        [
            (ORGANISATION, "  - name: 办公室\n    slug: office\n    kind: section\n", ""),
            (
                ORGANISATION,
                "    short: [工程股]\n",
                "    short: [工程股]\n  - name: 办公室\n    slug: office\n    kind: section\n",
            ),
        ],
        [],
    ),
    # 1: corrections
    ("a_full_stop", [], [(ITEMS, "河道行洪通畅。", "河道行洪通畅")], [("changed", "expected", 1)]),
    ("a_word_for_another", [], [(ITEMS, _FIRST, "整治乡村河道不少于20公里。")], [("changed", "text", 1)]),
    ("a_typo_in_a_name", [], [(ITEMS, "name: 河道治理", "name: 河道整治")], [("changed", "name", 1)]),
    (
        "a_word_in_a_source",
        [],
        [(ITEMS, "2021年全县水利工作要点", "2021年全县水利重点工作要点")],
        [("changed", "source", 1)],
    ),
    (
        "numerals_for_digits",
        [],
        [(ITEMS, "整治农村河道不少于20公里。", "整治农村河道不少于二十公里。")],
        [("changed", "text", 1)],
    ),
    (
        "full_width_comma",
        [],
        [(ITEMS, "逾期10日以内扣0.4分，", "逾期10日以内扣0.4分；")],
        [("changed", "scoring", 1)],
    ),
    (
        "evidence_named",
        [],
        [(ITEMS, "person: 李四维", "person: 李四维\n    evidence: 验收单")],
        [("changed", "evidence", 1)],
    ),
    (
        "a_short_name_of_a_unit",
        [],
        [(ORGANISATION, "short: [工程股]", "short: [工程股, 建设股]")],
        [("changed", "short", 1)],
    ),
    (
        "duties_of_a_unit",
        [],
        [(ORGANISATION, "    slug: office", "    duties: 综合协调。\n    slug: office")],
        [("changed", "duties", 1)],
    ),
    ("a_new_report", [], [(REPORT, "", REPORTED)], [("added", "", 1), ("added", "", 1)]),
    (
        "an_open_report_mended",
        [(REPORT, "", REPORTED)],
        [(REPORT, "雨天多", "雨天偏多")],
        [("changed", "cause", 1)],
    ),
    ("a_quarter_closed", [(REPORT, "", REPORTED)], [(LOCK, "", LOCKED)], [("added", "", 1)]),
    (
        "the_index_number_of_a_circular",
        [],
        [(CIRCULAR, "  method:", "  index_number: A-1\n  method:")],
        [("changed", "disclosure", 1)],
    ),
    (
        "the_bureau_s_contacts",
        [],
        [("data/bureau.yml", "region: 云湖县", "region: 云湖")],
        [("changed", "region", 1)],
    ),
    # 2: ordinary
    (
        "another_person_of_the_unit",
        [
            (
                ORGANISATION,
                "  - name: 李四维",
                "  - name: 周五行\n    post: 科员\n    unit: 工程建设股\n  - name: 李四维",
            )
        ],
        [(ITEMS, "person: 李四维", "person: 周五行")],
        [("changed", "person", 2)],
    ),
    ("a_person_no_longer_named", [], [(ITEMS, "    person: 李四维\n", "")], [("changed", "person", 2)]),
    ("milestones_reworded", [], [(ITEMS, "q2: 整治8公里", "q2: 整治10公里")], [("changed", "milestones", 2)]),
    (
        "a_deadline_within_its_quarter",
        [],
        [(ITEMS, "deadline: 2021-06-30", "deadline: 2021-06-20")],
        [("changed", "deadline", 2)],
    ),
    (
        "a_deadline_later_within_its_quarter",
        [(ITEMS, "deadline: 2021-06-30", "deadline: 2021-06-01")],
        [(ITEMS, "deadline: 2021-06-01", "deadline: 2021-06-02")],
        [("changed", "deadline", 2)],
    ),
    (
        "a_post_reworded",
        [],
        [(ORGANISATION, "post: 办公室主任", "post: 办公室副主任")],
        [("changed", "post", 2)],
    ),
    (
        "a_new_person",
        [],
        [(ORGANISATION, "  - name: 李四维", "  - name: 周五行\n    post: 科员\n  - name: 李四维")],
        [("added", "", 2)],
    ),
    # 3: weighty
    ("points_up", [], [(ITEMS, "points: 1.80", "points: 1.90")], [("changed", "points", 3)]),
    ("points_down_by_a_hundredth", [], [(ITEMS, "points: 1.80", "points: 1.79")], [("changed", "points", 3)]),
    ("points_of_an_indicator", [], [(ITEMS, "points: 3.00", "points: 3.10")], [("changed", "points", 3)]),
    ("points_of_a_category", [], [(PLAN, "points: 3\n", "points: 4\n")], [("changed", "points", 3)]),
    ("a_goal_raised", [], [(ITEMS, "at_least: 20", "at_least: 21")], [("changed", "goal", 3)]),
    (
        "a_goal_of_another_kind",
        [],
        [(ITEMS, "{at_least: 20, unit: 公里}", "{exactly: 20, unit: 公里}")],
        [("changed", "goal", 3)],
    ),
    (
        "another_unit_of_measure",
        [],
        [(ITEMS, "{at_least: 20, unit: 公里}", "{at_least: 20, unit: 条}")],
        [("changed", "goal", 3)],
    ),
    (
        "a_day_to_be_done_by",
        [],
        [(ITEMS, "goal: {by: 2021-06-30}", "goal: {by: 2021-06-20}")],
        [("changed", "goal", 3)],
    ),
    (
        "a_deadline_across_quarters",
        [],
        [(ITEMS, "deadline: 2021-06-30", "deadline: 2021-07-01")],
        [("changed", "deadline", 3)],
    ),
    (
        "a_deadline_that_has_passed",
        [(ITEMS, "deadline: 2021-06-30", "deadline: 2021-03-30")],
        [(ITEMS, "deadline: 2021-03-30", "deadline: 2021-03-31")],
        [("changed", "deadline", 3)],
    ),
    (
        "a_deadline_out_of_the_year",
        [],
        [(ITEMS, "deadline: 2021-06-30", "deadline: 2022-06-30")],
        [("changed", "deadline", 3)],
    ),
    ("another_unit", [], [(ITEMS, "unit: 工程建设股", "unit: 办公室")], [("changed", "unit", 3)]),
    ("another_leader", [], [(ITEMS, "leader: 钱二川", "leader: 赵一鸣")], [("changed", "leader", 3)]),
    ("another_partner", [], [(ITEMS, "with: [办公室]", "with: [工程建设股]")], [("changed", "with", 3)]),
    (
        "a_person_of_another_unit",
        [],
        [(ITEMS, "person: 李四维", "person: 孙三省")],
        [("changed", "person", 3)],
    ),
    ("less_taken_off", [], [(SINGLE, "deduct: 0.5", "deduct: 0.4")], [("changed", "rule", 3)]),
    (
        "another_way_of_scoring",
        [],
        [(ITEMS, "{pro_rata: yes}", "{all_or_nothing: yes}")],
        [("changed", "rule", 3)],
    ),
    ("a_figure_in_the_text", [], [(ITEMS, _FIRST, "整治农村河道不少于2公里。")], [("changed", "text", 3)]),
    (
        "a_hundred_become_ten",
        [(ITEMS, _FIRST, "巡查河道100场。")],
        [(ITEMS, "巡查河道100场。", "巡查河道10场。")],
        [("changed", "text", 3)],
    ),
    ("a_date_in_the_text", [], [(ITEMS, "6月30日前", "6月29日前")], [("changed", "text", 3)]),
    (
        "a_unit_of_measure_in_the_text",
        [],
        [(ITEMS, _FIRST, "整治农村河道不少于20华里。")],
        [("changed", "text", 3)],
    ),
    ("a_negation_dropped", [], [(SINGLE, "不发生超期办结", "发生超期办结")], [("changed", "text", 3)]),
    ("a_qualifier_turned", [], [(ITEMS, _FIRST, "整治农村河道不超过20公里。")], [("changed", "text", 3)]),
    (
        "a_qualifier_slipped_in",
        [],
        [(ITEMS, _FIRST, "原则上整治农村河道不少于20公里。")],
        [("changed", "text", 3)],
    ),
    (
        "within_becomes_beyond",
        [],
        [(ITEMS, "逾期10日以内扣0.4分", "逾期10日以外扣0.4分")],
        [("changed", "scoring", 3)],
    ),
    (
        "figures_change_places",
        [],
        [(ITEMS, "逾期10日以内扣0.4分，逾期11日至30日扣0.8分", "逾期10日以内扣0.8分，逾期11日至30日扣0.4分")],
        [("changed", "scoring", 3)],
    ),
    ("a_name_of_a_category", [], [(PLAN, "name: 日常任务", "name: 常规工作")], [("changed", "name", 3)]),
    ("a_count_of_the_plan", [], [(PLAN, "targets: 2\n", "targets: 3\n")], [("changed", "targets", 3)]),
    ("a_quarter_s_end", [], [(PLAN, "ends: 2021-03-31", "ends: 2021-03-30")], [("changed", "quarters", 3)]),
    ("a_target_added", [], [(ITEMS, _END, _END + _TARGET.lstrip("\n"))], [("added", "", 3)]),
    (
        "a_target_dropped",
        [(ITEMS, _END, _END + _TARGET.lstrip("\n"))],
        [(ITEMS, _TARGET.lstrip("\n"), "")],
        [("removed", "", 3)],
    ),
    ("a_target_under_another_id", [], [(ITEMS, "id: ZD01-2", "id: ZD01-5")], [("renamed", "", 3)]),
    ("an_indicator_dropped", [], [(SINGLE, "x", "-")], [("removed", "", 3), ("removed", "", 3)]),
    (
        "an_indicator_moved",
        [],
        [(SINGLE, "category: 日常任务", "category: 重点任务")],
        [("moved", "category", 3)],
    ),
    (
        "a_unit_added",
        [],
        [
            (
                ORGANISATION,
                "  - name: 工程建设股",
                "  - name: 水政股\n    slug: shuizheng\n    kind: section\n  - name: 工程建设股",
            )
        ],
        [("added", "", 3)],
    ),
    ("a_unit_s_address", [], [(ORGANISATION, "slug: works", "slug: works-two")], [("changed", "slug", 3)]),
    (
        "the_leading_group",
        [],
        [(ORGANISATION, "head: 赵一鸣", "head: 钱二川")],
        [("changed", "leading_group", 3)],
    ),
    (
        "a_deadline_of_today",
        [(ITEMS, "deadline: 2021-06-30", "deadline: 2021-04-01")],
        [(ITEMS, "deadline: 2021-04-01", "deadline: 2021-04-02")],
        [("changed", "deadline", 2)],
    ),
    (
        "a_draft_circular_s_title",
        [(DRAFT, "", DRAFTED)],
        [(DRAFT, "关于防汛演练", "关于开展防汛演练")],
        [("changed", "title", 1)],
    ),
    (
        "a_published_circular_s_index_number",
        [(CIRCULAR, "  method:", "  published: 2021-03-05\n  method:")],
        [(CIRCULAR, "  method:", "  index_number: A-1\n  method:")],
        [("changed", "disclosure", 1)],
    ),
    (
        "a_state_s_note_taken_away",
        [(PLAN, "name: 日常任务", "name: 日常任务\n        note: 逐项计分。")],
        [(PLAN, "\n        note: 逐项计分。", "")],
        [("changed", "note", 3)],
    ),
    (
        "a_waiver_added",
        [],
        [
            (
                "data/policy.yml",
                "",
                "waivers:\n  - {rule: name_reused, target: ZD01-1, reason: 另行发文, expires: 2021-12-31}\n",
            )
        ],
        [("changed", "waivers", 3)],
    ),
    (
        "a_personal_thing_allowed",
        [],
        [
            (
                "data/privacy.yml",
                "",
                "allowed:\n  - {words: 张三, reason: 负责人, approver: 办公室, expires: 2021-12-31}\n",
            )
        ],
        [("changed", "allowed", 3)],
    ),
    (
        "a_flaw_accepted",
        [],
        [
            (
                "data/2021/accepted.yml",
                "",
                "accepted:\n  - {rule: points_do_not_sum, file: content/2021/7/notice.md, words: 水利, reason: 原文如此}\n",
            )
        ],
        [("added", "", 3)],
    ),
    # 4: refused
    (
        "the_issued_circular_s_title",
        [],
        [(CIRCULAR, "title: 关于印发", "title: 印发")],
        [("changed", "title", 4)],
    ),
    ("the_issued_circular_s_prose", [], [(NOTICE, "。", "！")], [("changed", "text", 4)]),
    (
        "a_circular_dated_back",
        [],
        [(CIRCULAR, "date: 2021-03-01", "date: 2021-02-01")],
        [("changed", "date", 4)],
    ),
    (
        "publication_dated_back",
        [(CIRCULAR, "  method:", "  published: 2021-03-05\n  method:")],
        [(CIRCULAR, "published: 2021-03-05", "published: 2021-03-04")],
        [("changed", "disclosure", 4)],
    ),
    (
        "a_day_of_publication_taken_away",
        [(CIRCULAR, "  method:", "  published: 2021-03-05\n  method:")],
        [(CIRCULAR, "  published: 2021-03-05\n", "")],
        [("changed", "disclosure", 4)],
    ),
    (
        "a_day_of_publication_put_later",
        [(CIRCULAR, "  method:", "  published: 2021-03-05\n  method:")],
        [(CIRCULAR, "published: 2021-03-05", "published: 2021-03-06")],
        [("changed", "disclosure", 1)],
    ),
    (
        "an_id_given_to_another_target",
        [],
        [(ITEMS, _FIRST, "接待群众来信来访，及时答复。")],
        [("changed", "text", 4)],
    ),
    (
        "a_closed_report_changed",
        [(REPORT, "", REPORTED), (LOCK, "", LOCKED)],
        [(REPORT, "雨天多", "雨天偏多")],
        [("changed", "cause", 4)],
    ),
    ("a_lock_edited", [(LOCK, "", LOCKED)], [(LOCK, "digest: 0", "digest: 1")], [("changed", "digest", 4)]),
    ("a_lock_taken_away", [(LOCK, "", LOCKED)], [(LOCK, "x", "-")], [("removed", "", 4)]),
    (
        "a_report_that_alters_its_target",
        [],
        [(REPORT, "", REPORTED), (ITEMS, "goal: {by: 2021-06-30}", "goal: {by: 2021-07-30}")],
        [("added", "", 1), ("added", "", 1), ("changed", "goal", 4)],
    ),
    (
        "a_report_dated_back",
        [(REPORT, "", REPORTED)],
        [(REPORT, "reported: 2021-04-08", "reported: 2021-04-07")],
        [("changed", "reported", 4)],
    ),
]


@pytest.mark.parametrize(
    ("before", "after", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_each_change_has_its_kinds_and_its_weight(
    before: list[Edit], after: list[Edit], told: Told, tmp_path: Path
) -> None:
    """Nothing more and nothing less is told than the table has it."""
    found = compared(tmp_path / "bureau", before, after)
    assert sorted((one.change.kind.value, one.change.field, int(one.severity)) for one in found) == sorted(
        told
    )


def test_each_change_meets_the_same_rules(tmp_path: Path, *, accept: bool) -> None:
    """Which rules apply to each change, the one that speaks last, and which way it went; every rule in some case."""
    lines, spoken = [], set()
    for number, (name, before, after, _) in enumerate(CASES):
        lines.append(f"{name}:")
        for one, applying in applied(tmp_path / str(number), before, after):
            rule = one.rule.id if one.rule else "-"
            spoken.add(rule)
            others = [other for other in applying if other != rule]
            way = f" ({one.change.direction.value})" if one.change.direction else ""
            thing = f"{one.change.subject.what.value} {one.change.subject.id} {one.change.field}".rstrip()
            lines.append(f"  {thing}{way}: {' '.join([*others, rule])}")
    text = "\n".join(lines) + "\n"
    if accept:
        GOLDEN.write_text(text, "utf-8")
    assert GOLDEN.read_text("utf-8") == text
    assert {rule.id for rule in severity_rules()} == spoken


def test_the_table_is_long_enough() -> None:
    """At least sixty cases stand in it."""
    assert len(CASES) >= 60  # the figure that was promised
