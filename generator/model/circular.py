"""A numbered circular: head, body, enclosure, annexes, dates, sign-offs and disclosure facts."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import ContentPath, Day, DocumentNumber, Text, YesNo


class Kind(Enum):
    """The fifteen kinds of official document (党政机关公文处理工作条例, article 8)."""

    RESOLUTION = "决议"
    DECISION = "决定"
    ORDER = "命令"
    COMMUNIQUE = "公报"
    PROCLAMATION = "公告"
    ANNOUNCEMENT = "通告"
    OPINION = "意见"
    NOTICE = "通知"
    CIRCULAR = "通报"
    REPORT = "报告"
    REQUEST = "请示"
    REPLY = "批复"
    PROPOSAL = "议案"
    LETTER = "函"
    MINUTES = "纪要"


class Letterhead(Enum):
    """The one form that a bureau may choose for documents of other kinds (GB/T 9704-2012, 10.1)."""

    LETTER = "信函"


class Enclosure(Record):
    """The document that a circular issues (印发件), printed after it from a new page."""

    title: Text = Field(description="标题")
    title_lines: tuple[Text, ...] = Field((), description="标题怎样分行，每项一行；不写由程序来分")
    body: ContentPath = Field(description="文稿的位置")


class Content(Enum):
    """What an annex is made of."""

    TARGET_TABLE = "target_table"
    QUARTERLY_FORM = "quarterly_form"


class AnnexColumn(Enum):
    """A column of the table of targets, named like the field it shows."""

    NUMBER = "number"
    ID = "id"
    INDICATOR = "indicator"
    SOURCE = "source"
    TEXT = "text"
    POINTS = "points"
    GOAL = "goal"
    DEADLINE = "deadline"
    UNIT = "unit"
    PARTNERS = "with"
    LEADER = "leader"
    MILESTONES = "milestones"
    EXPECTED = "expected"
    SCORING = "scoring"


USUAL_COLUMNS = (
    AnnexColumn.NUMBER,
    AnnexColumn.INDICATOR,
    AnnexColumn.TEXT,
    AnnexColumn.POINTS,
    AnnexColumn.GOAL,
    AnnexColumn.DEADLINE,
    AnnexColumn.UNIT,
    AnnexColumn.LEADER,
    AnnexColumn.SCORING,
)
"""The columns of the table of targets where a circular names none."""


class Annex(Record):
    """One annex (附件), in the order of its number; `content` says what is printed in it."""

    title: Text = Field(description="附件名称，与正文里提到的一致")
    content: Annotated[Content, Field(strict=False)] = Field(
        description="附件的内容：target_table 是目标考评表，quarterly_form 是季度报表"
    )
    columns: Annotated[tuple[Annotated[AnnexColumn, Field(strict=False)], ...], Field(min_length=1)] = Field(
        USUAL_COLUMNS, description="目标考评表的各栏，按从左到右的顺序；季度报表的各栏是固定的"
    )


class Printing(Record):
    """The printing body and day (印发机关和印发日期, GB/T 9704-2012, 7.4.3)."""

    body: Text = Field(description="印发机关")
    date: Day = Field(description="印发日期")


class Attendance(Record):
    """One list of minutes (纪要): 出席, 请假 or 列席, and who, as printed after the colon."""

    role: Text = Field(description="出席、请假或列席")
    people: Text = Field(description="人员，照印在冒号后面")


class Disclosure(Record):
    """What the disclosure box shows beside the circular's own facts; unknown facts are left out."""

    index_number: Text | None = Field(None, description="索引号")
    topic: Text | None = Field(None, description="主题分类")
    method: Text = Field(description="公开方式，如“主动公开”")
    validity: Text = Field(description="有效性，如“有效”")
    summary: Text = Field(description="概述，一两句话说明公文的内容")
    published: Day | None = Field(None, description="发布日期")


class SignOffs(Record):
    """Who drafted, reviewed and signed (拟稿, 审核, 签发); a release needs all three."""

    drafted: Text | None = Field(None, description="拟稿人")
    reviewed: Text | None = Field(None, description="审核人")
    signed: Text | None = Field(None, description="签发人")


class Circular(Record):
    """One circular. `title_lines` gives the title's line breaks; without it they are computed.

    `signers` (签发人) makes it a document to a superior; `joint` are the other organs of a joint issue, after
    the one that `signature` names; `signer_post` stands before the signer's stamp of an order (命令).
    """

    number: DocumentNumber = Field(description="发文字号；命令照样写全，印出来是“第7号”")
    kind: Annotated[Kind, Field(strict=False)] = Field(description="公文种类")
    form: Annotated[Letterhead, Field(strict=False)] | None = Field(
        None, description="通知等用信函格式印发的，写“信函”；不写，由公文种类定"
    )
    mark: Text = Field(description="发文机关标志，印在红头上的字")
    title: Text = Field(description="标题")
    title_lines: tuple[Text, ...] = Field((), description="标题怎样分行，每项一行；不写由程序来分")
    to: tuple[Text, ...] = Field((), description="主送机关；命令、公告、纪要等没有主送机关的不写")
    body: ContentPath = Field(description="正文文稿的位置")
    enclosure: Enclosure | None = Field(None, description="随本文印发的文件，如方案")
    annexes: tuple[Annex, ...] = Field((), description="附件，按附件1、附件2的顺序")
    copy_number: Text | None = Field(None, description="份号，六位数字，加引号写")
    secrecy: Text | None = Field(None, description="密级和保密期限")
    urgency: Text | None = Field(None, description="紧急程度")
    signers: tuple[Text, ...] = Field((), description="签发人；上行文才写")
    signature: Text = Field(description="发文机关署名")
    joint: tuple[Text, ...] = Field((), description="联合行文的其他机关，署名排在后面")
    signer_post: Text | None = Field(None, description="签发人职务；命令才写，印在签名章前面")
    date: Day = Field(description="成文日期")
    sealed: YesNo = Field(default=True, description="是否盖章；盖章的留出印章位置")
    note: Text | None = Field(None, description="附注，不写括号")
    attendance: tuple[Attendance, ...] = Field((), description="出席、请假、列席人员；纪要才写")
    cc: tuple[Text, ...] = Field((), description="抄送机关")
    printing: Printing = Field(description="印发机关和印发日期")
    disclosure: Disclosure = Field(description="政府信息公开的说明；不知道的不写")
    sign_offs: SignOffs = Field(SignOffs(), description="拟稿、审核、签发的人")
    sample: YesNo = Field(default=False, description="是否为示例数据，不是实际印发的文件")

    @property
    def prose_files(self) -> tuple[str, ...]:
        """The prose it prints, by path: its body, then its enclosure's."""
        return (self.body,) if self.enclosure is None else (self.body, self.enclosure.body)


class Acceptance(Record):
    """A flaw of an issued text that stays as it was issued: the rule, where, the words, and why."""

    rule: Text = Field(description="规则的编号，check 列在方括号里")
    file: Text = Field(description="在哪个文件")
    words: Text = Field(description="毛病所在的原文，一字不差；check 的提示里有")
    reason: Text = Field(description="为什么保留，如“原文如此”")


class Acceptances(Record):
    """The accepted flaws of one year. One that matches nothing is itself a problem."""

    accepted: tuple[Acceptance, ...] = Field(min_length=1, description="照原文保留的毛病，逐条登记")
