"""`zhengben preview`: the site before and after a change, in one archive that opens from a disk."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED

import click

from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.printing import print_problems
from generator.load.files import Files, FilesOnDisk
from generator.load.revision import UNCOMMITTED, FilesAtRevision
from generator.pipeline import prepare
from generator.problem import Level, Problem
from generator.publish.layout import lay_out
from generator.render.archive import archive
from generator.render.review.as_html import as_html
from generator.render.review.as_preview import as_preview
from generator.review import Side, UnreadableError, review


@click.command("preview")
@click.argument("base", metavar="基准")
@click.argument("head", metavar="[改后]", required=False)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("预览.zip"),
    help="写到哪里，不写是 预览.zip",
)
@click.pass_obj
def command(root: Path, base: str, head: str | None, output: Path) -> int:
    """把改动前后的网站和审核报告放进一个压缩包，解开就能看。改后不写，就是文件夹里现在的文件。

    只有 data/ 和 content/ 取自这两个版本；模板和网站配置用项目文件夹里的。
    """
    old, new = FilesAtRevision(root, base), FilesAtRevision(root, head) if head else FilesOnDisk(root)
    sites: list[Mapping[str, bytes]] = []
    for name, files, status in ((base, old, UNDECIDED), (head or "现在的文件", new, BROKEN_RULE)):
        site, problems = _site(root, files)
        if site is None:
            click.echo(f"“{name}”生成不了，没有写出预览：", err=True)
            print_problems(problems, "text")
            return status
        sites.append(site)
    today = new.day if isinstance(new, FilesAtRevision) else datetime.now(UTC).date()
    try:
        report = review(Side(base, old), Side(head or "现在的文件", new), today)
    except UnreadableError as error:
        print_problems(error.problems, "text")
        return UNDECIDED
    templates, (before, after) = root / "theme" / "review", sites
    output.write_bytes(
        archive(as_preview(before, after, as_html(report, templates), templates), ZIP_DEFLATED)
    )
    click.echo(f"已写出 {output}。解开以后打开里面的 index.html。")
    return 0


def _site(root: Path, files: Files) -> tuple[Mapping[str, bytes] | None, tuple[Problem, ...]]:
    """The site of a state by address, unless something stands against it; all problems."""
    from generator.plugin import build_site  # noqa: PLC0415  # the site engine is slow to import

    with tempfile.TemporaryDirectory() as folder:
        project, made = Path(folder) / "project", Path(folder) / "site"
        lay_out(root, files, project)
        refused = tuple(one for one in files.problems if one.level is Level.ERROR)
        edition, problems = prepare(project, UNCOMMITTED)
        if edition is None or refused:
            return None, (*refused, *problems)
        build_site(project, edition, made)
        pages = sorted(path for path in made.rglob("*") if path.is_file())
        return {page.relative_to(made).as_posix(): page.read_bytes() for page in pages}, problems
