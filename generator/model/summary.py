"""总结 and 自查报告: what the bureau reports of a year's work to those who assess it, in a circular's form."""

from __future__ import annotations

from pydantic import Field

from generator.model.circular import Circular
from generator.model.scalars import Slug, YesNo


class Summary(Circular):
    """A document that goes to the recipient of the reports. It is printed beside the reports, not on the website."""

    slug: Slug = Field(description="印出来的文件的名字，小写拼音或英文，与本文件的文件名一致")
    sample: YesNo = Field(default=False, description="是否为示例数据；是的，文末注明“示例数据，未曾印发”")
