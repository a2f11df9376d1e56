"""Data words say what the data holds, whatever the plan declares."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.compute.datawords import blocks, words
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Year
from tests.conftest import REPOSITORY, SMALL_BUREAU


def year_of(root: Path, number: int) -> Year:
    """One year of a bureau."""
    dossier, problems = read_dossier(FilesOnDisk(root))
    assert dossier is not None, problems
    return dossier.years[number]


def test_the_reference_bureaus_words_say_what_its_circular_says() -> None:
    """The figures that the issued circular states come out of the data."""
    said = words(year_of(REPOSITORY, 2019))
    stated = {
        "plan.function.points": "80",
        "plan.function.indicators": "35",
        "plan.function.targets": "106",
        "plan.key.points": "45",
        "plan.key.targets": "45",
        "plan.capacity.indicators": "20",
        "plan.science.points": "4",
        "units.offices.count": "9",
    }
    assert {path: said[path] for path in stated} == stated
    assert said["units.institutions.names"].count("、") == 1


def test_figures_of_a_category_include_those_of_all_below_it() -> None:
    """Points, indicators and targets of an outer category are the sums of the innermost ones, at any depth."""
    said = words(year_of(SMALL_BUREAU, 2021))
    inner = ("reception", "compilation", "service")
    for figure in ("points", "indicators", "targets"):
        total = sum(float(said[f"plan.{category}.{figure}"]) for category in inner)
        assert float(said[f"plan.archives.{figure}"]) == total


def test_figures_are_counted_not_declared() -> None:
    """With one indicator gone, the words say so, although the plan still declares it."""
    year = year_of(SMALL_BUREAU, 2021)
    gone = year.indicators[0]
    fewer = replace(year, indicators=year.indicators[1:])
    category = next(one.id for one in year.plan.walk() if one.name == gone.category)
    before, after = words(year), words(fewer)
    assert int(after[f"plan.{category}.indicators"]) == int(before[f"plan.{category}.indicators"]) - 1
    lost = float(before[f"plan.{category}.points"]) - float(after[f"plan.{category}.points"])
    assert lost == gone.points / 100


def test_points_have_no_needless_zeros() -> None:
    """45.00 is 45 and 1.50 is 1.5, and ten is not 1."""
    year = year_of(SMALL_BUREAU, 2021)
    (single,) = (one for one in year.indicators if one.id == "Z01")
    category = next(one.id for one in year.plan.walk() if one.name == single.category)
    for points, said in ((4500, "45"), (150, "1.5"), (1000, "10"), (5, "0.05"), (0, "0")):
        changed = replace(year, indicators=(single.model_copy(update={"points": points}),))
        assert words(changed)[f"plan.{category}.points"] == said


def test_the_roster_is_a_word_only_where_there_is_a_leading_group() -> None:
    """A bureau without a leading group has no block to print for it."""
    assert "organisation.leading_group" in blocks(year_of(REPOSITORY, 2019))
    assert "organisation.leading_group" not in blocks(year_of(SMALL_BUREAU, 2021))
