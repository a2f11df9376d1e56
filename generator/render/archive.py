"""An archive of files that is the same whenever it is made: without times, in the order given."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_MODE = 0o100644 << 16


def archive(files: Mapping[str, bytes], method: int = ZIP_STORED) -> bytes:
    """A ZIP archive. Stored, not compressed, the same files give the same bytes with any version of zlib."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as written:
        for name, content in files.items():
            entry = ZipInfo(name)
            entry.compress_type = method
            entry.external_attr = _MODE
            entry.create_system = 3
            written.writestr(entry, content)
    return packed.getvalue()
