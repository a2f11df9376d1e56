"""Previews a project while it is edited."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from generator.plugin.telling import CONFIG, line, problem_of
from generator.problem import UndecidedError

_WATCHED = ("data", "content", "theme")

log = logging.getLogger("mkdocs.plugins.zhengben")


def serve_site(root: Path, address: str = "127.0.0.1:8000") -> None:
    """Preview a project at `host:port` until interrupted; an edit of it shows in the browser.

    Raises `UndecidedError` when the project cannot be built at all or the address is taken.
    """
    engine = logging.getLogger("mkdocs")
    terminal = logging.StreamHandler()
    engine.addHandler(terminal)
    log.setLevel(logging.INFO)
    try:
        mkdocs_serve.serve(config_file=str(root / CONFIG), dev_addr=address)
    except (MkDocsException, TemplateError, OSError) as error:
        raise UndecidedError(problem_of(error, root)) from error
    finally:
        engine.removeHandler(terminal)


class Preview:
    """Builds a whole project aside whenever an edit is saved: a broken edit leaves the last good page up."""

    def __init__(self, root: Path, server: LiveReloadServer, builder: Callable[[], None]) -> None:
        self._root, self._server, self._builder = root, server, builder
        self._stages: list[Path] = []
        for folder in _WATCHED:
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        server.builder = self._rebuild
        log.info("预览地址：%s（按 Ctrl+C 结束）", server.url)

    @property
    def folder(self) -> Path | None:
        """Where to build now; none before the first edit."""
        return self._stages[-1] if self._stages else None

    def clear(self) -> None:
        """Remove what was built."""
        for stage in self._stages:
            shutil.rmtree(stage, ignore_errors=True)
        self._stages.clear()

    def _rebuild(self) -> None:
        self._stages.append(Path(tempfile.mkdtemp(prefix="zhengben-")))
        try:
            self._builder()
        except (Exception, SystemExit) as error:  # noqa: BLE001  # a preview outlives whatever an edit breaks
            log.error("%s", line(problem_of(error, self._root)))
            log.error("预览仍是改动之前的样子；改正后会自动更新。")
            shutil.rmtree(self._stages.pop())
            return
        log.info("已按改动更新预览。")
        self._server.root = str(self._stages[-1])
        for stage in self._stages[:-2]:
            shutil.rmtree(stage)
            self._stages.remove(stage)
