"""`zhengben build`: check, render and publish."""

from __future__ import annotations

import time
from pathlib import Path

import click

from generator.cli import BROKEN_RULE, LOCKED, UNDECIDED
from generator.cli.printing import print_problems
from generator.load.revision import revision
from generator.pipeline import OUTPUTS, build
from generator.publish.release import DIST, LockedError, OccupiedError


@click.command("build")
@click.argument("outputs", nargs=-1, type=click.Choice(OUTPUTS))
@click.pass_obj
def command(root: Path, outputs: tuple[str, ...]) -> int:
    """检查数据和文稿，没有错误就生成并一次发布到 dist/；有错误则 dist/ 保持原样。

    OUTPUTS 只生成其中几种：site 网站，documents 公文，portal 门户发布包，reports 上报的报表。不写则全部生成。
    """
    from generator.plugin import build_site  # noqa: PLC0415  # the site engine is slow to import

    started = time.monotonic()
    try:
        published, problems = build(root, outputs or OUTPUTS, build_site, revision(root))
    except LockedError:
        click.echo("另一个生成正在进行，请等它结束后再试。", err=True)
        return LOCKED
    except OccupiedError:
        click.echo(f"{DIST} 已存在，但不是由本程序发布的，没有覆盖它。请移走后再试。", err=True)
        return UNDECIDED
    if problems:
        print_problems(problems, "text")
    if not published:
        click.echo("没有发布：请先改正上面的错误。", err=True)
        return BROKEN_RULE
    click.echo(f"已发布到 {root / DIST}，用时 {time.monotonic() - started:.1f} 秒。")
    return 0
