"""The answer: each row judged on a file, the fonts it uses, and what the file says of its own layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from generator.inspect.fonts import kind
from generator.inspect.measures.faces import uses
from generator.inspect.parts.circular import Circular, circular_of
from generator.inspect.parts.recognised import recognised
from generator.inspect.reading.facts import Facts
from generator.inspect.row import Row, Sample, Span, Strength, UnmeasurableError
from generator.inspect.table import ROWS

STANDARD = "GB/T 9704-2012《党政机关公文格式》"


CONVERTED = "由 DOCX 转换来测量，不看转换出的 PDF"
"""Why the rows about a PDF as a file do not apply to a DOCX."""


class Outcome(Enum):
    """What a row says of a file."""

    PASSED = "符合"
    FAILED = "不符"
    ABSENT = "不适用"
    UNMEASURED = "量不出"


@dataclass(frozen=True, slots=True)
class Result:
    """One row on one file: the worst value, by how much it misses the target, and where it stands.

    `value` is as printed; `number` the figure behind it, in the row's unit, if it is one. `wrong` of `measured`
    values miss the target; `figures` are they all, with their places. `where` holds the reason if the row does not apply or could not be measured.
    """

    row: Row
    outcome: Outcome
    value: str = ""
    number: float | None = None
    deviation: float | None = None
    where: str = ""
    measured: int = 0
    wrong: int = 0
    figures: tuple[tuple[float, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font for one purpose: its name, kind, whether embedded, how many characters, and some of them."""

    role: str
    font: str
    kind: str
    embedded: bool
    characters: int
    shown: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found out about one file.

    `recognised` names the parts of a circular and the words each was recognised in, empty for one not found.
    `readings` are names and values read from a DOCX itself.
    """

    file: str
    pages: int
    form: str
    producer: str
    results: tuple[Result, ...]
    fonts: tuple[FontUse, ...]
    recognised: tuple[tuple[str, str], ...]
    readings: tuple[tuple[str, str], ...] = ()

    def failed(self, *strengths: Strength) -> tuple[Result, ...]:
        """The rows that failed, of the given strengths or of all."""
        return tuple(
            result
            for result in self.results
            if result.outcome is Outcome.FAILED and (not strengths or result.row.strength in strengths)
        )

    def result(self, row: str) -> Result:
        """The result of a row by its id."""
        return next(result for result in self.results if result.row.id == row)

    @property
    def counts(self) -> Counter[Outcome]:
        """How many rows had each outcome."""
        return Counter(result.outcome for result in self.results)


def report_on(facts: Facts, file: str, readings: tuple[tuple[str, str], ...] = ()) -> Report:
    """Judge every row of the table on the facts of a file."""
    circular = circular_of(facts)
    return Report(
        file=file,
        pages=len(facts.pages),
        form=circular.head.form.value,
        producer=facts.electronic.producer,
        results=tuple(_judged(row, circular) for row in ROWS),
        fonts=tuple(
            FontUse(
                use.role, use.font.name, kind(use.font).value, use.font.embedded, use.characters, use.shown
            )
            for use in uses(circular)
        ),
        recognised=recognised(circular),
        readings=readings,
    )


def _judged(row: Row, circular: Circular) -> Result:
    try:
        samples = list(row.measure(circular))
    except UnmeasurableError as reason:
        return Result(row, Outcome.UNMEASURED, where=str(reason))
    if not samples:
        return Result(row, Outcome.ABSENT, where=row.absent)
    if isinstance(row.target, Span):
        return _judged_figures(row, row.target, samples)
    wrong = [sample for sample in samples if sample.wrong]
    worst = (wrong or samples)[0]
    outcome = Outcome.FAILED if wrong else Outcome.PASSED
    return Result(row, outcome, str(worst.value), None, None, worst.where, len(samples), len(wrong))


def _judged_figures(row: Row, target: Span, samples: Sequence[Sample]) -> Result:
    figures = [(float(sample.value), sample.where) for sample in samples]
    wrong = sum(not target.passes(value) for value, _ in figures)
    value, where = max(figures, key=lambda figure: abs(target.deviation(figure[0])))
    return Result(
        row=row,
        outcome=Outcome.FAILED if wrong else Outcome.PASSED,
        value=f"{round(value, target.digits) + 0.0:.{target.digits}f} {target.unit}",
        number=value,
        deviation=target.deviation(value),
        where=where,
        measured=len(samples),
        wrong=wrong,
        figures=tuple(figures),
    )
