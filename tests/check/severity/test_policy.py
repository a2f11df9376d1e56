"""The bureau's policy adds weight and lets single changes pass for a time; it never takes weight away."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.severity.weighing import unused, weighed
from generator.compute.changes import changes
from generator.model.policy import Policy, Raise, Severity, Waiver
from tests.check.severity.edits import ITEMS, ORGANISATION, TODAY, compared, dossier, write
from tests.compute.edits import VALUES, bureau, edited, targets

POST = (ORGANISATION, "post: 办公室主任", "post: 办公室副主任")


def policy(raises: tuple[Raise, ...] = (), waivers: tuple[Waiver, ...] = ()) -> Policy:
    """A policy of these entries."""
    return Policy(raises=raises, waivers=waivers)


def weigh(folder: Path, edit: tuple[str, str, str], held: Policy) -> tuple[list[Severity], int]:
    """What the changes of one edit weigh under a policy, and how many waivers it leaves unused."""
    compared(folder, [], [])
    old = dossier(folder)
    write(folder, [edit])
    new = dossier(folder)
    found = weighed(old, new, changes(old, new), held, TODAY)
    return [one.weighs for one in found], len(unused(found, held))


@pytest.mark.parametrize(
    ("what", "field", "severity", "weighs"),
    [
        ("person", None, Severity.MAJOR, Severity.MAJOR),
        ("person", "post", Severity.FORBIDDEN, Severity.FORBIDDEN),
        ("person", "unit", Severity.MAJOR, Severity.ORDINARY),
        ("target", "post", Severity.MAJOR, Severity.ORDINARY),
        ("person", None, Severity.CORRECTION, Severity.ORDINARY),
    ],
)
def test_a_policy_raises_what_it_names_and_lowers_nothing(
    what: str, field: str | None, severity: Severity, weighs: Severity, tmp_path: Path
) -> None:
    """By the kind of thing, and by its field if one is named."""
    raised = Raise(what=what, field=field, severity=str(int(severity)), reason="从严")
    assert weigh(tmp_path / "bureau", POST, policy((raised,))) == ([weighs], 0)


@pytest.mark.parametrize(
    ("rule", "target", "days", "weighs", "left"),
    [
        ("name_reused", "ZD01-1", 1, Severity.MAJOR, 0),
        ("name_reused", "ZD01-1", 0, Severity.MAJOR, 0),
        ("name_reused", "ZD01-1", -1, Severity.FORBIDDEN, 1),
        ("name_reused", "ZD01-2", 1, Severity.FORBIDDEN, 1),
        ("goal_changed", "ZD01-1", 1, Severity.FORBIDDEN, 1),
    ],
)
def test_a_waiver_lets_one_finding_pass_until_its_day(  # noqa: PLR0917  # pytest gives them by name
    rule: str, target: str, days: int, weighs: Severity, left: int, tmp_path: Path
) -> None:
    """Rule, target and day must fit; one that does not is told as unused. What passes is still weighty."""
    waiver = Waiver(rule=rule, target=target, reason="另行发文", expires=str(TODAY + timedelta(days)))
    edit = (ITEMS, "整治农村河道不少于20公里。", "接待群众来信来访，及时答复。")
    assert weigh(tmp_path / "bureau", edit, policy((), (waiver,))) == ([weighs], left)


edits = st.tuples(st.sampled_from(targets(bureau())), st.sampled_from(sorted(VALUES)))


@given(st.lists(edits, min_size=1, max_size=4), st.data())
@settings(max_examples=60)
def test_one_change_more_never_weighs_less(chosen: list[tuple[str, str]], data: st.DataObject) -> None:
    """The weightiest of some changes stays at least as weighty when another is added."""
    new, heaviest = bureau(), Severity.NOTHING
    for target, field in dict(chosen).items():
        new = edited(new, target, field, data.draw(VALUES[field]))
        found = weighed(bureau(), new, changes(bureau(), new), Policy(), date(2021, 4, 1))
        now = max((one.weighs for one in found), default=Severity.NOTHING)
        assert now >= heaviest
        heaviest = now
