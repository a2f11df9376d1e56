"""The full table: every item with what was promised of it, or with where it stands; labels in every line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.compute.bulletins import Bulletin
from generator.model.circular import AnnexColumn
from generator.model.dossier import Dossier, Year
from generator.model.plan import Quarter
from generator.views.annex_table import annex_table
from generator.views.boards.facts import Facts, facts, in_print, matter, sample_notice
from generator.views.filled_form import quarter_sheet
from generator.views.sheet import LineKind, Sheet, SheetLine
from generator.views.states import states

_COLUMNS = (
    AnnexColumn.ID,
    AnnexColumn.INDICATOR,
    AnnexColumn.TEXT,
    AnnexColumn.POINTS,
    AnnexColumn.GOAL,
    AnnexColumn.DEADLINE,
    AnnexColumn.UNIT,
    AnnexColumn.LEADER,
    AnnexColumn.SCORING,
)
_STATE = "进度状态"


@dataclass(frozen=True, slots=True)
class Table:
    """The table of one bulletin; `notes` stand in a line each below it. `notice` is as a poster's.

    Cells that say `alert` are set apart; where nothing is, it is empty.
    """

    key: str
    bureau: str
    title: str
    sheet: Sheet
    notes: tuple[str, ...]
    alert: str
    notice: str
    facts: Facts


def table(dossier: Dossier, bulletin: Bulletin, site: str, *, draft: bool) -> Table:
    """The table of the plan or of a quarter; `site` is the website's address, or empty."""
    year, quarter = bulletin.year, bulletin.quarter
    sheet = _of_quarter(year, quarter) if quarter else annex_table(year, _COLUMNS)
    return Table(
        key=bulletin.key,
        bureau=dossier.bureau.name,
        title=f"{matter(bulletin)}全表",
        sheet=replace(sheet, above=(), below=()),
        notes=sheet.below,
        alert=_alert(year) if quarter else "",
        notice=sample_notice(bulletin),
        facts=facts(dossier, bulletin, site, draft=draft),
    )


def _alert(year: Year) -> str:
    """The state that asks for attention."""
    return next((in_print(one) for one in states(year.plan).values() if one.alert), "")


def _of_quarter(year: Year, quarter: Quarter) -> Sheet:
    """The table that goes to the superior, each state with its sign."""
    sheet = quarter_sheet(year, quarter)
    place = next(number for number, column in enumerate(sheet.columns) if column.title == _STATE)
    signs = {state.name: in_print(state) for state in states(year.plan).values()}
    return replace(sheet, lines=tuple(_signed(sheet.lines, place, signs)))


def _signed(lines: tuple[SheetLine, ...], place: int, signs: dict[str, str]) -> Iterator[SheetLine]:
    for line in lines:
        if line.kind is LineKind.ITEM:
            cells = (*line.cells[:place], signs.get(line.cells[place], line.cells[place]))
            yield replace(line, cells=(*cells, *line.cells[place + 1 :]))
        else:
            yield line
