"""A circular as it is printed: its words, their order and its dates, all settled here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.model.circular import Circular, Kind
from generator.model.dossier import Dossier, Year
from generator.model.scalars import document_number_parts
from generator.problem import Place
from generator.views import phrases
from generator.views.prose import Block, blocks
from generator.views.sheet import Sheet
from generator.views.title import break_title

DRAFT = "送审稿"
_FILE = "文件"


class Form(Enum):
    """The standard's forms: the common one, and its three special ones (GB/T 9704-2012, 10)."""

    FILE = "file"
    LETTER = "letter"
    ORDER = "order"
    MINUTES = "minutes"


_FORMS = {Kind.LETTER: Form.LETTER, Kind.ORDER: Form.ORDER, Kind.MINUTES: Form.MINUTES}


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the title (版头).

    `organs` are printed large and red below each other, `mark_end` (文件) to the right of several. `draft` is
    the word that says a document is not yet issued, or empty. What does not apply is empty.
    """

    draft: str
    copy_number: str
    secrecy: str
    urgency: str
    organs: tuple[str, ...]
    mark_end: str
    number: str
    signers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A title whole and in its lines; `settled` is False where no good place to break it was found."""

    text: str
    lines: tuple[str, ...]
    settled: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Closing:
    """Signature and date. `post` is the signer's post where a stamp of his name takes the seal's place."""

    organs: tuple[str, ...]
    date: str
    sealed: bool
    post: str
    note: str
    attendance: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What follows on a page of its own: the enclosed document (no label) or an annex (附件1).

    An annex that is a table laid across the page has a sheet and no blocks.
    """

    label: str
    title: Title
    blocks: tuple[Block, ...]
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A table laid across the page that is a file of its own: its title, who answers for it, its day, and the word
    that says it is not yet issued, or empty.
    """

    part: Part
    sheet: Sheet
    title: str
    organs: tuple[str, ...]
    date: date
    draft: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """The last page's foot (版记). `to` is printed here only where 主送 would keep the text from the first page."""

    to: str
    cc: str
    body: str
    date: str


@dataclass(frozen=True, slots=True)
class PrintedCircular:
    """One circular ready to print. `annex_list` is 附件说明: the annexes' titles, or empty."""

    form: Form
    head: Head
    title: Title
    to: str
    blocks: tuple[Block, ...]
    annex_list: tuple[str, ...]
    closing: Closing
    parts: tuple[Part, ...]
    imprint: Imprint
    date: date
    place: Place


def printed_circular(
    dossier: Dossier, year: int, circular: Circular, *, draft: bool, annexes: Iterable[Part] = ()
) -> PrintedCircular:
    """Make one of a year's circulars ready to print; `annexes` are those that print with it, in order."""
    data = dossier.years[year]
    return PrintedCircular(
        form=_form(circular),
        head=_head(circular, draft=draft),
        title=_title(
            circular.title, circular.title_lines, known_names(dossier, data), circular.place("title")
        ),
        to=f"{'，'.join(circular.to)}：" if circular.to else "",
        blocks=blocks(dossier.prose[circular.body], data),
        annex_list=_annex_list(circular),
        closing=_closing(circular),
        parts=(*_enclosure(circular, dossier, data), *annexes),
        imprint=_imprint(circular),
        date=circular.date,
        place=circular.place(),
    )


def annex_leaf(circular: PrintedCircular, part: Part, sheet: Sheet) -> Leaf:
    """One annex of a circular, a table, as a file of its own."""
    title = f"{circular.head.number} {part.label} {part.title.text}"
    return Leaf(part, sheet, title, circular.closing.organs, circular.date, circular.head.draft)


def known_names(dossier: Dossier, year: Year) -> tuple[str, ...]:
    """The words of the bureau that are kept whole where a title breaks and where versions are compared."""
    registered = [form for name in dossier.words.names for form in (name.name, *name.short)]
    units = [form for unit in year.organisation.units for form in (unit.name, *unit.short)]
    terms = [term.term for term in dossier.words.terms]
    return (dossier.bureau.name, dossier.bureau.short_name, *registered, *units, *terms)


def _form(circular: Circular) -> Form:
    """The form that the kind has, unless the bureau chose that of a letter."""
    return Form.LETTER if circular.form else _FORMS.get(circular.kind, Form.FILE)


def _head(circular: Circular, *, draft: bool) -> Head:
    """Several organs stand in the mark by name, and what is left of the mark (文件) stands beside them."""
    organs: tuple[str, ...] = (circular.mark,)
    mark_end = ""
    if circular.joint:
        first = circular.mark.removesuffix(_FILE)
        organs, mark_end = (first, *circular.joint), circular.mark.removeprefix(first)
    return Head(
        draft=DRAFT if draft else "",
        copy_number=circular.copy_number or "",
        secrecy=circular.secrecy or "",
        urgency=circular.urgency or "",
        organs=organs,
        mark_end=mark_end,
        number=_number(circular),
        signers=circular.signers,
    )


def _number(circular: Circular) -> str:
    """An order is numbered by its serial alone: 第7号 (令号, GB/T 9704-2012, 10.2)."""
    _, _, serial = document_number_parts(circular.number)
    return f"第{serial}号" if circular.kind is Kind.ORDER else circular.number


def _title(text: str, given: tuple[str, ...], names: Iterable[str], place: Place) -> Title:
    if given:
        return Title(text, given, settled=True, place=place)
    lines, between_words = break_title(text, names)
    return Title(text, lines, between_words, place)


def _annex_list(circular: Circular) -> tuple[str, ...]:
    """The annexes as listed below the text. Those of an enclosed document are its own and not listed here."""
    return () if circular.enclosure else tuple(annex.title for annex in circular.annexes)


def _closing(circular: Circular) -> Closing:
    return Closing(
        organs=(circular.signature, *circular.joint),
        date=phrases.day(circular.date),
        sealed=circular.sealed,
        post=circular.signer_post or "",
        note=f"（{circular.note}）" if circular.note else "",
        attendance=tuple((f"{one.role}：", one.people) for one in circular.attendance),
    )


def _enclosure(circular: Circular, dossier: Dossier, year: Year) -> tuple[Part, ...]:
    enclosed = circular.enclosure
    if enclosed is None:
        return ()
    title = _title(enclosed.title, enclosed.title_lines, known_names(dossier, year), enclosed.place("title"))
    return (Part("", title, blocks(dossier.prose[enclosed.body], year)),)


def _imprint(circular: Circular) -> Imprint:
    """The form of a letter shows neither printing body nor day (GB/T 9704-2012, 10.1)."""
    to, cc = (f"{'，'.join(names)}。" if names else "" for names in (circular.to, circular.cc))
    if _form(circular) is Form.LETTER:
        return Imprint(to, cc, "", "")
    return Imprint(to, cc, circular.printing.body, f"{phrases.day(circular.printing.date)}印发")
