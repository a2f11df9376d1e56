"""A date is not written as official documents write it, or there is no such day.

Why:
    日期的写法不对。
    年份写全四位，月、日不补零，年月日都用阿拉伯数字（GB/T 9704-2012，7.3.5.4；GB/T 15835-2011），写成 2019年8月9日；
    不写 8月09日、19年8月、2019年八月、2019.8.9，也不把日写成号。二〇一九里的〇不写成 0 或 ○。

Bad:
    2019年08月09日
    19年8月
    2019年八月九日
    2019年2月29日

Good:
    2019年8月9日
    2019年2月28日
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from generator.check.corpus import Hit, corpus
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.figures import chinese_number
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True

_MONTH = "(?:十[一二]?|[一二三四五六七八九])"
_DAY_NUMBER = "(?:二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
_PADDED = re.compile(r"0(?<![0-9.-]0)(?P<figure>[1-9])(?=[月日])")
_SHORT_YEAR = re.compile(
    r"(?P<year>[0-9][0-9])(?<![0-9.、近第满达期刑约共]..)(?P<rest>年(?:(?:1[0-2]|0?[1-9])月(?!以)|度|上半年|下半年|[一二三四]季度))"
)
_MIXED = re.compile(rf"(?P<year>[0-9][0-9]{{3}})年(?P<month>{_MONTH})月(?:(?P<day>{_DAY_NUMBER})日)?")
_MIXED_DAY = re.compile(rf"(?P<month>[0-9][0-9]?)月(?P<day>{_DAY_NUMBER})日")
_MIXED_YEAR = re.compile(
    r"[一二](?:[〇零○0Oo一二三四五六七八九]{3}年(?=[0-9])|(?=[^\n]{0,2}[0Oo○])[〇零○0Oo一二三四五六七八九]{3}年)"
)
_DOTTED = re.compile(
    r"(?P<year>[12](?<![0-9A-Za-z./-].)(?:(?<=1)9|(?<=2)0)[0-9]{2})(?P<mark>[./])(?P<month>1[0-2]|0?[1-9])(?P=mark)"
    r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9A-Za-z./-])"
)
_SPOKEN = re.compile(r"(?P<date>[0-9][0-9]?月[0-9]{1,2})号(?![文令楼线])")
_DAY = re.compile(r"(?P<month>[0-9](?<![0-9.].)[0-9]?)月(?:(?P<day>[0-9]{1,2})[日号])?")
_YEAR_BEFORE = re.compile("(?P<year>[0-9]{4})年$")
_LEAP_YEAR = 2000
_MIXED_NUMERALS = "日期里阿拉伯数字和汉字混用"
_DIGITS = str.maketrans("0零○Oo", "〇〇〇〇〇")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for each wrong way to write a date."""
    texts = corpus(dossier)
    for hit in texts.find(_PADDED):
        yield hit.passage.fault(hit.start, hit.end, "月、日前面不补零", mended=hit.match["figure"])
    for hit in texts.find(_SHORT_YEAR):
        message = f"年份“{hit.match['year']}”不是全称"
        hint = "写全四位年份，如 2019年；是时长的，写“个月”"
        yield hit.passage.fault(hit.start, hit.end, message, hint=hint)
    for hit in texts.find(_MIXED):
        month, day = chinese_number(hit.match["month"]), hit.match["day"]
        mended = f"{hit.match['year']}年{month}月" + (f"{chinese_number(day)}日" if day else "")
        yield hit.passage.fault(hit.start, hit.end, _MIXED_NUMERALS, mended=mended)
    for hit in texts.find(_MIXED_DAY):
        mended = f"{hit.match['month']}月{chinese_number(hit.match['day'])}日"
        yield hit.passage.fault(hit.start, hit.end, _MIXED_NUMERALS, mended=mended)
    for hit in texts.find(_MIXED_YEAR):
        yield from _year_in_words(hit)
    for hit in texts.find(_DOTTED):
        year, month, day = (int(hit.match[part]) for part in ("year", "month", "day"))
        message = f"日期写成了“{hit.match.group()}”"
        yield hit.passage.fault(hit.start, hit.end, message, mended=f"{year}年{month}月{day}日")
    for hit in texts.find(_SPOKEN):
        yield hit.passage.fault(hit.start, hit.end, "日期的“日”写成了“号”", mended=f"{hit.match['date']}日")
    for hit in texts.find(_DAY):
        if not _exists(hit):
            message = f"日历上没有“{hit.match.group()}”"
            yield hit.passage.fault(hit.start, hit.end, message, hint="对照原件核对日期")


def _year_in_words(hit: Hit) -> Iterator[Finding]:
    words = hit.match.group()
    right = words.translate(_DIGITS)
    following = hit.passage.text[hit.end : hit.end + 1]
    if following.isdecimal():
        digits = "".join(str(chinese_number(char)) for char in right[:-1])
        yield hit.passage.fault(hit.start, hit.end, _MIXED_NUMERALS, mended=f"{digits}年")
    elif right != words:
        message = "年份里的“〇”写成了别的字"
        yield hit.passage.fault(hit.start, hit.end, message, mended=right)


def _exists(hit: Hit) -> bool:
    month, day = int(hit.match["month"]), int(hit.match["day"] or 1)
    before = _YEAR_BEFORE.search(hit.passage.text[max(0, hit.start - 5) : hit.start])
    year = int(before["year"]) if before else _LEAP_YEAR
    return 1 <= month <= 12 and year > 0 and 1 <= day <= monthrange(year, month)[1]
