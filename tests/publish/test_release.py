"""What was published stays whole, wherever a build is killed; the next build succeeds."""

from __future__ import annotations

import errno
import hashlib
import itertools
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path

import pytest

from generator.problem import Level, Place, Problem
from generator.publish.manifest import Origin, origins_in
from generator.publish.release import (
    DamagedError,
    FlawedError,
    LockedError,
    UnknownReleaseError,
    complete,
    kept,
    publish,
    roll_back,
    stage,
)
from generator.publish.switch import DIST, RELEASES, OccupiedError
from generator.publish.switch import shown as name_shown
from tests.publish.faults import Fault, befalls, without_links
from tests.sites import tree

Files = Mapping[str, str]

ORIGINS = {"site": Origin("abc", {2021: "f"}), "documents": Origin("abc", {2021: "f"})}


def files(name: str) -> Files:
    """A small site with a document, that tells by its texts which one it is."""
    return {
        "site/index.html": f"home {name}",
        "site/2021/targets/A01.html": f"target {name}",
        "site/assets/site.css": "the same in all",
        "site/documents/2021/1.pdf": f"circular {name}",
    }


@pytest.fixture(params=[nullcontext, without_links], ids=["links", "folders"])
def disk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on a disk that has links, and one on a disk that has none, as a Windows share. Neither is waited for."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    with request.param():
        yield tmp_path


def release(root: Path, written: Files, origins: Mapping[str, Origin] = ORIGINS, *, keep: int = 2) -> Path:
    """Stage some files and publish them; where the release's folder is, or will be when another is shown."""
    with stage(root) as folder:
        for path, text in written.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        complete(root, folder, origins)
        return root / RELEASES / publish(root, folder, keep)


def shown(root: Path) -> dict[str, str]:
    """What dist/ shows, without the manifest, which must list exactly that."""
    content = tree(root / DIST)
    manifest = json.loads(content.pop("manifest.json"))
    assert manifest["files"] == {path: hashlib.sha256(data).hexdigest() for path, data in content.items()}
    sums = content.pop("SHA256SUMS").decode()
    assert sums == "".join(f"{manifest['files'][path]}  {path}\n" for path in sorted(content))
    return {path: data.decode() for path, data in content.items()}


def test_dist_is_a_link_to_a_release_named_by_its_digest(tmp_path: Path) -> None:
    """A release cannot be changed under its name."""
    folder = release(tmp_path, files("a"))
    assert (tmp_path / DIST).is_symlink()
    assert (tmp_path / DIST).resolve() == folder.resolve()
    assert folder.name == hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()[:16]
    assert shown(tmp_path) == files("a")


def test_the_project_can_be_moved(tmp_path: Path) -> None:
    """The link is relative."""
    (tmp_path / "here").mkdir()
    release(tmp_path / "here", files("a"))
    (tmp_path / "here").rename(tmp_path / "there")
    assert shown(tmp_path / "there") == files("a")


def test_the_same_files_are_the_same_release(disk: Path) -> None:
    """Building again without a change changes nothing."""
    assert release(disk, files("a")) == release(disk, files("a"))
    assert shown(disk) == files("a")


def test_the_last_two_releases_stay(disk: Path) -> None:
    """The release before the published one can be looked at; older ones go."""
    names = [release(disk, files(name)).name for name in "abcd"]
    assert list(kept(disk)) == [names[3], names[2]]
    assert shown(disk) == files("d")


@pytest.mark.parametrize("keep", [1, 3])
def test_as_many_releases_stay_as_are_wanted(disk: Path, keep: int) -> None:
    """More to go back to, or none but what is shown."""
    names = [release(disk, files(name), keep=keep).name for name in "abcd"]
    assert list(kept(disk)) == names[::-1][:keep]


def test_what_is_shown_is_kept_even_if_the_clock_went_back(disk: Path) -> None:
    """Releases that seem to be of tomorrow do not push out the one of today."""
    for name in "abc":
        os.utime(disk / DIST if release(disk, files(name)) else disk, (4e9, 4e9))
    newest = release(disk, files("d"), keep=1)
    assert list(kept(disk)) == [newest.name]
    assert shown(disk) == files("d")


