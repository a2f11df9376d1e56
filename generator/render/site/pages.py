"""Renders the site from its views: one template for each kind of page."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.render.site import addresses
from generator.render.site.addresses import Links
from generator.render.site.frame import compact
from generator.render.site.outline import Outline
from generator.render.site.outlines_of_site import outlines_of_site
from generator.render.site.outlines_of_year import outlines_of_year
from generator.render.site.page import SitePage, Step
from generator.render.site.search import Entry
from generator.render.templates import environment
from generator.views import phrases
from generator.views.feed import FeedView
from generator.views.portal import Tags, page_tags
from generator.views.site import SiteViews, YearViews


@dataclass(frozen=True, slots=True)
class Site:
    """The rendered site before the theme frames it.

    `people` are entries of the search beside the pages, `synonyms` its terms with their everyday words.
    `notice` stands above and `foot` below every page, as HTML; `tags` are the meta tags of pages that bring
    none of their own; `updated` is the newest day in the data (YYYY-MM-DD), and `printed` tells it at the foot of a
    printed page; both may be empty.
    """

    pages: tuple[SitePage, ...]
    people: tuple[Entry, ...]
    synonyms: tuple[tuple[str, ...], ...]
    notice: Markup
    foot: Markup
    tags: Tags
    feed: FeedView
    updated: str
    printed: str


def site(views: SiteViews, templates: Path) -> Site:
    """The site from its views and the templates in a folder.

    Its pages are rendered when their bodies are asked for; that raises `jinja2.TemplateError` when a template is wrong.
    """
    env = environment(templates)
    return Site(
        pages=tuple(_pages(env, views)),
        people=tuple(_people(views)),
        synonyms=views.synonyms,
        notice=escape(views.notice),
        foot=Markup(env.get_template("foot.html.j2").render(site=views)),  # noqa: S704  # templates escape
        tags=views.portal.site,
        feed=views.feed,
        updated=views.updated.isoformat() if views.updated else "",
        printed=f"数据更新到{phrases.day(views.updated)}" if views.updated else "",
    )


def _pages(env: Environment, views: SiteViews) -> Iterator[SitePage]:
    outlined = tuple(_outlined(views))
    menus: dict[str, list[Step]] = defaultdict(list)
    for _, outline in outlined:
        if outline.label and outline.menu:
            menus[outline.menu].append(Step(outline.label, outline.address))
    for year, outline in outlined:
        yield _page(env, views, year, outline, menus[outline.menu] if outline.label else ())


def _outlined(views: SiteViews) -> Iterator[tuple[YearViews, Outline]]:
    """Every page with the year it belongs to; those that belong to none stand with the newest."""
    for place, year in enumerate(views.years):
        for outline in outlines_of_year(year, newest=place == 0):
            yield year, outline
    for outline in outlines_of_site(views):
        yield views.years[0], outline


def _people(views: SiteViews) -> Iterator[Entry]:
    """Those in office, each found at their unit's page, or where they belong to no single unit, at the organisation's."""
    for year in views.years:
        for person in year.organisation.people:
            place = (
                addresses.unit(year.year, person.unit.slug)
                if person.unit
                else addresses.organisation(year.year)
            )
            names, words = (person.name, person.post), f"{person.post}（{year.year}年度）"
            yield Entry("person", place, person.name, names, words)


def _page(
    env: Environment, views: SiteViews, year: YearViews, outline: Outline, beside: Sequence[Step]
) -> SitePage:
    return SitePage(
        address=outline.address,
        kind=outline.kind,
        title=outline.title,
        description=outline.description,
        render=partial(_body, env, year, outline, beside, views.years[0].year),
        anchors=outline.anchors,
        trail=outline.trail,
        section=outline.section,
        label=outline.label,
        menu=outline.menu,
        contents=outline.contents,
        tags=page_tags(views.portal, outline.kind, outline.title, outline.published),
        names=outline.names,
        words=outline.words,
    )


def _body(env: Environment, year: YearViews, outline: Outline, beside: Sequence[Step], current: int) -> str:
    body = env.get_template(f"{outline.kind}.html.j2").render(
        view=outline.view,
        basis=year.basis,
        year=year.year,
        trail=outline.trail,
        beside=beside,
        address=outline.address,
        current=current,
        title=outline.title,
        link=Links(posixpath.dirname(outline.address), year.year),
    )
    return compact(body).strip()
