"""Run by the system's Python, which knows LibreOffice: opens each DOCX of a folder, settles its changes, stores it.

`settling.py FOLDER PROFILE`: of every `NAME.docx` it makes `NAME.accepted.docx` and `NAME.rejected.docx`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bridge import office, property_of  # type: ignore[import-not-found]  # it lies beside this script

_COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def main(folder: Path, profile: Path) -> None:
    """Settle every document of the folder with one office."""
    with office(folder, profile) as (context, desktop):
        dispatcher = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )
        hidden = property_of("Hidden", "true")
        for path in sorted(folder.glob("*.docx")):
            for name, settled in _COMMANDS.items():
                document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (hidden,))
                dispatcher.executeDispatch(document.CurrentController.Frame, settled, "", 0, ())
                kind = property_of("FilterName", "MS Word 2007 XML")
                document.storeToURL(path.with_suffix(f".{name}.docx").as_uri(), (kind,))
                document.close(True)  # noqa: FBT003  # uno takes its arguments by place


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
