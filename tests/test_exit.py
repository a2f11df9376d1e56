"""The way out: the pages as files, from which another engine builds the same site."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import zhengben
from generator.edition import Edition
from generator.open_data import open_data
from generator.plugin import build_site
from generator.plugin.export import exported_pages
from generator.publish.release import write
from tests.conftest import REPOSITORY
from tests.sites import broken_links, edition_of, tree


def _edition(root: Path) -> Edition:
    edition = edition_of(root)
    return replace(edition, data=open_data(edition.dossier))


def _built_elsewhere(pages: Path, folder: Path) -> None:
    """Build written pages with ProperDocs, which knows nothing of this program."""
    program = Path(sys.executable).with_name("properdocs")
    command = [program, "build", "--strict", "--quiet", "-f", pages / "mkdocs.yml", "-d", folder]
    environment = {**os.environ, "PYTHONPATH": ""}
    result = subprocess.run(command, cwd=pages, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("site_url", ["", "site_url: https://example.gov.cn/sub/\n"])
def test_another_engine_builds_the_same_site_byte_for_byte(
    small: Path, tmp_path: Path, site_url: str
) -> None:
    """Every page and every file, with an address on the web and without."""
    with (small / "site_config.yml").open("a", encoding="utf-8") as config:
        config.write(site_url)
    edition = _edition(small)
    build_site(small, edition, tmp_path / "ours")
    write(tmp_path / "pages", exported_pages(small, edition))
    _built_elsewhere(tmp_path / "pages", tmp_path / "theirs")
    ours, theirs = tree(tmp_path / "ours"), tree(tmp_path / "theirs")
    assert set(ours) == set(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_the_reference_bureau_s_pages_too(tmp_path: Path) -> None:
    """Charts, filters, circulars and tables pass through the other engine unchanged, and all links lead somewhere."""
    edition = _edition(REPOSITORY)
    build_site(REPOSITORY, edition, tmp_path / "ours")
    write(tmp_path / "pages", exported_pages(REPOSITORY, edition))
    _built_elsewhere(tmp_path / "pages", tmp_path / "theirs")
    theirs = tree(tmp_path / "theirs")
    assert tree(tmp_path / "ours") == theirs
    assert list(broken_links(theirs)) == []


def test_the_command_writes_into_an_empty_folder_only(tmp_path: Path) -> None:
    """What is already there stays as it is, with exit status 2."""
    (tmp_path / "mine.txt").write_text("mine")
    result = CliRunner().invoke(
        zhengben, ["--project", str(REPOSITORY), "pages", str(tmp_path)], standalone_mode=False
    )
    assert result.return_value == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
