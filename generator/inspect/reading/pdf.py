"""A PDF as facts, or one clear answer why nothing can be measured in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import Any, NamedTuple

import pypdfium2 as pypdfium  # type: ignore[import-untyped]  # it has no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # likewise

from generator.inspect.reading.characters import Character, characters
from generator.inspect.reading.composite import composite_fonts
from generator.inspect.reading.drawn import drawn
from generator.inspect.reading.electronic import electronic, page_count
from generator.inspect.reading.facts import Electronic, Facts, Font, Line, Page, Rule, Shape
from generator.inspect.reading.frame import Frame, turned_box
from generator.inspect.reading.lines import glyphs, lines, measured_fonts
from generator.inspect.reading.refusal import unreadable

MOST_PAGES = 2000
"""More pages than any circular has; a longer file is refused rather than measured for minutes."""


def read_pdf(data: bytes, name: str) -> Facts:
    """Everything that stands on the pages of a PDF; `name` is only used to say which file it was."""
    document = _opened(data, name)
    composite = _composite_fonts(data)
    try:
        pages = [_read_page(document, index, name, composite) for index in range(len(document))]
    finally:
        document.close()
    if not any(page.found for page in pages):
        raise unreadable(name, *_nothing_to_measure(pages))
    fonts = measured_fonts(each for page in pages for each in page.found)
    return Facts(
        tuple(_page(number, page, fonts) for number, page in enumerate(pages, start=1)), _electronic(data)
    )


class _RawPage(NamedTuple):
    """A page as it was read: its characters, how many more are hidden, and what is drawn on it."""

    frame: Frame
    found: tuple[Character, ...]
    hidden: int
    rules: tuple[Rule, ...]
    shapes: tuple[Shape, ...]


def _opened(data: bytes, name: str) -> Any:
    if b"%PDF-" not in data[:1024]:
        raise unreadable(name, "这不是 PDF 文件。", "请检查文件是否选错，或者重新导出 PDF。")
    try:
        document = pypdfium.PdfDocument(data)
        count = len(document)
    except pypdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise unreadable(name, "PDF 加了密码，打不开。", "请去掉密码另存一份，再来测量。") from None
        if _has_no_page(data):
            raise unreadable(name, "PDF 里一页也没有。", "请重新导出 PDF。") from None
        raise unreadable(name, "PDF 已损坏，或者没有下载完整。", "请重新导出或重新下载。") from None
    if count > MOST_PAGES:
        document.close()
        raise unreadable(
            name, f"PDF 有 {count} 页，超过 {MOST_PAGES} 页，不像一份公文。", "请拆开后逐份测量。"
        )
    return document


def _has_no_page(data: bytes) -> bool:
    """Whether a PDF is sound but empty, which pdfium takes for damage."""
    try:
        return page_count(data) == 0
    except Exception:  # noqa: BLE001  # whatever is wrong with it, it is damaged
        return False


def _read_page(document: Any, index: int, name: str, composite: Collection[str]) -> _RawPage:
    try:
        page = document[index]
    except pypdfium.PdfiumError:
        raise unreadable(
            name, f"PDF 的第 {index + 1} 页已损坏，读不出来。", "请重新导出或重新下载。"
        ) from None
    try:
        left, bottom, right, top = page.get_cropbox()
        frame = Frame(left, bottom, right - left, top - bottom, page.get_rotation() // 90 % 4)
        found, hidden = characters(page.raw, frame, composite)
        rules, shapes = drawn(page.raw, frame)
        return _RawPage(frame, found, hidden, rules, shapes)
    finally:
        page.close()


def _nothing_to_measure(pages: list[_RawPage]) -> tuple[str, str]:
    scanned = "请用排版时的原文件导出 PDF（在 Word 或 WPS 里另存为 PDF），不要用扫描件。"
    if any(page.hidden for page in pages):
        return "这是扫描件：页面是图片，文字是识别出来藏在下面的，位置和字体都不能作数。", scanned
    if any(shape.picture for page in pages for shape in page.shapes):
        return "这是扫描件：页面上只有图片，没有文字，量不出来。", scanned
    if any(page.shapes or page.rules for page in pages):
        return "PDF 里没有文字：文字可能已经转成图形（转曲），量不出字体和字号。", "请用没有转曲的 PDF。"
    return "PDF 的每一页都是空白。", "请检查文件是否选错。"


def _page(number: int, raw: _RawPage, fonts: dict[Font, Font]) -> Page:
    """A page turned so that most of its characters stand upright."""
    frame, found, _, rules, shapes = raw
    counts = Counter(each.turns for each in found if each.turns is not None)
    main = max(sorted(counts), key=lambda turns: counts[turns]) if counts else 0
    width, height = frame.width, frame.height
    standing: dict[int, tuple[Line, ...]] = {
        (turns - main) % 4: lines(
            number, glyphs((each for each in found if each.turns == turns), turns, width, height, fonts)
        )
        for turns in sorted(counts)
    }
    back = -main % 4
    return Page(
        number=number,
        width=height if main % 2 else width,
        height=width if main % 2 else height,
        lines=standing.pop(0, ()),
        turned=standing,
        rules=tuple(
            replace(
                rule, box=turned_box(rule.box, back, width, height), upright=rule.upright != bool(main % 2)
            )
            for rule in rules
        ),
        shapes=tuple(replace(shape, box=turned_box(shape.box, back, width, height)) for shape in shapes),
    )


def _composite_fonts(data: bytes) -> frozenset[str]:
    try:
        return composite_fonts(data)
    except Exception:  # noqa: BLE001  # then the ink is taken as pdfium gives it
        return frozenset()


def _electronic(data: bytes) -> Electronic:
    try:
        return electronic(data)
    except Exception:  # noqa: BLE001  # a file that pdfium can draw, pdfminer may still choke on
        return Electronic()
