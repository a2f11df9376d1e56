"""The test circular as PDF, set by Typst with the project's fonts and one that is foreign to circulars."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import typst
from fontTools import subset
from fontTools.ttLib import TTFont

from generator.inspect.inspection import inspect
from generator.inspect.report import Outcome, Report
from generator.load.fonts import FOLDER
from tests.conftest import REPOSITORY
from tests.inspect.mutations import GOOD, Wrong

FONTS = REPOSITORY / FOLDER
_CIRCULAR = Path(__file__).parent / "circular.typ"
_FOREIGN = "Substitute Gothic"


def paper(
    layout: str = "file",
    wrong: Wrong | None = None,
    *,
    standards: tuple[str, ...] = ("a-2a", "ua-1"),
    tags: bool = True,
) -> bytes:
    """The PDF of one of the good layouts with the given changes."""
    changes = json.dumps({**GOOD[layout], **(wrong or {})}, ensure_ascii=False)
    made = _compiler().compile(sys_inputs={"wrong": changes}, pdf_standards=list(standards), pdf_tags=tags)
    assert isinstance(made, bytes)
    return made


@cache
def good(layout: str = "file") -> Report:
    """The report on a layout in which nothing is wrong."""
    return inspect(paper(layout), f"{layout}.pdf")


def not_passed(report: Report) -> set[str]:
    """The rows that failed or could not be measured."""
    return {
        result.row.id for result in report.results if result.outcome in {Outcome.FAILED, Outcome.UNMEASURED}
    }


@cache
def _compiler() -> typst.Compiler:
    assert (FONTS / "FandolFang-Regular.otf").is_file(), "fonts are missing: run zhengben fonts"
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FONTS), str(_foreign_font())],
    )
    return typst.Compiler(str(_CIRCULAR), font_paths=fonts)


def _foreign_font() -> Path:
    """A folder with a font whose name belongs to no kind that circulars are set in, made from a default font."""
    font = TTFont(FONTS / "FandolSong-Regular.otf")
    for record in font["name"].names:
        if record.nameID in {1, 4, 16}:
            record.string = _FOREIGN
        elif record.nameID == 6:
            record.string = _FOREIGN.replace(" ", "")
    font["CFF "].cff.fontNames[0] = _FOREIGN.replace(" ", "")
    options = subset.Options()
    options.name_IDs = ["*"]
    cut = subset.Subsetter(options)
    cut.populate(text="填表说明")
    cut.subset(font)
    folder = Path(mkdtemp(prefix="inspect-font-"))
    font.save(folder / "foreign.otf")
    return folder
