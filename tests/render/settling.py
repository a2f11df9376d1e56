"""Run by the system's Python, which knows LibreOffice: opens each DOCX of a folder, settles its changes, stores it.

`settling.py FOLDER PROFILE`: of every `NAME.docx` it makes `NAME.accepted.docx` and `NAME.rejected.docx`.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # the system's Python has it
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # likewise

_COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}
_PATIENCE = 60


def main(folder: Path, profile: Path) -> None:
    """Settle every document of the folder with one office."""
    pipe = f"zhengben-{folder.name}"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
    try:
        context = _connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )
        for path in sorted(folder.glob("*.docx")):
            for name, settled in _COMMANDS.items():
                document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (_set("Hidden", "true"),))
                dispatcher.executeDispatch(document.CurrentController.Frame, settled, "", 0, ())
                kind = _set("FilterName", "MS Word 2007 XML")
                document.storeToURL(path.with_suffix(f".{name}.docx").as_uri(), (kind,))
                document.close(True)  # noqa: FBT003  # uno takes its arguments by place
        desktop.terminate()
        office.wait(_PATIENCE)
    finally:
        office.kill()


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


def _set(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
