"""Puts safe corrections in place: words for words, on the line where they were found, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from generator.problem import Problem


def mended(text: str, problems: Iterable[Problem]) -> str:
    """A file's text with the mends of its problems, at most one on each line; line ends stay as they are.

    Words that do not stand on the line as they are quoted, or stand there twice, are left alone: so is all that
    is written with escapes or over several lines.
    """
    lines = text.split("\n")
    done: set[int] = set()
    for problem in problems:
        index = problem.place.line - 1
        if problem.mend is None or index in done:
            continue
        if lines[index].count(problem.mend.words) == 1:
            lines[index] = lines[index].replace(*problem.mend)
            done.add(index)
    return "\n".join(lines)
