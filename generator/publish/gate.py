"""What a release needs beyond sound and complete data: a committed source, and eyes that have seen exactly it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from generator.load.refusals import Refusal
from generator.load.revision import UNCOMMITTED
from generator.model.dossier import Dossier
from generator.problem import Place, Problem
from generator.publish.manifest import NAME
from generator.publish.release import CANDIDATE
from generator.publish.switch import RELEASES

SOURCE_UNCOMMITTED = Refusal(
    "source_uncommitted",
    "有改动没有提交。正式发布的内容要说得清来自数据的哪个版本，别人才能照着重做一遍来核对。",
    "改了 data/2019/plan.yml，没有 git commit",
    "先提交，再 zhengben build --release",
)
CLEARANCE_MISSING = Refusal(
    "clearance_missing",
    "要发布的内容还没有经过公开审查。政府信息公开以前要审查有没有国家秘密和不该公开的个人信息"
    "（《政府信息公开条例》第十七条）。审查人看过的，必须就是发布出去的：记录里写着那一份的指纹，"
    "内容有一个字不同，指纹就不同。",
    "clearances/ 里没有写着这个指纹的记录",
    "manifest: 6a09e667…（zhengben build --release 给出的指纹）",
)
RELEASE_REFUSALS = (SOURCE_UNCOMMITTED, CLEARANCE_MISSING)


def unready(revision: str) -> Iterator[Problem]:
    """What is wanted besides, when a release could not even be made: a commit, and eyes that see what it will be."""
    if revision == UNCOMMITTED:
        message = "有改动没有提交，正式发布说不清出自哪个版本"
        yield SOURCE_UNCOMMITTED.at(Place("data"), message, "先提交（git commit）")
    message = "还要做公开审查；现在缺别的，还没有可以审查的稿子"
    hint = "补齐别的各项以后再运行一次，会给出要审查的那一份和它的指纹"
    yield CLEARANCE_MISSING.at(Place("data"), message, hint)


def uncleared(dossier: Dossier, folder: Path) -> tuple[Problem, ...]:
    """What stands against a complete folder: that nobody has let exactly it be published."""
    digest = hashlib.sha256((folder / NAME).read_bytes()).hexdigest()
    if any(one.manifest == digest for year in dossier.years.values() for one in year.clearances):
        return ()
    newest = max(dossier.years)
    number = len(dossier.years[newest].clearances) + 1
    place = Place(f"data/{newest}/clearances/{number:03}.yml")
    message = f"这一份还没有经过公开审查，它的指纹是 {digest}"
    hint = (
        f"请审查人看过 {RELEASES}/{CANDIDATE}/ 里的全部内容；批准公开的，在这个文件里写"
        " number、manifest（上面的指纹）、reviewer、approver、date，提交以后再运行一次"
    )
    return (CLEARANCE_MISSING.at(place, message, hint),)