def test_one_goes_back_to_a_release_and_forward_again(disk: Path) -> None:
    """Either is shown whole, by the beginning of its name, and the next build starts from what is shown."""
    first, second = (release(disk, files(name)).name for name in "ab")
    assert roll_back(disk, first[:8]) == first
    assert shown(disk) == files("a")
    assert list(kept(disk)) == [first, second]
    assert roll_back(disk, second) == second == roll_back(disk, second)
    assert shown(disk) == files("b")
    roll_back(disk, first)
    third = release(disk, files("c")).name
    assert list(kept(disk)) == [third, first]


def test_one_does_not_go_back_to_what_is_not_there(disk: Path) -> None:
    """An unknown name, and one that means two, change nothing."""
    for name in "ab":
        release(disk, files(name))
    for unknown in ("zz", ""):
        with pytest.raises(UnknownReleaseError):
            roll_back(disk, unknown)
    assert shown(disk) == files("b")


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda path: path.write_text("x"), lambda path: path.rename(f"{path}x")]
)
def test_one_does_not_go_back_to_a_damaged_release(disk: Path, spoil: Callable[[Path], object]) -> None:
    """A release of which a file was changed, lost or renamed is not shown again, nor one without its manifest."""
    for name in "ab":
        release(disk, files(name))
    old = list(kept(disk).values())[1]
    for spoilt in ("site/index.html", "manifest.json"):
        spoil(old / spoilt)
        with pytest.raises(DamagedError):
            roll_back(disk, old.name)
        assert shown(disk) == files("b")


def test_publishing_the_same_again_keeps_the_one_before(disk: Path) -> None:
    """A build without a change does not cost the release before it; nor does going back and forth."""
    first, second = (release(disk, files(name)) for name in "ab")
    release(disk, files("b"))
    assert first.exists()
    release(disk, files("a"))
    third = release(disk, files("c"))
    assert list(kept(disk)) == [third.name, first.name]
    assert not second.exists()


def test_what_was_not_rendered_is_carried_over(disk: Path) -> None:
    """Building the documents alone keeps the site as it was published, with its own origin, and the other way."""
    release(disk, files("a"))
    documents = {"site/documents/2021/1.pdf": "circular b"}
    release(disk, documents, {"documents": Origin("def", {2021: "g"})})
    assert shown(disk) == {**files("a"), **documents}
    assert origins_in(disk / DIST) == {
        "site": Origin("abc", {2021: "f"}),
        "documents": Origin("def", {2021: "g"}),
    }
    site = {path: text for path, text in files("c").items() if "documents" not in path}
    release(disk, site, {"site": Origin("ghi", {2021: "h"})})
    assert shown(disk) == {**site, **documents}


def test_a_page_that_is_gone_is_not_carried_over(disk: Path) -> None:
    """A page whose target was deleted does not live on."""
    release(disk, files("a"))
    fewer = {path: text for path, text in files("b").items() if "targets" not in path}
    release(disk, fewer)
    assert shown(disk) == fewer


def test_a_failure_while_rendering_changes_nothing(disk: Path) -> None:
    """What fails before it is published leaves no trace."""
    release(disk, files("a"))
    with pytest.raises(ZeroDivisionError), stage(disk) as folder:
        (folder / "site").mkdir()
        raise ZeroDivisionError
    assert shown(disk) == files("a")
    assert not list((disk / ".releases").glob("stage-*"))


def test_what_a_scan_finds_is_not_published(disk: Path) -> None:
    """The scan sees the whole, with what is carried over; dist/ stays as it was, and no trace is left."""
    release(disk, files("a"))
    seen: list[str] = []
    finding = Problem("broken_link", Level.ERROR, "链接的文件不存在", Place("dist/site/index.html"))

    def scan(folder: Path) -> tuple[Problem, ...]:
        seen.extend(tree(folder))
        return (finding,)

    with pytest.raises(FlawedError) as raised, stage(disk) as folder:
        (folder / "site/documents/2021").mkdir(parents=True)
        (folder / "site/documents/2021/1.pdf").write_text("circular b")
        complete(disk, folder, {"documents": Origin("def", {2021: "g"})}, scan)
    assert raised.value.problems == (finding,)
    assert set(seen) == set(files("a"))
    assert shown(disk) == files("a")
    assert not list((disk / ".releases").glob("stage-*"))


