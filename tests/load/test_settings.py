"""The generator's options stand in the site's own configuration, and are read as strictly as data."""

from __future__ import annotations

from pathlib import Path

from generator.load.files import FilesOnDisk
from generator.load.settings import read_settings


def test_without_options_the_defaults_hold(tmp_path: Path) -> None:
    """A site configuration that says nothing of this program is in order."""
    (tmp_path / "site_config.yml").write_text("site_name: 甲\nextra:\n  generator: false\n", encoding="utf-8")
    settings, problems = read_settings(FilesOnDisk(tmp_path))
    assert settings.fonts == {}
    assert problems == ()


def test_options_are_read(tmp_path: Path) -> None:
    """A bureau names its own fonts by the role they play."""
    (tmp_path / "site_config.yml").write_text(
        "site_name: 甲\nextra:\n  zhengben:\n    fonts:\n      fangsong: fonts/仿宋.ttf\n", encoding="utf-8"
    )
    settings, problems = read_settings(FilesOnDisk(tmp_path))
    assert settings.fonts == {"fangsong": "fonts/仿宋.ttf"}
    assert problems == ()


def test_a_misspelt_option_is_refused_at_its_place(tmp_path: Path) -> None:
    """An option that does not exist is not passed over in silence."""
    (tmp_path / "site_config.yml").write_text(
        "site_name: 甲\nextra:\n  zhengben:\n    font: {}\n", encoding="utf-8"
    )
    _, [problem] = read_settings(FilesOnDisk(tmp_path))
    assert (problem.rule, str(problem.place)) == ("unknown_key", "site_config.yml:4:5")
    assert "fonts" in problem.hint
