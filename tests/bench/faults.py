"""`make faults`: kill a build of every output at each file-system event, and build again.

Everything is rendered beforehand and then written and published over and over; in a second round MkDocs renders into
the stage too, and the build is killed at each n-th event. `python -m tests.bench.faults [STEP [STEP]]`.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.edition import Edition
from generator.load.revision import UNCOMMITTED
from generator.outputs import printed
from generator.pipeline import OUTPUTS, build, fill, prepare
from generator.plugin import build_site
from generator.publish.manifest import NAME, Origin, manifest, origins_in
from generator.publish.release import complete, publish, stage, write
from generator.publish.switch import DIST
from tests.conftest import SMALL_BUREAU, copy_of
from tests.publish.faults import Fault, befalls
from tests.sites import tree

MEMORY = Path("/dev/shm")
"""Where files take no time to settle, if the machine has such a place."""


def main() -> None:
    """Try every point, and print how many were tried, how many sites were broken and how many retries failed."""
    steps = (*map(int, sys.argv[1:]), 1, 50)[:2]
    os.fsync = lambda _: None
    left: Counter[str] = Counter()
    for rendering, step in zip((False, True), steps, strict=True):
        started = time.monotonic()
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            found = Counter(killed(Path(folder), step, rendering=rendering))
        what = "rendering too" if rendering else "rendered beforehand"
        seconds = time.monotonic() - started
        print(f"{what}: {found.total()} kill points in {seconds:.0f} s: {dict(found)}", flush=True)  # noqa: T201  # its purpose
        left += found
    sys.exit(bool(left["broken"] + left["not built again"]))


def killed(folder: Path, step: int, *, rendering: bool) -> Iterator[str]:
    """Kill a build at each n-th event; what each left: `old` or `new`, unless it is `broken` or `not built again`."""
    begin = copy_of(SMALL_BUREAU, folder / "begin")
    assert built(begin)
    old = tree(begin / DIST)
    config = begin / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("site_name: ", "site_name: 新的", 1), "utf-8")
    shutil.copytree(begin, folder / "new", symlinks=True)
    assert built(folder / "new")
    new = tree(folder / "new" / DIST)
    assert old != new
    edition, problems = prepare(begin, UNCOMMITTED)
    assert edition is not None, problems
    files, _ = printed(begin, edition, OUTPUTS)
    site = tree(folder / "new" / DIST / "site")

    def engine(root: Path, edition: Edition, where: Path) -> None:
        if rendering:
            build_site(root, edition, where)
        else:
            write(where, site)

    def put_out() -> bool:
        with stage(root) as staged:
            fill(staged, root, edition, files, engine)
            complete(root, staged, dict.fromkeys(OUTPUTS, Origin(UNCOMMITTED, edition.plans)))
            publish(root, staged)
        return True

    for number in itertools.count(1, step):
        root = folder / str(number)
        shutil.copytree(begin, root, symlinks=True)
        if not befalls(Fault.KILLED, number, put_out):
            return
        left = tree(root / DIST)
        whole = (root / DIST / NAME).read_bytes() == manifest(root / DIST, origins_in(root / DIST))
        if not whole or left not in (old, new):
            yield "broken"
        elif not (built(root) if rendering else put_out()) or tree(root / DIST) != new:
            yield "not built again"
        else:
            yield "old" if left == old else "new"
        shutil.rmtree(root)


def built(root: Path) -> bool:
    """Build every output of a project; whether that was done."""
    return build(root, OUTPUTS, build_site, UNCOMMITTED)[0]


if __name__ == "__main__":
    main()
