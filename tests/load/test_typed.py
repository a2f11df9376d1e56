"""A value that does not fit its field becomes one Chinese sentence at its place, however it is spoilt."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load.dossier import KINDS
from generator.load.located import parse
from generator.load.typed import typed
from tests.conftest import SMALL_BUREAU

FILES = {
    "bureau": "data/bureau.yml",
    "words": "data/words.yml",
    "plan": "data/2021/plan.yml",
    "organisation": "data/2021/organisation.yml",
    "indicator": "data/2021/indicators/JS02.yml",
    "circular": "data/2021/circulars/3.yml",
}
"""A sound file of each kind."""

_ODD: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(["", "x", "１", "-1", "NaN", "1e9", "2021-02-30", "yes", "通知", "甲"]),
    st.lists(st.sampled_from(["x", "1"]), max_size=2),
    st.dictionaries(
        st.sampled_from(["at_least", "unit", "done", "deduct", "tiers", "x"]), st.just("1"), max_size=3
    ),
)


@pytest.mark.parametrize("kind", FILES)
@given(data=st.data())
def test_any_spoilt_value_gives_chinese_sentences(kind: str, data: st.DataObject) -> None:
    """Whichever value of whichever kind of file is replaced, the answer is a record or sentences, at places."""
    content = yaml.load((SMALL_BUREAU / FILES[kind]).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    spoil(content, data)
    text = yaml.dump(content, allow_unicode=True, width=10**9)
    mapping, refused = parse(text, "file.yml")
    assert mapping is not None
    record, problems = typed(KINDS[kind], mapping)
    assert (record is None) == bool(problems) or refused
    lines = text.split("\n")
    for problem in problems:
        assert re.search("[一-鿿]{2}", problem.message)
        assert not re.search("[a-z]+_[a-z_]+）", problem.message), problem
        assert problem.place.column <= len(lines[problem.place.line - 1]) + 1


@pytest.mark.parametrize("kind", FILES)
def test_every_key_of_a_sound_file_is_placed(kind: str) -> None:
    """A sound file becomes a record that knows where each of its fields was written."""
    text = Path(SMALL_BUREAU / FILES[kind]).read_text(encoding="utf-8")
    mapping, _ = parse(text, "file.yml")
    assert mapping is not None
    record, problems = typed(KINDS[kind], mapping)
    assert problems == ()
    lines = text.split("\n")
    for key in mapping:
        place = record.place(key)
        assert lines[place.line - 1][place.column - 1 :].strip()
        assert place == mapping.place(key)


def test_places_take_no_part_in_equality() -> None:
    """A value that only moved to another line is the same value."""
    kind = KINDS["bureau"]
    text = (SMALL_BUREAU / FILES["bureau"]).read_text(encoding="utf-8")
    (first, _), (second, _) = parse(text, "a.yml"), parse(f"# 注\n\n{text}", "b.yml")
    assert first is not None
    assert second is not None
    one, other = typed(kind, first)[0], typed(kind, second)[0]
    assert one == other
    assert one.place("name") != other.place("name")


def spoil(content: Any, data: st.DataObject) -> None:
    """Replace, delete or rename one entry somewhere below a mapping or a list."""
    while True:
        keys = list(content) if isinstance(content, dict) else list(range(len(content)))
        key = data.draw(st.sampled_from(keys))
        inner = content[key]
        if isinstance(inner, dict | list) and inner and data.draw(st.booleans()):
            content = inner
            continue
        match data.draw(st.sampled_from(["replace", "delete", "rename"])):
            case "delete":
                del content[key]
            case "rename" if isinstance(content, dict):
                content[data.draw(st.sampled_from([f"{key}s", "名称", "X"]))] = content.pop(key)
            case _:
                content[key] = data.draw(_ODD)
        return
