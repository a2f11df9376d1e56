"""The organs that a circular names at its head, below its text and at its foot are not the same.

Why:
    发文机关标志、署名和印发机关对不上。
    同一份公文由同一个机关发出：标志用发文机关的全称或规范化简称，署名与它一致，盖的也是它的章，
    印发机关是它或它的办公室（GB/T 9704-2012，7.2.4、7.3.5、7.4.3）。对不上，多半是从别的公文抄来没有改。

Bad:
    mark: 某某县水利局文件
    signature: 某某县农业局

Good:
    mark: 某某县水利局文件
    signature: 某某县水利局
    printing: {body: 某某县水利局办公室, date: 2021-03-02}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.circular import Circular, Kind
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the mark and the printing body of every circular with its signature."""
    for year in dossier.years.values():
        for circular in year.papers:
            yield from _of_circular(circular, _forms(dossier, circular.signature))


def _of_circular(circular: Circular, forms: tuple[str, ...]) -> Iterator[Finding]:
    hint = f"对照原件，改成署名的机关“{circular.signature}”，或改署名；简称先登记到 data/words.yml"
    if circular.kind is not Kind.MINUTES and not circular.mark.startswith(forms):
        message = f"发文机关标志是“{circular.mark}”，署名却是“{circular.signature}”"
        yield Finding(message, circular.place("mark"), hint, circular.mark)
    if circular.kind is not Kind.LETTER and not circular.printing.body.startswith(forms):
        message = f"印发机关是“{circular.printing.body}”，署名却是“{circular.signature}”"
        yield Finding(message, circular.printing.place("body"), hint, circular.printing.body)


def _forms(dossier: Dossier, organ: str) -> tuple[str, ...]:
    """The names an organ goes by: as it signs, and whatever is registered for the same organ."""
    bureau = (dossier.bureau.name, dossier.bureau.short_name)
    registered = [(name.name, *name.short) for name in dossier.words.names]
    alike = [names for names in (bureau, *registered) if organ in names]
    return (organ, *(name for names in alike for name in names))
