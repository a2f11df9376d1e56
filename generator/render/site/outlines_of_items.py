"""The pages of what is assessed: the table, categories, indicators and targets of a year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.site import addresses
from generator.render.site.outline import Branch, Outline
from generator.render.site.page import Anchor, Step
from generator.views.category import CategoryName
from generator.views.phrases import shortened
from generator.views.site import YearViews
from generator.views.target import Requirement


def outlines_of_items(year: YearViews, branch: Branch) -> Iterator[Outline]:
    """The table first, then every category, indicator and target."""
    table = addresses.table(year.year)
    section = branch.section(table)
    trail = branch.below("目标任务", table)
    yield _table(year, branch)
    yield from _categories(year, section, trail)
    yield from _indicators(year, section, trail)
    yield from _targets(year, section, trail)


def _table(year: YearViews, branch: Branch) -> Outline:
    table = year.table
    address = addresses.table(year.year)
    return Outline(
        address=address,
        kind="targets",
        title=f"{year.year}年度目标任务一览",
        description=f"{year.year}年度全部{table.items}个考评项：内容、分值、目标值、完成时限和责任单位。",
        view=table,
        section=branch.section(address),
        trail=branch.top,
        label=branch.label("目标任务"),
        anchors=tuple(Anchor(part.category.name, part.category.key) for part in table.parts),
        names=("目标任务", "目标任务一览"),
    )


def _categories(year: YearViews, section: str, trail: tuple[Step, ...]) -> Iterator[Outline]:
    for view in year.categories:
        yield Outline(
            address=addresses.category(year.year, view.key),
            kind="category",
            published=year.basis.published,
            title=f"{view.name}（{year.year}年度）",
            description=f"{view.name}共{view.points}分、{view.items}个考评项。{view.note}",
            view=view,
            section=section,
            trail=(*trail, *_above(year, view.above)),
            anchors=(Anchor(view.name, "page-title"),),
            names=(view.name,),
            words=f"{view.points}分，{view.items}个考评项。{view.note}",
        )


def _indicators(year: YearViews, section: str, trail: tuple[Step, ...]) -> Iterator[Outline]:
    for view in year.indicators:
        yield Outline(
            address=addresses.item(year.year, view.id),
            kind="indicator",
            published=year.basis.published,
            title=f"{view.id} {view.name}",
            description=f"{view.term}“{view.name}”，{view.points}分。",
            view=view,
            section=section,
            trail=(*trail, *_above(year, view.above)),
            anchors=(Anchor(view.name, "page-title"),),
            names=(view.id, view.name),
            words=" ".join((*_words(view.requirement), f"任务来源：{view.source}")),
        )


def _targets(year: YearViews, section: str, trail: tuple[Step, ...]) -> Iterator[Outline]:
    for view in year.targets:
        demand = view.requirement
        indicator = Step(
            f"{view.indicator_id} {view.indicator}", addresses.item(year.year, view.indicator_id)
        )
        yield Outline(
            address=addresses.item(year.year, demand.id),
            kind="target",
            published=year.basis.published,
            title=f"{demand.id} {shortened(demand.text, 30)}",
            description=shortened(demand.text, 110),
            view=view,
            section=section,
            trail=(*trail, *_above(year, view.above), indicator),
            anchors=(Anchor(view.indicator, "page-title"),),
            names=(demand.id,),
            words=" ".join((*_words(demand), view.indicator)),
        )


def _above(year: YearViews, names: tuple[CategoryName, ...]) -> tuple[Step, ...]:
    return tuple(Step(one.name, addresses.category(year.year, one.key)) for one in names)


def _words(demand: Requirement | None) -> tuple[str, ...]:
    if demand is None:
        return ()
    partners = (partner.name for partner in demand.partners)
    return (demand.text, demand.unit.name, *partners, demand.leader, demand.expected, demand.scoring)
