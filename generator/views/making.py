"""How the site was made and how to check it: the source's revision, each plan's fingerprint, what is composed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.dossier import Dossier, Year


@dataclass(frozen=True, slots=True)
class MadeYear:
    """One year: the fingerprint of its plan (hexadecimal), and what of it is from the circular or composed."""

    year: int
    title: str
    number: str
    fingerprint: str
    stated: str
    composed: str


@dataclass(frozen=True, slots=True)
class MakingView:
    """The page. `revision` is empty if the source was not committed as it stands."""

    revision: str
    draft: bool
    years: tuple[MadeYear, ...]


def making(dossier: Dossier, revision: str, plans: Mapping[int, str], *, draft: bool) -> MakingView:
    """How a site of a public dossier came about. `plans` are the fingerprints by year."""
    return MakingView(
        revision=revision,
        draft=draft,
        years=tuple(
            MadeYear(
                year=number,
                title=year.plan.title,
                number=year.plan.circular,
                fingerprint=plans.get(number, ""),
                stated=_stated(year),
                composed=_composed(year),
            )
            for number, year in sorted(dossier.years.items(), reverse=True)
        ),
    )


def _stated(year: Year) -> str:
    parts = ["组织机构、类别、各类分值和规定的项数"]
    stated = [circular.number for circular in year.circulars if not circular.sample]
    if stated:
        parts.append("、".join(stated) + "全文")
    return "；".join(parts)


def _composed(year: Year) -> str:
    """What is example data, in words; empty where nothing is."""
    parts = []
    composed = [one for one in year.indicators if one.sample]
    if composed:
        items = sum(len(one.items) for one in composed)
        parts.append(f"{len(composed)}项{year.plan.terms.indicator}、{items}个考评项")
    if any(report.sample for report in year.progress):
        parts.append("季度进度")
    if year.plan.grades and year.plan.grades.sample:
        parts.append("考评等次")
    if year.catalogue and year.catalogue.sample:
        parts.append("公开目录")
    parts += [f"{circular.number}全文" for circular in year.circulars if circular.sample]
    return "、".join(parts)
