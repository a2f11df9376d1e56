"""Weighs changes by all rules and the bureau's policy; the weightiest holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.check.severity.context import Context
from generator.check.severity.registry import SeverityRule, severity_rules
from generator.model.change import Change
from generator.model.dossier import Dossier
from generator.model.policy import Policy, Severity, Waiver

_UNKNOWN = Severity.MAJOR
"""What a change weighs of which no rule knows anything."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A change, what it weighs, by which rule (none where the bureau's policy or nothing said so), and its waiver."""

    change: Change
    severity: Severity
    rule: SeverityRule | None
    waiver: Waiver | None = None

    @property
    def weighs(self) -> Severity:
        """What it weighs after its waiver: a forbidden change that is let pass is still a weighty one."""
        return min(self.severity, Severity.MAJOR) if self.waiver else self.severity


def weighed(
    old: Dossier, new: Dossier, made: tuple[Change, ...], policy: Policy, today: date
) -> tuple[Weighed, ...]:
    """What each change weighs. The policy is the one that held before."""
    context = Context(old, new, made, today)
    return tuple(_weighed(change, context, policy) for change in made)


def unused(found: Iterable[Weighed], policy: Policy) -> tuple[Waiver, ...]:
    """The waivers that let nothing pass."""
    used = [one.waiver for one in found if one.waiver is not None]
    return tuple(waiver for waiver in policy.waivers if waiver not in used)


def _weighed(change: Change, context: Context, policy: Policy) -> Weighed:
    applying = [rule for rule in severity_rules() if rule.applies(change, context)]
    rule = max(applying, key=lambda one: one.severity, default=None)
    severity = rule.severity if rule else _UNKNOWN
    raised = max(
        (one.severity for one in policy.raises if _raises(one.what, one.field, change)), default=severity
    )
    if raised > severity:
        severity, rule = raised, None
    waiver = next(
        (
            one
            for one in policy.waivers
            if rule
            and (one.rule, one.target) == (rule.id, change.subject.id)
            and one.expires >= context.today
        ),
        None,
    )
    return Weighed(change, severity, rule, waiver)


def _raises(what: str, field: str | None, change: Change) -> bool:
    return change.subject.what.name.lower() == what and field in (None, change.field)
