"""The imprint (版记): 抄送, printing body and day, between rules at the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.inspect.reading.facts import Line, Page, Rule

_ISSUED = re.compile(r"(?:\d{1,4}|[〇○零一二三四五六七八九十]+)日印\s*[发制刷]。?$")
_COPY = re.compile(r"^(?:抄\s*送|主\s*送|分\s*送|抄报)\s*[：:]")
_REACH = 16.0
_LONG = 90.0
_FULL_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Imprint:
    """The imprint: its page, its rules from top to bottom, the lines of 抄送 and the line of printing.

    `copies` are the lines of 抄送 (and 主送 moved here); `issue` is the line with the printing body and day.
    """

    page: int
    rules: tuple[Rule, ...]
    copies: tuple[Line, ...]
    issue: Line | None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines of text."""
        return (*self.copies, *((self.issue,) if self.issue else ()))


def imprint_of(lines: Sequence[Sequence[Line]], pages: Sequence[Page]) -> Imprint | None:
    """The imprint, sought from the last page backwards; `lines` are those of each page but its number."""
    for page, text in zip(reversed(pages), reversed(lines), strict=True):
        issue = next((line for line in reversed(text) if _ISSUED.search(line.text)), None)
        first = next(
            (
                line
                for line in text
                if _COPY.match(line.text)
                and (issue is None or line.baseline < issue.baseline)
                and line.box.centre > page.height / 3
            ),
            None,
        )
        start = first or issue
        if start is None or (issue is None and not _closes(text, start)):
            continue
        last = issue.baseline if issue else text[-1].baseline
        copies = tuple(
            line
            for line in text
            if first and first.baseline - 1 <= line.baseline <= last and line is not issue
        )
        return Imprint(page.number, _rules(page, start, text, last), copies, issue)
    return None


def _closes(text: Sequence[Line], start: Line) -> bool:
    """Whether only more of the same small text follows, as it does in a letter's imprint."""
    return all(line.left > start.left - 1 for line in text if line.baseline > start.baseline)


def _rules(page: Page, start: Line, text: Sequence[Line], last: float) -> tuple[Rule, ...]:
    above = [line.bottom for line in text if line.baseline < start.baseline - 1]
    top = max([start.top - _REACH, *[bottom - _FULL_GAP for bottom in above]])
    rules = [
        rule
        for rule in page.rules
        if not rule.upright and not rule.red and rule.length > _LONG and top < rule.box.centre < last + _REACH
    ]
    return tuple(sorted(rules, key=lambda rule: rule.box.centre))
