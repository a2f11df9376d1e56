"""A whole project is read at once: everything typed, or everything that is wrong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.problem import UndecidedError
from tests.conftest import SMALL_BUREAU


def test_small_bureau_is_read_whole() -> None:
    """Every committed file has its place in the dossier."""
    dossier, problems = read_dossier(FilesOnDisk(SMALL_BUREAU))
    assert problems == ()
    assert dossier is not None
    year = dossier.years[2021]
    assert [indicator.id for indicator in year.indicators] == [
        "BL01",
        "BL02",
        "BY01",
        "JS01",
        "JS02",
        "Z01",
        "Z02",
    ]
    assert len(list(year.items)) == 11
    assert [circular.number for circular in year.circulars] == ["松档〔2021〕3号"]
    assert list(dossier.prose) == ["content/2021/3/notice.md"]


def test_order_of_entries_within_a_file_does_not_matter(small: Path) -> None:
    """Ids, not lines, tell the targets apart."""
    file = small / "data/2021/indicators/JS01.yml"
    before, _ = read_dossier(FilesOnDisk(small))
    head, *targets = re.split(r"(?m)^(?=  - id)", file.read_text(encoding="utf-8"))
    file.write_text(
        "".join(sorted(head.splitlines(keepends=True)[:-1])) + "targets:\n" + "".join(targets),
        encoding="utf-8",
    )
    assert read_dossier(FilesOnDisk(small)) == (before, ())


@pytest.mark.parametrize(
    "missing",
    [
        "data/bureau.yml",
        "data/words.yml",
        "data/2021/plan.yml",
        "data/2021/organisation.yml",
        "data",
        "content",
    ],
)
def test_a_missing_file_leaves_nothing_to_decide(missing: str, small: Path) -> None:
    """Without a file or folder that every project has, nothing can be said of the rest."""
    path = small / missing
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    with pytest.raises(UndecidedError) as caught:
        read_dossier(FilesOnDisk(small))
    assert caught.value.problem.place.file == missing


@pytest.mark.parametrize(
    ("file", "was", "becomes", "place"),
    [
        ("data/2021/plan.yml", "year: 2021", "year: 2022", "data/2021/plan.yml:1:7"),
        ("data/2021/indicators/Z01.yml", "id: Z01", "id: Z02", "data/2021/indicators/Z01.yml:1:5"),
        ("data/2021/circulars/3.yml", "〕3号", "〕4号", "data/2021/circulars/3.yml:1:9"),
    ],
)
def test_a_file_says_what_its_name_says(file: str, was: str, becomes: str, place: str, small: Path) -> None:
    """A year, an id or a document number that is not that of its file's name is refused where it stands."""
    spoil(small / file, was, becomes)
    _, [problem] = read_dossier(FilesOnDisk(small))
    assert (problem.rule, str(problem.place)) == ("file_name", place)


def test_problems_of_all_files_come_at_once(small: Path) -> None:
    """A clerk mends everything in one pass: encodings, forms, types and prose."""
    (small / "data/bureau.yml").write_bytes(
        (small / "data/bureau.yml").read_text(encoding="utf-8").encode("gb18030")
    )
    spoil(small / "data/2021/plan.yml", "points: 70", "points: 七十")
    spoil(small / "data/2021/indicators/JS01.yml", "deadline: 2021-11-30", "deadline：2021-11-30")
    spoil(small / "content/2021/3/notice.md", "# 一、考核范围", "**考核范围**")
    dossier, problems = read_dossier(FilesOnDisk(small))
    assert dossier is None
    assert sorted({problem.rule for problem in problems}) == [
        "emphasis",
        "encoding",
        "full_width_colon",
        "value_form",
    ]


@pytest.mark.parametrize(
    "name", ["plan-副本.yml", "plan.yaml", "Plan.yml", "notes.txt", "plan.yml.bak", ".plan.yml.swp"]
)
def test_a_strange_file_is_not_skipped_in_silence(name: str, small: Path) -> None:
    """Whoever believes that a file has taken effect is told that it has not."""
    (small / "data/2021" / name).write_text("year: 2021\n", encoding="utf-8")
    _, problems = read_dossier(FilesOnDisk(small))
    assert "unexpected_file" in {
        problem.rule for problem in problems if problem.place.file == f"data/2021/{name}"
    }


def spoil(file: Path, was: str, becomes: str) -> None:
    """Replace a passage that must stand in the file once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(was) == 1
    file.write_text(text.replace(was, becomes), encoding="utf-8")


def test_without_any_year_there_is_nothing_to_decide(small: Path) -> None:
    """A bureau without a single year's folder cannot be checked or built."""
    shutil.rmtree(small / "data/2021")
    with pytest.raises(UndecidedError) as caught:
        read_dossier(FilesOnDisk(small))
    assert caught.value.problem.place.file == "data/<年份>/plan.yml"


@pytest.mark.parametrize("linked", ["data/bureau.yml", "data/2021/plan.yml", "data/2021/indicators/JS01.yml"])
def test_a_link_is_called_a_link_even_where_a_file_must_be(linked: str, small: Path) -> None:
    """Who put a link in a file's place is not told that the file is missing."""
    (small / linked).rename(small / "moved.yml")
    (small / linked).symlink_to(small / "moved.yml")
    try:
        problems = read_dossier(FilesOnDisk(small))[1]
    except UndecidedError as error:
        problems = (error.problem,)
    assert [(problem.rule, problem.place.file) for problem in problems] == [("symlink", linked)]
