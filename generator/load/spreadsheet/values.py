"""What a written cell holds: text, number, day, truth or error, as the workbook's texts, formats and epoch have it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache

from openpyxl.styles.numbers import (  # type: ignore[import-untyped]  # it has no types
    BUILTIN_FORMATS,
    is_date_format,
    is_timedelta_format,
)
from openpyxl.utils.datetime import from_excel  # type: ignore[import-untyped]  # likewise

from generator.load.spreadsheet.scan import Styles, unescaped
from generator.load.spreadsheet.scan_sheet import WrittenCell
from generator.load.spreadsheet.workbook import Kind, Value
from generator.model.scalars import quantity_text

_TRUTHS = {"0": False, "1": True, "false": False, "true": True}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the cells of a workbook refer to: its texts, the number format of each style, the day with number 0."""

    texts: Sequence[str]
    formats: Sequence[str]
    epoch: date

    def format(self, written: WrittenCell) -> str:
        """How a cell is shown. Raises `ValueError` for a style that is not there."""
        if written.style == "0" and not self.formats:
            return "General"
        return _at(self.formats, written.style)

    def value(self, written: WrittenCell) -> tuple[Kind, Value]:
        """What a cell holds. Raises `ValueError` when what is written means nothing."""
        if written.text == "" and written.kind not in ("inlineStr", "str"):
            return Kind.EMPTY, None
        match written.kind:
            case "s":
                return Kind.TEXT, _at(self.texts, written.text)
            case "str":
                return _text(unescaped(written.text))
            case "inlineStr":
                return _text(written.text)
            case _:
                return self._typed(written)

    def _typed(self, written: WrittenCell) -> tuple[Kind, Value]:
        text = written.text.strip()
        match written.kind:
            case "n":
                return self._number(float(text), self.format(written))
            case "b" if text in _TRUTHS:
                return Kind.BOOLEAN, _TRUTHS[text]
            case "e":
                return Kind.ERROR, text
            case "d":
                return _moment(datetime.fromisoformat(text).replace(tzinfo=None))
        raise ValueError(text)

    def _number(self, number: float, form: str) -> tuple[Kind, Value]:
        """A number, or the day or time that it is shown as; beyond the calendar, where ##### is shown, it stays a number."""
        if not math.isfinite(number):
            raise ValueError(number)
        if _shows_day(form):
            midnight = datetime.combine(self.epoch, time())
            with suppress(ValueError, OverflowError):
                return _moment(from_excel(number, midnight, timedelta=is_timedelta_format(form)))
        return Kind.NUMBER, Decimal(quantity_text(Decimal(f"{number:.15g}")))


@cache
def _shows_day(form: str) -> bool:
    return bool(is_date_format(form))


def formats(styles: Styles) -> tuple[str, ...]:
    """The number format of each style of a workbook."""
    built_in = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    return tuple(styles.codes.get(number, built_in.get(number, "General")) for number in styles.formats)


def _at(sequence: Sequence[str], index: str) -> str:
    """What stands at a place that is written in digits: -1 is none."""
    if not (index.strip().isascii() and index.strip().isdecimal() and int(index) < len(sequence)):
        raise ValueError(index)
    return sequence[int(index)]


def _text(text: str) -> tuple[Kind, Value]:
    return (Kind.TEXT, text) if text else (Kind.EMPTY, None)


def _moment(value: date | time | timedelta) -> tuple[Kind, Value]:
    """A day, alone if it is midnight, or a time without a day."""
    if isinstance(value, datetime) and value.time() == time():
        return Kind.DATE, value.date()
    return (Kind.DATE if isinstance(value, date) else Kind.TIME), value
