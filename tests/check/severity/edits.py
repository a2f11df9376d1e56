"""Two states of a small bureau that differ by words replaced in its files, and what differs."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.check.severity.context import Context
from generator.check.severity.registry import severity_rules
from generator.check.severity.weighing import Weighed, weighed
from generator.compute.changes import changes
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Dossier
from tests.check.bureaus import BASE

TODAY = date(2021, 4, 1)
Edit = tuple[str, str, str]
"""A file, the words in it, and the words in their place; no words to replace adds a file, a dash removes it."""

ITEMS, SINGLE = "data/2021/indicators/ZD01.yml", "data/2021/indicators/RC01.yml"
PLAN, ORGANISATION = "data/2021/plan.yml", "data/2021/organisation.yml"
CIRCULAR, NOTICE = "data/2021/circulars/7.yml", "content/2021/7/notice.md"
REPORT, LOCK = "data/2021/progress/q1/works.yml", "data/2021/locks/q1.yml"
REPORTED = """\
unit: 工程建设股
quarter: q1
reported: 2021-04-08
rows:
  - {target: ZD01-2, work: 完成勘察。, state: behind, cause: 雨天多。, remedy: 加派人手。}
"""
DRAFT = "data/2021/circulars/8.yml"
DRAFTED = """\
number: 云水〔2021〕8号
kind: 通知
mark: 云湖县水利局文件
title: 关于防汛演练的通知
to: [局各股室]
body: content/2021/7/notice.md
signature: 云湖县水利局
date: 2021-03-20
printing:
  body: 云湖县水利局
  date: 2021-03-21
disclosure:
  method: 主动公开
  validity: 有效
  summary: 部署防汛演练。
"""
LOCKED = f"quarter: q1\nlocked: 2021-04-20\ndigest: {'0' * 64}\n"


def write(root: Path, edits: Iterable[Edit]) -> None:
    """Edit the files below a folder."""
    for file, old, new in edits:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if new == "-":
            path.unlink()
        elif not old:
            path.write_text(new, encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            assert old in text, (file, old)
            path.write_text(text.replace(old, new, 1), encoding="utf-8")


def dossier(root: Path) -> Dossier:
    """What the files say, whatever the rules would say of it."""
    read, problems = read_dossier(FilesOnDisk(root))
    assert read is not None, problems
    return read


def compared(folder: Path, before: Iterable[Edit], after: Iterable[Edit]) -> tuple[Weighed, ...]:
    """The changes between the base bureau with some edits and the same with more, weighed."""
    return tuple(one for one, _ in applied(folder, before, after))


def applied(
    folder: Path, before: Iterable[Edit], after: Iterable[Edit]
) -> tuple[tuple[Weighed, tuple[str, ...]], ...]:
    """Those changes, each with all the rules that apply to it."""
    shutil.copytree(BASE, folder)
    write(folder, before)
    old = dossier(folder)
    write(folder, after)
    new = dossier(folder)
    made = changes(old, new)
    context = Context(old, new, made, TODAY)
    return tuple(
        (one, tuple(rule.id for rule in severity_rules() if rule.applies(one.change, context)))
        for one in weighed(old, new, made, old.policy, TODAY)
    )
