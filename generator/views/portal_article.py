"""What a portal's editor pastes and fills in: an article's text, its fields, and the files that go with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from generator.model.circular import Circular
from generator.model.dossier import Dossier, Year
from generator.views import phrases
from generator.views.circular import DRAFT
from generator.views.circular_page import CircularPage, circular_pages
from generator.views.disclosure import disclosure
from generator.views.downloads import Document
from generator.views.portal import CIRCULARS, PROGRESS, TARGETS, Column, article_tags, column_tags, site_tags
from generator.views.quarter import QuarterView, quarter_views
from generator.views.target_table import TargetTable, target_table

_SITE, _COLUMN, _ARTICLE, _BOX = "网站标签", "栏目标签", "文章标签", "公开信息栏"
_UNKNOWN = "资料里没有，请核实后填写"

_TAGS = {
    "SiteName": (_SITE, "网站名称"),
    "SiteDomain": (_SITE, "网站域名"),
    "SiteIDCode": (_SITE, "政府网站标识码"),
    "ColumnName": (_COLUMN, "栏目名称"),
    "ColumnDescription": (_COLUMN, "栏目描述"),
    "ColumnKeywords": (_COLUMN, "栏目关键词"),
    "ColumnType": (_COLUMN, "栏目类别"),
    "ArticleTitle": (_ARTICLE, "标题"),
    "PubDate": (_ARTICLE, "发布时间"),
    "ContentSource": (_ARTICLE, "来源"),
    "Keywords": (_ARTICLE, "关键词"),
    "Description": (_ARTICLE, "摘要"),
}
"""Every tag of 47号 that a CMS may ask for, with its group and its Chinese name."""


_KINDS: Mapping[type, str] = {CircularPage: "circular", TargetTable: "targets", QuarterView: "quarter"}
"""The template of each view."""


@dataclass(frozen=True, slots=True)
class MetadataLine:
    """One field of the CMS: its group, its name, the tag it becomes (empty in the box), and what to fill in.

    `value` is empty where the data does not know; `remark` says so.
    """

    group: str
    name: str
    tag: str
    value: str
    remark: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the article, under a name that every CMS accepts, with what it is."""

    name: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class PortalArticle:
    """One article. `name` is its folder; `kind` the template its `view` goes to; `draft` is empty in a release."""

    name: str
    kind: str
    title: str
    draft: str
    view: CircularPage | TargetTable | QuarterView
    metadata: tuple[MetadataLine, ...]
    attachments: tuple[Attachment, ...]
    day: date


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an article is about: its title and summary, the column it belongs to, the circular it rests on.

    `day` is when its content is from; `own` if that is not the circular's, whose number and dates then say nothing of it.
    """

    dossier: Dossier
    circular: Circular
    column: Column
    title: str
    summary: str
    day: date
    own: bool = False


def portal_articles(
    dossier: Dossier, documents: Iterable[Document], *, draft: bool
) -> Iterator[PortalArticle]:
    """Every circular of every year; of every year whose circular is in the data, its table and reported quarters."""
    offered = tuple(documents)
    for number, year in sorted(dossier.years.items()):
        pages = circular_pages(dossier, number, offered, draft=draft)
        for circular, page in zip(year.circulars, pages, strict=True):
            own = f"documents/{number}/{page.serial}"
            files = (one for one in offered if one.address.startswith((f"{own}.", f"{own}-")))
            subject = _Subject(
                dossier, circular, CIRCULARS, page.title, circular.disclosure.summary, circular.date
            )
            yield _article(subject, f"{number}-{page.serial}", page, files, draft=draft)
            if circular.number == year.plan.circular:
                table = target_table(year)
                title = f"{number}年度{dossier.bureau.name}目标考评表"
                data = {f"data/{number}/{name}" for name in ("plan.xlsx", "targets.csv", "targets.json")}
                files = (one for one in offered if one.address in data)
                newest = _newest(year, circular)
                subject = _Subject(dossier, newest, TARGETS, title, table.lead, newest.date)
                yield _article(subject, f"{number}-targets", table, files, draft=draft)
                yield from _of_quarters(dossier, number, circular, offered, draft=draft)


def _newest(year: Year, issuing: Circular) -> Circular:
    """The circular that made the plan what it is: the last one that changed it, else the one that issued it."""
    approved = [one.circular for one in year.approvals]
    changed = {one.number: one for one in year.circulars if one.number in approved}
    return max(changed.values(), key=lambda one: approved.index(one.number), default=issuing)


def _of_quarters(
    dossier: Dossier, number: int, circular: Circular, offered: Iterable[Document], *, draft: bool
) -> Iterator[PortalArticle]:
    data = {f"data/{number}/progress.{form}" for form in ("csv", "json")}
    files = tuple(one for one in offered if one.address in data)
    year = dossier.years[number]
    for view in quarter_views(year):
        title = f"{number}年{view.quarter.name}{dossier.bureau.name}目标落实情况"
        reported = (one.reported for one in year.progress if one.quarter == view.quarter.key)
        subject = _Subject(dossier, circular, PROGRESS, title, view.lead, max(reported), own=True)
        yield _article(subject, f"{number}-{view.quarter.key}", view, files, draft=draft)


def _article(
    subject: _Subject,
    name: str,
    view: CircularPage | TargetTable | QuarterView,
    files: Iterable[Document],
    *,
    draft: bool,
) -> PortalArticle:
    return PortalArticle(
        name=name,
        kind=_KINDS[type(view)],
        title=subject.title,
        draft=f"{DRAFT}：尚未批准发布，仅供审阅。" if draft else "",
        view=view,
        metadata=tuple(_metadata(subject)),
        attachments=tuple(_attachment(one) for one in files),
        day=subject.day,
    )


def _metadata(subject: _Subject) -> Iterator[MetadataLine]:
    """Every tag of 47号, then the nine fields of the disclosure guide in their order, the article's own among them."""
    bureau, facts = subject.dossier.bureau, subject.circular.disclosure
    known = dict(
        (
            *site_tags(bureau),
            *column_tags(subject.column, bureau.short_name),
            *article_tags(bureau.name, subject.title, None if subject.own else facts.published),
            ("Keywords", f"{subject.column.name},{bureau.short_name},{subject.circular.number}"),
            ("Description", subject.summary),
        )
    )
    for tag, (group, name) in _TAGS.items():
        yield _line(group, name, tag, known.get(tag, ""))
    own = {"标题": subject.title, "概述": subject.summary, "公文生成日期": phrases.day(subject.day)}
    own |= dict.fromkeys(("索引号", "文号", "发布时间"), "") if subject.own else {}
    for label in disclosure(subject.circular, bureau.name):
        yield _line(
            _BOX, label.name, "", own.get(label.name, "" if label.value == phrases.NONE else label.value)
        )


def _line(group: str, name: str, tag: str, value: str) -> MetadataLine:
    return MetadataLine(group, name, tag, value, "" if value else _UNKNOWN)


def _attachment(document: Document) -> Attachment:
    """`documents/2019/44.pdf` goes by the name 2019-44.pdf."""
    path = PurePosixPath(document.address)
    return Attachment(f"{document.year}-{path.name}", document.title, document.address)
