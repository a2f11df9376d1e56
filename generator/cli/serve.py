"""`zhengben serve`: live preview of the site."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("serve")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="预览用的地址和端口")
@click.pass_obj
def command(root: Path, address: str) -> int:
    """在浏览器里预览网站；data/、content/、theme/ 里的文件一改，页面就更新。按 Ctrl+C 结束。"""
    from generator.plugin.preview import serve_site  # noqa: PLC0415  # the site engine is slow to import

    serve_site(root, address)
    return 0
