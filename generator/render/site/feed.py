"""The feed of what was published (Atom, RFC 4287), dated by the data alone."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from datetime import date

from generator.render.site import addresses
from generator.views.feed import FeedEntry, FeedView


def feed(view: FeedView, base: str) -> str:
    """The feed of a site at `base`; without an address of its own its links are relative to the feed."""
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "zh-CN"})
    ET.SubElement(root, "id").text = view.id
    ET.SubElement(root, "title").text = view.title
    ET.SubElement(root, "updated").text = _moment(view.day or date.min)
    author = ET.SubElement(root, "author")
    ET.SubElement(author, "name").text = view.bureau
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=posixpath.join(base, addresses.HOME))
    if base:
        ET.SubElement(root, "link", rel="self", href=posixpath.join(base, addresses.FEED))
    root.extend(_entry(entry, base) for entry in view.entries)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(entry: FeedEntry, base: str) -> ET.Element:
    element = ET.Element("entry")
    ET.SubElement(element, "id").text = entry.id
    ET.SubElement(element, "title").text = entry.title
    ET.SubElement(element, "updated").text = _moment(entry.day)
    page = posixpath.join(base, _page(entry))
    ET.SubElement(element, "link", rel="alternate", type="text/html", href=page)
    ET.SubElement(element, "summary").text = entry.summary
    return element


def _page(entry: FeedEntry) -> str:
    if entry.serial is not None:
        return addresses.circular(entry.year, entry.serial)
    if entry.quarter:
        return addresses.quarter(entry.year, entry.quarter)
    return addresses.item(entry.year, entry.item)


def _moment(day: date) -> str:
    """The beginning of a day by the clocks of China."""
    return f"{day.isoformat()}T00:00:00+08:00"
