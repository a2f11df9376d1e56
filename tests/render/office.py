"""LibreOffice as the tests use it: many documents in one go, printed with the default fonts, blank pages and all."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

needs_office = pytest.mark.needs("soffice")
needs_office_and_bridge = pytest.mark.needs("soffice", "uno.py")

_FONTS = {
    "FandolFang-Regular": ("仿宋_GB2312", "仿宋"),
    "FandolKai-Regular": ("楷体_GB2312", "楷体"),
    "FandolHei-Regular": ("黑体",),
    "FandolSong-Regular": ("宋体",),
}
"""The office's fonts, by the default font that prints in their place."""

_PRINT = {
    "docx": 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}',
    "xlsx": "pdf:calc_pdf_Export",
}


def printed(documents: Mapping[str, bytes], form: str = "docx") -> dict[str, bytes]:
    """The PDF of each DOCX, or XLSX, by name."""
    return converted(documents, form, _PRINT[form])


def converted(documents: Mapping[str, bytes], form: str, to: str) -> dict[str, bytes]:
    """Documents of one form, by name, as the office saves them in another."""
    with tempfile.TemporaryDirectory(prefix="zhengben-office-") as name:
        folder = Path(name)
        for title, content in documents.items():
            (folder / f"{title}.{form}").write_bytes(content)
        (folder / "fonts.conf").write_text(_fontconfig(folder), "utf-8")
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", to, "--outdir", str(folder / "out")]
        command += [str(folder / f"{title}.{form}") for title in documents]
        environment = {**os.environ, "HOME": name, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)
        ending = to.partition(":")[0]
        return {title: (folder / "out" / f"{title}.{ending}").read_bytes() for title in documents}


def settled(documents: Mapping[str, bytes]) -> dict[str, tuple[bytes, bytes]]:
    """Each DOCX as the office stores it with every tracked change accepted, and with every one rejected."""
    made = _scripted("settling.py", {f"{title}.docx": content for title, content in documents.items()})
    return {title: (made[f"{title}.accepted.docx"], made[f"{title}.rejected.docx"]) for title in documents}


Step = tuple[str, str | int, str | int]
"""What a clerk does, where, and with what; see `clerking.py`."""


def handled(works: Mapping[str, tuple[bytes, str, Sequence[Step]]]) -> dict[str, bytes]:
    """What clerks make of workbooks: of each its bytes, the ending to store it under, and what is done to it before."""
    files: dict[str, bytes] = {}
    for title, (content, ending, steps) in works.items():
        files[f"{title}.given.xlsx"] = content
        files[f"{title}.json"] = json.dumps([f"{title}.given.xlsx", ending, steps]).encode()
    made = _scripted("clerking.py", files)
    return {title: made[f"{title}.{ending}"] for title, (_, ending, _) in works.items()}


def _scripted(script: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that are in a folder after a script has spoken to the office about it."""
    with tempfile.TemporaryDirectory(prefix="zhengben-office-") as name:
        folder = Path(name, "documents")
        folder.mkdir()
        for title, content in files.items():
            (folder / title).write_bytes(content)
        command = ["/usr/bin/python3", str(Path(__file__).with_name(script)), str(folder)]
        subprocess.run(
            [*command, str(Path(name, "profile"))],
            env={**os.environ, "HOME": name},
            check=True,
            capture_output=True,
            timeout=300,
        )
        return {path.name: path.read_bytes() for path in folder.iterdir()}


def _fontconfig(folder: Path) -> str:
    """The default fonts under the names of the office's; the bold Song is called by its own name and 小标宋's."""
    aliases = "".join(
        f"<alias binding='same'><family>{name}</family><accept><family>{_family(font)}</family></accept></alias>"
        for font, names in _FONTS.items()
        for name in names
    )
    return (
        "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
        f"<dir>{REPOSITORY / '.fonts'}</dir><cachedir>{folder / 'cache'}</cachedir>"
        "<match target='scan'><test name='postscriptname'><string>FandolSong-Bold</string></test>"
        "<edit name='weight' mode='assign'><const>bold</const></edit>"
        "<edit name='family' mode='append'><string>方正小标宋简体</string></edit></match>"
        f"{aliases}</fontconfig>"
    )


def _family(font: str) -> str:
    return "FandolFang R" if font.startswith("FandolFang") else font.partition("-")[0]
