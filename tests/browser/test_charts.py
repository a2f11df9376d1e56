"""Charts as a reader sees them: whole at every width, letters never too small, one drawing at a time."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from generator.render.charts.drawing import NARROW, WIDE, drawing
from generator.views.charts import Chart
from tests.render.charts.samples import EVERY

_OUTSIDE = """() => {
  const frame = document.querySelector("svg").getBoundingClientRect();
  return [...document.querySelectorAll("svg text, svg rect, svg use")]
    .filter(one => !one.closest("defs"))
    .map(one => [one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
    .map(([words]) => words);
}"""
_OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll("svg text")].filter(one => !one.closest("defs, .zc-halo"))
    .map(one => [one.textContent, one.getBoundingClientRect()]);
  const found = [];
  boxes.forEach(([words, a], place) => boxes.slice(place + 1).forEach(([others, b]) => {
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
      found.push([words, others]);
  }));
  return found;
}"""
_SHOWN = """() => [...document.querySelectorAll(".zb-chart")].map(chart => [
  [...chart.querySelectorAll("svg")].filter(svg => svg.getBoundingClientRect().width > 0).map(svg => {
    const letters = 14 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return [svg.viewBox.baseVal.width, letters];
  }),
]).map(([drawings]) => drawings)"""


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: chart.key)
def test_nothing_stands_outside_its_drawing_or_on_other_words(page: Page, chart: Chart, width: int) -> None:
    """Names of 90 characters, 40 bars, a figure a thousand times the others: all of it in view, nothing covered."""
    page.set_content(f"<body>{drawing(chart, width)}")
    assert page.evaluate(_OUTSIDE) == []
    assert page.evaluate(_OVERLAPPING) == []


@pytest.mark.parametrize(("width", "drawn"), [(360, NARROW), (1280, WIDE)])
def test_the_drawing_that_fits_is_shown_and_its_letters_are_large_enough(
    page: Page, served: str, width: int, drawn: int
) -> None:
    """A phone gets the drawing for phones, letters of 12 px at least; a desk the wide one where there is room."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{served}index.html")
    charts = page.evaluate(_SHOWN)
    assert charts
    assert all(len(drawings) == 1 for drawings in charts)
    assert drawn in [viewed for [[viewed, _]] in charts]
    assert min(letters for [[_, letters]] in charts) >= 12


def test_high_contrast_reaches_into_the_drawing(page: Page, served: str) -> None:
    """When the reader turns colours round, words, ink and paper of a chart turn with them."""
    page.goto(f"{served}index.html")
    seen = "svg => [getComputedStyle(svg).color, getComputedStyle(svg.querySelector('text')).fill]"
    before = page.locator(".zb-chart svg:visible").first.evaluate(seen)
    page.evaluate("document.documentElement.setAttribute('data-zb-contrast', '')")
    after = page.locator(".zb-chart svg:visible").first.evaluate(seen)
    assert before[0] != after[0]
    assert after[1] == "rgb(255, 255, 255)"
