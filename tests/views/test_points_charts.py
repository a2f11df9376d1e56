"""The charts of points agree with the plan."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.dossier import Year
from generator.views import points_charts
from tests.conftest import REPOSITORY, SMALL_BUREAU
from tests.sites import edition_of


@pytest.fixture(params=[(REPOSITORY, 2019), (SMALL_BUREAU, 2021)], ids=["reference", "small"])
def year(request: pytest.FixtureRequest) -> Year:
    """A year of a bureau."""
    root: Path = request.param[0]
    return edition_of(root).dossier.years[request.param[1]]


def test_both_charts_add_up_to_the_points_of_the_plan(year: Year) -> None:
    """Whether by category or by unit, nothing is lost and nothing counted twice."""
    declared = Decimal(sum(category.points for category in year.plan.categories)).scaleb(-2)
    for chart in (points_charts.by_category(year), points_charts.by_unit(year)):
        assert sum(bar.amounts[0].value for bar in chart.bars) == declared


def test_units_stand_in_the_order_of_their_points_and_only_those_that_have_some(year: Year) -> None:
    """The longest bar comes first; a unit without items has no bar."""
    chart = points_charts.by_unit(year)
    values = [bar.amounts[0].value for bar in chart.bars]
    assert values == sorted(values, reverse=True)
    assert {bar.name for bar in chart.bars} == {item.unit for item in year.items}
