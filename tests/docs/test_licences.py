"""The list of third-party licences is that of the pinned runtime dependencies and of the fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement

from generator.load.fonts import read_font_list
from tests.conftest import REPOSITORY
from tests.docs.pages import generated, rewrite

_PAGE = REPOSITORY / "docs" / "licences.md"
_NAMES = {"Apache Software License": "Apache-2.0", "BSD License": "BSD", "MIT License": "MIT"}
_NAMES |= {"Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0"}


def test_every_runtime_dependency_is_listed_with_its_licence(*, accept: bool) -> None:
    """The committed table is that of what is installed; `--accept` rewrites it."""
    rows = sorted(f"| {name} | {_licence(name)} |" for name in _dependencies("zhengben", set()))
    table = "\n".join(["| library | licence |", "| --- | --- |", *rows, ""])
    if accept:
        rewrite(_PAGE, "licences", table)
    assert generated(_PAGE, "licences") == table


def test_no_dependency_would_bind_a_bureau_s_own_program() -> None:
    """No GPL or AGPL among the libraries."""
    assert not re.search(r"\bA?GPL", generated(_PAGE, "licences"))


def test_every_default_font_is_listed() -> None:
    """Each font file that is fetched stands in the table of fonts."""
    text = _PAGE.read_text("utf-8")
    assert not [font.file for font in read_font_list(REPOSITORY) if font.file not in text]


def _dependencies(name: str, met: set[str]) -> Iterator[str]:
    """What a package needs to run, and what that needs, without the package itself."""
    for text in metadata.requires(name) or ():
        requirement = Requirement(text)
        key = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if key in met or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        met.add(key)
        yield key
        yield from _dependencies(key, met)


def _licence(name: str) -> str:
    """What a package's metadata says of its licence: the expression, the classifier, or its own word."""
    fields = metadata.metadata(name)
    classifiers = [
        one.split(" :: ")[-1] for one in fields.get_all("Classifier") or () if one.startswith("License")
    ]
    said = fields.get("License-Expression") or fields.get("License") or ""
    if said in ("", "UNKNOWN") or said in _NAMES:
        said = " AND ".join(_NAMES.get(one, one) for one in classifiers)
    assert 0 < len(said) < 60, f"{name} does not say its licence: {said[:80]!r}"
    return said
