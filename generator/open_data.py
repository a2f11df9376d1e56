"""The open data of an edition: which tables are published, in which forms, at which addresses.

The newest version of a year's plan stands at `data/<year>/`; each version besides at `data/<year>/v<n>/`, for good.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dossier import Dossier
from generator.render.open_data.as_csv import as_csv
from generator.render.open_data.as_json import as_json, schema
from generator.render.open_data.as_xlsx import as_xlsx
from generator.render.open_data.package import package
from generator.views.data_table import DataSet
from generator.views.data_tables import data_set, versions
from generator.views.downloads import Document


def open_data(dossier: Dossier) -> dict[Document, bytes]:
    """Every file of every year of a public dossier."""
    return dict(_files(dossier))


def _files(dossier: Dossier) -> Iterator[tuple[Document, bytes]]:
    for number in sorted(dossier.years):
        data = data_set(dossier, number)
        folder = f"data/{number}"
        yield _file(f"{folder}/plan.xlsx", data, "全部数据", as_xlsx(data))
        yield from _tables(folder, data)
        for table in data.tables:
            yield _file(f"{folder}/{table.key}.schema.json", data, "格式说明", schema(table))
        for version in versions(dossier, number):
            title = f"第{version.version}版（{version.source}，地址不变）"
            yield from _tables(f"{folder}/v{version.version}", version, title)


def _tables(folder: str, data: DataSet, title: str = "数据包说明") -> Iterator[tuple[Document, bytes]]:
    """One version: each table for spreadsheets and for programs, and the description of them all."""
    files = {table.key: as_csv(table) for table in data.tables}
    for table in data.tables:
        yield _file(f"{folder}/{table.key}.csv", data, table.title, files[table.key])
        yield _file(f"{folder}/{table.key}.json", data, table.title, as_json(data, table))
    yield _file(f"{folder}/datapackage.json", data, title, package(data, files))


def _file(address: str, data: DataSet, title: str, content: bytes) -> tuple[Document, bytes]:
    return Document(address, data.year, title, len(content)), content
