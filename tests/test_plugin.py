"""The site as MkDocs and Material make it: complete, equal in every way, closed to the outside, safe."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.compute.bulletins import bulletins, past_bulletins
from generator.plugin import build_site
from generator.problem import UndecidedError
from generator.publish.manifest import Origin
from generator.publish.release import complete, publish, stage, write
from tests.conftest import REPOSITORY
from tests.sites import broken_links, contents, edition_of, tree

_OUTSIDE = re.compile(rb"https?://(?!www\.w3\.org/)[\w.-]+\.\w+")
_COMMENT = re.compile(rb"/\*.*?\*/|!--.*?--", re.DOTALL)


@pytest.fixture(scope="module")
def reference_site(site: Path) -> dict[str, bytes]:
    """The files of the reference bureau's site."""
    return tree(site)


def test_there_is_a_page_for_each_thing(reference_site: dict[str, bytes]) -> None:
    """Home, year, table, organisation, files, downloads, every item, category, unit, quarter and bulletin, the lost page."""
    dossier = edition_of(REPOSITORY).dossier
    year = dossier.years[2019]
    wanted = {f"{name}.html" for name in ("index", "downloads", "archive", "making", "about", "404")}
    wanted |= {"2019/catalogue.html", "2019/changes.html", "2019/deadlines.html"}
    wanted |= {f"2019/{name}.html" for name in ("index", "organisation", "targets/index", "circulars/index")}
    wanted |= {f"2019/targets/{one.id}.html" for one in (*year.indicators, *year.items)}
    wanted |= {f"2019/categories/{category.id}.html" for category in year.plan.walk()}
    wanted |= {f"2019/units/{unit.slug}.html" for unit in year.organisation.units}
    wanted |= {"2019/circulars/44.html", "2019/circulars/60.html", "2019/progress/index.html"}
    units = {year.units[item.unit].slug for item in year.items}
    for quarter in year.plan.quarters:
        wanted |= {f"2019/progress/{quarter.id}.html"}
        wanted |= {f"2019/progress/{quarter.id}/{slug}.html" for slug in units}
    posted = (*bulletins(dossier, 2019), *past_bulletins(dossier, 2019))
    wanted |= {"2019/boards/index.html", *(f"2019/boards/{one.key}-{one.digest}.html" for one in posted)}
    assert {address for address in reference_site if address.endswith(".html")} == wanted


@pytest.mark.parametrize("draft", [True, False])
def test_only_a_draft_says_that_it_is_one(small: Path, tmp_path: Path, *, draft: bool) -> None:
    """送审稿 stands on every framed page of a draft and on none of a release."""
    build_site(small, edition_of(small, draft=draft), tmp_path / "site")
    pages = {name: file for name, file in tree(tmp_path / "site").items() if name.endswith(".html")}
    del pages["404.html"]
    said = {name for name, file in pages.items() if "送审稿：".encode() in file}
    assert said == (set(pages) if draft else set())


def test_every_link_and_anchor_leads_somewhere(reference_site: dict[str, bytes]) -> None:
    """All links are relative, so the site works from a disk and under a sub-path, and none is dead."""
    assert list(broken_links(reference_site)) == []


def test_no_file_names_another_host(reference_site: dict[str, bytes]) -> None:
    """Not even the theme's script: only licence notes in comments and names of standards are left."""
    for address, file in reference_site.items():
        if not address.endswith((".png", ".pdf")):
            assert _OUTSIDE.findall(_COMMENT.sub(b"", file)) == [], address


def test_the_theme_s_own_search_and_source_maps_are_left_out(reference_site: dict[str, bytes]) -> None:
    """Nothing is shipped that no page uses."""
    assert not [name for name in reference_site if name.endswith(".map") or "lunr" in name]
    searching = {name for name in reference_site if "search" in name}
    assert searching == {"assets/search.js", "search/search_index.js", "search/search_index.json"}


