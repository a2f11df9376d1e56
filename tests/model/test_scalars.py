"""What a scalar may look like, and what it then is worth."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.goal import Goal
from generator.model.scalars import (
    ContentPath,
    Count,
    Day,
    DocumentNumber,
    ItemId,
    Key,
    Points,
    Prefix,
    Quantity,
    Slug,
    Text,
    YesNo,
    document_number_parts,
)
from generator.model.scoring import ScoringRule

ACCEPTED: tuple[tuple[Any, str, Any], ...] = (
    (Points, "1.50", 150),
    (Points, "1.5", 150),
    (Points, "0.05", 5),
    (Points, "0", 0),
    (Points, "9999.99", 999_999),
    (Quantity, "98.5", Decimal("98.5")),
    (Quantity, "100", Decimal(100)),
    (Count, "106", 106),
    (Count, "0", 0),
    (Day, "2020-02-29", date(2020, 2, 29)),
    (YesNo, "yes", True),
    (YesNo, "no", False),
    (Text, "010", "010"),
    (DocumentNumber, "某司〔2021〕44号", "某司〔2021〕44号"),
    (ContentPath, "content/2021/44/notice.md", "content/2021/44/notice.md"),
    (Slug, "gongzheng-chu", "gongzheng-chu"),
    (ItemId, "A01", "A01"),
    (ItemId, "ZDX01-12", "ZDX01-12"),
    (Prefix, "ZD", "ZD"),
    (Key, "first_half", "first_half"),
)

REFUSED: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (
        Points,
        ("", "1.505", "-1", "+1", "01", "1.", ".5", "1,5", "１.５", "1e2", "NaN", "10000", "一", "1 ", "²"),
    ),
    (Quantity, ("", "-1", "1e999999", "inf", "NaN", "1_000", "1,000", "01", "１００", "98%", "1.23456", "٣")),
    (Count, ("", "1.0", "-1", "01", "1000000", "一", "１", "٣")),
    (
        Day,
        (
            "2019-02-29",
            "2019-13-01",
            "2019-8-29",
            "29.8.2019",
            "20190829",
            "2019-W01-1",
            "２０１９-08-29",
            "",
        ),
    ),
    (YesNo, ("true", "True", "YES", "on", "1", "是", "")),
    (Text, ("",)),
    (
        DocumentNumber,
        (
            "某司[2021]44号",
            "某司〔21〕44号",
            "某司〔2021〕044号",
            "某司〔2021〕44",
            "〔2021〕44号",
            "某司〔2021〕第44号",
        ),
    ),
    (
        ContentPath,
        (
            "notice.md",
            "content/../data/bureau.yml",
            "/content/a.md",
            "content/a.html",
            "content//a.md",
            "content/文.md",
            "content/a.md\n",
        ),
    ),
    (Slug, ("", "公证处", "Gongzheng", "-a", "a-", "a--b", "a_b", "1a", "../a", "a/b", "a\n")),
    (ItemId, ("zd01", "ZD1", "ZDXX01", "ZD01-", "ZD01-123", "ＺＤ01", "ZD01-1\n", "ZD/01")),
    (Prefix, ("", "zd", "ZDXX", "Z1")),
    (Key, ("", "Q1", "1q", "a-b", "一季度", "a.b")),
)


@pytest.mark.parametrize(("kind", "text", "value"), ACCEPTED)
def test_accepted(kind: Any, text: str, value: Any) -> None:
    """What is written in the ordinary way has its exact worth."""
    assert TypeAdapter(kind).validate_python(text, strict=True) == value


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in REFUSED for text in texts])
def test_refused(kind: Any, text: str) -> None:
    """What could be read in two ways, or by no one, is not read at all."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(text, strict=True)


def test_document_number_comes_apart() -> None:
    """Code, year and serial of a document number, for addresses and for sorting."""
    assert document_number_parts("某司〔2021〕44号") == ("某司", 2021, 44)
    with pytest.raises(ValueError, match="44"):
        document_number_parts("44号")


@pytest.mark.parametrize(
    ("union", "key"),
    [
        *((Goal, key) for key in ("at_least", "at_most", "exactly", "rate", "done", "by")),
        *((ScoringRule, key) for key in ("deduct", "pro_rata", "all_or_nothing", "tiers", "slope", "late")),
    ],
)
def test_each_kind_of_goal_and_rule_is_told_by_its_key(union: Any, key: str) -> None:
    """A goal or rule is of the kind whose key it has; a fault in it is told of that kind alone."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(union).validate_python({key: object()})
    assert {error["loc"][0] for error in caught.value.errors()} == {f"<{key}>"}


@pytest.mark.parametrize("value", [{}, {"at_least": "1", "at_most": "2", "unit": "次"}, "x", []])
def test_no_kind_or_two_kinds_are_one_sentence(value: Any) -> None:
    """A goal without a kind, or with two, is told in one sentence that lists the kinds."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Goal).validate_python(value)
    [error] = caught.value.errors()
    assert "at_least、at_most、exactly、rate、done 或 by" in error["msg"]
