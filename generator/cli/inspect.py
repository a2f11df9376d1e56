"""`zhengben inspect`: measures a finished circular, PDF or DOCX, ours or another's, against GB/T 9704-2012."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click
from rich.console import Console

from generator.cli import BROKEN_RULE
from generator.inspect.as_html import as_html
from generator.inspect.as_json import as_json
from generator.inspect.as_text import as_text, comparison_as_text
from generator.inspect.comparison import compared
from generator.inspect.inspection import inspect
from generator.inspect.report import Report
from generator.inspect.row import Strength
from generator.load.fonts import FOLDER
from generator.problem import Level, Place, Problem, UndecidedError

_WIDTH = 160


@click.command("inspect")
@click.argument("file", type=click.Path(path_type=Path), metavar="文件")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    help="输出的格式，默认 text",
)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="再量一个文件，逐行比较，例如同一公文的 DOCX",
)
@click.option("--strict", is_flag=True, help="“一般”“推荐”“电子”各行不符也算不合格")
@click.pass_obj
def command(
    root: Path, file: Path, form: Literal["text", "json", "html"], against: Path | None, *, strict: bool
) -> int:
    """按 GB/T 9704-2012 测量一份公文的版式，逐行写明条款、强度、应为、实为和位置。

    可以量 PDF，也可以量 DOCX（用 LibreOffice 排出页面再量），不限于本程序生成的文件。
    “规定”各行全部符合，退出码为 0；有不符的为 1；文件读不了为 2。
    """
    fonts = root / FOLDER
    report = inspect(_read(file), file.name, fonts)
    other = inspect(_read(against), against.name, fonts) if against else None
    pairs = compared(report, other) if other else ()
    if form == "json":
        click.echo(as_json(report, pairs))
    elif form == "html":
        click.echo(as_html(report, pairs), nl=False)
    else:
        console = Console(width=None if sys.stdout.isatty() else _WIDTH)
        console.print(as_text(report))
        if other:
            console.print(comparison_as_text(report, other, pairs))
    reports = (report, *((other,) if other else ()))
    return BROKEN_RULE if any(_fails(each, strict=strict) for each in reports) else 0


def _fails(report: Report, *, strict: bool) -> bool:
    return bool(report.failed() if strict else report.failed(Strength.REQUIRED))


def _read(file: Path) -> bytes:
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = (
            "没有这个文件。" if isinstance(error, FileNotFoundError) else f"文件读不了（{error.strerror}）。"
        )
        problem = Problem("unmeasurable_file", Level.ERROR, reason, Place(str(file)), "请检查路径和权限。")
        raise UndecidedError(problem) from None
    if file.suffix.casefold() == ".docx" and sys.stderr.isatty():
        click.echo(f"正在用 LibreOffice 排出 {file.name} 的页面……", err=True)
    return data
