"""Writes the pages for another engine: what MkDocs would frame is caught just before, and put into files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from generator.edition import Edition
from generator.plugin import configured
from generator.plugin.telling import problem_of
from generator.problem import UndecidedError
from generator.render.site import search
from generator.render.site.export import CONFIG as EXPORTED_CONFIG
from generator.render.site.export import (
    HOOKS,
    PAGES,
    THEME,
    Heading,
    SourcePage,
    configuration,
    source_file,
)
from generator.render.site.page import Anchor
from generator.render.site.stylesheet import ADDRESS as STYLESHEET

_FRAME = "theme/frame"
_EXIT = "theme/exit"
_PLAIN = (str, bool, int, list, dict)
"""What of the theme's options a file can hold; the engine finds the rest, such as the locale, itself."""

_OURS = {STYLESHEET, search.INDEX, search.EMPTY_INDEX}
"""Files among the theme's that are made, not brought."""


def exported_pages(root: Path, edition: Edition) -> dict[str, bytes]:
    """The pages of an edition and all that goes with them, by address in a folder that another engine builds.

    Raises `UndecidedError` when the configuration or a template of the project is wrong.
    """
    with tempfile.TemporaryDirectory(prefix="zhengben-") as folder:
        try:
            config, plugin = configured(root, Path(folder))
            plugin.config.frame = False
            catcher = _Catcher()
            config.plugins["catcher"] = catcher
            with plugin.handed(edition):
                mkdocs_build.build(config)
        except (MkDocsException, TemplateError) as error:
            raise UndecidedError(problem_of(error, root)) from error
        static = {f"{PAGES}/{name}": content for name, content in _static(Path(folder))}
    pages = {f"{PAGES}/{page.source}": source_file(page) for page in catcher.pages}
    theme = {f"{THEME}/{name}": content for name, content in _files(root / _FRAME)}
    return {
        **static,
        **pages,
        **theme,
        HOOKS: (root / _EXIT / HOOKS).read_bytes(),
        EXPORTED_CONFIG: _configuration(config),
    }


class _Catcher(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # MkDocs types only a part
    """Notes every page as it is about to be framed."""

    def __init__(self) -> None:
        self.pages: list[SourcePage] = []

    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002  # MkDocs' signature
        nav: Navigation,  # noqa: ARG002  # likewise
    ) -> TemplateContext:
        """Note a page: its texts, its headings, and the page it belongs below."""
        section = page.parent.file.src_uri if isinstance(page.parent, Page) else ""
        self.pages.append(
            SourcePage(
                source=page.file.src_uri,
                meta={key: value for key, value in page.meta.items() if key != "label"},
                label=str(page.title or ""),
                section=section,
                headings=tuple(map(_heading, page.toc)),
                compact=page.file.generated_by is not None,
                body=page.content or "",
            )
        )
        return context


def _heading(link: AnchorLink) -> Heading:
    return Heading(Anchor(link.title, link.id), link.level, tuple(map(_heading, link.children)))


def _static(site: Path) -> Iterator[tuple[str, bytes]]:
    """What the site has beside its pages and what the theme brings."""
    for name, content in _files(site):
        if not name.endswith(".html") and (name in _OURS or not name.startswith("assets/")):
            yield name, content


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _configuration(config: MkDocsConfig) -> bytes:
    settings = {"site_name": str(config.site_name), "copyright": str(config.copyright)}
    settings |= {"site_url": config.site_url} if config.site_url else {}
    values = {key: config.theme[key] for key in config.theme}
    theme = {
        "name": config.theme.name,
        **{key: one for key, one in values.items() if isinstance(one, _PLAIN)},
    }
    extra = {key: str(value) if isinstance(value, str) else value for key, value in config.extra.items()}
    return configuration(settings, config.nav or (), theme, extra)
