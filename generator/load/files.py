"""The files of a project as bytes by path, from disk; links and unsafe names are refused."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from generator.load import refusals
from generator.problem import Level, Place, Problem, UndecidedError

MAX_NAME_BYTES = 100


class Files(Protocol):
    """The files of a project, wherever they are kept."""

    def below(self, folder: str) -> tuple[str, ...]:
        """Paths of all files below a folder, sorted, as POSIX paths relative to the project."""

    def read(self, path: str) -> bytes:
        """The bytes of a file."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the names and kinds of the files met so far."""


class FilesOnDisk:
    """The files of a project folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._problems: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the names and kinds of the files met so far."""
        return tuple(self._problems)

    def below(self, folder: str) -> tuple[str, ...]:
        """Paths of all files below a folder, sorted; nothing behind a link is followed."""
        top = self._root / folder
        try:
            if top.is_symlink():
                raise UndecidedError(link(folder))
            paths = tuple(sorted(self._walk(top)))
        except OSError as error:
            raise _unreadable(Path(error.filename or top).relative_to(self._root).as_posix(), error) from None
        self._problems.extend(collisions(paths))
        return paths

    def read(self, path: str) -> bytes:
        """The bytes of a file; a missing or unreadable one leaves nothing to decide."""
        if (self._root / path).is_symlink():
            raise UndecidedError(link(path))
        try:
            return (self._root / path).read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from None

    def _walk(self, folder: Path) -> Iterator[str]:
        for entry in folder.iterdir():
            path = entry.relative_to(self._root).as_posix()
            if entry.is_symlink():
                self._problems.append(link(path))
            elif entry.is_dir():
                yield from self._walk(entry)
            elif not entry.is_file():
                message = "这不是普通的文件"
                self._problems.append(refusals.UNEXPECTED_FILE.at(Place(path), message, "删去它"))
            elif (problem := long_name(path)) is not None:
                self._problems.append(problem)
            else:
                yield path


def link(path: str) -> Problem:
    """What is said of a link: it could point anywhere."""
    return refusals.SYMLINK.at(Place(path), "这是一个链接，不是文件", "把文件本身放进来")


def long_name(path: str) -> Problem | None:
    """What is said of a file whose own name is too long."""
    if len(os.fsencode(path.rpartition("/")[2])) <= MAX_NAME_BYTES:
        return None
    message = f"文件名超过 {MAX_NAME_BYTES} 字节，有的电脑存不下"
    return refusals.FILE_NAME.at(Place(path), message, "改短文件名")


def collisions(paths: tuple[str, ...]) -> Iterator[Problem]:
    """Names that would be one file on a disk that does not tell upper from lower case."""
    by_folded: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        by_folded[unicodedata.normalize("NFC", path).casefold()].append(path)
    for same in by_folded.values():
        for path in same[1:]:
            message = f"与 {same[0]} 只差大小写或字的编码，在有的电脑上是同一个文件"
            yield refusals.FILE_NAME.at(Place(path), message, "改一个名字")


def _unreadable(path: str, error: OSError) -> UndecidedError:
    reason = {
        FileNotFoundError: "没有这个文件或文件夹",
        PermissionError: "没有权限读取",
        NotADirectoryError: "这不是文件夹",
        IsADirectoryError: "这是文件夹，不是文件",
    }.get(type(error), "读取时出错")
    return UndecidedError(Problem("unreadable", Level.ERROR, f"{path} 读不了：{reason}", Place(path)))
