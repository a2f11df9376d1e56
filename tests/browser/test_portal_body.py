"""An article's body, pasted into a county portal whose own styles are as unkind as they come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from generator.open_data import open_data
from generator.outputs import printed
from tests.conftest import REPOSITORY
from tests.sites import edition_of

_PORTAL = """<!doctype html><html lang="zh"><meta charset="utf-8"><style>
* { margin: 0; padding: 0; box-sizing: border-box; list-style: none; }
body { font: 12px/1 SimSun, serif; color: #333; overflow-x: hidden; }
div { position: fixed; float: left; overflow: hidden; }
.wrap { position: relative !important; float: none !important; overflow: visible !important; padding: 10px; }
p { float: left; text-indent: 0; line-height: 1; text-align: center; display: inline; margin: -5px; }
h1, h2, h3, h4, h5 { float: right; font-size: 9px; font-weight: normal; display: inline; border: 3px solid red; }
table { display: block; float: left; width: auto; border-collapse: separate; text-indent: 2em; }
caption { display: none; visibility: hidden; caption-side: bottom; }
th, td { display: block; border: 0; padding: 0; text-align: center; vertical-align: bottom; }
td { white-space: nowrap; }
.senior * { font-size: 28px !important; line-height: 1.8 !important; letter-spacing: 1px !important; }
.contrast, .contrast * { background: #000 !important; color: #ff0 !important; border-color: #ff0 !important; }
</style><body class="MODE"><div class="wrap" id="article"><h1>标题</h1>BODY</div></body></html>"""
_STYLES = """() => [...document.querySelectorAll("#article > div, #article > div *")].map(one => {
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {tag: one.tagName, display: style.display, float: style.cssFloat, position: style.position,
    size: parseFloat(style.fontSize), line: parseFloat(style.lineHeight), border: parseFloat(style.borderTopWidth),
    ink: style.color, ground: style.backgroundColor, left: box.left, right: box.right, height: box.height,
    cut: one.scrollWidth > one.clientWidth + 1 && style.overflowX !== "visible"};
})"""
_KINDS = {
    "DIV": "block",
    "P": "block",
    "H2": "block",
    "H3": "block",
    "TABLE": "table",
    "CAPTION": "table-caption",
}
_KINDS |= {"TR": "table-row", "TH": "table-cell", "TD": "table-cell", "TBODY": "table-row-group"}


@pytest.fixture(scope="module")
def bodies() -> Mapping[str, str]:
    """The reference bureau's articles, by their folders."""
    edition = edition_of(REPOSITORY)
    files, _ = printed(REPOSITORY, replace(edition, data=open_data(edition.dossier)), ("portal",))
    return {
        address.split("/")[1]: content.decode()
        for address, content in files.items()
        if address.endswith("body.html")
    }


@pytest.mark.parametrize("mode", ["", "senior", "contrast", "senior contrast"])
@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("article", ["2019-44", "2019-targets", "2019-q3"])
def test_it_stands_as_it_should_whatever_the_portal_s_styles_say(
    page: Page, bodies: Mapping[str, str], article: str, width: int, mode: str
) -> None:
    """Blocks are blocks, tables tables, nothing floats, is cut off or leaves the column; captions show."""
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(_PORTAL.replace("MODE", mode).replace("BODY", bodies[article]))
    seen = page.evaluate(_STYLES)
    assert {one["tag"] for one in seen} >= {"DIV", "P", "TABLE", "CAPTION", "TH", "TD"}
    for one in seen:
        assert one["display"] == _KINDS.get(one["tag"], one["display"]), one
        assert (one["float"], one["position"]) == ("none", "static"), one
        assert not one["cut"], one
        assert one["height"] > 0, one
        assert one["left"] >= 0, one
        assert one["right"] <= width, one
    assert all(one["border"] >= 1 for one in seen if one["tag"] in {"TABLE", "TH", "TD"})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("article", ["2019-44", "2019-targets", "2019-q3"])
def test_large_type_and_contrast_reach_every_word(
    page: Page, bodies: Mapping[str, str], article: str
) -> None:
    """No element keeps a size or a colour of its own when the reader turns the portal's modes on."""
    page.set_content(_PORTAL.replace("MODE", "senior contrast").replace("BODY", bodies[article]))
    seen = page.evaluate(_STYLES)
    assert {one["size"] for one in seen} == {28}
    assert {(one["ink"], one["ground"]) for one in seen} == {("rgb(255, 255, 0)", "rgb(0, 0, 0)")}
    assert min(one["line"] for one in seen) >= 1.5 * 28


def test_lines_are_never_tighter_than_the_rules_for_readability_ask(
    page: Page, bodies: Mapping[str, str]
) -> None:
    """Text keeps 1.5 times its size even where the portal asks for less."""
    page.set_content(_PORTAL.replace("MODE", "").replace("BODY", bodies["2019-44"]))
    assert all(one["line"] >= 1.5 * one["size"] for one in page.evaluate(_STYLES))
