"""The files a site offers, by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the site: its address below the site, its year, what it is, and its size in bytes."""

    address: str
    year: int
    title: str
    size: int


@dataclass(frozen=True, slots=True)
class DownloadLine:
    """A file as it is offered: what it is, its format and size in words."""

    address: str
    title: str
    format: str
    size: str


@dataclass(frozen=True, slots=True)
class DownloadsOfYear:
    """The files of one year."""

    year: int
    files: tuple[DownloadLine, ...]


def downloads(documents: Iterable[Document]) -> tuple[DownloadsOfYear, ...]:
    """The files by year, newest first, and within a year in the order of their addresses."""
    ordered = sorted(documents, key=lambda one: (-one.year, one.address))
    return tuple(
        DownloadsOfYear(year, tuple(line(one) for one in ordered if one.year == year))
        for year in dict.fromkeys(one.year for one in ordered)
    )


def line(document: Document) -> DownloadLine:
    """One file as it is offered."""
    suffix = PurePosixPath(document.address).suffix.removeprefix(".")
    return DownloadLine(document.address, document.title, suffix.upper(), _size(document.size))


def _size(size: int) -> str:
    """A size in words, rounded up to whole KB (of 1024 bytes) below 1 MB, then to tenths of a MB."""
    kilobytes = -(-size // 1024)
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{-(-size * 10 // 1048576) / 10:.1f} MB"
