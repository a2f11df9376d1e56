"""The pages of one year, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.site import addresses
from generator.render.site.outline import DISCLOSURE_MENU, HOME, Branch, Outline
from generator.render.site.outlines_of_boards import outlines_of_boards
from generator.render.site.outlines_of_items import outlines_of_items
from generator.render.site.outlines_of_progress import outlines_of_progress
from generator.render.site.page import Anchor
from generator.views.circular_page import CircularPage
from generator.views.phrases import shortened
from generator.views.prose import Heading, Paragraph, Roster
from generator.views.site import YearViews


def outlines_of_year(year: YearViews, *, newest: bool) -> Iterator[Outline]:
    """Every page of a year. The newest year's are in the navigation; another year's are below its front page."""
    branch = Branch(year, newest=newest)
    yield from _fronts(year, branch)
    yield from outlines_of_items(year, branch)
    yield from outlines_of_progress(year, branch)
    yield from _units(year, branch)
    yield from _circulars(year, branch)
    yield from _disclosure(year, branch)
    yield from outlines_of_boards(year, branch)


def _fronts(year: YearViews, branch: Branch) -> Iterator[Outline]:
    home = year.home
    anchors = (
        *((Anchor("最新文件", "circulars"),) if home.circulars else ()),
        Anchor("分值构成", "categories"),
        Anchor("责任单位", "units"),
        *((Anchor("其他年度", "years"),) if home.others else ()),
    )
    if branch.newest:
        yield Outline(
            addresses.HOME,
            "home",
            home.title,
            home.lead,
            home,
            addresses.HOME,
            label="首页",
            anchors=anchors,
            names=("首页", home.bureau),
            words=home.lead,
        )
    yield Outline(
        address=addresses.year(year.year),
        kind="year",
        title=f"{year.year}年度",
        description=home.lead,
        view=home,
        section=branch.section(addresses.HOME),
        trail=(HOME,),
        label="" if branch.newest else f"{year.year}年度",
        menu="" if branch.newest else DISCLOSURE_MENU,
        anchors=anchors,
        names=() if branch.newest else (f"{year.year}年度", f"{year.year}"),
        words="" if branch.newest else home.lead,
    )


def _units(year: YearViews, branch: Branch) -> Iterator[Outline]:
    view = year.organisation
    address = addresses.organisation(year.year)
    yield Outline(
        address=address,
        kind="organisation",
        title=f"{year.year}年度组织机构",
        description=f"{view.units}个责任单位和领导小组。",
        view=view,
        section=branch.section(address),
        trail=branch.top,
        label=branch.label("责任单位"),
        anchors=(
            Anchor("责任单位", "units"),
            *((Anchor(view.group.name, "group"),) if view.group else ()),
        ),
        names=("组织机构", "责任单位", *((view.group.name, "领导小组") if view.group else ())),
        words=f"{view.units}个责任单位",
    )
    for unit in year.units:
        people = (f"{person.name} {person.post}" for person in unit.people)
        yield Outline(
            address=addresses.unit(year.year, unit.unit.slug),
            kind="unit",
            published=year.basis.published,
            title=f"{unit.unit.name}（{year.year}年度）",
            description=f"{unit.unit.name}负责{unit.items}个考评项，共{unit.points}分。",
            view=unit,
            section=branch.section(address),
            trail=branch.below("责任单位", address),
            anchors=(Anchor(unit.unit.name, "page-title"),),
            names=(unit.unit.name, *unit.short),
            words=" ".join((unit.kind, f"负责{unit.items}个考评项", unit.duties, *people)),
        )


def _circulars(year: YearViews, branch: Branch) -> Iterator[Outline]:
    address = addresses.circulars(year.year)
    yield Outline(
        address=address,
        kind="circulars",
        title=f"{year.year}年度文件",
        description=f"{year.year}年度公开的文件。",
        view=year.circulars,
        section=branch.section(address),
        trail=branch.top,
        label=branch.label("文件"),
        anchors=(Anchor("文件", "page-title"),),
        names=("文件",),
    )
    for view in year.circulars:
        yield Outline(
            address=addresses.circular(year.year, view.serial),
            kind="circular",
            title=f"{view.title}（{view.number}）",
            description=shortened(view.summary, 110),
            view=view,
            section=branch.section(address),
            trail=branch.below("文件", address),
            anchors=(
                Anchor("公开信息", "disclosure"),
                Anchor("正文", "text"),
                *(Anchor(text, anchor) for anchor, text in view.sections),
                *([Anchor("批准和调整", "history")] if view.history else []),
            ),
            contents=True,
            published=view.published,
            names=(view.number, view.number.removesuffix("号"), view.title),
            words=" ".join((view.summary, *_text(view))),
        )


def _disclosure(year: YearViews, branch: Branch) -> Iterator[Outline]:
    if year.catalogue:
        address = addresses.catalogue(year.year)
        yield Outline(
            address=address,
            kind="catalogue",
            title=f"{year.year}年度公开目录",
            description="公开哪些事项，依据、时限、主体、渠道、对象和方式各是什么。",
            view=year.catalogue,
            section=branch.section(address),
            trail=branch.top,
            label=branch.label("公开目录"),
            menu=DISCLOSURE_MENU,
            anchors=(Anchor("公开目录", "page-title"),),
            names=("公开目录",),
            words=" ".join(f"{row.matter} {row.content}" for row in year.catalogue.rows),
        )
    if year.changes is not None:
        address = addresses.changes(year.year)
        yield Outline(
            address=address,
            kind="changes",
            title=f"{year.year}年度计划变更记录",
            description="年度计划由哪份公文印发，以后由哪份公文批准调整了哪些目标。",
            view=year.changes,
            section=branch.section(address),
            trail=branch.top,
            label=branch.label("变更记录"),
            menu=DISCLOSURE_MENU,
            anchors=(Anchor("变更记录", "page-title"),),
            names=("变更记录",),
            words=" ".join(told.sentence for line in year.changes.lines for told in line.told),
        )
    address = addresses.deadlines(year.year)
    yield Outline(
        address=address,
        kind="deadlines",
        title=f"{year.year}年度公开和完成时限",
        description="文件最迟哪天公开，季度报表哪天上报，各月有多少考评项到期。",
        view=year.deadlines,
        section=branch.section(address),
        trail=branch.top,
        label=branch.label("时限"),
        menu=DISCLOSURE_MENU,
        anchors=(
            Anchor("文件公开时限", "publications"),
            Anchor("季度报表时限", "reports"),
            Anchor("考评项完成时限", "months"),
        ),
        names=("时限", "公开时限", "完成时限"),
        words="文件公开时限 季度报表时限 考评项完成时限 工作日",
    )


def _text(circular: CircularPage) -> Iterator[str]:
    """What a circular says, without its tables, which stand in pages of their own."""
    for passage in (*circular.passages, *(one for part in circular.enclosed for one in part.passages)):
        match passage.block:
            case Heading():
                yield passage.block.text
            case Paragraph():
                yield f"{passage.block.run_in}{passage.block.text}"
            case Roster():
                yield from (f"{line.role} {line.name} {line.post}" for line in passage.block.lines)
