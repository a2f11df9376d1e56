"""The files of a folder, and those packed in its archives, each read once and known by its address."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from generator.publish.reading.leads import Lead, leads_of, read_leads
from generator.publish.reading.page import Page, read_page
from generator.publish.reading.pdf import Pdf, read_pdf, reading_aside
from generator.publish.reading.tables import Grid, tables
from generator.publish.reading.texts import Text, read_texts, texts_of

INSIDE = "!/"
"""Stands between the address of an archive and that of a file in it."""
_UNPACKED_AT_MOST = 500_000_000
_DEEP = 3


class UnreadableError(Exception):
    """A file is not what its name says, or is too large to be looked into."""


@dataclass(frozen=True)
class File:
    """One file: its address below the folder, and its bytes; `reading` if it is a PDF that another process reads."""

    address: str
    content: bytes
    reading: Future[Pdf] | None = None

    @property
    def kind(self) -> str:
        """What its name says it is: `html`, `pdf`, …"""
        return PurePosixPath(self.address).suffix.lower().lstrip(".")

    @property
    def output(self) -> str:
        """The output it belongs to: the first folder of its address."""
        return self.address.partition("/")[0]

    @cached_property
    def digest(self) -> str:
        """Its sha256."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """All that it says, in passages. Raises `UnreadableError`."""
        with _reading():
            return tuple(texts_of(self.pdf) if self.kind == "pdf" else read_texts(self.kind, self.content))

    @cached_property
    def pdf(self) -> Pdf:
        """What was read of it, if it is a PDF. Raises `UnreadableError`."""
        with _reading():
            return self.reading.result() if self.reading else read_pdf(self.content)

    @cached_property
    def page(self) -> Page:
        """What it links to and runs, if it is a page. Raises `UnreadableError`."""
        with _reading():
            return read_page(self.content)

    @cached_property
    def leads(self) -> tuple[Lead, ...]:
        """Every address that it leads to. Raises `UnreadableError`."""
        with _reading():
            match self.kind:
                case "html":
                    return tuple(leads_of(self.page))
                case "pdf":
                    return tuple(Lead(address, 1, fetched=False) for address in self.pdf.addresses)
                case _:
                    return tuple(read_leads(self.kind, self.content))

    @cached_property
    def tables(self) -> tuple[Grid, ...]:
        """Its tables. Raises `UnreadableError`."""
        with _reading():
            return tuple(tables(self.kind, self.content))

    @cached_property
    def broken(self) -> bool:
        """Whether it cannot be read, though files of its kind can."""
        try:
            _ = self.texts, self.leads
        except UnreadableError:
            return True
        return False


def files_of(folder: Path) -> Iterator[File]:
    """Every file of a folder in the order of addresses, after each archive what is packed in it; links are left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            file = File(path.relative_to(folder).as_posix(), path.read_bytes())
            yield file
            yield from unpacked(file)


def read_aside(files: Iterable[File]) -> Iterator[File]:
    """The files, PDFs after all others: while those are looked at, another process reads each different PDF.

    PDFium takes as long as all else together, and allows but one thread in a process.
    """
    pdfs: list[File] = []
    readings: dict[str, Future[Pdf]] = {}
    with reading_aside() as read:
        for file in files:
            if file.kind != "pdf":
                yield file
                continue
            pdfs.append(file)
            if file.digest not in readings:
                readings[file.digest] = read(file.content)
        for file in pdfs:
            yield replace(file, reading=readings[file.digest])


def unpacked(archive: File, depth: int = 0) -> Iterator[File]:
    """The files packed in an archive, and in those within it; none of what is no archive or cannot be opened."""
    if archive.kind != "zip" or depth == _DEEP:
        return
    try:
        packed = zipfile.ZipFile(io.BytesIO(archive.content))
    except zipfile.BadZipFile:
        return
    if sum(info.file_size for info in packed.infolist()) > _UNPACKED_AT_MOST:
        return
    for info in packed.infolist():
        if not info.is_dir():
            file = File(f"{archive.address}{INSIDE}{info.filename}", packed.read(info))
            yield file
            yield from unpacked(file, depth + 1)


@contextmanager
def _reading() -> Iterator[None]:
    """Whatever a reader stumbles over, it means that the file could not be read."""
    try:
        yield
    except Exception as error:
        raise UnreadableError(str(error)) from error
