"""The states of progress as they are shown: by name, by a sign, by a texture; never by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.compute.tally import UNREPORTED
from generator.model.plan import Plan
from generator.model.progress import AHEAD, BEHIND, COMPLETED, NOT_STARTED, ON_SCHEDULE
from generator.views.charts import Part, Texture


@dataclass(frozen=True, slots=True)
class StateName:
    """A state: its id, name, the one character that stands for it, and whether it asks for attention."""

    key: str
    name: str
    sign: str
    texture: Texture
    alert: bool = False

    @property
    def part(self) -> Part:
        """The state as a part of bars."""
        return Part(self.name, self.texture, self.alert)


_SHOWN = {
    COMPLETED: ("✓", Texture.SOLID),
    AHEAD: ("＋", Texture.STRIPES),
    ON_SCHEDULE: ("＝", Texture.LIGHT),
    BEHIND: ("！", Texture.REVERSED),
    NOT_STARTED: ("○", Texture.DOTS),
    UNREPORTED: ("？", Texture.EMPTY),
}
_ORDER = (COMPLETED, AHEAD, ON_SCHEDULE, BEHIND, NOT_STARTED)
"""From done to not begun; other states of the plan stand after these, and what was not reported last."""


def states(plan: Plan) -> Mapping[str, StateName]:
    """Every state there is, by id, in the order in which they are shown; 未报 stands last."""
    names = {state.id: state.name for state in plan.states}
    known = [key for key in _ORDER if key in names]
    others = [key for key in names if key not in _ORDER]
    shown = {key: _state(key, names[key]) for key in (*known, *others)}
    return {**shown, UNREPORTED: _state(UNREPORTED, "未报")}


def _state(key: str, name: str) -> StateName:
    sign, texture = _SHOWN.get(key, (name[0], Texture.GRID))
    return StateName(key, name, sign, texture, alert=key == BEHIND)
