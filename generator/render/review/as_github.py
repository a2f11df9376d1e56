"""The review report as workflow commands, which GitHub, Gitea and Forgejo show beside the changed line."""

from __future__ import annotations

from generator.views.review import NOTHING, ReviewEntry, ReviewReport

_MAJOR = 3


def as_github(report: ReviewReport) -> str:
    """An annotation for each change and each new problem, then the verdict."""
    if report.unchanged:
        return f"{NOTHING}\n"
    lines = [_annotation(entry) for entry in report.entries]
    lines += [
        _command("error" if one.level == "错误" else "warning", one.file, one.line, one.rule, one.message)
        for one in report.new_problems
    ]
    lines += [f"::error::{_data(fault)}" for fault in report.faults]
    return "\n".join([*lines, _plain(f"{report.headline}。{report.verdict}"), ""])


def _annotation(entry: ReviewEntry) -> str:
    weighty = entry.refused or entry.missing
    level = "error" if weighty else "warning" if entry.severity >= _MAJOR else "notice"
    message = f"[{entry.weight}] {entry.sentence}。需要：{entry.needs}{'（缺少）' if entry.missing else ''}"
    return _command(level, entry.file, entry.line, entry.rule, message)


def _command(level: str, file: str, line: int, title: str, message: str) -> str:
    return f"::{level} file={_property(file)},line={line},title={_property(title)}::{_data(message)}"


def _plain(text: str) -> str:
    return text.replace("::", "：：")


def _data(value: str) -> str:
    """Escape a text, so that it can neither end the command nor begin another."""
    printable = value.encode(errors="backslashreplace").decode()
    return printable.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
