"""`zhengben approve`: record the approval of exactly the changes under review."""

from __future__ import annotations

from pathlib import Path

import click

from generator.approving import ApprovingError, approve
from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.printing import print_problems
from generator.load.dossier import read_dossier
from generator.load.files import Files, FilesOnDisk
from generator.load.revision import FilesAtRevision
from generator.model.dossier import Dossier
from generator.problem import UndecidedError


@click.command("approve")
@click.option("--circular", required=True, metavar="文号", help="批准并印发这次改动的公文")
@click.option("--base", default="HEAD", show_default=True, help="批准以前的版本：改动从它算起")
@click.option("--sample", is_flag=True, help="记录是示例数据")
@click.pass_obj
def command(root: Path, circular: str, base: str, *, sample: bool) -> int:
    """把正在审核的改动，不多不少，写成一条批准记录。写好以后请逐条核对，再提交。"""
    new = _dossier(FilesOnDisk(root))
    if new is None:
        return BROKEN_RULE
    try:
        old = _dossier(FilesAtRevision(root, base))
    except UndecidedError:
        old = None
    try:
        record = approve(old, new, circular, sample=sample)
    except (ApprovingError, ValueError) as error:
        told = str(error) if isinstance(error, ApprovingError) else f"“{circular}”不是文号"
        click.echo(f"没有写记录：{told}。", err=True)
        return UNDECIDED
    path = root / record.path
    path.parent.mkdir(exist_ok=True)
    path.write_text(record.text, encoding="utf-8")
    what = f"{record.changes} 项改动" if record.changes else "全部计划"
    click.echo(f"已写入 {record.path}：{circular} 批准{what}。请逐条核对后提交。")
    return 0


def _dossier(files: Files) -> Dossier | None:
    dossier, problems = read_dossier(files)
    if dossier is None:
        print_problems(problems, "text")
    return dossier
