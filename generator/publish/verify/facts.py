"""What the data say of each thing, field by field, in every spelling: what a reader of the published files must find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from generator.compute.approvals import quarter_ends, unit_in
from generator.compute.form import form_items
from generator.compute.pace import due
from generator.compute.progress import Progress, progress
from generator.compute.tally import UNREPORTED, tally
from generator.model.dossier import Year
from generator.model.indicator import AssessedItem, Composite, Indicator
from generator.publish.verify import spelling
from generator.publish.verify.labels import LABELS
from generator.publish.verify.spelling import Spellings, squeezed

Fields = Mapping[str, Spellings]

WHOLE = "全部"
"""The subject of figures that are of no one thing."""
_UNREPORTED = "未报"
"""What stands in the place of a state where a unit has not reported."""
_TOTALS = ("合计", "全局", "总计")
"""What a line that sums up is called."""
_NUMBER_KEYS = ("at_least", "at_most", "exactly", "rate")


@dataclass(frozen=True)
class Facts:
    """One year's facts, as its plan stands or as a circular issued it."""

    year: Year

    @cached_property
    def _progress(self) -> Progress:
        return progress(self.year)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Which field a heading of a table, or a label, means; the plan's own words for indicators and quarters too."""
        terms = self.year.plan.terms
        states = {state.name: f"state:{state.id}" for state in self.year.plan.states}
        quarters = {quarter.name: f"state_in:{quarter.id}" for quarter in self.year.plan.quarters}
        milestones = {f"{quarter.name}节点": f"milestone:{quarter.id}" for quarter in self.year.plan.quarters}
        return {
            **LABELS,
            **states,
            **quarters,
            **milestones,
            **{f"milestone_{quarter.id}": f"milestone:{quarter.id}" for quarter in self.year.plan.quarters},
            terms.target: "text",
            terms.indicator: "indicator_name",
            f"{terms.indicator}编号": "indicator",
            f"{terms.indicator}数": "indicators",
            f"{terms.target}数": "targets",
        }

    @cached_property
    def states(self) -> Mapping[str, str]:
        """The ids of states by their names; that nothing was reported counts as one."""
        return {**{state.name: state.id for state in self.year.plan.states}, _UNREPORTED: UNREPORTED}

    @cached_property
    def items(self) -> Mapping[str, Fields]:
        """What each item and indicator is, by id."""
        found: dict[str, Fields] = {}
        for indicator in self.year.indicators:
            found[indicator.id] = _indicator(indicator)
            for item in indicator.items:
                found[item.id] = {**found.get(item.id, {}), **self._item(item, indicator)}
        return found

    @cached_property
    def indicators(self) -> Mapping[str, str]:
        """The ids of indicators by their names."""
        return {squeezed(one.name): one.id for one in self.year.indicators}

    def items_of(self, category: str) -> frozenset[str]:
        """The items of a category by its id; none if there is none."""
        named = [one for one in self.year.plan.walk() if one.id == category]
        return frozenset(
            item.id for one in named for indicator in self.year.indicators_in(one) for item in indicator.items
        )

    def expected_items(self, unit: str, quarter: str) -> frozenset[str]:
        """The items that a table must have: of a unit those it answered for, or answers for now; else all."""
        asked = form_items(self.year, unit, quarter) if unit and quarter else ()
        return frozenset(item.id for item in asked or self.year.items if asked or unit in ("", item.unit))

    @cached_property
    def by_text(self) -> Mapping[str, str]:
        """The ids of items by what they promise, for tables that print no ids."""
        return {squeezed(item.text): item.id for item in self.year.items}

    def reported(self, item: str, quarter: str) -> Fields:
        """What was reported of an item for a quarter: that it was not, if others were; nothing if none was."""
        return self._reports(item, quarter)

    @cached_property
    def _reports(self) -> Callable[[str, str], Fields]:
        """`_report`, asked but once for each item and quarter."""
        return cache(self._report)

    def _report(self, item: str, quarter: str) -> Fields:
        entry = self._progress.of(quarter, item)
        asked = self._assessed.get(item)
        if asked is None or quarter not in self._quarters_reported:
            return {}
        if entry is None:
            unit = unit_in(self.year, item, asked.unit, quarter_ends(self.year, quarter))
            empty = dict.fromkeys(
                ("work", "cumulative", "done_on", "cause", "remedy", "reported"), spelling.NOTHING
            )
            return {**empty, "state": frozenset({_UNREPORTED}), "unit": spelling.words(unit)}
        row = entry.row
        quarters = [one.id for one in self.year.plan.quarters]
        return {
            "work": spelling.words(row.work),
            "cumulative": spelling.reached(asked.goal, row.cumulative, row.done_on),
            "done_on": spelling.day(row.done_on),
            "state": spelling.words(self._state(row.state)),
            "cause": spelling.words(row.cause),
            "remedy": spelling.words(row.remedy),
            "reported": spelling.day(entry.report.reported),
            "unit": spelling.words(entry.report.unit),
            "due": spelling.quantity(due(self.year, asked, quarters.index(quarter))),
            "pace": spelling.drawn(due(self.year, asked, quarters.index(quarter))),
            "quarter": frozenset({quarter}),
            "corrected": spelling.yes(bool(entry.errata)),
            "sample": spelling.yes(entry.report.sample),
        }

    @cached_property
    def _quarters_reported(self) -> frozenset[str]:
        return frozenset(report.quarter for report in self.year.progress)

    def states_of(self, item: str) -> Fields:
        """The state of an item in each quarter."""
        return {
            f"state_in:{quarter.id}": self.reported(item, quarter.id).get("state", spelling.NOTHING)
            for quarter in self.year.plan.quarters
        }

    @cached_property
    def groups(self) -> Mapping[str, Fields]:
        """What each category and unit holds, by name, id and slug; and what the whole plan does."""
        whole = {
            "items": spelling.count(len(tuple(self.year.items))),
            "points": spelling.points(sum(one.points for one in self.year.indicators)),
            "units": spelling.count(len(self.year.organisation.units)),
            "indicators": spelling.count(len(self.year.indicators)),
            "targets": spelling.count(
                sum(len(one.targets) for one in self.year.indicators if isinstance(one, Composite))
            ),
        }
        found: dict[str, Fields] = {WHOLE: whole}
        for category in self.year.plan.walk():
            indicators = tuple(self.year.indicators_in(category))
            targets = sum(len(one.targets) for one in indicators if isinstance(one, Composite))
            fields = {
                "name": spelling.words(category.name),
                "points": spelling.points(sum(one.points for one in indicators)),
                "indicators": spelling.count(len(indicators)),
                "targets": spelling.count(targets),
                "items": spelling.count(sum(len(one.items) for one in indicators)),
                "note": spelling.words(category.note),
            }
            found |= dict.fromkeys((category.name, category.id), fields)
        for unit in self.year.organisation.units:
            items = tuple(self._held(unit.name))
            fields = {
                "name": spelling.words(unit.name),
                "points": spelling.points(sum(item.points for item in items)),
                "items": spelling.count(len(items)),
                "targets": spelling.count(len(items)),
            }
            found |= dict.fromkeys((unit.name, unit.slug), fields)
        return found

    def tallied(self, group: str, quarter: str) -> Fields:
        """How many items of a category, of a unit or of all are in which state at the end of a quarter."""
        return self._tallies.get((group, quarter), {})

    @cached_property
    def _tallies(self) -> Mapping[tuple[str, str], Fields]:
        held: dict[str, tuple[AssessedItem, ...]] = dict.fromkeys((WHOLE, *_TOTALS), tuple(self.year.items))
        for category in self.year.plan.walk():
            held[category.name] = tuple(
                item for one in self.year.indicators_in(category) for item in one.items
            )
        for unit in self.year.organisation.units:
            held[unit.name] = tuple(self._held(unit.name))
        found: dict[tuple[str, str], Fields] = {}
        for quarter in self.year.plan.quarters:
            for name, items in held.items():
                found[name, quarter.id] = self._counted(tally(self._progress, quarter.id, items), len(items))
            for unit in self.year.organisation.units:
                asked = form_items(self.year, unit.name, quarter.id)
                if asked:
                    counted = tally(self._progress, quarter.id, asked)
                    found[unit.name, quarter.id] = self._counted(counted, len(asked))
        return found

    def _counted(self, counted: Mapping[str, int], total: int) -> Fields:
        fields = {
            "total": spelling.count(total),
            f"state:{UNREPORTED}": spelling.count(counted.get(UNREPORTED, 0)),
        }
        for state in self.year.plan.states:
            fields[f"state:{state.id}"] = spelling.count(counted.get(state.id, 0))
            fields[f"share:{state.id}"] = spelling.share(counted.get(state.id, 0), total)
        return fields

    @cached_property
    def _assessed(self) -> Mapping[str, AssessedItem]:
        return {item.id: item for item in self.year.items}

    @cached_property
    def _by_unit(self) -> Mapping[str, list[AssessedItem]]:
        held: dict[str, list[AssessedItem]] = defaultdict(list)
        for item in self.year.items:
            held[item.unit].append(item)
        return held

    def _held(self, unit: str) -> Iterable[AssessedItem]:
        return self._by_unit.get(unit, ())

    def _state(self, state: str) -> str:
        return next((one.name for one in self.year.plan.states if one.id == state), state)

    def _item(self, item: AssessedItem, indicator: Indicator) -> Fields:
        written = item.goal.model_dump()
        kind = next(key for key in written if key != "unit")
        number = written[kind] if kind in _NUMBER_KEYS else None
        unit = "%" if kind == "rate" else written.get("unit")
        return {
            "id": frozenset({item.id}),
            "indicator": frozenset({indicator.id}),
            "indicator_name": spelling.words(indicator.name),
            "category": spelling.words(indicator.category),
            "text": spelling.words(item.text),
            "points": spelling.points(item.points),
            "goal": spelling.goal(item.goal),
            "goal_kind": frozenset({kind}),
            "goal_number": spelling.quantity(number),
            "goal_unit": spelling.words(unit),
            "goal_day": spelling.day(written["by"] if kind == "by" else None),
            "deadline": spelling.day(item.deadline),
            "unit": spelling.words(item.unit),
            "partners": spelling.names(item.partners),
            "leader": spelling.words(item.leader),
            "expected": spelling.words(item.expected),
            "scoring": spelling.words(item.scoring),
            "sample": spelling.yes(indicator.sample),
            **dict(self._milestones(item)),
        }

    def _milestones(self, item: AssessedItem) -> Iterator[tuple[str, Spellings]]:
        for quarter in self.year.plan.quarters:
            yield f"milestone:{quarter.id}", spelling.words(item.milestones.get(quarter.id))


def _indicator(indicator: Any) -> Fields:
    return {
        "id": frozenset({indicator.id}),
        "name": spelling.words(indicator.name),
        "category": spelling.words(indicator.category),
        "source": spelling.words(indicator.source),
        "points": spelling.points(indicator.points),
        "items": spelling.count(len(indicator.items)),
        "targets": spelling.count(len(indicator.items)),
        "sample": spelling.yes(indicator.sample),
    }
