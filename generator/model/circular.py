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


class Enclosure(Record):
    """The document that a circular issues (印发件), printed after it from a new page."""

    title: Text
    title_lines: tuple[Text, ...] = ()
    body: ContentPath


class Content(Enum):
    """What an annex is made of."""

    TARGET_TABLE = "target_table"
    QUARTERLY_FORM = "quarterly_form"


class Annex(Record):
    """One annex (附件), in the order of its number; `content` says what is printed in it."""

    title: Text
    content: Annotated[Content, Field(strict=False)]


class Printing(Record):
    """The printing body and day (印发机关和印发日期, GB/T 9704-2012, 7.4.3)."""

    body: Text
    date: Day


class Disclosure(Record):
    """What the disclosure box shows beside the circular's own facts; unknown facts are left out."""

    index_number: Text | None = None
    topic: Text | None = None
    method: Text
    validity: Text
    summary: Text
    published: Day | None = None


class SignOffs(Record):
    """Who drafted, reviewed and signed (拟稿, 审核, 签发); a release needs all three."""

    drafted: Text | None = None
    reviewed: Text | None = None
    signed: Text | None = None


class Circular(Record):
    """One circular. `title_lines` gives the title's line breaks; without it they are computed."""

    number: DocumentNumber
    kind: Annotated[Kind, Field(strict=False)]
    mark: Text
    title: Text
    title_lines: tuple[Text, ...] = ()
    to: tuple[Text, ...]
    body: ContentPath
    enclosure: Enclosure | None = None
    annexes: tuple[Annex, ...] = ()
    signature: Text
    date: Day
    sealed: YesNo = True
    cc: tuple[Text, ...] = ()
    printing: Printing
    disclosure: Disclosure
    sign_offs: SignOffs = SignOffs()


class Acceptance(Record):
    """A flaw of an issued text that stays as it was issued: the rule, where, the words, and why."""

    rule: Text
    file: Text
    words: Text
    reason: Text


class Acceptances(Record):
    """The accepted flaws of one year. One that matches nothing is itself a problem."""

    accepted: Annotated[tuple[Acceptance, ...], Field(min_length=1)]
