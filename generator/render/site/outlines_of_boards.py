"""The pages of what hangs on the notice boards: the list, and each bulletin in each version."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.site import addresses
from generator.render.site.outline import DISCLOSURE_MENU, Branch, Outline
from generator.render.site.page import Anchor
from generator.views.site import YearViews


def outlines_of_boards(year: YearViews, branch: Branch) -> Iterator[Outline]:
    """A bulletin's page is found by its digest, which stands on its sheets."""
    address, view = addresses.boards(year.year), year.boards
    yield Outline(
        address=address,
        kind="boards",
        title=f"{year.year}年度公示栏",
        description="公开栏里张贴了什么，是哪一版，从哪天到哪天。",
        view=view,
        section=branch.section(address),
        trail=branch.top,
        label=branch.label("公示栏"),
        menu=DISCLOSURE_MENU,
        anchors=(Anchor("公示栏", "page-title"), *((Anchor("旧版", "past"),) if view.past else ())),
        names=("公示栏", "张贴", "校验码"),
    )
    for one in (*view.current, *view.past):
        yield Outline(
            address=one.address,
            kind="bulletin",
            title=f"{one.title}（公示件{one.digest}）",
            description=f"{one.title}的公示件，校验码{one.digest}。",
            view=one,
            section=branch.section(address),
            trail=branch.below("公示栏", address),
            anchors=(
                *((Anchor("内容", "content"),) if one.facts else ()),
                *((Anchor("下载", "files"),) if one.files else ()),
                Anchor("张贴记录", "postings"),
            ),
            names=(one.digest, one.digest.replace(" ", "")),
            words=one.title,
        )
