"""The summary poster: what was promised, by category and unit; or where it stands, what lags and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.compute.bulletins import Bulletin
from generator.model.dossier import Dossier, Year
from generator.views import phrases, points_charts
from generator.views.boards.facts import ASK, Facts, facts, in_print, matter, sample_notice
from generator.views.charts import BarChart
from generator.views.home import Figure
from generator.views.quarter import quarter_views


@dataclass(frozen=True, slots=True)
class Passage:
    """Words beside the pictures: what they are about, the words, and what else is told, by name.

    An item that lags, with its cause and remedy; or a category, with what was promised in it.
    """

    head: str
    text: str
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Poster:
    """The poster of one bulletin. `lead` is its message in a sentence; `passages` stand under `passages_title`.

    With `alert` they are what lags. `notice` says what of it was composed as an example, or is empty.
    """

    key: str
    bureau: str
    title: str
    lead: str
    figures: tuple[Figure, ...]
    charts: tuple[BarChart, ...]
    passages_title: str
    passages: tuple[Passage, ...]
    alert: bool
    ask: str
    notice: str
    facts: Facts


def poster(dossier: Dossier, bulletin: Bulletin, site: str, *, draft: bool) -> Poster:
    """The poster of the plan or of a quarter; `site` is the website's address, or empty."""
    shell = Poster(
        key=bulletin.key,
        bureau=dossier.bureau.name,
        title=matter(bulletin),
        lead="",
        figures=(),
        charts=(),
        passages_title="",
        passages=(),
        alert=False,
        ask=ASK,
        notice=sample_notice(bulletin),
        facts=facts(dossier, bulletin, site, draft=draft),
    )
    return _of_quarter(shell, bulletin) if bulletin.quarter else _of_plan(shell, bulletin)


def _of_plan(shell: Poster, bulletin: Bulletin) -> Poster:
    year = bulletin.year
    items, points = (
        sum(1 for _ in year.items),
        phrases.points(sum(one.points for one in year.plan.categories)),
    )
    units = len({item.unit for item in year.items})
    return replace(
        shell,
        lead=f"全年考评{items}项，满分{points}分，{units}个单位分工负责，每季度公布进度。",
        charts=(points_charts.by_category(year), points_charts.by_unit(year)),
        passages_title="承诺做的工作",
        passages=tuple(_promised(year)),
    )


def _promised(year: Year) -> Iterator[Passage]:
    """What each innermost category holds, by the names of its indicators."""
    for category in year.plan.walk():
        if held := year.held_by(category):
            names = "、".join(indicator.name for indicator in held)
            yield Passage(f"{category.name}（{phrases.points(category.points)}分）：", f"{names}。")


def _of_quarter(shell: Poster, bulletin: Bulletin) -> Poster:
    quarter = bulletin.quarter
    view = next(one for one in quarter_views(bulletin.year) if quarter and one.quarter.key == quarter.id)
    lagging = tuple(
        Passage(
            head=f"{line.id}　{line.unit.name}：",
            text=line.text,
            told=(("原因", line.cause), ("整改", line.remedy)),
        )
        for line in view.lagging
    )
    told = f"有{len(lagging)}项欠进度" if lagging else "没有欠进度的"
    note = f"（{view.quarter.note}）" if view.quarter.note else ""
    return replace(
        shell,
        title=f"{shell.title}{note}",
        lead=f"截至{view.ends}，全部{view.items}个考评项中{told}。",
        figures=tuple(
            Figure(one.count, "项", in_print(one.state), one.state.alert)
            for one in view.counts
            if one.state in view.states
        ),
        charts=(view.by_category, view.by_unit),
        passages_title=f"欠进度的{len(lagging)}项" if lagging else "没有欠进度的目标",
        passages=lagging,
        alert=bool(lagging),
    )
