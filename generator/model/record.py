"""The base of every record: frozen, strict, and aware of where each of its fields was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from generator.problem import Place

Step = str | tuple[str, int | str]
"""A field of a record, or one item of a field that holds a list, or one key of a field that holds a mapping."""


class PlacedItems(tuple[Any, ...]):
    """A list as it was read, with the place of each item."""

    places: tuple[Place, ...]

    @classmethod
    def of(cls, items: Iterable[Any], places: Iterable[Place]) -> Self:
        """Pair items with their places."""
        placed = cls(items)
        placed.places = tuple(places)
        return placed


class Placed(dict[str, Any]):
    """A mapping as it was read: its own place, and the places of its keys and values."""

    __slots__ = ("keys_at", "place", "places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Place] = {}
        self.places: dict[Step, Place] = {}

    def add(self, key: str, value: Any, place: Place) -> None:
        """Set a value and remember its place, and those of its items."""
        self[key] = value
        self.places[key] = place
        if isinstance(value, PlacedItems):
            for index, item_place in enumerate(value.places):
                self.places[key, index] = item_place
        elif isinstance(value, Placed):
            for inner, inner_place in value.keys_at.items():
                self.places[key, inner] = inner_place


class Record(BaseModel):
    """One record of the data. Equality compares what was written, never where."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", hide_input_in_errors=True)

    _place: Place = PrivateAttr(default=Place("", 1, 1))
    _places: Mapping[Step, Place] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_places(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        if isinstance(value, Placed):
            record._place = value.place
            record._places = value.places
        return record

    def place(self, field: str | None = None, index: int | str | None = None) -> Place:
        """Where the record, one of its fields (by its YAML key), or an item (a key) of a list (a mapping) stands."""
        if field is None:
            return self._place
        if index is not None and (field, index) in self._places:
            return self._places[field, index]
        return self._places.get(field, self._place)

    __hash__ = None  # type: ignore[assignment]  # a record is compared, never a key

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__
