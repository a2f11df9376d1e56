"""Every key of every data file is explained in the handbook, as the model and its schema have it."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from pydantic import BaseModel, Field, TypeAdapter

from generator.load.dossier import KINDS
from generator.load.fields import UndescribedFieldError, field_reference
from generator.model.scalars import Points, Text
from generator.model.settings import Settings
from tests.conftest import REPOSITORY
from tests.docs.pages import HANDBOOK, generated, rewrite

_SETTINGS = "settings"
_PAGES = {**dict.fromkeys(KINDS, HANDBOOK / "data.md"), _SETTINGS: HANDBOOK / "fonts.md"}
_ADAPTERS: dict[str, TypeAdapter[Any]] = {**KINDS, _SETTINGS: TypeAdapter(Settings)}


@pytest.mark.parametrize("kind", _PAGES)
def test_the_handbook_explains_every_key_as_the_model_describes_it(kind: str, *, accept: bool) -> None:
    """The committed tables are those that the model gives now; `--accept` rewrites them."""
    page, name = _PAGES[kind], f"fields: {kind}"
    reference = field_reference(_ADAPTERS[kind]) + "\n"
    if accept:
        rewrite(page, name, reference)
    assert generated(page, name) == reference


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_of_the_schema_stands_in_the_reference(kind: str) -> None:
    """No key that an editor offers is missing from the tables."""
    schema = KINDS[kind].json_schema()
    keys = {
        key for record in (schema, *schema.get("$defs", {}).values()) for key in record.get("properties", ())
    }
    reference = field_reference(KINDS[kind])
    assert not [key for key in keys if f"| `{key}` |" not in reference]


def test_a_key_without_description_is_our_own_mistake() -> None:
    """A field cannot enter the model without a word for the clerk."""

    class Mute(BaseModel):
        told: Text = Field(description="说明")
        mute: Text

    with pytest.raises(UndescribedFieldError, match=r"Mute\.mute"):
        field_reference(TypeAdapter(Mute))


def test_the_tables_say_what_is_required_how_it_is_written_and_what_it_means() -> None:
    """Lists, nested records, choices of a shape, defaults and forms are told apart."""

    class Inner(BaseModel):
        points: Points = Field(description="分值")

    class Outer(BaseModel):
        name: Text = Field(description="名称｜甲|乙")
        items: tuple[Inner, ...] = Field((), description="各项")
        one: Inner | None = Field(None, description="一项")
        open: bool = Field(default=False, description="是否", json_schema_extra={"enum": ["yes", "no"]})

    assert field_reference(TypeAdapter(Outer)).splitlines() == [
        "| 键 | 必填 | 怎么写 | 意思 |",
        "| --- | --- | --- | --- |",
        r"| `name` | 是 | 文字 | 名称｜甲\|乙 |",
        "| `items` | 否 | 列表，每项：几个键，见下表 | 各项 |",
        "| `one` | 否 | 几个键，见下表 | 一项 |",
        "| `open` | 否，不写即 no | `yes` 或 `no` | 是否 |",
        "",
        "**`items` 的每一项**",
        "",
        "| 键 | 必填 | 怎么写 | 意思 |",
        "| --- | --- | --- | --- |",
        "| `points` | 是 | 分值，如 `1.50` | 分值 |",
    ]


def test_the_editor_knows_the_schema_of_every_data_file() -> None:
    """Each data file of the reference bureau is matched by one pattern of the editor's settings."""
    settings = json.loads((REPOSITORY / ".vscode" / "settings.json").read_text("utf-8"))
    patterns = settings["yaml.schemas"]
    assert sorted(patterns) == sorted(f"data/schemas/{kind}.schema.json" for kind in KINDS)
    files = [path.relative_to(REPOSITORY) for path in (REPOSITORY / "data").rglob("*.yml")]
    for file in files:
        matching = [one for one in patterns.values() if PurePosixPath(f"/{file.as_posix()}").match(one)]
        assert len(matching) == 1, file
