"""Quarterly reports, locks and errata are read into their year, in the order of quarters and units."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.compute.public import public_dossier
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Dossier
from generator.problem import Place, Problem

REPORT = """unit: {unit}
quarter: {quarter}
reported: 2021-04-09
filled_by: 张三
rows:
  - target: A01-1
    work: 接收3个批次。
    cumulative: 3
    state: on_schedule
    evidence: 移交清单
    self_score: 1.50
"""


def written(root: Path, files: dict[str, str]) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """What is read when these files of the year stand beside the small bureau's own."""
    for path, text in files.items():
        file = root / "data" / "2021" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return read_dossier(FilesOnDisk(root))


def report(unit: str = "综合科", quarter: str = "q1") -> str:
    """A report of one row."""
    return REPORT.format(unit=unit, quarter=quarter)


def test_reports_stand_in_the_order_of_quarters_and_units(small: Path) -> None:
    """Whatever the files are called, the first quarter comes first, and in it the first unit."""
    dossier, problems = written(
        small,
        {
            "progress/q2/a.yml": report("业务科", "q2"),
            "progress/q1/b.yml": report("业务科"),
            "progress/q1/z.yml": report("综合科"),
        },
    )
    assert problems == ()
    assert dossier is not None
    found = dossier.years[2021].progress
    assert [(one.quarter, one.unit) for one in found] == [
        ("q1", "综合科"),
        ("q1", "业务科"),
        ("q2", "业务科"),
    ]
    (row,) = found[0].rows
    assert (row.cumulative, row.self_score) == (Decimal(3), 150)
    assert row.place("cumulative") == Place("data/2021/progress/q1/z.yml", 8, 17)


def test_the_public_gets_the_work_and_not_what_is_internal(small: Path) -> None:
    """Who filled the form in, evidence and self-given scores stay inside; all else is public."""
    dossier, _ = written(small, {"progress/q1/a.yml": report()})
    assert dossier is not None
    (found,) = public_dossier(dossier).years[2021].progress
    assert (found.filled_by, found.rows[0].evidence, found.rows[0].self_score) == (None, None, None)
    assert (found.unit, found.rows[0].work, found.rows[0].cumulative) == (
        "综合科",
        "接收3个批次。",
        Decimal(3),
    )


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("progress/q2/a.yml", report(), "放在 q2 的文件夹里，里面的季度却是 q1"),
        (
            "locks/q2.yml",
            f"quarter: q1\nlocked: 2021-04-20\ndigest: {'0' * 64}\n",
            "文件名是 q2.yml，里面的季度却是 q1",
        ),
        (
            "errata/002.yml",
            "number: 1\nquarter: q1\ntarget: A01-1\nfield: state\nfrom: ahead\nto: behind\nreason: 填错。\n"
            "date: 2021-05-01\n",
            "文件名是 002.yml，里面的序号却是 1",
        ),
    ],
)
def test_a_file_says_what_its_name_says(small: Path, path: str, text: str, said: str) -> None:
    """A file in the wrong folder or under the wrong name is refused where its own word stands."""
    _, (problem,) = written(small, {path: text})
    assert (problem.rule, problem.place.file, problem.message) == ("file_name", f"data/2021/{path}", said)
