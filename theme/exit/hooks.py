"""What files alone cannot tell an engine of the MkDocs family: where a page belongs, and which headings it has.

The engine calls these functions; see `hooks` in the configuration beside this file. Each page brings what they need in
its own head.
"""

import re
from types import SimpleNamespace

_INDENT = re.compile(r"\n\s+")
_UNUSED = (".map", "assets/javascripts/lunr/", "assets/javascripts/workers/", "sitemap.xml")
_OUTSIDE = ("https://unpkg.com/", "https://api.github.com/")


def on_config(config):
    """Leave out the theme's list of addresses: it is dated by the clock."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_files(files, config):
    """Leave out what the theme brings in vain, and take the hosts out of its script that it would ask."""
    for file in tuple(files):
        if file.src_dir != config.docs_dir and any(part in file.src_uri for part in _UNUSED):
            files.remove(file)
        elif file.src_uri.startswith("assets/javascripts/bundle"):
            script = file.content_string
            for host in _OUTSIDE:
                script = script.replace(host, "")
            file.content_string = script
    return files


def on_page_content(html, page, config, files):
    """Put a page below its section, and give it its headings."""
    page.title = page.meta.get("label") or page.meta["title"]
    page.toc = type(page.toc)([_heading(one) for one in page.meta.get("headings", ())])
    section = files.get_file_from_path(page.meta.get("section", ""))
    if section is not None:
        page.parent = section.page
    return html


def on_post_page(output, page, config):
    """Leave out the indentation of the theme's templates."""
    return _INDENT.sub("\n", output) if page.meta.get("compact") else output


def _heading(one):
    children = [_heading(child) for child in one["children"]]
    url, level = f"#{one['id']}", one["level"]
    return SimpleNamespace(title=one["title"], id=one["id"], level=level, url=url, children=children)
