"""The disclosure catalogue of a year: a row for each thing that is disclosed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.catalogue import Output
from generator.model.dossier import Year
from generator.views.sample import Sample, sample_page


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One matter. `output` names what the site has of it, empty where it has no page of it."""

    matter: str
    content: str
    basis: tuple[str, ...]
    limit: str
    subject: str
    channels: str
    audience: str
    method: str
    output: str


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """The catalogue's page."""

    rows: tuple[CatalogueRow, ...]
    sample: Sample


def catalogue(year: Year, bureau: str, *, files: bool) -> CatalogueView | None:
    """The catalogue of a year, None where none is written; `files` if the site offers any to download."""
    if year.catalogue is None:
        return None
    shown = {Output.TARGETS, Output.ORGANISATION, Output.BOARD}
    shown |= {Output.CIRCULARS} if year.circulars else set()
    shown |= {Output.PROGRESS} if year.progress else set()
    shown |= {Output.CHANGES} if year.approvals else set()
    shown |= {Output.DOWNLOADS} if files else set()
    return CatalogueView(
        rows=tuple(
            CatalogueRow(
                matter=one.matter,
                content=one.content,
                basis=one.basis,
                limit=one.limit,
                subject=one.subject or bureau,
                channels="、".join(one.channels),
                audience=one.audience,
                method=one.method,
                output=one.output.value if one.output in shown else "",
            )
            for one in year.catalogue.matters
        ),
        sample=sample_page(composed=year.catalogue.sample),
    )
