"""季度报表 as a unit gets it to fill in: what the plan says of each of its items, and what may be typed into which cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from generator.compute.form import FORM_VERSION, form_fingerprint, form_items, item_prints
from generator.compute.progress import Progress, progress
from generator.model.dossier import Dossier, Year
from generator.model.indicator import AssessedItem
from generator.model.organisation import Unit
from generator.model.plan import Quarter
from generator.model.progress import ProgressRow, QuarterlyReport
from generator.views import phrases
from generator.views.circular import Leaf
from generator.views.form_inputs import HEAD_FIELDS, FormField, Input, head_fields, row_inputs
from generator.views.quarterly_form import SIGNED, form_cells, form_columns, form_head, form_leaf, form_notes
from generator.views.sheet import Column, LineKind, Sheet, SheetLine

MARK_SHEET = "表单标记"
"""The hidden sheet by which an import knows a form."""
MARK_ROW = ("target", "print")
"""What opens the hidden sheet's line of an item; after it the fields of a row as they stood when the form was made."""
ID_TITLE = "编号（请勿改动）"
"""The head of the hidden column of ids."""

GUIDE = "3.浅黄色的格由填报单位填写，其余各格不要改动；右边的自评得分、印证材料内部使用，不打印。"
"""How the form is filled in as a spreadsheet, after what stands on every print of it."""

_BEFORE = Column("上季度累计", 5, centred=True)
_INTERNAL = (
    Column("分值", 3, centred=True),
    Column("自评得分", 4, centred=True),
    Column("印证材料", 9),
)
_OFFICIAL = ("id", "text", "goal", "deadline", "work", "before", "figure", "state", "cause", "remedy")
KEYS = (*_OFFICIAL, "points", "self_score", "evidence")
"""What each column holds: what the plan says, what was reported before, or a field of a row. A figure is `cumulative`
or `done_on`, as the goal asks."""
_TEXTS = (14, 16, 8, 8)
"""How the columns of running text share the room: target, work, cause, remedy."""
_SAMPLE = "表内目标为示例数据。"


