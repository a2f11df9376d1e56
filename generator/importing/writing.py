"""Writes a report as YAML that diffs well: lines whose values stay are kept as they are, comments too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.load.located import parse
from generator.model.progress import ProgressRow, QuarterlyReport

Texts = Mapping[str, str]
"""Fields by their keys, each as text; one that is empty is not written."""

_KEY = re.compile(r"(?P<indent> *)(?P<item>- )?(?P<key>[a-z_]+):(?: |$)")
_COMMENT = re.compile(r" *#.*")
_REPORT, _ROW = tuple(QuarterlyReport.model_fields), tuple(ProgressRow.model_fields)
_ROWS = "rows"


@dataclass(slots=True)
class _Field:
    """The lines of a field: its own, and what follows up to the next one's. `key` is empty for what stands before all."""

    key: str
    lines: list[str]


def report_text(head: Texts, rows: Sequence[Texts], old: str | None) -> str:
    """The file of a report, after an older one if there is one. Rows keep the order of the older file; new ones follow."""
    if old is not None:
        told = _told(old)
        if told is not None:
            mended = _mended(head, rows, old, told)
            if _told(mended) == _wanted(head, rows):
                return mended
    return "".join(
        (*_lines(head, _REPORT, "", ""), f"{_ROWS}:\n", *(line for row in rows for line in _row(row)))
    )


def scalar(text: str) -> str:
    """A value as YAML reads it back exactly: plain where that is the same, else in single quotes."""
    mapping, problems = parse(f"k: {text}\n", "")
    if not problems and mapping is not None and dict(mapping) == {"k": text}:
        return text
    quoted = text.replace("'", "''")
    return f"'{quoted}'"


def _wanted(head: Texts, rows: Sequence[Texts]) -> tuple[Texts, dict[str, Texts]]:
    return _written(head), {row["target"]: _written(row) for row in rows}


def _written(texts: Texts) -> Texts:
    return {key: text for key, text in texts.items() if text}


def _told(text: str) -> tuple[Texts, dict[str, Texts]] | None:
    """What a file says, as far as it is a report at all."""
    mapping, _ = parse(text, "")
    rows = mapping.get(_ROWS) if mapping is not None else None
    if mapping is None or not isinstance(rows, tuple):
        return None
    head = {key: value for key, value in mapping.items() if key != _ROWS}
    return head, {row["target"]: dict(row) for row in rows if isinstance(row, dict) and "target" in row}


def _mended(head: Texts, rows: Sequence[Texts], old: str, told: tuple[Texts, dict[str, Texts]]) -> str:
    """The older file with only those lines changed whose values change."""
    before, fields = _blocks(old)
    was_head, was_rows = told
    lines = _merged(before, was_head, head, _REPORT, "")
    wanted = {row["target"]: row for row in rows}
    order = [name for name in was_rows if name in wanted]
    for name in (*order, *(name for name in wanted if name not in was_rows)):
        if name in fields:
            lines += _merged(fields[name], was_rows[name], wanted[name], _ROW, "    ")
        else:
            lines += _row(wanted[name])
    return "".join(lines)


def _blocks(text: str) -> tuple[list[_Field], dict[str, list[_Field]]]:
    """The fields of the head, and of each row by its target."""
    head: list[_Field] = [_Field("", [])]
    rows: list[list[_Field]] = []
    for line in text.splitlines(keepends=True):
        met = _KEY.match(line)
        if met and met["item"] and rows is not None:
            rows.append([_Field(met["key"], [line])])
        elif met and rows:
            rows[-1].append(_Field(met["key"], [line]))
        elif met:
            head.append(_Field(met["key"], [line]))
        else:
            (rows[-1] if rows else head)[-1].lines.append(line)
    return head, {_target(row): row for row in rows}


def _target(row: Sequence[_Field]) -> str:
    return next((one.lines[0].split(":", 1)[1].strip() for one in row if one.key == "target"), "")


def _merged(fields: Sequence[_Field], was: Texts, now: Texts, order: Sequence[str], indent: str) -> list[str]:
    """The lines of a mapping: kept where the value stays, written anew where it changes, put in where it is new."""
    kept = [one for one in fields if one.key in ("", _ROWS) or now.get(one.key) or _comments(one)]
    for key in order:
        if now.get(key) and all(one.key != key for one in kept):
            place = next(
                (
                    at
                    for at, one in enumerate(kept)
                    if one.key in order and order.index(one.key) > order.index(key)
                ),
                len(kept),
            )
            kept.insert(place, _Field(key, []))
    lines: list[str] = []
    for one in kept:
        if one.lines and (one.key in ("", _ROWS) or was.get(one.key) == now.get(one.key)):
            lines += one.lines
        else:
            lines += _lines({one.key: now.get(one.key, "")}, (one.key,), indent, indent, first=one.lines[:1])
            lines += _comments(one)
    return lines


def _comments(one: _Field) -> list[str]:
    """The lines of a field that are comments, which stay when the value goes."""
    return [line for line in one.lines[1:] if _COMMENT.fullmatch(line.rstrip("\n")) or not line.strip()]


def _row(row: Texts) -> list[str]:
    return list(_lines(row, _ROW, "  - ", "    "))


def _lines(
    texts: Texts, order: Sequence[str], first_indent: str, indent: str, first: Sequence[str] = ()
) -> Iterator[str]:
    """A line for each field that is written; a comment at the end of the line it replaces stays."""
    start = first_indent
    for key in order:
        if texts.get(key):
            tail = re.search(r"\s+#.*$", first[0].rstrip("\n")) if first and "'" not in first[0] else None
            yield f"{start}{key}: {scalar(texts[key])}{tail[0] if tail else ''}\n"
            start = indent
