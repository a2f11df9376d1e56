"""The table: every row that is measured, with its clause of GB/T 9704-2012, its strength, and its target.

The strengths are those of the standard's own sentences. What a sentence introduces with 一般 is 一般 here, though
custom holds it for a rule. An id is permanent, names the thing and not the fault, and is never reused.
"""

from __future__ import annotations

from generator.inspect.measures import (
    annex,
    annex_list,
    body,
    closing,
    electronic,
    faces,
    folio,
    head,
    imprint,
    opening,
    page,
    seal,
    special,
)
from generator.inspect.measures.gaps import LINE, blank_lines
from generator.inspect.row import Part, Row, Span, Strength, Words, characters

_S, _G, _T, _E = Strength.REQUIRED, Strength.USUAL, Strength.ADVISED, Strength.ELECTRONIC

_POSITION = 0.5
_RULE = 0.05
_SIZE = 0.3


def _exactly(value: float, tolerance: float = _POSITION, unit: str = "mm", digits: int = 2) -> Span:
    return Span(value, value, tolerance, unit, digits)


def _points(value: float) -> Span:
    return Span(value, value, _SIZE, "磅")


def _characters(count: float, smallest: float = 16.0) -> Span:
    low, high = characters(count, smallest=smallest)
    return Span(low, high, _POSITION)


_IN_PLACE = _exactly(0.0)
_FULL = "没有排满一整页的正文"
_RULED = "没有找到版头的分隔线"
_NO_COPY, _NO_MARK, _NO_NUMBER = "没有份号", "没有找到发文机关标志", "没有找到发文字号"
_NO_SIGNER, _NO_TITLE, _NO_ADDRESSEE = "没有签发人，不是上行文", "没有找到标题", "没有主送机关"
_NO_LIST, _NO_DATE, _NO_SEAL = "没有附件说明", "没有找到成文日期", "页面上没有印章"
_SEALED, _UNSEALED, _NO_NOTE = "按加盖印章排的", "按不加盖印章排的", "没有附注"
_NO_ANNEX, _NO_LANDSCAPE, _NO_IMPRINT = "没有附件", "没有横排的页", "没有找到版记"
_NO_FOLIO, _NO_LETTER = "没有找到页码", "不是信函格式"

