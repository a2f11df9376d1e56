"""The live preview: what is edited shows, and whatever an edit breaks, the last good page stays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from urllib.error import URLError

import pytest

from tests.conftest import REPOSITORY

_PATIENCE = 60.0
"""Seconds until something that should happen at once has failed to happen."""


@dataclass(frozen=True)
class Preview:
    """A running preview: its address and the file its terminal is written to."""

    address: str
    terminal: Path

    def page(self, address: str) -> str:
        """A page as it is served now."""
        with urllib.request.urlopen(f"{self.address}/{address}", timeout=_PATIENCE) as answer:
            return str(answer.read().decode())

    def wait_for_an_answer(self) -> None:
        """Wait until the address answers, which is a moment after it was said."""
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                self.page("index.html")
            except URLError:
                assert time.monotonic() < until, self.said()
                time.sleep(0.1)
            else:
                return

    def said(self) -> str:
        """What stands in the terminal."""
        return self.terminal.read_text("utf-8")

    def wait_for(self, words: str, times: int = 1) -> None:
        """Wait until the terminal has said something so many times."""
        until = time.monotonic() + _PATIENCE
        while self.said().count(words) < times:
            assert time.monotonic() < until, self.said()
            time.sleep(0.1)


@contextmanager
def _previewed(command: Callable[[str], list[str]], root: Path, terminal: Path) -> Iterator[Preview]:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": str(REPOSITORY),
    }
    with terminal.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *command(address)], cwd=root, env=environment, stdout=output, stderr=output
        )
        try:
            preview = Preview(f"http://{address}", terminal)
            preview.wait_for("预览地址")
            preview.wait_for_an_answer()
            yield preview
        finally:
            process.terminate()
            process.wait()


def _zhengben(address: str) -> list[str]:
    return ["-m", "generator", "serve", "--address", address]


def _mkdocs(address: str) -> list[str]:
    return ["-m", "mkdocs", "serve", "-f", "site_config.yml", "-a", address]


@pytest.fixture
def project(small: Path) -> Path:
    """The small bureau with a theme of its own, which a test may break."""
    (small / "theme").unlink()
    shutil.copytree(REPOSITORY / "theme", small / "theme")
    return small


@pytest.mark.parametrize("command", [_zhengben, _mkdocs])
def test_edits_show_and_broken_ones_leave_the_last_good_page(
    project: Path, tmp_path: Path, command: Callable[[str], list[str]]
) -> None:
    """Data, prose, a template and the frame: broken, the terminal names the place; mended, the page follows."""
    broken = (
        ("data/2021/plan.yml", "points: 70", "points: x", "data/2021/plan.yml:"),
        ("theme/site/page.html.j2", "{{ title }}", "{{ title", "theme/site/page.html.j2:"),
        ("theme/frame/main.html", "{% endblock %}", "", "theme/frame/main.html:"),
        ("site_config.yml", "theme:", "theme: [", "site_config.yml:"),
    )
    with _previewed(command, project, tmp_path / "terminal") as preview:
        before = preview.page("2021/index.html")
        for number, (path, good, bad, place) in enumerate(broken, 1):
            whole = (project / path).read_text("utf-8")
            assert good in whole
            (project / path).write_text(whole.replace(good, bad, 1), "utf-8")
            preview.wait_for("预览仍是改动之前的样子", number)
            assert place in preview.said()
            assert _without_reload(preview.page("2021/index.html")) == _without_reload(before)
            (project / path).write_text(whole, "utf-8")
            preview.wait_for("已按改动更新预览", number)
        page = project / "content" / "pages" / "guide.md"
        page.write_text(page.read_text("utf-8") + "\n周六上午也开放。\n", "utf-8")
        preview.wait_for("已按改动更新预览", len(broken) + 1)
        assert "周六上午也开放" in preview.page("guide.html")
        assert "Traceback" not in preview.said()


def _without_reload(page: str) -> str:
    """A page without the script by which the preview reloads it, which carries times."""
    return page.rpartition("<script>")[0]
