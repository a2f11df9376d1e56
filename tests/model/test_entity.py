"""Every kind of record is made of things that can be compared: nothing in the data changes unseen."""

from __future__ import annotations

import dataclasses

from generator.load.dossier import KINDS
from generator.load.single import read_record
from generator.model.dossier import Dossier, Year
from generator.model.entity import entities, entities_of
from tests.compute.edits import bureau
from tests.conftest import REPOSITORY, SMALL_BUREAU

WRITTEN = {
    "data/policy.yml": "needs:\n  - {severity: 2, needs: 办公室记录}\n",
    "data/2019/clearances/001.yml": (
        f"number: 1\nmanifest: {'0' * 64}\nreviewer: 李四\napprover: 张三\ndate: 2019-11-01\n"
    ),
    "data/privacy.yml": "allowed:\n  - {words: 张三, reason: 负责人, approver: 办公室, expires: 2021-12-31}\n",
}
"""Files that neither bureau has."""
_NUMBERS = {"year"}


def test_every_file_is_made_of_things() -> None:
    """Of whatever kind it is: a review, and git, tell what changed in it."""
    texts = {
        path.relative_to(bureau).as_posix(): path.read_bytes()
        for bureau in (REPOSITORY, SMALL_BUREAU)
        for path in (bureau / "data").rglob("*.yml")
    } | {path: text.encode() for path, text in WRITTEN.items()}
    met = set()
    for path, content in texts.items():
        read = read_record(path, content)
        assert read is not None, path
        assert list(entities_of(*read)), path
        met.add(type(read[1]))
    of_kinds = {kind for adapter in KINDS.values() for kind in _types(adapter._type)}
    assert of_kinds - met == set()


def test_every_part_of_a_dossier_is_made_of_things() -> None:
    """A part that is left away is missed: none lies beside what is compared."""
    for part in dataclasses.fields(Dossier):
        if part.name not in ("years", "prose", "pages"):
            assert getattr(bureau(), part.name) in [one.record for one in entities(bureau()).values()], (
                part.name
            )
    assert {part.name for part in dataclasses.fields(Year)} - _NUMBERS == {
        *("plan", "organisation", "indicators", "circulars", "acceptances", "catalogue", "progress", "locks"),
        *("errata", "approvals", "summaries", "publications", "clearances", "postings"),
    }  # whoever adds a part adds it to what is compared, and here


def _types(kind: object) -> list[object]:
    """The classes of a kind; an indicator is one of two."""
    parts = getattr(kind, "__args__", ()) or getattr(getattr(kind, "__value__", None), "__args__", ())
    return [inner for part in parts for inner in _types(part)] if parts else [kind]
