"""The public edition holds every fact except those that stay inside the bureau."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compute.public import NoDefaultError, public_dossier
from generator.model import visibility
from generator.model.dossier import Dossier
from generator.model.visibility import INTERNAL_FIELDS
from generator.pipeline import read
from tests.conftest import REPOSITORY, SMALL_BUREAU


@pytest.fixture(params=[REPOSITORY, SMALL_BUREAU], ids=["reference", "small"])
def dossier(request: pytest.FixtureRequest) -> Dossier:
    """The dossier of a bureau, whatever its check says."""
    root: Path = request.param
    found = read(root).dossier
    assert found is not None
    return found


def test_no_internal_value_is_left(dossier: Dossier) -> None:
    """直接责任人 and evidence are there before and gone after, in targets and in indicators alike."""
    for number, year in dossier.years.items():
        items = tuple(year.items)
        assert [item.id for item in items if item.person or item.evidence]
        public = public_dossier(dossier).years[number]
        records = (*public.items, *public.indicators)
        left = [(one.id, name) for one in records for name in INTERNAL_FIELDS if getattr(one, name, None)]
        assert left == []


def test_nothing_else_is_lost(dossier: Dossier) -> None:
    """Every public field of every item and indicator is what it was; so is all the rest of the dossier."""
    public = public_dossier(dossier)
    assert (public.bureau, public.words, public.prose) == (dossier.bureau, dossier.words, dossier.prose)
    for number, year in dossier.years.items():
        shown = public.years[number]
        assert (shown.plan, shown.organisation, shown.circulars) == (
            year.plan,
            year.organisation,
            year.circulars,
        )
        pairs = (
            *zip(year.items, shown.items, strict=True),
            *zip(year.indicators, shown.indicators, strict=True),
        )
        for inside, outside in pairs:
            assert type(inside) is type(outside)
            kept = set(type(inside).model_fields) - INTERNAL_FIELDS - {"targets"}
            assert all(getattr(inside, name) == getattr(outside, name) for name in kept)
            assert inside.place("text") == outside.place("text")


def test_an_internal_field_that_must_be_there_is_our_own_mistake(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A required field cannot be emptied, so the model may not declare one internal."""
    monkeypatch.setattr("generator.compute.public.INTERNAL_FIELDS", visibility.INTERNAL_FIELDS | {"leader"})
    from generator.compute import public  # noqa: PLC0415  # its cache holds the answers of other tests

    public._defaults.cache_clear()
    with pytest.raises(NoDefaultError, match="leader"):
        public_dossier(dossier)
    public._defaults.cache_clear()
