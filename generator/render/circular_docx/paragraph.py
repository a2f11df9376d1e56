"""A paragraph with a style and the few properties that differ from it, in the schema's order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.render.circular_docx.elements import Element, w


@dataclass(frozen=True, slots=True)
class Indent:
    """How far a paragraph's lines are set in, in twips; `hanging` is how far the first stands out from the others.

    The hundredths are indents in hundredths of a character. Who knows that unit (Word, WPS) takes it instead of
    twips; LibreOffice does not.
    """

    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    left_hundredths: int | None = None
    right_hundredths: int | None = None


_NONE = Indent()


def paragraph(
    style: str,
    content: Iterable[Element] = (),
    *,
    keep_next: bool = False,
    new_page: bool = False,
    rule: Element | None = None,
    tabs: Iterable[tuple[str, int]] = (),
    before: int | None = None,
    after: int | None = None,
    line: int | None = None,
    indent: Indent = _NONE,
    align: str | None = None,
    outline: int | None = None,
) -> Element:
    """A paragraph; lengths in twips, `line` is an exact height, `tabs` are kinds and places of tab stops."""
    stops = [w("tab", val=kind, pos=place) for kind, place in tabs]
    properties = w(
        "pPr",
        w("pStyle", val=style),
        w("keepNext") if keep_next else None,
        w("pageBreakBefore") if new_page else None,
        w("pBdr", rule) if rule is not None else None,
        w("tabs", *stops) if stops else None,
        w("snapToGrid", val=0) if line is not None else None,
        _given("spacing", before=before, after=after, line=line, lineRule=None if line is None else "exact"),
        _given(
            "ind",
            leftChars=indent.left_hundredths,
            left=indent.left,
            rightChars=indent.right_hundredths,
            right=indent.right,
            hanging=indent.hanging,
        ),
        w("jc", val=align) if align else None,
        None if outline is None else w("outlineLvl", val=outline),
    )
    return w("p", properties, *content)


def _given(name: str, **attributes: str | int | None) -> Element | None:
    """An element with those attributes that have a value, or none at all."""
    given = {key: value for key, value in attributes.items() if value is not None}
    return w(name, **given) if given else None
