"""Going back to a release: the list tells which is live, and a wrong name changes nothing."""

from __future__ import annotations

import errno
import re
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.publish.manifest import Origin
from generator.publish.release import complete, publish, stage

PUBLISHED = {"first": "1" * 40, "second": "uncommitted"}


@pytest.fixture
def names(tmp_path: Path) -> list[str]:
    """Two small releases, one after the other."""
    names = []
    for text, revision in PUBLISHED.items():
        with stage(tmp_path) as folder:
            (folder / "page.html").write_text(text)
            complete(tmp_path, folder, {"site": Origin(revision, {})})
            names.append(publish(tmp_path, folder))
    return names


def run(monkeypatch: pytest.MonkeyPatch, root: Path, *arguments: str) -> object:
    """Run the command in this process; how it left."""
    monkeypatch.setattr(sys, "argv", ["zhengben", "--project", str(root), "rollback", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code


def test_the_list_tells_which_is_live_and_changes_nothing(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Newest first, each with its name, day and source."""
    assert run(monkeypatch, tmp_path) == 0
    second, first = capsys.readouterr().out.splitlines()
    day = r"\d{4}-\d\d-\d\d \d\d:\d\d"
    assert re.fullmatch(rf"{names[1]}  {day}  送审稿  数据版本 没有提交的改动   ← 现在公布的", second)
    assert re.fullmatch(rf"{names[0]}  {day}  送审稿  数据版本 1{{12}}", first)
    assert (tmp_path / "dist/page.html").read_text() == "second"


def test_a_release_is_shown_again_and_said_to_be_live(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the beginning of its name."""
    assert run(monkeypatch, tmp_path, names[0][:6]) == 0
    (live,) = [line for line in capsys.readouterr().out.splitlines() if "现在公布的" in line]
    assert live.startswith(names[0])
    assert (tmp_path / "dist/page.html").read_text() == "first"


def test_what_cannot_be_shown_again_is_said_and_changes_nothing(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown name is answered with the known ones; a damaged release, another build, with why."""
    assert run(monkeypatch, tmp_path, "zz") == 2
    told = capsys.readouterr()
    assert "没有编号是“zz”" in told.err
    assert all(name in told.out for name in names)
    (tmp_path / ".releases" / names[0] / "page.html").write_text("forged")
    assert run(monkeypatch, tmp_path, names[0]) == 2
    assert "和发布时不一样" in capsys.readouterr().err
    with stage(tmp_path):
        assert run(monkeypatch, tmp_path, names[0]) == 75
    assert "另一个生成正在进行" in capsys.readouterr().err
    assert (tmp_path / "dist/page.html").read_text() == "second"


def test_where_nothing_was_published_the_list_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Looking creates nothing either."""
    assert run(monkeypatch, tmp_path) == 0
    assert capsys.readouterr().out == "还没有发布过。\n"
    assert not list(tmp_path.iterdir())


def test_of_a_copy_that_finds_no_room_the_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not the file that was read, which is in order."""

    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "theme/site.css", None, "stage/site.css")

    monkeypatch.setattr("generator.cli.rollback.shown", full)
    assert run(monkeypatch, tmp_path) == 2
    told = capsys.readouterr().err
    assert "（stage/site.css）" in told
    assert "已发布的内容没有改动" in told
