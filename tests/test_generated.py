"""The projects that the benches measure are sound, whatever their size, and the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import read
from generator.problem import Level
from tests.generated import write_project
from tests.sites import tree


@pytest.mark.parametrize("targets", [1, 4, 6, 330])
def test_a_generated_project_is_sound(targets: int, tmp_path: Path) -> None:
    """It has as many targets as were asked for and no error; a small one may leave units without work."""
    write_project(tmp_path, targets)
    reading = read(tmp_path)
    assert reading.dossier is not None
    assert len(list(reading.dossier.years[2021].items)) == targets
    assert [problem for problem in reading.problems if problem.level is Level.ERROR] == []
    assert {problem.rule for problem in reading.problems} <= {"unit_unused"}


def test_the_same_size_is_the_same_project(tmp_path: Path) -> None:
    """Two measurements measure the same files."""
    write_project(tmp_path / "one", 40)
    write_project(tmp_path / "other", 40)
    assert tree(tmp_path / "one") == tree(tmp_path / "other")
