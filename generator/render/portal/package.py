"""One article as a folder of files and as one archive of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator.render.archive import archive
from generator.render.portal import metadata
from generator.render.templates import environment
from generator.views.portal_article import PortalArticle

_SUMS = "SHA256SUMS"


class PortalPress:
    """The templates of the articles' bodies, read once."""

    def __init__(self, templates: Path) -> None:
        self._templates = environment(templates)

    def package(self, article: PortalArticle, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """An article's files below its folder, and the archive beside it; `files` are the site's, by address.

        Raises `jinja2.TemplateError` when a template is wrong.
        """
        made = {
            "body.html": self._body(article).encode(),
            "metadata.json": metadata.as_json(article),
            "metadata.xlsx": metadata.as_xlsx(article),
            **{one.name: files[one.address] for one in article.attachments},
        }
        made[_SUMS] = _sums(made)
        folder = {f"{article.name}/{name}": content for name, content in sorted(made.items())}
        return {**folder, f"{article.name}.zip": archive(folder)}

    def _body(self, article: PortalArticle) -> str:
        template = self._templates.get_template(f"{article.kind}.html.j2")
        return template.render(view=article.view, article=article)


def _sums(files: Mapping[str, bytes]) -> bytes:
    """The checksums in the form that `sha256sum --check` reads."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return "".join(lines).encode()
