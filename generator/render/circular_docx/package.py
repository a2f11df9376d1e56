"""The file itself: our template's parts as a package, and a finished document as bytes that never vary."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject

from generator.render.circular_docx.elements import qualified, w

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part: the earliest that a zip file can name."""

_FIRST = "[Content_Types].xml"


def template(folder: Path) -> bytes:
    """The template as a DOCX, made of the parts that lie in a folder."""
    parts = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    return _zipped(parts)


def opened(packed: bytes) -> DocumentObject:
    """A new document from the template, without content."""
    return Document(io.BytesIO(packed))


def mirror_margins(document: DocumentObject) -> None:
    """Let left and right margins change places on even pages."""
    document.settings.element.find(qualified("w:zoom")).addnext(w("mirrorMargins"))


def saved(document: DocumentObject, title: str, author: str, day: date) -> bytes:
    """The document as bytes, the same for the same content; its dates are the document's own."""
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.created = properties.modified = datetime.combine(day, time())
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as package:
        return _zipped({name: package.read(name) for name in package.namelist()})


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Parts in a fixed order, with fixed dates and nothing of the machine that packs them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts[name])
    return packed.getvalue()
