"""`zhengben fonts`: fetch the default fonts from Debian's archive, without root, and verify them."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Collection
from itertools import groupby
from pathlib import Path

import click

from generator.cli import UNDECIDED
from generator.load.fonts import FOLDER, DefaultFont, is_sound, read_font_list

_TOOLS = ("apt-get", "dpkg-deb")
_SECONDS = 600


class _FetchError(Exception):
    """A font could not be had; the message is for the person at the terminal."""


@click.command("fonts")
@click.pass_obj
def command(root: Path) -> int:
    """取得排版用的默认字体，放进 .fonts/，并逐个核对内容；已经齐备就什么也不做。

    字体取自 Debian 的软件源，不需要管理员权限。本单位自备的字体写在 site_config.yml 里，不经过这里。
    """
    wanted = [font for font in read_font_list(root) if not is_sound(root, font)]
    if not wanted:
        click.echo("字体已经齐备。")
        return 0
    try:
        for package, fonts in groupby(
            sorted(wanted, key=lambda font: font.package), lambda font: font.package
        ):
            _fetch(package, tuple(fonts), root / FOLDER)
    except _FetchError as error:
        click.echo(str(error), err=True)
        return UNDECIDED
    click.echo(f"已取得 {len(wanted)} 个字体，放在 {FOLDER}/，内容核对无误。")
    return 0


def _fetch(package: str, fonts: Collection[DefaultFont], folder: Path) -> None:
    """Put a package's fonts into the folder, each only when it is the right one."""
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        raise _FetchError(
            f"这台机器上没有 {'、'.join(missing)}，取不到字体包 {package}。"
            f"请在 Debian 或 Ubuntu 上运行 zhengben fonts，再把 {FOLDER}/ 整个复制过来。"
        )
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".fetch-") as scratch:
        fetched = Path(scratch)
        _unpack(_download(package, fetched), fonts, fetched / FOLDER)
        for font in fonts:
            if not is_sound(fetched, font):
                raise _FetchError(
                    f"软件源里的 {package} 没有清单上的 {font.file}，或者它的内容与清单不符，没有采用。"
                    "请告知维护人员更新 theme/fonts.yml。"
                )
            (fetched / FOLDER / font.file).replace(folder / font.file)


def _download(package: str, scratch: Path) -> Path:
    done = subprocess.run(  # noqa: S603  # a fixed command; the package's name is from our own list
        ["apt-get", "download", package],  # noqa: S607  # whichever apt the machine has
        cwd=scratch,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    archives = sorted(scratch.glob("*.deb"))
    if done.returncode or not archives:
        reason = next((line for line in reversed(done.stderr.splitlines()) if line.strip()), "没有说明原因")
        raise _FetchError(
            f"下载字体包 {package} 没有成功：{reason}\n"
            "多半是本机的软件目录还没有更新，或者连不上软件源。"
            "请管理员运行 apt-get update，再重新运行 zhengben fonts。"
        )
    return archives[0]


def _unpack(archive: Path, fonts: Collection[DefaultFont], folder: Path) -> None:
    """Take just the fonts out of a package; the rest of it is never written."""
    wanted = {f"{font.folder}/{font.file}": font.file for font in fonts}
    folder.mkdir()
    with subprocess.Popen(  # noqa: S603  # a fixed command on a file that apt has verified
        ["dpkg-deb", "--fsys-tarfile", archive],  # noqa: S607  # whichever dpkg the machine has
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            with tarfile.open(fileobj=process.stdout, mode="r|") as tar:
                for member in tar:
                    name = wanted.pop(member.name.removeprefix("./"), None)
                    content = tar.extractfile(member) if name else None
                    if name and content:
                        (folder / name).write_bytes(content.read())
                    if not wanted:
                        break
        except tarfile.TarError as error:
            raise _FetchError(
                f"字体包 {archive.name} 打不开：{error}。请重新运行 zhengben fonts。"
            ) from error
        finally:
            process.kill()
