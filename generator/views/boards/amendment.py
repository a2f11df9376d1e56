"""The notice of an amendment: which document changed which targets, what they were and what they are now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compute.approvals import approved_changes
from generator.compute.bulletins import Bulletin
from generator.model.approval import Approval
from generator.model.dossier import Dossier
from generator.views import change_words, phrases
from generator.views.boards.facts import ASK, Facts, facts, matter
from generator.views.sample import sample_page


@dataclass(frozen=True, slots=True)
class AmendedItem:
    """One thing that was changed: its id, what it says now (empty if it is no item), and a sentence for each change."""

    id: str
    text: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amendment:
    """The notice. `lead` names the document and the day; `ask` says how to object."""

    key: str
    bureau: str
    title: str
    lead: str
    items: tuple[AmendedItem, ...]
    ask: str
    notice: str
    facts: Facts


def amendment(
    dossier: Dossier, bulletin: Bulletin, approval: Approval, site: str, *, draft: bool
) -> Amendment:
    """The notice of an approved amendment; `site` is the website's address, or empty."""
    items = tuple(_items(bulletin, approval))
    return Amendment(
        key=bulletin.key,
        bureau=dossier.bureau.name,
        title=matter(bulletin),
        lead=f"{phrases.day(approval.date)}，{approval.organ}以{approval.document}批准调整{len(items)}项目标，"
        "其他目标不变。",
        items=items,
        ask=ASK,
        notice=sample_page(composed=approval.sample).notice.replace("本页", "本件"),
        facts=facts(dossier, bulletin, site, draft=draft),
    )


def _items(bulletin: Bulletin, approval: Approval) -> Iterator[AmendedItem]:
    texts = {item.id: item.text for item in bulletin.year.items}
    told: dict[str, list[str]] = {}
    for change in approved_changes(approval, bulletin.year.year):
        told.setdefault(change.subject.id, []).append(f"{change_words.sentence(change)}。")
    for name, changes in told.items():
        yield AmendedItem(name, texts.get(name, ""), tuple(changes))
