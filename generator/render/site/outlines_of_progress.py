"""The pages of what was reported: the year at a glance, each quarter, and each unit's report of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.site import addresses
from generator.render.site.outline import Branch, Outline
from generator.render.site.page import Anchor, Step
from generator.views.quarter import QuarterView
from generator.views.site import YearViews


def outlines_of_progress(year: YearViews, branch: Branch) -> Iterator[Outline]:
    """Nothing as long as nobody has reported; then the year at a glance, the newest quarter first."""
    if year.glance is None:
        return
    address = addresses.progress(year.year)
    section, trail = branch.section(address), branch.below("季度进度", address)
    yield Outline(
        address=address,
        kind="progress",
        title=f"{year.year}年度季度进度",
        description=f"{year.year}年度每个考评项各季度末的进度。",
        view=year.glance,
        section=section,
        trail=branch.top,
        label=branch.label("季度进度"),
        anchors=(
            Anchor("各季度", "quarters"),
            *(Anchor(group.name, group.key) for group in year.glance.groups),
        ),
        names=("季度进度", "进度"),
    )
    for view in reversed(year.quarters):
        yield _quarter(year, view, section, trail)
    for report in year.unit_quarters:
        quarter = report.quarter
        yield Outline(
            address=addresses.unit_quarter(year.year, quarter.key, report.unit.slug),
            kind="unit_quarter",
            title=f"{report.unit.name}{year.year}年{quarter.name}落实情况",
            description=f"{report.unit.name}负责的各项目标，{year.year}年{quarter.name}的完成情况。",
            view=report,
            section=section,
            trail=(*trail, Step(quarter.name, addresses.quarter(year.year, quarter.key))),
            anchors=(Anchor(report.unit.name, "page-title"),),
            names=(f"{report.unit.name}{quarter.name}",),
        )


def _quarter(year: YearViews, view: QuarterView, section: str, trail: tuple[Step, ...]) -> Outline:
    return Outline(
        address=addresses.quarter(year.year, view.quarter.key),
        kind="quarter",
        title=f"{year.year}年{view.quarter.name}进度",
        description=view.lead,
        view=view,
        section=section,
        trail=trail,
        anchors=(
            *((Anchor("欠进度的目标", "lagging"),) if view.lagging else ()),
            *((Anchor(f"与{view.before}比较", "change"),) if view.before else ()),
            Anchor("按类别", "categories"),
            Anchor("按责任单位", "units"),
            *((Anchor("更正", "corrected"),) if view.corrected else ()),
        ),
        names=(view.quarter.name, f"{year.year}年{view.quarter.name}"),
        words=view.lead,
    )
