"""What is refused in a clerk's spreadsheet, and what is recovered: each with why, a bad and a good example."""

from __future__ import annotations

from collections.abc import Mapping

from generator.load.refusals import Refusal
from generator.problem import Level

WORKBOOK_FORMAT = Refusal(
    "workbook_format",
    "只收 .xlsx 工作簿。别的格式要先转换，转换会改动日期和数字，只有填表的人看得出来。",
    "季度报表.xls、季度报表.et、改了后缀的网页",
    "在 WPS 或 Excel 中打开，另存为“Excel 工作簿（*.xlsx）”",
)
WORKBOOK_PASSWORD = Refusal(
    "workbook_password",
    "加密的工作簿打不开。程序不收、也不记密码。",
    "打开时要输入密码的 季度报表.xlsx",
    "去掉打开密码，保存后再交",
)
WORKBOOK_MACRO = Refusal(
    "workbook_macro",
    "报表用不到宏；宏能在别人的电脑上做任何事。",
    "启用宏的工作簿（*.xlsm）",
    "另存为“Excel 工作簿（*.xlsx）”，不选“启用宏”",
)
WORKBOOK_TOO_LARGE = Refusal(
    "workbook_too_large",
    "一张季度报表用不到 1 MB。超大的工作簿多半带着图片或几十万个空格子，也可能是专门做来拖垮电脑的。",
    "格式刷到了第 1048576 行的表",
    "下载一张空白表，把填好的内容粘贴过去",
)
WORKBOOK_DAMAGED = Refusal(
    "workbook_damaged",
    "工作簿不完整或不合规矩，读出来的内容不可靠。",
    "没有传完的文件、改坏的文件",
    "在 WPS 或 Excel 中打开看看，另存一份再交",
)
WORKBOOK_LINK = Refusal(
    "workbook_link",
    "表里的数连着别的文件、数据库或程序：别人打开时取不到，或者取来的是另外的数。",
    "=[台账.xlsx]汇总!B3",
    "选“数据—编辑链接—断开链接”，只留数",
)
WORKBOOK_OBJECT = Refusal(
    "workbook_object",
    "图片、文本框、图表、控件和嵌入的文件读不出文字，只收会丢掉里面的内容。",
    "贴了截图的单元格",
    "文字写进单元格；图片作为印证材料另交",
)
CELL_FORMULA = Refusal(
    "cell_formula",
    "公式没有算出结果，程序不替人计算。",
    "=SUM(E5:E8)（没有结果）",
    "复制这一格，“选择性粘贴—数值”",
)
CELL_ERROR = Refusal("cell_error", "这一格显示的是公式出错的记号，没有内容。", "#REF!、#N/A", "写上数或文字")
CELL_MERGED = Refusal(
    "cell_merged",
    "合并的格子只留左上角一格的内容，说不清它属于哪几行。",
    "E5:E7 合并成一格",
    "取消合并，每行分别填写",
)
CELL_NUMBER = Refusal(
    "cell_number",
    "这一栏要一个确定的数。约数、算式、汉字数字各人理解不同，程序不猜。",
    "约12、十二、12+3、1.2万、12（甲8、乙4）",
    "12",
)
CELL_PERCENT = Refusal(
    "cell_percent",
    "百分率写百分号前面的数，在 0 到 100 之间；0.85 可能是 85%，也可能是 0.85%，程序不猜。",
    "120%、0.85",
    "85 或 85%",
)
CELL_DAY = Refusal(
    "cell_day",
    "日期要写明年、月、日，并且日历上有这一天。",
    "9月30日、2019年9月底、2019-02-29、19.9.30",
    "2019年9月30日",
)
CELL_STATE = Refusal(
    "cell_state",
    "进度状态只能从下拉框里选，写成别的词就无法统计。",
    "正常推进",
    "达进度",
)
CELL_TEXT = Refusal(
    "cell_text",
    "这一栏要一段文字，里面只有汉字、ASCII 字符和中文标点。",
    "（乱码、日期或 TRUE）",
    "完成季度排查，没有发现脱管。",
)
CELL_RECOVERED = Refusal(
    "cell_recovered",
    "写法不合规范，但意思只有一个：程序改成了规范的写法，请核对一遍。",
    "１２件、2019.9.30、85％",
    "12、2019-09-30、85",
    Level.WARNING,
)
CELL_COMMENT = Refusal(
    "cell_comment",
    "批注是写给同事看的，不属于报表，不会导入。",
    "（批注）这个数等财务核对",
    "需要上报的内容写进单元格",
    Level.WARNING,
)

SPREADSHEET_REFUSALS: Mapping[str, Refusal] = {
    refusal.id: refusal for refusal in list(globals().values()) if isinstance(refusal, Refusal)
}
"""Every refusal of a clerk's spreadsheet, by id."""

SAVE_AS = "在 WPS 或 Excel 中打开，另存为“Excel 工作簿（*.xlsx）”后再交"
"""What to do with a file that is no workbook of ours."""

START_AGAIN = "下载一张空白表，把填好的内容粘贴过去，只粘贴数值"
"""What to do with a workbook that holds far more than a form."""
