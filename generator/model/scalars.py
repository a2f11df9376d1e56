"""The kinds of value a scalar may have. Every scalar arrives as text; these give it its type.

A value that does not fit raises a `PydanticCustomError` whose message is already the sentence a
clerk reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, LiteralString

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

_POINTS = re.compile(r"(0|[1-9][0-9]{0,3})(\.[0-9]{1,2})?")
_QUANTITY = re.compile(r"(0|[1-9][0-9]{0,8})(\.[0-9]{1,4})?")
_COUNT = re.compile(r"0|[1-9][0-9]{0,5}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DOCUMENT_NUMBER = re.compile(r"(?P<code>[一-鿿]+)〔(?P<year>[0-9]{4})〕(?P<serial>[1-9][0-9]*)号")
_CONTENT_PATH = re.compile(r"content/(?:[0-9A-Za-z_\-]+/)*[0-9A-Za-z_\-]+\.md")


def points_from_text(value: Any) -> int:
    """Read points (分) as whole hundredths: `1.50` is 150. At most two decimal places."""
    text = _text(value, "分值")
    if not _POINTS.fullmatch(text):
        raise PydanticCustomError(
            "points", "分值“{text}”写法不对：应为不带符号的十进制数，最多两位小数，如 1.50", {"text": text}
        )
    whole, _, fraction = text.partition(".")
    return int(whole) * 100 + int(fraction.ljust(2, "0"))


def points_text(hundredths: int) -> str:
    """Print points (分) with their two decimals: 150 is `1.50`, -5 is `-0.05`."""
    whole, fraction = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{whole}.{fraction:02}"


def quantity_from_text(value: Any) -> Decimal:
    """Read a plain decimal number of things or per cent; no sign, exponent or separators."""
    text = _text(value, "数量")
    if not _QUANTITY.fullmatch(text):
        raise PydanticCustomError(
            "quantity",
            "数量“{text}”写法不对：应为半角阿拉伯数字，最多四位小数，如 98 或 98.5",
            {"text": text},
        )
    return Decimal(text)


def quantity_text(quantity: Decimal) -> str:
    """Print a quantity as it is written, the same for equal ones: 98.50 is `98.5`."""
    text = f"{quantity:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def count_from_text(value: Any) -> int:
    """Read a count of things."""
    text = _text(value, "个数")
    if not _COUNT.fullmatch(text):
        raise PydanticCustomError(
            "count", "个数“{text}”写法不对：应为半角阿拉伯数字的整数，如 16", {"text": text}
        )
    return int(text)


def day_from_text(value: Any) -> date:
    """Read a calendar day written `YYYY-MM-DD` (GB/T 7408.1)."""
    text = _text(value, "日期")
    if not _DAY.fullmatch(text):
        raise PydanticCustomError("day", "日期“{text}”写法不对：应写成 2019-08-29 的样子", {"text": text})
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("day", "日历上没有“{text}”这一天", {"text": text}) from None


def yes_from_text(value: Any) -> bool:
    """Read `yes` or `no`."""
    text = _text(value, "是否")
    if text not in ("yes", "no"):
        raise PydanticCustomError("yes_no", "这里只能写 yes 或 no，写的是“{text}”", {"text": text})
    return text == "yes"


def yes_text(yes: bool) -> str:  # noqa: FBT001  # the value itself, as a serializer is given it
    """Print `yes` or `no`."""
    return "yes" if yes else "no"


def document_number_parts(number: str) -> tuple[str, int, int]:
    """Split 云司〔2021〕7号 into its 机关代字, year and serial (GB/T 9704-2012, 7.2.5)."""
    match = _DOCUMENT_NUMBER.fullmatch(number)
    if match is None:
        raise ValueError(number)
    return match["code"], int(match["year"]), int(match["serial"])


def _document_number(text: str) -> str:
    if not _DOCUMENT_NUMBER.fullmatch(text):
        raise PydanticCustomError(
            "document_number",
            "文号“{text}”写法不对：应为机关代字、六角括号年份、不编虚位的序号，如 云司〔2021〕7号",
            {"text": text},
        )
    return text


def _content_path(text: str) -> str:
    if not _CONTENT_PATH.fullmatch(text):
        raise PydanticCustomError(
            "content_path",
            "“{text}”不是 content/ 下的 .md 文件：路径只用字母、数字、- 和 _，不得含 ..",
            {"text": text},
        )
    return text


def _text(value: Any, what: str) -> str:
    if isinstance(value, str):
        return value
    raise PydanticCustomError("scalar", "{what}应写成一个值，不能是列表或嵌套的几项", {"what": what})


def _matching(pattern: str, message: LiteralString) -> Callable[[str], str]:
    whole = re.compile(pattern)

    def check(text: str) -> str:
        if not whole.fullmatch(text):
            raise PydanticCustomError("form", message, {"text": text})
        return text

    return check


_NUMBER = ["number", "string"]

Points = Annotated[
    int,
    BeforeValidator(points_from_text),
    PlainSerializer(points_text, when_used="json"),
    WithJsonSchema({"type": _NUMBER, "title": "分值", "examples": ["1.50"]}),
]
"""Points in whole hundredths."""
Quantity = Annotated[
    Decimal,
    BeforeValidator(quantity_from_text),
    PlainSerializer(quantity_text, when_used="json"),
    WithJsonSchema({"type": _NUMBER, "title": "数量", "examples": ["98.5"]}),
]
Count = Annotated[
    int,
    BeforeValidator(count_from_text),
    PlainSerializer(str, when_used="json"),
    WithJsonSchema({"type": "integer", "title": "整数", "examples": [16]}),
]
Day = Annotated[
    date,
    BeforeValidator(day_from_text),
    WithJsonSchema({"type": "string", "format": "date", "title": "日期", "examples": ["2020-06-30"]}),
]
YesNo = Annotated[
    bool,
    BeforeValidator(yes_from_text),
    PlainSerializer(yes_text, when_used="json"),
    WithJsonSchema({"enum": ["yes", "no", True, False]}),
]
Text = Annotated[str, StringConstraints(min_length=1)]
"""One passage of text, never empty."""
DocumentNumber = Annotated[
    str,
    StringConstraints(min_length=1),
    AfterValidator(_document_number),
    Field(title="文号", examples=["某发〔2020〕3号"]),
]
ContentPath = Annotated[
    str,
    StringConstraints(min_length=1),
    AfterValidator(_content_path),
    Field(title="文稿的路径", examples=["content/2020/3/notice.md"]),
]
"""A Markdown file below `content/`."""
Slug = Annotated[
    str,
    AfterValidator(
        _matching(
            r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "地址名“{text}”写法不对：只用小写字母、数字和 -，如 gongzheng-chu"
        )
    ),
    Field(title="小写拼音", examples=["gongzheng-chu"]),
]
"""The ASCII name a unit has in addresses."""
ItemId = Annotated[
    str,
    AfterValidator(
        _matching(
            r"[A-Z]{1,3}[0-9]{2}(-[0-9]{1,2})?", "编号“{text}”写法不对：一级指标如 ZD01，其下目标如 ZD01-1"
        )
    ),
    Field(title="编号", examples=["ZD01-1"]),
]
"""The permanent id of an indicator (ZD01) or of a target (ZD01-1)."""
BulletinDigest = Annotated[
    str,
    AfterValidator(
        _matching(r"[0-9a-f]{8}", "校验码“{text}”写法不对：八位，照公示件下方的抄，不写空格，如 1a2b3c4d")
    ),
    Field(title="八位校验码", examples=["1a2b3c4d"]),
]
"""What tells one version of a bulletin from another."""
Digest = Annotated[
    str,
    AfterValidator(
        _matching(r"[0-9a-f]{64}", "校验码“{text}”写法不对：应为 64 位小写十六进制数，由程序给出")
    ),
    Field(title="校验码"),
]
"""A sha256 in hex."""
Prefix = Annotated[
    str,
    AfterValidator(_matching(r"[A-Z]{1,3}", "编号字头“{text}”写法不对：应为 1 至 3 个大写字母，如 ZD")),
    Field(title="大写字母", examples=["ZD"]),
]
Key = Annotated[
    str,
    AfterValidator(
        _matching(r"[a-z][a-z0-9_]*", "英文代号“{text}”写法不对：只用小写字母、数字和 _，如 function")
    ),
    Field(title="英文代号", examples=["q1"]),
]
"""An English key used in data words, such as `function` in `{{ plan.function.targets }}`."""
