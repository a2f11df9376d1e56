"""The table of rows for the handbook, made from the table itself."""

from __future__ import annotations

from generator.inspect.row import Part
from generator.inspect.table import ROWS


def rows_as_markdown() -> str:
    """Every row under its part: clause, strength, what is measured, target, and its permanent id."""
    lines: list[str] = []
    for part in Part:
        lines += [f"### {part.value}", "", "| 条款 | 强度 | 项目 | 应为 | 编号 |", "|---|---|---|---|---|"]
        lines += [
            f"| {row.clause} | {row.strength.value} | {row.what} | {row.target} | `{row.id}` |"
            for row in ROWS
            if row.part is part
        ]
        lines.append("")
    return "\n".join(lines)
