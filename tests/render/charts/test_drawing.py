"""A chart's drawing: complete for those who listen, legible without colour, the same for the same chart."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
import typst

from generator.render.charts.bars import Layout
from generator.render.charts.drawing import NARROW, WIDE, drawing
from generator.render.charts.texture import Textures
from generator.views.charts import BarChart, Chart, LineChart, Part, Texture
from tests.conftest import REPOSITORY
from tests.render.charts.samples import EVERY, PLAIN, lines, stacked

_SVG = "{http://www.w3.org/2000/svg}"


def _parsed(chart: Chart, width: int = NARROW) -> ET.Element:
    return ET.fromstring(drawing(chart, width))


def _printed(chart: Chart, width: int) -> list[str]:
    return [text.text or "" for text in _parsed(chart, width).iter(f"{_SVG}text")]


@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: chart.key)
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_title_and_every_figure_are_there_for_those_who_listen(chart: Chart, width: int) -> None:
    """The drawing is one picture, named by its title and told by its description."""
    root = _parsed(chart, width)
    parts = {element.get("id"): element.text for element in (root[0], root[1])}
    assert root.get("role") == "img"
    assert [parts[name] for name in root.get("aria-labelledby", "").split()] == [
        chart.title,
        chart.description,
    ]


def test_the_description_tells_every_figure() -> None:
    """Names, parts with their counts, steps with their figures and those without; an empty chart says so."""
    assert stacked("a", ("办公室",)).description == (
        "办公室共115项，欠进度1项，达进度2项，超进度3项，已完成4项，其他105项。"
    )
    one = replace(stacked("a", ("办公室",)), parts=(Part("分值", Texture.SOLID),))
    assert one.description == "办公室115项。"
    assert lines("b", (18, None, 0, None)).description == (
        "完成进度：第一季度18%，第二季度没有数据，第三季度0%，第四季度没有数据。"
        "序时进度：第一季度25%，第二季度50%，第三季度75%，第四季度100%。"
    )
    overview = next(chart for chart in PLAIN if chart.key == "overview")
    assert overview.description.startswith("ZD00-1：一季度未启动，二季度欠进度，三季度达进度，四季度超进度。")
    assert stacked("c", ()).description == "没有数据。"


@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: chart.key)
def test_all_is_ink_on_paper(chart: Chart) -> None:
    """No drawing has a colour of its own, so none can depend on one."""
    colours = set(re.findall(r'(?:fill|stroke|color)="([^"]+)"', drawing(chart, WIDE)))
    assert colours <= {"currentColor", "#fff", "#bbb", "none"} | {
        one for one in colours if one.startswith("url(#")
    }


def test_no_two_textures_look_alike() -> None:
    """Whatever its colour, a part is told from every other by what fills it."""
    fills = set()
    for texture in Texture:
        textures = Textures("t")
        box = textures.filled(ET.Element("rect"), texture, alert=False)
        drawn = [ET.tostring(one) for one in textures.definitions()]
        fills.add((box.get("fill"), box.get("fill-opacity"), *drawn))
    assert len(fills) == len(Texture)


def test_a_figure_is_printed_only_where_its_part_has_room_and_sums_always() -> None:
    """In a bar of 115 the part of 105 shows its figure, the part of 1 is too narrow for one."""
    printed = _printed(stacked("a", ("办公室",)), NARROW)
    assert "105" in printed
    assert "1" not in printed
    assert printed.count("115项") == 1


def test_a_figure_on_solid_ink_is_in_the_colour_of_paper_and_stands_on_a_rim_of_paper_elsewhere() -> None:
    """So that none is covered by what its part is filled with: of six bars, one has 105 in solid ink."""
    grounds = {
        group.get("class"): (group.get("fill"), group.get("stroke"), [text.text for text in group])
        for group in _parsed(stacked("a", tuple("甲乙丙丁戊己")), WIDE).iter(f"{_SVG}g")
        if group.get("class")
    }
    assert grounds["zc-paper"][:2] == ("#fff", None) and grounds["zc-paper"][2].count("105") == 1
    assert grounds["zc-halo"][1] == "#fff" and grounds["zc-halo"][2].count("105") == 5


def test_names_stay_whole_beside_the_bars_where_that_is_asked_for() -> None:
    """At any width that has room for them; else above, as on a phone. A legend may be left to another chart."""
    chart = stacked("a", ("公共法律服务管理股",))
    whole = Layout(names_beside=True, legend=False)

    def name(width: int, layout: Layout) -> tuple[float, bool]:
        texts = list(ET.fromstring(drawing(chart, width, layout=layout)).iter(f"{_SVG}text"))
        found = next(text for text in texts if text.text == "公共法律服务管理股")
        return float(found.get("x", "0")), any(text.text == "达进度" for text in texts)

    assert name(NARROW, Layout()) == (0, True)
    assert name(NARROW, whole) == (-10, False)
    assert name(135, whole)[0] == 0


def test_a_chart_of_one_part_needs_no_legend() -> None:
    """Its title says what is counted."""
    chart = stacked("a", ("办公室",))
    bar = replace(chart.bars[0], amounts=chart.bars[0].amounts[1:2], whole="1项")
    single = BarChart("a", "题", "项", (Part("数量", Texture.SOLID),), (bar,))
    assert _printed(single, NARROW) == ["办公室", "1项"]


def test_a_line_with_gaps_is_not_joined_across_them() -> None:
    """Two quarters, a gap, one quarter: the stroke ends before the gap and a single point stays a mark."""
    strokes = [path.get("d", "") for path in _parsed(lines("a", (10, 20, None, 40))).iter(f"{_SVG}path")]
    assert sorted(one.count("L") for one in strokes if one.startswith("M ")) == [0, 1, 3]


def test_the_highest_figure_stands_above_its_point_and_the_lowest_below() -> None:
    """So the figures of two lines do not cover one another."""
    chart = lines("a", (18, 52, 70, None))
    at: dict[str, float] = {}
    for text in _parsed(chart).iter(f"{_SVG}text"):
        at.setdefault(text.text or "", float(text.get("y", "0")))
    assert at["25"] < at["18"]
    assert at["52"] < at["50"]


def test_a_scale_reaches_at_least_its_top() -> None:
    """A goal of 1,000 that is far off is not squeezed out of the picture."""
    chart = LineChart("a", "题", "场", ("一", "二"), lines("b", (1, 2, 3, 4)).lines[:0], Decimal(1000))
    line = replace(lines("b", (1, 2, 3, 4)).lines[0], amounts=lines("b", (1, 2, 3, 4)).lines[0].amounts[:2])
    assert "1000" in _printed(replace(chart, lines=(line,)), NARROW)


def test_words_from_data_stay_words() -> None:
    """Markup in a name is printed, never parsed."""
    chart = next(chart for chart in EVERY if chart.key == "long-names")
    assert {element.tag for element in _parsed(chart).iter()} <= {
        _SVG + tag for tag in ("svg", "title", "desc", "defs", "pattern", "rect", "path", "g", "text")
    }
    assert "<img src=x onerror=alert(1)>" in _printed(chart, NARROW)


def test_ids_of_two_drawings_never_clash() -> None:
    """A page holds both widths of several charts, and every id once."""
    page = "".join(drawing(chart, width) for chart in EVERY for width in (NARROW, WIDE))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:url\(#|href="#)([^")]+)', page)) <= set(ids)


def test_the_same_chart_gives_the_same_bytes_in_another_process() -> None:
    """Nothing of a drawing comes from memory addresses, hashes or what was drawn before."""
    program = (
        "import json; from tests.render.charts.samples import EVERY;"
        "from generator.render.charts.drawing import drawing;"
        "print(json.dumps([drawing(chart, 328) for chart in reversed(EVERY)]))"
    )
    command = [sys.executable, "-c", program]
    environment = {"PYTHONHASHSEED": "7", "PYTHONPATH": str(REPOSITORY), "LANG": "C.UTF-8"}
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=REPOSITORY, env=environment).stdout
    assert json.loads(told)[::-1] == [drawing(chart, NARROW) for chart in EVERY]


def test_typst_prints_it_in_the_documents_own_font(tmp_path: Path) -> None:
    """On paper the letters are real letters of the font the document names, and no other."""
    source = []
    for chart in PLAIN:
        (tmp_path / f"{chart.key}.svg").write_text(drawing(chart, WIDE, "FandolHei"), "utf-8")
        source.append(f'#image("{chart.key}.svg", width: 156mm)')
    (tmp_path / "paper.typ").write_text("\n".join(source), "utf-8")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[REPOSITORY / ".fonts"]
    )
    compiler = typst.Compiler(tmp_path / "paper.typ", font_paths=fonts, ignore_system_fonts=True)
    pdf, warnings = compiler.compile_with_warnings(format="pdf")
    assert warnings == []
    document = pypdfium2.PdfDocument(pdf)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    assert all(name in words for name in ("社区矫正管理局", "已完成", "115项", "序时进度", "ZD29-1"))