def test_a_second_build_is_kept_out(tmp_path: Path) -> None:
    """Of two builds of one project at once, the second is told so at once."""
    with stage(tmp_path), pytest.raises(LockedError), stage(tmp_path):
        pass


def test_a_folder_of_ones_own_is_not_replaced(disk: Path) -> None:
    """A `dist` that was not published is not taken for a release, even if something was published before."""
    (disk / DIST).mkdir()
    for moved in ("once", "twice"):
        with pytest.raises(OccupiedError):
            release(disk, files("a"))
        assert list((disk / DIST).iterdir()) == []
        (disk / DIST).rmdir()
        release(disk, files("b"))
        (disk / DIST).rename(disk / moved)
        (disk / DIST).mkdir()


def test_a_link_of_ones_own_is_not_replaced(tmp_path: Path) -> None:
    """A `dist` that leads elsewhere is not taken for a release."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / DIST).symlink_to("elsewhere")
    with pytest.raises(OccupiedError):
        release(tmp_path, files("a"))


def test_a_release_moved_to_a_disk_without_links_is_gone_on_with(tmp_path: Path) -> None:
    """Where no link can be made, `dist` is a folder, and stays one where links can be made again."""
    with without_links():
        release(tmp_path, files("a"))
    assert not (tmp_path / DIST).is_symlink()
    release(tmp_path, files("b"))
    assert not (tmp_path / DIST).is_symlink()
    assert shown(tmp_path) == files("b")


def test_a_folder_in_use_is_not_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file of `dist` is open on Windows, its folder cannot be renamed: what was shown stays, also later."""
    with without_links():
        first = release(tmp_path, files("a")).name
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == tmp_path / DIST or target == tmp_path / DIST:
            raise PermissionError(errno.EACCES, "in use")
        return rename(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refuse)
        with pytest.raises(PermissionError):
            release(tmp_path, files("b"))
    assert shown(tmp_path) == files("a")
    assert name_shown(tmp_path) == first
    release(tmp_path, files("c"))
    assert shown(tmp_path) == files("c")


