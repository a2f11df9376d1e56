"""Hand-written pages are read for their words, each where it stands in the file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import zhengben
from generator.load.page import read_page
from tests.check.bureaus import BASE
from tests.conftest import REPOSITORY

CASES = [
    ("# 关于本站", [[("关于本站", 1, 3)]]),
    ("第一行\n第二行", [[("第一行", 1, 1), ("第二行", 2, 1)]]),
    ("- **协办单位**：协助。", [[("协办单位", 1, 5), ("：协助。", 1, 11)]]),
    ("> 1. 引文里的条目", [[("引文里的条目", 1, 6)]]),
    ("见[方案](a.md)全文", [[("见", 1, 1), ("方案", 1, 3), ("全文", 1, 12)]]),
    ("见[安司[2019]44号](a.md)", [[("见", 1, 1), ("安司[2019]44号", 1, 3)]]),
    ("![图 1](a.png)", [[("图 1", 1, 3)]]),
    ("运行 `a , b` 命令", [[("运行 ", 1, 1), (" 命令", 1, 11)]]),
    ("<b>粗</b>字", [[("粗", 1, 4), ("字", 1, 9)]]),
    ("网址https://a.cn/b,c 的页", [[("网址", 1, 1), (" 的页", 1, 19)]]),
    (r"三\*号", [[("三", 1, 1), ("*", 1, 3), ("号", 1, 4)]]),
    ("| 甲 | 甲 |\n|---|---|\n| 乙 | 丙 |", [[("甲", 1, 3)], [("甲", 1, 7)], [("乙", 3, 3)], [("丙", 3, 7)]]),
    ("---\ntitle: 甲 , 乙\n---\n正文", [[("正文", 4, 1)]]),
    ("```\n代码 , 代码\n```\n\n    缩进 , 代码\n\n<div>\n网页 , 代码\n</div>", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[case[0].split("\n")[0] for case in CASES])
def test_words_stand_where_they_were_written(text: str, wanted: list[list[tuple[str, int, int]]]) -> None:
    """Markdown's own marks are no words; line and column of what is left are those of the file."""
    found = read_page(text, "content/pages/a.md").passages
    assert [[(words.text, words.place.line, words.place.column) for words in one] for one in found] == wanted


def test_a_page_is_proof_read_and_mended(tmp_path: Path) -> None:
    """What is wrong on a page is told at its place, and `--fix` mends it there."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "site_config.yml", tmp_path)
    page = tmp_path / "content" / "pages" / "about.md"
    page.parent.mkdir(parents=True)
    page.write_text("# 关于本站\n\n- 设定一级指标 16项。\n", encoding="utf-8")
    project = ["--project", str(tmp_path), "check"]
    told = CliRunner().invoke(zhengben, project).stdout
    assert "content/pages/about.md:3:9: 错误 [stray_space]" in told
    CliRunner().invoke(zhengben, [*project, "--fix"])
    assert page.read_text(encoding="utf-8") == "# 关于本站\n\n- 设定一级指标16项。\n"
