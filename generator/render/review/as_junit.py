"""The review report as JUnit XML: a test for each change, which fails where it may not stand."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from generator.views.review import ReviewReport


def as_junit(report: ReviewReport) -> str:
    """One suite. What is refused, lacks its record, or is a new error, fails."""
    suite = ET.Element("testsuite", name="zhengben review")
    failures = 0
    for entry in report.entries:
        case = ET.SubElement(suite, "testcase", classname=_clean(entry.rule), name=_clean(entry.sentence))
        if entry.file:
            case.set("file", _clean(entry.file))
            case.set("line", str(entry.line))
        if entry.refused or entry.missing:
            failures += 1
            message = f"{entry.weight}：{entry.needs}{'（缺少）' if entry.missing else ''}。{entry.instead}"
            ET.SubElement(case, "failure", message=_clean(message))
    told = [
        (one.rule, f"{one.file}:{one.line} {one.message}")
        for one in report.new_problems
        if one.level == "错误"
    ]
    told += [("approvals", fault) for fault in report.faults]
    for rule, message in told:
        failures += 1
        case = ET.SubElement(suite, "testcase", classname=_clean(rule), name=_clean(message))
        ET.SubElement(case, "failure", message=_clean(message))
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(failures))
    ET.indent(suite)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suite, encoding="unicode")}\n'


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(char if char.isprintable() else "�" for char in text)
