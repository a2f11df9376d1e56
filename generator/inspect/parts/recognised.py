"""Which parts of a circular were recognised in a file, and in what words: the reader can see if it went wrong."""

from __future__ import annotations

from collections.abc import Iterable

from generator.inspect.parts.circular import Circular
from generator.inspect.reading.facts import Line


def recognised(circular: Circular) -> tuple[tuple[str, str], ...]:
    """Each part's Chinese name and the words it was found in; empty if it was not found."""
    head, closing, imprint = circular.head, circular.closing, circular.imprint
    labels = (head.copy_number, head.secrecy, head.urgency)
    return (
        ("份号、密级、紧急程度", _joined((line for line in labels if line), "　")),
        ("发文机关标志", _joined(head.mark)),
        ("发文字号", head.number.text if head.number else ""),
        ("签发人", _joined(head.signers)),
        ("版头分隔线", "第1页" if head.rule else ""),
        ("标题", _joined(circular.opening.title)),
        ("主送机关", _joined(circular.opening.addressees)),
        ("正文", f"{len(circular.body.lines)} 行" if circular.body.lines else ""),
        ("附件说明", _joined(circular.annex_list.lines) if circular.annex_list else ""),
        ("署名", _joined(closing.signature) if closing else ""),
        ("成文日期", closing.date.text if closing else ""),
        ("附注", closing.note.text if closing and closing.note else ""),
        ("附件", "；".join(f"附件{annex.number} {annex.name}" for annex in circular.annexes)),
        ("版记", f"第{imprint.page}页" if imprint else ""),
        ("页码", f"{len(circular.folios)} 页有" if circular.folios else ""),
    )


def _joined(lines: Iterable[Line], between: str = "") -> str:
    return between.join(line.text for line in lines)
