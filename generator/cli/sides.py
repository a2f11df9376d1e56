"""The two states of a project that a command compares: a revision, and another or the files as they are."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.printing import print_problems
from generator.load.files import FilesOnDisk
from generator.load.revision import FilesAtRevision, commit_of, related
from generator.review import Side, UnreadableError


def sides(root: Path, base: str, head: str | None) -> tuple[Side, Side] | None:
    """The earlier and the later state; None, and it is said why, if they have nothing in common."""
    old = FilesAtRevision(root, base)
    if not related(root, old.commit, commit_of(root, head or "HEAD")):
        click.echo(
            f"“{base}”和改后的版本没有共同的历史，无从比较。核对名称，或先运行 git fetch --unshallow。",
            err=True,
        )
        return None
    new = FilesAtRevision(root, head) if head else FilesOnDisk(root)
    return Side(base, old), Side(head or "现在的文件", new)


def print_unreadable(error: UnreadableError) -> None:
    """Say which side cannot be read, and why."""
    click.echo(f"“{error.side}”读不了，没有比较：", err=True)
    print_problems(error.problems, "text")
