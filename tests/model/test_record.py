"""Records are frozen, strict, equal by what was written, and know where it was written."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import pytest
from pydantic import BaseModel, ValidationError

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model import visibility
from generator.model.bureau import Portal
from generator.model.dossier import Dossier
from generator.model.indicator import Composite
from generator.model.record import LINE, Placed, PlacedItems, Record
from generator.problem import Place
from tests.conftest import SMALL_BUREAU


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The small bureau."""
    read, _ = read_dossier(FilesOnDisk(SMALL_BUREAU))
    assert read is not None
    return read


def kinds() -> Iterator[type[Record]]:
    """Every kind of record of the model."""
    waiting = [Record]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        if kind.__module__.startswith("generator.model."):
            yield kind


@pytest.mark.parametrize("kind", sorted(set(kinds()) - {Record}, key=lambda kind: kind.__name__), ids=str)
def test_every_record_is_strict_frozen_and_explained(kind: type[Record]) -> None:
    """No record takes unknown keys, guesses a type, or can be changed; each says what it means."""
    assert (kind.model_config["strict"], kind.model_config["frozen"]) == (True, True)
    assert kind.model_config["extra"] == "forbid"
    assert inspect.getdoc(kind) not in (None, inspect.getdoc(BaseModel), inspect.getdoc(Record))
    for name, field in kind.model_fields.items():
        assert field.description, f"{kind.__name__}.{name} has no description for the handbook"


def test_a_record_cannot_be_changed(dossier: Dossier) -> None:
    """What was read is what is printed."""
    with pytest.raises(ValidationError):
        dossier.bureau.name = "另一个局"  # type: ignore[misc]  # that is what is tried


def test_numbers_that_are_not_text_are_refused() -> None:
    """A value that some loader has already made a number never reaches a record."""
    with pytest.raises(ValidationError):
        Portal.model_validate({"site_name": 2021})


def test_a_record_knows_its_places() -> None:
    """The record, its fields by key, and items of lists and mappings have places; what was not written has none."""
    mapping = Placed("data/x.yml", 3 * LINE + 5)
    mapping.add("site_name", "甲", 3 * LINE + 16)
    record = Portal.model_validate(mapping)
    assert record.place() == Place("data/x.yml", 3, 5)
    assert record.place("site_name") == Place("data/x.yml", 3, 16)
    assert record.place("site_domain") == record.place()
    items = Placed("data/x.yml", LINE + 1)
    items.add("with", PlacedItems.of(["甲", "乙"], "data/x.yml", [LINE + 8, LINE + 11]), LINE + 7)
    assert items.place(("with", 1)) == Place("data/x.yml", 1, 11)


def test_a_place_in_the_widest_file_is_exact() -> None:
    """Line and column survive in one number, to the last character of 2 MB on one line."""
    mapping = Placed("f", 2_000_000 * LINE + 2_000_000)
    assert mapping.place() == Place("f", 2_000_000, 2_000_000)


def test_records_without_a_file_have_no_place() -> None:
    """A record that the program makes itself stands nowhere, and says so without failing."""
    record = Portal.model_validate({"site_name": "甲"})
    assert record.place("site_name") == Place("", 1, 1)


def test_kinds_are_never_equal() -> None:
    """Two records with the same values but of another kind differ."""
    assert Portal.model_validate({"site_name": "甲"}) == Portal.model_validate({"site_name": "甲"})
    assert Portal.model_validate({"site_name": "甲"}) != Portal.model_validate({"site_name": "乙"})
    assert Portal.model_validate({"site_name": "甲"}) != {"site_name": "甲"}


def test_every_item_is_met_once_in_the_order_of_ids(dossier: Dossier) -> None:
    """Targets, and indicators without targets, are the assessed items, whatever the shape of the tree."""
    ids = [item.id for item in dossier.years[2021].items]
    assert ids == sorted(ids)
    assert len(ids) == len(set(ids)) == 11


def test_a_category_holds_what_all_below_it_hold(dossier: Dossier) -> None:
    """At three levels, at two and at one, the indicators of a category are those of its innermost ones."""
    year = dossier.years[2021]
    held = {category.id: [one.id for one in year.indicators_in(category)] for category in year.plan.walk()}
    assert held["archives"] == ["BL01", "BL02", "BY01", "JS01", "JS02"]
    assert held["resources"] == ["BY01", "JS01", "JS02"]
    assert held["reception"] == ["JS01", "JS02"]
    assert held["building"] == ["Z01", "Z02"]


def test_a_new_field_is_internal_until_someone_says_otherwise() -> None:
    """The public fields are named one by one; today who does the work, who fills in a form, evidence, self-given scores and who puts sheets up stay inside."""
    assert {
        "person",
        "evidence",
        "filled_by",
        "self_score",
        "posted_by",
        "taken_down_by",
    } == visibility.INTERNAL_FIELDS

    class WithNews(Composite):
        """An indicator with a field that nobody has thought about."""

        news: str = ""

    public = visibility.PUBLIC_ITEM_FIELDS | visibility.PUBLIC_INDICATOR_FIELDS
    assert set(WithNews.model_fields) - public == {"news"}
