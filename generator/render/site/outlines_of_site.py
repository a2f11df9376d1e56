"""The pages that belong to no single year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.site import addresses
from generator.render.site.outline import DISCLOSURE_MENU, HOME, Outline
from generator.render.site.page import Anchor
from generator.views.site import SiteViews


def outlines_of_site(site: SiteViews) -> Iterator[Outline]:
    """The page of files."""
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
        words=" ".join(file.title for one in site.downloads for file in one.files),
    )
