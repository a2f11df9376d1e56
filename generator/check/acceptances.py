"""Accepted flaws: what stands in a text already issued stays as it was issued, and is listed by name.

An acceptance names the rule, the file and the exact words. It covers every finding of an acceptable rule
that has all three, provided the file is an issued text: a prose file, a circular, or the organisation
whose names and posts a circular prints. A flaw in the plan's own data is mended, never accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.check.registry import Finding, Rule
from generator.model.dossier import Dossier

UNUSED = "acceptance_unused"
"""The rule that presumes every acceptance unused until it covers a finding here."""


class Found(NamedTuple):
    """A finding, and the rule that made it."""

    rule: Rule
    finding: Finding


class _Key(NamedTuple):
    rule: str
    file: str
    words: str


def settle(found: Iterable[Found], dossier: Dossier) -> Iterator[Found]:
    """Leave out what is accepted, and with it the presumption that its acceptance is unused.

    What is left and could be accepted says so in its hint, with the words to write.
    """
    issued = frozenset(_issued_files(dossier))
    keyed = [(_key(each, issued), each) for each in found]
    acceptances = {
        _Key(one.rule, one.file, one.words): one
        for year in dossier.years.values()
        for one in year.acceptances
    }
    covered = acceptances.keys() & {key for key, _ in keyed}
    used = {acceptances[key].place() for key in covered}
    for key, each in keyed:
        if key is None:
            if each.rule.id != UNUSED or each.finding.place not in used:
                yield each
        elif key not in covered:
            yield Found(each.rule, _offering(each.finding))


def _issued_files(dossier: Dossier) -> Iterator[str]:
    yield from dossier.prose
    for year in dossier.years.values():
        yield year.organisation.place().file
        yield from (circular.place().file for circular in year.papers)


def _key(each: Found, issued: frozenset[str]) -> _Key | None:
    """What an acceptance of this finding would have to name; None if it cannot be accepted."""
    finding = each.finding
    if each.rule.acceptable and finding.words and finding.place.file in issued:
        return _Key(each.rule.id, finding.place.file, finding.words)
    return None


def _offering(finding: Finding) -> Finding:
    offer = f"已印发的文件须照原文保留的，在当年的 accepted.yml 登记，words 写“{finding.words}”"
    return finding._replace(hint=f"{finding.hint}；{offer}" if finding.hint else offer)
