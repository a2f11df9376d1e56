"""The fonts that print: which file plays which role, whether it is the right one, and what it can show."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont, TTLibError
from pydantic import Field, TypeAdapter

from generator.load.files import FilesOnDisk
from generator.load.located import parse
from generator.load.text import decode
from generator.load.typed import typed
from generator.model.record import Record
from generator.model.scalars import Key, Quantity, Text
from generator.model.settings import Settings
from generator.problem import Level, Place, Problem

FOLDER = ".fonts"
"""Where the default fonts lie, below the project; kept outside version control."""

FONT_LIST = "theme/fonts.yml"
RARE = "rare"
"""The role of the font that shows the characters others lack."""

_MEND = "在项目文件夹里运行 zhengben fonts"
_SAMPLE = "国圆围图固园德警繁赢"
"""Han characters that fill their square, by which a font's middle is measured."""

_ALSO_IN_GB2312 = frozenset("—·")
"""Two marks of GB 2312 that Python's codec gives to other code points."""


class DefaultFont(Record):
    """One default font: its role, file and digest, and the Debian package and folder that hold it."""

    role: Key
    name: Text
    file: Text
    sha256: Text
    centre: Quantity
    package: Text
    folder: Text


class FontList(Record):
    """The list of roles with their default fonts."""

    fonts: Annotated[tuple[DefaultFont, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Face:
    """One font in its role. `centre` is the middle of a Han character's ink above the baseline, in em."""

    role: str
    name: str
    path: Path
    centre: float
    own: bool = False

    def lacking(self, text: str) -> frozenset[str]:
        """The characters of a text that this font cannot show."""
        characters = frozenset(text)
        if not self.own:  # the default fonts hold all of GB 2312, so they are opened for rarer characters only
            characters = frozenset(char for char in characters if not _in_gb2312(char))
        return frozenset(char for char in characters if ord(char) not in _characters(self.path)) if characters else characters


@dataclass(frozen=True, slots=True)
class Fonts:
    """Every role's font."""

    faces: Mapping[str, Face]

    def lacking(self, text: str, roles: Collection[str]) -> frozenset[str]:
        """The characters of a text that neither some role's font nor the rare characters' font can show."""
        missing = frozenset[str]().union(*(self.faces[role].lacking(text) for role in roles))
        return self.faces[RARE].lacking("".join(missing))


def read_font_list(root: Path) -> FontList:
    """Read the list of fonts. It is ours, so a fault in it is our own mistake."""
    text, problems = decode(FilesOnDisk(root).read(FONT_LIST), FONT_LIST)
    mapping, found = parse(text or "", FONT_LIST)
    if mapping is None or problems or found:
        raise ValueError(problems or found)
    fonts, found = typed(TypeAdapter(FontList), mapping)
    if fonts is None:
        raise ValueError(found)
    return fonts


def find_fonts(root: Path, settings: Settings) -> tuple[Fonts | None, tuple[Problem, ...]]:
    """Find every role's font: the bureau's own where it names one, else the verified default.

    The fonts are None when any is missing or is not the one it should be.
    """
    defaults = {font.role: font for font in read_font_list(root).fonts}
    place = settings.place("fonts")
    problems = [_unknown_role(role, defaults, place) for role in settings.fonts if role not in defaults]
    faces = {}
    unsound = []
    for role, font in defaults.items():
        if role in settings.fonts:
            face, problem = _own_face(root, font, settings.fonts[role], place)
            if problem:
                problems.append(problem)
            else:
                faces[role] = face
        elif is_sound(root, font):
            faces[role] = Face(role, font.name, root / FOLDER / font.file, float(font.centre))
        else:
            unsound.append(font)
    if unsound:
        problems.append(_unsound(root, unsound))
    return (None, tuple(problems)) if problems else (Fonts(faces), ())


def is_sound(root: Path, font: DefaultFont) -> bool:
    """Whether a default font lies in its folder and is, byte for byte, the one that was listed."""
    try:
        return hashlib.sha256((root / FOLDER / font.file).read_bytes()).hexdigest() == font.sha256
    except OSError:
        return False
