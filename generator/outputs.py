"""The outputs beside the website and its documents, each printed into a folder of `dist/` of its own name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

from generator.edition import Edition
from generator.problem import Problem
from generator.views.portal_article import portal_articles

Printed = tuple[Mapping[str, bytes], tuple[Problem, ...]]
"""Files by their address below the output's folder, and what stands against them."""


def _portal(root: Path, edition: Edition) -> Printed:
    """The portal package: a folder and an archive for each article."""
    from jinja2 import TemplateError  # noqa: PLC0415  # slow to import, as are the next two

    from generator.render.portal.package import PortalPress  # noqa: PLC0415  # likewise
    from generator.render.templates import broken_template  # noqa: PLC0415  # likewise

    offered = {**edition.documents, **edition.data}
    files = {document.address: content for document, content in offered.items()}
    made: dict[str, bytes] = {}
    try:
        press = PortalPress(root / "theme" / "portal")
        for article in portal_articles(edition.dossier, offered, draft=edition.draft):
            made |= press.package(article, files)
    except TemplateError as error:
        return {}, (broken_template(error, root),)
    return made, ()


def _reports(root: Path, edition: Edition) -> Printed:
    """What goes to the superior: the filled 季度报表."""
    from generator.reports import reports  # noqa: PLC0415  # slow to import

    return reports(root, edition)


def _forms(root: Path, edition: Edition) -> Printed:  # noqa: ARG001  # a form needs nothing but the edition
    """What goes to the units: the blank 季度报表 of each unit and quarter."""
    from generator.forms import blank_forms  # noqa: PLC0415  # slow to import

    return blank_forms(edition.dossier), ()


def _board(root: Path, edition: Edition) -> Printed:
    """What hangs on the notice boards."""
    from generator.boards import boards  # noqa: PLC0415  # slow to import

    return boards(root, edition)


PRINTED: Mapping[str, Callable[[Path, Edition], Printed]] = {
    "portal": _portal,
    "board": _board,
    "reports": _reports,
    "forms": _forms,
}
"""How each output is printed from a project and its edition; what is slow to import is imported when called."""


def with_sheets(edition: Edition, files: Mapping[str, bytes]) -> Edition:
    """The edition with those sheets for notice boards that are among what was printed of it, for its site to offer."""
    own = {
        address.removeprefix("board/"): made
        for address, made in files.items()
        if address.startswith("board/")
    }
    if not own:
        return edition
    from generator.boards import offered  # noqa: PLC0415  # slow to import

    return replace(edition, sheets=dict(offered(edition, own)))


def printed(root: Path, edition: Edition, outputs: Collection[str]) -> Printed:
    """Print those of the named outputs that stand here: files by their address below `dist/`, and all doubts."""
    files: dict[str, bytes] = {}
    doubts: list[Problem] = []
    for name, output in PRINTED.items():
        if name in outputs:
            made, doubted = output(root, edition)
            files |= {f"{name}/{address}": content for address, content in made.items()}
            doubts += doubted
    return files, tuple(doubts)
