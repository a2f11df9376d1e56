"""The registry of rules on changes: one module a rule, its name is its id for ever.

A rule holds a docstring (one English line, then `Why:`, a Chinese sentence for reviewers, and `Instead:`, what to do),
`SEVERITY`, and `applies(change, context)`.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import generator.check.severity.rules
from generator.check.severity.context import Context
from generator.model.change import Change
from generator.model.policy import Severity

_SECTION = re.compile(r"^(Why|Instead):\n((?:(?: .*)?\n?)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """One rule: how weighty a change is to which it applies, why, and what is to be done."""

    id: str
    severity: Severity
    why: str
    instead: str
    applies: Callable[[Change, Context], bool]


@cache
def severity_rules() -> tuple[SeverityRule, ...]:
    """All rules by id."""
    package = generator.check.severity.rules
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."))
    return tuple(map(_rule, names))


def _rule(name: str) -> SeverityRule:
    module = importlib.import_module(name)
    documentation = inspect.cleandoc(module.__doc__ or "") + "\n"
    sections = {title: "".join(body.split()) for title, body in _SECTION.findall(documentation)}
    return SeverityRule(
        id=name.rpartition(".")[2],
        severity=module.SEVERITY,
        why=sections["Why"],
        instead=sections["Instead"],
        applies=module.applies,
    )
