"""How a plan came to read as it does: what was approved, by which document, on what day; of one item, or of the year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.compute.approvals import Standing, TargetStanding, approved_changes, standings
from generator.model.approval import Approval
from generator.model.dossier import Year
from generator.model.scalars import document_number_parts
from generator.views import change_words, phrases


@dataclass(frozen=True, slots=True)
class Told:
    """What a step did, in a sentence; with the item it did it to, and that item's text, as far as there is one."""

    sentence: str
    item: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step: the day, the document, its circular's serial as far as the site has it, and what it did."""

    date: str
    document: str
    serial: int | None
    sample: bool
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ItemHistory:
    """How an item stands to what was approved, in words, and the steps that led there, the first first."""

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
    told: dict[str, list[HistoryLine]] = {item.id: [] for item in year.items}
    for approval in year.approvals:
        steps: dict[str, list[Told]] = {}
        for change in approved_changes(approval, year.year):
            steps.setdefault(change.subject.id, []).append(Told(f"{change_words.sentence(change)}。"))
        if not approval.changes:
            steps = {name: [Told("印发计划。")] for name in approval.targets}
        for name in steps.keys() & told.keys():
            told[name].append(_line(year, approval, tuple(steps[name])))
    return {name: _item(one, tuple(told[name])) for name, one in standings(year).items() if name in told}


def changes_view(year: Year) -> ChangesView | None:
    """The record of changes of a year; None where nothing was approved."""
    if not year.approvals:
        return None
    pending = [name for name, one in standings(year).items() if one.standing is Standing.PENDING]
    return ChangesView(tuple(reversed(tuple(_lines(year)))), tuple(pending))


def standing(one: TargetStanding) -> str:
    """How an item stands, in the words that pages, circulars and boards print."""
    number = _short(one.approval) if one.approval else ""
    return {
        Standing.AS_ISSUED: f"与{number}一致",
        Standing.AMENDED: f"已调整（{number}）",
        Standing.PENDING: "已修订待批准",
        Standing.UNRECORDED: "",
    }[one.standing]


def _item(one: TargetStanding, lines: tuple[HistoryLine, ...]) -> ItemHistory:
    return ItemHistory(standing(one), one.standing is Standing.PENDING, lines)


def _lines(year: Year) -> Iterator[HistoryLine]:
    texts = {item.id: item.text for item in year.items}
    for approval in year.approvals:
        told = tuple(
            Told(f"{change_words.sentence(one)}。", one.subject.id, texts[one.subject.id])
            if one.subject.id in texts
            else Told(f"{change_words.sentence(one)}。")
            for one in approved_changes(approval, year.year)
        )
        yield _line(year, approval, told or (Told(f"印发{year.plan.title}。"),))


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
