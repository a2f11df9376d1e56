"""What a careful proof-reader finds in the reference circular as it was issued, and nothing else."""

from __future__ import annotations

import dataclasses
import re

import pytest

from generator.compute import datawords
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.load.prose import read_prose
from generator.model.dossier import Dossier
from tests.check.text.test_sentences import TEXT_RULES
from tests.conftest import REPOSITORY

NOTICE = "content/2019/44/notice.md"
PLAN = "content/2019/44/plan.md"
ORGANISATION = "data/2019/organisation.yml"

FLAWS = {
    ("book_title_marks", NOTICE, "《关于印发<2019年度安溪县绩效评估工作方案>的通知》"),
    (
        "book_title_marks",
        NOTICE,
        "《安溪县人民政府办公室关于印发< 2019年度安溪县政府系列暨第四系列绩效评估工作方案>的通知》",
    ),
    ("stray_space", NOTICE, "人民政府办公室关于印发< 2019年度安溪县政府系"),
    ("book_title_marks", PLAN, "《关于印发<2019年度安溪县绩效评估工作方案>的通知》"),
    (
        "book_title_marks",
        PLAN,
        "《安溪县人民政府办公室关于印发< 2019年度安溪县政府系列绩效评估工作方案>的通知》",
    ),
    ("stray_space", PLAN, "人民政府办公室关于印发< 2019年度安溪县政府系"),
    (
        "citation_title",
        PLAN,
        "《安溪县人民政府办公室关于印发< 2019年度安溪县政府系列绩效评估工作方案>的通知》（安政办〔2019〕64号）",
    ),
    ("name_variant", PLAN, "展“两学一做”专题、结合“不忘初心，牢记使命”主题教育为抓手"),
    ("half_width_punctuation", PLAN, "为开创司法行政工作新局面,推动“四个安溪”建设做出"),
    ("half_width_punctuation", PLAN, "评估内容包括:职能工作目标(重点工作目"),
    (
        "half_width_punctuation",
        PLAN,
        "估内容包括:职能工作目标(重点工作目标、常规工作目标和动态工作目标)和行政能力目标",
    ),
    ("annex_reference", PLAN, "（目标考评表见附件）"),
    ("stray_space", PLAN, "设定一级指标 {{ plan.key.indicators }}项"),
    ("name_variant", PLAN, "《2019年安溪县司法局绩效评估工作方案》"),
    ("heading_number", PLAN, "（4） 建立工作台账，严格工作报告"),
    ("stray_space", PLAN, "（4） 建立工作台账"),
    ("heading_number", PLAN, "1、建立健全绩效考评相关制度。"),
    ("doubled_word", PLAN, "2.开展机关内部绩效评考评工作"),
    ("heading_number", PLAN, "(三) 严明考评纪律。"),
    ("stray_space", PLAN, "(三) 严明考评纪律"),
    ("unit_name", ORGANISATION, "局普法与促进人民法治股长"),
}


def test_the_issued_circular_has_these_flaws_and_no_other() -> None:
    """Every flaw of the issued text is found; its figures, names, numbers and repetitions are left alone."""
    assert findings(reference()) == FLAWS


def test_its_figures_are_right_when_they_are_typed_as_they_were_issued() -> None:
    """With figures in the place of data words, the counts stated in the text agree with the data."""
    dossier = reference()
    typed = printing(typed_out(dossier), dossier)
    unchanged = {
        (rule, file, words.replace("{{ plan.key.indicators }}", "16")) for rule, file, words in FLAWS
    }
    assert findings(typed) == unchanged


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("一级指标35项", "一级指标34项"),
        ("年度工作目标106项", "年度工作目标105项"),
        ("二级指标13项", "二级指标14项"),
        ("常规工作目标（25分）", "常规工作目标（26分）"),
        ("总分的20分", "总分的25分"),
        ("股室（9个）", "股室（8个）"),
        ("等五方面内容", "等六方面内容"),
        ("包括三方面内容", "包括四方面内容"),
    ],
)
def test_a_figure_typed_wrong_is_found(right: str, wrong: str) -> None:
    """Any one count of the circular, mistyped, is reported by the rule on counts."""
    dossier = reference()
    text = typed_out(dossier)
    assert right in text
    miscounted = printing(text.replace(right, wrong), dossier)
    new = findings(miscounted) - findings(printing(text, dossier))
    assert {rule for rule, _, _ in new} == {"prose_count"}


def reference() -> Dossier:
    """The reference bureau."""
    dossier, _ = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None
    return dossier


def typed_out(dossier: Dossier) -> str:
    """The plan's text with its figures typed, as they stand in the circular."""
    said = datawords.words(dossier.years[2019])
    text = (REPOSITORY / PLAN).read_text(encoding="utf-8")
    return re.sub(r"\{\{ (?P<path>\S+) \}\}", lambda word: said.get(word["path"], word.group()), text)


def printing(text: str, dossier: Dossier) -> Dossier:
    """The bureau with another text for its plan."""
    prose, problems = read_prose(text, PLAN)
    assert not problems
    return dataclasses.replace(dossier, prose={**dossier.prose, PLAN: prose})


def findings(dossier: Dossier) -> set[tuple[str, str, str]]:
    """Rule, file and words of all that the text rules find."""
    return {
        (rule.id, finding.place.file, finding.words) for rule in TEXT_RULES for finding in rule.check(dossier)
    }
