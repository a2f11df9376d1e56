"""Tables on a page: where rules cross, text stands in cells and not in the lines of the body."""

from __future__ import annotations

from generator.inspect.reading.facts import Box, Line, Page

_FEWEST_UPRIGHT, _FEWEST_LEVEL = 2, 2


def table_box(page: Page) -> Box | None:
    """The rectangle that holds all tables of a page; `None` if there is none."""
    upright = [rule.box for rule in page.rules if rule.upright and not rule.red]
    level = [rule.box for rule in page.rules if not rule.upright and not rule.red]
    if len(upright) < _FEWEST_UPRIGHT or len(level) < _FEWEST_LEVEL:
        return None
    top, bottom = min(box.top for box in upright), max(box.bottom for box in upright)
    within = [box for box in level if top - 1 <= box.centre <= bottom + 1]
    if len(within) < _FEWEST_LEVEL:
        return None
    return Box(min(box.left for box in within), top, max(box.right for box in within), bottom)


def in_table(line: Line, box: Box | None) -> bool:
    """Whether a line stands within the tables' rectangle."""
    return box is not None and box.top - 1 <= line.box.centre <= box.bottom + 1
