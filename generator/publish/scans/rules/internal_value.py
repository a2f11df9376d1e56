"""Nothing that is published holds what stays inside the bureau."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.refusals import Refusal
from generator.model.visibility import INTERNAL_FIELDS
from generator.publish.reading.files import File
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw

REFUSAL = Refusal(
    "internal_value",
    "要发布的文件里有内部的内容。直接责任人、印证材料、填报人、自评得分只供内部使用；"
    "同样的字也写在公开的栏目里的，不算。",
    "目标的网页上印着“印证材料：排查台账”",
    "网页上只有公开的各栏",
)
_NAMES = "|".join(sorted(INTERNAL_FIELDS))
_FIELD = re.compile(rf'"(?:{_NAMES})"\s*:|(?:^|,)(?:{_NAMES})(?=,|\r?$)', re.MULTILINE)
_HINT = "模板或程序把内部的栏目印出来了，请告诉维护人员；确须公开的，在 data/privacy.yml 登记"


def look(file: File, facts: Facts) -> Iterator[Flaw]:
    """Find internal values in all that a file says, and internal fields by their names in data for programs."""
    kept_off = facts.kept_off.get(file.address, {})
    told: set[str] = set(facts.allowed)
    for where, text in file.texts:
        said = "".join(text.split())
        found = set(facts.internal_words.findall(said)) if facts.internal_words else set()
        found |= {value for value in kept_off if value in said}
        for value in sorted(found - told):
            told.add(value)
            source = facts.internal.get(value) or kept_off[value]
            yield Flaw(file.address, f"有内部的内容（{source}）" + (f"，在{where}" if where else ""), _HINT)
        if file.kind in ("json", "csv"):
            for field in _FIELD.finditer(text):
                yield Flaw(
                    file.address,
                    f"有内部的栏目 {field.group().strip(',: ')}",
                    _HINT,
                    text.count("\n", 0, field.start()) + 1,
                )
