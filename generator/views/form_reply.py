"""A form that came back with doubts, to be sent to its unit again: its cells as they were filled in, the doubtful ones marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.views.form import Form, FormLine
from generator.views.form_inputs import FormField, Input
from generator.views.sheet import Value

DOUBT_SHEET = "需要核对"
"""The sheet that lists the doubts."""

Spot = tuple[str, str]
"""A field of an item, or of the head, which has no id."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt: of which item and column, what was filled in, what is wrong, how to mend it."""

    item: str
    title: str
    entered: str
    message: str
    hint: str


def filled_again(form: Form, entered: Mapping[Spot, Value], doubts: Mapping[Spot, str]) -> Form:
    """A form with what was filled in, and which cells are doubtful and why."""

    def again(item: str, taken: Input) -> Input:
        spot = (item, taken.field)
        return replace(taken, value=entered.get(spot, ""), doubt=doubts.get(spot, ""))

    def line(one: FormLine) -> FormLine:
        return replace(one, inputs=tuple(taken and again(one.id, taken) for taken in one.inputs))

    def beside(one: FormField) -> FormField:
        return replace(one, input=again("", one.input))

    return replace(
        form,
        lines=tuple(map(line, form.lines)),
        reported=beside(form.reported),
        closing=tuple(map(beside, form.closing)),
    )
