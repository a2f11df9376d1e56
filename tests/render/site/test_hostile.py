"""Whatever stands in a text of the data is shown as text: it runs nowhere and breaks no page."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import sync_playwright

from generator.model.dossier import Dossier
from generator.model.prose import Words
from generator.model.record import Record
from generator.plugin import build_site
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of
from tests.sites import CHROMIUM, CHROMIUM_ARGUMENTS, broken_links, contents, edition_of, tree

_HOSTILE = (
    "</title></script><script>window.hit=1</script>",
    "\"'><img src=x onerror=window.hit=1>",
    "javascript:window.hit=1",
    "{{ 7*7 }}{% raw %}&lt;svg onload=window.hit=1&gt;]]><!--",
)
_KEPT = re.compile(r"content/.*|[a-z][a-z0-9_-]*|[A-Z]{1,3}[0-9]*(-[0-9]+)?|[一-鿿]+〔[0-9]{4}〕[0-9]+号")
"""Texts whose form the model has checked: paths, keys, ids, document numbers."""

_FORM = {"path", "place", "level"}
"""Parts of a block of prose that are no text."""

_SHAPES = ("g", "path", "rect", "line", "text", "use")
"""What a drawing is made of, none of which runs or loads anything."""

T = TypeVar("T")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The small bureau's site, and the same with hostile words in every text."""
    root = copy_of(SMALL_BUREAU, tmp_path_factory.mktemp("project") / "small")
    edition = edition_of(root)
    edition = replace(edition, dossier=_eventful(edition.dossier))
    document = next(iter(edition.documents))
    hostile_documents = {replace(document, title="".join(_HOSTILE)): edition.documents[document]}
    clean, hostile = (tmp_path_factory.mktemp(name) for name in ("clean", "hostile"))
    build_site(root, edition, clean)
    build_site(
        root, replace(edition, dossier=_hostile(edition.dossier), documents=hostile_documents), hostile
    )
    return clean, hostile


def test_no_page_gains_anything_that_runs_or_loads(sites: tuple[Path, Path]) -> None:
    """The same pages with the same scripts, handlers, links and anchors as without the hostile words.

    Only the shapes of drawings may differ: long names break, and labels give way to them. What a link asks the table for may be hostile:
    it stands behind the question mark, encoded. The page of a bulletin is named by the digest of all it says.
    """
    clean, hostile = (tree(folder) for folder in sites)
    assert list(broken_links(hostile)) == []
    clean, hostile = ({_undigested(name): one for name, one in pages.items()} for pages in (clean, hostile))
    assert set(clean) == set(hostile)
    for address in (name for name in clean if name.endswith(".html")):
        before, after = contents(clean[address]), contents(hostile[address])
        for shape in _SHAPES:
            before.tags.pop(shape, None)
            after.tags.pop(shape, None)
        assert (after.tags, after.handlers, after.ids) == (before.tags, before.handlers, before.ids), address
        pairs = [[_undigested(link.partition("?")[0]) for link in one.links] for one in (before, after)]
        assert pairs[0] == pairs[1], address


def _undigested(address: str) -> str:
    return re.sub(r"-[0-9a-f]{8}(?=\.html$)", "", address)


@pytest.mark.parametrize(
    "address",
    [
        "index",
        "2021/targets/index",
        "2021/targets/JS01-1",
        "2021/units/yewu",
        "2021/catalogue",
        "2021/progress/first_half",
        "2021/progress/first_half/yewu",
        "2021/circulars/3",
        "downloads",
    ],
)
def test_hostile_words_are_shown_as_they_were_written(sites: tuple[Path, Path], address: str) -> None:
    """Each stands in the page's text, character by character; nothing of a template was evaluated."""
    text = "".join(contents((sites[1] / f"{address}.html").read_bytes()).text)
    for words in _HOSTILE:
        assert words in text


@pytest.mark.needs("chromium")
def test_a_browser_runs_none_of_it(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """Every page is opened from the disk: no hostile word has run, no other host was asked, nothing failed."""
    asked, failed = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            tmp_path, executable_path=CHROMIUM, headless=True, args=CHROMIUM_ARGUMENTS
        )
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        for path in sorted(sites[1].rglob("*.html")):
            page.goto(path.as_uri())
            assert page.evaluate("window.hit === undefined"), path.name
        browser.close()
    assert not failed
    assert {url.split("/")[0] for url in asked} <= {"file:", "data:"}


def _eventful(dossier: Dossier) -> Dossier:
    """The dossier with a catalogue, and a report of each item for the first quarter."""
    reference = edition_of(REPOSITORY).dossier.years[2019]
    report, row = reference.progress[0], reference.progress[0].rows[0]
    years = {}
    for number, year in dossier.years.items():
        quarter, state = year.plan.quarters[0].id, year.plan.states[0].id
        told = {"state": state, "cause": "原因", "remedy": "措施"}
        reports = tuple(
            report.model_copy(
                update={
                    "unit": unit.name,
                    "quarter": quarter,
                    "rows": tuple(
                        row.model_copy(update={**told, "target": item.id})
                        for item in year.items
                        if item.unit == unit.name
                    ),
                }
            )
            for unit in year.organisation.units
        )
        years[number] = replace(year, catalogue=reference.catalogue, progress=reports)
    return replace(dossier, years=years)


def _hostile(dossier: Dossier) -> Dossier:
    """The dossier with hostile words after every text."""
    years = {
        number: replace(
            year,
            plan=_spoiled(year.plan),
            organisation=_spoiled(year.organisation),
            indicators=_spoiled(year.indicators),
            circulars=_spoiled(year.circulars),
            catalogue=_spoiled(year.catalogue),
            progress=_spoiled(year.progress),
        )
        for number, year in dossier.years.items()
    }
    prose = {path: replace(one, blocks=_spoiled(one.blocks)) for path, one in dossier.prose.items()}
    return replace(dossier, bureau=_spoiled(dossier.bureau), years=years, prose=prose)


def _spoiled(value: T) -> T:
    """A value in which hostile words follow each text of a record; equal texts stay equal."""
    found: Any = value
    if isinstance(value, Record):
        changed = {name: _spoiled(getattr(value, name)) for name in type(value).model_fields}
        found = value.model_copy(update=changed)
    elif isinstance(value, tuple):
        found = tuple(_spoiled(one) for one in value)
    elif isinstance(value, Words):
        found = replace(value, text=_spoiled(value.text))
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: _spoiled(getattr(value, one.name)) for one in fields(value) if one.name not in _FORM
        }
        found = replace(value, **changed)
    elif isinstance(value, dict):
        found = {key: _spoiled(one) for key, one in value.items()}
    elif isinstance(value, str) and not _KEPT.fullmatch(value):
        found = f"{value}{''.join(_HOSTILE)}"
    return found  # type: ignore[no-any-return]  # the same kind as it was