def test_everything_is_on_the_disk_before_it_is_shown(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When power fails after the switch, no file of the release is lost: files first, then the names in folders,
    then the release's own name, and last the switch itself.
    """
    release(disk, files("a"))
    done: list[str] = []
    fsync, replace, rename = os.fsync, Path.replace, Path.rename

    def settled(descriptor: int) -> None:
        done.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        fsync(descriptor)

    def moved(move: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def note(path: Path, target: Path) -> Path:
            done.append(f"{path.name} > {target}")
            return move(path, target)

        return note

    monkeypatch.setattr(os, "fsync", settled)
    monkeypatch.setattr(Path, "replace", moved(replace))
    monkeypatch.setattr(Path, "rename", moved(rename))
    new = release(disk, files("b"))
    named = next(n for n, each in enumerate(done) if each.endswith(f"> {new}"))
    switched = max(n for n, each in enumerate(done) if each.endswith(f"> {disk / DIST}"))
    stage_folder = next(each for each in done if "/stage-" in each)
    stage_folder = stage_folder[: stage_folder.index("/", stage_folder.index("/stage-") + 1)]
    at = {
        path: done.index(stage_folder + path.removeprefix(str(disk / DIST)))
        for path in map(str, (disk / DIST).rglob("*"))
    }
    assert all(number < named for number in at.values())
    assert all(
        at[one] < at[other] for one in at for other in at if Path(one).is_file() and Path(other).is_dir()
    )
    assert named < done.index(str(disk / RELEASES), named) < switched
    assert str(disk) in done[switched:]


def test_killed_at_every_event_what_was_published_stays_whole(disk: Path) -> None:
    """At whichever file-system event a build dies, dist/ is the old release or the new one, whole; and any build
    after it succeeds, even of the release that was being thrown away. Where the disk has no links, dist/ may be
    missing between two renames; the next command then finishes what was begun.
    """
    begin, survived = two_releases(disk), []
    linked = (begin / DIST).is_symlink()
    for root in _until_it_lives(begin, disk, lambda root: release(root, files("c"))):
        survived.append(_shown_after_dying(root))
        with stage(root):
            assert shown(root) in ([survived[-1]] if linked else [survived[-1], files("c")])
        for name in ("d", "a", "c"):
            release(root, files(name))
            assert shown(root) == files(name)
        assert not list((root / ".releases").glob("stage-*"))
    assert len(survived) > 30
    assert survived[0] == files("b")
    assert survived[-1] == files("c")
    assert survived.count({}) == (0 if linked else 1)
    assert all(each in ({}, files("b"), files("c")) for each in survived)


def test_killed_at_every_event_while_going_back_either_release_stays_whole(disk: Path) -> None:
    """At whichever file-system event a rollback dies, dist/ is the one release or the other, whole, and known for it;
    doing it again succeeds, and so does going forward: neither release is lost.
    """
    begin, survived = two_releases(disk), []
    linked = (begin / DIST).is_symlink()
    second, first = kept(begin)
    for root in _until_it_lives(begin, disk, lambda root: roll_back(root, first)):
        survived.append(_shown_after_dying(root))
        for name, whose in ((first, "a"), (second, "b"), (first, "a")):
            assert roll_back(root, name) == name
            assert shown(root) == files(whose)
            assert set(kept(root)) == {first, second}
    assert len(survived) > 10
    assert survived[0] == files("b")
    assert survived[-1] == files("a")
    assert survived.count({}) == (0 if linked else 1)
    assert all(each in ({}, files("a"), files("b")) for each in survived)


@pytest.mark.parametrize("fault", [Fault.FULL, Fault.READ_ONLY])
def test_whenever_the_disk_fails_what_was_published_stays_whole(disk: Path, fault: Fault) -> None:
    """From whichever event on the disk takes nothing more, dist/ is the old release or the new one, whole; and once
    the disk is well again, a build succeeds.
    """
    begin, survived = two_releases(disk), []
    for root in _until_it_lives(begin, disk, lambda root: release(root, files("c")), fault):
        survived.append(_shown_when_well(root))
        release(root, files("d"))
        assert shown(root) == files("d")
    assert len(survived) > 30
    assert survived[0] == files("b")
    assert survived[-1] == files("c")
    assert all(each in (files("b"), files("c")) for each in survived)


@pytest.mark.parametrize("fault", [Fault.FULL, Fault.READ_ONLY])
def test_whenever_the_disk_fails_while_going_back_either_release_stays_whole(
    disk: Path, fault: Fault
) -> None:
    """From whichever event on the disk takes nothing more, dist/ is the one release or the other, whole; and once
    the disk is well again, going back succeeds.
    """
    begin, survived = two_releases(disk), []
    second, first = kept(begin)
    for root in _until_it_lives(begin, disk, lambda root: roll_back(root, first), fault):
        survived.append(_shown_when_well(root))
        assert roll_back(root, first) == first
        assert shown(root) == files("a")
        assert set(kept(root)) == {first, second}
    assert survived[0] == files("b")
    assert survived[-1] == files("a")
    assert all(each in (files("a"), files("b")) for each in survived)


def two_releases(folder: Path) -> Path:
    """A project in which `a` was published, and then `b`."""
    begin = folder / "begin"
    begin.mkdir()
    for name in "ab":
        release(begin, files(name))
    return begin


def _until_it_lives(
    begin: Path, folder: Path, act: Callable[[Path], object], fault: Fault = Fault.KILLED
) -> Iterator[Path]:
    """Copies of a project in which something was done, befallen at the first event, at the second …, until it comes through."""
    for number in itertools.count(1):
        root = folder / str(number)
        shutil.copytree(begin, root, symlinks=True)
        if not befalls(fault, number, lambda: act(root)):  # noqa: B023  # called at once
            return
        yield root
        shutil.rmtree(root)


def _shown_after_dying(root: Path) -> Files:
    """What dist/ shows, and is known to show, before any other command has seen to it; nothing if it is missing."""
    if not (root / DIST).exists():
        assert name_shown(root) is None
        return {}
    assert name_shown(root) in kept(root)
    return shown(root)


def _shown_when_well(root: Path) -> Files:
    """What dist/ shows. Where a folder was moved out of the way before the disk failed, it could not even be moved
    back: the next command does that.
    """
    if not (root / DIST).exists():
        with stage(root):
            return shown(root)
    return shown(root)
