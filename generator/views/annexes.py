"""The annexes of a circular, ready to print with it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.circular import Annex, Circular, Content
from generator.model.dossier import Year
from generator.views.annex_table import annex_table
from generator.views.circular import Part, Title
from generator.views.quarterly_form import quarterly_form
from generator.views.sheet import Sheet


def annexes(year: Year, circular: Circular) -> Iterator[Part]:
    """Every annex of a circular in its order: 附件 if it is the only one, else 附件1, 附件2."""
    for index, annex in enumerate(circular.annexes):
        title = Title(annex.title, (annex.title,), settled=True, place=annex.place("title"))
        yield Part(label(circular, index), title, (), _sheet(year, circular, annex))


def label(circular: Circular, index: int) -> str:
    """What an annex is called at its head and where others name it."""
    return "附件" if len(circular.annexes) == 1 else f"附件{index + 1}"


def _sheet(year: Year, circular: Circular, annex: Annex) -> Sheet:
    if annex.content is Content.TARGET_TABLE:
        return annex_table(year, annex.columns)
    contents = [one.content for one in circular.annexes]
    tables = [label(circular, index) for index, one in enumerate(contents) if one is Content.TARGET_TABLE]
    return quarterly_form(year, tables[0] if tables else "")
