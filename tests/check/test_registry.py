"""The registry finds every rule by walking, and refuses one that is not written as it wants."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator.check.rules
from generator.check.registry import BrokenRuleError, Rule, registered, rules
from generator.problem import Level

SOUND = '''"""Something is wrong.

Why:
    有错。
    原因：

    - 甲，
      乙；
    - 丙。

Bad:
    a: 1

Good:
    a: 2
"""
from generator.problem import Level
LEVEL = Level.WARNING
def check(dossier):
    return iter(())
'''


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty package `madeup` to put subjects and rules into."""
    folder = tmp_path / "madeup"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "madeup"]:
        del sys.modules[name]


def put(package: Path, subject: str, rule: str, text: str, title: str = "TITLE = '科目'\n") -> None:
    """Write a rule into a subject of the package."""
    (package / subject).mkdir(exist_ok=True)
    (package / subject / "__init__.py").write_text(title, encoding="utf-8")
    (package / subject / f"{rule}.py").write_text(text, encoding="utf-8")


def test_a_rule_is_what_its_module_says(package: Path) -> None:
    """Id, subject, weight and explanation come from the file; nothing is typed twice."""
    put(package, "things", "wrong_thing", SOUND)
    (rule,) = registered(importlib.import_module("madeup"))
    assert (rule.id, rule.subject, rule.subject_title, rule.level) == (
        "wrong_thing",
        "things",
        "科目",
        Level.WARNING,
    )
    assert (rule.meaning, rule.why, rule.fault) == (
        "Something is wrong.",
        "有错。原因：\n\n- 甲，乙；\n- 丙。",
        "有错",
    )
    assert (rule.bad, rule.good, rule.acceptable) == ("a: 1", "a: 2", False)


def test_the_same_id_in_two_subjects_is_our_own_mistake(package: Path) -> None:
    """An id means one rule, whatever folder it is in."""
    put(package, "things", "wrong_thing", SOUND)
    put(package, "others", "wrong_thing", SOUND)
    with pytest.raises(BrokenRuleError, match="wrong_thing stands in others and in things"):
        registered(importlib.import_module("madeup"))


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        (SOUND.replace("Why:", "Because:"), "Why"),
        (SOUND.replace("Bad:\n    a: 1\n", "Bad:\n"), "Bad"),
        (SOUND.replace("Good:", "Better:"), "Good"),
        (SOUND.replace("LEVEL =", "WEIGHT ="), "LEVEL"),
        (SOUND.replace("def check", "def look"), "check"),
    ],
    ids=["no_why", "empty_bad", "no_good", "no_level", "no_check"],
)
def test_a_rule_that_lacks_something_is_our_own_mistake(package: Path, text: str, lacking: str) -> None:
    """A rule without explanation, weight or check is not registered in silence."""
    put(package, "things", "wrong_thing", text)
    with pytest.raises(BrokenRuleError, match=rf"madeup\.things\.wrong_thing lacks {lacking}"):
        registered(importlib.import_module("madeup"))


def test_a_subject_without_a_title_is_our_own_mistake(package: Path) -> None:
    """The handbook needs a heading for every subject."""
    put(package, "things", "wrong_thing", SOUND, title="")
    with pytest.raises(BrokenRuleError, match="TITLE"):
        registered(importlib.import_module("madeup"))


def test_every_file_below_rules_is_a_rule() -> None:
    """The walk misses no file."""
    folder = Path(generator.check.rules.__file__).parent
    files = {path.stem for path in folder.rglob("*.py") if path.name != "__init__.py"}
    assert files == {rule.id for rule in rules()}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_ids_name_the_fault_and_explanations_are_chinese(rule: Rule) -> None:
    """Ids are plain words without weight; what clerks read is Chinese and begins with one short sentence."""
    assert re.fullmatch(r"[a-z]+(_[a-z]+)+", rule.id)
    assert not {"error", "warning", "must", "should"} & set(rule.id.split("_"))
    assert re.search("[一-鿿]", rule.why)
    assert 2 <= len(rule.fault) <= 30
    assert "\n" not in rule.fault
    assert rule.bad != rule.good
    assert re.fullmatch(r"[A-Z].*\.", rule.meaning)
