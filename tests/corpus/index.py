"""Every bad input there is, from the tables beside each reader and rule, laid out as a project to be checked.

* `tests/load/cases.py`: one data file, from its bytes to its values
* `tests/load/test_refusals.py`: names and kinds of files
* `tests/load/test_prose.py`: one prose file
* `tests/check/cases/<rule>/`: whole projects, their marked lines
* `tests/check/text/test_sentences.py`: one sentence

What cannot be checked as a project is listed in `ELSEWHERE` with the table that has its cases.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.check.registry import rules
from generator.importing.refusals import FORM_REFUSALS
from generator.load.spreadsheet.refusals import SPREADSHEET_REFUSALS
from generator.publish.scans.registry import scans
from tests.check.bureaus import BASE, CASES
from tests.check.bureaus import lay_out as lay_out_case
from tests.check.text.test_sentences import FLAWED, NOTICE
from tests.conftest import SMALL_BUREAU
from tests.load.cases import CONTENT
from tests.load.test_prose import REFUSED
from tests.load.test_refusals import FILES

DATA, PROSE = "data/2021/indicators/ZD01.yml", "content/2021/7/plan.md"
_RELEASE = {rule.id for rule in rules() if not rule.draft}


class Told(NamedTuple):
    """What is to be told: the rule, the file, and as far as the table says it, line and column."""

    rule: str
    file: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class Input:
    """One bad input. `lay_out` makes a project of it and answers what is to be told; `release` if only one for good asks."""

    name: str
    lay_out: Callable[[Path], frozenset[Told]]
    release: bool = False


def inputs() -> Iterator[Input]:
    """All of them."""
    for case in CONTENT:
        if case.met:
            told = frozenset(Told(rule, DATA, line, column) for rule, line, column in case.met)
            yield Input(f"data: {case.name}", partial(_with_file, DATA, case.data, told))
    for name, spoil, expected in FILES:
        yield Input(f"file: {name}", partial(_spoilt, spoil, frozenset(Told(*each) for each in expected)))
    for text, met in REFUSED:
        if met:
            told = frozenset(Told(rule, PROSE, line, column) for rule, line, column in met)
            yield Input(f"prose: {text[:30]!r}", partial(_with_file, PROSE, text.encode(), told))
    for case in CASES:
        name = f"{case.parent.name}: {case.name}"
        yield Input(name, partial(_case, case), release=case.parent.name in _RELEASE)
    for rule, sentence, _ in FLAWED:
        file = NOTICE if rule == "title_kind" else PROSE
        told = frozenset({Told(rule, file)})
        lay_out = partial(_with_file, file, f"{sentence}\n".encode(), told)
        yield Input(f"sentence: {sentence[:30]!r}", lay_out)


ELSEWHERE: Mapping[str, str] = {
    **dict.fromkeys(SPREADSHEET_REFUSALS, "tests/load/spreadsheet/hostile.py"),
    **{rule: "tests/load/clerk/test_values.py" for rule in SPREADSHEET_REFUSALS if rule.startswith("cell_")},
    "cell_comment": "tests/load/spreadsheet/hostile.py",
    **dict.fromkeys(("glyph", "title_break"), "tests/render/test_circular_pdf.py"),
    **dict.fromkeys(FORM_REFUSALS, "tests/importing/test_refusals.py"),
    **{scan.id: "tests/publish/scans/test_scans.py" for scan in scans()},
    **dict.fromkeys(("default_fonts", "font_role", "own_font"), "tests/load/test_fonts.py"),
    **dict.fromkeys(
        ("personal_source", "allowance_unused", "allowance_expired"), "tests/load/test_personal.py"
    ),
    **dict.fromkeys(("board_fact_missing", "board_site_unknown"), "tests/test_releasing.py"),
    "board_address_too_long": "tests/render/board_pdf/test_bad_input.py",
    **dict.fromkeys(("source_uncommitted", "clearance_missing"), "tests/test_releasing.py"),
}
"""Where the cases are of what is not told by a check of a project: by rule, the file of its table."""


def _project(root: Path, bureau: Path) -> None:
    shutil.copytree(bureau, root, dirs_exist_ok=True)
    shutil.copy(SMALL_BUREAU / "site_config.yml", root)


def _with_file(name: str, data: bytes, told: frozenset[Told], root: Path) -> frozenset[Told]:
    _project(root, BASE)
    (root / name).write_bytes(data)
    return told


def _spoilt(spoil: Callable[[Path], None], told: frozenset[Told], root: Path) -> frozenset[Told]:
    _project(root, SMALL_BUREAU)
    spoil(root)
    return told


def _case(case: Path, root: Path) -> frozenset[Told]:
    _project(root, BASE)
    return frozenset(Told(one.rule, one.file, one.line) for one in lay_out_case(case, root))
