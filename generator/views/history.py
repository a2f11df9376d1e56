"""How a plan came to read as it does: what was approved, by which document, on what day; of one item, or of the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.compute.approvals import Standing, TargetStanding, amendments, standings
from generator.model.approval import Approval
from generator.model.dossier import Year
from generator.model.indicator import AssessedItem
from generator.model.scalars import document_number_parts
from generator.views import change_words, phrases
from generator.views.amendment import COMPARISON, REDLINE
from generator.views.downloads import Document, DownloadGroup, grouped
from generator.views.progress import corrections


@dataclass(frozen=True, slots=True)
class Told:
    """What a step did, in a sentence; with the item it did it to, and that item's text, as far as there is one."""

    sentence: str
    item: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step: the day, the document, its circular's serial as far as the site has it, and what it did.

    `files` show the step: 修订对照表, and the table of targets with the changes marked.
    """

    date: str
    document: str
    serial: int | None
    sample: bool
    told: tuple[Told, ...]
    files: tuple[DownloadGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemHistory:
    """How an item stands to what was approved, in words, and the steps that led there, the first first.

    What was reported of it and corrected later is a step too.
    """

    standing: str
    pending: bool
    lines: tuple[HistoryLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The year's record of changes, the newest first, and the items that are altered and not yet approved."""

    lines: tuple[HistoryLine, ...]
    pending: tuple[str, ...]

    @property
    def amendments(self) -> tuple[HistoryLine, ...]:
        """The steps after the first, which issued the plan."""
        return self.lines[:-1]


def histories(year: Year) -> Mapping[str, ItemHistory]:
    """The history of every assessed item by id; empty where the year has no approvals."""
    if not year.approvals:
        return {}
    told: dict[str, list[tuple[date, HistoryLine]]] = {item.id: [] for item in year.items}
    for approval in year.approvals:
        steps: dict[str, list[Told]] = {}
        for change in amendments(approval, year.year):
            steps.setdefault(change.subject.id, []).append(Told(f"{change_words.sentence(change)}。"))
        if approval is year.approvals[0]:
            steps = {name: [Told("印发计划。")] for name in approval.targets}
        for name in steps.keys() & told.keys():
            told[name].append((approval.date, _line(year, approval, tuple(steps[name]))))
    for item in year.items:
        told[item.id] += _errata(year, item)
    return {name: _item(one, told[name]) for name, one in standings(year).items() if name in told}


def changes_view(year: Year, documents: Iterable[Document] = ()) -> ChangesView | None:
    """The record of changes of a year with the documents that show them; None where nothing was approved."""
    if not year.approvals:
        return None
    pending = [name for name, one in standings(year).items() if one.standing is Standing.PENDING]
    lines = tuple(line for _, line in _lines(year, documents))
    return ChangesView(tuple(reversed(lines)), tuple(pending))


def circular_history(
    year: Year, circular: str, documents: Iterable[Document] = ()
) -> tuple[HistoryLine, ...]:
    """What a circular did to the plan, and, of the one that issued it, what became of it; empty if it did nothing."""
    lines = tuple(_lines(year, documents))
    own = [place for place, (approval, _) in enumerate(lines) if approval.circular == circular]
    shown = lines if 0 in own else [lines[place] for place in own]
    return tuple(line for _, line in shown)


def standing(one: TargetStanding) -> str:
    """How an item stands, in the words that pages, circulars and boards print."""
    number = _short(one.approval) if one.approval else ""
    return {
        Standing.AS_ISSUED: f"与{number}一致",
        Standing.AMENDED: f"已调整（{number}）",
        Standing.PENDING: "已修订待批准",
        Standing.UNRECORDED: "",
    }[one.standing]


def _item(one: TargetStanding, dated: Iterable[tuple[date, HistoryLine]]) -> ItemHistory:
    lines = tuple(line for _, line in sorted(dated, key=lambda step: step[0]))
    return ItemHistory(standing(one), one.standing is Standing.PENDING, lines)


def _errata(year: Year, item: AssessedItem) -> Iterator[tuple[date, HistoryLine]]:
    quarters = {quarter.id: quarter.name for quarter in year.plan.quarters}
    errata = [one for one in year.errata if one.target == item.id]
    for erratum, one in zip(errata, corrections(year, item, tuple(errata)), strict=True):
        sentence = f"{one.field}由“{one.was}”更正为“{one.now}”。{one.reason}"
        title = f"更正{quarters.get(erratum.quarter, erratum.quarter)}的进展"
        yield erratum.date, HistoryLine(one.date, title, None, erratum.sample, (Told(sentence),))


def _lines(year: Year, documents: Iterable[Document]) -> Iterator[tuple[Approval, HistoryLine]]:
    offered = tuple(documents)
    texts = {item.id: item.text for item in year.items}
    for approval in year.approvals:
        told = tuple(
            Told(f"{change_words.sentence(one)}。", one.subject.id, texts[one.subject.id])
            if one.subject.id in texts
            else Told(f"{change_words.sentence(one)}。")
            for one in amendments(approval, year.year)
        )
        first = approval is year.approvals[0]
        nothing = f"印发{year.plan.title}。" if first else "调整了不向社会公开的内容。"
        line = _line(year, approval, told or (Told(nothing),))
        yield approval, replace(line, files=_files(year, approval, offered))


def _files(year: Year, approval: Approval, documents: Iterable[Document]) -> tuple[DownloadGroup, ...]:
    """The documents that show what an approval changed."""
    own = f"documents/{year.year}/{document_number_parts(approval.document)[2]}"
    shown = tuple(f"{own}-{name}." for name in (COMPARISON, REDLINE))
    return grouped(one for one in documents if one.address.startswith(shown))


def _line(year: Year, approval: Approval, told: tuple[Told, ...]) -> HistoryLine:
    _, _, serial = document_number_parts(approval.circular)
    known = any(circular.number == approval.circular for circular in year.circulars)
    return HistoryLine(
        date=phrases.day(approval.date),
        document=approval.document,
        serial=serial if known else None,
        sample=approval.sample,
        told=told,
    )


def _short(approval: Approval) -> str:
    """A document number without its 机关代字: 〔2019〕44号."""
    return f"〔{approval.document.partition('〔')[2]}"
