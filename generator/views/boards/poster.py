"""The summary poster: what was promised, by category and unit; or where it stands, what lags and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.compute.bulletins import Bulletin
from generator.model.dossier import Dossier
from generator.views import points_charts
from generator.views.boards.facts import ASK, Facts, facts, matter, sample_notice
from generator.views.charts import BarChart
from generator.views.home import Figure, figures
from generator.views.quarter import quarter_views


@dataclass(frozen=True, slots=True)
class Lagging:
    """An item that lags: its id and unit, what was to be done, why it lags, and what is done about it."""

    id: str
    unit: str
    text: str
    cause: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Poster:
    """The poster of one bulletin. `lead` is its message in a sentence; `lagging` stands under `lagging_title`, if any.

    `notice` says what of it was composed as an example, or is empty.
    """

    key: str
    bureau: str
    title: str
    lead: str
    figures: tuple[Figure, ...]
    charts: tuple[BarChart, ...]
    lagging_title: str
    lagging: tuple[Lagging, ...]
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
        lagging_title="",
        lagging=(),
        ask=ASK,
        notice=sample_notice(bulletin),
        facts=facts(dossier, bulletin, site, draft=draft),
    )
    return _of_quarter(shell, bulletin) if bulletin.quarter else _of_plan(shell, bulletin)


def _of_plan(shell: Poster, bulletin: Bulletin) -> Poster:
    year = bulletin.year
    items, shown = sum(1 for _ in year.items), figures(year)
    units = len({item.unit for item in year.items})
    return replace(
        shell,
        lead=f"全年考评{items}项，满分{shown[0].number}分，{units}个单位分工负责，每季度公布进度。",
        figures=shown,
        charts=(points_charts.by_category(year), points_charts.by_unit(year)),
    )


def _of_quarter(shell: Poster, bulletin: Bulletin) -> Poster:
    quarter = bulletin.quarter
    view = next(one for one in quarter_views(bulletin.year) if quarter and one.quarter.key == quarter.id)
    lagging = tuple(
        Lagging(line.id, line.unit.name, line.text, line.cause, line.remedy) for line in view.lagging
    )
    note = f"（{view.quarter.note}）" if view.quarter.note else ""
    return replace(
        shell,
        title=f"{shell.title}{note}",
        lead=view.lead,
        charts=(view.by_category, view.by_unit),
        lagging_title=f"欠进度的{len(lagging)}项" if lagging else "没有欠进度的目标",
        lagging=lagging,
    )
