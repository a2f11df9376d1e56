"""The register of names: cited documents, names with their permitted short forms, search terms."""

from __future__ import annotations

from generator.model.record import Record
from generator.model.scalars import DocumentNumber, Text


class CitedDocument(Record):
    """A document the prose may cite: one number, one title, who issued it."""

    number: DocumentNumber
    title: Text
    issuer: Text


class Name(Record):
    """A name written in one way, with the short forms that are also permitted."""

    name: Text
    short: tuple[Text, ...] = ()


class Term(Record):
    """A term people search for, and the other words they type for it."""

    term: Text
    also: tuple[Text, ...]


class Words(Record):
    """The register."""

    documents: tuple[CitedDocument, ...] = ()
    names: tuple[Name, ...] = ()
    terms: tuple[Term, ...] = ()
