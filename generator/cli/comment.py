"""`zhengben comment`: the review as one comment on the forge, kept up to date."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.cli import UNDECIDED
from generator.publish.comments import FORGES, ForgeError, proposal
from generator.render.review.as_markdown import MARK
from generator.views.review import NOTHING

TOKEN = "ZHENGBEN_TOKEN"  # noqa: S105  # the variable's name
_TOLD = {
    "created": "已写上评论。",
    "updated": "已更新原来的评论。",
    "same": "评论没有变。",
    "silent": "没有实质变化，不写评论。",
}


@click.command("comment")
@click.argument("report", metavar="报告.md", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--forge", type=click.Choice(sorted(FORGES)), required=True, help="代码平台；Forgejo 写 gitea")
@click.option("--api", required=True, help="接口的地址，如 https://git.example.gov.cn/api/v1")
@click.option("--repository", required=True, help="项目，如 sfj/plan")
@click.option("--number", type=click.IntRange(min=1), required=True, help="合并请求的编号")
@click.option("--author", required=True, help="写评论的账号；别人写的评论，带着同样的记号也不去动")
def command(  # noqa: PLR0917  # click gives them by name
    report: Path, forge: str, api: str, repository: str, number: int, author: str
) -> int:
    """把审核报告写成合并请求里的一条评论：第一次新写，以后更新这一条。令牌取自环境变量 ZHENGBEN_TOKEN。"""
    text = report.read_text("utf-8")
    if not text.startswith(MARK):
        click.echo(f"{report} 不是 zhengben review --format markdown 写出的报告。", err=True)
        return UNDECIDED
    silent = text.removeprefix(MARK).strip() == NOTHING
    try:
        place = proposal(forge, api, repository, number, os.environ.get(TOKEN, ""))
        done = place.comment(text, MARK, author, silent=silent)
    except ForgeError as error:
        click.echo(str(error), err=True)
        return UNDECIDED
    click.echo(_TOLD[done])
    return 0