# A table: a row to a line.
# fmt: off
ROWS: tuple[Row, ...] = (
    Row("page_size", Part.PAGE, "5.1", _S, "幅面", Words("A4，210×297 mm"), page.page_size, "没有页"),
    Row("top_margin", Part.PAGE, "5.2.1", _S, "天头：首行字上边缘至纸边", _exactly(37, 1), page.top_margin, "没有从上一页接排的正文页"),
    Row("binding_margin", Part.PAGE, "5.2.1", _S, "订口：正文至装订边", _exactly(28, 1), page.binding_margin, "正文太少"),
    Row("area_width", Part.PAGE, "5.2.1", _S, "版心宽", _exactly(156), page.area_width, "正文太少"),
    Row("area_height", Part.PAGE, "5.2.1", _S, "版心高：首行上边缘至末行下边缘", _exactly(225), page.area_height, _FULL),
    Row("outside_area", Part.PAGE, "5.2.1", _S, "文字和表格超出版心", Span(0, 0, 1.0), page.outside_area, "没有文字"),
    Row("lines_per_page", Part.PAGE, "5.2.3", _G, "每面行数", _exactly(22, 0, "行", 0), page.lines_per_page, _FULL),
    Row("characters_per_line", Part.PAGE, "5.2.3", _G, "每行字数", _exactly(28, 0, "字", 0), page.characters_per_line, "没有够多的整行汉字"),
    Row("ink_sides", Part.PAGE, "5.2.3", _G, "撑满版心：墨迹左右两边缩进", Span(0, 0.5, 0.5), page.ink_sides, _FULL),
    Row("ink_top", Part.PAGE, "5.2.3", _G, "撑满版心：墨迹上边缩进", Span(0, 0.5, 0.5), page.ink_top, _FULL),
    Row("ink_bottom", Part.PAGE, "5.2.3", _G, "撑满版心：墨迹下边缩进", Span(0, 0.5, 0.5), page.ink_bottom, _FULL),
    Row("baselines", Part.PAGE, "5.2.3", _G, "各行与均匀行线之差", _exactly(0, 0.05, digits=3), page.baselines, _FULL),
    Row("line_pitch", Part.PAGE, "3.2", _E, "一行的高度", Span(*LINE, 0.02, digits=3), page.line_pitch, "正文太少"),
    Row("text_colour", Part.PAGE, "5.2.4", _S, "文字颜色（标志除外）", Words("黑色"), page.text_colour, "没有文字"),
    Row("copy_number_form", Part.HEAD, "7.2.1", _G, "份号", Words("6 位，16 磅"), head.copy_number_form, _NO_COPY),
    Row("secrecy_font", Part.HEAD, "7.2.2", _G, "密级和保密期限", Words("3 号黑体"), head.secrecy_font, "没有密级"),
    Row("urgency_font", Part.HEAD, "7.2.3", _G, "紧急程度", Words("3 号黑体"), head.urgency_font, "没有紧急程度"),
    Row("labels_place", Part.HEAD, "7.2.3", _S, "份号、密级、紧急程度：顶格、自第一行起依次", _IN_PLACE, head.labels_place, "没有份号、密级、紧急程度"),
    Row("mark_colour", Part.HEAD, "7.2.4", _S, "发文机关标志颜色", Words("红色"), head.mark_colour, _NO_MARK),
    Row("mark_font", Part.HEAD, "7.2.4", _T, "发文机关标志字体", Words("小标宋"), head.mark_font, _NO_MARK),
    Row("mark_top", Part.HEAD, "7.2.4", _S, "发文机关标志上边缘至版心上边缘", _exactly(35), head.mark_top, "没有文件式的发文机关标志"),
    Row("mark_centred", Part.HEAD, "7.2.4", _S, "发文机关标志偏离中线", _IN_PLACE, head.mark_centred, _NO_MARK),
    Row("number_form", Part.HEAD, "7.2.5", _S, "发文字号写法", Words("〔2012〕10号"), head.number_form, _NO_NUMBER),
    Row("number_gap", Part.HEAD, "7.2.5", _S, "发文字号之上空二行", blank_lines(2), head.number_gap, "没有同时找到标志和字号"),
    Row("number_centred", Part.HEAD, "7.2.5", _S, "发文字号偏离中线", _IN_PLACE, head.number_centred, "没有居中的发文字号"),
    Row("number_left", Part.HEAD, "7.2.5", _S, "上行文发文字号左空一字", _characters(1), head.number_left, _NO_SIGNER),
    Row("number_beside_signer", Part.HEAD, "7.2.5", _S, "上行文发文字号与末位签发人同行", _IN_PLACE, head.number_beside_signer, _NO_SIGNER),
    Row("signer_right", Part.HEAD, "7.2.6", _S, "签发人右空一字", _characters(1), head.signer_right, _NO_SIGNER),
    Row("signer_font", Part.HEAD, "7.2.6", _S, "签发人", Words("3 号仿宋，姓名 3 号楷体"), head.signer_font, _NO_SIGNER),
    Row("signer_colon", Part.HEAD, "7.2.6", _S, "签发人后", Words("全角冒号"), head.signer_colon, _NO_SIGNER),
    Row("rule_gap", Part.HEAD, "7.2.7", _S, "发文字号至红色分隔线", _exactly(4), head.rule_gap, _RULED),
    Row("rule_width", Part.HEAD, "7.2.7", _S, "红色分隔线长", _exactly(156), head.rule_width, _RULED),
    Row("rule_centred", Part.HEAD, "7.2.7", _S, "红色分隔线偏离中线", _IN_PLACE, head.rule_centred, _RULED),
    Row("rule_colour", Part.HEAD, "7.2.7", _S, "版头分隔线颜色", Words("红色"), head.rule_colour, _RULED),
    Row("title_font", Part.OPENING, "7.3.1", _G, "标题字体", Words("小标宋"), opening.title_font, _NO_TITLE),
    Row("title_size", Part.OPENING, "7.3.1", _G, "标题字号", _points(22), opening.title_size, _NO_TITLE),
    Row("title_gap", Part.OPENING, "7.3.1", _S, "标题之上空二行", blank_lines(2), opening.title_gap, _NO_TITLE),
    Row("title_centred", Part.OPENING, "7.3.1", _S, "标题各行偏离中线", _IN_PLACE, opening.title_centred, _NO_TITLE),
    Row("title_shape", Part.OPENING, "7.3.1", _S, "标题排列", Words("梯形或菱形"), opening.title_shape, "标题只有一行"),
    Row("addressee_gap", Part.OPENING, "7.3.2", _S, "主送机关之上空一行", blank_lines(1), opening.addressee_gap, _NO_ADDRESSEE),
    Row("addressee_left", Part.OPENING, "7.3.2", _S, "主送机关顶格", _IN_PLACE, opening.addressee_left, _NO_ADDRESSEE),
    Row("addressee_colon", Part.OPENING, "7.3.2", _S, "主送机关之后", Words("全角冒号"), opening.addressee_colon, _NO_ADDRESSEE),
    Row("first_page_body", Part.OPENING, "7.3.3", _S, "首页显示正文", Words("有正文"), opening.first_page_body, "没有找到版头和标题"),
    Row("body_font", Part.BODY, "5.2.2", _G, "正文字体", Words("仿宋"), body.body_font, "没有正文"),
    Row("body_size", Part.BODY, "5.2.2", _G, "正文字号", _points(16), body.body_size, "没有正文"),
    Row("plain_parts_font", Part.BODY, "5.2.2", _G, "字号、主送、附件说明、署名、日期字体", Words("仿宋"), body.plain_parts_font, "没有这些要素"),
    Row("plain_parts_size", Part.BODY, "5.2.2", _G, "字号、主送、附件说明、署名、日期字号", _points(16), body.plain_parts_size, "没有这些要素"),
    Row("paragraph_indent", Part.BODY, "7.3.3", _S, "段首左空二字", _characters(2), body.paragraph_indent, "没有成段的正文"),
    Row("continuation_left", Part.BODY, "7.3.3", _S, "回行顶格", _IN_PLACE, body.continuation_left, "没有回行"),
    Row("heading_1_font", Part.BODY, "7.3.3", _G, "“一、”层字体", Words("黑体"), body.heading_1_font, "没有“一、”层"),
    Row("heading_2_font", Part.BODY, "7.3.3", _G, "“（一）”层字体", Words("楷体"), body.heading_2_font, "没有“（一）”层"),
    Row("heading_3_font", Part.BODY, "7.3.3", _G, "“1.”层字体", Words("仿宋"), body.heading_3_font, "没有“1.”层"),
    Row("heading_4_font", Part.BODY, "7.3.3", _G, "“（1）”层字体", Words("仿宋"), body.heading_4_font, "没有“（1）”层"),
    Row("heading_size", Part.BODY, "5.2.2", _G, "各层标题字号", _points(16), body.heading_size, "没有层次标题"),
    Row("heading_bold", Part.BODY, "7.3.3", _G, "各层标题不加粗", Words("没有加粗"), body.heading_bold, "没有层次标题"),
    Row("annex_list_gap", Part.CLOSING, "7.3.4", _S, "附件说明之上空一行", blank_lines(1), annex_list.annex_list_gap, _NO_LIST),
    Row("annex_list_indent", Part.CLOSING, "7.3.4", _S, "附件说明左空二字", _characters(2), annex_list.annex_list_indent, _NO_LIST),
    Row("annex_list_form", Part.CLOSING, "7.3.4", _S, "附件说明写法", Words("附件：1. 名称，名称后无标点"), annex_list.annex_list_form, _NO_LIST),
    Row("annex_list_hang", Part.CLOSING, "7.3.4", _S, "附件名称回行与首字对齐", _IN_PLACE, annex_list.annex_list_hang, "附件名称没有回行"),
    Row("date_form", Part.CLOSING, "7.3.5.4", _S, "成文日期写法", Words("2012年7月1日"), closing.date_form, _NO_DATE),
    Row("closing_with_body", Part.CLOSING, "7.3.5.5", _T, "署名和日期所在页有正文", Words("有正文"), closing.closing_with_body, _NO_DATE),
    Row("sealed_date_right", Part.CLOSING, "7.3.5.1", _G, "盖章：成文日期右空四字", _characters(4), closing.sealed_date_right, _UNSEALED),
    Row("sealed_signature", Part.CLOSING, "7.3.5.1", _G, "盖章：署名偏离成文日期中线", _IN_PLACE, closing.sealed_signature, _UNSEALED),
    Row("seal_colour", Part.CLOSING, "7.3.5.1", _S, "印章颜色", Words("红色"), seal.seal_colour, _NO_SEAL),
    Row("seal_centred", Part.CLOSING, "7.3.5.1", _S, "印章偏离成文日期中线", _exactly(0, 1), seal.seal_centred, _NO_SEAL),
    Row("seal_covers", Part.CLOSING, "7.3.5.1", _S, "印章不空白，署名和日期居其中心偏下", Words("压住署名和日期"), seal.seal_covers, _NO_SEAL),
    Row("seal_reach", Part.CLOSING, "7.3.5.1", _S, "印章顶端距正文一行之内", Span(0, LINE[1], 0.5), seal.seal_reach, _NO_SEAL),
    Row("unsealed_gap", Part.CLOSING, "7.3.5.2", _S, "不盖章：署名之上空一行", blank_lines(1), closing.unsealed_gap, _SEALED),
    Row("unsealed_signature_right", Part.CLOSING, "7.3.5.2", _S, "不盖章：署名（或更长的日期）右空二字", _characters(2), closing.unsealed_signature_right, _SEALED),
    Row("unsealed_date_shift", Part.CLOSING, "7.3.5.2", _S, "不盖章：日期比署名右移二字", _characters(2), closing.unsealed_date_shift, _SEALED),
    Row("note_place", Part.CLOSING, "7.3.6", _S, "附注左空二字", _characters(2), closing.note_place, _NO_NOTE),
    Row("note_line", Part.CLOSING, "7.3.6", _S, "附注在成文日期之下", Words("成文日期的下一行"), closing.note_line, _NO_NOTE),
    Row("note_brackets", Part.CLOSING, "7.3.6", _S, "附注加圆括号", Words("（…）"), closing.note_brackets, _NO_NOTE),
    Row("annex_new_page", Part.ANNEX, "7.3.7", _S, "附件另面编排", Words("在页首"), annex.annex_new_page, _NO_ANNEX),
    Row("annex_heading_font", Part.ANNEX, "7.3.7", _S, "“附件”及顺序号", Words("3 号黑体"), annex.annex_heading_font, _NO_ANNEX),
    Row("annex_heading_left", Part.ANNEX, "7.3.7", _S, "“附件”顶格", _IN_PLACE, annex.annex_heading_left, _NO_ANNEX),
    Row("annex_heading_top", Part.ANNEX, "7.3.7", _S, "“附件”在版心第一行", _IN_PLACE, annex.annex_heading_top, _NO_ANNEX),
    Row("annex_title_line", Part.ANNEX, "7.3.7", _S, "附件标题在第三行", _exactly(3, 0.3, "行"), annex.annex_title_line, _NO_ANNEX),
    Row("annex_title_centred", Part.ANNEX, "7.3.7", _S, "附件标题偏离中线", _IN_PLACE, annex.annex_title_centred, _NO_ANNEX),
    Row("annex_agreement", Part.ANNEX, "7.3.7", _S, "附件序号、标题与附件说明一致", Words("一致"), annex.annex_agreement, "没有附件，或没有附件说明"),
    Row("annex_before_imprint", Part.ANNEX, "7.3.7", _S, "附件在版记之前", Words("在版记之前"), annex.annex_before_imprint, "没有附件或版记"),
    Row("landscape_folio", Part.ANNEX, "8", _S, "横排页的页码位置", Words("与竖页位置一致"), annex.landscape_folio, _NO_LANDSCAPE),
    Row("landscape_head", Part.ANNEX, "8", _S, "横排表格的表头", Words("单页在订口，双页在切口"), annex.landscape_head, _NO_LANDSCAPE),
    Row("imprint_rules", Part.IMPRINT, "7.4.1", _S, "版记分隔线条数", Words("首、末各一，要素间各一"), imprint.imprint_rules, _NO_IMPRINT),
    Row("imprint_outer_rules", Part.IMPRINT, "7.4.1", _T, "首条和末条分隔线粗", _exactly(0.35, _RULE), imprint.imprint_outer_rules, _NO_IMPRINT),
    Row("imprint_inner_rules", Part.IMPRINT, "7.4.1", _T, "中间分隔线粗", _exactly(0.25, _RULE), imprint.imprint_inner_rules, "没有中间的分隔线"),
    Row("imprint_rule_width", Part.IMPRINT, "7.4.1", _S, "版记分隔线长", _exactly(156), imprint.imprint_rule_width, _NO_IMPRINT),
    Row("imprint_bottom", Part.IMPRINT, "7.4.1", _S, "末条分隔线偏离版心下边缘", _IN_PLACE, imprint.imprint_bottom, _NO_IMPRINT),
    Row("imprint_font", Part.IMPRINT, "7.4.2", _G, "版记字体", Words("仿宋"), imprint.imprint_font, _NO_IMPRINT),
    Row("imprint_size", Part.IMPRINT, "7.4.2", _G, "版记字号", _points(14), imprint.imprint_size, _NO_IMPRINT),
    Row("imprint_left", Part.IMPRINT, "7.4.2", _S, "抄送、印发机关左空一字", _characters(1, 14), imprint.imprint_left, _NO_IMPRINT),
    Row("imprint_right", Part.IMPRINT, "7.4.3", _S, "印发日期右空一字", _characters(1, 14), imprint.imprint_right, "没有印发机关和印发日期"),
    Row("copies_right", Part.IMPRINT, "7.4.2", _S, "抄送右空一字", Span(4.44, 40, 0), imprint.copies_right, "抄送没有回行"),
    Row("copies_hang", Part.IMPRINT, "7.4.2", _S, "抄送回行与冒号后首字对齐", _IN_PLACE, imprint.copies_hang, "抄送没有回行"),
    Row("copies_stop", Part.IMPRINT, "7.4.2", _S, "抄送之后", Words("句号"), imprint.copies_stop, "没有抄送"),
    Row("issue_form", Part.IMPRINT, "7.4.3", _S, "印发日期写法", Words("2012年7月1日印发"), imprint.issue_form, "没有印发机关和印发日期"),
    Row("imprint_last_page", Part.IMPRINT, "7.1", _S, "版记在末页", Words("末页"), imprint.imprint_last_page, _NO_IMPRINT),
    Row("imprint_even_page", Part.IMPRINT, "7.1", _E, "版记在双页", Words("双页"), imprint.imprint_even_page, _NO_IMPRINT),
    Row("folio_form", Part.FOLIO, "7.5", _S, "页码写法", Words("—1—，一字线"), folio.folio_form, _NO_FOLIO),
    Row("folio_font", Part.FOLIO, "7.5", _G, "页码字体", Words("半角宋体"), folio.folio_font, _NO_FOLIO),
    Row("folio_size", Part.FOLIO, "7.5", _G, "页码字号", _points(14), folio.folio_size, _NO_FOLIO),
    Row("folio_drop", Part.FOLIO, "7.5", _S, "一字线至版心下边缘", _exactly(7), folio.folio_drop, _NO_FOLIO),
    Row("folio_side", Part.FOLIO, "7.5", _S, "单页码右空一字，双页码左空一字", _characters(1, 14), folio.folio_side, _NO_FOLIO),
    Row("folio_run", Part.FOLIO, "7.5", _S, "页码连续，每面都有", Words("连续"), folio.folio_run, _NO_FOLIO),
    Row("unnumbered_imprint", Part.FOLIO, "7.5", _S, "版记前的空白页和版记页不编页码", Words("没有编页码"), imprint.unnumbered_imprint, "版记页前没有空白页"),
    Row("letter_mark_top", Part.SPECIAL, "10.1", _S, "信函：标志上边缘至上页边", _exactly(30), head.letter_mark_top, _NO_LETTER),
    Row("letter_rule_gap", Part.SPECIAL, "10.1", _S, "信函：标志至上双线", _exactly(4), special.letter_rule_gap, _NO_LETTER),
    Row("letter_rule_width", Part.SPECIAL, "10.1", _S, "信函：双线长", _exactly(170), special.letter_rule_width, _NO_LETTER),
    Row("letter_rule_centred", Part.SPECIAL, "10.1", _S, "信函：双线偏离中线", _IN_PLACE, special.letter_rule_centred, _NO_LETTER),
    Row("letter_rule_weights", Part.SPECIAL, "10.1", _S, "信函：双线粗细", Words("上线上粗下细，下线上细下粗"), special.letter_rule_weights, _NO_LETTER),
    Row("letter_foot_rule", Part.SPECIAL, "10.1", _S, "信函：下双线至下页边", _exactly(20), special.letter_foot_rule, _NO_LETTER),
    Row("letter_number_right", Part.SPECIAL, "10.1", _S, "信函：发文字号顶格居右", _IN_PLACE, special.letter_number_right, _NO_LETTER),
    Row("letter_number_gap", Part.SPECIAL, "10.1", _S, "信函：发文字号至上双线（3 号字高的 7/8）", Span(4.85, 4.94, _POSITION), special.letter_number_gap, _NO_LETTER),
    Row("letter_first_folio", Part.SPECIAL, "10.1", _S, "信函：首页不显示页码", Words("不显示页码"), folio.letter_first_folio, _NO_LETTER),
    Row("letter_imprint", Part.SPECIAL, "10.1", _S, "信函：版记不加分隔线、印发机关和日期", Words("没有"), imprint.letter_imprint, "不是信函，或没有版记"),
    Row("order_mark_top", Part.SPECIAL, "10.2", _S, "命令：标志上边缘至版心上边缘", _exactly(20), head.order_mark_top, "不是命令（令）格式"),
    Row("attendance_font", Part.SPECIAL, "10.3", _G, "纪要：出席、请假、列席", Words("3 号黑体"), special.attendance_font, "不是纪要，或没有出席人员名单"),
    Row("font_foreign", Part.FONTS, "5.2.2", _G, "用到的中文字体", Words("仿宋、楷体、黑体、小标宋、宋体"), faces.font_foreign, "没有中文"),
    Row("font_stray", Part.FONTS, "5.2.2", _G, "同一要素里夹杂的字体", Words("没有夹杂"), faces.font_stray, "没有中文"),
    Row("font_embedded", Part.FONTS, "GB/T 33476.2", _E, "字体嵌入文件", Words("已嵌入"), faces.font_embedded, "没有字体"),
    Row("text_readable", Part.FONTS, "GB/T 33476.2", _E, "文字可以复制、检索", Words("可以"), faces.text_readable, "没有文字"),
    Row("tagged", Part.ELECTRONIC, "ISO 14289-1", _E, "结构标记", Words("有"), electronic.tagged, "没有页"),
    Row("title", Part.ELECTRONIC, "ISO 14289-1", _E, "文件属性里的标题", Words("有"), electronic.title, "没有页"),
    Row("language", Part.ELECTRONIC, "ISO 14289-1", _E, "文件属性里的语言", Words("zh-CN"), electronic.language, "没有页"),
    Row("bookmarks", Part.ELECTRONIC, "ISO 14289-1", _E, "书签", Words("有"), electronic.bookmarks, "没有层次标题"),
    Row("pdf_a", Part.ELECTRONIC, "ISO 19005-2", _E, "声明符合 PDF/A（长期保存）", Words("PDF/A"), electronic.pdf_a, "没有页"),
    Row("pdf_ua", Part.ELECTRONIC, "ISO 14289-1", _E, "声明符合 PDF/UA（无障碍）", Words("PDF/UA"), electronic.pdf_ua, "没有页"),
)
# fmt: on
