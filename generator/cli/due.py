"""`zhengben due`: who has not reported, what falls due, what must be published by when, which sheets must be posted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import click
from pydantic_core import PydanticCustomError

from generator.cli import BROKEN_RULE
from generator.cli.printing import print_problems
from generator.model.scalars import day_from_text
from generator.pipeline import read
from generator.problem import blocking
from generator.views.due import DueLine, DueList, due_list

_DAYS = 30


class _Day(click.ParamType[date]):
    """A day, written as the data writes it."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return day_from_text(value)
        except PydanticCustomError as error:
            self.fail(error.message(), param, ctx)


@click.command("due")
@click.option("--on", required=True, type=_Day(), metavar="日期", help="看哪一天的情况，写法如 2019-10-15")
@click.option(
    "--days",
    type=click.IntRange(0, 400),
    default=_DAYS,
    metavar="天数",
    help=f"往后看多少天，不写是 {_DAYS}；逾期的总会列出",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ics"]),
    default="text",
    help="text 给人看（默认）；json 给程序；ics 给日历软件",
)
@click.pass_obj
def command(root: Path, on: date, days: int, form: str) -> int:
    """列出到期的事项：谁没有报季度报表，哪些目标和节点到期，什么应当在哪天以前公开，哪些公示件该张贴、换新、撤下。

    只看数据里写了的：到这一天为止上报的、发布的才算。
    """
    reading = read(root)
    if reading.dossier is None:
        print_problems(reading.problems, "text")
        return BROKEN_RULE
    if blocking(reading.problems):
        click.echo("数据里有错误，下面的结果可能不全；请运行 zhengben check 看一看。", err=True)
    _print(due_list(reading.dossier, on, days), form)
    return 0


def _print(view: DueList, form: str) -> None:
    match form:
        case "text":
            click.echo("\n".join(_lines(view)))
        case "json":
            click.echo(json.dumps(_values(view), indent=2))
        case "ics":
            from generator.render.due_ical import due_ical  # noqa: PLC0415  # slow to import

            click.echo(due_ical(view), nl=False)


def _lines(view: DueList) -> list[str]:
    lines = [view.heading]
    for group in view.groups:
        lines += ["", f"{group.title}（{len(group.lines)}项）"]
        lines += [f"  {_line(same)}" for same in _together(group.lines)]
    return lines


def _together(lines: Iterable[DueLine]) -> Iterator[DueLine]:
    """Lines that differ only in who has it to do, as one that names them all."""
    for _, same in groupby(sorted(lines, key=_matter), _matter):
        first, *others = same
        yield replace(first, who="、".join(line.who for line in (first, *others)))


def _matter(line: DueLine) -> tuple[date, str, str]:
    return line.day or date.max, line.what, line.standing


def _line(line: DueLine) -> str:
    day = line.day.isoformat() if line.day else "日期不明"
    return "　".join(words for words in (day, line.who, line.what, f"（{line.standing}）") if words)


def _values(view: DueList) -> dict[str, Any]:
    return {
        "on": view.on.isoformat(),
        "until": view.until.isoformat(),
        "due": [
            {
                "kind": group.kind,
                "key": line.key,
                "day": line.day.isoformat() if line.day else None,
                "overdue": line.overdue,
                "who": line.who,
                "what": line.what,
                "standing": line.standing,
            }
            for group in view.groups
            for line in group.lines
        ],
    }
