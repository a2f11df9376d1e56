"""The site's one stylesheet, joined from a file for each topic, so that a page asks for one file only."""

from __future__ import annotations

import re
from pathlib import Path

ADDRESS = "assets/site.css"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_INDENT = re.compile(r"\n\s*")


def stylesheet(folder: Path) -> str:
    """The topics of a folder in the order of their names, without comments and indentation."""
    joined = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.css")))
    return _INDENT.sub("\n", _COMMENT.sub("", joined)).strip() + "\n"
