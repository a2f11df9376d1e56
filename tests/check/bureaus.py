"""The cases of the rules: small bureaus that break them, and what they are marked to report.

`base/` is a small bureau without fault. A case `cases/<rule>/<what it shows>/` holds the files that differ from
it, each line that must be reported marked `# error: rule` (in Markdown `<!-- error: rule -->`; `warning` likewise,
several rules with commas between). Marks are taken out before the files are read.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.check.registry import Rule
from generator.check.run import check_with
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Dossier

BASE = Path(__file__).parent / "base"
CASES = tuple(sorted(folder for folder in (Path(__file__).parent / "cases").glob("*/*")))

_MARK = re.compile(r" *(?:#|<!--) (?P<level>error|warning): (?P<rules>[a-z_, ]+?)(?: -->)?$", re.MULTILINE)


class Reported(NamedTuple):
    """What a mark asks for, and what a problem amounts to."""

    level: str
    rule: str
    file: str
    line: int


def lay_out(case: Path, root: Path) -> Counter[Reported]:
    """Write the base bureau with a case's files over it, without marks; answer what the marks ask for."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    marked: Counter[Reported] = Counter()
    for source in sorted(path for path in case.rglob("*") if path.is_file()):
        text = source.read_text(encoding="utf-8")
        file = source.relative_to(case).as_posix()
        marked.update(_marks(text, file))
        target = root / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_MARK.sub("", text), encoding="utf-8")
    return marked


def reported(root: Path, chosen: tuple[Rule, ...], *, release: bool = False) -> Counter[Reported]:
    """What the chosen rules report of a bureau that can be read, as a draft or for a release."""
    return Counter(
        Reported(problem.level.name.lower(), problem.rule, problem.place.file, problem.place.line)
        for problem in check_with(chosen, read(root), release=release)
    )


def read(root: Path) -> Dossier:
    """A bureau in which the reader finds no fault."""
    dossier, problems = read_dossier(FilesOnDisk(root))
    assert dossier is not None, problems
    assert not problems
    return dossier


def _marks(text: str, file: str) -> Iterator[Reported]:
    for match in _MARK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        for rule in match["rules"].split(","):
            yield Reported(match["level"], rule.strip(), file, line)
