"""`zhengben pages`: write the pages as files for another engine."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.printing import print_problems
from generator.load.revision import revision
from generator.pipeline import prepare
from generator.publish.release import write


@click.command("pages")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def command(root: Path, folder: Path) -> int:
    """把每一页写成文件，交给别的网站程序生成，例如 properdocs build -f DIR/mkdocs.yml。

    DIR 是新的或空的文件夹。
    """
    from generator.plugin.export import exported_pages  # noqa: PLC0415  # the site engine is slow to import

    if folder.exists() and any(folder.iterdir()):
        click.echo(f"{folder} 里已经有文件，没有写进去。请换一个新的或空的文件夹。", err=True)
        return UNDECIDED
    edition, problems = prepare(root, revision(root))
    if problems:
        print_problems(problems, "text")
    if edition is None:
        click.echo("没有写出：请先改正上面的错误。", err=True)
        return BROKEN_RULE
    files = exported_pages(root, edition)
    write(folder, files)
    click.echo(f"已写入 {folder}，共{len(files)}个文件。")
    return 0
