"""Imports go downwards only, and the contracts that say so would notice if one did not."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter import configuration
from importlinter.application.use_cases import lint_imports

from tests.conftest import REPOSITORY

CONTRACTS = ".importlinter"

BREACHES = {
    "Imports go downwards only": {
        "generator/problem.py": "from generator.model.goal import Goal",
        "generator/model/goal.py": "from generator.load.text import decode",
        "generator/load/text.py": "from generator.check.run import check",
        "generator/compute/fingerprint.py": "from generator.load.files import Files",
        "generator/views/phrases.py": "from generator.publish.manifest import manifest",
        "generator/publish/manifest.py": "import generator.pipeline",
        "generator/pipeline.py": "import generator.cli",
    },
    "Only the plugin knows the site engine": {"generator/publish/release.py": "import mkdocs"},
    "Only load reads YAML and spreadsheets": {
        "generator/views/item.py": "import yaml",
        "generator/views/sheet.py": "import openpyxl",
    },
    "Renderers print views: they see neither the model nor what is computed from it": {
        "generator/render/site/page.py": "from generator.model.goal import Goal"
    },
    "Renderers are independent of one another": {
        "generator/render/circular_pdf/press.py": "from generator.render.site.page import SitePage"
    },
    "Rules are independent of one another": {
        "generator/check/rules/sums/points_zero.py": "from generator.check.rules.time import quarter_unknown"
    },
}
"""For each contract, an import that breaks it, and the file that gets it."""


def test_the_program_keeps_its_contracts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every import of the program goes downwards, as the layers are drawn."""
    monkeypatch.chdir(REPOSITORY)
    configuration.configure()
    assert lint_imports(config_filename=CONTRACTS, cache_dir=None, no_logo=True)


def test_every_contract_has_a_breach_here() -> None:
    """A contract that is added is also shown to bite."""
    named = re.findall(r"^name = (.+)$", (REPOSITORY / CONTRACTS).read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) == set(BREACHES)


def test_each_contract_bites(tmp_path: Path) -> None:
    """In a copy of the program with a forbidden import for each contract, each is reported, with its module."""
    copy_program(tmp_path)
    for breaches in BREACHES.values():
        for file, line in breaches.items():
            with (tmp_path / file).open("a", encoding="utf-8") as module:
                module.write(f"\n{line}\n")
    status, told = lint(tmp_path)
    assert status == 1
    for contract, breaches in BREACHES.items():
        assert f"{contract} BROKEN" in told
        for file, line in breaches.items():
            culprit = file.removesuffix(".py").replace("/", ".")
            imported = re.split(r" import |^import ", line.removeprefix("from "))
            assert re.search(rf"{re.escape(culprit)} -> .*{re.escape(next(filter(None, imported)))}", told), (
                file
            )


def test_a_new_part_must_have_its_layer(tmp_path: Path) -> None:
    """A module that nobody has put into a layer is not let through."""
    copy_program(tmp_path)
    (tmp_path / "generator" / "helpers.py").write_text(
        '"""Nobody knows where this belongs."""\n', encoding="utf-8"
    )
    status, told = lint(tmp_path)
    assert status == 1
    assert "helpers" in told


def copy_program(folder: Path) -> None:
    """Copy what the linter reads."""
    shutil.copytree(
        REPOSITORY / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(REPOSITORY / CONTRACTS, folder)


def lint(folder: Path) -> tuple[int, str]:
    """Lint a copy in a process of its own, so that it does not find the program itself."""
    program = (
        "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "--config", CONTRACTS, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "500"},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr
