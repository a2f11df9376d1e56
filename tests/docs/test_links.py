"""Every link of the documentation leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.docs.pages import anchors, links, pages


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_relative_links_and_anchors_lead_somewhere(page: Path) -> None:
    """Files exist, and headings have the anchors that are linked to."""
    broken = []
    for link in links(page):
        if ":" in link.partition("/")[0]:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_the_handbook_s_index_lists_every_page() -> None:
    """A clerk finds each page from the index, and each chapter of the handbook is in it."""
    index = REPOSITORY / "docs" / "README.md"
    linked = {(index.parent / link.partition("#")[0]).resolve() for link in links(index)}
    wanted = {*(REPOSITORY / "docs" / "handbook").glob("*.md"), *(REPOSITORY / "docs").glob("*.md")} - {index}
    assert not wanted - linked


def test_pictures_are_small() -> None:
    """A clone stays light: each picture of the documentation has at most 150 kB, and a page shows it."""
    pictures = set((REPOSITORY / "docs" / "pictures").glob("*"))
    assert not [picture for picture in pictures if picture.stat().st_size > 150_000]
    shown = {(page.parent / link).resolve() for page in pages() for link in links(page)}
    assert pictures <= shown
