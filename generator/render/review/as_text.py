"""The review report as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.views.review import NOTHING, ReviewEntry, ReviewReport


def as_text(report: ReviewReport) -> str:
    """The whole report; one line where nothing changed."""
    return "\n".join(map(visible, _lines(report))) + "\n"


def _lines(report: ReviewReport) -> Iterator[str]:
    if report.unchanged:
        yield NOTHING
        return
    yield f"{report.headline}（{report.base} → {report.head}）"
    yield report.verdict
    for entry in report.entries:
        yield from _entry(entry)
    for title, sums in (("股室分值", report.units), ("分管领导分值", report.leaders)):
        if sums:
            yield from ("", title)
            yield from (f"  {one.name}：{one.before} → {one.after}（{one.difference}）" for one in sums)
    yield from _section("分值调剂", report.moved)
    yield from _section("对不上的登记", report.faults)
    if report.stub:
        yield from ("", "缺少的批准记录（可贴进 approvals 的文件）", *report.stub.splitlines())
    yield from _section("影响的网页", report.pages)
    yield from _section("影响的公文和公示栏", report.documents)
    for title, problems in (("新增的问题", report.new_problems), ("已解决的问题", report.resolved_problems)):
        yield from _section(
            title, tuple(f"{one.file}:{one.line} {one.level} {one.message}" for one in problems)
        )


def _entry(entry: ReviewEntry) -> Iterator[str]:
    yield ""
    yield f"[{entry.weight}] {entry.sentence}。"
    where = f"{entry.file}:{entry.line}  " if entry.file else ""
    state = "：缺少" if entry.missing else ""
    yield f"    {where}{entry.rule}：{entry.why}{entry.instead}"
    yield f"    需要：{entry.needs}{state}；公众看到：{entry.public}"
    if entry.waived:
        yield f"    放行：{entry.waived}"


def _section(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield from ("", title)
        yield from (f"  {line}" for line in lines)


def visible(text: str) -> str:
    """Show control characters as escapes: a value must not steer the terminal."""
    return "".join(char if char.isprintable() or char == "　" else f"\\x{ord(char):02x}" for char in text)
