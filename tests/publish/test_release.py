"""What was published stays whole, wherever a build is killed; the next build succeeds."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.publish.manifest import Origin, origins_in
from generator.publish.release import DIST, LockedError, OccupiedError, publish, stage
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


def release(root: Path, written: Files, origins: Mapping[str, Origin] = ORIGINS) -> Path:
    """Stage some files and publish them."""
    with stage(root) as folder:
        for path, text in written.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        return publish(root, folder, origins)


def shown(root: Path) -> dict[str, str]:
    """What dist/ shows, without the manifest, which must list exactly that."""
    content = tree(root / DIST)
    manifest = json.loads(content.pop("manifest.json"))
    assert manifest["files"] == {path: hashlib.sha256(data).hexdigest() for path, data in content.items()}
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


def test_the_same_files_are_the_same_release(tmp_path: Path) -> None:
    """Building again without a change changes nothing."""
    assert release(tmp_path, files("a")) == release(tmp_path, files("a"))
    assert shown(tmp_path) == files("a")


def test_the_last_two_releases_stay(tmp_path: Path) -> None:
    """The release before the published one can be looked at; older ones go."""
    folders = [release(tmp_path, files(name)) for name in "abcd"]
    assert [folder.exists() for folder in folders] == [False, False, True, True]
    assert shown(tmp_path) == files("d")


def test_publishing_the_same_again_keeps_the_one_before(tmp_path: Path) -> None:
    """A build without a change does not cost the release before it; nor does going back and forth."""
    first, second = (release(tmp_path, files(name)) for name in "ab")
    release(tmp_path, files("b"))
    assert first.exists()
    release(tmp_path, files("a"))
    third = release(tmp_path, files("c"))
    assert [folder.exists() for folder in (first, second, third)] == [True, False, True]


def test_what_was_not_rendered_is_carried_over(tmp_path: Path) -> None:
    """Building the documents alone keeps the site as it was published, with its own origin, and the other way."""
    release(tmp_path, files("a"))
    documents = {"site/documents/2021/1.pdf": "circular b"}
    release(tmp_path, documents, {"documents": Origin("def", {2021: "g"})})
    assert shown(tmp_path) == {**files("a"), **documents}
    assert origins_in(tmp_path / DIST) == {
        "site": Origin("abc", {2021: "f"}),
        "documents": Origin("def", {2021: "g"}),
    }
    site = {path: text for path, text in files("c").items() if "documents" not in path}
    release(tmp_path, site, {"site": Origin("ghi", {2021: "h"})})
    assert shown(tmp_path) == {**site, **documents}


def test_a_page_that_is_gone_is_not_carried_over(tmp_path: Path) -> None:
    """A page whose target was deleted does not live on."""
    release(tmp_path, files("a"))
    fewer = {path: text for path, text in files("b").items() if "targets" not in path}
    release(tmp_path, fewer)
    assert shown(tmp_path) == fewer


def test_a_failure_while_rendering_changes_nothing(tmp_path: Path) -> None:
    """What fails before it is published leaves no trace."""
    release(tmp_path, files("a"))
    with pytest.raises(ZeroDivisionError), stage(tmp_path) as folder:
        (folder / "site").mkdir()
        raise ZeroDivisionError
    assert shown(tmp_path) == files("a")
    assert not list((tmp_path / ".releases").glob("stage-*"))


def test_a_second_build_is_kept_out(tmp_path: Path) -> None:
    """Of two builds of one project at once, the second is told so at once."""
    with stage(tmp_path), pytest.raises(LockedError), stage(tmp_path):
        pass


def test_a_folder_of_ones_own_is_not_replaced(tmp_path: Path) -> None:
    """A `dist` that was not published is not taken for a release."""
    (tmp_path / DIST).mkdir()
    with pytest.raises(OccupiedError):
        release(tmp_path, files("a"))
    assert list((tmp_path / DIST).iterdir()) == []


def test_killed_at_every_event_what_was_published_stays_whole(tmp_path: Path) -> None:
    """At whichever file-system event a build dies, dist/ is the old release or the new one, whole; and any build
    after it succeeds, even of the release that was being thrown away.
    """
    begin = tmp_path / "begin"
    begin.mkdir()
    release(begin, files("a"))
    release(begin, files("b"))
    survived = []
    for number in _until_it_lives(begin, tmp_path):
        root = tmp_path / str(number)
        survived.append(shown(root))
        assert survived[-1] in (files("b"), files("c"))
        for name in ("d", "a", "c"):
            release(root, files(name))
            assert shown(root) == files(name)
        assert not list((root / ".releases").glob("stage-*"))
        shutil.rmtree(root)
    assert len(survived) > 30
    assert survived[0] == files("b")
    assert survived[-1] == files("c")


def _until_it_lives(begin: Path, folder: Path) -> Iterator[int]:
    """Publish `c` over and over, killed at the first event, at the second …, until it comes through."""
    number = 0
    while True:
        number += 1
        root = folder / str(number)
        shutil.copytree(begin, root, symlinks=True)
        if _killed_at(number, root):
            yield number
        else:
            return


_EVENTS = ("open", "os.", "shutil.")


def _killed_at(number: int, root: Path) -> bool:
    """Publish `c` in a process that dies before its n-th file-system event; whether it died."""
    child = os.fork()
    if child == 0:
        left = number

        def count(event: str, _: tuple[object, ...]) -> None:
            nonlocal left
            if event.startswith(_EVENTS):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            release(root, files("c"))
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
