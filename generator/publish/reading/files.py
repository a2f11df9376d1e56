"""The files of a folder, and those packed in its archives, each read once and known by its address."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from generator.publish.reading.leads import Lead, leads_of, read_leads
from generator.publish.reading.page import Page, read_page
from generator.publish.reading.tables import Grid, tables
from generator.publish.reading.texts import Text, read_texts

INSIDE = "!/"
"""Stands between the address of an archive and that of a file in it."""
_UNPACKED_AT_MOST = 500_000_000
_DEEP = 3


class UnreadableError(Exception):
    """A file is not what its name says, or is too large to be looked into."""


@dataclass(frozen=True)
class File:
    """One file: its address below the folder, and its bytes."""

    address: str
    content: bytes

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
            return tuple(read_texts(self.kind, self.content))

    @cached_property
    def page(self) -> Page:
        """What it links to and runs, if it is a page. Raises `UnreadableError`."""
        with _reading():
            return read_page(self.content)

    @cached_property
    def leads(self) -> tuple[Lead, ...]:
        """Every address that it leads to. Raises `UnreadableError`."""
        with _reading():
            return tuple(leads_of(self.page) if self.kind == "html" else read_leads(self.kind, self.content))

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
