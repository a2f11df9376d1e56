"""What a bureau may have that no designer thinks of: very many targets or one, very long names and texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from generator.model.bureau import Contacts
from generator.model.dossier import Dossier, Year
from generator.model.indicator import Composite, Indicator
from generator.model.organisation import Unit
from generator.model.progress import BEHIND
from tests.boards import with_year

LONG_NAME = "松隐县公共法律服务和社区矫正综合管理服务中心办公室"
"""Twenty-five characters, in none of which a line would want to break."""
MARK = "鼎"
LONG_TEXT = (f"对全县社区{MARK}服刑人员逐人建立档案、逐月走访并如实登记，" * 20)[:499] + "。"
"""Five hundred characters, among them a mark of which there is one in every line or so, and none elsewhere."""
LONG_ADDRESS = "松隐县凤城镇政务服务中心办公大楼东侧附属楼三层三〇二室" * 5

_KEPT = ("CG02", "CG14", "CX01", "ZD03", "ZD07", "ZD11")
"""Indicators with all that was amended and all that lags in the third quarter."""


def with_targets(number: int) -> Dossier:
    """The reference with so many targets, ten to an indicator."""

    def change(year: Year) -> Year:
        first, names = year.indicators[0], count(1)
        assert isinstance(first, Composite)

        def indicator(group: int) -> Indicator:
            targets = tuple(
                first.targets[0].model_copy(
                    update={
                        "id": f"CG{group:02}-{place}",
                        "text": f"CG{group:02}-{place}号第{next(names)}件事。",
                    }
                )
                for place in range(1, min(number, 10) + 1)
            )
            return first.model_copy(update={"id": f"CG{group:02}", "targets": targets})

        indicators = tuple(indicator(group) for group in range(1, -(-number // 10) + 1))
        return replace(year, indicators=indicators, approvals=(), progress=())

    return with_year(change)


def with_a_long_unit() -> Dossier:
    """A few indicators, of which one unit has a name of 25 characters."""

    def change(year: Year) -> Year:
        old = year.organisation.units[0].name
        named = {"unit": LONG_NAME}
        units = tuple(
            one.model_copy(update={"name": LONG_NAME}) if one.name == old else one
            for one in year.organisation.units
        )
        return replace(
            _few(year),
            organisation=year.organisation.model_copy(update={"units": units}),
            indicators=_changed(_few(year).indicators, lambda item: named if item.unit == old else {}),
            progress=tuple(one.model_copy(update=named if one.unit == old else {}) for one in year.progress),
        )

    return with_year(change)


def with_long_texts() -> Dossier:
    """A few indicators, of which one and every report of what lags have texts of 500 characters."""

    def change(year: Year) -> Year:
        few = _few(year)
        first = few.indicators[0].model_copy(update={"name": LONG_TEXT})
        longer = {"text": LONG_TEXT, "scoring": LONG_TEXT}
        told = {"cause": LONG_TEXT, "remedy": LONG_TEXT, "work": LONG_TEXT}
        indicators = (*_changed((first,), lambda _: longer), *few.indicators[1:])
        return _with_rows(replace(few, indicators=indicators), lambda row: told if row.cause else {})

    return with_year(change)


def with_all_behind() -> Dossier:
    """Every item lags, each for a reason."""
    told = {"state": BEHIND, "cause": "设备到货推迟。", "remedy": "分批安装。"}
    return with_year(lambda year: _with_rows(year, lambda _: told))


def with_a_long_address() -> Dossier:
    """A few indicators of a bureau whose name and address fill lines."""
    contacts = Contacts(address=LONG_ADDRESS, supervision_phone="0000-88001234转8001")
    dossier = with_year(_few)
    bureau = dossier.bureau.model_copy(update={"name": LONG_NAME, "contacts": contacts})
    return replace(dossier, bureau=bureau)


def without_contacts() -> Dossier:
    """A few indicators of a bureau that can neither be called nor written to."""
    dossier = with_year(_few)
    return replace(dossier, bureau=dossier.bureau.model_copy(update={"contacts": Contacts()}))


def with_forty_units() -> Dossier:
    """The reference's targets shared among forty units."""

    def change(year: Year) -> Year:
        names = [f"第{number}办公室" for number in range(40)]
        units = tuple(Unit(name=name, slug=f"u{place}", kind="offices") for place, name in enumerate(names))
        organisation = year.organisation.model_copy(update={"units": units})
        owner = {item.id: names[place % 40] for place, item in enumerate(year.items)}
        indicators = _changed(year.indicators, lambda item: {"unit": owner[item.id]})
        return replace(year, organisation=organisation, indicators=indicators, approvals=())

    return with_year(change)


def _few(year: Year) -> Year:
    return replace(year, indicators=tuple(one for one in year.indicators if one.id in _KEPT))


def _changed(
    indicators: tuple[Indicator, ...], change: Callable[[Any], Mapping[str, object]]
) -> tuple[Indicator, ...]:
    """Indicators whose assessed items are changed."""
    return tuple(
        one.model_copy(
            update={"targets": tuple(item.model_copy(update=change(item)) for item in one.targets)}
            if isinstance(one, Composite)
            else change(one)
        )
        for one in indicators
    )


def _with_rows(year: Year, change: Callable[[Any], Mapping[str, object]]) -> Year:
    """A year whose reports' rows are changed."""
    return replace(
        year,
        progress=tuple(
            report.model_copy(
                update={"rows": tuple(row.model_copy(update=change(row)) for row in report.rows)}
            )
            for report in year.progress
        ),
    )
