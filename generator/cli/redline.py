"""`zhengben redline`: print what changed: circulars with tracked changes, and 修订对照表."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.printing import print_problems
from generator.cli.sides import print_unreadable, sides
from generator.load.files import FilesOnDisk
from generator.load.fonts import find_fonts
from generator.load.settings import read_settings
from generator.problem import blocking
from generator.review import UnreadableError, read_side


@click.command("redline")
@click.argument("base", metavar="基准")
@click.argument("head", metavar="[改后]", required=False)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("修订稿"),
    show_default=True,
    help="放进哪个文件夹",
)
@click.pass_obj
def command(root: Path, base: str, head: str | None, output: Path) -> int:
    """把改动印出来：带修订标记的公文，修订对照表。改后不写，就是文件夹里现在的文件。

    有一边读不了时以 2 退出，数据有错误、印不出来时以 1 退出。
    """
    compared = sides(root, base, head)
    if compared is None:
        return UNDECIDED
    try:
        read = [read_side(side) for side in compared]
    except UnreadableError as error:
        print_unreadable(error)
        return UNDECIDED
    for side in read:
        if blocking(side.problems):
            click.echo(f"“{side.name}”有错误，印不出来：", err=True)
            print_problems(side.problems, "text")
            return BROKEN_RULE
    settings, _ = read_settings(FilesOnDisk(root))
    fonts, missing = find_fonts(root, settings)
    if fonts is None:
        print_problems(missing, "text")
        return BROKEN_RULE
    from generator.redlining import State, redlines  # noqa: PLC0415  # slow to import

    old, new = (State(side.name, side.dossier) for side in read)
    made, doubts = redlines(root, old, new, fonts, duplex=settings.duplex)
    if blocking(doubts):
        print_problems(doubts, "text")
        return BROKEN_RULE
    _write(output, made)
    return 0


def _write(folder: Path, made: Mapping[str, bytes]) -> None:
    if not made:
        click.echo("没有改动要印。")
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (folder / name).write_bytes(content)
        click.echo(folder / name)
