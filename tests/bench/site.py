"""Builds the site of one project from its data, in a process of its own: what the other engines are compared with."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from generator.plugin import build_site
from tests.sites import edition_of

if __name__ == "__main__":
    gc.set_threshold(200_000, 20, 100)  # as the command does
    build_site(Path(sys.argv[1]), edition_of(Path(sys.argv[1])), Path(sys.argv[2]))
