"""A forge in miniature: a bare repository with pull requests, a bureau's checkout of it, and a stranger's fork."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.cli.test_review import commit, git
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of

PROPOSED = "refs/zhengben/proposed"


@dataclass
class Scene:
    """The forge's repository, the checkout in which jobs run, and the clone of somebody who proposes."""

    forge: Path
    job: Path
    stranger: Path

    def propose(self, number: int = 1, *, force: bool = False) -> None:
        """Commit what the stranger changed and push it as a pull request."""
        if git(self.stranger, "status", "--porcelain"):
            commit_all(self.stranger)
        refs = f"{'+' if force else ''}HEAD:refs/pull/{number}/head"
        git(self.stranger, "push", "--quiet", "origin", refs)

    def checkout(self, *arguments: str) -> None:
        """Take the base's newest state, as a job does at its beginning."""
        git(self.job.parent, "clone", "--quiet", *arguments, self.forge.as_uri(), str(self.job))
        (self.job / ".fonts").symlink_to(REPOSITORY / ".fonts")
        (self.job / ".git" / "info" / "exclude").write_text("/.fonts\n/out\n")

    def fetch(self, number: int = 1) -> subprocess.CompletedProcess[str]:
        """Run the script that brings the proposal."""
        return run(self.job, ".ci/fetch", f"refs/pull/{number}/head")

    def review(self, base: str = "HEAD", head: str = PROPOSED) -> subprocess.CompletedProcess[str]:
        """Run the script that reviews it."""
        return run(self.job, ".ci/review", base, head, "out")

    def report(self) -> str:
        """The comment that was written."""
        return (self.job / "out" / "review.md").read_text("utf-8")


def scene(folder: Path) -> Scene:
    """The small bureau on a forge, with the scripts that `zhengben new` hands out."""
    first = copy_of(SMALL_BUREAU, folder / "first")
    for name in ("theme", ".fonts"):
        (first / name).unlink()
    (first / ".ci").mkdir()
    for name in ("fetch", "review"):
        (first / ".ci" / name).write_bytes((REPOSITORY / ".ci" / name).read_bytes())
        (first / ".ci" / name).chmod(0o755)
    (first / "theme").symlink_to(REPOSITORY / "theme")
    git(first, "init", "--quiet", "--initial-branch", "main")
    commit_all(first)
    git(folder, "clone", "--quiet", "--bare", str(first), "forge.git")
    git(folder / "forge.git", "config", "uploadpack.allowAnySHA1InWant", "true")
    made = Scene(folder / "forge.git", folder / "job", folder / "stranger")
    git(folder, "clone", "--quiet", str(made.forge), str(made.stranger))
    return made


def commit_all(root: Path) -> str:
    """Commit every file."""
    git(root, "add", "--all")
    return commit(root)


def run(folder: Path, script: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a folder, with the program that the tests run."""
    program = folder.parent / "zhengben"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={REPOSITORY} exec {sys.executable} -m generator "$@"\n')
    program.chmod(0o755)
    environment = os.environ | {"ZHENGBEN": str(program)} | more
    return subprocess.run(
        [str(folder / script), *arguments],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
