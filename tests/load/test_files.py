"""The files of a project: links are not followed, and what cannot be read is said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.load.files import FilesOnDisk
from generator.problem import UndecidedError


def test_files_are_listed_in_one_order(tmp_path: Path) -> None:
    """Every computer reads the files in the same order, whatever its disk says."""
    for name in ("b/2.yml", "a.yml", "b/10.yml", "B.yml"):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_text("")
    files = FilesOnDisk(tmp_path)
    assert files.below("data") == ("data/B.yml", "data/a.yml", "data/b/10.yml", "data/b/2.yml")
    assert files.problems == ()


def test_nothing_behind_a_link_is_read(tmp_path: Path) -> None:
    """A link in the data folder is refused, whether it leads to a file, a folder or itself."""
    (tmp_path / "data").mkdir()
    for name, aim in (
        ("file", "/etc/hostname"),
        ("folder", "/etc"),
        ("loop", "loop"),
        ("dangling", "nowhere"),
    ):
        (tmp_path / "data" / name).symlink_to(aim)
    files = FilesOnDisk(tmp_path)
    assert files.below("data") == ()
    assert [problem.rule for problem in files.problems] == ["symlink"] * 4


def test_a_linked_folder_leaves_nothing_to_decide(tmp_path: Path) -> None:
    """When the data folder itself is a link, nothing is read."""
    (tmp_path / "data").symlink_to("/etc")
    with pytest.raises(UndecidedError) as caught:
        FilesOnDisk(tmp_path).below("data")
    assert caught.value.problem.rule == "symlink"


def test_a_linked_file_is_not_read_by_name(tmp_path: Path) -> None:
    """Nor is a single file that is a link."""
    (tmp_path / "site_config.yml").symlink_to("/etc/hostname")
    with pytest.raises(UndecidedError) as caught:
        FilesOnDisk(tmp_path).read("site_config.yml")
    assert caught.value.problem.rule == "symlink"


@pytest.mark.parametrize(
    ("path", "said"),
    [("data/none.yml", "没有这个文件"), ("data", "这是文件夹"), ("data/a.yml/b.yml", "这不是文件夹")],
)
def test_what_cannot_be_read_is_named(path: str, said: str, tmp_path: Path) -> None:
    """A file that is missing, a folder, or below a file is named with the reason."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text("")
    with pytest.raises(UndecidedError) as caught:
        FilesOnDisk(tmp_path).read(path)
    assert caught.value.problem.place.file == path
    assert said in caught.value.problem.message


@pytest.mark.parametrize("instead", ["nothing", "a file"])
def test_a_missing_folder_is_named(instead: str, tmp_path: Path) -> None:
    """A data folder that is missing, or is a file, leaves nothing to decide."""
    if instead == "a file":
        (tmp_path / "data").touch()
    with pytest.raises(UndecidedError) as caught:
        FilesOnDisk(tmp_path).below("data")
    assert caught.value.problem.rule == "unreadable"
    assert caught.value.problem.place.file == "data"


@pytest.mark.needs("setpriv")  # to give up root's right to read all
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    """A folder inside data/ that may not be read is named, not its parent, and nothing raises."""
    closed = tmp_path / "data" / "2021"
    closed.mkdir(parents=True)
    closed.chmod(0)
    program = (
        "from pathlib import Path; from generator.load.files import FilesOnDisk\n"
        "from generator.problem import UndecidedError\n"
        "try: FilesOnDisk(Path()).below('data')\n"
        "except UndecidedError as error: print(error.problem.place.file, error.problem.message)\n"
    )
    told = subprocess.run(
        [*without_rights(), sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    closed.chmod(0o700)
    assert told == "data/2021 data/2021 读不了：没有权限读取\n"


def without_rights() -> tuple[str, ...]:
    """A command that runs another without root's right to read what it may not."""
    return (
        "setpriv",
        "--bounding-set=-dac_override,-dac_read_search",
        "--inh-caps=-dac_override,-dac_read_search",
    )
