"""The manifest says what was published, from what, to the last byte."""

from __future__ import annotations

import json
from pathlib import Path

from generator.publish.manifest import NAME, Origin, manifest, origins_in

ORIGINS = {"site": Origin("abc", {2021: "f", 2020: "e"}), "documents": Origin("abc", {2021: "f"})}


def test_order_of_writing_makes_no_difference(tmp_path: Path) -> None:
    """The same files give the same bytes, in whatever order they came to be."""
    for folder, names in (("one", ("b", "a", "c")), ("other", ("c", "b", "a"))):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_text(name)
    reordered = dict(reversed(ORIGINS.items()))
    assert manifest(tmp_path / "one", ORIGINS) == manifest(tmp_path / "other", reordered)


def test_any_change_of_a_file_changes_it(tmp_path: Path) -> None:
    """One byte, a name, or a file more is seen."""
    (tmp_path / "a").write_text("a")
    found = [manifest(tmp_path, ORIGINS)]
    (tmp_path / "a").write_text("b")
    found.append(manifest(tmp_path, ORIGINS))
    (tmp_path / "a").rename(tmp_path / "b")
    found.append(manifest(tmp_path, ORIGINS))
    (tmp_path / "c").write_text("")
    found.append(manifest(tmp_path, ORIGINS))
    assert len(set(found)) == 4


def test_it_does_not_list_itself(tmp_path: Path) -> None:
    """A manifest that lies in the folder already makes no difference."""
    (tmp_path / "a").write_text("a")
    first = manifest(tmp_path, ORIGINS)
    (tmp_path / NAME).write_bytes(first)
    assert manifest(tmp_path, ORIGINS) == first
    assert set(json.loads(first)["files"]) == {"a"}


def test_origins_are_read_back(tmp_path: Path) -> None:
    """Revision and plans of each output are those that were written."""
    (tmp_path / NAME).write_bytes(manifest(tmp_path, ORIGINS))
    assert origins_in(tmp_path) == ORIGINS
