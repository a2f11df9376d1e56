"""The text rules on single sentences: what is right is left alone, what is wrong is found and mended."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from pathlib import Path

import pytest

from generator.check.registry import Finding, rules
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.load.prose import read_prose
from generator.model.dossier import Dossier
from generator.problem import Level

HERE = Path(__file__).parent
FILE = "content/2021/7/plan.md"
NOTICE = "content/2021/7/notice.md"
CORRECT = (HERE / "correct.txt").read_text(encoding="utf-8").splitlines()
TEXT_RULES = tuple(rule for rule in rules() if rule.subject == "text")


@cache
def base() -> Dossier:
    """The small bureau without fault."""
    dossier, _ = read_dossier(FilesOnDisk(HERE.parent / "base"))
    assert dossier is not None
    return dossier


def found(text: str, file: str) -> list[tuple[str, Finding]]:
    """What the text rules find in the small bureau with this text in one of its prose files, by rule."""
    prose, problems = read_prose(text, file)
    assert not any(problem.level is Level.ERROR for problem in problems)
    dossier = dataclasses.replace(base(), prose={file: prose})
    return [(rule.id, finding) for rule in TEXT_RULES for finding in rule.check(dossier)]


@pytest.mark.parametrize("sentence", CORRECT)
def test_a_correct_sentence_is_left_alone(sentence: str) -> None:
    """Sentences in the manner of real circulars, right in every respect, give no finding."""
    assert found(sentence, FILE) == []


def test_the_base_bureau_is_left_alone() -> None:
    """What the tables report comes from their sentences."""
    assert [finding for rule in TEXT_RULES for finding in rule.check(base())] == []


FLAWED = [
    ("heading_number", "# 一、总则\n\n## (一)对象", "改为“（一）对象”"),
    ("heading_number", "# 一、总则\n\n## （1）对象", "改为“（一）对象”"),
    ("heading_number", "# 一、总则\n\n# 三、附则", "改为“二、附则”"),
    ("heading_number", "# 二、总则", "改为“一、总则”"),
    ("heading_number", "# 一.总则", "改为“一、总则”"),
    ("heading_number", "# 一、总则\n\n## （一）、对象", "改为“（一）对象”"),
    ("heading_number", "# 一、总则\n\n### 1.对象", "补上中间的标题"),
    ("heading_number", "1、建立制度。\n\n2.按时报送。", "改为“1.建立制度。”"),
    ("heading_number", "1）建立制度。", "改为“1.建立制度。”"),
    ("heading_number", "(1)建立制度。", "改为“（1）建立制度。”"),
    ("heading_number", "1.建立制度。\n\n3.按时报送。", "改为“2.按时报送。”"),
    ("heading_number", "一、总则\n\n（一）对象\n\n（1）单位", "逐层编号"),
    ("heading_number", "# 一、总则\n\n## （一）甲\n\n正文。\n\n## （一）乙", "改为“（二）乙”"),
    ("document_number_brackets", "根据县府办[2021]15号文件", "改为“根据县府办〔2021〕15号文件”"),
    ("document_number_brackets", "根据县府办（2021）15号文件", "改为“根据县府办〔2021〕15号文件”"),
    ("document_number_brackets", "根据县府办【2021】15号文件", "改为“根据县府办〔2021〕15号文件”"),
    ("document_number_brackets", "根据县府办〔2021]15号文件", "改为“根据县府办〔2021〕15号文件”"),
    ("document_number_form", "根据县府办〔2021〕第15号文件", "改为“根据县府办〔2021〕15号文件”"),
    ("document_number_form", "根据县府办〔2021〕015号文件", "改为“根据县府办〔2021〕15号文件”"),
    ("document_number_form", "根据县府办〔21〕15号文件", "〔2021〕15号"),
    ("book_title_marks", "《关于印发<绩效方案>的通知》", "改为“《关于印发〈绩效方案〉的通知》”"),
    ("book_title_marks", "《关于印发《绩效方案》的通知》", "改为“《关于印发〈绩效方案〉的通知》”"),
    ("book_title_marks", "关于印发<绩效方案>的通知", "改为“《绩效方案》”"),
    ("book_title_marks", "关于印发〈绩效方案〉的通知", "改为“《绩效方案》”"),
    ("book_title_marks", "关于印发《绩效方案的通知", "补上另一半"),
    ("book_title_marks", "关于印发绩效方案》的通知", "补上另一半"),
    ("book_title_marks", "《关于转发〈关于印发〈方案〉的通知〉的通知》", "〈关于印发《方案》的通知〉"),
    (
        "citation_title",
        "按照《关于做好2021年度考核工作的通知》（云府办〔2021〕15号）执行",
        "《云湖县人民政府办公室关于做好2021年度绩效评估工作的通知》",
    ),
    ("citation_title", "《甲办法》（县〔2021〕9号）、《乙办法》（县〔2021〕9号）", "《甲办法》"),
    ("citation_title", "《甲办法》（县〔2021〕8号）、《甲办法》（县〔2021〕9号）", "都登记到"),
    (
        "name_variant",
        "制定《2021年云湖县水利局绩效评估工作方案》",
        "改为“《2021年度云湖县水利局绩效评估工作方案》",
    ),
    ("unit_name", "由工程建筑股牵头", "改为“由工程建设股牵头”"),
    ("unit_name", "由工程和建设股牵头", "改为“由工程建设股牵头”"),
    ("half_width_punctuation", "开创新局面,推动发展", "改为“开创新局面，推动发展”"),
    ("half_width_punctuation", "评估内容包括:职能目标", "改为“评估内容包括：职能目标”"),
    ("half_width_punctuation", "目标(重点目标)和任务", "改为“目标（重点目标）和任务”"),
    ("half_width_punctuation", "目标（重点目标)和任务", "改为“目标（重点目标）和任务”"),
    ("half_width_punctuation", '坚持"两手抓"', "改为“坚持“两手抓””"),
    ("half_width_punctuation", "完成了吗?已经完成。", "改为“完成了吗？已经完成”"),
    ("half_width_punctuation", "全部完成.按时报送", "句号写“。”"),
    ("half_width_punctuation", "共2项;其他3项", "改为“共2项；其他3项”"),
    ("half_width_punctuation", "每年2~3次", "改为“每年2～3次”"),
    ("full_width_digit", "活动１００场", "改为“活动100场”"),
    ("full_width_digit", "Ａ类项目", "改为“A类项目”"),
    ("doubled_punctuation", "按时报送。。", "改为“按时报送。”"),
    ("doubled_punctuation", "加强领导，、压实责任", "改为“加强领导，压实责任”"),
    ("doubled_punctuation", "等各项检查。。。", "改为“等各项检查……”"),
    ("stray_space", "一级指标 16项", "改为“一级指标16项”"),
    ("stray_space", "一级指标16 项", "改为“一级指标16项”"),
    ("stray_space", "认真 履行职责", "改为“认真履行职责”"),
    ("stray_space", "认真　履行职责", "改为“认真履行职责”"),
    ("stray_space", "领导， 压实责任", "改为“压实责任”"),
    ("stray_space", "《 绩效方案》", "改为“《绩效方案》”"),
    ("stray_space", "设{{ plan.work.indicators }} 项", "改为“设{{ plan.work.indicators }}项”"),
    ("doubled_word", "落实各项的的要求", "改为“落实各项的要求”"),
    ("doubled_word", "按照按照县委部署", "改为“按照县委部署”"),
    ("doubled_word", "在在本月底前", "改为“在本月底前”"),
    ("doubled_word", "内部绩效考评。内部绩效考评。内部绩效评考评。", "改为“内部绩效考评”"),
    ("date_form", "8月09日前", "改为“8月9日前”"),
    ("date_form", "08月份", "改为“8月份”"),
    ("date_form", "于19年8月印发", "写全四位年份"),
    ("date_form", "19年度方案", "写全四位年份"),
    ("date_form", "2019年八月二十九日", "改为“2019年8月29日”"),
    ("date_form", "8月二十九日", "改为“8月29日”"),
    ("date_form", "二〇一九年8月", "改为“2019年8月”"),
    ("date_form", "二0一九年八月", "改为“二〇一九年八月”"),
    ("date_form", "二○一九年八月", "改为“二〇一九年八月”"),
    ("date_form", "于2019.8.29印发", "改为“于2019年8月29日印发”"),
    ("date_form", "8月29号前", "改为“8月29日前”"),
    ("date_form", "2019年2月29日前", "日历上没有“2月29日”"),
    ("date_form", "9月31日前", "日历上没有“9月31日”"),
    ("date_form", "13月底", "日历上没有“13月”"),
    ("range_unit", "增长15～30%", "改为“增长15%～30%”"),
    ("range_unit", "增长5至10%", "改为“增长5%至10%”"),
    ("range_unit", "补助3—5万元", "改为“补助3万—5万元”"),
    ("range_unit", "2016-2020年", "改为“2016—2020年”"),
    ("range_unit", "安排3-5人", "改为“安排3—5人”"),
    ("annex_reference", "（目标考评表见附件1）", "改为“（目标考评表见附件）”"),
    ("annex_reference", "目标考评表（附件一）", "改为“目标考评表（附件）”"),
    ("prose_count", "业务工作目标（6分）", "改为“业务工作目标（5分）”"),
    ("prose_count", "业务工作目标分值占总分的6分", "改为“业务工作目标分值占总分的5分”"),
    ("prose_count", "①重点任务（3分）：设一级指标2项", "改为“设一级指标1项”"),
    ("prose_count", "1.日常任务：设一级指标1项，年度工作目标3项", "改为“年度工作目标0项”"),
    ("prose_count", "各股室（3个）：办公室、工程建设股、政工股。", "数据里是2"),
    ("prose_count", "包括组织、责任和措施等四方面内容", "列举的是3"),
    ("prose_count", "包括三方面内容：①组织；②责任", "后面列了2"),
    ("prose_count", "共106项，其中重点50项、常规48项、动态13项", "50＋48＋13＝111"),
    ("title_kind", "现将有关情况通报如下：", "改正正文或 kind"),
]


@pytest.mark.parametrize(("rule", "text", "says"), FLAWED)
def test_a_flawed_sentence_is_found_and_mended(rule: str, text: str, says: str) -> None:
    """The rule for the fault finds it, once, no other rule does, and the finding shows the mended words."""
    file = NOTICE if rule == "title_kind" else FILE
    findings = found(text, file)
    assert [name for name, _ in findings] == [rule]
    assert says in findings[0][1].message + findings[0][1].hint


@pytest.mark.parametrize(("rule", "text", "says"), FLAWED)
def test_a_finding_quotes_the_text_as_it_was_written(rule: str, text: str, says: str) -> None:
    """The words by which a flaw is accepted stand in the file just so, and the place lies within them."""
    del rule, says
    lines = text.split("\n")
    for _, finding in found(text, FILE):
        line = lines[finding.place.line - 1]
        assert finding.words and finding.words in line
        assert line.index(finding.words) < finding.place.column <= len(line)


@pytest.mark.parametrize(("rule", "text", "says"), [row for row in FLAWED if "改为" in row[2]])
def test_what_is_mended_as_proposed_is_right(rule: str, text: str, says: str) -> None:
    """With the proposed words in their stead, neither the rule nor any other finds a fault."""
    del says
    file = NOTICE if rule == "title_kind" else FILE
    for _, finding in found(text, file):
        proposed = re.match("改为“(.*)”(?:；|$)", finding.hint)
        assert proposed
        text = text.replace(finding.words, proposed[1])
    assert found(text, file) == []


@pytest.mark.parametrize("rule", sorted({rule for rule, _, _ in FLAWED} - {"annex_reference"}))
def test_a_rules_good_example_is_good(rule: str) -> None:
    """What the handbook holds up as right is right by its rule (the one on annexes speaks of two of them)."""
    (good,) = (one.good for one in TEXT_RULES if one.id == rule)
    lines = [line for line in good.splitlines() if line and ":" not in line]
    text = "\n\n".join(re.sub(" {2,}# .*", "", line) for line in lines)
    assert [name for name, _ in found(text, FILE) if name == rule] == []
