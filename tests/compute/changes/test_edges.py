"""Where one kind of change ends and another begins: how alike, how much contained, how many, and in which order."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from generator.compute.changes import applied, changes, state
from generator.compute.changes.moved import PointsMoved, points_moved, totals
from generator.compute.changes.pairing import paired
from generator.model.change import Change, ChangeKind, Subject, What
from generator.model.indicator import Single, indicator_of, written_indicator
from generator.problem import Place
from tests.check.bureaus import BASE
from tests.check.severity.edits import ITEMS, compared
from tests.compute.changes.test_pairing import TEXT, bureau_of
from tests.compute.edits import YEAR, bureau, edited, small, with_indicators

Things = dict[Subject, dict[str, Any]]
ONES = "甲乙丙丁戊己庚辛壬癸"


def named(name: str, what: What = What.TARGET, year: int = YEAR) -> Subject:
    """A thing by its id."""
    return Subject(year, what, name)


def things(texts: dict[str, tuple[str, str]], year: int = YEAR) -> Things:
    """Targets of these texts and points."""
    return {
        named(name, year=year): {"text": text, "points": points} for name, (text, points) in texts.items()
    }


def kinds(gone: Things, come: Things) -> list[tuple[ChangeKind, str]]:
    """What is told of each."""
    return [(change.kind, change.subject.id) for change in paired(gone, come)]


def strangers(count: int, first: int = 0) -> Things:
    """Targets whose texts share no two characters with each other, nor with anything here."""
    return things({f"X{n}": (chr(0x3400 + n) * 40, "9.99") for n in range(first, first + count)})


def test_what_came_and_went_is_told_whole() -> None:
    """With all its fields, and nothing where it was not."""
    old, new = things({"A1": (ONES, "1.00")}), things({"B1": ("子丑寅卯", "2.00")})
    assert list(paired(old, {})) == [Change(ChangeKind.REMOVED, named("A1"), old=old[named("A1")])]
    assert list(paired({}, new)) == [Change(ChangeKind.ADDED, named("B1"), new=new[named("B1")])]


def test_another_name_is_told_with_the_one_before() -> None:
    """Both ids, of the thing as it is called now."""
    old, new = things({"A1": (ONES, "1.00")}), things({"B1": (ONES, "1.00")})
    assert list(paired(old, new)) == [Change(ChangeKind.RENAMED, named("B1"), "", "A1", "B1")]


@pytest.mark.parametrize(
    ("text", "renamed"),
    [
        ("甲乙丙丁戊己庚辛子丑", True),  # eight of ten
        ("甲乙丙丁戊己庚子丑寅", False),  # seven
        (ONES + "子丑寅卯辰", True),  # ten of 12½
        (ONES + "子丑寅卯辰巳", False),
        ("癸壬辛庚己戊丁丙乙甲", False),  # the same characters, and no text
    ],
)
def test_four_fifths_alike_is_one_text(text: str, renamed: bool) -> None:  # noqa: FBT001  # pytest gives it by name
    """So near to equal and no nearer."""
    found = kinds(things({"A1": (ONES, "1.00")}), things({"B1": (text, "1.00")}))
    assert (found == [(ChangeKind.RENAMED, "B1")]) == renamed


def test_the_most_alike_is_the_one_renamed() -> None:
    """Whatever the order of ids."""
    old = things({"A1": (ONES, "1.00")})
    new = things({"B1": ("甲乙丙丁戊己庚辛子丑", "1.00"), "C1": ("甲乙丙丁戊己庚辛壬子", "1.00")})
    assert kinds(old, new) == [(ChangeKind.RENAMED, "C1"), (ChangeKind.ADDED, "B1")]


def test_a_name_that_was_taken_is_not_given_again() -> None:
    """Each thing goes by one other name, though a third is like it too."""
    old = things({"A1": (ONES, "1.00"), "A2": ("子丑寅卯辰巳午未申酉", "1.00")})
    new = things(
        {"B1": (ONES, "1.00"), "B2": ("子丑寅卯辰巳午未申戌", "1.00"), "B3": (ONES[:8] + "戌亥", "1.00")}
    )
    assert kinds(old, new) == [
        (ChangeKind.RENAMED, "B1"),
        (ChangeKind.RENAMED, "B2"),
        (ChangeKind.ADDED, "B3"),
    ]


def test_things_without_a_telling_field_do_not_hide_those_with_one() -> None:
    """A lock that went and another that came are two; a unit of the same address is one."""
    old = {named("q1", What.LOCK): {"digest": "0"}, named("甲科", What.UNIT): {"slug": "a"}}
    new = {named("q2", What.LOCK): {"digest": "0"}, named("乙科", What.UNIT): {"slug": "a"}}
    assert kinds(old, new) == [
        (ChangeKind.RENAMED, "乙科"),
        (ChangeKind.REMOVED, "q1"),
        (ChangeKind.ADDED, "q2"),
    ]


def test_a_target_under_another_indicator_has_moved() -> None:
    """Though nothing that is written of it changed."""
    old = bureau_of(("ZD09-1", TEXT, "1.00"))
    year = old.years[YEAR]
    held = next(one for one in year.indicators if one.id == "ZD09")
    new = with_indicators(
        old, (*(one for one in year.indicators if one is not held), held.model_copy(update={"id": "ZD08"}))
    )
    moved = [change for change in changes(old, new) if change.subject == named("ZD09-1")]
    assert [(one.kind, one.field, one.old, one.new) for one in moved] == [
        (ChangeKind.MOVED, "indicator", "ZD09", "ZD08")
    ]


def test_a_long_text_of_common_characters_is_known_again() -> None:
    """A text of some hundred characters repeats many, and that does not make them nothing."""
    long = "开展宣传活动，" * 40
    assert kinds(things({"A1": (long, "1.00")}), things({"B1": ("好" + long, "1.00")})) == [
        (ChangeKind.RENAMED, "B1")
    ]


def test_an_indicator_is_known_again_only_by_its_very_name() -> None:
    """A name is short; one that is nearly the same may be another indicator's."""
    old = {named("A1", What.INDICATOR): {"name": ONES}}
    assert kinds(old, {named("B1", What.INDICATOR): {"name": ONES}}) == [(ChangeKind.RENAMED, "B1")]
    near = {named("B1", What.INDICATOR): {"name": ONES[:-1] + "子"}}
    assert kinds(old, near) == [(ChangeKind.REMOVED, "A1"), (ChangeKind.ADDED, "B1")]


