"""The head (版头) on the first page: everything down to the red rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from generator.inspect.reading.facts import Box, Line, Page, Rule
from generator.inspect.reading.lines import pieces

NUMBER = re.compile(
    r"^(?P<code>[^\d\W]{1,16})(?P<open>[〔\[［（(【﹝〖])(?P<year>\d{2,4}年?)(?P<close>[〕\]］）)】﹞〗])"
    r"(?P<ordinal>第?)(?P<serial>\d{1,6})(?P<end>号?)$"
)
_ORDER_NUMBER = re.compile(r"^第?[\d〇一二三四五六七八九十]{1,6}号$")
_COPY_NUMBER = re.compile(r"^\d{1,8}$")
_SECRECY = re.compile(r"^(?:绝\s*密|机\s*密|秘\s*密|内部)")
_URGENCY = re.compile(r"^(?:特\s*急|加\s*急|特\s*提|平\s*急|紧\s*急)")
_SIGNER = re.compile(r"^签发人")
_LONG, _LARGE = 80.0, 24.0
_DOUBLE = 4.0


class Form(Enum):
    """The forms of a circular (GB/T 9704-2012, 7 and 10)."""

    DOCUMENT = "文件"
    LETTER = "信函"
    ORDER = "命令"
    MINUTES = "纪要"


@dataclass(frozen=True, slots=True)
class Head:
    """The parts of the head; each is `None` or empty if it is not there.

    `rules` are the long red rules of the first page from top to bottom, `rule` the one that ends the head.
    """

    form: Form
    mark: tuple[Line, ...] = ()
    number: Line | None = None
    signers: tuple[Line, ...] = ()
    copy_number: Line | None = None
    secrecy: Line | None = None
    urgency: Line | None = None
    rules: tuple[Rule, ...] = ()
    rule: Rule | None = None

    @property
    def mark_ink(self) -> Box | None:
        """The edges of the mark's print."""
        if not self.mark:
            return None
        inks = [line.ink for line in self.mark]
        return Box(
            min(ink.left for ink in inks),
            min(ink.top for ink in inks),
            max(ink.right for ink in inks),
            max(ink.bottom for ink in inks),
        )

    @property
    def bottom(self) -> float:
        """Where the head ends and the title's blank begins."""
        ends = [line.bottom for line in (*self.mark, *self.signers, *((self.number,) if self.number else ()))]
        if self.rule:
            ends.append(self.rule.box.bottom)
        return max(ends, default=0.0)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Everything in the head that is text."""
        single = (self.number, self.copy_number, self.secrecy, self.urgency)
        return (*self.mark, *self.signers, *(line for line in single if line))


def head_of(page: Page, lines: Sequence[Line]) -> Head:
    """The head of the first page, whose lines of text (but its number) are given."""
    parts = [piece for line in lines for piece in pieces(line)]
    rules = tuple(
        sorted(
            (rule for rule in page.rules if rule.red and not rule.upright and rule.length > _LONG),
            key=lambda rule: rule.box.centre,
        )
    )
    number = next((piece for piece in parts if NUMBER.match(piece.text) and piece.size < _LARGE), None)
    mark = _mark(parts, number, page)
    text = "".join(line.text for line in mark)
    form = _form(text, rules, mark, page)
    if form is Form.ORDER and number is None:
        number = next((piece for piece in parts if _ORDER_NUMBER.match(piece.text)), None)
    limit = max(number.bottom if number else 0.0, mark[-1].bottom if mark else 0.0, page.height / 3)
    top = [piece for piece in parts if piece.top < limit and piece not in mark and piece is not number]
    return Head(
        form=form,
        mark=mark,
        number=number,
        signers=_signers(top),
        copy_number=next((piece for piece in top if _COPY_NUMBER.match(piece.text)), None),
        secrecy=next((piece for piece in top if _SECRECY.match(piece.text)), None),
        urgency=next((piece for piece in top if _URGENCY.match(piece.text)), None),
        rules=rules,
        rule=_rule(form, rules, number, mark, page),
    )


def doubles(rules: Sequence[Rule]) -> tuple[tuple[Rule, Rule], ...]:
    """The pairs of rules that lie close together."""
    return tuple(
        (above, below) for above, below in pairwise(rules) if below.box.top - above.box.bottom < _DOUBLE
    )


def _mark(parts: Sequence[Line], number: Line | None, page: Page) -> tuple[Line, ...]:
    limit = number.top if number else page.height / 2
    above = [piece for piece in parts if piece.bottom < limit + 1]
    candidates = [piece for piece in above if piece.size >= _LARGE] or [piece for piece in above if piece.red]
    if not candidates and number is None:
        candidates = [piece for piece in parts if piece.red and piece.size > 16 and piece.top < limit]
    if not candidates:
        return ()
    red = [piece for piece in candidates if piece.red]
    return tuple(red or candidates)


def _form(text: str, rules: Sequence[Rule], mark: Sequence[Line], page: Page) -> Form:
    if text.endswith("令"):
        return Form.ORDER
    if text.endswith("纪要"):
        return Form.MINUTES
    below = mark[-1].bottom if mark else 0.0
    foot = [rule for rule in rules if rule.box.centre > page.height * 0.8]
    if mark and foot and any(rule.box.centre - below < 25 for rule in rules if rule.box.top > below):
        return Form.LETTER
    return Form.DOCUMENT


def _signers(parts: Sequence[Line]) -> tuple[Line, ...]:
    first = next((piece for piece in parts if _SIGNER.match(piece.text)), None)
    if first is None:
        return ()
    more = [
        piece
        for piece in parts
        if piece.baseline >= first.baseline - 0.5 and piece.left >= first.left - 1 and piece is not first
    ]
    return (first, *more)


def _rule(
    form: Form, rules: Sequence[Rule], number: Line | None, mark: Sequence[Line], page: Page
) -> Rule | None:
    if form is Form.LETTER:
        below = mark[-1].bottom if mark else 0.0
        return next((rule for rule in rules if rule.box.centre > below), None)
    start = number.bottom if number else (mark[-1].bottom if mark else 0.0)
    red = [rule for rule in rules if rule.box.centre > start - 1 and rule.box.centre < page.height * 0.8]
    if red:
        return red[0]
    other = [
        rule
        for rule in page.rules
        if not rule.upright and rule.length > _LONG and start - 1 < rule.box.centre < start + 25
    ]
    return min(other, key=lambda rule: rule.box.centre, default=None) if number else None
