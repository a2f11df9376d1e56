"""The review report: what changes mean, what they need, what is missing, and whom they touch, ready to print."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.check.severity.weighing import Weighed
from generator.compute.approvals import approved_changes, needs_approval
from generator.model.change import Change
from generator.model.dossier import Dossier
from generator.model.policy import Policy, Severity, Waiver
from generator.problem import Level, Problem
from generator.views import change_words, phrases
from generator.views.approval_stub import stub_lines
from generator.views.review_effects import Sum, documents, moved, pages, sums

NEEDS = {
    Severity.NOTHING: "自动检查通过即可",
    Severity.CORRECTION: "一人审核",
    Severity.ORDINARY: "管理绩效的股室的记录",
    Severity.MAJOR: "批准文件，两人审核",
    Severity.FORBIDDEN: "不能改",
}
"""What a change of each weight needs, where the bureau's policy says nothing else."""
_PUBLIC = {
    Severity.NOTHING: "不显示",
    Severity.CORRECTION: "更正说明",
    Severity.ORDINARY: "变动说明",
    Severity.MAJOR: "调整通知和目标的变更记录",
    Severity.FORBIDDEN: "—",
}
NOTHING = "没有实质变化。"


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One change: its weight, the sentence, the rule and what to do, the values, what it needs and whether that is there."""

    severity: int
    weight: str
    rule: str
    sentence: str
    why: str
    instead: str
    old: str
    new: str
    file: str
    line: int
    needs: str
    public: str
    missing: bool
    refused: bool
    waived: str


@dataclass(frozen=True, slots=True)
class FoundProblem:
    """A problem that `check` finds on one side only."""

    level: str
    rule: str
    message: str
    hint: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """All that a reviewer reads. `passes` says whether policy lets the changes through."""

    base: str
    head: str
    headline: str
    unchanged: bool
    passes: bool
    verdict: str
    entries: tuple[ReviewEntry, ...]
    moved: tuple[str, ...]
    units: tuple[Sum, ...]
    leaders: tuple[Sum, ...]
    faults: tuple[str, ...]
    stub: str
    pages: tuple[str, ...]
    documents: tuple[str, ...]
    new_problems: tuple[FoundProblem, ...]
    resolved_problems: tuple[FoundProblem, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a report is made of: both dossiers, the weighed changes, the policy, and the problems on each side."""

    base: str
    head: str
    old: Dossier
    new: Dossier
    weighed: tuple[Weighed, ...]
    policy: Policy
    unused: tuple[Waiver, ...]
    problems_before: tuple[Problem, ...]
    problems_after: tuple[Problem, ...]


def review_report(reviewed: Reviewed) -> ReviewReport:
    """The report of a review."""
    approved = _approved(reviewed.old, reviewed.new)
    entries = tuple(
        sorted((_entry(one, reviewed, approved) for one in reviewed.weighed), key=lambda one: -one.severity)
    )
    new, resolved = _differing(reviewed.problems_before, reviewed.problems_after)
    faults = (*_unmatched(reviewed, approved), *_unused(reviewed.unused))
    missing = any(entry.missing for entry in entries)
    refused = any(entry.refused for entry in entries)
    errors = any(one.level == Level.ERROR.value for one in new)
    passes = not (missing or refused or errors or faults)
    made = tuple(one.change for one in reviewed.weighed)
    unchanged = not made and not new and not resolved and not faults
    return ReviewReport(
        base=reviewed.base,
        head=reviewed.head,
        headline=_headline(entries),
        unchanged=unchanged,
        passes=passes,
        verdict=_verdict(refused=refused, missing=missing, errors=errors, faults=bool(faults)),
        entries=entries,
        moved=tuple(moved(reviewed.old, reviewed.new)),
        units=tuple(sums(reviewed.old, reviewed.new, "unit")),
        leaders=tuple(sums(reviewed.old, reviewed.new, "leader")),
        faults=faults,
        stub=_stub(reviewed, approved),
        pages=tuple(pages(made, reviewed.old, reviewed.new)),
        documents=tuple(documents(made, reviewed.new)),
        new_problems=new,
        resolved_problems=resolved,
    )


_Key = tuple[object, ...]


def _key(change: Change) -> _Key:
    values = json.dumps([change.old, change.new], ensure_ascii=False, sort_keys=True)
    return (*change.subject, change.kind, change.field, values)


