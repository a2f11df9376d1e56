"""What sentences claim of the plan's changes: 目标 CG02-2 的分值由0.5分改为0.4分。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.publish.verify.context import Context
from generator.publish.verify.spelling import squeezed
from generator.publish.verify.table_claims import Claim

_CHANGE = re.compile(
    r"(?P<id>[A-Z]{1,3}[0-9]{2}(?:-[0-9]+)?)的(?P<label>[^。由]{2,8})由(?P<old>“[^”]*”|[^。“]*?)"
    r"(?:改为|调整为|降低到|提高到|推迟到|提前到|延长到|缩短到)(?P<new>“[^”]*”|[^。“]*?)。"
)


def change_claims(said: str, context: Context, place: str) -> Iterator[Claim]:
    """Every claim of a text about what a field of an item was changed from, and to."""
    for told in _CHANGE.finditer(squeezed(said)):
        item, field = told["id"], context.facts.labels.get(told["label"], "")
        plans = [facts.items[item] for facts in context.versions if item in facts.items]
        made = {
            f"{old}→{new}"
            for before, after in pairwise(plans)
            for old in before.get(field, ())
            for new in after.get(field, ())
            if before[field] != after[field]
        }
        if field:
            found = "→".join(told[name].strip("“”") for name in ("old", "new"))
            yield Claim(item, f"{field} changed", place, found, frozenset(made) or frozenset({"没有调整"}))
