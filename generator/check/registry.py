"""The registry of rules: found by walking `generator/check/rules/`, each described by its own docstring.

A rule is one module `rules/<subject>/<fault_name>.py`. Its name is its id, for ever. It holds

* a docstring: one English line, then the sections `Why:`, `Bad:` and `Good:` (Chinese, for clerks; the
  first sentence of `Why:` says the fault in short; `Bad:` and `Good:` are examples of what one writes);
* `LEVEL`, a `Level`;
* `SAFE = True` if its mended words may be put in place without anybody's judgement;
* `RELEASE = True` if a draft may have the fault, which is a warning then, and a release may not;
* `DRAFT = False` if a draft is not even asked, since only what is published for good needs the thing;
* `ACCEPTABLE = True` if the fault can stand in a text already issued, so that it may be accepted by name;
* `check(dossier)`, which yields a `Finding` for each fault.

Each subject is a package whose `TITLE` is its Chinese heading in the handbook.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import NamedTuple

import generator.check.rules
from generator.model.dossier import Dossier
from generator.problem import Level, Place

_SECTIONS = re.compile(r"^(Why|Bad|Good):\n((?:(?: .*)?\n?)*)", re.MULTILINE)


class Finding(NamedTuple):
    """One fault a rule has found; the registry knows which rule, and how it weighs.

    `message` says what is wrong and `hint` how to mend it, in Chinese for a clerk. `words` are the exact
    words of the text in which the fault stands, by which a flaw of an issued text is accepted; `mended` are
    those words as they should read, where that can be said.
    """

    message: str
    place: Place
    hint: str = ""
    words: str = ""
    mended: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `why`, `bad` and `good` are what the handbook and `zhengben rules` print.

    A fault of a rule with `release` is an error where a release is checked, whatever its level in a draft; one of
    a rule without `draft` is found only there.
    """

    id: str
    subject: str
    subject_title: str
    level: Level
    acceptable: bool
    safe: bool
    release: bool
    draft: bool
    meaning: str
    why: str
    bad: str
    good: str
    check: Callable[[Dossier], Iterable[Finding]]

    @property
    def fault(self) -> str:
        """The fault in short: the first sentence of `why`."""
        return self.why.partition("。")[0]


class BrokenRuleError(Exception):
    """A rule module is not written as the registry wants it: our own mistake, never the bureau's."""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by subject and id."""
    return registered(generator.check.rules)


def registered(package: ModuleType) -> tuple[Rule, ...]:
    """The rules below a package of subjects, by subject and id."""
    found: dict[str, Rule] = {}
    for rule in _walk(package):
        if rule.id in found:
            raise BrokenRuleError(f"rule {rule.id} stands in {found[rule.id].subject} and in {rule.subject}")
        found[rule.id] = rule
    return tuple(found.values())


def _walk(package: ModuleType) -> Iterator[Rule]:
    for subject in _modules(package):
        for module in _modules(subject):
            yield _rule(module, subject)


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."))
    return (importlib.import_module(name) for name in names)


def _rule(module: ModuleType, subject: ModuleType) -> Rule:
    documentation = inspect.cleandoc(module.__doc__ or "")
    sections = {
        name: textwrap.dedent(body).strip("\n") for name, body in _SECTIONS.findall(documentation + "\n")
    }
    missing = [name for name in ("Why", "Bad", "Good") if not sections.get(name)]
    missing += [name for name in ("LEVEL", "check") if not hasattr(module, name)]
    if missing or not hasattr(subject, "TITLE"):
        raise BrokenRuleError(f"{module.__name__} lacks {', '.join(missing) or 'a subject with a TITLE'}")
    return Rule(
        id=module.__name__.rpartition(".")[2],
        subject=subject.__name__.rpartition(".")[2],
        subject_title=subject.TITLE,
        level=module.LEVEL,
        acceptable=getattr(module, "ACCEPTABLE", False),
        safe=getattr(module, "SAFE", False),
        release=getattr(module, "RELEASE", False),
        draft=getattr(module, "DRAFT", True),
        meaning=documentation.partition("\n")[0],
        why=_flowing(sections["Why"]),
        bad=sections["Bad"],
        good=sections["Good"],
        check=module.check,
    )


def _flowing(text: str) -> str:
    """Undo the line breaks of the source: Chinese runs on, and each item of a list stays a line."""
    lines: list[str] = []
    for line in text.splitlines():
        begins = not line or line.startswith("- ") or not lines or not lines[-1]
        if begins:
            lines.append(line)
        else:
            before, after = lines[-1], line.strip()
            lines[-1] = f"{before} {after}" if before[-1].isascii() and after[0].isascii() else before + after
    return "\n".join(lines)
