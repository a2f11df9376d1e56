"""Projects of any size: sound bureaus with N targets, written to disk, the same for the same N."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from string import ascii_uppercase

TARGETS_PER_INDICATOR = 4
_INDICATORS_PER_CATEGORY = 80
_UNITS = 12
_YEAR = 2021

_WORD = re.compile(r"\S+")
_VERBS = _WORD.findall(
    "开展 组织 推进 落实 完成 办理 建立 修订 审核 检查 编制 公开 回访 调处 验收 登记 部署 协调 督办 梳理"
)
_MANNERS = _WORD.findall(
    "按期 定期 分类 分批 逐户 联合 专题 集中 依法 从严 规范 持续 及时 精准 常态 联动 闭环 提前 全程 跟踪"
)
_THINGS = _WORD.findall(
    "河道 山洪 堤防 水质 取水 灌区 节水 移民 水库 案卷 档案 窗口 管网 泵站 采砂 供水 水费 塘坝 沟渠 墒情 绿化 会议 "
    "公文 资产 审计 信访 村务 夜间 应急 科普 干部 制度 数据 设备 船闸 岸线 林地 道路 桥梁 消防 食堂 车辆 印章 网络"
)
_WORKS = _WORD.findall(
    "清淤 预警 除险 监测 许可 改造 宣传 后扶 巡查 评查 移交 服务 更换 大修 监管 保障 征收 加固 疏浚 测报 养护 筹备 "
    "流转 盘点 整改 化解 联络 值守 演练 进校 轮训 汇编 上报 校准 调度 划界 抚育 保洁 检测 排查 配餐 年检 保管 防护"
)
_NAMES = "青云石龙凤白金银玉松柏梅兰竹菊桃李杏春夏秋冬东西南北前后高新旧顺福寿康宁丰盛兴旺"
_KINDS = _WORD.findall("村 乡 镇 桥 岭 坪 溪 坝 渡 口 铺 湾 洲 墩 社区 片区 林场 园区 码头 集市")


def write_project(root: Path, targets: int) -> None:
    """Write a project whose check finds no error: four targets to an indicator, all sums and counts right."""
    draw = random.Random(targets)
    count = -(-targets // TARGETS_PER_INDICATOR)
    ids = list(_indicator_ids(count))
    year = root / "data" / str(_YEAR)
    for path, text in (
        (root / "data" / "bureau.yml", _BUREAU),
        (root / "data" / "words.yml", "names:\n  - name: 云湖县水务中心\n"),
        (root / "site_config.yml", _SITE),
        (root / "content" / "pages" / "about.md", "# 关于\n\n示例数据。\n"),
        (root / "content" / str(_YEAR) / "notice.md", _NOTICE),
        (year / "plan.yml", _plan(ids, targets)),
        (year / "organisation.yml", _organisation()),
        (year / "circulars" / "1.yml", _CIRCULAR),
    ):
        _write(path, text)
    left = targets
    for number, name in enumerate(ids):
        here = min(left, TARGETS_PER_INDICATOR)
        left -= here
        _write(year / "indicators" / f"{name}.yml", _indicator(name, number, here, draw))


def _indicator_ids(count: int) -> Iterator[str]:
    for number in range(count):
        category, place = divmod(number, _INDICATORS_PER_CATEGORY)
        yield f"{_prefix(category)}{place + 1:02}"


def _prefix(category: int) -> str:
    return ascii_uppercase[category // 26] + ascii_uppercase[category % 26]


def _plan(ids: list[str], targets: int) -> str:
    categories = []
    for start in range(0, len(ids), _INDICATORS_PER_CATEGORY):
        held = ids[start : start + _INDICATORS_PER_CATEGORY]
        number = start // _INDICATORS_PER_CATEGORY
        inside = min(targets - start * TARGETS_PER_INDICATOR, len(held) * TARGETS_PER_INDICATOR)
        points = sum(_points(index % TARGETS_PER_INDICATOR) for index in range(inside))
        categories.append(
            f"  - id: c{number}\n    name: 第{number + 1}类工作\n    prefix: {_prefix(number)}\n"
            f"    points: {_text(points)}\n    indicators: {len(held)}\n    targets: {inside}\n"
        )
    return _PLAN + "categories:\n" + "".join(categories)


def _organisation() -> str:
    units = "".join(
        f"  - name: 第{n}科\n    slug: ke-{n}\n    kind: sections\n" for n in range(1, _UNITS + 1)
    )
    return f"kinds:\n  - id: sections\n    name: 科室\nunits:\n{units}{_PEOPLE}"


def _indicator(name: str, number: int, count: int, draw: random.Random) -> str:
    points = sum(_points(index) for index in range(count))
    head = (
        f"id: {name}\nname: {_place(draw)}{_work(draw)}\n"
        f"category: 第{number // _INDICATORS_PER_CATEGORY + 1}类工作\nsource: 2021年工作要点\n"
        f"points: {_text(points)}\nsample: yes\ntargets:\n"
    )
    first = number * TARGETS_PER_INDICATOR
    return head + "".join(
        _target(f"{name}-{index + 1}", index, first + index, draw) for index in range(count)
    )


def _target(name: str, index: int, number: int, draw: random.Random) -> str:
    deadline = date(_YEAR, 1, 31) + timedelta(days=draw.randrange(330))
    what = "、".join(draw.choice(_MANNERS) + draw.choice(_VERBS) + _work(draw) for _ in range(3))
    text, rest = _kind(index, draw, deadline)
    return (
        f"  - id: {name}\n    text: {_place(draw)}{what}，{text}。\n    points: {_text(_points(index))}\n"
        f"{rest}    deadline: {deadline}\n    unit: 第{number % _UNITS + 1}科\n"
        f"    with: [第{(number + 1) % _UNITS + 1}科]\n    leader: 赵一\n    person: 钱二\n"
        f"    expected: {_place(draw)}{_work(draw)}情况好转。\n    evidence: 工作台账\n"
    )


def _kind(index: int, draw: random.Random, deadline: date) -> tuple[str, str]:
    """What a target is to reach, in words, and its goal, scoring and rule: one of four kinds."""
    match index:
        case 0:
            figure = draw.randrange(10, 900)
            return f"共{figure}次", (
                f"    goal: {{at_least: {figure}, unit: 次}}\n    scoring: 按完成比例得分。\n    rule: {{pro_rata: yes}}\n"
            )
        case 1:
            return "合格率达到95%", (
                "    goal: {rate: 95}\n    scoring: 每低1个百分点扣0.1分，低于90%不得分。\n"
                "    rule: {slope: {each: 1, deduct: 0.1, zero_below: 90}}\n"
            )
        case 2:
            return "投诉为零", (
                "    goal: {at_most: 0, unit: 起}\n    scoring: 每发生1起扣0.2分，扣完为止。\n    rule: {deduct: 0.2, per: 起}\n"
            )
        case _:
            return f"{deadline.month}月{deadline.day}日前完成", (
                f"    goal: {{by: {deadline}}}\n    scoring: 逾期10日以内扣0.3分，逾期超过10日不得分。\n"
                "    rule:\n      late:\n        - {days: 10, deduct: 0.3}\n"
            )


def _place(draw: random.Random) -> str:
    return "".join(draw.sample(_NAMES, 2)) + draw.choice(_KINDS)


def _work(draw: random.Random) -> str:
    return f"{draw.choice(_THINGS)}{draw.choice(_WORKS)}"


def _points(index: int) -> int:
    """The points of the first to fourth target of an indicator, in hundredths."""
    return (150, 75, 60, 115)[index]


def _text(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


_BUREAU = "name: 云湖县水务中心\nshort_name: 县水务中心\ncode: 云水\nregion: 云湖县\nportal:\n  site_name: 云湖县人民政府网\n"
_SITE = """\
site_name: 云湖县水务中心
docs_dir: content/pages
site_dir: build/site
use_directory_urls: false
nav:
  - 关于: about.md
