"""LibreOffice as the system's Python speaks to it: started, asked over a pipe, and ended."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # the system's Python has it
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # likewise

_PATIENCE = 60


@contextmanager
def office(folder: Path, profile: Path) -> Iterator[tuple[Any, Any]]:
    """An office for a folder: the context that makes its services, and its desktop."""
    pipe = f"zhengben-{folder.name}-{folder.parent.name}"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    running = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
    try:
        context = _connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        yield context, desktop
        desktop.terminate()
        running.wait(_PATIENCE)
    finally:
        running.kill()


def property_of(name: str, value: object) -> Any:
    """A named value, as the office takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _connected(pipe: str) -> Any:
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # the office is not yet up; uno tells it in a class of its own
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
