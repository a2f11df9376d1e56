"""axe finds nothing on any kind of page, as it is and with the switches for the eyes turned on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from generator.compute.bulletins import bulletins
from generator.compute.public import public_dossier
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.views.boards.facts import page as bulletin_page
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.needs("chromium")

_DOSSIER, _ = read_dossier(FilesOnDisk(REPOSITORY))
assert _DOSSIER is not None
KINDS = (
    "index.html",
    "2019/index.html",
    "2019/targets/index.html",
    "2019/targets/ZD01.html",
    "2019/targets/ZD01-1.html",
    "2019/targets/CX01.html",
    "2019/categories/function.html",
    "2019/categories/key.html",
    "2019/progress/index.html",
    *(f"2019/progress/q{number}.html" for number in range(1, 5)),
    *(f"2019/progress/q{number}/shequ-jiaozheng.html" for number in range(1, 5)),
    "2019/organisation.html",
    "2019/units/shequ-jiaozheng.html",
    "2019/circulars/index.html",
    "2019/circulars/44.html",
    "2019/catalogue.html",
    "2019/deadlines.html",
    "2019/boards/index.html",
    *(bulletin_page(one) for one in bulletins(public_dossier(_DOSSIER), 2019)),
    "2019/changes.html",
    "downloads.html",
    "archive.html",
    "making.html",
    "about.html",
    "404.html",
)
"""A page of each kind."""


@pytest.mark.parametrize(("switched", "width"), [("off", 1280), ("on", 360)])
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, served: str, switched: str, width: int
) -> None:
    """All of axe's rules, WCAG 2.2 AA among them: at a desk as it is, on a phone enlarged and in high contrast."""
    with _opened(browser, switched, width) as page:
        found = {}
        for address in KINDS:
            page.goto(served + address)
            found[address] = _faults(page)
    assert {address: faults for address, faults in found.items() if faults} == {}


@pytest.mark.parametrize("switched", ["off", "on"])
def test_axe_finds_nothing_in_an_open_search_and_an_open_menu(
    browser: Browser, served: str, switched: str
) -> None:
    """What stands over a page when it is asked for."""
    with _opened(browser, switched, 1280) as page:
        page.goto(served)
        page.locator(".md-search__input").fill("援助")
        page.locator(".md-search-result__item").first.wait_for()
        assert _faults(page) == []
    with _opened(browser, switched, 360) as page:
        page.goto(served)
        page.get_by_role("button", name="菜单").press("Enter")
        page.get_by_role("navigation", name="导航栏").get_by_role("link", name="目标任务").wait_for()
        assert _faults(page) == []


def test_a_fault_would_be_found(browser: Browser, served: str) -> None:
    """A picture without words, pale text and a field without a name are reported, so silence means something."""
    with _opened(browser, "off", 1280) as page:
        page.goto(served)
        page.evaluate(
            """document.querySelector("article").insertAdjacentHTML("beforeend",
            "<img src=assets/mark.svg><p style='color:#bbb'>看不清的浅色文字</p><input type=text>")"""
        )
        assert {fault.split(":")[0] for fault in _faults(page)} == {"image-alt", "color-contrast", "label"}


def test_every_kind_of_page_is_looked_at(site: Path) -> None:
    """A page whose folder and template no looked-at page shares would be missed; folders and fronts are all here."""
    folders = {path.relative_to(site).parent.as_posix() for path in site.rglob("*.html")}
    assert folders == {Path(address).parent.as_posix() for address in KINDS}
    fronts = {path.name for path in site.glob("*.html")} | {
        f"2019/{path.name}" for path in (site / "2019").glob("*.html")
    }
    assert fronts <= set(KINDS)


@contextmanager
def _opened(browser: Browser, switched: str, width: int) -> Iterator[Page]:
    """A page of this width, with the switches for the eyes on or off."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(
        f"for (const one of ['large', 'contrast']) localStorage.setItem(`zhengben-${{one}}`, '{switched}');"
    )
    yield context.new_page()
    context.close()


def _faults(page: Page) -> list[str]:
    violations = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in violations for node in one["nodes"]]
