"""`zhengben check`: every problem in data and prose, at once."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.printing import Format, print_problems
from generator.pipeline import read
from generator.problem import UndecidedError, blocking


@click.command("check")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="text 给人看（默认）；json 给程序；github 标注在合并请求的改动旁",
)
@click.pass_obj
def command(project: Path, form: Format) -> int:
    """检查数据和文稿，一次列出全部问题。

    没有错误时以 0 退出，有错误时以 1 退出，无法读取时以 2 退出。
    """
    try:
        problems = read(project).problems
    except UndecidedError as error:
        print_problems((error.problem,), form)
        return UNDECIDED
    print_problems(problems, form)
    return BROKEN_RULE if blocking(problems) else 0
