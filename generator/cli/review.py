"""`zhengben review`: what a change means, and whether policy lets it through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.sides import print_unreadable, sides
from generator.load.revision import FilesAtRevision
from generator.render.review.as_github import as_github
from generator.render.review.as_json import as_json
from generator.render.review.as_junit import as_junit
from generator.render.review.as_markdown import as_markdown
from generator.render.review.as_text import as_text
from generator.review import UnreadableError, review
from generator.views.review import ReviewReport

_PLAIN: Mapping[str, Callable[[ReviewReport], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "github": as_github,
    "junit": as_junit,
}
_FORMS = ("text", "markdown", "json", "html", "github", "junit", "docx")


@click.command("review")
@click.argument("base", metavar="基准")
@click.argument("head", metavar="[改后]", required=False)
@click.option("--format", "form", type=click.Choice(_FORMS), default="text", help="报告的形式，不写是 text")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="写进文件，不写就显示在屏幕上"
)
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="按哪一天审核，不写是改后版本的提交日期或今天"
)
@click.pass_obj
def command(  # noqa: PLR0917  # click gives them by name
    root: Path, base: str, head: str | None, form: str, output: Path | None, day: datetime | None
) -> int:
    """说明改动的意思、轻重、缺什么批准。改后不写，就是文件夹里现在的文件。

    可以合并时以 0 退出，不能合并时以 1 退出，有一边读不了时以 2 退出。
    """
    compared = sides(root, base, head)
    if compared is None:
        return UNDECIDED
    files = compared[1].files
    committed = files.day if isinstance(files, FilesAtRevision) else None
    today = day.date() if day else committed or datetime.now(UTC).date()
    try:
        report = review(*compared, today)
    except UnreadableError as error:
        print_unreadable(error)
        return UNDECIDED
    _print(_rendered(report, form, root, today), output)
    return 0 if report.passes else BROKEN_RULE


def _rendered(report: ReviewReport, form: str, root: Path, today: date) -> bytes:
    match form:
        case "docx":
            from generator.render.review.as_docx import as_docx  # noqa: PLC0415  # slow to import

            return as_docx(report, today)
        case "html":
            from generator.render.review.as_html import as_html  # noqa: PLC0415  # slow to import

            return as_html(report, root / "theme" / "review").encode()
        case _:
            return _PLAIN[form](report).encode(errors="backslashreplace")


def _print(content: bytes, output: Path | None) -> None:
    if output is not None:
        output.write_bytes(content)
    else:
        click.echo(content, nl=False)
