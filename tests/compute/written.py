"""A bureau as it is written: its YAML taken apart to the last value, edited or laid out anew, and read again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from hypothesis import strategies as st

from generator.load.dossier import read_dossier
from generator.model.change import Subject, What
from generator.model.dossier import Dossier
from generator.problem import Problem
from tests.check.bureaus import BASE

YEAR = 2021
PLAN = re.compile(rf"data/{YEAR}/(plan|organisation|indicators/\w+)\.yml")
_INDICATOR = {"name", "category", "source", "sample"}
_NAMES = {
    ("plan", "id"),
    ("organisation", "name"),
    ("indicators", "id"),
}
"""The keys by which things go; who changes one has another thing."""
_DAY, _NUMBER, _SLUG = (
    re.compile(r"\d{4}-\d\d-\d\d"),
    re.compile(r"\d+(\.\d+)?"),
    re.compile(r"[a-z][a-z0-9-]*"),
)
_FIXED = {"year", "circular", "basis", "kind", "prefix", "sample"}
"""Keys whose values are of a closed list, or stand for the file itself."""

Step = str | int
Written = Mapping[str, Any]


class Leaf(NamedTuple):
    """One value: its file, and the keys and places that lead to it."""

    file: str
    path: tuple[Step, ...]


class InMemory:
    """Files that are nowhere on the disk."""

    problems: tuple[Problem, ...] = ()

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def below(self, folder: str) -> tuple[str, ...]:
        """Paths of all files below a folder, sorted."""
        return tuple(sorted(path for path in self.files if path.startswith(f"{folder}/")))

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.files[path]


@cache
def files() -> Mapping[str, bytes]:
    """The files of the bureau, by path."""
    return {
        path.relative_to(BASE).as_posix(): path.read_bytes()
        for path in sorted(Path(BASE).rglob("*"))
        if path.is_file()
    }


@cache
def written() -> Written:
    """The files of its plan as mappings of text."""
    return {
        path: yaml.load(content, yaml.BaseLoader) for path, content in files().items() if PLAN.fullmatch(path)
    }


def read(changed: Mapping[str, bytes]) -> Dossier | None:
    """The bureau with some files changed; None if it cannot be read."""
    dossier, _ = read_dossier(InMemory({**files(), **changed}))
    return dossier


@cache
def leaves() -> tuple[Leaf, ...]:
    """Every value of the plan that can be edited by itself, but for names."""
    found = [Leaf(file, path) for file, tree in written().items() for path in _paths(tree, ())]
    return tuple(leaf for leaf in found if _editable(leaf))


def owner(leaf: Leaf) -> tuple[Subject, str]:
    """The thing that a value belongs to, and the field in which it stands."""
    tree, path = written()[leaf.file], leaf.path
    what, name, field = _thing(_kind(leaf.file), tree, path)
    return Subject(YEAR, what, name), field


def edited(leaf: Leaf, number: int) -> dict[str, bytes]:
    """The file of a value with another value of the same form."""
    tree = deepcopy(written()[leaf.file])
    inner = tree
    for step in leaf.path[:-1]:
        inner = inner[step]
    inner[leaf.path[-1]] = _other(inner[leaf.path[-1]], number)
    return {leaf.file: _dumped(tree)}


@st.composite
def layouts(draw: st.DrawFn) -> dict[str, bytes]:
    """Some files of the plan that say the same, otherwise written: order of keys, quotes, brackets, indents, comments."""
    chosen = draw(st.sets(st.sampled_from(sorted(written())), min_size=1, max_size=3))
    laid: dict[str, bytes] = {}
    for file in sorted(chosen):
        tree = _shuffled(written()[file], draw(st.randoms(use_true_random=False)))
        text = _dumped(
            tree,
            draw(st.sampled_from([None, '"', "'"])),
            draw(st.sampled_from([False, None])),
            draw(st.integers(2, 6)),
        ).decode()
        lines = text.splitlines()
        for index in sorted(draw(st.sets(st.integers(0, len(lines)), max_size=4)), reverse=True):
            lines.insert(index, draw(st.sampled_from(["# 一句话", "", "  # points: 9.99"])))
        laid[file] = ("\n".join(lines) + draw(st.sampled_from(["", "\n"]))).encode()
    return laid


def _dumped(tree: Any, style: str | None = None, flow: bool | None = False, indent: int = 2) -> bytes:  # noqa: FBT001, FBT002  # PyYAML's own word
    return yaml.dump(
        tree,
        allow_unicode=True,
        sort_keys=False,
        width=10**6,
        default_style=style,
        default_flow_style=flow,
        indent=indent,
    ).encode()


def _shuffled(value: Any, random: Any) -> Any:
    if isinstance(value, list):
        return [_shuffled(one, random) for one in value]
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {key: _shuffled(value[key], random) for key in keys}
    return value


def _paths(value: Any, path: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _paths(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _paths(inner, (*path, index))
    else:
        yield path


def _kind(file: str) -> str:
    return file.split("/")[2].removesuffix(".yml")


def _editable(leaf: Leaf) -> bool:
    keys = [step for step in leaf.path if isinstance(step, str)]
    in_list = isinstance(leaf.path[-1], int)
    name = (_kind(leaf.file), keys[-1]) in _NAMES and not in_list
    return not (name or _FIXED & set(keys))


def _thing(kind: str, tree: Any, path: tuple[Step, ...]) -> tuple[What, str, str]:
    """What the path's value belongs to: the innermost thing with a name on the way."""
    if kind == "organisation":
        held = {"units": What.UNIT, "people": What.PERSON}.get(str(path[0]))
        if held is None:
            return What.ORGANISATION, "organisation", str(path[0])
        return held, tree[path[0]][path[1]]["name"], str(path[2])
    if kind == "plan":
        at, inner, name = 0, tree, None
        while path[at] == "categories":
            inner = inner["categories"][path[at + 1]]
            name, at = inner["id"], at + 2
        return (What.PLAN, "plan", str(path[0])) if name is None else (What.CATEGORY, name, str(path[at]))
    if path[0] == "targets":
        return What.TARGET, tree["targets"][path[1]]["id"], str(path[2])
    whole = "targets" in tree or path[0] in _INDICATOR
    return (What.INDICATOR if whole else What.TARGET), tree["id"], str(path[0])


def _other(value: str, number: int) -> str:
    """Another value of the same form, the number says which."""
    if _DAY.fullmatch(value):
        return str(date.fromisoformat(value) + timedelta(number))
    if _NUMBER.fullmatch(value):
        return str(int(float(value)) + number)
    return f"{value}{number}" if _SLUG.fullmatch(value) else f"{value}{'甲乙丙丁'[number % 4]}"
