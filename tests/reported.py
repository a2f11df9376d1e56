"""A year in which something was reported: the small bureau's, with one unit's report of one half and its correction."""

from __future__ import annotations

from pathlib import Path

REPORT = """unit: 业务科
quarter: first_half
reported: 2021-07-08
filled_by: 某填报人
sample: yes
rows:
  - target: JS01-1
    work: 接收到期档案，逐卷交接。
    cumulative: 1100
    state: under_way
    cause: 两个单位没有按时移交。
    remedy: 七月底以前上门接收。
    evidence: 某移交清单
    self_score: '2.29'
  - target: JS01-2
    work: 逐卷查验，不合格的退回重整。
    cumulative: 97.5
    state: under_way
"""
ERRATUM = """number: 1
quarter: first_half
target: JS01-1
field: cumulative
from: '1100'
to: '1200'
reason: 漏计一批。
date: 2021-07-20
sample: yes
"""


def report(project: Path) -> None:
    """Put the report and its correction into a copy of the small bureau."""
    folder = project / "data/2021"
    for name, text in (("progress/first_half/yewu.yml", REPORT), ("errata/001.yml", ERRATUM)):
        file = folder / name
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