@dataclass(frozen=True, slots=True)
class FormLine:
    """One item: its id, its cells as words (empty where they are to be filled in), and what those take."""

    id: str
    cells: tuple[str, ...]
    inputs: tuple[Input | None, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one unit and quarter. `file_name`, without its ending, tells the unit that gets it.

    `leaf` is what is printed and signed; `columns` are its columns and after them those that stay inside the bureau.
    `reported` stands above the table, `closing` below it. `facts` and `issued` are for the import: what form it is, and
    a table of what the plan and the reports said of its items as it was made.
    """

    year: int
    quarter: str
    slug: str
    file_name: str
    leaf: Leaf
    columns: tuple[Column, ...]
    lines: tuple[FormLine, ...]
    reported: FormField
    closing: tuple[FormField, ...]
    facts: tuple[tuple[str, str], ...]
    issued: tuple[tuple[str, ...], ...]


def form(dossier: Dossier, number: int, unit: Unit, quarter: Quarter, *, blank: bool = False) -> Form | None:
    """The form of a unit for a quarter of a year, with what it reported already unless it is to be blank.

    None if the unit answers for nothing in that quarter.
    """
    year = dossier.years[number]
    items = form_items(year, unit.name, quarter.id)
    if not items:
        return None
    asked = _Asked(
        dossier.bureau.name,
        year,
        unit,
        quarter,
        items,
        None if blank else report_of(year, quarter.id, unit.name),
    )
    known = progress(year)
    lines = tuple(_line(asked, item, known) for item in items)
    reported, *closing = head_fields(quarter, asked.report)
    leaf = _leaf(asked, lines)
    return Form(
        year=number,
        quarter=quarter.id,
        slug=unit.slug,
        file_name=f"{number}年{quarter.name}-{unit.name}",
        leaf=leaf,
        columns=columns_of(year),
        lines=lines,
        reported=reported,
        closing=tuple(closing),
        facts=tuple(_facts(asked)),
        issued=tuple(_issued(asked)),
    )


def columns_of(year: Year) -> tuple[Column, ...]:
    """The columns of a year's forms, in the order of `KEYS`: those printed, and after them those that stay inside."""
    return (*_printed_columns(year), *_INTERNAL)


def issued_values(row: ProgressRow | None) -> Mapping[str, str]:
    """A row's fields as its file has them, each as text, empty where it has none; the target is not among them."""
    told: dict[str, Any] = row.model_dump(mode="json", exclude_none=True) if row else {}
    return {name: told.get(name, "") for name in ProgressRow.model_fields if name != "target"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a form is made of: who is asked of which items, and what was answered already."""

    bureau: str
    year: Year
    unit: Unit
    quarter: Quarter
    items: tuple[AssessedItem, ...]
    report: QuarterlyReport | None

    def row(self, item: str) -> ProgressRow | None:
        """What was answered of an item."""
        rows = self.report.rows if self.report else ()
        return next((row for row in rows if row.target == item), None)


def report_of(year: Year, quarter: str, unit: str) -> QuarterlyReport | None:
    """What a unit reported of a quarter."""
    return next((one for one in year.progress if (one.quarter, one.unit) == (quarter, unit)), None)


def _printed_columns(year: Year) -> tuple[Column, ...]:
    """Those of the official form; before this quarter's figure stands the last one's."""
    shares = iter(_TEXTS)
    columns = [
        Column(one.title, next(shares), flexible=True) if one.flexible else one for one in form_columns(year)
    ]
    columns.insert(KEYS.index("before"), _BEFORE)
    return tuple(columns)


def _line(asked: _Asked, item: AssessedItem, known: Progress) -> FormLine:
    before = _before(asked.year, asked.quarter, item, known)
    inputs = row_inputs(asked.year, item, asked.row(item.id), before)
    plan = form_cells(asked.year, item)
    told = {
        KEYS.index("before"): before,
        KEYS.index("points"): phrases.points_column(item.points),
    }
    cells = (*plan, *(told.get(place, "") for place in range(len(plan), len(KEYS))))
    return FormLine(item.id, cells, tuple(inputs.get(name) for name in KEYS))


def _before(year: Year, quarter: Quarter, item: AssessedItem, reported: Progress) -> str:
    """What was last reported before a quarter; of which quarter, if it is not the one just before."""
    earlier = year.plan.quarters[: year.plan.quarters.index(quarter)]
    for one in reversed(earlier):
        entry = reported.of(one.id, item.id)
        if entry is not None:
            text = phrases.reached(item.goal, entry.row.cumulative, entry.row.done_on, year.year)
            return text if one is earlier[-1] else f"{text}（{one.name}）"
    return phrases.NONE


def _leaf(asked: _Asked, lines: tuple[FormLine, ...]) -> Leaf:
    year, quarter, unit = asked.year, asked.quarter, asked.unit.name
    columns = _printed_columns(year)
    printed = []
    for line in lines:
        cells = tuple(_printed(line, place) for place in range(len(columns)))
        printed.append(SheetLine(LineKind.ITEM, cells, cells))
    head = form_head(year, quarter, unit, asked.report.reported if asked.report else None)
    sheet = Sheet(columns, tuple(printed), head, (SIGNED, *_notes(asked)))
    return form_leaf(asked.bureau, year, quarter, sheet, by=unit, day=quarter.ends)


def _printed(line: FormLine, place: int) -> str:
    taken = line.inputs[place]
    if taken is None:
        return line.cells[place]
    match taken.value:
        case date() as day:
            return phrases.day(day)
        case Decimal() as quantity:
            return phrases.number(quantity)
        case value:
            return str(value)


def _notes(asked: _Asked) -> Iterator[str]:
    yield from form_notes(asked.year, "")
    ids = {item.id for item in asked.items}
    if any(one.sample for one in asked.year.indicators for item in one.items if item.id in ids):
        yield _SAMPLE


def _facts(asked: _Asked) -> Iterator[tuple[str, str]]:
    yield from (("version", FORM_VERSION), ("year", str(asked.year.year)))
    yield from (("quarter", asked.quarter.id), ("unit", asked.unit.name))
    yield "fingerprint", form_fingerprint(item_prints(asked.items))
    told: dict[str, str] = asked.report.model_dump(mode="json", exclude_none=True) if asked.report else {}
    for name in HEAD_FIELDS:
        yield name, told.get(name, "")


def _issued(asked: _Asked) -> Iterator[tuple[str, ...]]:
    yield (*MARK_ROW, *issued_values(None))
    prints = item_prints(asked.items)
    for item in asked.items:
        yield (item.id, prints[item.id], *issued_values(asked.row(item.id)).values())
