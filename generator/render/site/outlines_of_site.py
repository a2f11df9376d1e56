"""The pages that belong to no single year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.site import addresses
from generator.render.site.outline import DISCLOSURE_MENU, HOME, Outline
from generator.render.site.page import Anchor
from generator.views.site import SiteViews


def outlines_of_site(site: SiteViews) -> Iterator[Outline]:
    """The files, the years, and how the site was made."""
    yield Outline(
        address=addresses.DOWNLOADS,
        kind="downloads",
        title="文件下载",
        description=f"{site.bureau}公开的文件，可下载保存、打印。",
        view=site.downloads,
        section=addresses.DOWNLOADS,
        trail=(HOME,),
        label="下载",
        menu=DISCLOSURE_MENU,
        anchors=tuple(Anchor(f"{one.year}年度", f"year-{one.year}") for one in site.downloads),
        names=("下载", "文件下载"),
        words=" ".join(group.title for one in site.downloads for group in one.documents),
    )
    yield Outline(
        address=addresses.ARCHIVE,
        kind="archive",
        title="历年",
        description=f"{site.bureau}各年度的方案、文件和目标任务，以及历次发布的记录。",
        view=site.archive,
        section=addresses.ARCHIVE,
        trail=(HOME,),
        label="历年",
        menu=DISCLOSURE_MENU,
        anchors=(Anchor("历年", "page-title"), Anchor("发布记录", "publications")),
        names=("历年", "往年", "发布记录"),
        words=" ".join(f"{line.year}年度 {line.title}" for line in site.archive.years),
    )
    yield Outline(
        address=addresses.MAKING,
        kind="making",
        title="制作与核对",
        description="本站怎样从数据生成，哪些是原文、哪些是示例，怎样核对。",
        view=site.making,
        section=addresses.MAKING,
        trail=(HOME,),
        label="制作与核对",
        menu=DISCLOSURE_MENU,
        anchors=(
            Anchor("怎样核对", "check"),
            *(Anchor(f"{one.year}年度", f"year-{one.year}") for one in site.making.years),
        ),
        names=("制作与核对", "核对"),
        words="源数据修订 数据指纹 示例数据 怎样核对",
    )
