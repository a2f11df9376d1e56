"""`zhengben fonts` takes the listed fonts out of Debian packages, verified, and says plainly what goes wrong.

The archive is a small one on disk, read by the machine's own apt through a configuration of its own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.needs("apt-get", "dpkg-deb")

FONT = b"the font, byte for byte"
FOLDER = "usr/share/fonts/sample"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A Debian archive of one package that holds one font and much else; the apt configuration that reads it."""
    tree = tmp_path / "tree"
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / FOLDER).mkdir(parents=True)
    (tree / FOLDER / "sample.otf").write_bytes(FONT)
    (tree / FOLDER / "other.otf").write_bytes(b"not wanted")
    control = "Package: fonts-sample\nVersion: 1\nArchitecture: all\nMaintainer: nobody <nobody@invalid>\nDescription: x\n"
    (tree / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    pool = tmp_path / "pool"
    pool.mkdir()
    package = pool / "fonts-sample_1_all.deb"
    subprocess.run(["dpkg-deb", "--build", tree, package], check=True, capture_output=True)
    content = package.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    entry = f"{control}Filename: ./{package.name}\nSize: {len(content)}\nSHA256: {digest}\n"
    (pool / "Packages").write_text(entry, encoding="utf-8")
    (tmp_path / "sources.list").write_text(f"deb [trusted=yes] file:{pool} ./\n", encoding="utf-8")
    for folder in ("lists/partial", "cache/archives/partial"):
        (tmp_path / folder).mkdir(parents=True)
    settings = {
        "Dir::Etc::SourceList": tmp_path / "sources.list",
        "Dir::Etc::SourceParts": "/dev/null",
        "Dir::State::Lists": tmp_path / "lists",
        "Dir::Cache": tmp_path / "cache",
        "APT::Sandbox::User": "root",
    }
    configuration = tmp_path / "apt.conf"
    configuration.write_text(
        "".join(f'{key} "{value}";\n' for key, value in settings.items()), encoding="utf-8"
    )
    return configuration


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that wants that one font."""
    root = tmp_path / "project"
    (root / "theme").mkdir(parents=True)
    write_list(root, hashlib.sha256(FONT).hexdigest())
    return root


def write_list(root: Path, digest: str) -> None:
    """Write a list of fonts with one entry."""
    lines = [
        "fonts:",
        "  - role: fangsong",
        "    name: 仿宋",
        "    file: sample.otf",
        f"    sha256: {digest}",
    ]
    lines += ["    centre: 0.3", "    package: fonts-sample", f"    folder: {FOLDER}", ""]
    (root / "theme" / "fonts.yml").write_text("\n".join(lines), encoding="utf-8")


def update(archive: Path) -> None:
    """Let apt read the archive's index, as the machine's administrator would."""
    subprocess.run(
        ["apt-get", "update"], env={**os.environ, "APT_CONFIG": str(archive)}, check=True, capture_output=True
    )


def fetch(project: Path, archive: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a clerk does."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "--project", project, "fonts"],
        env={**os.environ, "APT_CONFIG": str(archive), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_just_the_listed_font_is_taken_out_of_the_package(project: Path, archive: Path) -> None:
    """The font lies in .fonts/, byte for byte; nothing else of the package is left behind."""
    update(archive)
    done = fetch(project, archive)
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in (project / ".fonts").iterdir()] == ["sample.otf"]
    assert (project / ".fonts" / "sample.otf").read_bytes() == FONT


def test_a_second_run_changes_nothing_and_needs_no_archive(project: Path, archive: Path) -> None:
    """With the fonts in place the command is done at once, also without any network."""
    update(archive)
    fetch(project, archive)
    shutil.rmtree(archive.parent / "pool")
    done = fetch(project, archive)
    assert (done.returncode, done.stdout.strip()) == (0, "字体已经齐备。")


def test_an_altered_font_is_fetched_again(project: Path, archive: Path) -> None:
    """A font that is not the listed one is replaced."""
    update(archive)
    fetch(project, archive)
    (project / ".fonts" / "sample.otf").write_bytes(b"altered")
    assert fetch(project, archive).returncode == 0
    assert (project / ".fonts" / "sample.otf").read_bytes() == FONT


def test_a_package_with_another_font_is_refused(project: Path, archive: Path) -> None:
    """When the archive's font is not the listed one, it is not taken, and the list's keeper is told."""
    update(archive)
    write_list(project, "0" * 64)
    done = fetch(project, archive)
    assert done.returncode == 2
    assert "sample.otf" in done.stderr
    assert "theme/fonts.yml" in done.stderr
    assert list((project / ".fonts").iterdir()) == []


def test_an_empty_index_is_answered_with_the_command_that_fills_it(project: Path, archive: Path) -> None:
    """On a fresh machine apt knows no packages: the message says why and who can mend it, without a traceback."""
    done = fetch(project, archive)
    assert done.returncode == 2
    assert "fonts-sample" in done.stderr
    assert "apt-get update" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_machine_without_apt_is_told_where_to_get_the_fonts(project: Path, archive: Path) -> None:
    """Elsewhere than on Debian the fonts are copied from a machine that has them."""
    done = fetch(project, archive, PATH="/nonexistent")
    assert done.returncode == 2
    assert "apt-get、dpkg-deb" in done.stderr
    assert ".fonts/" in done.stderr
