"""Spoilt copies of sound workbooks: bytes changed from outside, or within a part that is then packed again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from tests.load.spreadsheet.books import packed, parts_of
from tests.load.spreadsheet.sound import SOUNDS

_WORDS = [
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"&",
        b"&#0;",
        b"&#x1F600;",
        b"]]>",
        b"<!DOCTYPE a>",
        b"<?xml?>",
        b"<!--",
        b"\0",
        b"\xff",
    ),
    *(
        b"-1",
        b"0",
        b"99999999999",
        b"1e999",
        b"NaN",
        b"A1",
        b"XFD1048576",
        b"A1:XFD1048576",
        b"A0",
        b"true",
        b"",
    ),
    *(
        b't="s"',
        b't="e"',
        b't="b"',
        b't="d"',
        b's="9"',
        b'r="1"',
        b"_xD83D_",
        b"_x000D_",
        "甲".encode(),
        b'hidden="1"',
    ),
]


_SOUND = [case.data for case in SOUNDS]
_PLAIN_WORDS = [word for word in _WORDS if not set(word) & set(b'<>&"\0\xff')]
_ATTRIBUTE, _TEXT = re.compile(rb'(?<==")[^"<]*(?=")'), re.compile(rb"(?<=>)[^<>]+(?=</)")
_ELEMENT = re.compile(rb"<(\w+)(?: [^<>]*)?(?:/>|>[^<>]*</\1>)")


def mutants(seed: int, count: int, bases: Sequence[bytes] = _SOUND) -> Iterator[bytes]:
    """So many spoilt copies of some workbooks; the same seed gives the same."""
    random = Random(seed)
    for _ in range(count):
        data = random.choice(bases)
        yield random.choice((_outside, _inside, _within, _within))(random, data)


def _outside(random: Random, data: bytes) -> bytes:
    """Bytes of the package itself changed, cut or doubled."""
    return _spoilt(random, data, [bytes([random.randrange(256)]) for _ in range(4)])


def _inside(random: Random, data: bytes) -> bytes:
    """One or two parts changed, and the package sound again."""
    parts = parts_of(data)
    for name in random.choices([name for name in parts if "theme" not in name], k=random.choice((1, 1, 2))):
        parts[name] = _spoilt(random, parts[name], _WORDS)
    return packed(parts)


def _within(random: Random, data: bytes) -> bytes:
    """Values and texts of the XML changed for others, or an element doubled or taken out: it stays well-formed."""
    parts = parts_of(data)
    name = random.choice([name for name in parts if "theme" not in name and name.endswith((".xml", ".rels"))])
    for _ in range(random.choice((1, 1, 2, 5))):
        spots = list(random.choice((_ATTRIBUTE, _TEXT, _ELEMENT)).finditer(parts[name]))
        if spots:
            start, end = random.choice(spots).span()
            new = random.choice((*_PLAIN_WORDS, parts[name][start:end] * 2, b""))
            if parts[name][start:end].startswith(b"<"):
                new = random.choice((parts[name][start:end] * 2, b""))
            parts[name] = parts[name][:start] + new + parts[name][end:]
    return packed(parts)


def _spoilt(random: Random, content: bytes, words: list[bytes]) -> bytes:
    for _ in range(random.choice((1, 1, 2, 5))):
        start = random.randrange(len(content) + 1)
        end = min(len(content), start + random.choice((0, 1, 1, 2, 8, 60)))
        content = content[:start] + random.choice((*words, content[start:end] * 2)) + content[end:]
    return content
