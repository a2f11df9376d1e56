"""Runs every rule over a dossier: all problems at once, sorted by place, accepted flaws left out."""

from __future__ import annotations

from collections.abc import Iterable

from generator.check.acceptances import Found, settle
from generator.check.registry import Rule, rules
from generator.model.dossier import Dossier
from generator.problem import Mend, Problem, in_order


def check(dossier: Dossier) -> tuple[Problem, ...]:
    """What is wrong with the data, by every rule there is."""
    return check_with(rules(), dossier)


def check_with(chosen: Iterable[Rule], dossier: Dossier) -> tuple[Problem, ...]:
    """What is wrong with the data by the chosen rules."""
    found = (Found(rule, finding) for rule in chosen for finding in rule.check(dossier))
    return in_order(_problem(each) for each in settle(found, dossier))


def _problem(each: Found) -> Problem:
    rule, finding = each
    safe = rule.safe and finding.mended is not None
    mend = Mend(finding.words, finding.mended or "") if safe else None
    return Problem(rule.id, rule.level, finding.message, finding.place, finding.hint, mend)
