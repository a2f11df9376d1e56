"""`zhengben build`: check, render and publish."""

from __future__ import annotations

import time
from pathlib import Path

import click

from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.printing import print_problems
from generator.load.revision import revision
from generator.pipeline import OUTPUTS, build
from generator.publish.release import KEPT
from generator.publish.switch import DIST


@click.command("build")
@click.argument("outputs", nargs=-1, type=click.Choice(OUTPUTS))
@click.option(
    "--keep", type=click.IntRange(min=1), default=KEPT, help=f"一共留几份发布过的结果，不写是 {KEPT} 份"
)
@click.option(
    "--release", is_flag=True, help="正式发布：缺什么一次列全，不缺才发布；一次发布全部，不能只选几种"
)
@click.option(
    "--sign",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="密钥",
    help="用这把 SSH 密钥给发布清单签名",
)
@click.pass_obj
def command(root: Path, outputs: tuple[str, ...], keep: int, sign: Path | None, *, release: bool) -> int:
    """检查数据和文稿，没有错误就生成并一次发布到 dist/；有错误则 dist/ 保持原样。

    OUTPUTS 只生成其中几种：site 网站，documents 公文，portal 门户发布包，board 公示栏，reports 上报的报表，forms 空白的季度报表。不写则全部生成。
    """
    from generator.plugin import build_site  # noqa: PLC0415  # the site engine is slow to import

    started = time.monotonic()
    if release and outputs:
        raise click.UsageError("正式发布一次发布全部，不能只选几种：去掉后面的种类。")
    published, problems = build(root, outputs or OUTPUTS, build_site, revision(root), keep, release=release)
    if problems:
        print_problems(problems, "text")
    if not published:
        click.echo("没有发布：请先改正上面的错误。", err=True)
        return BROKEN_RULE
    click.echo(f"已发布到 {root / DIST}，用时 {time.monotonic() - started:.1f} 秒。")
    if sign:
        return _sign(root / DIST, sign)
    return 0


def _sign(folder: Path, key: Path) -> int:
    from generator.publish.verify.integrity import sign  # noqa: PLC0415  # only where it is asked for

    refused = sign(folder, key)
    if refused:
        click.echo(f"已发布，但没有签上名：{refused}", err=True)
        return UNDECIDED
    click.echo("发布清单已签名。")
    return 0
