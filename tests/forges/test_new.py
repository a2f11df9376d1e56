"""`zhengben new` gives a bureau a project that is sound, builds, and carries the program and the workflows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import zhengben
from generator.pipeline import read
from generator.publish.beginning import FORGES
from tests.cli.test_review import git
from tests.conftest import REPOSITORY
from tests.docs.pages import links

GIVEN = ("--name", "云湖县水利局", "--code", "云水", "--region", "云湖县", "--year", "2024")


def new(folder: Path, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(zhengben, ["new", str(folder), *GIVEN, *arguments], standalone_mode=False)


def own(root: Path, *arguments: str) -> None:
    """Run a command of the program that a project carries."""
    subprocess.run([sys.executable, "-m", "generator", *arguments], cwd=root, check=True, capture_output=True)


def test_it_is_sound_and_says_that_it_is_an_example(tmp_path: Path) -> None:
    """No problem at all; the bureau's own names stand in it, its plan is marked."""
    assert new(tmp_path / "plan").return_value == 0
    reading = read(tmp_path / "plan")
    assert reading.problems == ()
    assert reading.dossier is not None
    assert (reading.dossier.bureau.name, reading.dossier.bureau.short_name) == ("云湖县水利局", "水利局")
    year = reading.dossier.years[2024]
    assert all(indicator.sample for indicator in year.indicators)
    assert year.circulars[0].number == "云水〔2024〕1号"


def test_it_builds_by_the_program_it_carries(tmp_path: Path) -> None:
    """Its own copy of the program, started in its own folder, publishes the site."""
    root = tmp_path / "plan"
    new(root)
    (root / ".fonts").symlink_to(REPOSITORY / ".fonts")
    own(root, "build", "site")
    assert "云湖县水利局" in (root / "dist" / "site" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("forge", sorted(FORGES))
def test_it_carries_what_its_forge_acts_upon_and_no_other_s(forge: str, tmp_path: Path) -> None:
    """The workflows, the owners, the scripts they call, which can be run and are not left out by git."""
    root = tmp_path / "plan"
    new(root, "--forge", forge, "--owner", "@office")
    folder = ".gitlab-ci.yml" if forge == "gitlab" else f".{forge}"
    others = {f".{other}" for other in FORGES} | {".gitlab-ci.yml"}
    assert {path.name for path in root.iterdir()} & others == {folder}
    assert "@office" in (root / "CODEOWNERS").read_text("utf-8")
    assert "@@" not in "".join(
        path.read_text("utf-8") for path in root.rglob("*.yml") if "theme" not in path.parts
    )
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    listed = git(root, "ls-files", "--stage").splitlines()
    modes = {line.split("\t")[1]: line[:6] for line in listed}
    assert {modes[name] for name in (".ci/review", ".ci/fetch", ".ci/hooks/pre-commit")} == {"100755"}
    assert "generator/pipeline.py" in modes
    assert not [name for name in modes if "__pycache__" in name]


def test_the_handbook_that_it_carries_leads_nowhere_that_is_not_there(tmp_path: Path) -> None:
    """Every link of the carried pages is to a carried file."""
    root = tmp_path / "plan"
    new(root)
    for page in (root / "docs").rglob("*.md"):
        for link in links(page):
            if ":" not in link.partition("/")[0] and link.partition("#")[0]:
                assert (page.parent / link.partition("#")[0]).exists(), (page.name, link)


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    """Nothing that is there is overwritten."""
    (tmp_path / "mine.txt").write_text("mine")
    assert new(tmp_path).return_value == 2  # could not decide
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_project_made_by_a_project_is_the_same(tmp_path: Path) -> None:
    """What is carried is enough to begin another bureau with."""
    new(tmp_path / "one")
    own(tmp_path / "one", "new", str(tmp_path / "two"), *GIVEN)
    first, second = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "one", tmp_path / "two")
    )
    left = {path for path in first if "__pycache__" not in path.parts}
    assert {path: first[path] for path in left} == second
