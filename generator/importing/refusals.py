"""What is refused of a form that came back, and what is told of it: each with why, a bad and a good example."""

from __future__ import annotations

from collections.abc import Mapping

from generator.load.refusals import Refusal
from generator.problem import Level

_AGAIN = "用 zhengben form 重新发表，照着填"

FORM_UNKNOWN = Refusal(
    "form_unknown",
    "认不出这是哪个单位哪个季度的报表。程序靠表里隐藏的标记认，标记没有了就看表头和各栏的名称。",
    "自己画的表，没有填报单位、填报季度",
    "在发下去的表里填写，不另做表",
)
FORM_VERSION = Refusal(
    "form_version",
    "这是旧版（或更新版）的程序发的表，各栏的意思可能不一样，不能照现在的读。",
    "去年留下的空白表",
    _AGAIN,
)
FORM_WRONG = Refusal(
    "form_wrong",
    "表里写的单位、季度、年度和数据对不上，或不是这次要收的。收错了会算到别的单位、别的季度头上。",
    "拿公证处的表改了表头，填的是办公室的事",
    "哪个单位填哪个单位的表",
)
FORM_LOCKED = Refusal(
    "form_locked",
    "这个季度已经封存，报表不能再改。",
    "封存以后又交来一张一季度的表",
    "确实报错了的，写一条更正：data/2019/errata/002.yml",
)
FORM_TWICE = Refusal(
    "form_twice",
    "同一个单位同一个季度交来两个文件，不知道以哪个为准。",
    "办公室.xlsx 和 办公室（改）.xlsx",
    "只留下最后定稿的一个",
)
FORM_OUTDATED = Refusal(
    "form_outdated",
    "表发出以后计划改了，填表的人看到的不是现在的目标。",
    "发表时目标值是不少于30条，后来改成40条",
    _AGAIN,
)
FORM_COLUMN = Refusal(
    "form_column",
    "表里少了要填的一栏，或同一栏有两个，读出来的内容不全。各栏的次序可以不同。",
    "“整改措施”一栏被删去",
    "在发下去的表里填写，不增删栏目",
)
FORM_ROW = Refusal(
    "form_row",
    "表里的行和本单位的目标对不上：多了、少了、重复了，或编号和目标内容不是同一项。",
    "复制了一行；ZD01-1 的编号旁边是 ZD01-2 的内容",
    "每个目标一行，不增删",
)
FORM_TEXT = Refusal(
    "form_text",
    "目标内容、目标值、完成时限被改动了。这些以计划为准，改计划要另走程序。",
    "把“不少于30条”改成“不少于20条”",
    "恢复原样；情况有变的，写在“本季度工作完成情况”里",
)
FORM_BLANK = Refusal(
    "form_blank",
    "必须填的没有填。没有报和报了零不是一回事，程序不代填。",
    "“进度状态”空着",
    "未启动",
)
FORM_CONFLICT = Refusal(
    "form_conflict",
    "表发出以后，数据里的这一格又改过，表里填的也不一样。后改的不会被表里的覆盖。",
    "发表时是 12，后来数据改成 15，表里填 13",
    "核对以后改成一致；要以表为准，加 --replace",
)
FORM_KEPT = Refusal(
    "form_kept",
    "表发出以后，数据里的这一格又改过，表里还是发表时的样子：保留后改的。",
    "发表时是 12，后来数据改成 15，表里还是 12",
    "核对以哪个为准",
    Level.WARNING,
)
FORM_LEFT = Refusal(
    "form_left",
    "这一格不属于报表，没有导入。要上报的内容填进报表的格子里。",
    "写在表外的一句说明",
    "写进“本季度工作完成情况”",
    Level.WARNING,
)

FORM_REFUSALS: Mapping[str, Refusal] = {
    refusal.id: refusal for refusal in list(globals().values()) if isinstance(refusal, Refusal)
}
"""Every refusal of a form, by id."""
