"""The bureau's organisation in one year: units, people, and the leading group with its office."""

from __future__ import annotations

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Key, Slug, Text, YesNo


class UnitKind(Record):
    """A kind of unit, such as 股室 or 直属事业单位."""

    id: Key = Field(description="英文代号，用在文稿的数据词里，如 units.offices.count")
    name: Text = Field(description="类别名称，如“股室”")


class Unit(Record):
    """A unit that answers for targets (责任股室). `short` are its other permitted names."""

    name: Text = Field(description="规范名称；各处都用它来指这个股室或单位")
    slug: Slug = Field(description="网址里的名字，小写拼音")
    kind: Key = Field(description="属于哪一类，写类别的英文代号")
    short: tuple[Text, ...] = Field((), description="也可以用的简称")
    duties: Text | None = Field(None, description="职责，公开")


class Person(Record):
    """A person with a post, as the circular prints it; `leader` may answer for targets as 分管领导."""

    name: Text = Field(description="姓名")
    post: Text = Field(description="职务，照公文原样写")
    unit: Text | None = Field(None, description="所在股室或单位的规范名称")
    leader: YesNo = Field(default=False, description="是否可以担任分管领导")


class Office(Record):
    """The leading group's office: the unit it is attached to, its director and members."""

    unit: Text = Field(description="办公室挂靠的股室")
    duty: Text = Field(description="办公室的职责，接在“挂在某股，”之后")
    director: Text = Field(description="主任")
    members: tuple[Text, ...] = Field(description="成员")


class LeadingGroup(Record):
    """The leading group for the assessment (领导小组): people by their registered names."""

    name: Text = Field(description="领导小组全称")
    head: Text = Field(description="组长")
    deputies: tuple[Text, ...] = Field(description="副组长")
    members: tuple[Text, ...] = Field(description="成员")
    office: Office = Field(description="领导小组办公室")


class Organisation(Record):
    """Units, people and the leading group."""

    kinds: tuple[UnitKind, ...] = Field(min_length=1, description="股室和单位的类别")
    units: tuple[Unit, ...] = Field(min_length=1, description="股室和单位，按公文的顺序")
    people: tuple[Person, ...] = Field((), description="有职务的人员")
    leading_group: LeadingGroup | None = Field(None, description="绩效评估工作领导小组")
