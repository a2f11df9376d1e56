"""Bytes to text: UTF-8 only, safe characters only, line ends made one; every doubt has a place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.load import refusals
from generator.problem import Place, Problem

MAX_BYTES, MAX_PROSE_BYTES = 2_000_000, 200_000
"""How large a file of data and one of prose may be: whatever stands in it, it is read and checked in 30 s and 1 GB."""

_ALLOWED = (
    r"\n\x20-\x7e"  # ASCII
    r"·×÷±§°—‘’“”…‰℃←-↓√≈≠≤≥①-⒇─-╿■-◿★☆㈠-㈩"  # symbols that Chinese official prose uses
    r"　-〟㎡㎜㎝㎞㎏"  # CJK punctuation and unit signs
    r"！-～￥"  # full-width forms
    r"㐀-䶿一-鿿\U00020000-\U000323AF"  # Han
    r"Ⅰ-Ⅻ"
)
_STRANGER = re.compile(f"[^{_ALLOWED}]")
_LINE_SEPARATORS = {
    "\n": "换行符",
    "\r": "单独的回车符",
    "\u2028": "行分隔符 U+2028",
    "\u2029": "段分隔符 U+2029",
}
_LISTED = 5
"""Up to so many kinds of unacceptable characters are named one by one; more mean that the whole file is wrong."""
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""Control characters and line separators, which would stop the parsers or shift their line numbers."""


def decode(data: bytes, file: str, most: int = MAX_BYTES) -> tuple[str | None, tuple[Problem, ...]]:
    """Decode a file's bytes, of which there may be so many. The text is None when nothing more can be said of the file.

    Unacceptable characters are reported, each kind once, at the first place it stands. The text is still
    returned, so that other problems of the file are found in the same run; in it every line ends in a line
    feed, and a space stands for each control character.
    """
    if len(data) > most:
        message = f"文件有 {len(data):,} 字节，超过 {most:,} 字节的上限"
        return None, (refusals.FILE_TOO_LARGE.at(Place(file), message, "请把内容分到几个文件里"),)
    problems: list[Problem] = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        hint = "保存时编码选“UTF-8”，不选“带 BOM 的 UTF-8”"
        problems.append(refusals.BYTE_ORDER_MARK.at(Place(file), "文件开头有 BOM 标记", hint))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (*problems, _wrong_encoding(data, error.start, file))
    text = text.replace("\r\n", "\n")
    problems.extend(_strangers(text, file))
    return _UNREADABLE.sub(" ", text.replace("\r", "\n")), tuple(problems)


def joined(lines: Iterable[str]) -> str:
    """Lines as one passage, as Chinese is set: a space stands only between two ASCII characters."""
    passage = ""
    for line in lines:
        latin = passage[-1:].isascii() and line[:1].isascii()
        passage += f" {line}" if passage and latin else line
    return passage


def strangers(text: str) -> tuple[str, ...]:
    """The characters of a text that no file may hold, in order, each once."""
    return tuple(dict.fromkeys(_STRANGER.findall(text)))


def described(char: str) -> str:
    """What a clerk is told an unacceptable character is."""
    code = f"U+{ord(char):04X}"
    if char in _LINE_SEPARATORS:
        return _LINE_SEPARATORS[char]
    name = unicodedata.name(char, "")
    match unicodedata.category(char):
        case "Cc" | "Co" | "Cn" | "Cs":
            return f"控制字符或未定义的字符 {code}"
        case "Cf":
            return f"不可见的格式字符 {code}（{name}）"
        case "Zs":
            return f"特殊空格 {code}（{name}）"
        case _:
            return f"“{char}” {code}（{name}）"


def _wrong_encoding(data: bytes, offset: int, file: str) -> Problem:
    before = data[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        found = "UTF-16（记事本的“Unicode”）"
    elif _decodes(data, "gb18030"):
        found = "GB18030（记事本的“ANSI”）"
    else:
        found = "无法辨认的"
    return refusals.ENCODING.at(
        Place(file, line, column),
        f"这个文件是 {found}编码，不是 UTF-8" if found[0].isascii() else "这个文件不是 UTF-8 编码",
        "在记事本或 WPS 中打开，另存为，编码选 UTF-8",
    )


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _strangers(text: str, file: str) -> Iterator[Problem]:
    found = strangers(text)
    if "\t" in found:
        yield refusals.TAB.at(_place(text, "\t", file), "这里有制表符（Tab）", "改用空格，每层缩进两个")
    others = [char for char in found if char != "\t"]
    if len(others) > _LISTED:
        message = f"从这里起有 {len(others)} 种不能接受的字符，如{'、'.join(map(described, others[:2]))}"
        hint = "多半是文件编码弄错了：找回原来的文件，另存为 UTF-8"
        yield refusals.CHARACTER.at(_place(text, others[0], file), message, hint)
        return
    for char in others:
        message = f"这里有不能接受的字符：{described(char)}"
        yield refusals.CHARACTER.at(_place(text, char, file), message, "删去它，重新输入")


def _place(text: str, char: str, file: str) -> Place:
    """Where a character stands for the first time."""
    start = text.index(char)
    before = text[:start].replace("\r", "\n")
    return Place(file, before.count("\n") + 1, start - before.rfind("\n"))
