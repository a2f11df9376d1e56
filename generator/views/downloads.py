"""The files a site offers, by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

SHEETS = "boards"
"""The site's folder for the sheets that it offers."""
_OF_YEAR = len(PurePosixPath("data/2019/file").parts)
_DESCRIPTION = "datapackage.json"
_FORMS = ".pdf.docx.xlsx"


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the site: its address below the site, its year, what it is, and its size in bytes.

    `paper` says what it is printed on, and on how many pages, where that matters.
    """

    address: str
    year: int
    title: str
    size: int
    paper: str = ""


@dataclass(frozen=True, slots=True)
class DownloadLine:
    """A file as it is offered: what it is, its name, its format and size in words; its paper, or nothing."""

    address: str
    title: str
    name: str
    format: str
    size: str
    paper: str = ""


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """One thing in the forms it comes in: a document, a table of open data, the description of all data."""

    title: str
    files: tuple[DownloadLine, ...]


@dataclass(frozen=True, slots=True)
class DownloadsOfYear:
    """The files of one year."""

    year: int
    documents: tuple[DownloadGroup, ...]
    sheets: tuple[DownloadGroup, ...]
    data: tuple[DownloadGroup, ...]


def downloads(documents: Iterable[Document]) -> tuple[DownloadsOfYear, ...]:
    """The files by year, newest first; documents in the order of their numbers, sheets and data as they come."""
    every = tuple(documents)
    printed = sorted((one for one in every if not _is_data(one) and not _is_sheet(one)), key=_place)
    return tuple(
        DownloadsOfYear(
            year,
            grouped(one for one in printed if one.year == year),
            grouped(one for one in every if one.year == year and _is_sheet(one)),
            grouped(one for one in every if one.year == year and _is_offered_data(one)),
        )
        for year in sorted({one.year for one in every}, reverse=True)
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
        document.paper,
    )


def grouped(documents: Iterable[Document]) -> tuple[DownloadGroup, ...]:
    """Files by what they are, each thing in its forms."""
    forms: dict[str, list[DownloadLine]] = {}
    for document in documents:
        forms.setdefault(document.title, []).append(line(document))
    return tuple(DownloadGroup(title, tuple(files)) for title, files in forms.items())


def _is_sheet(document: Document) -> bool:
    return document.address.startswith(f"{SHEETS}/")


def _is_data(document: Document) -> bool:
    return document.address.startswith("data/")


def _is_offered_data(document: Document) -> bool:
    """What stands in a year's own folder; each version's is described by the description of that version."""
    own = len(PurePosixPath(document.address).parts) == _OF_YEAR
    return _is_data(document) and (own or document.address.endswith(_DESCRIPTION))


def _place(document: Document) -> tuple[int, str, int]:
    """A circular before its annexes, and of each the form that looks the same everywhere first."""
    path = PurePosixPath(document.address)
    serial, _, rest = path.stem.partition("-")
    return (int(serial) if serial.isdecimal() else 0, rest, _FORMS.find(path.suffix))


def _size(size: int) -> str:
    """A size in words, rounded up to whole KB (of 1024 bytes) below 1 MB, then to tenths of a MB."""
    kilobytes = -(-size // 1024)
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{-(-size * 10 // 1048576) / 10:.1f} MB"
