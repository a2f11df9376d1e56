"""`python -m tests.bench.faults [STEP]`: kill a build of every output at each file-system event, and build again.

With a step, only at each n-th event. What is printed is printed beforehand: that touches no file of `dist/`.
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

from generator.load.revision import UNCOMMITTED
from generator.outputs import printed
from generator.pipeline import OUTPUTS, build, fill, prepare
from generator.plugin import build_site
from generator.publish.manifest import NAME, Origin, manifest, origins_in
from generator.publish.release import complete, publish, stage
from generator.publish.switch import DIST
from tests.conftest import SMALL_BUREAU, copy_of
from tests.publish.faults import Fault, befalls
from tests.sites import tree

MEMORY = Path("/dev/shm")
"""Where files take no time to settle, if the machine has such a place."""


def main() -> None:
    """Try every point, and print how many were tried, how many sites were broken and how many retries failed."""
    step = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    started = time.monotonic()
    os.fsync = lambda _: None
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        left = Counter(killed(Path(folder), step))
    print(f"{left.total()} kill points in {time.monotonic() - started:.0f} s: {dict(left)}")  # noqa: T201  # its purpose
    sys.exit(bool(left["broken"] + left["not built again"]))


def killed(folder: Path, step: int) -> Iterator[str]:
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

    def put_out() -> None:
        with stage(root) as staged:
            fill(staged, root, edition, files, build_site)
            complete(root, staged, dict.fromkeys(OUTPUTS, Origin(UNCOMMITTED, edition.plans)))
            publish(root, staged)

    for number in itertools.count(1, step):
        root = folder / str(number)
        shutil.copytree(begin, root, symlinks=True)
        if not befalls(Fault.KILLED, number, put_out):
            return
        left = tree(root / DIST)
        whole = (root / DIST / NAME).read_bytes() == manifest(root / DIST, origins_in(root / DIST))
        if not whole or left not in (old, new):
            yield "broken"
        elif not built(root) or tree(root / DIST) != new:
            yield "not built again"
        else:
            yield "old" if left == old else "new"
        shutil.rmtree(root)


def built(root: Path) -> bool:
    """Build every output of a project; whether that was done."""
    return build(root, OUTPUTS, build_site, UNCOMMITTED)[0]


if __name__ == "__main__":
    main()
