"""The import of a form that was filled in, and then spoilt."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from generator.cli.printing import problem_lines
from generator.forms import forms as issued
from generator.importing.importing import import_forms
from generator.importing.replying import reply
from generator.load.dossier import read_dossier
from generator.load.spreadsheet.reading import workbook_from
from generator.model.dossier import Dossier
from generator.model.plan import Quarter
from generator.problem import blocking
from generator.render.form_xlsx import form_xlsx
from generator.views.form_inputs import Input, InputKind
from generator.views.form_reply import filled_again
from generator.views.sheet import Value
from tests.bench.fuzzing.running import Answer
from tests.bench.fuzzing.spoiling import NASTY, mutated_book
from tests.compute.written import InMemory
from tests.conftest import SMALL_BUREAU
from tests.importing.values import VALUES
from tests.load.spreadsheet.books import SHEET, packed, parts_of
from tests.load.spreadsheet.mutants import mutants
from tests.sites import tree

_YEAR = 2021
_CELL = re.compile(rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?)([^>]*?(?:/>|>.*?</c>))')
"""A cell of a form: its place and its look, and what it holds."""
_TYPED = (*NASTY, *(value for _, _, value, _ in VALUES))


@cache
def forms() -> Mapping[str, bytes]:
    """The forms of a small bureau, filled in: for the half-year that all have reported, and for the one they have not."""
    quarters = _dossier().years[_YEAR].plan.quarters
    return {name: form for quarter in quarters for name, form in _filled(_dossier(), quarter)}


def mutated(chance: random.Random, data: bytes) -> bytes:
    """A form with some cells written over, or a part's XML spoilt, or bytes of the package itself."""
    match chance.randrange(4):
        case 0:
            return mutated_book(chance, data)
        case 1:
            return next(mutants(chance.getrandbits(32), 1, (data,)))
    parts = parts_of(data)
    for _ in range(chance.randint(1, 4)):
        cell, other = chance.choices(list(_CELL.finditer(parts[SHEET])), k=2)
        content = chance.choice((_content(chance.choice(_TYPED)), other[2], b"/>"))
        parts[SHEET] = parts[SHEET][: cell.start()] + cell[1] + content + parts[SHEET][cell.end() :]
    return packed(parts, 0)


def read(file: str, data: bytes) -> Answer:
    """Import a form, say what there is to say of it, and make the reply if it is refused."""
    (one,) = import_forms(_dossier(), [(file, *workbook_from(data, file))], _old_text)
    assert (one.text is None) == blocking(one.problems)
    assert {problem.place.file for problem in one.problems} <= {file}
    assert problem_lines(one.problems).plain.count(file) >= len(one.problems)
    if one.text is None:
        assert reply(_dossier(), one)
    return one.text is not None, one.problems


def _old_text(path: str) -> str | None:
    return _files()[path].decode() if path in _files() else None


@cache
def _dossier() -> Dossier:
    return _read(_files())


@cache
def _files() -> dict[str, bytes]:
    """The files of a small bureau, whose units have reported its first half-year."""
    files = tree(SMALL_BUREAU)
    dossier = _read(files)
    for name, form in _filled(dossier, dossier.years[_YEAR].plan.quarters[0]):
        (one,) = import_forms(dossier, [(name, *workbook_from(form, name))], lambda _: None)
        assert one.asked is not None
        assert one.text is not None, one.problems
        files[one.asked.path] = one.text.encode()
    return files


def _read(files: Mapping[str, bytes]) -> Dossier:
    dossier, problems = read_dossier(InMemory(files))
    assert dossier is not None, problems
    return dossier


def _filled(dossier: Dossier, quarter: Quarter) -> Iterator[tuple[str, bytes]]:
    """The forms of all units for a half-year, by the name of the file."""
    for made in issued(dossier, _YEAR, dossier.years[_YEAR].organisation.units, (quarter,), blank=True):
        taken = [(line.id, one) for line in made.lines for one in line.inputs if one]
        head = [("", field.input) for field in (made.reported, *made.closing)]
        entered = {(item, one.field): _entered(one, quarter) for item, one in (*taken, *head)}
        yield f"{made.file_name}.xlsx", form_xlsx(filled_again(made, entered, {}))


def _entered(taken: Input, quarter: Quarter) -> Value:
    """What is filled in where: what goes with any item, so that the form would be taken."""
    match taken.kind:
        case InputKind.CHOICE:
            return taken.choices[1]
        case InputKind.NUMBER:
            return Decimal(0)
        case InputKind.DAY:
            return quarter.report_due if taken.field == "reported" else quarter.ends
        case InputKind.TEXT:
            return "" if taken.field in ("cause", "remedy", "late_reason") else "已经办到这一步。"


def _content(value: Any) -> bytes:
    """What stands, in XML, behind the place and the look of a cell that holds a value."""
    match value:
        case bool():
            kind, inner = "b", f"<v>{value:d}</v>"
        case date():
            kind, inner = "d", f"<v>{value.isoformat()}</v>"
        case str() if value.startswith("="):
            kind, inner = "str", f"<f>{escape(value[1:])}</f>"
        case str():
            kind, inner = "inlineStr", f'<is><t xml:space="preserve">{escape(value)}</t></is>'
        case _:
            kind, inner = "n", f"<v>{value}</v>"
    return f' t="{kind}">{inner}</c>'.encode()
