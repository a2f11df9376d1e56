"""Spoils sound inputs at random: texts, bytes, workbooks, filled-in forms, values of data files."""

from __future__ import annotations

import random

from tests.load.spreadsheet.books import packed, parts_of

NASTY = (
    *("\u200b", "\u202e", "\u00a0", "\u2028", "\t", "\x00", "\ufeff", "\ud7ff", "𠮷", "e\u0301"),
    *("\r", "\n", "\n\n", ": ", "：", "- ", "#", " #", "|", ">", "&a ", "*a", "<<: "),
    *("!!python/object:os.system ", "---\n", "...\n", "%", "{", "}", "[", "]", "{" * 30, "[" * 30),
    *('"', "'", "\\", "\\u", ",", "?", "`", "@", "~", "null", "yes", "on"),
    *(
        "1e999999",
        "NaN",
        ".inf",
        "0x1F",
        "010",
        "1_000",
        "１２",
        "-1",
        "2019-02-29",
        "9999-99-99",
        "12:30:45",
    ),
    *("{{ plan.points }}", "{{7*7}}", "{{", "}}", "{%", "<script>", "</", "<!--", "-->", "javascript:"),
    *("](", "![", "|---|\n", "| a | b |\n", "# ", "####### ", "一、", "（一）", "1.", "（1）", "【待补"),
    *("> ", "    ", "```", "***", "〔2019〕44号", "ZD01-1", "../../etc/passwd", "&#x0;", "&amp;"),
    *("<!DOCTYPE a [<!ENTITY b 'c'>]>", "]]>", "<c r='A0'/>"),
)
"""Fragments that mean something to a reader, or should not."""


def mutated_text(chance: random.Random, data: bytes) -> bytes:
    """A passage of a text with something deleted, doubled, moved or put in, up to four times."""
    text = data.decode()
    start = chance.randrange(len(text)) if chance.random() < 0.3 else 0
    text = text[start : start + chance.choice((100, 400, 1_600))]
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(text) + 1), chance.choice((1, 1, 2, 8, 40))
        piece = text[at : at + length]
        text = chance.choice(
            (
                text[:at] + text[at + length :],
                text[:at] + piece * 2 + text[at + length :],
                piece + text[:at] + text[at + length :],
                text[:at] + chance.choice(NASTY) + text[at:],
                text[:at] + chance.choice(NASTY) + text[at + length :],
                text[:at] + chr(chance.choice((chance.randrange(128), chance.randrange(0xD800)))) + text[at:],
            )
        )
    return text.encode()


def mutated_bytes(chance: random.Random, data: bytes) -> bytes:
    """A text, mutated, and in part with single bytes changed or in another encoding."""
    data = mutated_text(chance, data)
    match chance.randrange(4):
        case 0:
            return data.decode().encode(chance.choice(("gb18030", "utf-16", "big5", "latin-1")), "replace")
        case 1:
            spoilt = bytearray(data or b"x")
            for _ in range(chance.randint(1, 5)):
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
            return bytes(spoilt)
        case _:
            return data


def mutated_book(chance: random.Random, data: bytes) -> bytes:
    """A workbook with one part's text mutated, or with bytes of the package itself changed or cut off."""
    if chance.random() < 0.2:
        spoilt = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        return bytes(spoilt[: chance.randint(0, len(spoilt))] if chance.random() < 0.3 else spoilt)
    parts = dict(parts_of(data))
    name = chance.choice(sorted(parts))
    whole = parts[name].decode()
    at, length = chance.randrange(len(whole)), chance.choice((0, 1, 4, 20))
    put = chance.choice((*NASTY, whole[chance.randrange(len(whole)) :][:30])).encode("utf-8", "replace")
    parts[name] = whole[:at].encode() + put + whole[at + length :].encode()
    return packed(parts, 0)
