"""The rules, drawings and pictures of a PDF page."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it has no types

from generator.inspect.reading.characters import painted
from generator.inspect.reading.facts import MILLIMETRES_PER_POINT, Box, Colour, Rule, Shape
from generator.inspect.reading.frame import Frame

_WHITE = 250
_THICKEST, _SHORTEST = 2.0, 3.0
_TOUCHING = 0.6


class _Matrix(NamedTuple):
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: _Matrix) -> _Matrix:
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return _Matrix(a, b, c, d, *outer.point(self.e, self.f))

    @property
    def scale(self) -> float:
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


class _Outline(NamedTuple):
    """A part of a path: its corners as seen on the paper, and whether any side of it is curved."""

    points: list[tuple[float, float]]
    curved: bool


def drawn(page: Any, frame: Frame) -> tuple[tuple[Rule, ...], tuple[Shape, ...]]:
    """All that is drawn on a page: rules (their pieces joined) and everything else."""
    rules: list[Rule] = []
    shapes: list[Shape] = []
    count = pdfium.FPDFPage_CountObjects(page)
    for mark in _marks((pdfium.FPDFPage_GetObject(page, index) for index in range(count)), _Matrix(), frame):
        if isinstance(mark, Rule):
            rules.append(mark)
        else:
            shapes.append(mark)
    return joined(rules), tuple(shapes)


def joined(rules: list[Rule]) -> tuple[Rule, ...]:
    """Rules with those pieces joined that lie end to end, as office programs print the edges of table cells."""
    done: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.upright, _level(rule), _start(rule))):
        last = done[-1] if done else None
        if last and _continues(last, rule):
            boxes = last.box, rule.box
            box = Box(
                min(each.left for each in boxes),
                min(each.top for each in boxes),
                max(each.right for each in boxes),
                max(each.bottom for each in boxes),
            )
            done[-1] = Rule(box, last.colour, last.upright, last.dashed)
        else:
            done.append(rule)
    return tuple(done)


def _continues(last: Rule, rule: Rule) -> bool:
    end = last.box.bottom if last.upright else last.box.right
    return (
        last.upright == rule.upright
        and last.colour == rule.colour
        and abs(_level(last) - _level(rule)) < 0.05
        and abs(last.thickness - rule.thickness) < 0.05
        and _start(rule) - end < _TOUCHING
    )


def _level(rule: Rule) -> float:
    return round(rule.box.middle if rule.upright else rule.box.centre, 2)


def _start(rule: Rule) -> float:
    return rule.box.top if rule.upright else rule.box.left


def _marks(objects: Iterator[Any], outer: _Matrix, frame: Frame) -> Iterator[Rule | Shape]:
    for handle in objects:
        kind = pdfium.FPDFPageObj_GetType(handle)
        matrix = _matrix(handle).within(outer)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            count = pdfium.FPDFFormObj_CountObjects(handle)
            yield from _marks(
                (pdfium.FPDFFormObj_GetObject(handle, index) for index in range(count)), matrix, frame
            )
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            corners = [frame.point(*matrix.point(x, y)) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
            yield Shape(_around(corners), None, picture=True)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _painted(handle, matrix, frame)


def _matrix(handle: Any) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, matrix):
        return _Matrix()
    return _Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _painted(handle: Any, matrix: _Matrix, frame: Frame) -> Iterator[Rule | Shape]:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, mode, stroked)
    fill = painted(pdfium.FPDFPageObj_GetFillColor, handle) if mode.value else None
    line = painted(pdfium.FPDFPageObj_GetStrokeColor, handle) if stroked.value else None
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(handle, width)
    thickness = width.value * matrix.scale * MILLIMETRES_PER_POINT
    dashed = pdfium.FPDFPageObj_GetDashCount(handle) > 0
    for outline in _outlines(handle, matrix, frame):
        if fill and min(fill) < _WHITE:
            yield _filled(outline, fill)
        if line and min(line) < _WHITE:
            yield from _stroked(outline, line, thickness, dashed=dashed)


def _filled(outline: _Outline, colour: Colour) -> Rule | Shape:
    box = _around(outline.points)
    thin, long = sorted((box.width, box.height))
    if thin <= _THICKEST and long >= _SHORTEST and not outline.curved:
        return Rule(box, colour, upright=box.height > box.width)
    return Shape(box, colour, round=outline.curved)


def _stroked(outline: _Outline, colour: Colour, thickness: float, *, dashed: bool) -> Iterator[Rule | Shape]:
    half = thickness / 2
    sides = list(zip(outline.points, outline.points[1:], strict=False))
    straight = [
        side for side in sides if abs(side[0][0] - side[1][0]) < 0.05 or abs(side[0][1] - side[1][1]) < 0.05
    ]
    if outline.curved or len(straight) < len(sides):
        box = _around(outline.points)
        yield Shape(
            Box(box.left - half, box.top - half, box.right + half, box.bottom + half),
            colour,
            dashed=dashed,
            round=outline.curved,
        )
        return
    for side in straight:
        box = _around(list(side))
        if max(box.width, box.height) < _SHORTEST:
            continue
        upright = box.height > box.width
        wide = Box(box.left - half, box.top, box.right + half, box.bottom)
        high = Box(box.left, box.top - half, box.right, box.bottom + half)
        yield Rule(wide if upright else high, colour, upright=upright, dashed=dashed)


def _outlines(handle: Any, matrix: _Matrix, frame: Frame) -> Iterator[_Outline]:
    points: list[tuple[float, float]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(handle)):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield _Outline(points, curved)
            points, curved = [], False
        points.append(frame.point(*matrix.point(x.value, y.value)))
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield _Outline(points, curved)


def _around(points: list[tuple[float, float]]) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))
