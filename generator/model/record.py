"""The base of every record: frozen, strict, and aware of where each of its fields was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from generator.problem import Place

Step = str | tuple[str, int | str]
"""A field of a record, or one item of a field that holds a list, or one key of a field that holds a mapping."""

LINE = 1 << 21
"""What a line counts for in a spot, a place within a file as one number: line × LINE + column.

A plan has very many places, and numbers burden memory the least. No line is as long: a file has at most 2 MB.
"""


def _place(file: str, spot: int) -> Place:
    return Place(file, *divmod(spot, LINE))


class PlacedItems(tuple[Any, ...]):
    """A list as it was read, with the spot of each item."""

    file: str
    spots: tuple[int, ...]

    @classmethod
    def of(cls, items: Iterable[Any], file: str, spots: Iterable[int]) -> Self:
        """Pair items with their spots."""
        placed = cls(items)
        placed.file = file
        placed.spots = tuple(spots)
        return placed

    def place(self, index: int) -> Place:
        """Where an item stands."""
        return _place(self.file, self.spots[index])


class Placed(dict[str, Any]):
    """A mapping as it was read: its own spot, and the spots of its keys and values."""

    __slots__ = ("file", "key_spots", "spot", "spots")

    def __init__(self, file: str, spot: int) -> None:
        super().__init__()
        self.file = file
        self.spot = spot
        self.key_spots: dict[str, int] = {}
        self.spots: dict[Step, int] = {}

    def add(self, key: str, value: Any, spot: int) -> None:
        """Set a value and remember its spot, and those of its items."""
        self[key] = value
        self.spots[key] = spot
        if isinstance(value, PlacedItems):
            for index, item_spot in enumerate(value.spots):
                self.spots[key, index] = item_spot
        elif isinstance(value, Placed):
            for inner, inner_spot in value.key_spots.items():
                self.spots[key, inner] = inner_spot

    def place(self, step: Step | None = None) -> Place:
        """Where the mapping or one of its values stands."""
        return _place(self.file, self.spot if step is None else self.spots[step])

    def key_place(self, key: str) -> Place:
        """Where a key stands."""
        return _place(self.file, self.key_spots[key])


_Where = tuple[str, int, Mapping[Step, int]]
_NOWHERE: _Where = ("", LINE + 1, {})


class Record(BaseModel):
    """One record of the data. Equality compares what was written, never where."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", hide_input_in_errors=True)

    _where: _Where = PrivateAttr(default_factory=lambda: _NOWHERE)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_places(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        if isinstance(value, Placed):
            record._where = (value.file, value.spot, value.spots)
        return record

    def place(self, field: str | None = None, index: int | str | None = None) -> Place:
        """Where the record, one of its fields (by its YAML key), or an item (a key) of a list (a mapping) stands."""
        file, own, spots = self._where
        if field is None:
            return _place(file, own)
        if index is not None and (field, index) in spots:
            return _place(file, spots[field, index])
        return _place(file, spots.get(field, own))

    __hash__ = None  # type: ignore[assignment]  # pydantic gives each frozen record its own

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__
