"""`zhengben form`: the 季度报表 that units fill in, a file for each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.printing import print_problems
from generator.cli.writing import write_new
from generator.compute.form import open_quarters
from generator.load.fonts import find_fonts
from generator.model.dossier import Dossier, Year
from generator.model.organisation import Unit
from generator.model.plan import Quarter
from generator.pipeline import Reading, read
from generator.problem import Problem, blocking
from generator.views.form import Form


@click.command("form")
@click.option("--year", type=int, metavar="年份", help="哪一年的，不写是最近的一年")
@click.option(
    "--unit", "names", multiple=True, metavar="股室", help="只发哪个股室、单位的；可以写几次，不写是全部"
)
@click.option("--quarter", metavar="季度", help="哪个季度的，如 q3；不写是没有封存的各季度")
@click.option("--blank", is_flag=True, help="已经报了的也发空白的，不带报过的内容")
@click.option("--pdf", is_flag=True, help="再印一份 PDF，手写用")
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("forms"),
    show_default=True,
    metavar="文件夹",
    help="放在哪里",
)
@click.pass_obj
def command(
    root: Path,
    year: int | None,
    names: tuple[str, ...],
    quarter: str | None,
    folder: Path,
    *,
    blank: bool,
    pdf: bool,
) -> int:
    """发季度报表：每个股室、单位一个 XLSX 文件，填好交回来，用 zhengben import 收。"""
    from generator.forms import forms  # noqa: PLC0415  # slow to import, as is the next
    from generator.render.form_xlsx import form_xlsx  # noqa: PLC0415  # likewise

    reading = read(root)
    if reading.dossier is None:
        print_problems(reading.problems, "text")
        return BROKEN_RULE
    if blocking(reading.problems):
        click.echo("数据里有错误，发出去的表可能不对；请先运行 zhengben check 看一看。", err=True)
    number, units, quarters = _asked(reading.dossier, year, names, quarter)
    if not quarters:
        click.echo(f"{number}年各季度都已封存，不再收报表。要某个季度的表，用 --quarter 写明。", err=True)
        return UNDECIDED
    made = list(forms(reading.dossier, number, units, quarters, blank=blank))
    files = {f"{one.file_name}.xlsx": form_xlsx(one) for one in made}
    if pdf:
        printed, doubts = _printed(root, reading, made)
        if blocking(doubts):
            print_problems(doubts, "text")
            return BROKEN_RULE
        files |= printed
    return write_new(folder, files)


def _asked(
    dossier: Dossier, number: int | None, names: Sequence[str], quarter: str | None
) -> tuple[int, Sequence[Unit], Sequence[Quarter]]:
    """The year, the units and the quarters that are meant; a usage error if there is none of that name."""
    number = number or max(dossier.years)
    if number not in dossier.years:
        raise click.BadParameter(f"没有{number}年的计划", param_hint="--year")
    year = dossier.years[number]
    units = [_unit(year, name) for name in names] or year.organisation.units
    quarters = tuple(open_quarters(year))
    if quarter:
        quarters = tuple(one for one in year.plan.quarters if quarter in (one.id, one.name))
        if not quarters:
            offered = "、".join(f"{one.id}（{one.name}）" for one in year.plan.quarters)
            raise click.BadParameter(f"没有“{quarter}”这个季度，可以写：{offered}", param_hint="--quarter")
    return number, units, quarters


def _unit(year: Year, name: str) -> Unit:
    for unit in year.organisation.units:
        if name in (unit.name, unit.slug, *unit.short):
            return unit
    offered = "、".join(unit.name for unit in year.organisation.units)
    raise click.BadParameter(f"没有“{name}”这个股室、单位，有：{offered}", param_hint="--unit")


def _printed(
    root: Path, reading: Reading, made: Sequence[Form]
) -> tuple[dict[str, bytes], Sequence[Problem]]:
    """The forms as PDF, and what stands against printing them."""
    from generator.render.circular_pdf.press import CircularPress  # noqa: PLC0415  # slow to import

    fonts, missing = find_fonts(root, reading.settings)
    if fonts is None:
        return {}, missing
    press = CircularPress(root, fonts)
    doubts = [doubt for one in made for doubt in press.leaf_doubts(one.leaf)]
    if blocking(doubts):
        return {}, doubts
    return {f"{one.file_name}.pdf": press.leaf(one.leaf) for one in made}, ()
