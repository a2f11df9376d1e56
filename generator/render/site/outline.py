"""Which pages the site has: for each its address, kind, title, place in the navigation, and the view it prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.render.site import addresses
from generator.render.site.page import Anchor, Step
from generator.views.category import CategoryName
from generator.views.phrases import shortened
from generator.views.portal import Tags
from generator.views.site import SiteViews, YearViews
from generator.views.target import Requirement


@dataclass(frozen=True, slots=True)
class Outline:
    """A page before it is rendered: `view` goes to the template named after `kind`."""

    address: str
    kind: str
    title: str
    description: str
    view: Any
    section: str
    trail: tuple[Step, ...] = ()
    label: str = ""
    contents: bool = False
    anchors: tuple[Anchor, ...] = ()
    tags: Tags = ()
    words: str = ""


def outlines_of_year(year: YearViews, *, newest: bool) -> Iterator[Outline]:
    """The pages of one year. The newest year's are in the navigation; another year's are below its front page."""
    outlines = _OfYear(year, newest=newest)
    yield from outlines.fronts()
    yield outlines.table()
    yield from outlines.categories()
    yield from outlines.indicators()
    yield from outlines.targets()
    yield outlines.organisation()
    yield from outlines.units()
    yield from outlines.circulars()


def outline_of_downloads(site: SiteViews) -> Outline:
    """The page of files."""
    return Outline(
        address=addresses.DOWNLOADS,
        kind="downloads",
        title="文件下载",
        description=f"{site.bureau}公开的文件，可下载保存、打印。",
        view=site.downloads,
        section=addresses.DOWNLOADS,
        trail=(_HOME,),
        label="下载",
        anchors=tuple(Anchor(f"{one.year}年度", f"year-{one.year}") for one in site.downloads),
    )


_HOME = Step("首页", addresses.HOME)


class _OfYear:
    def __init__(self, year: YearViews, *, newest: bool) -> None:
        self._views = year
        self._year = year.year
        self._newest = newest
        front = Step(f"{year.year}年度", addresses.year(year.year))
        self._top = (_HOME,) if newest else (_HOME, front)
        self._table = (*self._top, Step("目标任务", addresses.table(year.year)))
        self._organisation = (*self._top, Step("组织机构", addresses.organisation(year.year)))
        self._circulars = (*self._top, Step("文件", addresses.circulars(year.year)))

    def fronts(self) -> Iterator[Outline]:
        home = self._views.home
        anchors = (
            Anchor("分值构成", "categories"),
            Anchor("责任单位", "units"),
            *((Anchor("其他年度", "years"),) if home.others else ()),
        )
        if self._newest:
            yield Outline(
                addresses.HOME,
                "home",
                home.title,
                home.lead,
                home,
                addresses.HOME,
                label="首页",
                anchors=anchors,
            )
        yield Outline(
            address=addresses.year(self._year),
            kind="year",
            title=f"{self._year}年度",
            description=home.lead,
            view=home,
            section=self._section(addresses.HOME),
            trail=(_HOME,),
            label="" if self._newest else f"{self._year}年度",
            anchors=anchors,
        )

    def table(self) -> Outline:
        table = self._views.table
        return Outline(
            address=addresses.table(self._year),
            kind="targets",
            title=f"{self._year}年度目标任务一览",
            description=f"{self._year}年度全部{table.items}个考评项：内容、分值、目标值、完成时限和责任单位。",
            view=table,
            section=self._section(addresses.table(self._year)),
            trail=self._top,
            label=self._label("目标任务"),
            anchors=tuple(Anchor(part.category.name, part.category.key) for part in table.parts),
        )

    def categories(self) -> Iterator[Outline]:
        for view in self._views.categories:
            yield Outline(
                address=addresses.category(self._year, view.key),
                kind="category",
                title=f"{view.name}（{self._year}年度）",
                description=f"{view.name}共{view.points}分、{view.items}个考评项。{view.note}",
                view=view,
                section=self._section(addresses.table(self._year)),
                trail=(*self._table, *self._above(view.above)),
                anchors=(Anchor(view.name, "page-title"),),
                words=f"{view.name} {view.note}",
            )

    def indicators(self) -> Iterator[Outline]:
        for view in self._views.indicators:
            yield Outline(
                address=addresses.item(self._year, view.id),
                kind="indicator",
                title=f"{view.id} {view.name}",
                description=f"{view.term}“{view.name}”，{view.points}分。",
                view=view,
                section=self._section(addresses.table(self._year)),
                trail=(*self._table, *self._above(view.above)),
                anchors=(Anchor(view.name, "page-title"),),
                words=" ".join((view.id, view.name, view.source, *_words(view.requirement))),
            )

    def targets(self) -> Iterator[Outline]:
        for view in self._views.targets:
            demand = view.requirement
            yield Outline(
                address=addresses.item(self._year, demand.id),
                kind="target",
                title=f"{demand.id} {shortened(demand.text, 30)}",
                description=shortened(demand.text, 110),
                view=view,
                section=self._section(addresses.table(self._year)),
                trail=(
                    *self._table,
                    *self._above(view.above),
                    Step(
                        f"{view.indicator_id} {view.indicator}", addresses.item(self._year, view.indicator_id)
                    ),
                ),
                anchors=(Anchor(view.indicator, "page-title"),),
                words=" ".join((view.indicator, *_words(demand))),
            )

    def organisation(self) -> Outline:
        view = self._views.organisation
        return Outline(
            address=addresses.organisation(self._year),
            kind="organisation",
            title=f"{self._year}年度组织机构",
            description=f"{view.units}个责任单位和领导小组。",
            view=view,
            section=self._section(addresses.organisation(self._year)),
            trail=self._top,
            label=self._label("组织机构"),
            anchors=(
                Anchor("责任单位", "units"),
                *((Anchor(view.group.name, "group"),) if view.group else ()),
            ),
        )

    def units(self) -> Iterator[Outline]:
        for view in self._views.units:
            people = (f"{person.name} {person.post}" for person in view.people)
            yield Outline(
                address=addresses.unit(self._year, view.unit.slug),
                kind="unit",
                title=f"{view.unit.name}（{self._year}年度）",
                description=f"{view.unit.name}负责{view.items}个考评项，共{view.points}分。",
                view=view,
                section=self._section(addresses.organisation(self._year)),
                trail=self._organisation,
                anchors=(Anchor(view.unit.name, "page-title"),),
                words=" ".join((view.unit.name, view.kind, view.duties, *people)),
            )

    def circulars(self) -> Iterator[Outline]:
        yield Outline(
            address=addresses.circulars(self._year),
            kind="circulars",
            title=f"{self._year}年度文件",
            description=f"{self._year}年度公开的文件。",
            view=self._views.circulars,
            section=self._section(addresses.circulars(self._year)),
            trail=self._top,
            label=self._label("文件"),
            anchors=(Anchor("文件", "page-title"),),
        )
        for view in self._views.circulars:
            yield Outline(
                address=addresses.circular(self._year, view.serial),
                kind="circular",
                title=f"{view.title}（{view.number}）",
                description=shortened(view.summary, 110),
                view=view,
                section=self._section(addresses.circulars(self._year)),
                trail=self._circulars,
                anchors=(
                    Anchor("公开信息", "disclosure"),
                    Anchor("正文", "text"),
                    *(Anchor(text, anchor) for anchor, text in view.sections),
                ),
                contents=True,
                tags=view.tags,
                words=f"{view.number} {view.title} {view.summary}",
            )

    def _section(self, address: str) -> str:
        return address if self._newest else addresses.year(self._year)

    def _label(self, label: str) -> str:
        return label if self._newest else ""

    def _above(self, names: tuple[CategoryName, ...]) -> tuple[Step, ...]:
        return tuple(Step(one.name, addresses.category(self._year, one.key)) for one in names)


def _words(demand: Requirement | None) -> tuple[str, ...]:
    if demand is None:
        return ()
    partners = (partner.name for partner in demand.partners)
    return (
        demand.id,
        demand.text,
        demand.unit.name,
        *partners,
        demand.leader,
        demand.expected,
        demand.scoring,
    )
