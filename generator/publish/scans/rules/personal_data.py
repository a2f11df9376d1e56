"""Nothing that is published holds personal data: in its text, its tags and properties, its name, or packed within it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.personal import personal
from generator.load.refusals import Refusal
from generator.publish.reading.files import File
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw

REFUSAL = Refusal(
    "personal_data",
    "要发布的文件里有个人信息。身份证号、手机号、银行卡号、护照和通行证号、个人邮箱、家庭住址不得公开；"
    "写成全角或汉字、中间加空格或横线、断成两行或几格、藏在隐藏的工作表和文档属性里的，也都算。",
    "联系人手机 138 0013 8000",
    "联系电话写办公电话；确须公开的，在 data/privacy.yml 写明理由、批准人和期限",
)
_HINT = "从数据或文稿里删去；确须公开的，在 data/privacy.yml 登记"


def look(file: File, facts: Facts) -> Iterator[Flaw]:
    """Find personal data in all that a file says, each once."""
    told: set[str] = set()
    for where, text in (("文件名", file.address), *file.texts):
        for found in personal(text):
            if found.plain not in facts.allowed and found.plain not in told:
                told.add(found.plain)
                line = 1 if where else text.count("\n", 0, found.start) + 1
                message = f"有{found.kind.value} {found.masked}" + (f"（{where}）" if where else "")
                yield Flaw(file.address, message, _HINT, line)
