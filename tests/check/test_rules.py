"""Every rule reports the marked lines of its cases, and no other line."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from generator.check.registry import Rule, rules
from tests.check.bureaus import BASE, CASES, lay_out, read, reported

RELEASE_RULES = {rule.id for rule in rules() if not rule.draft}
"""The rules that a draft is not asked."""
DATA_RULES = tuple(rule for rule in rules() if rule.subject != "text")
"""The rules on data; those on single sentences are shown on sentences, in `text/`."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_exactly_the_marked_lines_are_reported(case: Path, tmp_path: Path) -> None:
    """A case's marked lines, and only they, are reported, by the rules and with the weight they name. What a draft is
    not asked is asked by the case's own rule alone, for a release wants much else.
    """
    marked = lay_out(case, tmp_path)
    release = case.parent.name in RELEASE_RULES
    chosen = tuple(rule for rule in rules() if not release or rule.id == case.parent.name)
    assert reported(tmp_path, chosen, release=release) == marked


@pytest.mark.parametrize("rule", DATA_RULES, ids=lambda rule: rule.id)
def test_a_rule_that_found_nothing_would_fail_its_case(rule: Rule, tmp_path: Path) -> None:
    """Each rule has a case of its own that needs it."""
    idle = tuple(dataclasses.replace(each, check=lambda _: ()) if each is rule else each for each in rules())
    unlike = []
    for case in CASES:
        if case.parent.name == rule.id:
            root = tmp_path / case.name
            unlike.append(lay_out(case, root) != reported(root, idle, release=not rule.draft))
    assert any(unlike)


def test_every_case_belongs_to_a_rule() -> None:
    """No case outlives its rule."""
    assert {case.parent.name for case in CASES} <= {rule.id for rule in rules()}


def test_the_base_bureau_has_no_fault() -> None:
    """What cases report comes from what they change."""
    assert not reported(BASE, rules())


def test_every_finding_says_how_to_mend_it(tmp_path: Path) -> None:
    """No rule leaves a clerk with the fault alone."""
    for number, case in enumerate(CASES):
        root = tmp_path / str(number)
        lay_out(case, root)
        dossier = read(root)
        assert not [finding for rule in DATA_RULES for finding in rule.check(dossier) if not finding.hint]
