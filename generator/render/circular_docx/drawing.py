"""What stands at a fixed place of the page: text boxes and red rules, drawn and anchored to a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.render.circular_docx.elements import Element, drawn, w
from generator.render.circular_docx.lengths import emu

RED = "FF0000"
_GREY = "8C8C8C"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle in millimetres from the page's upper left corner.

    Without `top` it ends where `foot` says: at the lower edge of the page or of its margin. With `below_line`, `top`
    counts from the line of text that the drawing is anchored in.
    """

    left: float
    top: float | None
    width: float
    height: float
    foot: Literal["page", "margin"] = "margin"
    below_line: bool = False


def text_box(
    number: int, name: str, place: Place, content: Iterable[Element], *, sideways: bool = False
) -> Element:
    """A run that holds a text box without frame, as high as its text; `sideways` its lines read downwards.

    `number` is the drawing's own within the document.
    """
    body = drawn(
        "wps:bodyPr",
        drawn("a:noAutofit") if sideways else drawn("a:spAutoFit"),
        rot=0,
        vert="vert" if sideways else "horz",
        wrap="square",
        lIns=0,
        tIns=0,
        rIns=0,
        bIns=0,
        anchor="t",
    )
    shape = drawn(
        "wps:wsp",
        drawn("wps:cNvSpPr", txBox=1),
        _properties(place, drawn("a:noFill")),
        drawn("wps:txbx", w("txbxContent", *content)),
        body,
    )
    return _anchored(number, place, shape, drawn("wp:docPr", id=number, name=name))


def red_rule(number: int, place: Place) -> Element:
    """A run that holds a red bar; it says nothing, so it is marked as decoration by an empty description."""
    fill = drawn("a:solidFill", drawn("a:srgbClr", val=RED))
    shape = drawn("wps:wsp", drawn("wps:cNvSpPr"), _properties(place, fill), drawn("wps:bodyPr"))
    return _anchored(number, place, shape, drawn("wp:docPr", id=number, name=f"红线{number}", descr=""))


def blank(number: int, name: str, place: Place) -> Element:
    """A run that keeps a place of the page free of text."""
    shape = drawn("wps:wsp", drawn("wps:cNvSpPr"), _properties(place, drawn("a:noFill")), drawn("wps:bodyPr"))
    named = drawn("wp:docPr", id=number, name=name, descr="")
    return _anchored(number, place, shape, named, drawn("wp:wrapTopAndBottom"))


def kept_free(number: int, place: Place, shape: Literal["ellipse", "rect"], words: Element) -> Element:
    """A run that shows, dashed, a place which stays free for a seal or stamp, and says so in a line at its middle."""
    grey = drawn("a:solidFill", drawn("a:srgbClr", val=_GREY))
    line = drawn("a:ln", grey, drawn("a:prstDash", val="dash"), w=emu(0.18))
    body = drawn("wps:bodyPr", vert="horz", wrap="square", lIns=0, tIns=0, rIns=0, bIns=0, anchor="t")
    drawing = drawn(
        "wps:wsp",
        drawn("wps:cNvSpPr", txBox=1),
        _properties(place, drawn("a:noFill"), shape, line),
        drawn("wps:txbx", w("txbxContent", words)),
        body,
    )
    return _anchored(number, place, drawing, drawn("wp:docPr", id=number, name=f"留空{number}"))


def _properties(place: Place, fill: Element, shape: str = "rect", line: Element | None = None) -> Element:
    return drawn(
        "wps:spPr",
        drawn("a:xfrm", drawn("a:off", x=0, y=0), drawn("a:ext", **_size(place))),
        drawn("a:prstGeom", drawn("a:avLst"), prst=shape),
        fill,
        drawn("a:ln", drawn("a:noFill")) if line is None else line,
    )


def _anchored(
    number: int, place: Place, shape: Element, named: Element, wrap: Element | None = None
) -> Element:
    anchor = drawn(
        "wp:anchor",
        drawn("wp:simplePos", x=0, y=0),
        drawn("wp:positionH", _text("wp:posOffset", emu(place.left)), relativeFrom="page"),
        _vertical(place),
        drawn("wp:extent", **_size(place)),
        drawn("wp:effectExtent", l=0, t=0, r=0, b=0),
        drawn("wp:wrapNone") if wrap is None else wrap,
        named,
        drawn("wp:cNvGraphicFramePr"),
        drawn("a:graphic", drawn("a:graphicData", shape, uri=_SHAPE)),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
        simplePos=0,
        relativeHeight=number,
        behindDoc=0,
        locked=0,
        layoutInCell=1,
        allowOverlap=1,
    )
    choice = drawn("mc:Choice", w("drawing", anchor), Requires="wps")
    return w("r", drawn("mc:AlternateContent", choice))


def _vertical(place: Place) -> Element:
    if place.top is None:
        return drawn("wp:positionV", _text("wp:align", "bottom"), relativeFrom=place.foot)
    counted_from = "line" if place.below_line else "page"
    return drawn("wp:positionV", _text("wp:posOffset", emu(place.top)), relativeFrom=counted_from)


def _size(place: Place) -> dict[str, int]:
    return {"cx": emu(place.width), "cy": emu(place.height)}


def _text(name: str, value: str | int) -> Element:
    made = drawn(name)
    made.text = str(value)
    return made
