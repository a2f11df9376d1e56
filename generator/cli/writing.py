"""Writes files that go out into a folder, and never over another file of the same name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from generator.cli import UNDECIDED
from generator.publish.release import write


def write_new(folder: Path, files: Mapping[str, bytes]) -> int:
    """Write the files, unless one of another content has such a name: it may be a form that was filled in."""
    kept = [name for name, content in files.items() if _other(folder / name, content)]
    if kept:
        click.echo(
            f"{folder} 里已经有 {'、'.join(kept)}，内容不同，可能是填好的表，没有覆盖，什么也没有写。",
            err=True,
        )
        click.echo("请把它移走，或换一个文件夹。", err=True)
        return UNDECIDED
    if files:
        folder.mkdir(parents=True, exist_ok=True)
        write(folder, files)
        click.echo(f"已写入 {folder}，共{len(files)}个文件。")
    return 0


def _other(file: Path, content: bytes) -> bool:
    return file.exists() and (not file.is_file() or file.read_bytes() != content)
