"""A DOCX as a PDF, printed by LibreOffice in a profile of its own that is thrown away afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from generator.inspect.reading.fallback import FAMILY, fallback_font
from generator.inspect.reading.refusal import unreadable

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 180

STAND_INS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "FandolFang",
        (
            "仿宋",
            "FangSong",
            "仿宋_GB2312",
            "FangSong_GB2312",
            "方正仿宋_GBK",
            "方正仿宋简体",
            "华文仿宋",
            "STFangsong",
        ),
    ),
    (
        "FandolKai",
        (
            "楷体",
            "KaiTi",
            "楷体_GB2312",
            "KaiTi_GB2312",
            "方正楷体_GBK",
            "方正楷体简体",
            "华文楷体",
            "STKaiti",
        ),
    ),
    ("FandolHei", ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti")),
    ("FandolSong", ("宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GBK", "华文宋体", "STSong")),
)
"""Fonts that offices own and this machine may lack, by the free font of the same kind that prints in their place."""

TITLE_FONTS = ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋体")
"""Fonts of 小标宋, for which a bold Song stands in."""

_BOLD_SONG = "FandolSong-Bold"
"""A font that does not say that it is bold, so that office programs would thicken the regular one instead."""


def stand_ins(asked: Iterable[str], printed: Iterable[str]) -> str:
    """Which of the fonts asked for another one stood in for, in words; empty if none."""
    used = tuple(printed)
    found = []
    for font in asked:
        own = next((free for free, owned in STAND_INS if font in owned), None)
        free = own or ("FandolSong-Bold" if font in TITLE_FONTS else None)
        if free and any(name.startswith(free) for name in used):
            found.append(f"{font} 用 {free} 代")
    return "；".join(found)


_PRINT = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
"""Print the blank page before the imprint too: LibreOffice leaves it out unless told."""


def to_pdf(data: bytes, name: str, fonts: Path | None) -> bytes:
    """Print a DOCX. `fonts` is a folder whose fonts are used too, and stand in for fonts of their kind."""
    program = next((found for each in _PROGRAMS if (found := shutil.which(each))), None)
    if program is None:
        raise unreadable(
            name,
            "测量 DOCX 要用 LibreOffice 排出页面，这台机器上没有。",
            "请安装 libreoffice-writer，或者先在 Word、WPS 里另存为 PDF。",
        )
    with tempfile.TemporaryDirectory(prefix="zhengben-inspect-") as folder:
        scratch = Path(folder)
        source = scratch / "document.docx"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(scratch / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            _PRINT,
            "--outdir",
            str(scratch / "out"),
            str(source),
        ]
        _run(command, _environment(scratch, fonts), name)
        printed = scratch / "out" / "document.pdf"
        if not printed.is_file():
            raise unreadable(name, "LibreOffice 打不开这个 DOCX。", "请用 Word 或 WPS 打开后另存一份。")
        return printed.read_bytes()


def _run(command: list[str], environment: dict[str, str], name: str) -> None:
    process = subprocess.Popen(  # noqa: S603  # a fixed program on a file of our own
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        raise unreadable(
            name, f"LibreOffice 在 {_SECONDS} 秒内没有排完。", "请先在 Word 或 WPS 里另存为 PDF。"
        ) from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, 9)
            process.wait()


def _environment(scratch: Path, fonts: Path | None) -> dict[str, str]:
    environment = {**os.environ, "HOME": str(scratch), "LC_ALL": "C.UTF-8"}
    if fonts is not None and fonts.is_dir():
        linked = scratch / "fonts"  # a folder of which no cache knows anything yet
        linked.mkdir()
        for file in fonts.iterdir():
            (linked / file.name).symlink_to(file.resolve())
        (linked / "fallback.ttf").write_bytes(fallback_font())
        configuration = scratch / "fonts.conf"
        configuration.write_text(_fontconfig(linked, scratch / "font-cache"), encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(configuration)
    return environment


def _fontconfig(fonts: Path, cache: Path) -> str:
    aliases = "".join(
        f"<alias binding='same'><family>{escape(family)}</family><accept>"
        f"<family>{free}</family></accept></alias>\n"
        for free, families in STAND_INS
        for family in families
    )
    names = "".join(
        f"<edit name='family' mode='append'><string>{each}</string></edit>" for each in TITLE_FONTS
    )
    bold = (
        f"<match target='scan'><test name='postscriptname'><string>{_BOLD_SONG}</string></test>"
        f"<edit name='weight' mode='assign'><const>bold</const></edit>{names}</match>\n"
    )
    fallback = (
        "<match target='pattern'><edit name='family' mode='append' binding='strong'>"
        f"<string>{FAMILY}</string></edit></match>\n"
    )
    return (
        "<?xml version='1.0'?>\n<!DOCTYPE fontconfig SYSTEM 'fonts.dtd'>\n<fontconfig>\n"
        "<include ignore_missing='yes'>/etc/fonts/fonts.conf</include>\n"
        f"<dir>{escape(str(fonts))}</dir>\n<cachedir>{escape(str(cache))}</cachedir>\n{bold}{aliases}{fallback}</fontconfig>\n"
    )
