"""Faults at a file-system event: there a process dies, or from there on the disk is full or can only be read."""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from unittest.mock import patch

_EVENTS = ("open", "os.", "shutil.")
_CREATING = frozenset({"os.mkdir", "os.symlink", "os.link", "os.rename", "os.fsync"})
_CHANGING = _CREATING | {"os.remove", "os.rmdir", "os.chmod", "os.utime"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Fault(Enum):
    """What befalls a process: it is killed, or its disk is full or read-only from then on."""

    KILLED = "killed"
    FULL = "disk full"
    READ_ONLY = "read-only"


def befalls(fault: Fault, number: int, act: Callable[[], object]) -> bool:
    """Do something in a process of its own that the fault befalls at its n-th file-system event, counted from 1.

    Whether it came that far. What the process raises must be an `OSError`, or the test fails here.
    """
    child = os.fork()
    if child == 0:
        os._exit(_suffer(fault, number, act))
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) in (0, 1), "see the traceback above"
    return status != 0


@contextmanager
def without_links() -> Iterator[None]:
    """Have the disk refuse links, as FAT and many shares do."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    with patch.multiple(os, symlink=refuse, link=refuse):
        yield


def _suffer(fault: Fault, number: int, act: Callable[[], object]) -> int:
    seen = 0

    def strike(event: str, told: tuple[object, ...]) -> None:
        nonlocal seen
        if not event.startswith(_EVENTS):
            return
        seen += 1
        if seen < number:
            return
        if fault is Fault.KILLED and seen == number:  # killing is itself an event
            os.kill(os.getpid(), signal.SIGKILL)
        written = event == "open" and isinstance(told[2], int) and told[2] & _WRITING
        if fault is Fault.FULL and (written or event in _CREATING):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if fault is Fault.READ_ONLY and (written or event in _CHANGING):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    fsync = os.fsync
    os.fsync = lambda descriptor: (strike("os.fsync", ()), fsync(descriptor))[1]
    sys.addaudithook(strike)
    try:
        act()
    except OSError:
        pass
    except Exception:  # noqa: BLE001  # the parent fails on it
        traceback.print_exc()
        return 2
    return int(seen >= number)
