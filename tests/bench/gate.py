"""Plants 20,000 ID numbers, as many mobile numbers and passports in each kind of file, scans and verifies what a project published, and tells what was found and how long it took, as JSON.

Seconds are those of the processor: other work on the machine makes no difference.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.compute.personal import personal
from generator.compute.public import public_dossier
from generator.load.files import FilesOnDisk
from generator.load.personal import sources
from generator.pipeline import read
from generator.publish.reading.files import File, files_of, unpacked
from generator.publish.scans.facts import facts_of
from generator.publish.scans.run import scan
from generator.publish.verify.comparison import compare
from tests.publish.plants import PLANTED, identities, mobiles, passports

COUNT, DIGESTS = 20_000, 200_000
_TEXTS = ("html", "json", "csv", "xml", "svg", "js", "css")


def main() -> None:
    """Measure and print."""
    root = Path(sys.argv[1])
    folder = (root / "dist").resolve()
    dossier = read(root).dossier
    assert dossier is not None
    facts = facts_of(dossier, sources(FilesOnDisk(root)), {path.name for path in folder.iterdir()})
    scanned, against = _timed(lambda: scan(folder, facts))
    verified, compared = _timed(lambda: compare(folder, public_dossier(dossier)))
    told: dict[str, Any] = {
        **_planted(),
        "megabytes_a_second": _speed(folder),
        "digests": _digests(),
        "against": len(against),
        "scanned": scanned,
        "verified": verified,
        "values": dict(compared.values),
        "differences": len(compared.differences),
    }
    sys.stdout.write(json.dumps(told))


def _planted() -> dict[str, int]:
    """In how many kinds of file numbers were planted, how many were missed, and how many found that were not there."""
    numbers = [*identities(COUNT), *mobiles(COUNT), *passports(COUNT)]
    missed = invented = 0
    for kind, make in PLANTED.items():
        file = File(f"x.{kind}", make(numbers))
        texts = [text for each in (file, *unpacked(file)) for _, text in each.texts]
        found = {one.plain for text in texts for one in personal(text)}
        missed += len(set(numbers) - found)
        invented += len(found - set(numbers))
    return {"kinds": len(PLANTED), "missed": missed, "invented": invented}


def _speed(folder: Path) -> float:
    """How many megabytes of published text the privacy gate looks through in a second."""
    files = [file for file in files_of(folder) if file.kind in _TEXTS]
    size = sum(len(file.content) for file in files)
    seconds, _ = _timed(
        lambda: [found for file in files for _, text in file.texts for found in personal(text)]
    )
    return size / 1_000_000 / seconds


def _digests() -> int:
    """How many digests are taken for a number."""
    digests = (hashlib.sha256(str(number).encode()).hexdigest() for number in range(DIGESTS))
    return len(list(personal("\n".join(digests))))


def _timed(do: Callable[[], Any]) -> tuple[float, Any]:
    started = time.process_time()
    done = do()
    return time.process_time() - started, done


if __name__ == "__main__":
    main()
