"""The handbook explains every rule on changes, as the rules themselves have it."""

from __future__ import annotations

from generator.check.severity.registry import severity_rules
from tests.docs.pages import HANDBOOK, generated, rewrite

_PAGE, _NAME = HANDBOOK / "change-control.md", "severity rules"


def test_the_handbook_lists_every_rule_on_changes(*, accept: bool) -> None:
    """The heaviest first; each with why and what to do. `--accept` rewrites the table."""
    rows = [
        f"| `{rule.id}` | {int(rule.severity)} {rule.severity.title} | {rule.why}{rule.instead} |"
        for rule in sorted(severity_rules(), key=lambda one: (-one.severity, one.id))
    ]
    table = "\n".join(["| 编号 | 轻重 | 说明 |", "| --- | --- | --- |", *rows]) + "\n"
    if accept:
        rewrite(_PAGE, _NAME, table)
    assert generated(_PAGE, _NAME) == table
