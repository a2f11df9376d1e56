"""Prose ready to print: data words are words, the roster is in lines, headings know their depth."""

from __future__ import annotations

import pytest

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model import prose as source
from generator.model.dossier import Year
from generator.model.organisation import LeadingGroup, Office, Person
from generator.views.prose import Heading, Paragraph, Roster, RosterLine, Table, blocks
from tests.conftest import SMALL_BUREAU


@pytest.fixture(scope="module")
def year() -> Year:
    """The small bureau's year."""
    dossier, problems = read_dossier(FilesOnDisk(SMALL_BUREAU))
    assert dossier is not None, problems
    return dossier.years[2021]


def prose(*items: source.Block) -> source.Prose:
    """Prose of these blocks."""
    return source.Prose("content/2021/3/notice.md", items)


def said(text: str) -> tuple[source.Inline, ...]:
    """Plain words."""
    return (source.Words(text),)


def test_data_words_become_what_the_data_says(year: Year) -> None:
    """Words and figures join without a gap, in text, run-in headings and tables."""
    counted = (source.Words("科室"), source.DataWord("units.sections.count"), source.Words("个。"))
    heading = (source.Words("（一）共"), source.DataWord("units.sections.count"), source.Words("个。"))
    table = source.Table((said("科室数"),), (((source.DataWord("units.sections.count"),),),))
    assert blocks(prose(source.Paragraph(counted, heading, 2), table), year) == (
        Paragraph("科室2个。", "（一）共2个。", 2),
        Table(("科室数",), (("2",),)),
    )


def test_an_unknown_data_word_is_our_own_mistake(year: Year) -> None:
    """`check` refuses unknown words before; what reaches the views without that is never printed as a blank."""
    with pytest.raises(KeyError, match=r"plan\.nothing\.points"):
        blocks(prose(source.Paragraph((source.DataWord("plan.nothing.points"),))), year)
    with pytest.raises(KeyError, match=r"organisation\.leading_group"):
        blocks(prose(source.DataBlock("organisation.leading_group")), year)


@pytest.mark.parametrize(
    ("levels", "depths"),
    [((1, 2, 3, 4), (1, 2, 3, 4)), ((1, 3, 3, 2, 4, 1), (1, 2, 2, 2, 3, 1)), ((2, 4, 1), (1, 2, 1))],
)
def test_depth_has_no_gaps_though_levels_do(
    levels: tuple[int, ...], depths: tuple[int, ...], year: Year
) -> None:
    """An outline made from the depths goes down one step at a time, whatever forms the prose uses."""
    made = blocks(prose(*(source.Heading(level, said("题")) for level in levels)), year)
    assert [(one.level, one.depth) for one in made if isinstance(one, Heading)] == list(
        zip(levels, depths, strict=True)
    )


def test_the_roster_prints_group_office_and_double_posts(year: Year) -> None:
    """A role is said once; in the office, who already sits in the group is （兼） and others show their post."""
    people = (
        Person(name="甲一", post="局长"),
        Person(name="乙二", post="副局长"),
        Person(name="丙三", post="科长"),
        Person(name="丁四", post="科员"),
    )
    office = Office(unit="综合科", duty="负责日常工作", director="乙二", members=("丙三", "丁四"))
    group = LeadingGroup(name="小组", head="甲一", deputies=("乙二",), members=("丙三",), office=office)
    organisation = year.organisation.model_copy(update={"people": people, "leading_group": group})
    changed = Year(2021, year.plan, organisation, year.indicators)
    assert blocks(prose(source.DataBlock("organisation.leading_group")), changed) == (
        Roster(
            (
                RosterLine("组长", "甲一", post="局长"),
                RosterLine("副组长", "乙二", post="副局长"),
                RosterLine("成员", "丙三", post="科长"),
            )
        ),
        Paragraph("领导小组下设办公室，挂在综合科，负责日常工作。"),
        Roster(
            (
                RosterLine("主任", "乙二", note="（兼）"),
                RosterLine("成员", "丙三", note="（兼）"),
                RosterLine("", "丁四", note="（科员）"),
            )
        ),
    )
