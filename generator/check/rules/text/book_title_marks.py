"""Title marks are of the wrong kind, wrongly nested, or without their pair.

Why:
    书名号用错了。
    书名号是《》，里面再用书名号时用〈〉，再里面又用《》（GB/T 15834-2011）；不能用小于号、大于号代替，也不能只有一半。

Bad:
    《关于印发<2019年度绩效评估工作方案>的通知》
    《关于印发《2019年度绩效评估工作方案》的通知》
    《2019年度绩效评估工作方案

Good:
    《关于印发〈2019年度绩效评估工作方案〉的通知》
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.corpus import corpus
from generator.check.passages import HAN, Passage
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True
SAFE = True

_ANY = re.compile("[《》〈〉<＜][^\n]*")
_MARK = re.compile("[《》〈〉]")
_ANGLES = re.compile(rf"[<＜](?=[^<>＜＞\n]*[{HAN}])[^<>＜＞\n]*[>＞](?! ?[0-9=])")
"""Signs of inequality around Chinese words; before a figure they compare, as in <5%，满意率>95%."""
_OPEN = frozenset("《〈<＜")
_KINDS = ("《》", "〈〉")


@dataclass(frozen=True, slots=True)
class _Title:
    """An outermost title: where it stands, and each mark within it that should be another."""

    start: int
    end: int
    wrong: tuple[tuple[int, str], ...]


def check(dossier: Dossier) -> Iterator[Finding]:
    """Pair the title marks of each passage that has any."""
    seen: set[int] = set()
    for hit in corpus(dossier).find(_ANY):
        if id(hit.passage) not in seen:
            seen.add(id(hit.passage))
            yield from _of_passage(hit.passage)


def _of_passage(passage: Passage) -> Iterator[Finding]:
    titles, alone = _pair(passage)
    for position in alone:
        mark = passage.text[position]
        yield passage.fault(
            position, position + 1, f"书名号“{mark}”没有另一半", hint="补上另一半，或删去这一半"
        )
    for title in titles:
        if title.wrong:
            mended, done = "", title.start
            for position, right in title.wrong:
                mended += passage.quoted(done, position) + right
                done = position + 1
            mended += passage.quoted(done, title.end)
            words = passage.quoted(title.start, title.end)
            message = f"书名号用错：“{passage.text[title.wrong[0][0]]}”应为“{title.wrong[0][1]}”"
            yield Finding(message, passage.place(title.wrong[0][0]), f"改为“{mended}”", words)


def _pair(passage: Passage) -> tuple[list[_Title], list[int]]:
    """The outermost titles of a passage, and the marks that are left over."""
    outer = 1 if passage.cited else 0
    stack: list[int] = []
    titles: list[_Title] = []
    alone: list[int] = []
    wrong: list[tuple[int, str]] = []
    for position in _marks(passage.text):
        mark = passage.text[position]
        if mark in _OPEN:
            stack.append(position)
            right = _KINDS[(len(stack) - 1 + outer) % 2][0]
        elif stack:
            right = _KINDS[(len(stack) - 1 + outer) % 2][1]
            start = stack.pop()
        else:
            alone.append(position)
            continue
        if mark != right:
            wrong.append((position, right))
        if mark not in _OPEN and not stack:
            titles.append(_Title(start, position + 1, tuple(wrong)))
            wrong = []
    return titles, alone + stack


def _marks(text: str) -> list[int]:
    marks = {match.start() for match in _MARK.finditer(text)}
    for match in _ANGLES.finditer(text):
        marks |= {match.start(), match.end() - 1}
    return sorted(marks)