@pytest.mark.parametrize(
    ("part", "merged"),
    [
        ("甲乙丙丁子丑", True),  # three pairs of five
        ("甲乙丙子丑寅", False),  # two
        ("甲乙子", False),  # one of two
        ("甲", False),  # no pair at all
    ],
)
def test_three_fifths_of_a_text_in_another_was_taken_into_it(part: str, merged: bool) -> None:  # noqa: FBT001  # pytest gives it by name
    """Two parts whose points make the whole."""
    old = things({"A1": ("己庚辛壬癸", "0.50"), "A2": (part, "1.00")})
    new = things({"B1": (ONES, "1.50")})
    assert (kinds(old, new) == [(ChangeKind.MERGED, "B1")]) == merged


def test_parts_of_another_year_are_no_parts() -> None:
    """Nothing is merged across years."""
    old = things({"A1": ("甲乙丙丁戊", "0.50")}) | things({"A2": ("己庚辛壬癸", "1.00")}, year=YEAR - 1)
    assert kinds(old, things({"B1": (ONES, "1.50")}))[0] == (ChangeKind.REMOVED, "A1")


def test_of_two_wholes_the_first_by_id_has_the_parts() -> None:
    """In whatever order they were read."""
    old = things({"A1": ("甲乙丙丁戊", "0.50"), "A2": ("己庚辛壬癸", "1.00")})
    new = things({"B2": (ONES, "1.50"), "B1": (ONES, "1.50")})
    assert kinds(old, new) == [(ChangeKind.MERGED, "B1"), (ChangeKind.ADDED, "B2")]


@pytest.mark.parametrize(("gone", "told"), [(100, ChangeKind.RENAMED), (101, ChangeKind.ADDED)])
def test_twenty_thousand_pairs_are_looked_at_and_no_more(gone: int, told: ChangeKind) -> None:
    """Beyond that only equal texts are known again: nobody renames a hundred things at once."""
    old = strangers(gone - 2) | things({"A1": (ONES, "1.00"), "A2": ("子丑寅卯", "1.00")})
    new = strangers(198, 1_000) | things({"B1": (ONES[:-1] + "子", "1.00"), "B2": ("子丑寅卯", "1.00")})
    found = dict((name, kind) for kind, name in kinds(old, new))  # noqa: C402  # names are unique among those that came
    assert (found["B1"], found["B2"]) == (told, ChangeKind.RENAMED)


