"""Merges what a form says with what the data says now, field by field, against what the form was sent out with.

form as sent out    data now    form as filled in
12                  12          15                   the form's 15 is taken
12                  15          12                   the data's 15 stays, and is told
12                  15          13                   a conflict: neither is taken unless the form is to win
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.importing import refusals
from generator.importing.reading import HEAD, Filled, Spot
from generator.importing.recognition import Mark
from generator.load.refusals import Refusal
from generator.model.progress import QuarterlyReport
from generator.problem import Problem
from generator.views.form import issued_values
from generator.views.form_inputs import HEAD_FIELDS

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A field whose value the import changes, empty where there was or will be none."""

    item: str
    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The report as it is to be: its head, its rows, and what changes against the data as it stands."""

    head: Texts
    rows: tuple[Texts, ...]
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


def merge(
    filled: Filled,
    mark: Mark | None,
    report: QuarterlyReport | None,
    items: tuple[str, ...],
    fixed: Texts,
    *,
    replace: bool,
    shown: Callable[[Spot, str], str],
) -> Merged:
    """Merge a form into the report that is there, if there is one. `fixed` are the fields that say which report it is.

    Where no report is there, nothing was edited later. With `replace` the form wins every conflict. `shown` is how a value is told to a person.
    """
    issued = _issued(mark) if report is not None else {}
    merger = _Merger(filled, issued, _standing(report), replace=replace, shown=shown)
    head = {**fixed, **merger.fields(HEAD, HEAD_FIELDS)}
    rows = tuple({"target": item, **merger.fields(item, tuple(issued_values(None)))} for item in items)
    sample = {"sample": "yes"} if report is not None and report.sample else {}
    return Merged({**head, **sample}, rows, tuple(merger.changes), tuple(merger.problems))


class _Merger:
    """Settles one field after another."""

    def __init__(
        self,
        filled: Filled,
        issued: Mapping[Spot, str],
        standing: Mapping[Spot, str],
        *,
        replace: bool,
        shown: Callable[[Spot, str], str],
    ) -> None:
        self.changes: list[Change] = []
        self.problems: list[Problem] = []
        self._filled = filled
        self._issued = issued
        self._standing = standing
        self._replace = replace
        self._shown = shown

    def fields(self, item: str, names: tuple[str, ...]) -> dict[str, str]:
        """The fields of an item, or of the head, as they are to be."""
        return {name: self._settled((item, name)) for name in names}

    def _settled(self, spot: Spot) -> str:
        now = self._standing.get(spot, "")
        told = self._filled.texts.get(spot, now)
        issued = self._issued.get(spot, "")
        if told == now:
            return now
        if told == issued and now != issued:
            self._tell(
                refusals.FORM_KEPT, spot, f"表发出以后数据改成了“{self._shown(spot, now)}”，保留数据里的"
            )
            return now
        if now != issued and not self._replace:
            message = f"表发出以后数据改成了“{self._shown(spot, now)}”，表里填的是“{self._shown(spot, told)}”"
            self._tell(refusals.FORM_CONFLICT, spot, message)
            return now
        self.changes.append(Change(*spot, now, told))
        return told

    def _tell(self, refusal: Refusal, spot: Spot, message: str) -> None:
        cell = self._filled.cells.get(spot)
        if cell is not None:
            about = f"{spot[0]} " if spot[0] else ""
            self.problems.append(refusal.at(cell.place, f"{about}{message}", refusal.good))


def _issued(mark: Mark | None) -> dict[Spot, str]:
    """What the form was sent out with. One whose mark is lost is taken for blank."""
    if mark is None:
        return {}
    rows = {(item, name): text for item, told in mark.issued.items() for name, text in told.items()}
    return {**rows, **{(HEAD, name): mark.facts.get(name, "") for name in HEAD_FIELDS}}


def _standing(report: QuarterlyReport | None) -> dict[Spot, str]:
    """What the data says now."""
    return dict(_told(report)) if report is not None else {}


def _told(report: QuarterlyReport) -> Iterator[tuple[Spot, str]]:
    head = report.model_dump(mode="json", exclude={"rows"}, exclude_none=True)
    yield from (((HEAD, name), head.get(name, "")) for name in HEAD_FIELDS)
    for row in report.rows:
        yield from (((row.target, name), text) for name, text in issued_values(row).items())
