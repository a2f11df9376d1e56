"""What all tests share: the bureaus to work on, a folder at a time, and the switch that rewrites golden files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).parent.parent
SMALL_BUREAU = REPOSITORY / "tests" / "bureau"

_MODULES = Path("/usr/lib/python3/dist-packages")
"""The modules of the system's Python, asked for by file: `uno.py`, by which it speaks to LibreOffice."""

settings.register_profile(
    "zhengben",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("zhengben")


def pytest_configure(config: pytest.Config) -> None:
    """Declare what a test may ask for."""
    config.addinivalue_line("markers", "needs(program, ...): run only where these programs are installed")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose programs are missing, and say so; in CI nothing is skipped, so there it fails."""
    asked = [program for mark in item.iter_markers("needs") for program in mark.args]
    missing = [program for program in asked if not (shutil.which(program) or (_MODULES / program).exists())]
    if missing:
        told = f"not installed: {', '.join(missing)}; run `make setup-test` as root"
        if os.environ.get("CI"):
            pytest.fail(told, pytrace=False)
        pytest.skip(told)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch of `make accept`."""
    parser.addoption("--accept", action="store_true", help="rewrite golden files with what is produced now")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten instead of compared."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    """A copy of the reference bureau that a test may spoil: data, content, options; the theme is linked."""
    return copy_of(REPOSITORY, tmp_path / "reference")


@pytest.fixture
def open_year(reference: Path) -> Path:
    """The reference bureau before its last quarter was closed; all its units have reported."""
    (reference / "data/2019/locks/q4.yml").unlink()
    return reference


@pytest.fixture
def unreported(open_year: Path) -> Path:
    """The same, where one unit has not reported yet: the one whose forms the tests fill in."""
    (open_year / "data/2019/progress/q4/shequ-jiaozheng.yml").unlink()
    return open_year


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small bureau that a test may spoil."""
    return copy_of(SMALL_BUREAU, tmp_path / "small")


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small bureau with every output published; only to be read, or copied."""
    from tests.bench.faults import built  # noqa: PLC0415  # slow to import, and few tests want it

    root = copy_of(SMALL_BUREAU, tmp_path_factory.mktemp("built") / "small")
    assert built(root)
    return root


@pytest.fixture
def small_published(built_once: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    return shutil.copytree(built_once, tmp_path / "published", symlinks=True)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the reference bureau's site, in folders of a server; only to be read."""
    from generator.plugin import build_site  # noqa: PLC0415  # slow to import, and few tests want it
    from tests.sites import edition_of  # noqa: PLC0415  # likewise

    folder = tmp_path_factory.mktemp("served") / "county" / "justice"
    build_site(REPOSITORY, edition_of(REPOSITORY), folder)
    return folder


def copy_of(bureau: Path, folder: Path) -> Path:
    """Copy what a bureau commits into a new folder; the program's theme and fonts are linked beside it."""
    folder.mkdir(parents=True)
    for name in ("data", "content"):
        shutil.copytree(bureau / name, folder / name)
    shutil.copy(bureau / "site_config.yml", folder)
    for name in ("theme", ".fonts"):
        (folder / name).symlink_to(REPOSITORY / name)
    return folder
