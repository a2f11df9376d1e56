"""Charts of every kind to draw: plain ones, and ones that are as hostile as data may be."""

from __future__ import annotations

from decimal import Decimal

from generator.views.charts import (
    Amount,
    Bar,
    BarChart,
    Chart,
    Line,
    LineChart,
    Overview,
    OverviewRow,
    Part,
    Sign,
    Stroke,
    Texture,
)

STATES = ("未启动", "欠进度", "达进度", "超进度", "已完成", "其他")
_QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")
_PARTS = tuple(Part(name, texture, name == "欠进度") for name, texture in zip(STATES, Texture, strict=False))
_LONG = "公共法律服务管理与人民调解工作指导协调监督考核评估综合业务" * 3


def amount(number: int) -> Amount:
    """A count with its figure."""
    return Amount(Decimal(number), str(number))


def stacked(key: str, names: tuple[str, ...]) -> BarChart:
    """Counts of states for each of some names: 0, 1, 2, 3, 4 and 105 by turns."""
    bars = tuple(
        Bar(name, tuple(amount((0, 1, 2, 3, 4, 105)[(row + state) % 6]) for state in range(6)), "115项")
        for row, name in enumerate(names)
    )
    return BarChart(key, f"各单位进度（{key}）", "项", _PARTS, bars)


def lines(key: str, reached: tuple[int | None, ...]) -> LineChart:
    """A line of what was reached beside the line of what time asks for."""
    own = tuple(None if one is None else amount(one) for one in reached)
    pace = Line("序时进度", Stroke.DASHED, tuple(map(amount, (25, 50, 75, 100))))
    return LineChart(
        key, "完成进度", "%", _QUARTERS, (Line("完成进度", Stroke.SOLID, own), pace), Decimal(100)
    )


def overview(key: str, rows: int) -> Overview:
    """Signs for some rows in four quarters."""
    signs = tuple(Sign(name, name[0], texture) for name, texture in zip(STATES, Texture, strict=False))
    named = (
        OverviewRow(f"ZD{row:02}-1", tuple((row + quarter) % 6 for quarter in range(4)))
        for row in range(rows)
    )
    return Overview(key, "各目标进度", ("一季度", "二季度", "三季度", "四季度"), signs, tuple(named))


PLAIN: tuple[Chart, ...] = (
    stacked("plain", ("办公室", "政工股", "社区矫正管理局")),
    lines("pace", (18, 52, 70, None)),
    overview("overview", 30),
)
HOSTILE: tuple[Chart, ...] = (
    stacked("long-names", (_LONG, "股", "<img src=x onerror=alert(1)>")),
    stacked("forty-units", tuple(f"第{number}科" for number in range(40))),
    stacked("no-bars", ()),
    lines("nothing-yet", (None, None, None, None)),
    lines("all-the-same", (25, 50, 75, 100)),
    lines("far-above", (0, 0, 0, 98765)),
    overview("no-rows", 0),
    overview("many-rows", 106),
)
EVERY = (*PLAIN, *HOSTILE)
