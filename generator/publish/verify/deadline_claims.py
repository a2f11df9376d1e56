"""What the page of deadlines claims: by when each circular and each quarter is due, and how many items fall due in a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from generator.compute.working_days import publication_due
from generator.model.dossier import Year
from generator.publish.reading.tables import Grid
from generator.publish.verify import spelling
from generator.publish.verify.context import Context
from generator.publish.verify.facts import Fields
from generator.publish.verify.spelling import squeezed
from generator.publish.verify.table_claims import Claim

_HEADS = {
    "成文日期": "created",
    "发布日期": "published",
    "最迟公开": "due",
    "季度结束": "ends",
    "报表上报截止": "reported",
    "到期的考评项": "items",
}
_RETROSPECTIVE = "（补报）"


def deadline_claims(grids: tuple[Grid, ...], context: Context) -> Iterator[Claim]:
    """Every claim of the page's tables, and for each line that they lack one that is not true."""
    expected, met = _expected(context.facts.year), set[str]()
    for grid in grids:
        heads = [_HEADS.get(squeezed(cell), "") for cell in grid.rows[0][1]]
        for place, cells in grid.rows[1:]:
            line = squeezed(cells[0]).removesuffix(_RETROSPECTIVE)
            met.add(line)
            for field, said in zip(heads, cells, strict=False):
                if field in expected.get(line, {}):
                    yield Claim(line, field, place, said, expected[line][field])
    for line in expected.keys() - met:
        yield Claim(line, "line", "", "", frozenset({line}))


def _expected(year: Year) -> Mapping[str, Fields]:
    """What stands in each line, by what it begins with."""
    lines: dict[str, Fields] = {}
    for circular in year.circulars:
        lines[squeezed(circular.number + circular.title)] = {
            "created": spelling.day(circular.date),
            "published": spelling.day(circular.disclosure.published),
            **_due(circular.date),
        }
    for quarter in year.plan.quarters:
        lines[quarter.name] = {
            "ends": spelling.day(quarter.ends),
            "reported": spelling.day(quarter.report_due),
            **_due(quarter.report_due),
        }
    months = Counter(f"{item.deadline.year}年{item.deadline.month}月" for item in year.items)
    return {**lines, **{month: {"items": spelling.count(items)} for month, items in months.items()}}


def _due(created: date) -> Fields:
    """By when something is to be public; nothing where no calendar tells the working days."""
    due = publication_due(created)
    return {"due": spelling.day(due)} if due else {}
