"""The register of names: cited documents, names with their permitted short forms, search terms."""

from __future__ import annotations

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import DocumentNumber, Text


class CitedDocument(Record):
    """A document the prose may cite: one number, one title, who issued it."""

    number: DocumentNumber = Field(description="文号")
    title: Text = Field(description="标题，一个文号只有一个标题")
    issuer: Text = Field(description="发文机关")


class Name(Record):
    """A name written in one way, with the short forms that are also permitted."""

    name: Text = Field(description="规范名称")
    short: tuple[Text, ...] = Field((), description="也可以用的简称")


class Term(Record):
    """A term people search for, and the other words they type for it."""

    term: Text = Field(description="规范的词")
    also: tuple[Text, ...] = Field(description="群众搜索时会输入的其他说法")


class Words(Record):
    """The register."""

    documents: tuple[CitedDocument, ...] = Field((), description="引用文件登记：文号与标题一一对应")
    names: tuple[Name, ...] = Field((), description="名称登记：一个名称只有一种写法")
    terms: tuple[Term, ...] = Field((), description="搜索用词登记")
