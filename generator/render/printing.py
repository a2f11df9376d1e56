"""Prints many files at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor


def print_all(jobs: Mapping[str, Callable[[], bytes]]) -> dict[str, bytes]:
    """The files of all jobs, by address, in the order of the jobs. The first error of one is raised.

    Typst sets outside Python's lock, so one thread sets a PDF while another writes a DOCX or a spreadsheet; more threads
    than processors would only take more memory.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(jobs, pool.map(lambda job: job(), jobs.values()), strict=True))
