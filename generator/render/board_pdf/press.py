"""Sheets for the notice board as PDF: tagged and archival (PDF/A-2a, PDF/UA-1), set by measuring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from generator.load.fonts import Fonts
from generator.problem import Place, Problem
from generator.render.board_pdf.breaks import Heights
from generator.render.board_pdf.code import TooLongError
from generator.render.board_pdf.doubts import ADDRESS_TOO_LONG, texts, words
from generator.render.board_pdf.values import facts_values, view_values
from generator.render.typesetting import Setting, Typesetter, lacking
from generator.views.boards.cover import Cover
from generator.views.boards.record import RecordForm
from generator.views.boards.sheets import Sheet


class BoardPress:
    """Prints sheets with one set of fonts; `root` is the project's folder. Without `colour` all ink is black."""

    def __init__(self, root: Path, fonts: Fonts, *, colour: bool) -> None:
        self._fonts = fonts
        self._colour = colour
        self._typesetter = Typesetter(root / "theme", fonts)

    def doubts(self, sheet: Sheet) -> Iterator[Problem]:
        """What stands against printing a sheet: characters no font has, an address too long for its code."""
        yield from lacking(texts(sheet), self._fonts)
        try:
            facts_values(sheet.view.facts, "table")
        except TooLongError as error:
            message = f"网址太长，二维码印不清楚：{error}"
            yield ADDRESS_TOO_LONG.at(Place("site_config.yml"), message, "换一个短一些的 site_url")

    def pdf(self, sheet: Sheet) -> bytes:
        """Print a sheet that has no doubts of level error."""
        day, text = sheet.day, "".join(text for text, _, _ in texts(sheet))

        def measure(values: Mapping[str, Any]) -> Heights:
            document = {"colour": self._colour, "sheet": values}
            return Heights(**self._typesetter.set("boards/lines.typ", document, text).facts())

        document = {
            "title": sheet.title,
            "author": sheet.author,
            "date": _day(day),
            "colour": self._colour,
            "sheets": [view_values(sheet.view, sheet.paper, measure)],
        }
        return self._typesetter.set("boards/board.typ", document, text).pdf(day)

    def cover(self, cover: Cover) -> bytes:
        """Print the cover of sheets that are bound into one file."""
        return self._own("cover", cover).pdf(cover.day, archival=False)

    def record(self, form: RecordForm) -> bytes:
        """Print the posting record, to be filled in by hand."""
        return self._own("record", form).pdf(form.day)

    def _own(self, kind: str, view: Cover | RecordForm) -> Setting:
        values = asdict(view)
        del values["day"]
        document = {"colour": self._colour, "date": _day(view.day), kind: values}
        return self._typesetter.set(f"boards/{kind}.typ", document, "".join(words(values)))


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
