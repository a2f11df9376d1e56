"""`make faults`: kill a build of every output, and going back to the one before, at each file-system event; then again.

Everything is rendered beforehand and then written and published over and over; in a second round MkDocs renders into
the stage too, and the build is killed at each n-th event. Then one goes back, where the disk has links and where it
has none. `python -m tests.bench.faults [STEP [STEP [STEP]]]`.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

from generator.edition import Edition
from generator.load.revision import UNCOMMITTED
from generator.outputs import printed
from generator.pipeline import OUTPUTS, build, fill, prepare
from generator.plugin import build_site
from generator.publish.manifest import NAME, Origin, manifest, origins_in
from generator.publish.release import complete, publish, roll_back, stage, write
from generator.publish.switch import DIST, shown
from tests.conftest import SMALL_BUREAU, copy_of
from tests.publish.faults import Fault, befalls, without_links
from tests.sites import tree

MEMORY = Path("/dev/shm")
"""Where files take no time to settle, if the machine has such a place."""


def main() -> None:
    """Try every point, and print how many were tried, how many sites were broken and how many retries failed."""
    writing, rendering, back = (*map(int, sys.argv[1:]), *(1, 50, 1)[len(sys.argv) - 1 :])
    os.fsync = lambda _: None
    rounds = {
        "rendered beforehand": partial(killed, step=writing, rendering=False),
        "rendering too": partial(killed, step=rendering, rendering=True),
        "going back": partial(killed_going_back, step=back, disk=nullcontext),
        "going back without links": partial(killed_going_back, step=back, disk=without_links),
    }
    left: Counter[str] = Counter()
    for what, each in rounds.items():
        started = time.monotonic()
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            found = Counter(each(Path(folder)))
        seconds = time.monotonic() - started
        print(f"{what}: {found.total()} kill points in {seconds:.0f} s: {dict(found)}", flush=True)  # noqa: T201  # its purpose
        left += found
    sys.exit(bool(left["broken"] + left["not done again"]))


def killed(folder: Path, step: int, *, rendering: bool) -> Iterator[str]:
    """Kill a build at each n-th event; what each left: `old` or `new`, unless it is `broken` or `not done again`."""
    begin = copy_of(SMALL_BUREAU, folder / "begin")
    assert built(begin)
    change(begin)
    shutil.copytree(begin, folder / "new", symlinks=True)
    assert built(folder / "new")
    new = tree(folder / "new" / DIST)
    edition, problems = prepare(begin, UNCOMMITTED)
    assert edition is not None, problems
    files, _ = printed(begin, edition, OUTPUTS)
    site = tree(folder / "new" / DIST / "site")

    def engine(root: Path, edition: Edition, where: Path) -> None:
        if rendering:
            build_site(root, edition, where)
        else:
            write(where, site)

    def put_out(root: Path) -> bool:
        with stage(root) as staged:
            fill(staged, root, edition, files, engine)
            complete(root, staged, dict.fromkeys(OUTPUTS, Origin(UNCOMMITTED, edition.plans)))
            publish(root, staged)
        return True

    yield from _killed(begin, step, put_out, built if rendering else put_out, new)


def killed_going_back(
    folder: Path, step: int, disk: Callable[[], AbstractContextManager[None]]
) -> Iterator[str]:
    """Kill going back to the release before at each n-th event, on a disk with links or without; what each left."""
    begin = copy_of(SMALL_BUREAU, folder / "begin")

    def go_back(root: Path) -> bool:
        with disk():
            return roll_back(root, first) == first

    with disk():
        assert built(begin)
        first, old = shown(begin), tree(begin / DIST)
        change(begin)
        assert built(begin)
    yield from _killed(begin, step, go_back, go_back, old)


def _killed(
    begin: Path,
    step: int,
    act: Callable[[Path], bool],
    again: Callable[[Path], bool],
    new: Mapping[str, bytes],
) -> Iterator[str]:
    """What each killed one left: what `dist` showed before or `new`, `between` if there was no `dist` for that moment."""
    old = tree(begin / DIST)
    assert old != new
    for number in itertools.count(1, step):
        root = begin.with_name(str(number))
        shutil.copytree(begin, root, symlinks=True)
        if not befalls(Fault.KILLED, number, lambda: act(root)):  # noqa: B023  # called at once
            return
        left = tree(root / DIST)
        if left and not (_whole(root) and left in (old, new)):
            yield "broken"
        elif not again(root) or tree(root / DIST) != new:
            yield "not done again"
        else:
            yield ("old" if left == old else "new") if left else "between"
        shutil.rmtree(root)


def _whole(root: Path) -> bool:
    return (root / DIST / NAME).read_bytes() == manifest(root / DIST, origins_in(root / DIST))


def change(root: Path) -> None:
    """Have the next build be of another site."""
    config = root / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("site_name: ", "site_name: 新的", 1), "utf-8")


def built(root: Path) -> bool:
    """Build every output of a project; whether that was done."""
    return build(root, OUTPUTS, build_site, UNCOMMITTED)[0]


if __name__ == "__main__":
    main()
