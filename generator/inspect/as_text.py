"""The report for a terminal: what fails first, then every measured row by part, the fonts, and what did not apply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from generator.inspect.comparison import Pair
from generator.inspect.report import STANDARD, Outcome, Report, Result
from generator.inspect.row import Strength

SIGNS = {Outcome.PASSED: "√", Outcome.FAILED: "×", Outcome.ABSENT: "－", Outcome.UNMEASURED: "？"}
_COLUMNS = (("", 2), ("条款", 12), ("强度", 4), ("项目", 34), ("应为", 24), ("实为", 32), ("位置", 28))
_COLOURS = {Outcome.PASSED: "green", Outcome.FAILED: "bold red", Outcome.UNMEASURED: "yellow"}


def as_text(report: Report) -> RenderableType:
    """A whole report."""
    blocks: list[RenderableType] = [
        Text(heading(report), style="bold"),
        Text(STANDARD),
        Text(verdict(report)),
        "",
    ]
    blocks += [Text("认出的要素", style="bold"), Text(found(report)), ""]
    failed = report.failed()
    if failed:
        blocks += [Text("不符的各行", style="bold"), _rows([("", failed)]), ""]
    blocks += [Text("量过的各行", style="bold"), _rows(_by_part(report.results))]
    blocks += [Text("字体", style="bold"), _fonts(report)]
    if report.readings:
        blocks += [Text("DOCX 自己的设置", style="bold"), _readings(report), ""]
    absent = [result for result in report.results if result.outcome is Outcome.ABSENT]
    if absent:
        blocks += [Text(f"不适用的 {len(absent)} 行", style="bold"), Text(_reasons(absent))]
    return Group(*blocks)


def comparison_as_text(first: Report, second: Report, pairs: Sequence[Pair]) -> RenderableType:
    """Two files side by side."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("", "条款", "项目", first.file, second.file, "相差"):
        table.add_column(name, overflow="fold", justify="right" if name == "相差" else "left")
    for pair in pairs:
        difference = "" if pair.difference is None else f"{pair.difference:+.2f}"
        style = "bold red" if pair.differs else ""
        table.add_row(
            Text("≠" if pair.differs else "＝", style=style),
            *(Text(cell, style=style) for cell in (pair.row.clause, pair.row.what)),
            *(Text(_shown(result)) for result in (pair.first, pair.second)),
            Text(difference, style=style),
        )
    count = sum(pair.differs for pair in pairs)
    return Group(
        "", Text(f"两个文件相比：{count} 行不一致，{len(pairs) - count} 行一致。", style="bold"), table
    )


def heading(report: Report) -> str:
    """The file in one line."""
    made = f"，由 {report.producer} 生成" if report.producer else ""
    parts = dict(report.recognised)
    seen = any(parts[name] for name in ("发文机关标志", "发文字号", "标题"))
    form = f"{report.form}格式" if seen else "没有认出版头和标题，可能不是公文"
    return f"{report.file}：{form}，共 {report.pages} 页{made}"


def verdict(report: Report) -> str:
    """The sum of all rows in one sentence."""
    counts = report.counts
    shares = [
        f"{strength.value} {len(report.failed(strength))}" for strength in Strength if report.failed(strength)
    ]
    failed = f"不符 {counts[Outcome.FAILED]} 行" + (f"（{'，'.join(shares)}）" if shares else "")
    unmeasured = f"，量不出 {counts[Outcome.UNMEASURED]} 行" if counts[Outcome.UNMEASURED] else ""
    return f"符合 {counts[Outcome.PASSED]} 行，{failed}{unmeasured}，不适用 {counts[Outcome.ABSENT]} 行。"


def found(report: Report) -> str:
    """The parts that were recognised, each with its words, and those that were not."""
    there = [f"{name}：{words}" for name, words in report.recognised if words]
    missing = [name for name, words in report.recognised if not words]
    return "\n".join([*there, *([f"没有找到：{'、'.join(missing)}"] if missing else [])])


def _by_part(results: Iterable[Result]) -> list[tuple[str, list[Result]]]:
    parts: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        if result.outcome is not Outcome.ABSENT:
            parts[result.row.part.value].append(result)
    return list(parts.items())


def _rows(parts: Iterable[tuple[str, Sequence[Result]]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name, width in _COLUMNS:
        table.add_column(name, overflow="fold", width=width, no_wrap=width < 5)
    for part, results in parts:
        if part:
            table.add_row("", "", "", Text(part, style="bold"))
        for result in results:
            row = result.row
            style = _COLOURS.get(result.outcome, "")
            table.add_row(
                Text(SIGNS[result.outcome], style=style),
                Text(row.clause),
                Text(row.strength.value),
                Text(row.what),
                Text(str(row.target)),
                Text(_shown(result), style="" if result.outcome is Outcome.PASSED else style),
                Text(place(result)),
            )
        table.add_section()
    return table


def place(result: Result) -> str:
    """Where the worst value stands, and how many values are wrong of how many."""
    if result.outcome is Outcome.FAILED and result.measured > 1:
        return f"{result.where}（{result.measured} 处中 {result.wrong} 处）"
    return result.where


def _shown(result: Result) -> str:
    return result.value or result.outcome.value


def _fonts(report: Report) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("用途", "字体", "种类", "字数", "例如", "嵌入"):
        table.add_column(name, overflow="fold", justify="right" if name == "字数" else "left")
    for use in report.fonts:
        embedded = "是" if use.embedded else "否"
        table.add_row(
            *(Text(cell) for cell in (use.role, use.font, use.kind, str(use.characters), use.shown, embedded))
        )
    return table


def _readings(report: Report) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    for name, value in report.readings:
        table.add_row(Text(name), Text(value))
    return table


def _reasons(absent: Iterable[Result]) -> str:
    reasons: dict[str, list[str]] = defaultdict(list)
    for result in absent:
        reasons[result.where].append(result.row.what)
    return "\n".join(f"{reason}：{'；'.join(rows)}" for reason, rows in reasons.items())
