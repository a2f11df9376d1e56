"""The fonts that print: which file plays which role, whether it is the right one, and what it can show."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from generator.load.files import FilesOnDisk
from generator.load.located import parse
from generator.load.refusals import Refusal
from generator.load.text import decode
from generator.load.typed import typed
from generator.model.record import Record
from generator.model.scalars import Key, Quantity, Text
from generator.model.settings import Settings
from generator.problem import Place, Problem

FOLDER = ".fonts"
"""Where the default fonts lie, below the project; kept outside version control."""

FONT_LIST = "theme/fonts.yml"
RARE = "rare"
"""The role of the font that shows the characters others lack."""

_ALSO_IN_GB2312 = frozenset("—·")
"""Two marks of GB 2312 that Python's codec gives to other code points."""

DEFAULT_FONTS = Refusal(
    "default_fonts",
    "公文的字体、字号和行数都按指定的字体排定，缺了或换了一种，版面就不再符合格式标准。",
    ".fonts/ 里缺少仿宋",
    "运行 zhengben fonts 取得并核对",
)
FONT_ROLE = Refusal(
    "font_role", "字体按用途指定，不认识的用途不会被悄悄忽略。", "fangsongti: 仿宋.ttf", "fangsong: 仿宋.ttf"
)
OWN_FONT = Refusal(
    "own_font",
    "本单位自备的字体读不了时，不会悄悄换成默认字体。",
    "fangsong: 已经移走的文件.ttf",
    "fangsong: fonts/仿宋_GB2312.ttf",
)
GLYPH = Refusal(
    "glyph",
    "字体里没有的字印出来是空白或方框，人名地名尤其不能缺字。",
    "仿宋和生僻字字体里都没有的字",
    "在 site_config.yml 里指定含有这个字的字体",
)
FONT_REFUSALS = {refusal.id: refusal for refusal in (DEFAULT_FONTS, FONT_ROLE, OWN_FONT, GLYPH)}
"""What is refused of fonts, by id."""


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

    def lacking(self, text: Iterable[str]) -> frozenset[str]:
        """The characters of a text that this font cannot show."""
        doubtful = frozenset(text)
        if not self.own:  # the default fonts hold all of GB 2312: they need not be opened for it
            doubtful = frozenset(char for char in doubtful if not _in_gb2312(char))
        if not doubtful:
            return doubtful
        from generator.load.font_file import characters  # noqa: PLC0415  # slow to import, seldom needed

        return doubtful - characters(self.path)


@dataclass(frozen=True, slots=True)
class Fonts:
    """Every role's font."""

    faces: Mapping[str, Face]

    def lacking(self, text: Iterable[str], roles: Collection[str]) -> frozenset[str]:
        """The characters that some of these roles need and the font for rare characters cannot give either."""
        characters = frozenset(text)
        return self.faces[RARE].lacking(
            char for role in roles for char in self.faces[role].lacking(characters)
        )


def read_font_list(root: Path) -> tuple[DefaultFont, ...]:
    """Read the list of default fonts. It is part of the program: a fault in it is our own mistake."""
    text, problems = decode(FilesOnDisk(root).read(FONT_LIST), FONT_LIST)
    mapping, found = parse(text or "", FONT_LIST)
    fonts, mistyped = typed(TypeAdapter(FontList), mapping) if mapping is not None else (None, ())
    if fonts is None or problems or found:
        raise ValueError((*problems, *found, *mistyped))
    return fonts.fonts


def find_fonts(root: Path, settings: Settings) -> tuple[Fonts | None, tuple[Problem, ...]]:
    """Find every role's font: the bureau's own where it names one, else the verified default.

    The fonts are None when any is missing or is not what it should be.
    """
    defaults = {font.role: font for font in read_font_list(root)}
    place = settings.place("fonts")
    problems = [_unknown_role(role, defaults, place) for role in settings.fonts if role not in defaults]
    unsound = [
        font for font in defaults.values() if font.role not in settings.fonts and not is_sound(root, font)
    ]
    if unsound:
        problems.append(_unsound(root, unsound))
    faces = {}
    for role, font in defaults.items():
        if role not in settings.fonts:
            faces[role] = Face(role, font.name, root / FOLDER / font.file, float(font.centre))
        elif own := _own_face(font, root / settings.fonts[role]):
            faces[role] = own
        else:
            problems.append(_unreadable(font, settings.fonts[role], place))
    return (None, tuple(problems)) if problems else (Fonts(faces), ())


def is_sound(root: Path, font: DefaultFont) -> bool:
    """Whether a default font lies in its folder and is, byte for byte, the one that was listed."""
    try:
        return hashlib.sha256((root / FOLDER / font.file).read_bytes()).hexdigest() == font.sha256
    except OSError:
        return False


def _own_face(font: DefaultFont, path: Path) -> Face | None:
    from generator.load.font_file import han_centre  # noqa: PLC0415  # slow to import, seldom needed

    centre = han_centre(path)
    return None if centre is None else Face(font.role, path.stem, path, centre, own=True)


@cache
def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return char in _ALSO_IN_GB2312
    return True


def _unsound(root: Path, fonts: Iterable[DefaultFont]) -> Problem:
    found = "、".join(
        f"{font.name}（{font.file} {'与清单不符' if (root / FOLDER / font.file).exists() else '缺少'}）"
        for font in fonts
    )
    return DEFAULT_FONTS.at(
        Place(FONT_LIST), f"{FOLDER}/ 里的字体不齐：{found}", "在项目文件夹里运行 zhengben fonts"
    )


def _unknown_role(role: str, known: Iterable[str], place: Place) -> Problem:
    return FONT_ROLE.at(place, f"没有“{role}”这种字体用途", "可以写：" + "、".join(known))


def _unreadable(font: DefaultFont, written: str, place: Place) -> Problem:
    message = f"{font.name}字体“{written}”读不了：没有这个文件，或者它不是含汉字的 TrueType、OpenType 字体"
    return OWN_FONT.at(place, message, "改正路径（相对于项目文件夹），或删去这一行而用默认字体")
