"""Runs every rule over a dossier: all problems at once, sorted by place, accepted flaws left out."""

from __future__ import annotations

from collections.abc import Iterable

from generator.check.acceptances import Found, settle
from generator.check.registry import Rule, rules
from generator.model.dossier import Dossier
from generator.problem import Level, Mend, Problem, in_order


def check(dossier: Dossier, *, release: bool = False) -> tuple[Problem, ...]:
    """What is wrong with the data, by every rule there is; `release` if it is to be published for good, not as a draft."""
    return check_with(rules(), dossier, release=release)


def check_with(chosen: Iterable[Rule], dossier: Dossier, *, release: bool = False) -> tuple[Problem, ...]:
    """What is wrong with the data by the chosen rules."""
    found = (
        Found(rule, finding) for rule in chosen if release or rule.draft for finding in rule.check(dossier)
    )
    return in_order(_problem(each, release=release) for each in settle(found, dossier))


def _problem(each: Found, *, release: bool) -> Problem:
    rule, finding = each
    safe = rule.safe and finding.mended is not None
    mend = Mend(finding.words, finding.mended or "") if safe else None
    level = Level.ERROR if release and rule.release else rule.level
    return Problem(rule.id, level, finding.message, finding.place, finding.hint, mend)
