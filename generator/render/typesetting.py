"""Sets documents with Typst: values go in as JSON, PDF comes out; what Typst merely warns of is an error here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from generator.load.fonts import GLYPH, RARE, Face, Fonts
from generator.problem import Place, Problem

Text = tuple[str, Place, tuple[str, ...]]
"""Words that are printed, their place, and the roles of the fonts they are printed in."""

_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]


class TypesettingError(Exception):
    """Typst could not set a document, or warned. The words were checked before, so it is our own mistake."""


class Setting:
    """A document as it was set; laid out to answer where things fell, and made a PDF only when that is asked for."""

    def __init__(self, compiler: typst.Compiler) -> None:
        self._compiler = compiler

    def facts(self) -> Mapping[str, Any]:
        """What the template reports as `<facts>` of where things fell."""
        try:
            facts: Mapping[str, Any] = json.loads(self._compiler.query("<facts>", field="value", one=True))
        except (typst.TypstError, RuntimeError) as error:
            raise _our_mistake(error) from error
        return facts

    def pdf(self, day: date, *, archival: bool = True) -> bytes:
        """The PDF, dated as the document is; never by the clock. What is only a part of another file is not archival."""
        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                format="pdf",
                pdf_standards=_STANDARDS if archival else [],
                timestamp=datetime.combine(day, time(), UTC),
            )
        except typst.TypstError as error:
            raise _our_mistake(error) from error
        if warnings or not isinstance(pdf, bytes):
            raise TypesettingError("\n".join(warning.message for warning in warnings))
        return pdf


class Typesetter:
    """The templates of one folder with their fonts loaded, ready to set one document after another."""

    def __init__(self, folder: Path, fonts: Fonts) -> None:
        folders: list[Path] = sorted({face.path.parent for face in fonts.faces.values()})
        self._folder = folder
        self._fonts = fonts
        self._loaded = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
        )
        self._variants = {
            Path(found.path): (found.family, found.weight)
            for found in self._loaded.fonts()
            if found.path and found.index == 0
        }

    def set(self, template: str, document: Mapping[str, Any], text: str) -> Setting:
        """Set a document with one of the templates; `text` is all it prints.

        The template reads the document, with the fonts added to it, from `sys.inputs.document`.
        """
        characters = frozenset(text)
        faces = {role: self._face(face, characters) for role, face in self._fonts.faces.items()}
        inputs = {"document": json.dumps({**document, "fonts": faces}, ensure_ascii=False)}
        return Setting(
            typst.Compiler(
                self._folder / template,
                root=self._folder,
                font_paths=self._loaded,
                ignore_system_fonts=True,
                sys_inputs=inputs,
            )
        )

    def _face(self, face: Face, text: frozenset[str]) -> dict[str, Any]:
        """A font as the template asks for it; `lacking` are the characters the rare font stands in for."""
        family, weight = self._variants[face.path]
        rare = self._fonts.faces[RARE]
        lacking = face.lacking(text) - rare.lacking(text) if face is not rare else frozenset()
        return {
            "family": family,
            "weight": weight,
            "centre": face.centre,
            "lacking": "".join(sorted(lacking)),
        }


def lacking(texts: Iterable[Text], fonts: Fonts) -> Iterator[Problem]:
    """The characters that neither their font nor the one for rare characters has."""
    for text, place, roles in texts:
        for char in sorted(fonts.lacking(text, roles)):
            names = "、".join(dict.fromkeys(fonts.faces[role].name for role in roles))
            yield GLYPH.at(
                place,
                f"{names}和生僻字字体里都没有“{char}”（U+{ord(char):04X}），印不出来",
                "换一个字，或在 site_config.yml 的 extra: zhengben: fonts: 下用 rare: 指定含有这个字的字体文件",
            )


def _our_mistake(error: Exception) -> TypesettingError:
    return TypesettingError(getattr(error, "diagnostic", "") or str(error))
