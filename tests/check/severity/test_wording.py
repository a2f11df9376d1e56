"""更正性 is computed: only a wording in which every figure and every word that bends a promise stays is one."""

from __future__ import annotations

import pytest

from generator.check.severity.wording import corrective, unlike

SAME = [
    ("开展宣传活动100场。", "开展宣传活动100场"),
    ("组织普法讲座100场", "组织普法宣讲100场"),
    ("每季度排查1次", "每季度排查一次"),
    ("群众满意。", "群众比较满意。"),
    ("开展活动100 场", "开展活动100场"),
]
OTHER = [
    ("开展活动100场", "开展活动10场"),
    ("开展活动100场", "开展活动1000场"),
    ("开展活动100场", "开展活动100次"),
    ("开展活动100场", "开展活动1\u200b00场"),
    ("开展活动100场", "开展活动100\u2060场"),
    ("达到98%以上", "达到98%以下"),
    ("达到98%", "达到98"),
    ("6月30日前完成", "6月30日完成"),
    ("6月30日前完成", "7月30日前完成"),
    ("不得超期", "得超期"),
    ("确保完成", "力争完成"),
    ("应当完成", "可以完成"),
    ("全部完成", "基本完成"),
    ("每年2次", "每月2次"),
    ("超过3起", "不超过3起"),
    ("甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未申"),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_a_wording_that_promises_the_same_is_a_correction(old: str, new: str) -> None:
    """Punctuation, synonyms and the way a number is written do not matter."""
    assert corrective(old, new)
    assert corrective(new, old)


@pytest.mark.parametrize(("old", "new"), OTHER)
def test_a_wording_that_promises_otherwise_is_none(old: str, new: str) -> None:
    """A figure, a date, a measure, a negation, a qualifier, or a character that nobody sees."""
    assert not corrective(old, new)


@pytest.mark.parametrize(("new", "same"), [("甲乙丙子丑", True), ("甲乙子丑寅", False)])
def test_three_fifths_of_a_wording_stay_in_a_correction(new: str, same: bool) -> None:  # noqa: FBT001  # pytest gives it by name
    """A text of which less stays is another text."""
    assert corrective("甲乙丙丁戊", new) == same


def test_a_long_wording_of_common_words_can_be_corrected() -> None:
    """That some characters stand in it again and again does not make them nothing."""
    long = "走访群众，宣传政策，" * 40
    assert corrective(long, "好" + long)


def test_nobody_reads_over_twenty_thousand_characters() -> None:
    """A text up to that length may be corrected, neither before nor after it may be longer."""
    long = "".join(chr(0x4E00 + n) for n in range(20_000))
    assert corrective(long, long)
    assert not corrective(long, long + "好")
    assert not corrective(long + "好", long)


def test_texts_with_nothing_in_common_are_unlike() -> None:
    """One that was reworded is not; a tenth of the pairs of characters is enough."""
    ones = "甲乙丙丁戊己庚辛壬癸子"
    assert not unlike(ones, "甲乙一二三四五六七八九")  # one pair of ten
    assert not unlike(ones, "一二三四五六七八九癸子")  # the last
    assert unlike(ones, "甲子一二三四五六七八九")
    assert unlike(ones + "丑", "甲乙一二三四五六七八九十")  # one of eleven
    assert not unlike("甲", "甲")
    assert unlike("甲", "乙")
    assert unlike("整治河道二十公里", "接待群众来信来访")
    assert not unlike("整治河道二十公里", "整治农村河道二十公里")
