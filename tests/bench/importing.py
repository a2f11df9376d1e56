"""Imports one form into the reference bureau, and a thousand into one that has reported nothing yet, and tells what that took, as JSON."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from decimal import Decimal
from itertools import islice
from pathlib import Path

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.render.form_xlsx import form_xlsx
from generator.views.form import form
from generator.views.form_inputs import Input
from generator.views.form_reply import filled_again
from generator.views.sheet import Value
from tests.bench.quarters import write_years

FORMS = 1_000
_STATE, _OTHER = "  - {id: on_schedule, name: 达进度}\n", "  - {id: other, name: 其他}\n"


def write_forms(root: Path, folder: Path) -> None:
    """Forms that were sent out blank and hold what the project's reports say, in the plan's last state (其他), which
    goes with any figure; the reports are taken away.
    """
    for plan in root.glob("data/*/plan.yml"):
        plan.write_text(plan.read_text("utf-8").replace(_STATE, f"{_STATE}{_OTHER}"), "utf-8")
    dossier, _ = read_dossier(FilesOnDisk(root))
    if dossier is None:
        raise SystemExit("unreadable")
    folder.mkdir()
    asked = (
        (number, unit, quarter)
        for number, year in dossier.years.items()
        for quarter in year.plan.quarters
        for unit in year.organisation.units
    )
    for number, unit, quarter in islice(asked, FORMS):
        blank, told = (form(dossier, number, unit, quarter, blank=blank) for blank in (True, False))
        if blank is None or told is None:
            raise SystemExit("a unit without targets")
        entered = {
            (line.id, taken.field): _entered(taken) for line in told.lines for taken in line.inputs if taken
        }
        entered |= {("", one.input.field): one.input.value for one in (told.reported, *told.closing)}
        entered["", "reported"] = quarter.report_due
        (folder / f"{told.file_name}.xlsx").write_bytes(form_xlsx(filled_again(blank, entered, {})))
    for progress in root.glob("data/*/progress"):
        shutil.rmtree(progress)


def _entered(taken: Input) -> Value:
    """What is filled in: the last state, the figure 50, the words that were reported."""
    if taken.choices:
        return taken.choices[-1]
    return Decimal(50) if taken.field == "cumulative" else taken.value


def measure(root: Path, folder: Path, reference: Path) -> dict[str, float]:
    """Seconds of importing one form into the reference bureau, the best of three, and all into the other; how many that wrote."""
    one = _one_form(reference)
    first = min(_import(reference, one, "--dry-run") for _ in range(3))
    whole = _import(root, folder, "--yes")
    return {"one": first, "all": whole, "written": sum(1 for _ in root.glob("data/*/progress/*/*.yml"))}


def _one_form(reference: Path) -> Path:
    """The form of the unit with the most items, for the last quarter, which is opened again."""
    for lock in reference.glob("data/*/locks/q4.yml"):
        lock.unlink()
    dossier, _ = read_dossier(FilesOnDisk(reference))
    if dossier is None:
        raise SystemExit("unreadable")
    number, year = max(dossier.years.items())
    made = [form(dossier, number, unit, year.plan.quarters[-1]) for unit in year.organisation.units]
    largest = max((one for one in made if one is not None), key=lambda one: len(one.lines))
    file = reference / "returned.xlsx"
    file.write_bytes(form_xlsx(largest))
    return file


def _import(root: Path, what: Path, consent: str) -> float:
    started = time.perf_counter()
    command = (sys.executable, "-m", "generator", "--project", str(root), "import", str(what), consent)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    project = Path(sys.argv[1])
    write_years(project)
    write_forms(project, project / "returned")
    json.dump(measure(project, project / "returned", Path(sys.argv[2])), sys.stdout)
