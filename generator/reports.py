"""The reports of an edition: what the bureau hands on to those who assess it, in the forms it may be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.edition import Edition
from generator.problem import Problem, blocking
from generator.render.annex_xlsx import annex_xlsx
from generator.render.circular_docx.press import DocxPress
from generator.render.circular_pdf.press import CircularPress
from generator.render.printing import print_all
from generator.views.circular import Leaf, PrintedCircular
from generator.views.filled_form import filled_forms
from generator.views.summary import printed_summary


def reports(root: Path, edition: Edition) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """Every filled 季度报表 and every 总结, by address, and what stands against printing them; then none is."""
    duplex = edition.settings.duplex
    pdf = CircularPress(root, edition.fonts, mirrored=duplex)
    docx = DocxPress(root, mirrored=duplex)
    forms, summaries = dict(_forms(edition)), dict(_summaries(edition))
    doubts = tuple(doubt for leaf in forms.values() for doubt in pdf.leaf_doubts(leaf))
    doubts += tuple(doubt for summary in summaries.values() for doubt in pdf.doubts(summary))
    if blocking(doubts):
        return {}, doubts
    jobs: dict[str, Callable[[], bytes]] = {}
    for address, leaf in forms.items():
        jobs[f"{address}.xlsx"] = partial(annex_xlsx, leaf)
        jobs[f"{address}.pdf"] = partial(pdf.leaf, leaf)
        jobs[f"{address}.docx"] = partial(docx.leaf, leaf)
    for address, summary in summaries.items():
        jobs[f"{address}.pdf"] = partial(pdf.pdf, summary)
        jobs[f"{address}.docx"] = partial(docx.docx, summary)
    return print_all(jobs), doubts


def _forms(edition: Edition) -> Iterator[tuple[str, Leaf]]:
    for form in filled_forms(edition.dossier, draft=edition.draft):
        yield f"{form.year}/{form.quarter}/{form.name}", form.leaf


def _summaries(edition: Edition) -> Iterator[tuple[str, PrintedCircular]]:
    for number, year in sorted(edition.dossier.years.items()):
        for summary in year.summaries:
            printed = printed_summary(edition.dossier, number, summary, draft=edition.draft)
            yield f"{number}/{summary.slug}", printed
