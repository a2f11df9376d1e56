"""The meta tags that name the portal, its columns and its articles (国办发〔2017〕47号); none is ever empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.bureau import Bureau

Tags = tuple[tuple[str, str], ...]
"""Names of meta tags with their contents."""

_KEYWORDS = ","
"""Between keywords."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column (栏目) of the site: its name, what it tells, and of which kind it is."""

    name: str
    description: str
    kind: str


TARGETS = Column("目标任务", "年度绩效评估的各项目标：内容、分值、目标值、完成时限和责任单位", "政府信息公开")
PROGRESS = Column("季度进度", "各季度目标的完成情况、欠进度的原因和整改措施", "政府信息公开")
UNITS = Column("责任单位", "责任单位的职责、人员和承担的目标，领导小组的组成", "机构职能")
CIRCULARS = Column("文件", "印发年度绩效评估工作方案等文件的全文和附件", "政策文件")
DISCLOSURE = Column("信息公开", "公开事项、公开时限、文件和数据下载、历年内容", "政府信息公开")

_COLUMNS: Mapping[str, Column] = {
    "targets": TARGETS,
    "progress": PROGRESS,
    "organisation": UNITS,
    "circulars": CIRCULARS,
    "catalogue": DISCLOSURE,
    "deadlines": DISCLOSURE,
    "boards": DISCLOSURE,
    "changes": DISCLOSURE,
    "downloads": DISCLOSURE,
    "archive": DISCLOSURE,
    "making": DISCLOSURE,
}
"""Pages that are columns, by their kind."""

_ARTICLES: Mapping[str, Column] = {
    "category": TARGETS,
    "indicator": TARGETS,
    "target": TARGETS,
    "quarter": PROGRESS,
    "unit_quarter": PROGRESS,
    "unit": UNITS,
    "circular": CIRCULARS,
    "bulletin": DISCLOSURE,
}
"""Pages that are articles of a column, by their kind."""


@dataclass(frozen=True, slots=True)
class PortalTags:
    """What the tags of every page begin with, and whose name they bear; `written` unless the portal writes its own."""

    site: Tags
    source: str
    short_name: str
    written: bool


def portal_tags(bureau: Bureau) -> PortalTags:
    """The tags of a bureau's pages."""
    written = bureau.portal.tags
    return PortalTags(site_tags(bureau) if written else (), bureau.name, bureau.short_name, written)


def site_tags(bureau: Bureau) -> Tags:
    """What every page carries."""
    portal = bureau.portal
    return _present(
        ("SiteName", portal.site_name),
        ("SiteDomain", portal.site_domain),
        ("SiteIDCode", portal.site_id_code),
    )


def page_tags(portal: PortalTags, kind: str, title: str, published: date | None) -> Tags:
    """What a page of this kind carries: the site's tags, its column's, and those of an article if it is one.

    The optional Description is not among them: every page has a description of that very name already.
    """
    if not portal.written:
        return ()
    if kind in _ARTICLES:
        column = column_tags(_ARTICLES[kind], portal.short_name)
        return (*portal.site, *column, *article_tags(portal.source, title, published))
    column = column_tags(_COLUMNS[kind], portal.short_name) if kind in _COLUMNS else ()
    return (*portal.site, *column)


def column_tags(column: Column, short_name: str) -> Tags:
    """What the pages of a column carry."""
    return _present(
        ("ColumnName", column.name),
        ("ColumnDescription", column.description),
        ("ColumnKeywords", _KEYWORDS.join((column.name, short_name))),
        ("ColumnType", column.kind),
    )


def article_tags(source: str, title: str, published: date | None) -> Tags:
    """What an article carries besides; of a day that is not known there is no tag."""
    return _present(
        ("ArticleTitle", title),
        ("PubDate", moment(published) if published else None),
        ("ContentSource", source),
    )


def moment(day: date) -> str:
    """A day in the form that asks for a time: the data knows days only, so it is their beginning."""
    return f"{day.isoformat()} 00:00"


def _present(*tags: tuple[str, str | None]) -> Tags:
    return tuple((name, content) for name, content in tags if content)
