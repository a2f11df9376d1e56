"""The handbook's examples are a bureau that works, and its list of data words is the program's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.check.run import check
from generator.compute.datawords import blocks, words
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.load.located import parse
from generator.model.dossier import Dossier
from tests.docs.pages import HANDBOOK, code, generated, named_code

_ACCEPTED = "data/2020/accepted.yml"
"""An example of a flaw that stays; the bureau of the examples has no such flaw."""

_OPEN = re.compile(r"((?:^(?:plan|units|progress))|states|shares)\.[a-z0-9_]+")
"""Where a data word has an id of the bureau's own."""


@pytest.fixture
def bureau(tmp_path: Path) -> Dossier:
    """The bureau that the examples make together."""
    for page in ("data.md", "prose.md"):
        for name, content in named_code(HANDBOOK / page).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
    whole, problems = read_dossier(FilesOnDisk(tmp_path))
    assert problems == ()
    assert whole is not None
    (tmp_path / _ACCEPTED).unlink()
    dossier, _ = read_dossier(FilesOnDisk(tmp_path))
    assert dossier is not None
    return dossier


def test_the_examples_together_pass_every_check(bureau: Dossier) -> None:
    """Who copies the examples has a bureau without a single problem."""
    assert check(bureau) == ()


@pytest.mark.parametrize("page", sorted(HANDBOOK.glob("*.md")), ids=lambda page: page.name)
def test_every_piece_of_yaml_is_written_as_the_reader_wants_it(page: Path) -> None:
    """No example shows a way of writing that the strict reader refuses."""
    for piece in code(page, "yaml"):
        _, problems = parse(piece, page.name)
        assert problems == ()


def test_the_list_of_data_words_is_complete(bureau: Dossier) -> None:
    """The words the program knows, with the ids left open, are those of the handbook's table."""
    year = bureau.years[2020]
    known = {re.sub(_OPEN, r"\1.*", word) for word in (*words(year), *blocks(year))}
    table = generated(HANDBOOK / "prose.md", "datawords")
    listed = {re.sub(r"<[^>]*>", "*", word) for word in re.findall(r"\{\{ (\S+) \}\}", table)}
    assert listed == known
