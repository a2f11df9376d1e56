"""Words as runs: every run says in which font, and that its quotation marks and dashes are Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import groupby

from generator.render.circular_docx.elements import Element, text, w


class Face(Enum):
    """A font by its role: the character style that sets it within other text, and who stands in for it.

    The usual fonts hold GB 2312, which lacks rare characters; `rare` is the font that has them and looks alike.
    """

    FANGSONG = ("", "仿宋")
    KAI = ("Kai", "楷体")
    HEI = ("Hei", "黑体")
    TITLE = ("", "宋体")

    @property
    def style(self) -> str:
        """The character style."""
        return self.value[0]

    @property
    def rare(self) -> str:
        """The font for rare characters."""
        return self.value[1]


def runs(words: str, face: Face = Face.FANGSONG, *, within: bool = False, **look: int) -> list[Element]:
    """The runs of words; `within` says that the paragraph's own font is another one.

    `look` may give `spacing` (twips after each character), `w` (per cent of a character's width) and `sz` (half
    points), in this order.
    """
    return [
        w("r", w("rPr", *_font(face, rare=rare, within=within), *_look(look)), text(part))
        for rare, part in _parts(words)
    ]


def spread(
    words: str,
    wide: int,
    natural: int,
    face: Face = Face.FANGSONG,
    *,
    within: bool = False,
    spacing: int = 0,
    **look: int,
) -> list[Element]:
    """Words spread from their natural width to `wide`; the last character has no blank after it."""
    if len(words) < 2 or wide <= natural:
        return runs(words, face, within=within, spacing=spacing, **look)
    apart = spacing + round((wide - natural) / (len(words) - 1))
    return [
        *runs(words[:-1], face, within=within, spacing=apart, **look),
        *runs(words[-1], face, within=within, spacing=spacing, **look),
    ]


def tab() -> Element:
    """A run that goes to the next tab stop."""
    return w("r", w("tab"))


def line_break() -> Element:
    """A run that begins a new line of the same paragraph."""
    return w("r", w("br"))


def page_field() -> Element:
    """The number of the page it stands on."""
    return w("fldSimple", w("r", text("1")), instr=" PAGE ")


def _font(face: Face, *, rare: bool, within: bool) -> Iterator[Element]:
    if within and face.style:
        yield w("rStyle", val=face.style)
    fonts = {"ascii": face.rare, "hAnsi": face.rare, "eastAsia": face.rare} if rare else {}
    yield w("rFonts", hint="eastAsia", **fonts)


def _look(look: dict[str, int]) -> Iterator[Element]:
    for name, value in look.items():
        yield w(name, val=value)
        if name == "sz":
            yield w("szCs", val=value)


def _parts(words: str) -> Iterator[tuple[bool, str]]:
    for rare, characters in groupby(words, _is_rare):
        yield rare, "".join(characters)


def _is_rare(character: str) -> bool:
    """Whether a Han character lies outside GB 2312; other signs are in every font."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character > "\u3400" and not "\ue000" <= character <= "\uffff"
    return False
