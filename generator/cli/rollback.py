"""`zhengben rollback`: the releases that were kept, and back to one of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.cli import UNDECIDED
from generator.load.revision import UNCOMMITTED
from generator.publish.manifest import origins_in
from generator.publish.release import DamagedError, UnknownReleaseError, kept, roll_back
from generator.publish.switch import DIST, shown


@click.command("rollback")
@click.argument("release", required=False, metavar="[编号]")
@click.pass_obj
def command(root: Path, release: str | None) -> int:
    """列出留着的几次发布，注明现在公布的是哪一次；写了编号，就换回那一次。

    编号可以只写开头几位。换回以前先核对那一次的每个文件；有一个文件变了，就不换。
    """
    if release:
        try:
            roll_back(root, release)
        except UnknownReleaseError:
            click.echo(f"没有编号是“{release}”的，或者不止一次。留着的有：", err=True)
            _list(root)
            return UNDECIDED
        except DamagedError:
            click.echo(f"“{release}”的文件和发布时不一样了，没有换。{DIST} 没有改动。", err=True)
            return UNDECIDED
    _list(root)
    return 0


def _list(root: Path) -> None:
    live = shown(root)
    releases = kept(root)
    for name, folder in releases.items():
        origins = origins_in(folder).values()
        kind = "送审稿" if any(origin.draft for origin in origins) else "正式"
        revisions = sorted({origin.revision for origin in origins})
        source = "、".join("没有提交的改动" if each == UNCOMMITTED else each[:12] for each in revisions)
        when = datetime.fromtimestamp(folder.stat().st_mtime).astimezone()
        now = "   ← 现在公布的" if name == live else ""
        click.echo(f"{name}  {when:%Y-%m-%d %H:%M}  {kind}  数据版本 {source}{now}")
    if not releases:
        click.echo("还没有发布过。")