theme:
  name: material
  custom_dir: theme/frame
  language: zh
  font: false
plugins:
  - zhengben
extra:
  generator: false
"""
_NOTICE = """\
现就做好2021年度目标管理考核工作通知如下。

# 一、考核范围

科室{{ units.sections.count }}个。第一类工作{{ plan.c0.points }}分，设一级指标{{ plan.c0.indicators }}项、年度目标{{ plan.c0.targets }}项（见附件）。
"""
_CIRCULAR = """\
number: 云水〔2021〕1号
kind: 通知
mark: 云湖县水务中心文件
title: 云湖县水务中心关于做好2021年度目标管理考核工作的通知
to: [各科室]
body: content/2021/notice.md
annexes:
  - title: 目标考评表
    content: target_table
signature: 云湖县水务中心
date: 2021-01-12
printing:
  body: 云湖县水务中心
  date: 2021-01-13
disclosure:
  method: 主动公开
  validity: 有效
  summary: 部署2021年度目标管理考核工作。
"""
_PLAN = """\
year: 2021
title: 2021年度云湖县水务中心目标管理考核方案
circular: 云水〔2021〕1号
terms:
  indicator: 一级指标
  target: 年度目标
quarters:
  - {id: q1, name: 第一季度, ends: 2021-03-31, report_due: 2021-04-10}
  - {id: q2, name: 第二季度, ends: 2021-06-30, report_due: 2021-07-10}
  - {id: q3, name: 第三季度, ends: 2021-09-30, report_due: 2021-10-10}
  - {id: q4, name: 第四季度, ends: 2021-12-31, report_due: 2022-01-10}
states:
  - {id: behind, name: 欠进度}
  - {id: on_schedule, name: 达进度}
"""
_PEOPLE = """\
people:
  - name: 赵一
    post: 主任
    leader: yes
  - name: 钱二
    post: 科长
"""
