"""The zip package of a workbook, unpacked with a count kept: nothing is parsed before all of it has been found safe."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.disguise import disguise, misnamed, other_package
from generator.load.spreadsheet.refusals import SAVE_AS, START_AGAIN
from generator.problem import Place, Problem

MAX_BYTES, MAX_PARTS, MAX_UNPACKED, MAX_RATIO = 5_000_000, 400, 40_000_000, 120
"""A file's size, how many parts it may have, their size unpacked, and how many times they may be packed."""

_CHUNK = 1 << 16
_UNSAFE = re.compile(r"(?:^|/)\.\.?(?:/|$)|^/|[\\:\x00-\x1f]")
_NESTED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def unpacked(data: bytes, file: str) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """The parts of a workbook by name. They are empty when a problem leaves nothing safe to parse."""
    if len(data) > MAX_BYTES:
        message = f"文件有 {len(data):,} 字节，超过 {MAX_BYTES:,} 字节的上限"
        return {}, (refusals.WORKBOOK_TOO_LARGE.at(Place(file), message, START_AGAIN),)
    disguised = disguise(data, file)
    if disguised is not None:
        return {}, (disguised,)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _parts(package, len(data), file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        return {}, (_damaged(file, f"工作簿不完整（{_reason(error)}），多半没有传完"),)
    except RuntimeError:  # zipfile's word for a member that asks for a password
        message, hint = "工作簿里的内容加了密", "去掉密码，保存后再交"
        return {}, (refusals.WORKBOOK_PASSWORD.at(Place(file), message, hint),)


def _parts(package: zipfile.ZipFile, size: int, file: str) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    members = package.infolist()
    if len(members) > MAX_PARTS:
        message = f"工作簿里有 {len(members)} 个部分，超过 {MAX_PARTS} 个的上限"
        return {}, (refusals.WORKBOOK_TOO_LARGE.at(Place(file), message, START_AGAIN),)
    names = frozenset(member.filename for member in members)
    unfit = other_package(names, file) or misnamed(file)
    problems = [] if unfit is None else [unfit]
    problems += _misleading([member.filename for member in members], file)
    if problems:
        return {}, tuple(problems)
    parts: dict[str, bytes] = {}
    total = 0
    for member in members:
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NotImplementedError
        content = bytearray()
        with package.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                content += chunk
                total += len(chunk)
                if total > MAX_UNPACKED or total > MAX_RATIO * size:
                    return {}, (_swollen(total, size, file),)
        parts[member.filename] = bytes(content)
    nested = [name for name, content in parts.items() if content.startswith(_NESTED)]
    return ({}, tuple(_nested(nested, file))) if nested else (parts, ())


def _misleading(names: list[str], file: str) -> Iterator[Problem]:
    """Names that lead out of the package, or that two programs would read as different parts."""
    for name in names:
        if _UNSAFE.search(name):
            yield _damaged(file, f"工作簿里有一个路径不安全的部分“{name}”")
    for folded, times in Counter(name.casefold() for name in names).items():
        if times > 1:
            yield _damaged(file, f"工作簿里“{folded}”出现了 {times} 次，不知道以哪一个为准")


def _swollen(total: int, size: int, file: str) -> Problem:
    """A package that grows beyond measure when it is unpacked."""
    if total > MAX_UNPACKED:
        message = f"解开后超过 {MAX_UNPACKED // 1_000_000} MB"
    else:
        message = f"解开后是原来的 {total // size} 倍以上，超过 {MAX_RATIO} 倍的上限"
    return refusals.WORKBOOK_TOO_LARGE.at(Place(file), message, START_AGAIN)


def _nested(names: list[str], file: str) -> Iterator[Problem]:
    """A file within the file: a macro project, or an embedded document."""
    for name in names:
        if name.endswith("vbaProject.bin"):
            hint = "另存为“Excel 工作簿（*.xlsx）”，不选“启用宏”"
            yield refusals.WORKBOOK_MACRO.at(Place(file), "工作簿里有宏", hint)
        else:
            message = f"工作簿里嵌着另一个文件（{name.rsplit('/', 1)[-1]}）"
            yield refusals.WORKBOOK_OBJECT.at(Place(file), message, "删去它；要交的材料另外交")


def _damaged(file: str, message: str) -> Problem:
    return refusals.WORKBOOK_DAMAGED.at(Place(file), message, SAVE_AS)


def _reason(error: Exception) -> str:
    return {
        zipfile.BadZipFile: "压缩的结构坏了",
        zlib.error: "压缩的内容坏了",
        EOFError: "后半截没有了",
        NotImplementedError: "压缩方法不认识",
    }.get(type(error), "读取时出错")
