"""PDF files written by hand, byte by byte, for what a typesetter never makes: no embedded font, turned pages, no text."""

from __future__ import annotations

from typing import NamedTuple

MILLIMETRE = 72 / 25.4


class Text(NamedTuple):
    """A line of text: its words, where its baseline begins (mm from the paper's left and bottom), size in points."""

    words: str
    x: float
    y: float
    size: float = 16
    render: int = 0
    encoded: bool = True


def pdf(
    *pages: tuple[Text, ...],
    rotate: int = 0,
    drawn: str = "",
    width: float = 210,
    height: float = 297,
    locked: bool = False,
) -> bytes:
    """A PDF of the given pages in a font that is not embedded; `drawn` goes into every page as it is."""
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>",
    ]
    for index, texts in enumerate(pages):
        box = f"[0 0 {width * MILLIMETRE:.3f} {height * MILLIMETRE:.3f}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Rotate {rotate} "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * index} 0 R >>"
        )
        content = "\n".join([drawn, *(_shown(text) for text in texts)])
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    if locked:
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'11' * 32}> /P -4 >>")
    return _file(objects, locked=locked)


def _shown(text: Text) -> str:
    code = text.words.encode("utf-16-be").hex() if text.encoded else "FFFE" * len(text.words)
    return (
        f"BT {text.render} Tr /F1 {text.size} Tf "
        f"1 0 0 1 {text.x * MILLIMETRE:.3f} {text.y * MILLIMETRE:.3f} Tm <{code}> Tj ET"
    )


def _file(objects: list[str], *, locked: bool) -> bytes:
    written = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(written)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    written += f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode()
    lock = f"/Encrypt {size - 1} 0 R /ID [<00> <00>]" if locked else ""
    return written + f"trailer\n<< /Size {size} /Root 1 0 R {lock} >>\nstartxref\n{start}\n%%EOF\n".encode()
