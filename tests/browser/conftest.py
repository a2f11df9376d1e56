"""One browser for all tests here, and the reference bureau's site served below a sub-path."""

from __future__ import annotations

import functools
import gzip
import os
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import REPOSITORY
from tests.sites import CHROMIUM, CHROMIUM_ARGUMENTS

_FONTS = """<?xml version="1.0"?>
<fontconfig>
<dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>sans-serif</family><prefer><family>FandolHei</family></prefer></alias>
</fontconfig>
"""
_TEXT = {".html", ".css", ".js", ".json", ".svg"}


class _Server(SimpleHTTPRequestHandler):
    """Serves files as web servers do: text is compressed."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _TEXT:
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture(scope="package")
def served(site: Path) -> Iterator[str]:
    """The address of that site on a server, below a sub-path."""
    root = site.parent.parent
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Server, directory=root))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{site.relative_to(root).as_posix()}/"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="package")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser that reads Chinese with the project's own fonts, whatever the machine has."""
    folder = tmp_path_factory.mktemp("fonts")
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS.format(fonts=REPOSITORY / ".fonts", cache=folder), "utf-8")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=CHROMIUM_ARGUMENTS,
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a desk's width, whose scripts must not fail."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    failed: list[str] = []
    opened.on("pageerror", lambda error: failed.append(str(error)))
    yield opened
    context.close()
    assert failed == []
