"""`zhengben import`: take in the 季度报表 that units filled in."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.printing import print_problems, problem_lines, visible
from generator.cli.writing import write_new
from generator.importing.importing import Imported, Opened, import_forms, shown_value
from generator.importing.titles import title_of
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.load.spreadsheet.reading import read_spreadsheet
from generator.model.dossier import Dossier
from generator.problem import UndecidedError, blocking, in_order
from generator.publish.replacing import ChangedMeanwhileError, content_of, replace_file


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option("--quarter", default="", metavar="季度", help="只收这个季度的，如 q3；别的季度的表不收")
@click.option("--dry-run", is_flag=True, help="只看会改什么，不写")
@click.option("--yes", is_flag=True, help="不问，没有疑问的直接写")
@click.option("--replace", is_flag=True, help="表发出以后数据里又改过的，也以表为准")
@click.option(
    "--reply",
    "replies",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="文件夹",
    help="有错误的表标出疑问，另存在这里，好退回去",
)
@click.pass_obj
def command(
    root: Path,
    files: tuple[Path, ...],
    quarter: str,
    replies: Path | None,
    *,
    dry_run: bool,
    yes: bool,
    replace: bool,
) -> int:
    """收季度报表：读填好的 XLSX，写明会改什么，写进 data/ 里各单位的文件。

    FILE 是交回来的表，也可以是装着表的文件夹。有错误的表整张不收，别的照收。
    """
    dossier, problems = read_dossier(FilesOnDisk(root))
    if dossier is None:
        print_problems(in_order(problems), "text")
        return BROKEN_RULE
    before: dict[str, bytes | None] = {}

    def old_text(path: str) -> str | None:
        before[path] = content_of(root / path)
        old = before[path]
        return old.decode("utf-8") if old is not None else None

    found = list(_found(files))
    imported = import_forms(dossier, _opened(found), old_text, quarter=quarter, replace_later=replace)
    _tell(dossier, imported)
    status = BROKEN_RULE if any(one.text is None for one in imported) else 0
    if replies is not None:
        from generator.importing.replying import reply  # noqa: PLC0415  # slow to import

        refused = [one for one in imported if blocking(one.problems)]
        names = _names([Path(one.file).stem for one in refused])
        sheets = {name: reply(dossier, one) for name, one in zip(names, refused, strict=True)}
        status = write_new(replies, sheets) or status
    to_write = [one for one in imported if one.text is not None and (one.changes or one.fresh)]
    if not to_write or dry_run:
        click.echo("什么也没有写。")
        return status
    if not yes and not on_terminal():
        click.echo("什么也没有写：看过以后加上 --yes 再运行一次。")
        return status or UNDECIDED
    if not yes and not click.confirm(f"写入以上 {len(to_write)} 个单位的报表？"):
        click.echo("什么也没有写。")
        return status
    return _write(root, to_write, before) or status


def _names(stems: Sequence[str]) -> Iterator[str]:
    """What the replies to files are called; of files of one name from several folders, the later are numbered."""
    met: Counter[str] = Counter()
    for stem in stems:
        met[stem] += 1
        yield f"退回-{stem}{f'-{met[stem]}' if met[stem] > 1 else ''}.xlsx"


def on_terminal() -> bool:
    """Whether there is someone to ask."""
    return sys.stdin.isatty()


def _found(files: Sequence[Path]) -> Iterator[Path]:
    """The files that are meant: of a folder its workbooks, without what Excel keeps beside an open one."""
    for file in files:
        if file.is_dir():
            yield from sorted(
                one for one in file.iterdir() if one.is_file() and not one.name.startswith(("~$", "."))
            )
        else:
            yield file


def _opened(files: Sequence[Path]) -> Iterator[Opened]:
    """Read the files, with a bar on a terminal if there are many."""
    console = Console(stderr=True)
    hidden = len(files) < 4 or not console.is_terminal
    for file in track(files, "读取报表", console=console, transient=True, disable=hidden):
        try:
            yield str(file), *read_spreadsheet(file)
        except UndecidedError as error:
            yield str(file), None, (error.problem,)


def _tell(dossier: Dossier, imported: Sequence[Imported]) -> None:
    """What becomes of each file: what it changes, or that it is not taken, and what is to be said of its cells."""
    console = Console(soft_wrap=True, highlight=False)
    for one in imported:
        console.print(f"{visible(one.file)}：{_outcome(one)}", markup=False)
        for line in _changes(dossier, one):
            console.print(f"  {line}", markup=False)
        console.print(problem_lines(one.problems), end="")
    taken = sum(one.text is not None for one in imported)
    click.echo(f"共 {len(imported)} 个文件：可收 {taken} 个，不收 {len(imported) - taken} 个。")


def _changes(dossier: Dossier, one: Imported) -> Iterator[str]:
    """What an import changes in a report that is there."""
    if one.text is None or one.asked is None or one.fresh:
        return
    for change in one.changes:
        spot = (change.item, change.field)
        was, now = (shown_value(one.asked, spot, text) or "（空）" for text in (change.was, change.now))
        yield f"{change.item} {title_of(dossier, one.asked, spot)}：{was} → {now}".lstrip()


def _outcome(one: Imported) -> str:
    if one.text is None or one.asked is None:
        return "不收，改正以后再交"
    path = one.asked.path
    if one.fresh:
        items = len({item for item, _ in one.filled.texts if item})
        return f"{path} 新报{items}项"
    return f"{path} 改{len(one.changes)}处" if one.changes else f"{path} 没有变化"


def _write(root: Path, to_write: Sequence[Imported], before: dict[str, bytes | None]) -> int:
    """Write each report's file in one step; one that was changed meanwhile is left alone."""
    status, written = 0, 0
    for one in to_write:
        if one.asked is None or one.text is None:
            continue
        path = one.asked.path
        try:
            replace_file(root, root / path, one.text.encode(), before[path])
            written += 1
        except ChangedMeanwhileError:
            click.echo(f"{path} 刚才被别人改了，没有写；请再运行一次。", err=True)
            status = UNDECIDED
    click.echo(f"已写入 {written} 个文件。请用 git diff 看一遍，再提交。")
    return status
