"""What cannot be printed in a circular: each refusal of the prose reader, with why, a bad and a good example."""

from __future__ import annotations

from collections.abc import Mapping

from generator.load.refusals import Refusal
from generator.problem import Level

RAW_HTML = Refusal(
    "raw_html",
    "公文里没有网页代码；代码若原样进了网站，还会带来安全问题。",
    "<b>重点工作</b>",
    "重点工作",
)
HTML_ENTITY = Refusal(
    "html_entity",
    "以 & 开头、以分号结尾的网页代号印不到公文上，直接写那个字。",
    "20&nbsp;000元",
    "20000元",
)
MARKDOWN_LINK = Refusal(
    "markdown_link",
    "纸面上的公文点不开链接；网址会失效，也可能被换成别的。",
    "见[实施方案](http://…)",
    "见《实施方案》（附件1）",
)
IMAGE = Refusal(
    "image",
    "公文正文不放图片；外站的图片会让看网页的人被别处记录。",
    "![流程图](liucheng.png)",
    "流程见附件3。",
)
CODE = Refusal("code", "反引号是 Markdown 的代码记号，公文里没有代码。", "`水利股`", "水利股")
BLOCK_QUOTE = Refusal(
    "block_quote", "行首的 > 是 Markdown 的引文记号，公文里没有这种版式。", "> 实事求是", "“实事求是”"
)
EMPHASIS = Refusal(
    "emphasis",
    "公文的字体由层次决定，正文不加粗、不用斜体、不画删除线。",
    "**必须**按时报送",
    "必须按时报送",
)
FOOTNOTE = Refusal("footnote", "公文没有脚注；说明写在正文的括号里或附注里。", "台账[^1]", "台账（格式另发）")
MARKDOWN_LIST = Refusal(
    "markdown_list",
    "公文的条目要编号，不用圆点或横线列项。",
    "- 建立台账",
    "1.建立台账",
)
HORIZONTAL_RULE = Refusal(
    "horizontal_rule", "公文正文里不画横线；红线和版记的线由程序画。", "---", "（整行删去）"
)
HARD_BREAK = Refusal(
    "hard_break",
    "行末的两个空格或反斜杠是看不见的换行记号；公文里要么另起一段，要么不断开。",
    "组长：张三\\\n副组长：李四",
    "组长：张三\n\n副组长：李四",
)
HEADING_DEPTH = Refusal(
    "heading_depth",
    "公文的标题只有四层：一、（一）1.（1）。",
    "##### ①台账",
    "#### （1）台账",
)
HEADING_FORM = Refusal(
    "heading_form",
    "标题写成“#、空格、编号和文字”，单独一行；别的写法不会成为标题，# 号会被印出来。",
    "#一、指导思想",
    "# 一、指导思想",
)
INDENTED_TEXT = Refusal(
    "indented_text",
    "段首缩进两个字由程序排；自己加空格会多缩进，还会让 Markdown 误会。",
    "　　为深入开展绩效管理工作",
    "为深入开展绩效管理工作",
)
MISSING_BLANK_LINE = Refusal(
    "missing_blank_line",
    "两段之间要空一行，否则会并成一段，编号就落到段落中间去了。",
    "1.建立台账。\n2.按时报送。",
    "1.建立台账。\n\n2.按时报送。",
)
JOINED_LINES = Refusal(
    "joined_lines",
    "两行之间没有空行就是同一段；上一行已经说完一句话，很可能本来是两段。",
    "各股室要高度重视。\n县局将定期通报。",
    "各股室要高度重视。\n\n县局将定期通报。",
    Level.WARNING,
)
TABLE_FORM = Refusal(
    "table_form",
    "表格写成：表头一行、横线一行、以下每行一格不多一格不少；对齐由版式决定。不齐的行会丢字。",
    "| 股室 | 职责 |\n|:---|---:|\n| 水利股 |",
    "| 股室 | 职责 |\n|---|---|\n| 水利股 | 绩效评估 |",
)
DATA_WORD_FORM = Refusal(
    "data_word_form",
    "取数写成两个半角花括号，里面是小写英文的名字，用半角句点相连；写错了就取不到数，花括号会被印出来。",
    "｛｛ plan.targets ｝｝、{{ 目标数 }}、{{ plan.targets }",
    "{{ plan.targets }}",
)

PROSE_REFUSALS: Mapping[str, Refusal] = {
    refusal.id: refusal for refusal in list(globals().values()) if isinstance(refusal, Refusal)
}
"""Every refusal of the reader of prose, by id."""
