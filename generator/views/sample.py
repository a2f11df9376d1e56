"""Whether what a page shows was composed as an example, and how the page says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_ALL = "本页的指标、目标、分值和进度是为演示编写的示例，不是正式公布的内容。"
_SOME = "本页标有“示例数据”的内容是为演示编写的示例，不是正式公布的内容。"
_SUMS = "各单位的考评项数和分值由为演示编写的示例汇总而来，不是正式公布的内容。"
_PAGE = "本页的内容是为演示编写的示例，不是正式公布的内容。"
_PROGRESS = "本页的季度进度是为演示编写的示例，不是正式公布的内容。"
_DATA = "数据里的指标、目标、分值和进度是为演示编写的示例，不是正式公布的内容。"
_SOME_DATA = "“示例数据”一列为 true 的行是为演示编写的示例，不是正式公布的内容。"
_DECLARED = "各类别的分值和项数出自方案；"


@dataclass(frozen=True, slots=True)
class Sample:
    """The notice at the top of a page, empty where nothing is composed; `mixed` where only some of it is."""

    notice: str
    mixed: bool


def sample(composed: Iterable[bool]) -> Sample:
    """The notice for a page of things that are composed or not."""
    kinds = set(composed)
    if kinds == {True, False}:
        return Sample(_SOME, mixed=True)
    return Sample(_ALL if True in kinds else "", mixed=False)


def sample_page(*, composed: bool) -> Sample:
    """The notice for a page of other things that are composed as a whole."""
    return Sample(_PAGE if composed else "", mixed=False)


def sample_progress(*, composed: bool) -> Sample:
    """The notice for a page of what units reported."""
    return Sample(_PROGRESS if composed else "", mixed=False)


def sample_sheet(*, items: bool, progress: bool) -> str:
    """The notice on a sheet for a notice board: what of the items and of their progress was composed."""
    composed = (*(("指标、目标、分值",) if items else ()), *(("季度进度",) if progress else ()))
    return f"示例数据：本件的{'和'.join(composed)}是为演示编写的，不是正式公布的内容。" if composed else ""


def sample_data(composed: Iterable[bool]) -> str:
    """The notice that goes with tables of such things; empty where nothing is composed."""
    kinds = set(composed)
    return _SOME_DATA if kinds == {True, False} else _DATA if True in kinds else ""


def sample_sums(composed: Iterable[bool], *, beside_declared: bool) -> Sample:
    """The notice for sums over such things; `beside_declared` if the page shows the plan's own figures too."""
    notice = f"{_DECLARED if beside_declared else ''}{_SUMS}"
    return Sample(notice if any(composed) else "", mixed=False)
