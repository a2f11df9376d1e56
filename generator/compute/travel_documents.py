"""Numbers of passports and of permits to travel to and from Hong Kong, Macao and Taiwan in a text.

They have no check digits. An ordinary passport in force is known by its shape alone: E or G and eight digits, or E, a
letter and seven digits. Diplomatic, service and official ones, those of Hong Kong and Macao, and permits look like any
other code: they count only in a text that speaks of such documents, and digits without a letter only right after such a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compute.personal_kinds import DIGITS, SPACES, Kind, Personal, plain

_SIGNS = ("护照", "通行证", "台胞证", "回乡证", "旅行证", "证件号", "assport", "ASSPORT")
"""Without any of these a text speaks of no such document."""
_GAP = f"[{SPACES}]?"
_LETTERS = frozenset("DEGKPSCLTHMdegkpsclthmＤＥＧＫＰＳＣＬＴＨＭ")
_REACH = 3
_FIXED = re.compile(r"[0-9A-Za-z]")
_DIGITS = rf"(?:[A-Za-zＡ-Ｚ]{_GAP}[{DIGITS}]{{3}}|{_GAP}[{DIGITS}]{{4}}){_GAP}[{DIGITS}]{{4}}"
_SPOKEN_OF = re.compile(rf"[{''.join(sorted(_LETTERS))}]{_DIGITS}(?:[{DIGITS}]{{2}})?")
_ORDINARY = re.compile("(?:[EG][0-9]|E[A-HJ-NP-Z])[0-9]{7}")
_PERMITS = "CLTHM"
_TAIWAN_NAMES = ("台胞证", "台湾居民来往大陆通行证")
_TAIWAN = re.compile(
    rf"(?:{'|'.join(_TAIWAN_NAMES)})(?:号码|证号|编号|号)?[为是：:\s]{{0,3}}([{DIGITS}]{{8}}(?:[{DIGITS}]{{2}})?)(?![{DIGITS}])"
)
_DAY = re.compile("[A-Za-z](?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
"""A letter and a day is what a code looks like, not a passport."""


def travel_document(text: str, run: re.Match[str]) -> Iterator[Personal]:
    """The passport or permit whose letters stand before a run of digits of a text."""
    before = text[max(0, run.start() - _REACH) : run.start()]
    if _LETTERS.isdisjoint(before):
        return
    for start in range(run.start() - len(before), run.start()):
        found = _SPOKEN_OF.match(text, start)
        if found is None or _FIXED.search(
            text[max(0, start - 1) : start] + text[found.end() : found.end() + 1]
        ):
            continue
        number = plain(re.sub(f"[{SPACES}]", "", found.group()))
        if not _DAY.fullmatch(number) and (_ORDINARY.fullmatch(number) or _spoken_of(text)):
            kind = Kind.PERMIT if number[0].upper() in _PERMITS else Kind.PASSPORT
            yield Personal(kind, *found.span(), number.upper())
            return


def taiwan_permits(text: str) -> Iterator[Personal]:
    """The numbers of permits of Taiwan in a text: digits alone, after the name of the permit."""
    for told in _TAIWAN.finditer(text) if any(name in text for name in _TAIWAN_NAMES) else ():
        yield Personal(Kind.PERMIT, *told.span(1), plain(told[1]))


def _spoken_of(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)
