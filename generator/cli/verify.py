"""`zhengben verify`: re-reads what was published and tells whether it is whole and says what the data say."""

from __future__ import annotations

import time
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from generator.cli import BROKEN_RULE, UNDECIDED
from generator.cli.printing import print_problems
from generator.compute.public import public_dossier
from generator.load.revision import revision
from generator.pipeline import read
from generator.problem import blocking
from generator.publish.switch import DIST
from generator.publish.verify.comparison import FORMATS, Comparison, by_what, compare
from generator.publish.verify.integrity import (
    Likeness,
    NoManifestError,
    NoSshKeygenError,
    likeness,
    listed,
    outputs_of,
    present,
    signer,
)
from generator.views.downloads import SHEETS

_SHOWN = 20
_WORDS = (("identical", "相同"), ("differing", "不同"), ("missing", "缺少"), ("extra", "多出"))


@click.command("verify")
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar="[文件夹]")
@click.option("--commit", metavar="版本", help="再从这个版本的干净文件重新生成一次，逐个文件比较")
@click.option(
    "--signers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="可以签名的人的名单；核对发布清单的签名",
)
@click.pass_obj
def command(root: Path, folder: Path | None, commit: str | None, signers: Path | None) -> int:
    """核对发布的结果：文件一个不多、一个不少、没有改过；每个数、每个名字都与数据一致。

    把网页、PDF、Word、Excel、CSV、JSON、订阅源和搜索索引重新读一遍，逐个值与数据比较。不写文件夹，就核对项目的 dist。
    """
    started, folder = time.monotonic(), folder or root / DIST
    try:
        kept = _tell("文件", likeness(listed(folder), present(folder)))
        signed = _tell_signer(folder, signers) if signers else True
    except NoManifestError:
        click.echo(f"{folder} 里没有发布清单 manifest.json，或者读不了，无从核对。", err=True)
        return UNDECIDED
    except NoSshKeygenError:
        click.echo("这台机器上没有 ssh-keygen，核对不了签名。", err=True)
        return UNDECIDED
    reading = read(root)
    if reading.dossier is None or blocking(reading.problems):
        print_problems(reading.problems, "text")
        return UNDECIDED
    _tell_revision(root, folder)
    compared = compare(folder, public_dossier(reading.dossier))
    _tell_values(compared)
    again = _again(root, folder, commit) if commit else True
    if again is None:
        return UNDECIDED
    right = kept and signed and again and not compared.differences
    click.echo(f"{'核对无误' if right else '核对不符'}，用时 {time.monotonic() - started:.1f} 秒。")
    return 0 if right else BROKEN_RULE


def _tell(what: str, found: Likeness) -> bool:
    """Print how files compare; whether all are the same."""
    counts = "，".join(f"{word} {len(getattr(found, name))}" for name, word in _WORDS)
    click.echo(f"{what}：{counts}。")
    for name, word in _WORDS[1:]:
        files = getattr(found, name)
        for file in files[:_SHOWN]:
            click.echo(f"  {word} {file}")
        if len(files) > _SHOWN:
            click.echo(f"  {word}的还有 {len(files) - _SHOWN} 个")
    return found.whole


def _tell_signer(folder: Path, signers: Path) -> bool:
    name = signer(folder, signers)
    click.echo(f"签名：{name}，有效。" if name else "签名：没有，或者不是名单上的人签的。")
    return name is not None


def _tell_revision(root: Path, folder: Path) -> None:
    """Say so when the data here are not those that were published."""
    here, there = revision(root), {origin.revision for origin in outputs_of(folder).values()}
    if there != {here}:
        click.echo(
            f"注意：发布的数据版本是 {'、'.join(sorted(there))}，现在的是 {here}；下面与现在的数据比较。"
        )


def _tell_values(compared: Comparison) -> None:
    table = Table()
    for head in ("格式", "文件", "比较的值", "不一致"):
        table.add_column(head, justify="left" if head == "格式" else "right")
    differing = dict.fromkeys(FORMATS, 0)
    for one in compared.differences:
        differing[one.file.rpartition(".")[2]] += 1
    for form in FORMATS:
        table.add_row(form, f"{compared.files[form]:,}", f"{compared.values[form]:,}", f"{differing[form]:,}")
    table.add_section()
    sums = (sum(compared.files.values()), sum(compared.values.values()), len(compared.differences))
    table.add_row("合计", *(f"{total:,}" for total in sums))
    Console().print(table)
    for what, found in list(by_what(compared.differences).items())[:_SHOWN]:
        first = found[0]
        more = f"，另有 {len(found) - 1} 处" if len(found) > 1 else ""
        click.echo(f"{first.file} {first.place}：{what} 应为“{first.expected}”，写的是“{first.found}”{more}")


def _again(root: Path, folder: Path, commit: str) -> bool | None:
    """Build a revision once more and compare; None if it does not build."""
    from generator.plugin import build_site  # noqa: PLC0415  # the site engine is slow to import
    from generator.rebuilding import rebuilt  # noqa: PLC0415  # likewise

    outputs = outputs_of(folder)
    draft = any(origin.draft for origin in outputs.values())
    sheets = (folder / "site" / SHEETS).is_dir()
    with rebuilt(root, commit, tuple(outputs), build_site, draft=draft, sheets=sheets) as (made, problems):
        if made is None:
            print_problems(problems, "text")
            click.echo(f"{commit} 这个版本生成不了，无从比较。", err=True)
            return None
        return _tell(f"由 {commit} 重新生成", likeness(present(made), present(folder)))
