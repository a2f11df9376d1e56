"""What a page weighs, what it asks for, and how it holds together on a narrow screen and on paper."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_accessibility import KINDS

pytestmark = pytest.mark.needs("chromium")

_PAGE = 60 * 1024
_FIRST_VIEW = 200 * 1024


def test_no_page_is_heavier_than_sixty_kilobytes(site: Path) -> None:
    """Without the files that all pages share."""
    heavy = {path.name: path.stat().st_size for path in site.rglob("*.html") if path.stat().st_size > _PAGE}
    assert heavy == {}


@pytest.mark.parametrize("address", ["index.html", "2019/targets/index.html"])
def test_a_first_view_on_a_phone_transfers_little_and_asks_one_host(
    browser: Browser, served: str, address: str
) -> None:
    """All bytes of an empty cache, compressed as servers do; nothing is asked of any other host, nothing is missing."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    transferred: list[float] = []
    session.on("Network.loadingFinished", lambda event: transferred.append(event["encodedDataLength"]))
    answers: dict[str, int] = {}
    page.on("response", lambda response: answers.update({response.url: response.status}))
    page.goto(served + address, wait_until="networkidle")
    context.close()
    assert 20 * 1024 < sum(transferred) <= _FIRST_VIEW
    assert {url: status for url, status in answers.items() if status != 200} == {}
    assert all(url.startswith(served) for url in answers)
    assert len(answers) <= 10


@pytest.mark.parametrize("switched", ["off", "on"])
@pytest.mark.parametrize("width", [360, 768])
def test_no_page_scrolls_sideways_and_no_text_is_small(
    browser: Browser, served: str, width: int, switched: str
) -> None:
    """On a phone and a tablet, plain and enlarged: all text is at least 16 px, its lines at least one and a half apart."""
    context = browser.new_context(viewport={"width": width, "height": 740})
    context.add_init_script(f"localStorage.setItem('zhengben-large', '{switched}')")
    page = context.new_page()
    faults = {}
    for address in KINDS:
        page.goto(served + address)
        faults[address] = page.evaluate(_MEASURE, width)
    context.close()
    assert {address: found for address, found in faults.items() if found} == {}


_MEASURE = """width => {
  const faults = new Set();
  if (document.documentElement.scrollWidth > width) faults.add(`wide: ${document.documentElement.scrollWidth}`);
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const box = text.parentElement;
    if (!text.data.trim() || !box.checkVisibility() || box.closest("svg, .zb-unseen, option, script")) continue;
    const style = getComputedStyle(box);
    if (parseFloat(style.fontSize) < 16) faults.add(`small: ${text.data.trim().slice(0, 20)} ${style.fontSize}`);
    const tight = parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.44;
    if (tight && !box.closest("h1, h2, h3, h4, b")) faults.add(`tight: ${text.data.trim().slice(0, 20)}`);
  }
  return [...faults];
}"""


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("2019/targets/index.html", ("ZD01-1", "CX04", "安司〔2019〕44号", "内容日期：20")),
        ("2019/circulars/44.html", ("安溪县司法局", "一、指导思想", "抄送：市司法局")),
        ("2019/catalogue.html", ("公开渠道", "内容日期")),
    ],
)
def test_a_page_prints_on_a4_with_its_address_and_day_and_without_menus(
    page: Page, site: Path, address: str, words: tuple[str, ...]
) -> None:
    """Portrait A4, nothing cut off at the right, page numbers, and the place where it can be read again."""
    page.goto((site / address).as_uri())
    content = page.pdf(prefer_css_page_size=True)
    with pdfplumber.open(io.BytesIO(content)) as printed:
        assert all(abs(one.width - 595) < 2 and abs(one.height - 842) < 2 for one in printed.pages)
        assert all(word["x1"] < 595 - 40 for one in printed.pages for word in one.extract_words())
        text = "".join(one.extract_text() or "" for one in printed.pages).replace("\n", "")
        assert all(address in (one.extract_text() or "") for one in printed.pages)
        text = unicodedata.normalize("NFKC", text)
    for word in (*words, address, f"共{len(printed.pages)}页"):
        assert unicodedata.normalize("NFKC", word) in text
    for idle in ("高对比", "清除条件", "跳转至"):
        assert idle not in text


def test_every_kind_of_page_prints_within_the_margins_with_its_address_and_day_at_the_foot(
    page: Page, site: Path
) -> None:
    """No table is cut off, no menu is printed, each sheet says where it came from, and the last one from when."""
    faults = {}
    for address in KINDS:
        page.goto((site / address).as_uri())
        with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
            words = [word for one in printed.pages for word in one.extract_words()]
            texts = [one.extract_text() or "" for one in printed.pages]
        faults[address] = [word["text"] for word in words if not 40 < word["x0"] <= word["x1"] < 595 - 40]
        faults[address] += [text[-80:] for text in texts if address not in text.replace("\n", "")]
        last = "".join(unicodedata.normalize("NFKC", texts[-1]).split())
        faults[address] += [] if re.search(r"数据更新到2020年1月\d+日", last) else [last[-80:]]
        faults[address] += [idle for idle in ("高对比", "清除条件", "跳转至") if idle in "".join(texts)]
    assert {address: found for address, found in faults.items() if found} == {}
