"""The facts of a file as they stand on the paper. Lengths are millimetres from the paper's top left corner,
type sizes are points, colours are red, green and blue from 0 to 255.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

MILLIMETRES_PER_POINT = 25.4 / 72

Colour = tuple[int, int, int]


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Where its middle stands, measured across the page."""
        return (self.left + self.right) / 2

    @property
    def centre(self) -> float:
        """Where its centre stands, measured down the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Font:
    """A font as the file names it, without the tag of a subset.

    `centre` is how far the middle of a Chinese character stands above the baseline, in ems, taken from the ink
    of the characters that occur; `None` if the font sets none.
    """

    name: str
    embedded: bool
    bold: bool = False
    centre: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """One visible character: `left` to `right` is its cell, `ink` the edges of what is printed.

    `width` is the cell's width in ems; `thickened` says that the outline was drawn too, to feign a bold face.
    """

    text: str
    left: float
    right: float
    baseline: float
    ink: Box
    size: float
    font: Font
    colour: Colour
    thickened: bool = False
    readable: bool = True

    @property
    def han(self) -> bool:
        """Whether it is a Chinese character."""
        return (
            "\u3400" <= self.text <= "\u9fff"
            or "\uf900" <= self.text <= "\ufaff"
            or self.text >= "\U00020000"
        )

    @property
    def chinese(self) -> bool:
        """Whether it is a Chinese character or one of the marks that Chinese fonts give a whole cell."""
        return self.han or self.text in "，。、；：？！（）《》〈〉〔〕【】「」『』“”‘’—…〇"

    @property
    def em(self) -> float:
        """Its type size in millimetres."""
        return self.size * MILLIMETRES_PER_POINT


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Characters on one baseline, from left to right.

    `top` and `bottom` are those of the characters' square bodies: one em high, around the middle of the ink of
    the font's Chinese characters.
    """

    page: int
    glyphs: tuple[Glyph, ...]
    text: str
    baseline: float
    size: float
    box: Box
    ink: Box

    @property
    def left(self) -> float:
        """Where the first character's cell begins."""
        return self.box.left

    @property
    def right(self) -> float:
        """Where the last character's cell ends."""
        return self.box.right

    @property
    def top(self) -> float:
        """Where the characters' bodies begin."""
        return self.box.top

    @property
    def bottom(self) -> float:
        """Where the characters' bodies end."""
        return self.box.bottom

    @property
    def em(self) -> float:
        """The type size in millimetres."""
        return self.size * MILLIMETRES_PER_POINT

    @property
    def red(self) -> bool:
        """Whether most of it is red."""
        return sum(is_red(glyph.colour) for glyph in self.glyphs) * 2 > len(self.glyphs)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule: `box` holds its whole ink, `thickness` its shorter side."""

    box: Box
    colour: Colour
    upright: bool = False
    dashed: bool = False

    @property
    def thickness(self) -> float:
        """How thick it is printed."""
        return self.box.width if self.upright else self.box.height

    @property
    def length(self) -> float:
        """How long it is."""
        return self.box.height if self.upright else self.box.width

    @property
    def red(self) -> bool:
        """Whether it is printed in red."""
        return is_red(self.colour)


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawing or picture that is no rule, such as a seal; `colour` is `None` for a picture."""

    box: Box
    colour: Colour | None
    picture: bool = False
    dashed: bool = False
    round: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page, turned so that most of its text is upright.

    `turned` holds the text that stands on its side, by the quarter turns clockwise (1: it reads downwards, 2 or 3)
    by which it stands turned; its lines are measured on the page turned back so far, where they are upright.
    Text at any other angle, as a watermark has, is left out.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    turned: dict[int, tuple[Line, ...]]
    rules: tuple[Rule, ...]
    shapes: tuple[Shape, ...]

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height

    @property
    def blank(self) -> bool:
        """Whether nothing at all is printed on it."""
        return not (self.lines or self.rules or self.shapes or any(self.turned.values()))


@dataclass(frozen=True, slots=True)
class Electronic:
    """What the file says of itself as an electronic document; an empty text is a fact not stated."""

    title: str = ""
    language: str = ""
    tagged: bool = False
    bookmarks: int = 0
    pdf_a: str = ""
    pdf_ua: str = ""
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was read of one file."""

    pages: tuple[Page, ...]
    electronic: Electronic

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """Every upright or sideways character."""
        return tuple(
            glyph
            for page in self.pages
            for lines in (page.lines, *page.turned.values())
            for line in lines
            for glyph in line.glyphs
        )


def is_red(colour: Colour) -> bool:
    """Whether a colour is the red of a circular's head: much red, little else."""
    red, green, blue = colour
    return red >= 150 and green <= 90 and blue <= 90


def is_black(colour: Colour) -> bool:
    """Whether a colour is printed as black."""
    return max(colour) <= 40
