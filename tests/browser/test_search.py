"""The search finds what people type, exactly, from a server and from a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.plugin import build_site
from generator.render.site.search import EMPTY_INDEX, INDEX
from tests.sites import edition_of

pytestmark = pytest.mark.needs("chromium")

_LEGAL_AID = "2019/units/falv-yuanzhu-zhongxin.html"

FIRST = {
    "社区矫正": "2019/units/shequ-jiaozheng.html",
    "法律援助": _LEGAL_AID,
    "援助": _LEGAL_AID,
    "调解": "2019/targets/CG11.html",
    "安溪县公证处": "2019/units/gongzheng-chu.html",
    "县法律援助中心": _LEGAL_AID,
    "普法与促进法治股": "2019/units/pufa-cujin-fazhi.html",
    "张凌智": "2019/units/shequ-jiaozheng.html",
    "林伯辉": "2019/organisation.html",
    "局长": "2019/organisation.html",
    "领导小组": "2019/organisation.html",
    "ZD01-1": "2019/targets/ZD01-1.html",
    "zd01": "2019/targets/ZD01.html",
    "ＺＤ０１": "2019/targets/ZD01.html",
    "安司〔2019〕44号": "2019/circulars/44.html",
    "安司[2019]44号": "2019/circulars/44.html",
    "安司（2019）44": "2019/circulars/44.html",
    "行政能力目标": "2019/categories/capacity.html",
    "社区 矫正": "2019/units/shequ-jiaozheng.html",
    "请不起律师": _LEGAL_AID,
    "打官司没钱怎么办": _LEGAL_AID,
    "拖欠工资": "2019/targets/ZD05-2.html",
    "家庭纠纷": "2019/targets/CG11.html",
    "第三季度": "2019/progress/q3.html",
    "下载": "downloads.html",
    "送审稿": "about.html",
}
"""What is typed, and the page that must come first."""


def test_what_people_type_brings_the_right_page_first(page: Page, served: str) -> None:
    """Words, units, people, posts, ids and document numbers in several spellings, and everyday words."""
    page.goto(f"{served}2019/targets/index.html")
    found = {query: _first(page, query).removeprefix(served) for query in FIRST}
    assert found == FIRST


def test_every_page_that_has_a_word_is_found_and_no_other(page: Page, served: str, site: Path) -> None:
    """For words of two characters and more, the number of pages equals that of the lines that contain them."""
    text = (site / INDEX).read_text("utf-8").split('"text":"')[1]
    page.goto(served)
    for word in ("援助", "矫正", "9月25日前", "翁财能", "100%", "公证"):
        lines = [line for line in text.split("\\n") if word in line.split("\\t", 2)[-1]]
        _type(page, word)
        expect(page.locator(".md-search-result__meta")).to_have_text(f"找到 {len(lines)} 页")


def test_nothing_found_is_said(page: Page, served: str) -> None:
    """In words, where a screen reader hears it."""
    page.goto(served)
    _type(page, "天上的月亮")
    expect(page.get_by_role("status")).to_have_text("没有找到，换个说法试试")


def test_the_first_result_opens_with_enter_and_shows_the_words_marked(page: Page, served: str) -> None:
    """From a page two folders down, by keyboard alone."""
    page.goto(f"{served}2019/targets/ZD01-1.html")
    page.keyboard.press("/")
    page.keyboard.insert_text("法律援助")
    marked = page.locator(".md-search-result mark")
    expect(marked.first).to_have_text("法律援助")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("安溪县法律援助中心")


def test_it_searches_from_a_disk(page: Page, site: Path) -> None:
    """Where a browser starts no worker."""
    base = f"{site.as_uri()}/"
    page.goto(f"{base}2019/targets/ZD01-1.html")
    for query in ("法律援助", "ZD02", "请不起律师"):
        assert _first(page, query) == base + FIRST.get(query, "2019/targets/ZD02.html")
    _type(page, "")
    expect(page.locator(".md-search-result__meta")).to_have_text("输入要找的词")


def test_the_index_is_fetched_only_when_something_is_looked_for(page: Page, served: str) -> None:
    """Reading a page costs next to nothing for the search."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(served)))
    page.goto(served, wait_until="networkidle")
    assert INDEX not in asked
    assert EMPTY_INDEX in asked
    _first(page, "公证")
    assert asked.count(INDEX) == 1


def test_hostile_and_rare_words_are_found_and_harmless(small: Path, tmp_path: Path, page: Page) -> None:
    """Markup in a text is shown as text among the results; characters beyond the first plane are found."""
    target = small / "data" / "2021" / "indicators" / "JS01.yml"
    text = target.read_text("utf-8")
    name = text.split("name: ")[1].split("\n")[0]
    target.write_text(text.replace(name, '"𠮷<img src=x onerror=window.hit=1>&amp;"', 1), "utf-8")
    build_site(small, edition_of(small), tmp_path / "site")
    page.goto((tmp_path / "site" / "index.html").as_uri())
    assert _first(page, "𠮷<img").endswith("2021/targets/JS01.html")
    assert (
        "𠮷<img src=x onerror=window.hit=1>&amp;" in page.locator(".md-search-result h1").first.inner_text()
    )
    assert page.evaluate("window.hit === undefined")


def _type(page: Page, query: str) -> None:
    field = page.locator(".md-search__input")
    field.click()
    field.fill(query)


def _first(page: Page, query: str) -> str:
    """The address of the first page found, once the results are those of this query."""
    page.evaluate("document.querySelector('.md-search-result__list').replaceChildren()")
    _type(page, query)
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    return first.get_attribute("href") or ""
