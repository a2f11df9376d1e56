"""The review report as Markdown for one comment that a forge's bot keeps up to date.

Every value comes from data that a stranger may have written: what a forge would take for a mention, a reference, a link,
a picture, HTML or a cell's end is printed as its full-width form or escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.views.review import NOTHING, ReviewReport
from generator.views.review_effects import Sum

MARK = "<!-- zhengben-review -->"
"""The first line, by which a bot finds its own comment again."""
_WIDE = str.maketrans(
    dict(zip("@#!~$&", "＠＃！～＄＆", strict=True)) | {"<": "&lt;", ">": "&gt;"}
)  # full-width on purpose
_ACTIVE = re.compile(r"([\\`*_{}\[\]()|+\-.=:^])")
_ENTRIES, _LONG, _WHOLE = 100, 400, 60_000
"""So many changes, so long a value, so long a comment: forges refuse more than about 65,000 characters."""


def as_markdown(report: ReviewReport) -> str:
    """The comment; one line where nothing changed."""
    if report.unchanged:
        return f"{MARK}\n{NOTHING}\n"
    text = "\n".join(_lines(report)) + "\n"
    if len(text) <= _WHOLE:
        return text
    kept = text[:_WHOLE].rpartition("\n")[0]
    fence = "\n```" if kept.count("```") % 2 else ""
    return f"{kept}{fence}\n\n……报告过长，其余见 HTML 报告。\n"


def _lines(report: ReviewReport) -> Iterator[str]:
    yield from (MARK, f"## {_safe(report.headline)}", "", f"**{_safe(report.verdict)}**", "")
    if report.entries:
        yield from ("| 轻重 | 改动 | 需要 | 公众看到 |", "| --- | --- | --- | --- |")
    for entry in report.entries[:_ENTRIES]:
        state = "（**缺少**）" if entry.missing else ""
        waived = f"<br>放行：{_safe(entry.waived)}" if entry.waived else ""
        why = f"<br><sub>{_safe(entry.why + entry.instead)}</sub>" if entry.severity > 1 else ""
        yield f"| {entry.weight} | {_safe(entry.sentence)}。{why}{waived} | {_safe(entry.needs)}{state} | {_safe(entry.public)} |"
    if len(report.entries) > _ENTRIES:
        yield from ("", f"其余 {len(report.entries) - _ENTRIES} 项见 HTML 报告。")
    for title, sums in (("股室", report.units), ("分管领导", report.leaders)):
        yield from _sums(title, sums)
    yield from _section("分值调剂", report.moved)
    yield from _section("对不上的登记", report.faults)
    if report.stub:
        stub = report.stub.replace("```", "'''")
        yield from ("", "### 缺少的批准记录", "", "```yaml", *stub.splitlines(), "```")
    yield from _section("影响的网页", report.pages)
    yield from _section("影响的公文和公示栏", report.documents)
    for title, found in (("新增的问题", report.new_problems), ("已解决的问题", report.resolved_problems)):
        yield from _section(title, tuple(f"{one.level} {one.file}:{one.line} {one.message}" for one in found))


def _sums(title: str, sums: tuple[Sum, ...]) -> Iterator[str]:
    if sums:
        yield from ("", f"| {title} | 原分值 | 新分值 | 增减 |", "| --- | --- | --- | --- |")
        yield from (
            f"| {_safe(one.name)} | {_safe(one.before)} | {_safe(one.after)} | {_safe(one.difference)} |"
            for one in sums
        )


def _section(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield from ("", f"### {title}", "")
        yield from (f"* {_safe(line)}" for line in lines[:_ENTRIES])
        if len(lines) > _ENTRIES:
            yield f"* 等 {len(lines)} 项"


def _safe(text: str) -> str:
    """A text of one line in which a forge finds nothing to act upon."""
    line = " ".join(text.split())
    line = line if len(line) <= _LONG else f"{line[:_LONG]}…"
    printable = "".join(char if char.isprintable() else "�" for char in line)
    return _ACTIVE.sub(r"\\\1", printable.translate(_WIDE))
