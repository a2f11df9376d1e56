"""The files a site offers, by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

_OF_YEAR = len(PurePosixPath("data/2019/file").parts)
_DESCRIPTION = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the site: its address below the site, its year, what it is, and its size in bytes."""

    address: str
    year: int
    title: str
    size: int


@dataclass(frozen=True, slots=True)
class DownloadLine:
    """A file as it is offered: what it is, its name, its format and size in words."""

    address: str
    title: str
    name: str
    format: str
    size: str


@dataclass(frozen=True, slots=True)
class DataLine:
    """One table of open data, or the description of all, in the forms it comes in."""

    title: str
    files: tuple[DownloadLine, ...]


@dataclass(frozen=True, slots=True)
class DownloadsOfYear:
    """The files of one year."""

    year: int
    files: tuple[DownloadLine, ...]
    data: tuple[DataLine, ...]


def downloads(documents: Iterable[Document]) -> tuple[DownloadsOfYear, ...]:
    """The files by year, newest first; documents in the order of their addresses, data as it comes."""
    ordered = sorted(
        documents, key=lambda one: (-one.year, _is_data(one), "" if _is_data(one) else one.address)
    )
    return tuple(
        DownloadsOfYear(
            year,
            tuple(line(one) for one in ordered if one.year == year and not _is_data(one)),
            tuple(_data(one for one in ordered if one.year == year and _is_data(one))),
        )
        for year in dict.fromkeys(one.year for one in ordered)
    )


def line(document: Document) -> DownloadLine:
    """One file as it is offered."""
    path = PurePosixPath(document.address)
    return DownloadLine(
        document.address,
        document.title,
        path.name,
        path.suffix.removeprefix(".").upper(),
        _size(document.size),
    )


def _is_data(document: Document) -> bool:
    return document.address.startswith("data/")


def _data(documents: Iterable[Document]) -> Iterator[DataLine]:
    """What stands in a year's own folder; each version's is described by the description of that version."""
    forms: dict[str, list[DownloadLine]] = {}
    for document in documents:
        if len(PurePosixPath(document.address).parts) == _OF_YEAR or document.address.endswith(_DESCRIPTION):
            forms.setdefault(document.title, []).append(line(document))
    return (DataLine(title, tuple(files)) for title, files in forms.items())


def _size(size: int) -> str:
    """A size in words, rounded up to whole KB (of 1024 bytes) below 1 MB, then to tenths of a MB."""
    kilobytes = -(-size // 1024)
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{-(-size * 10 // 1048576) / 10:.1f} MB"
