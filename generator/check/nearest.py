"""Proposes the registered name that a clerk probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from functools import lru_cache

_SHOWN = 12


def nearest(name: str, known: Collection[str], where: str) -> str:
    """A hint: the known name nearest to `name`, or all of them when none is near and they are few.

    `where` says in which file such names are registered.
    """
    close = _closest(name, tuple(sorted(known)))
    if close is not None:
        return f"是不是“{close}”？确是新的，先登记到 {where}"
    if 0 < len(known) <= _SHOWN:
        return f"已登记的有：{'、'.join(sorted(known))}（见 {where}）"
    return f"先登记到 {where}"


@lru_cache(maxsize=1024)
def _closest(name: str, known: tuple[str, ...]) -> str | None:
    """The nearest name; a name misspelt in a thousand targets is looked up once."""
    close = difflib.get_close_matches(name, known, 1, 0.5)
    return close[0] if close else None
