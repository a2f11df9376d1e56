"""The file as an electronic document: what GB/T 9704 does not say and screen readers and archives need."""

from __future__ import annotations

from collections.abc import Iterator

from generator.inspect.parts.circular import Circular
from generator.inspect.row import Sample

_LANGUAGES = ("zh", "cmn")


def tagged(circular: Circular) -> Iterator[Sample]:
    """The file is tagged, so that a screen reader knows headings from text."""
    marked = circular.facts.electronic.tagged
    yield Sample("有标记" if marked else "没有标记", "文件", not marked)


def title(circular: Circular) -> Iterator[Sample]:
    """The file states its title."""
    stated = circular.facts.electronic.title
    yield Sample(stated or "没有写", "文件属性", not stated)


def language(circular: Circular) -> Iterator[Sample]:
    """The file states that it is Chinese."""
    stated = circular.facts.electronic.language
    yield Sample(stated or "没有写", "文件属性", not stated.casefold().startswith(_LANGUAGES))


def bookmarks(circular: Circular) -> Iterator[Sample]:
    """The file has bookmarks, if it has headings."""
    if any(paragraph.level for paragraph in circular.body.paragraphs):
        count = circular.facts.electronic.bookmarks
        yield Sample(f"{count} 个" if count else "没有", "文件", not count)


def pdf_a(circular: Circular) -> Iterator[Sample]:
    """The file says that it is PDF/A, the form for archives."""
    stated = circular.facts.electronic.pdf_a
    yield Sample(stated or "没有声明", "文件", not stated)


def pdf_ua(circular: Circular) -> Iterator[Sample]:
    """The file says that it is PDF/UA, the form for everyone."""
    stated = circular.facts.electronic.pdf_ua
    yield Sample(stated or "没有声明", "文件", not stated)
