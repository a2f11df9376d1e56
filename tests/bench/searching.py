"""Builds the site of one project and searches it in a browser; prints how large the index is and how soon it answers, as JSON."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from generator.plugin import build_site
from generator.render.site.search import INDEX
from tests.sites import CHROMIUM, CHROMIUM_ARGUMENTS, edition_of


def measure(root: Path, first: str, second: str) -> dict[str, float]:
    """Megabytes of the index; seconds until the first answer, which reads the index, and until the next.

    The site is searched from the disk, where the page itself does the work.
    """
    with tempfile.TemporaryDirectory(prefix="zhengben-bench-") as folder, sync_playwright() as playwright:
        site = Path(folder)
        build_site(root, edition_of(root), site)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        page = browser.new_page()
        page.set_default_timeout(10_000)
        page.goto((site / "index.html").as_uri())
        cold, warm = (_seconds(page, query) for query in (first, second))
        browser.close()
        return {"size": (site / INDEX).stat().st_size / 1e6, "cold": cold, "warm": warm}


def _seconds(page: Page, query: str) -> float:
    """From opening the search, which reads the index the first time, to the words that say how many pages were found."""
    field = page.locator(".md-search__input")
    began = time.perf_counter()
    field.click()
    field.fill(query)
    page.locator(".md-search-result__meta", has_text="找到").wait_for()
    page.locator("mark", has_text=query).first.wait_for()
    return time.perf_counter() - began


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), *sys.argv[2:])))  # noqa: T201  # the answer to the bench
