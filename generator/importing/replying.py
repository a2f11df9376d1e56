"""The form that goes back to its unit: what was filled in, with every doubt marked and listed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from generator.importing.importing import Imported
from generator.importing.reading import Spot
from generator.importing.recognition import Asked
from generator.importing.titles import title_of
from generator.load.spreadsheet.workbook import Cell
from generator.model.dossier import Dossier
from generator.problem import Place, Problem
from generator.render.form_xlsx import reply_xlsx
from generator.views.form import Form, form
from generator.views.form_reply import Doubt, filled_again
from generator.views.sheet import Value


def reply(dossier: Dossier, imported: Imported) -> bytes:
    """The workbook to send back. Where the file was not made out at all, it holds the list of doubts alone."""
    asked, cells = imported.asked, imported.filled.cells
    spots = {cell.place: spot for spot, cell in cells.items()}
    doubts = tuple(
        _doubt(dossier, asked, problem, spots.get(problem.place), cells) for problem in imported.problems
    )
    made = form(dossier, asked.year.year, asked.unit, asked.quarter) if asked else None
    if made is None:
        return reply_xlsx(None, doubts)
    return reply_xlsx(_marked(made, imported, spots), doubts)


def _marked(made: Form, imported: Imported, spots: Mapping[Place, Spot]) -> Form:
    entered = {spot: _entered(cell) for spot, cell in imported.filled.cells.items()}
    told: dict[Spot, str] = {}
    for problem in imported.problems:
        spot = spots.get(problem.place)
        if spot is not None:
            told[spot] = "；".join(filter(None, (told.get(spot), f"{problem.message}。{problem.hint}")))
    return filled_again(made, entered, told)


def _doubt(
    dossier: Dossier, asked: Asked | None, problem: Problem, spot: Spot | None, cells: dict[Spot, Cell]
) -> Doubt:
    if spot is None or asked is None:
        return Doubt("", problem.place.cell if problem.place.sheet else "", "", problem.message, problem.hint)
    entered = _entered(cells[spot])
    return Doubt(spot[0], title_of(dossier, asked, spot), str(entered), problem.message, problem.hint)


def _entered(cell: Cell) -> Value:
    """What stands in a cell; a formula without a result is shown as it was written."""
    match cell.value:
        case None:
            return cell.formula
        case bool():
            return "TRUE" if cell.value else "FALSE"
        case datetime():
            return str(cell.value)
        case str() | Decimal() | date():
            return cell.value
        case _:
            return str(cell.value)
