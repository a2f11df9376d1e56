"""`zhengben new`: a fresh bureau's project."""

from __future__ import annotations

from pathlib import Path

import click

import generator
from generator.cli import UNDECIDED
from generator.publish.beginning import FORGES, carried, skeleton, workflows
from generator.publish.release import write


@click.command("new")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", required=True, help="单位全称")
@click.option("--code", required=True, help="机关代字，如 云水")
@click.option("--region", required=True, help="行政区划，如 某某县")
@click.option("--year", type=click.IntRange(2000, 2999), required=True, help="从哪一年的计划开始")
@click.option("--forge", type=click.Choice(sorted(FORGES)), default="gitea", help="代码平台，不写是 gitea")
@click.option("--owner", default="@admin", help="审核批准、封存、程序等文件的账号或小组，如 @zhenggong")
@click.option("--branch", default="main", help="主干的名字，不写是 main")
def command(  # noqa: PLR0917  # click gives them by name
    folder: Path, name: str, code: str, region: str, year: int, forge: str, owner: str, branch: str
) -> int:
    """给一个单位建立新的项目：程序、能通过检查的示例数据、代码平台的自动检查。文件夹要是新的或空的。"""
    program = Path(generator.__file__).parent.parent
    if not (program / "theme" / "new").is_dir():
        click.echo("程序旁边没有 theme/，不能建立项目：请在完整的项目里运行。", err=True)
        return UNDECIDED
    if folder.exists() and any(folder.iterdir()):
        click.echo(f"{folder} 里已经有文件，没有写进去。请换一个新的或空的文件夹。", err=True)
        return UNDECIDED
    for path, content, runs in carried(program):
        write(folder, {path: content})
        if runs:
            (folder / path).chmod(0o755)
    write(folder, workflows(program, forge, owner, branch) | skeleton(program, name, code, region, year))
    click.echo(
        f"已建立 {folder}。接下来：cd {folder}，git init -b {branch}，make，再把示例换成本单位的内容。"
    )
    return 0
