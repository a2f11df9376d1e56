"""The documents of an edition: which circulars and tables are printed, in which forms, at which addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.compute.approvals import plan_of
from generator.load.fonts import Fonts
from generator.model.dossier import Dossier
from generator.model.scalars import document_number_parts
from generator.problem import Problem, blocking
from generator.render.annex_xlsx import annex_xlsx
from generator.render.circular_docx.press import DocxPress
from generator.render.circular_docx.redline.merging import Revision
from generator.render.circular_pdf.press import CircularPress
from generator.render.printing import print_all
from generator.views.amendment import COMPARISON, REDLINE, Amendment, amendments_of
from generator.views.annexes import annexes
from generator.views.circular import Part, PrintedCircular, annex_leaf, printed_circular
from generator.views.downloads import Document


def documents(
    root: Path, dossier: Dossier, fonts: Fonts, *, draft: bool, duplex: bool = False
) -> tuple[dict[Document, bytes], tuple[Problem, ...]]:
    """Print every circular of a public dossier, and say what stands against it; then nothing is printed."""
    press = CircularPress(root, fonts, mirrored=duplex)
    circulars = tuple(_circulars(dossier, draft=draft))
    amended = tuple(amendments_of(dossier, draft=draft))
    doubts = tuple(doubt for circular in circulars for doubt in press.doubts(circular.printed))
    doubts += tuple(doubt for one in amended for doubt in press.leaf_doubts(one.comparison))
    if blocking(doubts):
        return {}, doubts
    docx = DocxPress(root, mirrored=duplex)
    jobs = (*_documents(circulars, press, docx), *_comparisons(amended, press, docx))
    printed = print_all({job.address: job.make for job in jobs})
    return {
        job.document(content): content for job, content in zip(jobs, printed.values(), strict=True)
    }, doubts


@dataclass(frozen=True, slots=True)
class _Job:
    """A document that is to be printed, and how."""

    address: str
    year: int
    title: str
    make: Callable[[], bytes]

    def document(self, content: bytes) -> Document:
        """The document as it is offered once it is printed."""
        return Document(self.address, self.year, self.title, len(content))


@dataclass(frozen=True, slots=True)
class _Circular:
    """A circular of a year, with its annexes bound to it; `tables` are those of them that are tables."""

    year: int
    number: str
    printed: PrintedCircular
    tables: tuple[Part, ...]


def _circulars(dossier: Dossier, *, draft: bool) -> Iterator[_Circular]:
    for year, data in sorted(dossier.years.items()):
        for circular in data.circulars:
            tables = tuple(annexes(plan_of(data, circular.number), circular))
            printed = printed_circular(dossier, year, circular, draft=draft, annexes=tables)
            yield _Circular(year, circular.number, printed, tables)


def _documents(circulars: Iterable[_Circular], pdf: CircularPress, docx: DocxPress) -> Iterator[_Job]:
    """Each circular with its annexes as PDF and DOCX, and each annex by itself, as a spreadsheet too."""
    for circular in circulars:
        printed, year = circular.printed, circular.year
        _, _, serial = document_number_parts(circular.number)
        address, title = f"documents/{year}/{serial}", f"{circular.number} {printed.title.text}"
        title = f"{title}（含附件）" if circular.tables else title
        yield _Job(f"{address}.pdf", year, title, partial(pdf.pdf, printed))
        yield _Job(f"{address}.docx", year, title, partial(docx.docx, printed))
        for number, part in enumerate(circular.tables, start=1):
            if part.sheet is not None:
                own, name = (
                    f"{address}-annex-{number}",
                    f"{circular.number} {part.label} {part.title.text}",
                )
                leaf = annex_leaf(printed, part, part.sheet)
                yield _Job(f"{own}.pdf", year, name, partial(pdf.leaf, leaf))
                yield _Job(f"{own}.docx", year, name, partial(docx.leaf, leaf))
                yield _Job(f"{own}.xlsx", year, name, partial(annex_xlsx, leaf))


def _comparisons(amended: Iterable[Amendment], pdf: CircularPress, docx: DocxPress) -> Iterator[_Job]:
    """Of each amendment, 修订对照表, and the table of targets with the amendment as tracked changes."""
    for one in amended:
        number, own = one.approval.document, f"documents/{one.year}/{one.serial}"
        title = f"{number} 修订对照表"
        forms = {"pdf": pdf.leaf, "docx": docx.leaf, "xlsx": annex_xlsx}
        for form, make in forms.items():
            yield _Job(f"{own}-{COMPARISON}.{form}", one.year, title, partial(make, one.comparison))
        if one.before is not None and one.after is not None:
            revision = Revision(one.approval.organ, one.approval.date, one.names)
            title = f"{one.after.title}（{number}的修订标记）"
            marked = partial(docx.leaf_redline, one.before, one.after, revision)
            yield _Job(f"{own}-{REDLINE}.docx", one.year, title, marked)
