"""The QR code of a sheet: as small as the address allows, and never smaller than a phone can read off the wall."""

from __future__ import annotations

import io
from functools import cache

import segno

LEAST_MODULE = 0.5
"""The side of the smallest square, in millimetres: three dots of a raster of 150 to the inch."""
QUIET = 4
"""The empty squares around the code (ISO/IEC 18004)."""


class TooLongError(ValueError):
    """The address does not fit into a code of the room there is."""


@cache
def code(address: str, room: float) -> str:
    """The code of an address as SVG, to be printed `room` millimetres wide with its quiet zone.

    Raises `TooLongError`. Up to 15 % of the code may be lost where that fits, else 7 %.
    """
    for level in ("m", "l"):
        try:
            made = segno.make(address, error=level, micro=False, boost_error=False)
        except segno.DataOverflowError:
            continue
        if room / made.symbol_size(border=QUIET)[0] >= LEAST_MODULE:
            return _svg(made)
    raise TooLongError(address)


def _svg(made: segno.QRCode) -> str:
    drawn = io.BytesIO()
    made.save(drawn, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None)
    return drawn.getvalue().decode("ascii")
