"""Two files of one circular side by side, such as its PDF and its DOCX: what each measures and by how much they differ."""

from __future__ import annotations

from dataclasses import dataclass

from generator.inspect.report import CONVERTED, Outcome, Report, Result
from generator.inspect.row import Row


@dataclass(frozen=True, slots=True)
class Pair:
    """One row on two files. `difference` is second less first, in the row's unit, if both are figures."""

    row: Row
    first: Result
    second: Result

    @property
    def difference(self) -> float | None:
        """How much more the second file measures than the first, at the place where they differ most.

        If no place is in both files, the worst values are compared.
        """
        if self.first.number is None or self.second.number is None:
            return None
        other = {where: value for value, where in self.second.figures}
        steps = [other[where] - value for value, where in self.first.figures if where in other]
        return max(steps, key=abs, default=self.second.number - self.first.number)

    @property
    def differs(self) -> bool:
        """Whether the two say different things: another outcome, or figures further apart than the tolerance."""
        if self.first.outcome is not self.second.outcome:
            return True
        tolerance = getattr(self.row.target, "tolerance", 0.0)
        return self.difference is not None and abs(self.difference) > max(tolerance, 1e-6)


def compared(first: Report, second: Report) -> tuple[Pair, ...]:
    """The rows that say something of either file, in the order of the table."""
    return tuple(
        Pair(one.row, one, other)
        for one, other in zip(first.results, second.results, strict=True)
        if not (one.outcome is other.outcome is Outcome.ABSENT) and CONVERTED not in {one.where, other.where}
    )
