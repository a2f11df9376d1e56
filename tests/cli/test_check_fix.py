"""`zhengben check --fix` mends what needs no judgement, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.check.registry import rules
from generator.cli import zhengben
from tests.check.bureaus import BASE
from tests.conftest import REPOSITORY

INDICATOR = "data/2021/indicators"


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    """A bureau without fault, with the configuration every project has."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "site_config.yml", tmp_path)
    return tmp_path


def fix(project: Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(zhengben, ["--project", str(project), "check", "--fix"])


def prose(project: Path) -> Path:
    """The text of the bureau's circular."""
    return min((project / "content").rglob("*.md"))


CASES = [
    (
        "half-width marks",
        "为开创新局面,推动发展，具体如下:见后(一并执行)。",
        "为开创新局面，推动发展，具体如下：见后（一并执行）。",
    ),
    ("stray spaces", "设定指标 16项， 抓好落实。", "设定指标16项，抓好落实。"),
    ("full-width digits", "全年开展２１次。", "全年开展21次。"),
    ("doubled punctuation", "各单位要抓好落实。。", "各单位要抓好落实。"),
    ("straight quotes", '坚持"两手抓"。', "坚持“两手抓”。"),
    ("several on one line", "一是 抓学习,二是 抓落实,三是 抓督查。", "一是抓学习，二是抓落实，三是抓督查。"),
]


@pytest.mark.parametrize(("old", "new"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_safe_faults_of_prose_are_mended(bureau: Path, old: str, new: str) -> None:
    """The paragraph reads as it should; everything else in the file is as it was."""
    path = prose(bureau)
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{old}\n", encoding="utf-8")
    result = fix(bureau)
    assert path.read_text(encoding="utf-8") == f"{before}\n{new}\n"
    assert result.stdout == "没有发现问题。\n"


def test_values_of_the_data_are_mended_in_place(bureau: Path) -> None:
    """A value keeps its key, its quotes and its line."""
    path = min((bureau / INDICATOR).glob("*.yml"))
    line = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("source: "))
    path.write_text(
        path.read_text(encoding="utf-8").replace(line, 'source: "市局要点, 县局计划"'), encoding="utf-8"
    )
    fix(bureau)
    assert 'source: "市局要点，县局计划"' in path.read_text(encoding="utf-8").splitlines()


def test_what_needs_judgement_stays_and_is_reported(bureau: Path) -> None:
    """A doubled word may be meant, so it is only named."""
    path = prose(bureau)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n这是我们的的工作。\n", encoding="utf-8")
    before = path.read_bytes()
    assert "[doubled_word]" in fix(bureau).stdout
    assert path.read_bytes() == before


def test_line_ends_and_all_other_bytes_stay(bureau: Path) -> None:
    """A file from an editor that ends lines in its own way does not change on every line."""
    path = prose(bureau)
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before + "\r\n抓好落实,推动发展。\r\n".encode())
    fix(bureau)
    assert path.read_bytes() == before + "\r\n抓好落实，推动发展。\r\n".encode()


def test_a_second_run_finds_nothing_more(bureau: Path) -> None:
    """Once mended, the files stay as they are."""
    path = prose(bureau)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n抓好 落实,推动 发展。\n", encoding="utf-8")
    fix(bureau)
    after = path.read_bytes()
    assert "没有可以直接改好的" in fix(bureau).stderr
    assert path.read_bytes() == after


def test_an_issued_text_stays_as_issued(tmp_path: Path) -> None:
    """The reference circular's accepted flaws are not mended."""
    for folder in ("data", "content"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    shutil.copy(REPOSITORY / "site_config.yml", tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    fix(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_only_rules_with_mended_words_are_safe() -> None:
    """Some rules are safe and some are not; every safe one is about the form of the text, never its figures."""
    safe = {rule.id for rule in rules() if rule.safe}
    assert {rule.subject for rule in rules() if rule.safe} == {"text"}
    assert not safe & {"doubled_word", "prose_count", "citation_title", "unit_name", "name_variant"}
