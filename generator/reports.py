"""The reports of an edition: what the bureau hands on to its superior, in the forms it may be asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.edition import Edition
from generator.problem import Problem, blocking
from generator.render.annex_xlsx import annex_xlsx
from generator.render.circular_docx.press import DocxPress
from generator.render.circular_pdf.press import CircularPress
from generator.views.filled_form import filled_forms


def reports(root: Path, edition: Edition) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """Every filled 季度报表 as XLSX, PDF and DOCX, by address, and what stands against printing them; then none is."""
    pdf, docx = CircularPress(root, edition.fonts), DocxPress(root)
    forms = tuple(filled_forms(edition.dossier, draft=edition.draft))
    doubts = tuple(doubt for form in forms for doubt in pdf.leaf_doubts(form.leaf))
    if blocking(doubts):
        return {}, doubts
    made: dict[str, bytes] = {}
    for form in forms:
        address = f"{form.year}/{form.quarter}/{form.name}"
        made[f"{address}.xlsx"] = annex_xlsx(form.leaf)
        made[f"{address}.pdf"] = pdf.leaf(form.leaf)
        made[f"{address}.docx"] = docx.leaf(form.leaf)
    return made, doubts
