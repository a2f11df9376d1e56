"""The revision of a project's files, and the files as they were at a revision, as git tells it."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from generator.load.files import collisions, link, long_name
from generator.problem import Level, Place, Problem, UndecidedError

UNCOMMITTED = "uncommitted"
_NOT_CLEARANCES = ":(exclude,glob)data/*/clearances/**"
_LINK, _MODULE = "120000", "160000"


def revision(root: Path) -> str:
    """The commit that last changed what is published, or `uncommitted` when files differ or git knows none.

    A clearance is given to what was committed before it and changes nothing of that, so it makes no revision.
    """
    try:
        if _git(root, "status", "--porcelain", "--", "."):
            return UNCOMMITTED
        return _git(root, "log", "-1", "--format=%H", "--", ".", _NOT_CLEARANCES) or UNCOMMITTED
    except (OSError, subprocess.CalledProcessError):
        return UNCOMMITTED


class FilesAtRevision:
    """The files of a project as of a commit. Nothing that is on the disk is looked at."""

    def __init__(self, root: Path, name: str) -> None:
        self.commit = commit_of(root, name)
        self._root = root
        self._blobs: dict[str, str] = {}
        self._links: list[str] = []
        self._problems: list[Problem] = []
        self._read: dict[str, bytes] = {}
        listed = _answer(root, name, "ls-tree", "-r", "-z", self.commit, "--", ".")
        for line in filter(None, listed.split(b"\0")):
            about, _, path = line.decode("utf-8", "surrogateescape").partition("\t")
            mode, _, blob = about.split()
            if mode in (_LINK, _MODULE):
                self._links.append(path)
            else:
                self._blobs[path] = blob

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the names and kinds of the files met so far."""
        return tuple(self._problems)

    @property
    def day(self) -> date:
        """The day on which the commit was made."""
        return date.fromisoformat(_git(self._root, "show", "-s", "--format=%cs", self.commit))

    def below(self, folder: str) -> tuple[str, ...]:
        """Paths of all files below a folder, sorted. They are fetched at once: asking git for each takes long."""
        if folder in self._links:
            raise UndecidedError(link(folder))
        self._problems.extend(link(path) for path in self._links if path.startswith(f"{folder}/"))
        named = sorted(path for path in self._blobs if path.startswith(f"{folder}/"))
        long = {path: problem for path in named if (problem := long_name(path)) is not None}
        paths = tuple(path for path in named if path not in long)
        self._problems.extend((*long.values(), *collisions(paths)))
        self._fetch([path for path in paths if path not in self._read])
        return paths

    def read(self, path: str) -> bytes:
        """The bytes of a file; one that was not committed leaves nothing to decide."""
        if path not in self._blobs:
            raise UndecidedError(Problem("unreadable", Level.ERROR, f"缺少文件 {path}", Place(path)))
        self._fetch([path] if path not in self._read else [])
        return self._read[path]

    def _fetch(self, paths: list[str]) -> None:
        if not paths:
            return
        asked = "".join(f"{self._blobs[path]}\n" for path in paths).encode()
        answer = _answer(self._root, self.commit, "cat-file", "--batch", told=asked)
        at = 0
        for path in paths:
            end = answer.index(b"\n", at)
            head = answer[at:end].split()
            if len(head) != 3:  # blob, kind, size; a lacking one has two words
                raise UndecidedError(_lacking(path))
            size = int(head[2])
            self._read[path] = answer[end + 1 : end + 1 + size]
            at = end + 1 + size + 1


def commit_of(root: Path, name: str) -> str:
    """The commit that a name means; without it there is nothing to compare with."""
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except (OSError, subprocess.CalledProcessError):
        shallow = _is_shallow(root)
        hint = (
            "这里只取了最近的提交：先运行 git fetch --unshallow"
            if shallow
            else "核对名称，或先运行 git fetch"
        )
        problem = Problem("revision_unknown", Level.ERROR, f"git 里没有“{name}”这个版本", Place(""), hint)
        raise UndecidedError(problem) from None


def related(root: Path, base: str, head: str) -> bool:
    """Whether two commits have a history in common."""
    try:
        _git(root, "merge-base", base, head)
    except subprocess.CalledProcessError:
        return False
    return True


def _is_shallow(root: Path) -> bool:
    try:
        return _git(root, "rev-parse", "--is-shallow-repository") == "true"
    except (OSError, subprocess.CalledProcessError):
        return False


def _lacking(name: str) -> Problem:
    return Problem("revision_unknown", Level.ERROR, f"取不到“{name}”的内容", Place(""), "先运行 git fetch")


def _answer(root: Path, name: str, *arguments: str, told: bytes = b"") -> bytes:
    try:
        command = ("git", "-C", str(root), *arguments)
        return subprocess.run(command, check=True, capture_output=True, input=told).stdout  # noqa: S603  # fixed words
    except (OSError, subprocess.CalledProcessError):
        raise UndecidedError(_lacking(name)) from None


def _git(root: Path, *arguments: str) -> str:
    command = ("git", "-C", str(root), *arguments)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603  # fixed words
