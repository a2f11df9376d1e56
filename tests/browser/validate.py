"""`make validate`: the Nu Html Checker reads every page of the reference site and its stylesheet; needs npm and Java.

What the theme itself writes and cannot be configured otherwise, and what the checker does not know yet, is named
below; anything else is a fault of ours.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from generator.plugin import build_site
from tests.conftest import REPOSITORY
from tests.sites import edition_of

_CHECKER = "vnu-jar@26.9.27"
_HOME = REPOSITORY / ".cache" / "vnu"
_OF_THE_THEME = {
    "Attribute “autocomplete” is only allowed when the input type is": "the boxes that open menu and search",
    "The value of the “for” attribute of the “label” element must be the ID": "the heading of the list of contents",
    "Bad value “” for attribute “tabindex” on element “label”": "the menu's entry with entries below it",
}

_NOT_YET_KNOWN = {
    "CSS: “container-type”: Property “container-type” doesn't exist": "charts choose their drawing by their own width",
    "CSS: Unrecognized at-rule “@container”": "the same; browsers have known it since 2023",
}
"""What the checker calls wrong though it is right: CSS Conditional Rules Module Level 5."""


def main() -> int:
    """Check; the exit status is 1 if anything of ours is wrong."""
    install = ("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(_HOME), _CHECKER)
    subprocess.run(install, check=True)
    with tempfile.TemporaryDirectory(prefix="zhengben-validate-") as folder:
        site = Path(folder)
        build_site(REPOSITORY, edition_of(REPOSITORY), site)
        messages = _messages("--skip-non-html", str(site)) + _messages("--css", str(site / "assets/site.css"))
    excused = (*_OF_THE_THEME, *_NOT_YET_KNOWN)
    ours = [one for one in messages if not one["message"].startswith(excused)]
    for number, message in Counter(one["message"] for one in ours).items():
        print(f"{message} × {number}")  # noqa: T201
    print(f"{len(messages)} errors, {len(ours)} of ours")  # noqa: T201
    return 1 if ours else 0


def _messages(*arguments: str) -> list[dict[str, str]]:
    jar = next(_HOME.rglob("vnu.jar"))
    command = (
        "java",
        "-jar",
        str(jar),
        "--errors-only",
        "--exit-zero-always",
        "--format",
        "json",
        *arguments,
    )
    told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    found: list[dict[str, str]] = json.loads(told)["messages"]
    return found


if __name__ == "__main__":
    sys.exit(main())
