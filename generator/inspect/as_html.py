"""The report as one HTML page that needs nothing else and prints on A4."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from jinja2 import Environment, StrictUndefined

from generator.inspect.as_text import SIGNS, heading, place, verdict
from generator.inspect.comparison import Pair
from generator.inspect.report import STANDARD, Outcome, Report

_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ report.file }} 版式测量</title>
<style>
@page { size: A4 landscape; margin: 12mm }
body { font: 14px/1.5 "Noto Sans SC", "Microsoft YaHei", sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; color: #111 }
h1 { font-size: 1.5em } h2 { font-size: 1.15em; margin: 1.6em 0 .4em; break-after: avoid }
table { border-collapse: collapse; width: 100% }
thead { display: table-header-group } tr { break-inside: avoid }
th, td { border: 1px solid #bbb; padding: .2em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { background: #eee } td.n { text-align: right; white-space: nowrap } td.s { white-space: nowrap }
table.rows { table-layout: fixed } col.s { width: 6em } col.c { width: 8.5em } col.g { width: 3.5em }
col.w { width: 25% } col.t { width: 18% } col.v { width: 20% }
tr.absent td { color: #666 } tr.failed td { background: #fde8e8 } tr.failed td.s { font-weight: bold; color: #a00 }
tr.unmeasured td { background: #fff6dd }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1.5em } dt { font-weight: bold } dd { margin: 0 }
@media print { body { margin: 0; max-width: none; font-size: 10pt } }
@media (max-width: 45em) { table { display: block; overflow-x: auto } }
</style>
</head>
<body>
{% macro rows(results) %}
<table class="rows">
<colgroup><col class="s"><col class="c"><col class="g"><col class="w"><col class="t"><col class="v"><col></colgroup>
<thead><tr><th scope="col">结果</th><th scope="col">条款</th><th scope="col">强度</th><th scope="col">项目</th>
<th scope="col">应为</th><th scope="col">实为</th><th scope="col">位置</th></tr></thead>
<tbody>
{% for result in results %}
<tr class="{{ classes[result.outcome] }}"><td class="s">{{ signs[result.outcome] }} {{ result.outcome.value }}</td>
<td>{{ result.row.clause }}</td><td>{{ result.row.strength.value }}</td><td>{{ result.row.what }}</td>
<td>{{ result.row.target }}</td><td>{{ result.value }}</td><td>{{ place(result) }}</td></tr>
{% endfor %}
</tbody>
</table>
{% endmacro %}
<h1>公文版式测量</h1>
<p><strong>{{ heading }}</strong><br>依据 {{ standard }}<br>{{ verdict }}</p>
{% if failed %}<h2>不符的各行</h2>
{{ rows(failed) }}{% endif %}
<h2>认出的要素</h2>
<dl>{% for name, words in report.recognised %}<dt>{{ name }}</dt><dd>{{ words or "没有找到" }}</dd>{% endfor %}</dl>
{% for part, results in parts %}<h2>{{ part }}</h2>
{{ rows(results) }}{% endfor %}
<h2>字体</h2>
<table>
<thead><tr><th scope="col">用途</th><th scope="col">字体</th><th scope="col">种类</th><th scope="col">字数</th>
<th scope="col">例如</th><th scope="col">嵌入</th></tr></thead>
<tbody>
{% for use in report.fonts %}
<tr><td>{{ use.role }}</td><td>{{ use.font }}</td><td>{{ use.kind }}</td><td class="n">{{ use.characters }}</td>
<td>{{ use.shown }}</td><td>{{ "是" if use.embedded else "否" }}</td></tr>
{% endfor %}
</tbody>
</table>
{% if report.readings %}<h2>DOCX 自己的设置</h2>
<dl>{% for name, value in report.readings %}<dt>{{ name }}</dt><dd>{{ value }}</dd>{% endfor %}</dl>{% endif %}
{% if pairs %}<h2>与另一个文件相比</h2>
<table>
<thead><tr><th scope="col">条款</th><th scope="col">项目</th><th scope="col">本文件</th><th scope="col">另一个</th>
<th scope="col">相差</th></tr></thead>
<tbody>
{% for pair in pairs %}
<tr class="{{ "failed" if pair.differs else "" }}"><td>{{ pair.row.clause }}</td><td>{{ pair.row.what }}</td>
<td>{{ pair.first.value or pair.first.outcome.value }}</td><td>{{ pair.second.value or pair.second.outcome.value }}</td>
<td class="n">{{ "" if pair.difference is none else "%+.2f"|format(pair.difference) }}</td></tr>
{% endfor %}
</tbody>
</table>{% endif %}
</body>
</html>
"""


def as_html(report: Report, pairs: Sequence[Pair] = ()) -> str:
    """A report, and the comparison with a second file if there is one, as a page."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    parts = [
        (part.value, list(results))
        for part, results in groupby(report.results, key=lambda result: result.row.part)
    ]
    return environment.from_string(_PAGE).render(
        report=report,
        standard=STANDARD,
        heading=heading(report),
        verdict=verdict(report),
        failed=report.failed(),
        parts=parts,
        pairs=pairs,
        place=place,
        signs=SIGNS,
        classes={outcome: outcome.name.lower() for outcome in Outcome},
    )
