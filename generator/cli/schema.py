"""`zhengben schema`: write the JSON Schemas that editors use."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import BROKEN_RULE
from generator.cli.printing import print_problems
from generator.load.dossier import SCHEMAS
from generator.load.schema import schemas
from generator.pipeline import read


@click.command("schema")
@click.pass_obj
def command(root: Path) -> int:
    """重新生成 data/schemas/：编辑器据此提示键名、股室名和类别名。"""
    reading = read(root)
    if reading.dossier is None:
        print_problems(reading.problems, "text")
        return BROKEN_RULE
    folder = root / SCHEMAS
    folder.mkdir(exist_ok=True)
    for name, content in schemas(reading.dossier).items():
        (folder / name).write_bytes(content)
    click.echo(f"已写入 {folder}")
    return 0
