"""Tracked changes accepted or rejected, as ECMA-376 says what each mark means, to compare with a document that has none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")


def accepted(docx: bytes) -> bytes:
    """The body of a document when every change is accepted, in a form that can be compared."""
    return _settled(docx, stays="ins", goes="del")


def rejected(docx: bytes) -> bytes:
    """The body of a document when every change is rejected, in a form that can be compared."""
    return _settled(docx, stays="del", goes="ins")


def plain(docx: bytes) -> bytes:
    """The body of a document that has no changes, in a form that can be compared."""
    body = _body(docx)
    assert not [one.tag for one in body.iter() if _is_mark(one)]
    return _comparable(body)


def marks(docx: bytes) -> Iterator[etree._Element]:
    """Every mark of a change in a document."""
    return (one for one in _body(docx).iter() if _is_mark(one))


def _settled(docx: bytes, stays: str, goes: str) -> bytes:
    body = _body(docx)
    for change in [one for one in body.iter() if _is_change(one)]:
        if stays == "ins":
            change.getparent().remove(change)
        else:
            _restore(change)
    _remove_whole(body, goes)
    for mark in list(body.iter(f"{W}{goes}")):
        mark.getparent().remove(mark)
    for mark in list(body.iter(f"{W}{stays}")):
        _unwrap(mark)
    return _comparable(body)


def _remove_whole(body: etree._Element, goes: str) -> None:
    """Rows and paragraphs that are marked themselves; none of their words may be left over."""
    for row in list(body.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{goes}") is not None:
            row.getparent().remove(row)
    for table in list(body.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    for paragraph in list(body.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{goes}") is not None:
            assert {child.tag for child in paragraph} <= {f"{W}pPr", f"{W}{goes}"}
            paragraph.getparent().remove(paragraph)


def _restore(change: etree._Element) -> None:
    """Properties as they were; what stands among them and is not theirs stays."""
    properties = change.getparent()
    kept = [one for one in properties if one.tag in (f"{W}rPr", f"{W}sectPr", *_REFERENCES)]
    was = list(change[0])
    for child in list(properties):
        properties.remove(child)
    properties.extend([*was, *kept])


def _unwrap(mark: etree._Element) -> None:
    parent = mark.getparent()
    for child in list(mark):
        mark.addprevious(child)
    parent.remove(mark)
    if parent.tag in (f"{W}rPr", f"{W}trPr") and not [one for one in parent if one.get(f"{W}val") != "off"]:
        parent.getparent().remove(parent)


def _comparable(body: etree._Element) -> bytes:
    """Runs of one look that stand side by side are one; numbers of drawings, and which footer, say nothing."""
    for text in list(body.iter(f"{W}delText")):
        text.tag = f"{W}t"
    for one in list(body.iter()):
        if one.tag in _REFERENCES:
            one.getparent().remove(one)
        elif str(one.tag).endswith("}docPr"):
            one.attrib.pop("id")
    for paragraph in body.iter(f"{W}p"):
        for _, group in groupby(list(paragraph), _look):
            first, *others = group
            for other in others:
                first.find(f"{W}t").text += other.findtext(f"{W}t")
                paragraph.remove(other)
    found: bytes = etree.tostring(body, method="c14n")
    return found


def _look(child: etree._Element) -> object:
    if child.tag != f"{W}r" or [one.tag for one in child if one.tag != f"{W}rPr"] != [f"{W}t"]:
        return child
    look = child.find(f"{W}rPr")
    return b"" if look is None else etree.tostring(look, method="c14n")


def _is_mark(one: etree._Element) -> bool:
    return one.tag in (f"{W}ins", f"{W}del") or _is_change(one)


def _is_change(one: etree._Element) -> bool:
    return str(one.tag).endswith("Change")


def _body(docx: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
