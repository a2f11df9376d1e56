"""The outputs beside the website and its documents, each printed into a folder of `dist/` of its own name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from generator.edition import Edition
from generator.problem import Problem

Printed = tuple[Mapping[str, bytes], tuple[Problem, ...]]
"""Files by their address below the output's folder, and what stands against them."""

PRINTED: Mapping[str, Callable[[Path, Edition], Printed]] = {}
"""How each output is printed from a project and its edition; what is slow to import is imported when called."""


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