@pytest.mark.parametrize("site_url", ["", "site_url: https://example.gov.cn/sub/\n"])
def test_a_page_poured_into_a_frame_is_the_page_mkdocs_would_render(
    reference: Path, tmp_path: Path, site_url: str
) -> None:
    """Every page of the reference bureau, byte for byte, with a web address and without."""
    config = (reference / "site_config.yml").read_text("utf-8") + site_url
    (reference / "site_config.yml").write_text(config, "utf-8")
    build_site(reference, edition_of(reference), tmp_path / "poured")
    whole = config.replace("  - zhengben\n", "  - zhengben:\n      frame: false\n")
    assert whole != config
    (reference / "site_config.yml").write_text(whole, "utf-8")
    build_site(reference, edition_of(reference), tmp_path / "whole")
    assert tree(tmp_path / "poured") == tree(tmp_path / "whole")


def test_a_web_address_gives_canonical_links_and_a_sitemap_dated_by_the_data(
    small: Path, tmp_path: Path
) -> None:
    """The sitemap lists every page with the newest day in the data, not with today's."""
    with (small / "site_config.yml").open("a", encoding="utf-8") as config:
        config.write("site_url: https://example.gov.cn/sub/\n")
    build_site(small, edition_of(small), tmp_path / "site")
    files = tree(tmp_path / "site")
    sitemap = files["sitemap.xml"].decode()
    pages = {name for name in files if name.endswith(".html")} - {"404.html"}
    assert set(re.findall("<loc>https://example.gov.cn/sub/(.*?)</loc>", sitemap)) == pages
    newest = max(one.date for one in edition_of(small).dossier.years[2021].circulars)
    assert set(re.findall("<lastmod>(.*?)</lastmod>", sitemap)) == {newest.isoformat()}
    for name in pages:
        address = "" if name == "index.html" else name
        assert re.search(
            f'<link rel="canonical" href="https://example.gov.cn/sub/({name}|{address})">'.encode(),
            files[name],
        )


def test_mkdocs_alone_builds_the_same_site(small: Path, tmp_path: Path) -> None:
    """`mkdocs build -f site_config.yml` reads the project itself and writes what `zhengben build` would."""
    from generator.pipeline import prepare  # noqa: PLC0415  # beside the one test that prints documents

    edition, problems = prepare(small, "uncommitted")
    assert edition is not None, problems
    build_site(small, edition, tmp_path / "site")
    _mkdocs("build", "-f", str(small / "site_config.yml"))
    assert tree(small / "build" / "site") == tree(tmp_path / "site")


def test_mkdocs_alone_says_what_is_wrong_and_leaves_the_last_site(small: Path) -> None:
    """A broken file is named with its line in the terminal; nothing is wiped, and there is no traceback."""
    _mkdocs("build", "-f", str(small / "site_config.yml"))
    before = tree(small / "build" / "site")
    _spoil(small)
    result = _mkdocs("build", "-f", str(small / "site_config.yml"), check=False)
    assert result.returncode == 1
    assert "data/2021/plan.yml:" in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(small / "build" / "site") == before


def test_mkdocs_never_writes_to_what_is_published(small: Path) -> None:
    """Whoever names dist/ or a folder in it as MkDocs' own is refused before MkDocs empties that folder."""
    with stage(small) as folder:
        write(folder, {"site/index.html": b"published"})
        complete(small, folder, {"site": Origin("abc", {})})
        publish(small, folder)
    for live in ("dist", "dist/site"):
        result = _mkdocs("build", "-f", str(small / "site_config.yml"), "-d", str(small / live), check=False)
        assert result.returncode == 1
        assert "已经发布的" in result.stderr
    assert (small / "dist/site/index.html").read_bytes() == b"published"


def test_years_stand_side_by_side(small: Path, tmp_path: Path) -> None:
    """The newest year is the front page and the menu; an older one is reached from there, whole, and not lost."""
    edition = edition_of(small)
    newest = edition.dossier.years[2021]
    years = {2021: newest, 2020: replace(newest, year=2020), 2019: replace(newest, year=2019)}
    build_site(small, replace(edition, dossier=replace(edition.dossier, years=years)), tmp_path / "site")
    files = tree(tmp_path / "site")
    assert list(broken_links(files)) == []
    addresses = {name.partition("/")[2] for name in files if name.startswith("2021/")}
    assert all({f"{year}/{address}" for address in addresses} <= set(files) for year in (2019, 2020))
    front = contents(files["index.html"])
    assert {"2020/index.html", "2019/index.html"} <= set(front.links)
    older = contents(files["2020/targets/JS01-1.html"])
    assert "../../2021/targets/index.html" in older.links
    assert "index.html" in older.links


