"""The adapter to MkDocs, and the only package that imports it.

MkDocs renders what stands in the navigation and the hand-written pages. Of all other pages it renders one
for each kind and folder, with placeholders; the rest are poured into that frame. `mkdocs build` and
`mkdocs serve` read the project themselves; `zhengben` hands in what it has read.
"""

from __future__ import annotations

import logging
import os
import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Literal

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # else the theme prints an advertisement when imported

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.edition import Edition
from generator.load.revision import revision
from generator.pipeline import prepare
from generator.plugin.preview import Preview, log
from generator.plugin.telling import CONFIG, line, problem_of
from generator.problem import Level, UndecidedError
from generator.publish.switch import DIST, is_published
from generator.render.site import handwritten, search
from generator.render.site.addresses import FEED
from generator.render.site.feed import feed
from generator.render.site.frame import PLACEHOLDERS, Frame, Texts, compact, groups, head, texts
from generator.render.site.navigation import navigation, source
from generator.render.site.page import SitePage
from generator.render.site.pages import site
from generator.render.site.sitemap import sitemap
from generator.render.site.stylesheet import ADDRESS as STYLESHEET
from generator.render.site.stylesheet import stylesheet
from generator.views.site import site_views

_TEMPLATES = "theme/site"
_STYLE = "theme/style"
_FEATURES = ("navigation.tabs", "navigation.top", "toc.follow")
"""What the layout needs of the theme, whatever else the configuration asks for."""
_UNUSED = (".map", "assets/javascripts/lunr/", "assets/javascripts/workers/", "sitemap.xml")
"""Files of the theme this site has no use for: source maps, its search, and the template of a list we write."""
_OUTSIDE = ("https://unpkg.com/", "https://api.github.com/")
"""Hosts the theme's script asks for diagrams, repository figures and help for old browsers; taken out."""


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs types only a part
    """The plugin's options in `site_config.yml`."""

    frame = Type(bool, default=True)
    """Fill one rendered page of each kind for all of that kind. Without, MkDocs renders every page: slow, equal."""


def build_site(root: Path, edition: Edition, folder: Path) -> None:
    """Write the site of an edition into a folder of its own, with the documents it offers.

    Raises `UndecidedError` when the configuration or a template of the project is wrong.
    """
    try:
        config, plugin = configured(root, folder)
        with plugin.handed(edition):
            mkdocs_build.build(config)
    except (MkDocsException, TemplateError) as error:
        raise UndecidedError(problem_of(error, root)) from error


def configured(root: Path, folder: Path) -> tuple[MkDocsConfig, ZhengbenPlugin]:
    """The configuration of a project that builds into a folder, and the plugin in it."""
    config = load_config(config_file=str(root / CONFIG), site_dir=str(folder))
    plugin = config.plugins.get("zhengben")
    if not isinstance(plugin, ZhengbenPlugin):
        raise PluginError("plugins 里没有写 zhengben")
    return config, plugin


class ZhengbenPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # likewise
    """What MkDocs calls. Unless an edition is handed in, it reads the project itself."""

    def __init__(self) -> None:
        self._handed: Edition | None = None
        self._preview: Preview | None = None

    @contextmanager
    def handed(self, edition: Edition) -> Iterator[None]:
        """Build this edition, which was read before."""
        self._handed = edition
        try:
            yield
        finally:
            self._handed = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Exist: by this method MkDocs knows to keep the plugin from one build of `serve` to the next."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project unless an edition was handed in, render its pages, and set what the theme shows."""
        root = _root(config)
        _refuse_links(Path(config.docs_dir))
        if is_published(root, Path(config.site_dir)):
            raise PluginError(f"{DIST} 里是已经发布的，只由 zhengben build 一次换上；请写进别的文件夹")
        self._edition = self._handed or _read(root)
        made = self._edition
        views = site_views(made.dossier, made.offered, made.revision, made.plans, draft=made.draft)
        self._site = site(views, root / _TEMPLATES)
        if self._preview and self._preview.folder:
            config.site_dir = str(self._preview.folder)
        config.site_name = escape(config.site_name)
        config.copyright = self._site.foot
        config.extra["notice"] = self._site.notice
        config.extra["printed"] = self._site.printed
        config.nav = [*navigation(self._site.pages), *(config.nav or ())]
        config.extra["generator"] = False
        config.theme["font"] = False
        config.theme["features"] = list(dict.fromkeys((*config.theme.get("features", ()), *_FEATURES)))
        config.theme.static_templates.discard("sitemap.xml")
        config.markdown_extensions.append(handwritten.HtmlAsText())
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what the theme brings in vain; add the stylesheet, the documents and one page of each group."""
        for file in tuple(files):
            if any(part in file.src_uri for part in _UNUSED):
                files.remove(file)
            elif file.src_uri.startswith("assets/javascripts/bundle"):
                file.content_string = _without_outside_hosts(file.content_string)
        self._handwritten: list[search.Entry] = []
        files.append(File.generated(config, STYLESHEET, content=stylesheet(_root(config) / _STYLE)))
        for document, content in self._edition.offered.items():
            files.append(File.generated(config, document.address, content=content))
        grouped = groups(self._site.pages, framed=self.config.frame)
        self._groups = {source(address): group for address, group in grouped.items()}
        for name, group in self._groups.items():
            if files.get_file_from_path(name) is not None:
                raise PluginError(f"手写的 {name} 与自动生成的页面重名，请改名")
            place = InclusionLevel.INCLUDED if group[0].label else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, name, content="", inclusion=place))
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give a page its texts: its own, or placeholders if it is to be the frame of a group."""
        group = self._groups.get(page.file.src_uri)
        if group is None:
            title = handwritten.title(page.title or "")
            description = escape(page.meta.get("description", "")) or title
            page.title = title
            page.meta = {"title": title, "description": description, "head": head(self._site.tags)}
            page.meta |= {"hide": ["navigation"], "path": page.file.dest_uri}
            self._handwritten.append(handwritten.entry(page.file.dest_uri, page.title, html))
            return handwritten.safe(html)
        shown = PLACEHOLDERS if self._is_frame(group) else texts(group[0], config.site_url or "")
        _dress(page, group[0], shown)
        section = files.get_file_from_path(source(group[0].section))
        if section is not None and section.page is not page:
            page.parent = section.page  # type: ignore[assignment]  # a page does what a section does here
        return shown.body

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Turn the page of placeholders into a frame, and fill it for every page of the group."""
        group = self._groups.get(page.file.src_uri)
        if group is None:
            return output
        output = compact(output)
        if not self._is_frame(group):
            return output
        frame = Frame(output)
        folder = Path(config.site_dir, group[0].address).parent
        folder.mkdir(parents=True, exist_ok=True)
        for other in group[1:]:
            content = frame.fill(texts(other, config.site_url or "")).encode()
            folder.joinpath(posixpath.basename(other.address)).write_bytes(content)
        return frame.fill(texts(group[0], config.site_url or ""))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what the search looks in, and the sitemap, if the site has an address on the web."""
        files = {search.INDEX: search.index(self._entries(), self._site.synonyms)}
        files[search.EMPTY_INDEX] = search.empty_index()
        files[FEED] = feed(self._site.feed, config.site_url or "")
        if config.site_url:
            addresses = [*(page.address for page in self._site.pages)]
            addresses += (entry.address for entry in self._handwritten)
            files["sitemap.xml"] = sitemap(config.site_url, addresses, self._site.updated)
        for address, content in files.items():
            path = Path(config.site_dir, address)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content.encode())

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Build aside from now on, whenever an edit is saved."""
        self._preview = Preview(_root(config), server, builder)
        return server

    def on_shutdown(self) -> None:
        """Clear away what `serve` has built."""
        if self._preview:
            self._preview.clear()

    def _entries(self) -> Iterator[search.Entry]:
        yield from map(search.entry, filter(attrgetter("names"), self._site.pages))
        yield from self._site.people
        yield from self._handwritten

    def _is_frame(self, group: tuple[SitePage, ...]) -> bool:
        return self.config.frame and not group[0].label


def _read(root: Path) -> Edition:
    try:
        edition, problems = prepare(root, revision(root))
    except UndecidedError as error:
        raise PluginError(line(error.problem)) from None
    for problem in problems:
        log.log(logging.ERROR if problem.level is Level.ERROR else logging.INFO, "%s", line(problem))
    if edition is None:
        raise PluginError("没有生成网站：请先改正上面的错误。")
    return edition


def _dress(page: Page, data: SitePage, shown: Texts) -> None:
    page.title = escape(data.label) or shown.title
    page.toc = TableOfContents([AnchorLink(one.title, one.id, 2) for one in shown.anchors])
    page.meta = {"title": shown.title, "description": shown.description, "head": shown.head}
    page.meta["path"] = shown.path
    page.meta["hide"] = ["navigation"] if data.contents else ["navigation", "toc"]
    if page.canonical_url:
        page.canonical_url = shown.address


def _refuse_links(folder: Path) -> None:
    """Refuse links in the folder of hand-written pages: MkDocs would publish whatever they point to."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            raise PluginError(f"{path.name} 是一个链接，不是文件；请把文件本身放进来")


def _without_outside_hosts(script: str) -> str:
    for host in _OUTSIDE:
        script = script.replace(host, "")
    return script


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
