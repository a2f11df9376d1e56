"""Gives a reader its inputs one after the other, and minds that each comes to its end."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from generator.problem import Level, Problem

SEED, SECONDS = 20190829, 5
"""What the inputs are made from, and how many seconds of the processor one may take."""

Answer = tuple[bool, tuple[Problem, ...]]
"""Whether a reader gave a value, and its problems."""


@dataclass(frozen=True)
class Reader:
    """A reader with sound inputs by name, and what it makes of others of that name."""

    sound: Callable[[], Mapping[str, bytes]]
    read: Callable[[str, bytes], Answer]
    mutated: Callable[[random.Random, bytes], bytes]


class HangError(BaseException):
    """A reader did not come to its end. No reader may take it for a fault of the file."""


@dataclass
class Outcome:
    """What came of one reader's inputs: how many it took and refused, by which rules, and its slowest seconds."""

    taken: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0


def fuzzed(name: str, reader: Reader, count: int) -> Outcome:
    """Feed one reader random inputs. Whatever it raises, or a hang, or an unfounded refusal, is raised with the input."""
    chance, outcome = random.Random(f"{SEED} {name}"), Outcome()
    sound = reader.sound()
    names = sorted(sound)
    for number in range(count):
        file = chance.choice(names)
        data = reader.mutated(chance, sound[file])
        started = time.process_time()
        try:
            with ending_soon():
                taken, problems = reader.read(file, data)
            assert taken or any(problem.level is Level.ERROR for problem in problems), (
                "refused without a reason"
            )
            assert all(
                problem.message and problem.place.file and problem.place.line > 0 for problem in problems
            )
        except BaseException as error:
            error.add_note(f"reader {name}, input {number}, from {file}: {data!r}")
            raise
        outcome.slowest = max(outcome.slowest, time.process_time() - started)
        outcome.taken += taken
        outcome.refused.update(problem.rule for problem in problems)
    return outcome


@contextmanager
def ending_soon() -> Iterator[None]:
    """Raise `HangError` out of what does not end."""

    def hang(*_: object) -> None:
        raise HangError

    signal.signal(signal.SIGPROF, hang)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
