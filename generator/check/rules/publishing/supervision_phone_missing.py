"""The bureau gives no phone for supervision.

Why:
    没有监督电话。
    公开的页面要写明监督电话，群众发现问题才知道找谁。

Bad:
    contacts:
      office_phone: 0000-8800123

Good:
    contacts:
      office_phone: 0000-8800123
      supervision_phone: 0000-8800456
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
DRAFT = False


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for the phone."""
    if dossier.bureau.contacts.supervision_phone is None:
        place = dossier.bureau.place("contacts")
        yield Finding("没有监督电话", place, "在 contacts 下写 supervision_phone")
