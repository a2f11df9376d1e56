"""What checking answers: all problems at once, in order, each with the figures a clerk needs."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest

from generator.check.registry import rules
from generator.check.rules.scoring import near_identical_targets
from generator.check.run import check, check_with
from generator.model.dossier import Dossier, Year
from generator.problem import Place, Problem
from tests.check.bureaus import BASE, CASES, lay_out, read


def problems_of(rule: str, case: str, root: Path) -> list[Problem]:
    """What checking a case reports."""
    lay_out(next(each for each in CASES if (each.parent.name, each.name) == (rule, case)), root)
    return [problem for problem in check(read(root)) if problem.rule == rule]


def test_points_that_do_not_sum_name_every_addend_with_its_value_and_place(tmp_path: Path) -> None:
    """The clerk need not open a file to see which figure is odd."""
    (problem,) = problems_of("points_do_not_sum", "targets_of_an_indicator", tmp_path)
    assert problem.message == "ZD01“河道治理”写明 3.00 分，下面 2 项合计 3.05 分，多 0.05 分"
    assert problem.hint == (
        "各项是：ZD01-1 1.80（data/2021/indicators/ZD01.yml:9）、ZD01-2 1.25（data/2021/indicators/ZD01.yml:22）"
    )
    assert problem.place == Place("data/2021/indicators/ZD01.yml", 5, 9)


def test_counts_that_differ_name_what_was_counted(tmp_path: Path) -> None:
    """The missing or surplus file shows in the list."""
    (problem,) = problems_of("count_differs", "one_indicator_too_many", tmp_path)
    assert problem.message == "“日常任务”写明一级指标 1 项，实有 2 项，多 1 项"
    assert problem.hint == (
        "计入的是：RC01（data/2021/indicators/RC01.yml:1）、RC02（data/2021/indicators/RC02.yml:1）"
    )


@pytest.mark.parametrize(
    ("rule", "case", "proposed"),
    [
        ("unit_unknown", "a_wrong_character", "是不是“工程建设股”？"),
        ("unit_unknown", "a_short_form_among_partners", "这里要写全称“工程建设股”"),
        ("leader_unknown", "a_name_that_is_not_registered", "是不是“赵一鸣”？"),
        ("category_unknown", "a_category_that_is_not_in_the_plan", "是不是“日常任务”？"),
        ("quarter_unknown", "a_fifth_quarter", "是不是“q"),
        ("circular_unknown", "a_serial_that_is_not_recorded", "是不是“云水〔2021〕7号”？"),
        ("citation_unregistered", "in_prose", "是不是“云府办〔2021〕15号”？"),
        ("data_word_unknown", "a_word_that_is_misspelt", "是不是“plan.work.targets”？"),
        ("data_word_unknown", "a_block_in_a_sentence_and_a_word_on_its_own", "写在句子里"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest_known_one(
    rule: str, case: str, proposed: str, tmp_path: Path
) -> None:
    """A misspelling is mended by copying the hint."""
    assert proposed in problems_of(rule, case, tmp_path)[0].hint


def test_a_finding_in_prose_stands_at_its_column(tmp_path: Path) -> None:
    """An editor jumps to the words themselves."""
    (problem,) = problems_of("annex_missing", "a_second_annex_of_one", tmp_path)
    line = (tmp_path / problem.place.file).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith("附件2")


def test_problems_come_sorted_whatever_the_order_of_rules(tmp_path: Path) -> None:
    """Two runs print the same text."""
    lay_out(next(case for case in CASES if case.parent.name == "category_unknown"), tmp_path)
    dossier = read(tmp_path)
    problems = check(dossier)
    assert [problem.place for problem in problems] == sorted(problem.place for problem in problems)
    assert len({problem.place.file for problem in problems}) > 1
    assert check_with(reversed(rules()), dossier) == problems


@pytest.mark.parametrize(("alike", "expected"), [(False, 0), (True, 1199)])
def test_looking_for_targets_that_read_alike_compares_few_of_many(
    monkeypatch: pytest.MonkeyPatch, expected: int, *, alike: bool
) -> None:
    """The work grows with the number of targets, not with its square, whether they differ or are all alike."""
    compared: list[float] = []
    share = near_identical_targets._share

    def counted(one: frozenset[str], other: frozenset[str]) -> float:
        compared.append(share(one, other))
        return compared[-1]

    monkeypatch.setattr(near_identical_targets, "_share", counted)
    found = list(near_identical_targets.check(_with_texts(_texts(1200, alike=alike))))
    assert len(found) == expected
    assert len(compared) < 12 * 1200


def _texts(number: int, *, alike: bool) -> list[str]:
    chosen = random.Random(1)
    words = [chr(0x4E00 + at) for at in range(1500)]
    return [
        f"全面完成本年度水利工程安全运行管理任务第{at}项" if alike else "".join(chosen.choices(words, k=25))
        for at in range(number)
    ]


def _with_texts(texts: list[str]) -> Dossier:
    base = read(BASE)
    year = base.years[2021]
    single = year.indicators[0]
    indicators = tuple(single.model_copy(update={"text": text}) for text in texts)
    return dataclasses.replace(base, years={2021: Year(2021, year.plan, year.organisation, indicators)})
