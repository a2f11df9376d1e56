"""`zhengben rules`: the rules that `check` applies, and what the readers refuse, each explained to a clerk."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import click

from generator.check.registry import rules
from generator.importing.refusals import FORM_REFUSALS
from generator.load.fonts import FONT_REFUSALS
from generator.load.personal import PRIVACY_REFUSALS
from generator.load.prose_refusals import PROSE_REFUSALS
from generator.load.refusals import REFUSALS, Refusal
from generator.load.spreadsheet.refusals import SPREADSHEET_REFUSALS
from generator.problem import Level
from generator.publish.gate import RELEASE_REFUSALS
from generator.publish.scans.registry import scans
from generator.render.board_pdf.doubts import BOARD_REFUSALS
from generator.render.circular_pdf.doubts import TITLE_BREAK


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule or a refusal as it is explained: `group` is the heading it stands under."""

    id: str
    group: str
    level: Level
    acceptable: bool
    why: str
    bad: str
    good: str
    release: bool = False
    draft: bool = True

    @property
    def fault(self) -> str:
        """The first sentence of `why`."""
        return self.why.partition("。")[0].replace("\n", "")


@click.command("rules")
@click.argument("rule_id", metavar="[编号]", required=False)
def command(rule_id: str | None) -> int:
    """列出检查规则，或说明其中一条：为什么、错误的例子、正确的例子。"""
    if rule_id is None:
        click.echo(listing(everything()), nl=False)
        return 0
    by_id = {each.id: each for each in everything()}
    if rule_id not in by_id:
        near = difflib.get_close_matches(rule_id, by_id, 1)
        hint = f"是不是 {near[0]}？" if near else "全部编号见 zhengben rules。"
        raise click.UsageError(f"没有 {rule_id} 这条规则。{hint}")
    click.echo(explanation(by_id[rule_id]), nl=False)
    return 0


@cache
def everything() -> tuple[Explained, ...]:
    """All that can be reported: what the readers refuse, then the rules by subject."""
    return (
        *_refused(REFUSALS.values(), "数据文件的写法"),
        *_refused(PROSE_REFUSALS.values(), "文稿的写法"),
        *_refused((*SPREADSHEET_REFUSALS.values(), *FORM_REFUSALS.values()), "填报的表格"),
        *_refused((*FONT_REFUSALS.values(), TITLE_BREAK), "公文的排版"),
        *_refused(BOARD_REFUSALS, "公示栏"),
        *_refused(PRIVACY_REFUSALS.values(), "个人信息"),
        *_refused((each.refusal for each in scans()), "发布前的扫描"),
        *_refused(RELEASE_REFUSALS, "正式发布"),
        *(
            Explained(
                rule.id,
                rule.subject_title,
                rule.level,
                rule.acceptable,
                rule.why,
                rule.bad,
                rule.good,
                rule.release,
                rule.draft,
            )
            for rule in rules()
        ),
    )


def listing(all_of_them: Iterable[Explained]) -> str:
    """One line each: id, level, and the fault in short."""
    shown = tuple(all_of_them)
    width = max(len(each.id) for each in shown)
    lines: list[str] = []
    for group, members in groupby(shown, lambda each: each.group):
        lines += ["", group]
        lines += [f"  {each.id:{width}}  {each.level.value}  {each.fault}" for each in members]
    return "\n".join([*lines[1:], "", "每条的说明：zhengben rules 编号", ""])


def explanation(each: Explained) -> str:
    """All that is to be said of one rule, for a terminal."""
    indented = [textwrap.indent(example, "    ") for example in (each.bad, each.good)]
    weight = f"{each.level.value}；{_consequence(each)}"
    return f"{each.id}（{weight}）\n\n{each.why}\n\n错误：\n{indented[0]}\n\n正确：\n{indented[1]}\n"


def handbook_page() -> str:
    """The handbook's page of rules (`docs/rules.md`), made from the rules themselves."""
    return "\n".join(_page(everything()))


def _page(all_of_them: Iterable[Explained]) -> Iterator[str]:
    yield from (
        "# 检查规则",
        "",
        "<!-- 本页由程序生成，不要手改：make accept -->",
        "",
        "`zhengben check` 一次列出全部问题，每个问题写明文件、行、列、规则编号、错在哪里、怎样改。"
        "错误会挡住发布，警告只是提醒。编号永久不变，可以放心引用。在命令行看某一条的说明：`zhengben rules 编号`。",
        "",
        "已印发的文件须照原文保留的毛病，可以按名认可：在 `data/<年份>/accepted.yml` 写明规则编号、文件、原文和理由。"
        "只有注明“可以认可”的规则、只有已印发的文字（文稿、公文要素、机构名单）才能认可；计划的数据有错，只能改正。",
    )
    for group, members in groupby(all_of_them, lambda each: each.group):
        yield from ("", f"## {group}")
        for each in members:
            yield from ("", f"### `{each.id}`", "", f"**{each.level.value}** · {_consequence(each)}")
            yield from ("", each.why)
            yield from ("", "错误：", "", "```text", each.bad, "```")
            yield from ("", "正确：", "", "```text", each.good, "```")
    yield ""


def _consequence(each: Explained) -> str:
    blocks = "不改正不能发布" if each.level is Level.ERROR else "不妨碍发布"
    if each.release:
        blocks = "草稿里可以有，正式发布以前必须改正"
    if not each.draft:
        blocks = "草稿不查，正式发布以前必须补齐"
    return f"{blocks}；已印发的原文可以认可" if each.acceptable else blocks


def _refused(refusals: Iterable[Refusal], group: str) -> Iterator[Explained]:
    for refusal in refusals:
        yield Explained(
            refusal.id,
            group,
            refusal.level,
            acceptable=False,
            why=refusal.why,
            bad=refusal.bad,
            good=refusal.good,
        )
