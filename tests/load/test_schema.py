"""The schemas that editors use are those of the model, with this bureau's own names offered."""

from __future__ import annotations

import json

import pytest

from generator.load.dossier import KINDS, SCHEMAS, read_dossier
from generator.load.files import FilesOnDisk
from generator.load.schema import schemas
from tests.conftest import REPOSITORY, SMALL_BUREAU


@pytest.fixture(scope="module")
def small_schemas() -> dict[str, str]:
    """The small bureau's schemas as text."""
    dossier, _ = read_dossier(FilesOnDisk(SMALL_BUREAU))
    assert dossier is not None
    return {name: content.decode() for name, content in schemas(dossier).items()}


def test_every_kind_of_file_has_a_schema(small_schemas: dict[str, str]) -> None:
    """An editor completes keys in every data file."""
    assert set(small_schemas) == {f"{kind}.schema.json" for kind in KINDS}
    for text in small_schemas.values():
        json.loads(text)


def test_units_and_innermost_categories_are_offered(small_schemas: dict[str, str]) -> None:
    """In an indicator, an editor offers the registered units, and the categories that may hold indicators."""
    shapes = json.loads(small_schemas["indicator.schema.json"])["$defs"]
    assert shapes["Target"]["properties"]["unit"]["enum"] == ["综合科", "业务科", "松隐县电子档案中心"]
    assert shapes["Composite"]["properties"]["category"]["enum"] == [
        "接收征集",
        "编研开发",
        "保管利用",
        "自身建设",
    ]


def test_a_unit_of_measure_may_be_any_word(small_schemas: dict[str, str]) -> None:
    """Only the responsible unit is one of the registered units; a goal is counted in whatever it is counted in."""
    shapes = json.loads(small_schemas["indicator.schema.json"])["$defs"]
    assert "enum" not in shapes["AtLeast"]["properties"]["unit"]


def test_committed_schemas_are_current() -> None:
    """The reference bureau's schemas are what `make accept` would write now."""
    dossier, _ = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None
    committed = {path.name: path.read_bytes() for path in (REPOSITORY / SCHEMAS).iterdir()}
    assert committed == schemas(dossier)
