"""The program and its theme know nothing of the bureau whose data lies beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Dossier
from tests.conftest import REPOSITORY

PROGRAM = ("generator", "theme")
_BINARY = {".woff", ".woff2", ".otf", ".ttf", ".ttc", ".docx", ".png", ".ico", ".pyc"}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The reference bureau."""
    read, _ = read_dossier(FilesOnDisk(REPOSITORY))
    assert read is not None
    return read


def test_no_name_of_the_reference_bureau_is_in_the_program(dossier: Dossier) -> None:
    """No bureau, place, unit, person, category, circular or target of the data is written into the program."""
    known = set(names(dossier))
    assert len(known) > 200
    found = {
        f"{path.relative_to(REPOSITORY)}:{number}: {name}"
        for path in program_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for name in known
        if name in line
    }
    assert found == set()


def test_the_search_would_find_a_name(dossier: Dossier) -> None:
    """What is searched for are the names themselves, so a sentence with one of them would be found."""
    known = set(names(dossier))
    assert {"安溪", dossier.bureau.name, dossier.bureau.code, "安溪县公证处", "重点工作目标"} <= known
    assert any(name in "由安溪县司法局公证处办理" for name in known)


def names(dossier: Dossier) -> Iterator[str]:
    """Every name that belongs to the bureau alone; words of two characters that any bureau uses are not names."""
    bureau = dossier.bureau
    yield from (bureau.name, bureau.short_name, bureau.code, bureau.region, bureau.portal.site_name)
    yield from _places(bureau.region)
    for year in dossier.years.values():
        for unit in year.organisation.units:
            yield from (name for name in (unit.name, *unit.short) if name not in _ANYBODYS)
        yield from (person.name for person in year.organisation.people)
        yield from (category.name for category in year.plan.walk() if category.name not in _ANYBODYS)
        yield from (circular.number for circular in year.circulars)
        yield year.plan.title
        for indicator in year.indicators:
            yield indicator.name
            yield from (item.text for item in indicator.items)
    yield from (document.number for document in dossier.words.documents)


_ANYBODYS = {"办公室"}
"""Names that every bureau has."""


def _places(region: str) -> Iterator[str]:
    """The names of a region with and without 省, 市, 县: 福建省泉州市安溪县 is 福建, 泉州, 安溪 too."""
    name = ""
    for char in region:
        if char in "省市县区":
            yield from (name, f"{name}{char}")
            name = ""
        else:
            name += char


def program_files() -> Iterator[Path]:
    """Every text file of the program and its theme."""
    for folder in PROGRAM:
        for path in sorted((REPOSITORY / folder).rglob("*")):
            if path.is_file() and path.suffix not in _BINARY:
                yield path
