"""What may stand against posting a sheet, explained to a clerk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.load.refusals import Refusal
from generator.problem import Level
from generator.render.typesetting import Text
from generator.views.boards.sheets import Sheet

FACT_MISSING = Refusal(
    "board_fact_missing",
    "公示件要写明监督电话和意见受理地址，看的人才知道向谁反映。程序不编造；草稿里标出空缺，正式发布时不能缺。",
    "bureau.yml 里没有 contacts:",
    "contacts:\n  address: 某某县某某路1号\n  supervision_phone: 0000-12345678",
    Level.WARNING,
)
SITE_UNKNOWN = Refusal(
    "board_site_unknown",
    "公示件上的二维码指向这份内容在网站上的固定网页，没有网站的网址就印不出来。草稿里空着，正式发布时不能缺。",
    "site_config.yml 里没有 site_url",
    "site_url: https://www.example.gov.cn/sfj/",
    Level.WARNING,
)
ADDRESS_TOO_LONG = Refusal(
    "board_address_too_long",
    "网址太长，二维码的小方格就太密，隔着玻璃扫不出来。二维码的大小是固定的，只能把网址改短。",
    "一百多个字的网址",
    "site_url: https://www.example.gov.cn/sfj/",
)
BOARD_REFUSALS = (FACT_MISSING, SITE_UNKNOWN, ADDRESS_TOO_LONG)

_ROLES = ("hei", "song", "kai", "xiaobiaosong")


def texts(sheet: Sheet) -> Iterator[Text]:
    """Everything that is printed of a sheet; any of it may be set in any of the roles."""
    yield "".join(words(sheet.view)), sheet.place, _ROLES


def words(value: Any) -> Iterator[str]:
    """All text in a value made of others."""
    match value:
        case str():
            yield value
        case dict():
            yield from (word for one in value.values() for word in words(one))
        case list() | tuple():
            yield from (word for one in value for word in words(one))
        case _ if is_dataclass(value):
            yield from (word for one in fields(value) for word in words(getattr(value, one.name)))
