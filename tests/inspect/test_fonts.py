"""A font's kind is told by its name, whatever maker and program wrote it."""

from __future__ import annotations

import pytest

from generator.inspect.fonts import Kind, kind
from generator.inspect.reading.facts import Font

NAMES = {
    Kind.FANGSONG: (
        "FandolFang-Regular",
        "仿宋_GB2312",
        "FangSong_GB2312",
        "FangSong",
        "STFangsong",
        "华文仿宋",
        "FZFSK--GBK1-0",
        "方正仿宋_GBK",
    ),
    Kind.KAI: (
        "FandolKai-Regular",
        "楷体_GB2312",
        "KaiTi",
        "STKaiti",
        "FZKTK--GBK1-0",
        "SimKai",
        "UKaiCN",
        "方正楷体简体",
    ),
    Kind.HEI: (
        "FandolHei-Regular",
        "FandolHei-Bold",
        "SimHei",
        "黑体",
        "STHeiti",
        "FZHTK--GBK1-0",
        "WenQuanYiZenHei",
    ),
    Kind.TITLE_SONG: (
        "FZXBSJW--GB1-0",
        "方正小标宋简体",
        "FZXiaoBiaoSong-B05S",
        "FandolSong-Bold",
        "SourceHanSerifCN-Bold",
    ),
    Kind.SONG: (
        "SimSun",
        "NSimSun",
        "宋体",
        "STSong",
        "FandolSong-Regular",
        "FZSSK--GBK1-0",
        "SourceHanSerifSC-Regular",
    ),
    Kind.OTHER: (
        "MicrosoftYaHei",
        "微软雅黑",
        "DengXian",
        "等线",
        "NotoSansCJKsc-Regular",
        "SourceHanSansCN-Bold",
        "DroidSansFallback",
        "TimesNewRomanPSMT",
        "LiberationSerif",
        "Arial-Black",
        "STXingkai",
        "LiSu",
        "YouYuan",
        "MS-Gothic",
        "",
    ),
}


@pytest.mark.parametrize(
    ("name", "expected"), [(name, each) for each, names in NAMES.items() for name in names]
)
def test_a_font_s_kind_is_told_by_its_name(name: str, expected: Kind) -> None:
    """Names in Chinese and English, of Windows, macOS, Founder and free fonts."""
    assert kind(Font(name, embedded=True)) is expected


def test_a_song_that_says_it_is_bold_counts_as_title_type() -> None:
    """Some files state the weight beside the name."""
    assert kind(Font("SimSun", embedded=True, bold=True)) is Kind.TITLE_SONG
    assert kind(Font("SimHei", embedded=True, bold=True)) is Kind.HEI
