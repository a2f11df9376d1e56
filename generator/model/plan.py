"""The plan of one year: its categories with declared points and counts, quarters, states, grades."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Count, Day, DocumentNumber, Key, Points, Prefix, Text, YesNo


class Category(Record):
    """A category of the assessment; categories nest to any depth, only the innermost hold indicators.

    `points` and, where given, `indicators` and `targets` are what the plan declares; the data must
    add up to them exactly. `prefix` opens the ids of the indicators it holds.
    """

    id: Key = Field(description="英文代号，用在文稿的数据词里，如 plan.function.targets")
    name: Text = Field(description="类别名称")
    points: Points = Field(description="本类总分；下级之和必须正好等于它")
    note: Text | None = Field(None, description="说明")
    prefix: Prefix | None = Field(None, description="本类一级指标编号的字头，如 ZD")
    indicators: Count | None = Field(None, description="计划规定的一级指标项数")
    targets: Count | None = Field(None, description="计划规定的年度工作目标项数")
    categories: tuple[Category, ...] = Field((), description="下级类别，可以有任意多层")

    def walk(self) -> Iterator[Category]:
        """This category and all below it, in the order written."""
        yield self
        for category in self.categories:
            yield from category.walk()


class Terms(Record):
    """What the bureau calls its two lowest levels, as printed in headings and counts."""

    indicator: Text = Field(description="本单位对第一层考评项目的叫法，如“一级指标”")
    target: Text = Field(description="本单位对第二层考评项目的叫法，如“年度工作目标”")


class Quarter(Record):
    """A reporting quarter; `retrospective` marks one reported after the plan was issued (补报)."""

    id: Key = Field(description="英文代号，q1 到 q4")
    name: Text = Field(description="名称，如“第一季度”")
    ends: Day = Field(description="季度最后一天")
    report_due: Day = Field(description="报表上报截止日")
    retrospective: YesNo = Field(default=False, description="是否为补报（计划印发前的季度）")


class State(Record):
    """A state of progress, as the 季度报表 offers it."""

    id: Key = Field(description="英文代号")
    name: Text = Field(description="进度状态的名称，如“达进度”")


class Grade(Record):
    """A grade of the year's assessment, given from these points on."""

    name: Text = Field(description="等次名称")
    at_least: Points = Field(description="达到这个分数即为这一等次")


class Grades(Record):
    """The scale of grades, highest first."""

    sample: YesNo = Field(default=False, description="是否为示例数据")
    scale: tuple[Grade, ...] = Field(min_length=1, description="各等次，从高到低")


class Plan(Record):
    """The annual performance plan (绩效评估工作方案)."""

    year: Count = Field(description="计划年度")
    title: Text = Field(description="方案标题")
    circular: DocumentNumber = Field(description="印发本方案的文号")
    basis: tuple[DocumentNumber, ...] = Field((), description="依据文件的文号，须在 words.yml 登记")
    points: Points | None = Field(None, description="总分；各大类之和必须正好等于它")
    terms: Terms = Field(description="各层考评项目的叫法")
    categories: tuple[Category, ...] = Field(min_length=1, description="考评类别")
    quarters: tuple[Quarter, ...] = Field(min_length=1, description="填报季度")
    states: tuple[State, ...] = Field(min_length=1, description="进度状态")
    grades: Grades | None = Field(None, description="考评等次")

    def walk(self) -> Iterator[Category]:
        """Every category, outermost first, in the order written."""
        for category in self.categories:
            yield from category.walk()