@pytest.mark.parametrize(
    ("spoil", "place", "words"),
    [
        ({"site_config.yml": "theme: ["}, "site_config.yml:1:1", "网站没有生成"),
        ({"site_config.yml": "site_name: 甲\ndocs_dir: content/pages\n"}, "site_config.yml:1:1", "zhengben"),
        ({"theme/site/target.html.j2": "<p>\n{{ view.none }}"}, "theme/site/target.html.j2:2:1", "模板有误"),
        ({"theme/site/target.html.j2": "<p>\n\n{% if %}"}, "theme/site/target.html.j2:3:1", "模板有误"),
        (
            {"theme/frame/main.html": "{% extends 'base.html' %}\n{% block %}"},
            "theme/frame/main.html:2:1",
            "模板有误",
        ),
        ({"content/pages/index.md": "# 首页"}, "site_config.yml:1:1", "重名"),
    ],
)
def test_a_broken_project_is_one_problem_with_its_place(
    small: Path, tmp_path: Path, spoil: dict[str, str], place: str, words: str
) -> None:
    """Configuration, templates and pages that cannot be used are told as such, at their line."""
    edition = edition_of(small)
    _own_theme(small)
    for path, text in spoil.items():
        (small / path).write_text(text, "utf-8")
    with pytest.raises(UndecidedError) as raised:
        build_site(small, edition, tmp_path / "site")
    assert str(raised.value.problem.place) == place
    assert words in raised.value.problem.message


def test_a_link_among_the_hand_written_pages_is_refused(small: Path, tmp_path: Path) -> None:
    """MkDocs would follow it and publish what it points to."""
    (small / "content" / "pages" / "etc").symlink_to("/etc")
    with pytest.raises(UndecidedError, match="链接"):
        build_site(small, edition_of(small), tmp_path / "site")


def test_hand_written_pages_cannot_carry_anything_that_runs(small: Path, tmp_path: Path) -> None:
    """Markup is shown as text, in titles too; a `javascript:` link loses its address."""
    page = (
        "---\ntitle: </title><script>alert(1)</script>\ndescription: '\"><script>alert(2)</script>'\n---\n"
        "# 标题 <script>alert(3)</script>\n\n<img src=x onerror=alert(4)>\n\n<div onclick='alert(5)'>块</div>\n\n"
        "[点](javascript:alert(6)) [外](https://example.com/) <script>alert(7)</script>\n"
    )
    (small / "content" / "pages" / "guide.md").write_text("# 查档指南\n", "utf-8")
    build_site(small, edition_of(small), tmp_path / "clean")
    (small / "content" / "pages" / "guide.md").write_text(page, "utf-8")
    build_site(small, edition_of(small), tmp_path / "hostile")
    clean, hostile = (
        contents((tmp_path / name / "guide.html").read_bytes()) for name in ("clean", "hostile")
    )
    assert hostile.tags["script"] == clean.tags["script"]
    assert hostile.handlers == clean.handlers
    assert not [link for link in hostile.links if link.startswith("javascript")]
    assert "https://example.com/" in hostile.links
    assert "<img src=x onerror=alert(4)>" in "".join(hostile.text)


def _mkdocs(*arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, check=check, capture_output=True, text=True, env=environment)


def _spoil(root: Path) -> None:
    """Write points that are no number."""
    plan = root / "data" / "2021" / "plan.yml"
    plan.write_text(plan.read_text("utf-8").replace("points: 70", "points: x"), "utf-8")


def _own_theme(root: Path) -> None:
    """Put a copy of the theme in the place of the link to it, for a test to spoil."""
    (root / "theme").unlink()
    for part in ("site", "frame", "style"):
        shutil.copytree(REPOSITORY / "theme" / part, root / "theme" / part)