@pytest.mark.parametrize(("gone", "told"), [(100, ChangeKind.MERGED), (101, ChangeKind.ADDED)])
def test_so_many_parts_are_looked_at_and_no_more(gone: int, told: ChangeKind) -> None:
    """The same limit holds for parts and wholes."""
    parts = {"A1": ("甲乙丙丁戊", "0.50"), "A2": ("己庚辛壬癸", "1.00")}
    old = strangers(gone - 2) | things(parts)
    found = kinds(old, strangers(199, 1_000) | things({"B1": (ONES, "1.50")}))
    assert (told, "B1") in found


def test_each_change_says_where_it_stands() -> None:
    """What came stands in the new files, what went stood in the old ones."""
    found = {change.kind: change for change in changes(small(), bureau()) if change.subject.what is What.UNIT}
    for kind, year in ((ChangeKind.ADDED, bureau().years[YEAR]), (ChangeKind.REMOVED, small().years[YEAR])):
        unit = year.units[found[kind].subject.id]
        assert found[kind].place == unit.place()
        assert found[kind].place.line > 1


def test_a_renamed_target_that_lost_a_field_is_told_with_both() -> None:
    """The other name, and the field."""
    old = edited(bureau_of(("ZD09-1", TEXT, "1.00")), "ZD09-1", "evidence", "台账")
    found = changes(old, bureau_of(("ZD09-2", TEXT, "1.00")))
    assert [(change.kind, change.field, change.new) for change in found] == [
        (ChangeKind.RENAMED, "", "ZD09-2"),
        (ChangeKind.CHANGED, "evidence", None),
    ]


def test_a_field_stands_where_it_is_written_now_and_one_that_went_where_it_was(tmp_path: Path) -> None:
    """The line that a reviewer opens."""
    lower = (ITEMS, "id: ZD01\n", "# 一行\nid: ZD01\n")
    edits = [lower, (ITEMS, "points: 1.80", "points: 1.90"), (ITEMS, "    person: 李四维\n", "")]
    found = {one.change.field: one.change.place for one in compared(tmp_path / "bureau", [], edits)}
    written = (BASE / ITEMS).read_text("utf-8").splitlines()
    line = {name: number for number, text in enumerate(written, 1) for name in (text.strip(),)}
    assert found["points"] == Place(ITEMS, line["points: 1.80"] + 1, len("    points: ") + 1)
    assert found["person"] == Place(ITEMS, line["person: 李四维"], len("    person: ") + 1)


def test_an_indicator_that_gets_targets_or_is_one_itself_has_other_fields() -> None:
    """The points go with the targets, and whoever applies the changes has the very state, both ways."""
    single = next(one for one in bureau().years[YEAR].indicators if isinstance(one, Single))
    told = written_indicator(single)
    head = {name: told.pop(name) for name in ("name", "category", "source")}
    told.pop("sample", None)
    inner = told | {"id": f"{single.id}-1"}
    composite = indicator_of({"id": single.id, **head, "points": told["points"], "targets": [inner]})
    others = tuple(one for one in bureau().years[YEAR].indicators if one is not single)
    new = with_indicators(bureau(), (*others, composite))
    for old, now in ((bureau(), new), (new, bureau())):
        found = changes(old, now)
        fields = {change.field for change in found if change.subject == named(single.id, What.INDICATOR)}
        assert fields == {"assessed", "points"}
        assert applied(state(old), found) == state(now)


def test_one_hundredth_moves_too() -> None:
    """The least that can be given and received; who neither gave nor received is left out."""
    assert list(points_moved({"甲": -1, "丙": 0, "乙": 1})) == [PointsMoved("甲", "乙", 1)]


def test_a_leader_answers_for_the_sum_of_the_targets() -> None:
    """Not for the last one."""
    year = bureau().years[YEAR]
    held = Counter(leader for item in year.items if (leader := item.leader))
    assert max(held.values()) > 1
    sums = {name: sum(item.points for item in year.items if item.leader == name) for name in held}
    assert {total.name: total.before for total in totals(year, None, "leader")} == sums