def _approved(old: Dossier, new: Dossier) -> Counter[_Key]:
    """The changes that new records approve; one that stood before was used then."""
    found: Counter[_Key] = Counter()
    for number, year in new.years.items():
        before = {one.number for one in old.years[number].approvals} if number in old.years else set()
        for approval in year.approvals:
            if approval.number not in before:
                found.update(_key(change) for change in approved_changes(approval, number))
    return found


def _entry(one: Weighed, reviewed: Reviewed, approved: Counter[_Key]) -> ReviewEntry:
    change, rule = one.change, one.rule
    severity = one.weighs
    refused = severity is Severity.FORBIDDEN
    missing = not refused and _must_be_recorded(one, reviewed.old) and not approved[_key(change)]
    told = {need.severity: need.needs for need in reviewed.policy.needs}
    return ReviewEntry(
        severity=int(severity),
        weight=severity.title,
        rule=rule.id if rule else "policy",
        sentence=change_words.sentence(change),
        why=rule.why if rule else "本单位规定从重。",
        instead=rule.instead if rule else "",
        old=change_words.shown(change.field, change.old) if change.field else "",
        new=change_words.shown(change.field, change.new) if change.field else "",
        file=change.place.file,
        line=change.place.line,
        needs=told.get(severity, NEEDS[severity]),
        public=_PUBLIC[severity],
        missing=missing,
        refused=refused,
        waived=f"{one.waiver.reason}（到{phrases.day(one.waiver.expires)}为止）" if one.waiver else "",
    )


def _must_be_recorded(one: Weighed, old: Dossier) -> bool:
    """A plan once approved changes by a record only; before that it is a draft, and its changes need none."""
    year = old.years.get(one.change.subject.year)
    approved = year is not None and bool(year.approvals)
    return approved and needs_approval(one.change) and one.severity >= Severity.CORRECTION


def _headline(entries: Sequence[ReviewEntry]) -> str:
    counted = Counter(entry.severity for entry in entries)
    told = [f"{Severity(level).title} {counted[level]}" for level in sorted(counted, reverse=True)]
    return " · ".join(told) or NOTHING.removesuffix("。")


def _verdict(*, refused: bool, missing: bool, errors: bool, faults: bool) -> str:
    reasons = [
        *(["有禁止的改动"] if refused else []),
        *(["缺少批准记录"] if missing else []),
        *(["检查出新的错误"] if errors else []),
        *(["批准记录或放行登记对不上"] if faults else []),
    ]
    return f"不能合并：{'，'.join(reasons)}。" if reasons else "可以合并：该有的批准都有了。"


def _unmatched(reviewed: Reviewed, approved: Counter[_Key]) -> Iterator[str]:
    made = Counter(_key(one.change) for one in reviewed.weighed)
    for key, times in approved.items():
        if times > made[key]:
            what = f"{key[2]} 的 {key[4]}" if key[4] else str(key[2])
            yield f"批准记录里有一条对不上任何改动：{what}"


def _unused(waivers: Iterable[Waiver]) -> Iterator[str]:
    for waiver in waivers:
        yield f"放行登记用不上或已过期：{waiver.rule}（{waiver.target}），请删去"


def _stub(reviewed: Reviewed, approved: Counter[_Key]) -> str:
    """The changes that lack a record, as the record would name them, ready to paste; empty if none lacks one."""
    lines: list[str] = []
    for one in reviewed.weighed:
        change = one.change
        lacking = one.weighs is not Severity.FORBIDDEN and _must_be_recorded(one, reviewed.old)
        if lacking and not approved[_key(change)]:
            lines += stub_lines(change)
    return "\n".join(["changes:", *lines, ""]) if lines else ""


def _differing(
    before: Iterable[Problem], after: Iterable[Problem]
) -> tuple[tuple[FoundProblem, ...], tuple[FoundProblem, ...]]:
    """The problems that came and those that went, told apart by rule, file and words; lines move about."""
    was = {(one.rule, one.place.file, one.message): one for one in before}
    now = {(one.rule, one.place.file, one.message): one for one in after}
    came = tuple(_found(now[key]) for key in now if key not in was)
    return came, tuple(_found(was[key]) for key in was if key not in now)


def _found(problem: Problem) -> FoundProblem:
    place = problem.place
    return FoundProblem(
        problem.level.value, problem.rule, problem.message, problem.hint, place.file, place.line
    )
