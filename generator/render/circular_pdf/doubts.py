"""What stands against printing a circular: characters that no font has, titles that break at no good place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.refusals import Refusal
from generator.problem import Level, Problem
from generator.render.typesetting import Text
from generator.views.circular import Part, PrintedCircular
from generator.views.prose import Block, Heading, Paragraph, Roster, Table
from generator.views.sheet import LineKind, Sheet

TITLE_BREAK = Refusal(
    "title_break",
    "标题回行要词意完整，排成梯形或菱形。程序只在认识的词之间回行；没有合适的地方时，只好断在别处，要请人看一看。",
    "标题里没有登记过的词，断在了一个词中间",
    "title_lines:\n  - 关于印发《某某局\n  - 工作方案》的通知",
    Level.WARNING,
)

_TEXT, _TITLE = ("fangsong",), ("xiaobiaosong",)
_LINES = {LineKind.ITEM: _TEXT, LineKind.SUM: ("kai",), LineKind.BLANK: _TEXT}
_HEADINGS = {1: ("hei",), 2: ("kai",), 3: _TEXT, 4: _TEXT}


def unsettled_titles(circular: PrintedCircular) -> Iterator[Problem]:
    """The titles that were broken for want of a better place."""
    for title in (circular.title, *(part.title for part in circular.parts)):
        if not title.settled:
            yield TITLE_BREAK.at(
                title.place,
                f"标题“{title.text}”不知道在哪两个词之间回行，暂时断成：{' / '.join(title.lines)}",
                "在 title_lines 里逐行写明标题怎样回行",
            )


def texts(circular: PrintedCircular) -> Iterator[Text]:
    """Everything that is printed of a circular."""
    head, closing, imprint = circular.head, circular.closing, circular.imprint
    yield head.draft + head.secrecy + head.urgency, circular.place, ("hei",)
    yield "".join(head.organs) + head.mark_end, circular.place, _TITLE
    yield "".join(head.signers), circular.place, ("kai",)
    yield head.copy_number + head.number + circular.to, circular.place, _TEXT
    yield "".join(circular.annex_list), circular.place, _TEXT
    yield "".join((*closing.organs, closing.date, closing.post, closing.note)), circular.place, _TEXT
    yield "".join(f"{role}{people}" for role, people in closing.attendance), circular.place, ("hei", *_TEXT)
    yield imprint.cc + imprint.body + imprint.date, circular.place, _TEXT
    yield circular.title.text, circular.title.place, _TITLE
    for block in circular.blocks:
        yield from _block_texts(block)
    for part in circular.parts:
        yield from part_texts(part)


def part_texts(part: Part) -> Iterator[Text]:
    """Everything that is printed of an enclosed document or an annex."""
    yield part.label, part.title.place, ("hei",)
    yield part.title.text, part.title.place, _TITLE
    for block in part.blocks:
        yield from _block_texts(block)
    if part.sheet:
        yield from ((text, part.title.place, roles) for text, roles in _sheet_texts(part.sheet))


def _sheet_texts(sheet: Sheet) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "".join(column.title for column in sheet.columns), ("hei",)
    yield "".join((*sheet.above, *sheet.below)), _TEXT
    for line in sheet.lines:
        yield "".join(line.cells), _LINES.get(line.kind, _HEADINGS[1 if line.depth == 0 else 2])


def _block_texts(block: Block) -> Iterator[Text]:
    match block:
        case Heading():
            yield block.text, block.place, _HEADINGS[block.level]
        case Paragraph():
            yield block.run_in, block.place, _HEADINGS[block.level or 3]
            yield block.text, block.place, _TEXT
        case Roster():
            for line in block.lines:
                yield line.role + line.name + line.post + line.note, block.place, _TEXT
        case Table():
            yield "".join(block.head), block.place, ("hei",)
            yield "".join(cell for row in block.rows for cell in row), block.place, _TEXT
