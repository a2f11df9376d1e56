"""Fonts as such: none that was substituted, none mixed in, all of them embedded and readable."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.inspect.fonts import Kind, kind
from generator.inspect.measures.body import plain_parts
from generator.inspect.parts.circular import Circular
from generator.inspect.reading.facts import Font, Glyph
from generator.inspect.row import Sample, where

_FEW = 0.34


class Use(NamedTuple):
    """A font as it is used for one purpose: how many characters, and some of them."""

    role: str
    font: Font
    characters: int
    shown: str


def uses(circular: Circular) -> tuple[Use, ...]:
    """Every font by what it is used for, the most used first within each purpose."""
    found: list[Use] = []
    for role, glyphs in _roles(circular):
        by_font: dict[Font, list[Glyph]] = defaultdict(list)
        for glyph in glyphs:
            by_font[glyph.font].append(glyph)
        for font, members in sorted(by_font.items(), key=lambda pair: (-len(pair[1]), pair[0].name)):
            shown = "".join(dict.fromkeys(glyph.text for glyph in members))[:8]
            found.append(Use(role, font, len(members), shown))
    return tuple(found)


def font_foreign(circular: Circular) -> Iterator[Sample]:
    """Every font that sets Chinese is of one of the kinds a circular is set in."""
    seen: dict[str, tuple[int, str, bool]] = {}
    for role, glyphs in _roles(circular):
        for glyph in glyphs:
            if glyph.chinese:
                name = glyph.font.name or "（没有名字）"
                count, first, _ = seen.get(name, (0, role, False))
                seen[name] = (count + 1, first, kind(glyph.font) is Kind.OTHER)
    for name, (count, role, wrong) in seen.items():
        yield Sample(f"{name}，{count} 字" if wrong else name, role, wrong)


def font_stray(circular: Circular) -> Iterator[Sample]:
    """Within a line, or a paragraph and its heading, no few characters are set in another font than the rest."""
    for place, glyphs in _runs(circular):
        chinese = [glyph for glyph in glyphs if glyph.chinese]
        counted = Counter(glyph.font.name for glyph in chinese)
        if not counted:
            continue
        usual, most = counted.most_common(1)[0]
        strays = [glyph for glyph in chinese if glyph.font.name != usual]
        if strays and len(strays) <= max(1, _FEW * most):
            shown = "".join(dict.fromkeys(glyph.text for glyph in strays))[:12]
            names = "、".join(sorted({glyph.font.name for glyph in strays}))
            yield Sample(f"“{shown}”用了 {names}", place, wrong=True)
        else:
            yield Sample("没有夹杂", place)


def font_embedded(circular: Circular) -> Iterator[Sample]:
    """Every font is embedded, so that the file prints alike everywhere."""
    for font in sorted({glyph.font for glyph in circular.facts.glyphs}, key=lambda font: font.name):
        yield Sample(
            font.name or "（没有名字）", "已嵌入" if font.embedded else "没有嵌入", not font.embedded
        )


def text_readable(circular: Circular) -> Iterator[Sample]:
    """Every character can be copied as the character it is."""
    for line in (line for page in circular.facts.pages for line in page.lines):
        broken = sum(not glyph.readable for glyph in line.glyphs)
        if broken:
            yield Sample(f"{broken} 字读不出来", f"第{line.page}页", wrong=True)
    yield Sample("文字可以复制", "全文")


def _runs(circular: Circular) -> Iterator[tuple[str, Sequence[Glyph]]]:
    """What is set in one font: each heading, each paragraph's other text, each line of every other part."""
    for paragraph in circular.body.paragraphs:
        place = where(paragraph.lines[0])
        if paragraph.level < 3:
            yield place, paragraph.heading
        yield place, paragraph.rest
    imprint = circular.imprint
    lines = (
        *circular.head.mark,
        *circular.opening.title,
        *circular.body.titles,
        *plain_parts(circular),
        *(imprint.lines if imprint else ()),
    )
    for line in lines:
        yield where(line), line.glyphs


def _roles(circular: Circular) -> Iterator[tuple[str, Iterable[Glyph]]]:
    head, body = circular.head, circular.body
    labels = [line for line in (head.copy_number, head.secrecy, head.urgency) if line]
    headings = {
        level: [
            glyph for paragraph in body.paragraphs if paragraph.level == level for glyph in paragraph.heading
        ]
        for level in (1, 2)
    }
    yield "发文机关标志", [glyph for line in head.mark for glyph in line.glyphs]
    yield "份号、密级、紧急程度", [glyph for line in labels for glyph in line.glyphs]
    yield "签发人", [glyph for line in head.signers for glyph in line.glyphs]
    yield "标题", [glyph for line in (*circular.opening.title, *body.titles) for glyph in line.glyphs]
    yield "一级标题", headings[1]
    yield "二级标题", headings[2]
    yield (
        "正文",
        [glyph for each in body.paragraphs for glyph in (each.rest if each.level < 3 else _all(each.lines))],
    )
    yield "发文字号、主送、署名等", [glyph for line in plain_parts(circular) for glyph in line.glyphs]
    yield "附件和表格", [glyph for line in circular.others for glyph in line.glyphs]
    yield (
        "版记",
        [glyph for line in circular.imprint.lines for glyph in line.glyphs] if circular.imprint else [],
    )
    yield "页码", [glyph for folio in circular.folios for glyph in folio.line.glyphs]


def _all(lines: Iterable[object]) -> Iterator[Glyph]:
    return (glyph for line in lines for glyph in line.glyphs)  # type: ignore[attr-defined]
