"""The whole program on one page: read, check, compute, view, render, publish.

    data/*.yml, content/*.md ─ load ─▶ dossier ─ check ─▶ problems
                                          │
                                  compute · views · render ─▶ edition
                                          │
                             publish (stage → manifest → one switch)

Nothing is published unless every check passes, and then all of it in one step.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from generator.check.run import check
from generator.compute.fingerprint import fingerprint
from generator.compute.public import public_dossier
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.load.fonts import find_fonts
from generator.load.settings import read_settings
from generator.model.dossier import Dossier
from generator.model.scalars import document_number_parts
from generator.model.settings import Settings
from generator.problem import Problem, blocking, in_order
from generator.publish.manifest import Origin
from generator.publish.release import publish, stage
from generator.render.annex_xlsx import annex_xlsx
from generator.render.circular_docx.press import DocxPress
from generator.render.circular_pdf import CircularPress
from generator.views.annexes import annexes
from generator.views.circular import Part, PrintedCircular, printed_circular
from generator.views.downloads import Document

OUTPUTS = ("site", "documents")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading and checking a project gave: the dossier, unless it could not be typed, and all problems."""

    dossier: Dossier | None
    settings: Settings
    problems: tuple[Problem, ...]

    @property
    def publishable(self) -> bool:
        """Whether nothing stands against publishing."""
        return self.dossier is not None and not blocking(self.problems)


@dataclass(frozen=True, slots=True)
class Edition:
    """What the public may have: the dossier without its internal fields, and the documents made from it."""

    dossier: Dossier
    documents: Mapping[Document, bytes]
    draft: bool
    plans: Mapping[int, str] = field(default_factory=dict)


class SiteEngine(Protocol):
    """What makes the website of an edition of a project in a folder of its own."""

    def __call__(self, root: Path, edition: Edition, folder: Path) -> None:
        """Write the site's files, the documents among them."""


def read(root: Path) -> Reading:
    """Load and check a project; every problem of it, sorted by place."""
    files = FilesOnDisk(root)
    settings, unset = read_settings(files)
    dossier, unread = read_dossier(files)
    wrong = check(dossier) if dossier is not None else ()
    return Reading(dossier, settings, in_order((*unset, *unread, *wrong)))


def prepare(root: Path) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Read a project and make its edition, unless something stands against it; all problems either way."""
    reading = read(root)
    if reading.dossier is None or not reading.publishable:
        return None, reading.problems
    fonts, missing = find_fonts(root, reading.settings)
    if fonts is None:
        return None, in_order((*reading.problems, *missing))
    public = public_dossier(reading.dossier)
    press = CircularPress(root, fonts)
    circulars = tuple(_circulars(public, draft=True))
    doubts = (doubt for circular in circulars for doubt in press.doubts(circular.printed))
    problems = in_order((*reading.problems, *doubts))
    if blocking(problems):
        return None, problems
    documents = dict(_documents(circulars, press, DocxPress(root)))
    plans = {number: fingerprint(year) for number, year in reading.dossier.years.items()}
    return Edition(public, documents, draft=True, plans=plans), problems


def build(
    root: Path, outputs: Collection[str], engine: SiteEngine, revision: str
) -> tuple[bool, tuple[Problem, ...]]:
    """Render the outputs and publish them in one step; whether that was done, and all problems."""
    edition, problems = prepare(root)
    if edition is None:
        return False, problems
    with stage(root) as folder:
        if "site" in outputs:
            engine(root, edition, folder / "site")
        else:
            _write_documents(edition, folder / "site")
        publish(root, folder, dict.fromkeys((*outputs, "documents"), Origin(revision, edition.plans)))
    return True, problems


@dataclass(frozen=True, slots=True)
class _Circular:
    """A circular of a year, its tables apart: the PDF is printed without them."""

    year: int
    printed: PrintedCircular
    tables: tuple[Part, ...]


def _circulars(dossier: Dossier, *, draft: bool) -> Iterator[_Circular]:
    for year, data in sorted(dossier.years.items()):
        for circular in data.circulars:
            printed = printed_circular(dossier, year, circular, draft=draft)
            yield _Circular(year, printed, tuple(annexes(data, circular)))


def _documents(
    circulars: Iterable[_Circular], pdf: CircularPress, docx: DocxPress
) -> Iterator[tuple[Document, bytes]]:
    """Each circular as PDF, as DOCX with its tables, and each of its tables as a spreadsheet."""
    for circular in circulars:
        printed, year = circular.printed, circular.year
        _, _, serial = document_number_parts(printed.head.number)
        address, title = f"documents/{year}/{serial}", f"{printed.head.number} {printed.title.text}"
        whole = replace(printed, parts=(*printed.parts, *circular.tables))
        yield _document(f"{address}.pdf", year, title, pdf.pdf(printed))
        yield _document(
            f"{address}.docx", year, f"{title}（含附件）" if circular.tables else title, docx.docx(whole)
        )
        author = "、".join(printed.closing.organs)
        for number, part in enumerate(circular.tables, start=1):
            if part.sheet is not None:
                name = f"{printed.head.number} {part.label} {part.title.text}"
                content = annex_xlsx(part, part.sheet, author, printed.date)
                yield _document(f"{address}-annex-{number}.xlsx", year, name, content)


def _document(address: str, year: int, title: str, content: bytes) -> tuple[Document, bytes]:
    return Document(address, year, title, len(content)), content


def _write_documents(edition: Edition, site: Path) -> None:
    for document, content in edition.documents.items():
        path = site / document.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
