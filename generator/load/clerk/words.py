"""Words as clerks write them: the state of an item, and passages of text."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from generator.load.clerk.reading import Reading, bare, narrowed, original
from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.workbook import Cell, Kind
from generator.load.text import described, strangers
from generator.model.plan import State
from generator.model.scalars import quantity_text

_NOTHING = re.compile("(?:无|没有|暂无)[。.]?")


def state(cell: Cell, states: Iterable[State]) -> Reading[State]:
    """The state of an item, by a name of the plan; spaces, full stops and width do not matter, another word does."""
    plain = bare(cell)
    nothing = plain.nothing()
    if nothing is not None:
        return nothing
    by_name = {comparable(one.name): one for one in states}
    found = by_name.get(comparable(str(cell.value))) if cell.kind is Kind.TEXT else None
    if found is None:
        names = [one.name for one in by_name.values()]
        near = difflib.get_close_matches(plain.text, names, 1)
        hint = f"是不是“{near[0]}”？" if near else ""
        message = f"没有“{original(cell)}”这种进度状态"
        return plain.doubt(refusals.CELL_STATE, message, f"{hint}可以选：{'、'.join(names)}")
    return plain.read(found, found.name, *(() if found.name == plain.text else ("统一写法",)))


def passage(cell: Cell) -> Reading[str]:
    """One passage of text. Line breaks are closed up; punctuation is left for `check`, which can mend it."""
    plain = bare(cell, prose=True)
    nothing = plain.nothing(_NOTHING)
    if nothing is not None:
        return nothing
    if isinstance(cell.value, Decimal):
        number = quantity_text(cell.value)
        return plain.read(number, number, "数当作文字")
    if not isinstance(cell.value, str):
        message = f"这里要一段文字，格子里却是{cell.kind.value}“{original(cell)}”"
        return plain.doubt(refusals.CELL_TEXT, message, "把格子的格式改成“文本”，重新输入")
    odd = strangers(plain.text)
    if odd:
        message = f"这里有不能接受的字符：{described(odd[0])}"
        return plain.doubt(refusals.CELL_TEXT, message, "删去它，重新输入")
    return plain.read(plain.text, plain.text)


@lru_cache(maxsize=10_000)
def comparable(text: str) -> str:
    """What is left of a text when it is compared: width, spaces, invisible characters and the last stop do not count."""
    seen = (
        char
        for char in narrowed(text)
        if not char.isspace() and unicodedata.category(char) not in ("Cf", "Cc")
    )
    return "".join(seen).rstrip("。.;")
