"""Fonts: the right file for each role, what each can show, and what is said when one is missing or different."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.load.fonts import FOLDER, RARE, find_fonts, is_sound, read_font_list
from generator.model.settings import Settings
from generator.problem import Level
from tests.conftest import REPOSITORY

FANGSONG = "FandolFang-Regular.otf"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the list of fonts and links to the fonts themselves."""
    (tmp_path / "theme").mkdir()
    shutil.copy(REPOSITORY / "theme" / "fonts.yml", tmp_path / "theme")
    (tmp_path / FOLDER).mkdir()
    for font in read_font_list(REPOSITORY):
        (tmp_path / FOLDER / font.file).symlink_to(REPOSITORY / FOLDER / font.file)
    return tmp_path


def test_the_default_fonts_play_every_role(project: Path) -> None:
    """Text, headings, titles, page numbers and rare characters each have their font."""
    fonts, problems = find_fonts(project, Settings())
    assert problems == ()
    assert fonts is not None
    assert {role: face.path.name for role, face in fonts.faces.items()} == {
        "fangsong": FANGSONG,
        "kai": "FandolKai-Regular.otf",
        "hei": "FandolHei-Regular.otf",
        "song": "FandolSong-Regular.otf",
        "xiaobiaosong": "FandolSong-Bold.otf",
        RARE: "ukai.ttc",
    }


def test_missing_and_altered_fonts_are_one_problem_with_the_command_that_mends_it(project: Path) -> None:
    """All fonts at fault are named together, each with what is wrong, and nothing is printed with the rest."""
    altered = project / FOLDER / "FandolHei-Regular.otf"
    content = altered.read_bytes()
    altered.unlink()
    altered.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    (project / FOLDER / FANGSONG).unlink()
    fonts, (problem,) = find_fonts(project, Settings())
    assert fonts is None
    assert (problem.rule, problem.level) == ("default_fonts", Level.ERROR)
    assert f"{FANGSONG} 缺少" in problem.message
    assert "FandolHei-Regular.otf 与清单不符" in problem.message
    assert "zhengben fonts" in problem.hint


def test_a_bureaus_own_font_comes_before_the_default(project: Path) -> None:
    """Its path is relative to the project, and the default of its role need not even be there."""
    (project / "own").mkdir()
    (project / FOLDER / FANGSONG).rename(project / "own" / "仿宋.otf")
    fonts, problems = find_fonts(project, Settings(fonts={"fangsong": "own/仿宋.otf"}))
    assert problems == ()
    assert fonts is not None
    assert fonts.faces["fangsong"].path == project / "own" / "仿宋.otf"
    assert fonts.faces["kai"].path == project / FOLDER / "FandolKai-Regular.otf"


def test_the_middle_of_an_own_font_is_measured(project: Path) -> None:
    """Each default font, named as the bureau's own, has its middle measured within 0.02 em of what is listed."""
    for font in read_font_list(project):
        fonts, problems = find_fonts(project, Settings(fonts={font.role: f"{FOLDER}/{font.file}"}))
        assert fonts is not None, problems
        assert fonts.faces[font.role].centre == pytest.approx(float(font.centre), abs=0.02), font.file


@pytest.mark.parametrize("content", [None, b"", b"not a font", b"\x00\x01\x00\x00" + bytes(40)])
def test_an_own_font_that_cannot_be_read_is_an_error(content: bytes | None, project: Path) -> None:
    """A missing or broken file is named; the default does not silently take its place."""
    if content is not None:
        (project / "own.ttf").write_bytes(content)
    fonts, (problem,) = find_fonts(project, Settings(fonts={"kai": "own.ttf"}))
    assert fonts is None
    assert problem.rule == "own_font"
    assert "楷体字体“own.ttf”读不了" in problem.message


def test_an_unknown_role_is_an_error_that_lists_the_roles(project: Path) -> None:
    """A misspelt role is not ignored."""
    fonts, (problem,) = find_fonts(project, Settings(fonts={"fangsongti": f"{FOLDER}/{FANGSONG}"}))
    assert fonts is None
    assert problem.rule == "font_role"
    assert "fangsongti" in problem.message
    assert "fangsong、kai、hei" in problem.hint


def test_the_default_fonts_hold_all_of_gb2312() -> None:
    """The 7,445 characters of GB 2312, and its dash and middle dot as Unicode has them, are in each text font."""
    gb2312 = {
        bytes((row, cell)).decode("gb2312", "ignore")
        for row in range(0xA1, 0xF8)
        for cell in range(0xA1, 0xFF)
    } - {""}
    assert len(gb2312) == 7445
    for font in read_font_list(REPOSITORY):
        if font.role != RARE:
            with TTFont(REPOSITORY / FOLDER / font.file, lazy=True) as opened:
                held = set(map(chr, opened.getBestCmap()))
            assert (gb2312 - {"・", "―"}) | {"·", "—"} <= held, font.file


def test_rare_characters_are_lacking_in_the_text_fonts_and_held_by_the_rare_font() -> None:
    """堃 and 喆 need the rare characters' font; a character of neither is what cannot be printed."""
    fonts, _ = find_fonts(REPOSITORY, Settings())
    assert fonts is not None
    beyond = "\N{CJK UNIFIED IDEOGRAPH-20000}"
    text = f"王堃、李喆、{beyond}——2024年·①"
    assert fonts.faces["fangsong"].lacking(text) == {"堃", "喆", beyond}
    assert fonts.lacking(text, ("fangsong", "hei")) == {beyond}
    assert fonts.lacking("王堃、李喆", ("fangsong",)) == frozenset()


def test_a_font_is_sound_only_byte_for_byte(project: Path) -> None:
    """A file of the right name with other content is not the font that was measured."""
    font = read_font_list(project)[0]
    assert is_sound(project, font)
    (project / FOLDER / font.file).unlink()
    assert not is_sound(project, font)
    (project / FOLDER / font.file).write_bytes(b"")
    assert not is_sound(project, font)
