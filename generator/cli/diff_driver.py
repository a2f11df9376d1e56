"""`zhengben diff-driver`: git asks it what a data file says, or what differs between two states of one."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path

import click

from generator.file_diff import stated, told
from generator.render.review.as_text import visible
from generator.views.review import NOTHING

_SIDES = 7
"""So many words git says of a change: path, then file, hash and mode before and after."""
_ABSENT = "/dev/null"


@click.command("diff-driver")
@click.argument("given", nargs=-1, required=True, metavar="文件…")
def command(given: tuple[str, ...]) -> int:
    """给 git 用：git diff、git log -p 里，数据文件的改动说成一句一句的话。

    git 给一个文件，就把它写成一行一个值；给改动前后的两个文件，就说改了什么。读不懂的文件，照原文比较。
    """
    if len(given) >= _SIDES:
        name, old, new = given[0], _content(given[1]), _content(given[4])
        lines = told(name, old, new)
        shown = _plain(name, old or b"", new or b"") if lines is None else lines or (NOTHING,)
        click.echo("\n".join((visible(name), *(f"  {visible(line)}" for line in shown))))
    elif (
        "GIT_DIFF_PATH_COUNTER" in os.environ
    ):  # a comparison in which git names no sides: merging is not done
        click.echo(f"{visible(given[0])}\n  两边都改了，还没有合并好。")
    else:
        content = Path(given[0]).read_bytes()
        lines = stated(given[0], content)
        click.echo(content if lines is None else "".join(f"{visible(line)}\n" for line in lines), nl=False)
    return 0


def _content(file: str) -> bytes | None:
    return None if file == _ABSENT else Path(file).read_bytes()


def _plain(name: str, old: bytes, new: bytes) -> Iterator[str]:
    """The difference of two files of which one cannot be read, line by line."""
    yield "有一边读不懂，照原文比较："
    before, after = _lines(old), _lines(new)
    yield from difflib.unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm="")


def _lines(content: bytes) -> list[str]:
    return content.decode(errors="backslashreplace").splitlines()
