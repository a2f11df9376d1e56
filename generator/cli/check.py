"""`zhengben check`: every problem in data and prose, at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import click

from generator.check.mending import mended
from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.printing import Format, print_problems
from generator.load.revision import FilesAtRevision
from generator.pipeline import read
from generator.problem import Problem, UndecidedError, blocking

_ROUNDS = 20
"""A mend can show the next fault on its line; so many on one line are no slip of the pen any more."""


@click.command("check")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="text 给人看（默认）；json 给程序；github 标注在合并请求的改动旁",
)
@click.option("--release", is_flag=True, help="按正式发布来检查：草稿里只是提醒的，有的也算错误")
@click.option("--fix", is_flag=True, help="先把不用斟酌的问题直接改好，如半角标点、多余的空格")
@click.option("--at", "at", metavar="版本", help="检查 git 里的这个版本，不看文件夹里现在的文件")
@click.pass_obj
def command(project: Path, form: Format, at: str | None, *, release: bool, fix: bool) -> int:
    """检查数据和文稿，一次列出全部问题。

    没有错误时以 0 退出，有错误时以 1 退出，无法读取时以 2 退出。
    """
    if fix and at is not None:
        raise click.UsageError("--fix 改的是文件夹里现在的文件，不能与 --at 同用")
    try:
        if fix:
            _fix(project)
        files = FilesAtRevision(project, at) if at is not None else None
        problems = read(project, files, release=release).problems
    except UndecidedError as error:
        print_problems((error.problem,), form)
        return UNDECIDED
    print_problems(problems, form)
    return BROKEN_RULE if blocking(problems) else 0


def _fix(project: Path) -> None:
    """Mend what can be mended without judgement, round after round."""
    total = 0
    for _ in range(_ROUNDS):
        lines = _mend_files(project, read(project).problems)
        if not lines:
            break
        total += lines
    click.echo(
        f"已直接改好 {total} 处，请用 git diff 看一看改了什么。" if total else "没有可以直接改好的。",
        err=True,
    )


def _mend_files(project: Path, problems: Iterable[Problem]) -> int:
    """Write the mended files; how many lines changed."""
    changed = 0
    for file, its_problems in groupby(problems, lambda problem: problem.place.file):
        path = project / file
        if not path.is_file():
            continue
        before = path.read_bytes().decode("utf-8", "surrogateescape")
        after = mended(before, its_problems)
        if after != before:
            path.write_bytes(after.encode("utf-8", "surrogateescape"))
            changed += sum(old != new for old, new in zip(before.split("\n"), after.split("\n"), strict=True))
    return changed
