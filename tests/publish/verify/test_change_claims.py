"""Every sentence that tells a change of the plan is compared with the plan before and after it."""

from __future__ import annotations

import pytest

from generator.publish.verify.board_claims import sheet_claims
from generator.publish.verify.change_claims import change_claims
from generator.publish.verify.context import Context, Contexts
from tests.boards import reference

SENTENCES = (
    "目标 CG02-2 的分值由0.5分改为0.4分。",
    "目标 CG02-3 的分值由0.5分提高到0.6分。",
    "目标 CG14-2 的责任股室由“政策法规股”改为“行政执法督查股”。",
    "目标 ZD03-3 的完成时限由2019年11月30日推迟到12月31日。",
)
APPROVED = "2019年10月25日，安溪县司法局以安司〔2019〕60号批准调整4项目标，其他目标不变。"


def context(address: str) -> Context:
    """Of what a file of the reference bureau speaks."""
    found = Contexts(reference()).of(address)
    assert found is not None
    return found


@pytest.mark.parametrize("said", SENTENCES)
def test_a_change_that_was_made_is_no_difference(said: str) -> None:
    """However it is put."""
    (claim,) = change_claims(said, context("site/2019/changes.html"), "第1行")
    assert claim.true


@pytest.mark.parametrize(
    ("said", "subject", "found"),
    [
        ("目标 CG02-2 的分值由0.5分改为0.3分。", "CG02-2", "0.5分→0.3分"),
        ("目标 CG02-2 的分值由0.6分改为0.4分。", "CG02-2", "0.6分→0.4分"),
        ("目标 CG02-2 的分值由0.4分改为0.5分。", "CG02-2", "0.4分→0.5分"),
        ("目标 CG14-2 的责任股室由“政策法规股”改为“办公室”。", "CG14-2", "政策法规股→办公室"),
        ("目标 CG01-1 的分值由0.6分改为0.5分。", "CG01-1", "0.6分→0.5分"),
    ],
)
def test_a_change_that_was_not_made_is_named(said: str, subject: str, found: str) -> None:
    """Another value, values the wrong way round, or a change of what never changed."""
    (claim,) = change_claims(said, context("site/2019/changes.html"), "第1行")
    assert (claim.subject, claim.found, claim.true) == (subject, found, False)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("调整4项", "调整3项", "number"),
        ("60号批准", "61号批准", "document"),
        ("2019年10月25日，", "2019年10月26日，", "day"),
        ("改为0.4分", "改为0.3分", "points changed"),
        ("监督电话：0000-88001234", "监督电话：0000-88001235", "phone"),
        ("第1版", "第2版", "version"),
    ],
)
def test_a_notice_that_was_altered_is_named(old: str, new: str, field: str) -> None:
    """Who approved how much by which document, what was changed, and how to reach the bureau."""
    posted = context("board/2019/change-60-notice.pdf")
    digest = next(one.digest for one in posted.bulletins.values() if one.amendment is not None)
    page = (
        "公开事项：2019年度目标调整 公开依据：安司〔2019〕44号、安司〔2019〕60号（示例）\n公开主体：安溪县司法局 "
        "公开时间：2019年10月28日（示例） 监督电话：0000-88001234\n意见受理地址：某某县某某路1号\n"
        f"第1版（2019年10月25日）　校验码 {digest[:4]} {digest[4:]}　第1页，共1页\n{APPROVED}\n{SENTENCES[0]}\n"
    )
    assert old in page
    told = list(sheet_claims([page], "board/2019/change-60-notice.pdf", posted))
    altered = list(sheet_claims([page.replace(old, new)], "board/2019/change-60-notice.pdf", posted))
    assert [claim for claim in told if not claim.true] == []
    assert [(claim.place, claim.field) for claim in altered if not claim.true] == [("第1页", field)]
