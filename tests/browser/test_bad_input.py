"""Pages hold together whatever a clerk pastes in: very long texts, long names, many units, rare characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.edition import Edition
from generator.model.indicator import Composite
from generator.plugin import build_site
from tests.conftest import SMALL_BUREAU, copy_of
from tests.sites import broken_links, edition_of, tree

pytestmark = pytest.mark.needs("chromium")

_TEXT = "推动各单位落实责任，" * 200
_NAME = "关于进一步加强和改进新时代基层档案安全保管与规范利用并同步推进数字化转型工作的若干重点任务落实情况专项督促检查指标（一）"
_UNBROKEN = "A1b2C3d4" * 12
_RARE = "𠮷𡈽㐂龘靐"
_UNITS = 40


@pytest.fixture(scope="module")
def strained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small bureau's site with everything in it that strains a page."""
    root = copy_of(SMALL_BUREAU, tmp_path_factory.mktemp("strained") / "project")
    folder = root.parent / "site"
    build_site(root, _strained(edition_of(root)), folder)
    return folder


@pytest.fixture(scope="module", params=[360, 768, 1280])
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a phone's, a tablet's, a desk's width."""
    context = browser.new_context(viewport={"width": request.param, "height": 740})
    yield context.new_page()
    context.close()


def test_no_page_is_wider_than_the_screen(strained: Path, opened: Page) -> None:
    """Every page of the site, with its long words broken and its tables stacked."""
    wide = []
    for path in sorted(strained.rglob("*.html")):
        opened.goto(path.as_uri())
        if opened.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path.relative_to(strained).as_posix())
    assert wide == []


def test_the_long_texts_stand_whole(strained: Path) -> None:
    """2,000 characters on the target's own page and in the table; in titles and descriptions they are cut."""
    assert len(_TEXT) == 2000
    assert len(_NAME) == 60
    for address in ("2021/targets/BL01-1.html", "2021/targets/index.html"):
        assert _TEXT in (strained / address).read_text("utf-8")
    page = (strained / "2021/targets/BL01-1.html").read_text("utf-8")
    title = page.split("<title>")[1].split("</title>")[0]
    assert len(title) < 100


def test_a_unit_without_targets_says_so(strained: Path) -> None:
    """Its page stands, in a sentence, and the table offers no choice that shows nothing."""
    assert "没有单独负责的考评项" in (strained / "2021/units/extra-1.html").read_text("utf-8")
    assert "新增单位1" not in (strained / "2021/targets/index.html").read_text("utf-8")


def test_no_link_is_broken(strained: Path) -> None:
    """Forty units more or less."""
    assert list(broken_links(tree(strained))) == []


def _strained(edition: Edition) -> Edition:
    year = edition.dossier.years[2021]
    composite = next(one for one in year.indicators if isinstance(one, Composite))
    target, *targets = composite.targets
    targets = [target.model_copy(update={"text": _TEXT, "expected": _UNBROKEN, "scoring": _RARE}), *targets]
    long = composite.model_copy(
        update={"name": _NAME + _RARE, "source": _UNBROKEN, "targets": tuple(targets)}
    )
    organisation = year.organisation
    unit = organisation.units[0]
    added = tuple(
        unit.model_copy(update={"name": f"新增单位{number}{_RARE * 4}", "slug": f"extra-{number}"})
        for number in range(1, _UNITS - len(organisation.units) + 1)
    )
    organisation = organisation.model_copy(update={"units": (*organisation.units, *added)})
    indicators = tuple(long if one is composite else one for one in year.indicators)
    changed = replace(year, indicators=indicators, organisation=organisation)
    return replace(edition, dossier=replace(edition.dossier, years={2021: changed}))
