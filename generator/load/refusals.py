"""What the strict reader refuses: each refusal's permanent id, and why, with a bad and a good example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.problem import Level, Place, Problem


@dataclass(frozen=True, slots=True)
class Refusal:
    """One kind of refusal, explained to a clerk: why it is refused, a bad and a good example."""

    id: str
    why: str
    bad: str
    good: str
    level: Level = Level.ERROR

    def at(self, place: Place, message: str, hint: str = "") -> Problem:
        """The problem of this kind at a place."""
        return Problem(self.id, self.level, message, place, hint)


FILE_TOO_LARGE = Refusal(
    "file_too_large",
    "一个文件只写一个一级指标或一张表，用不到 2 MB，一篇文稿用不到 200 KB（六万多字）；一个数据文件里的值不超过 5 万个。超大文件多半是误放进来的，检查它要花很久。",
    "data/2019/plan.yml（37 MB）",
    "把内容分到各自的文件里",
)
SYMLINK = Refusal(
    "symlink",
    "链接可能指向项目以外的文件，把不该公开的内容带进网站。",
    "data/2019/plan.yml → 别处的文件",
    "把文件本身放进来",
)
FILE_NAME = Refusal(
    "file_name",
    "文件名用来排序、生成网址，也要在各种电脑上都能存；名字与内容的编号不一致时无法核对。",
    "indicators/ZD01 (2).yml、indicators/zd01.yml",
    "indicators/ZD01.yml",
)
UNEXPECTED_FILE = Refusal(
    "unexpected_file",
    "不认识的文件不会被悄悄跳过，以免有人以为已经生效。",
    "data/2019/plan-副本.yml",
    "data/2019/plan.yml",
)
ENCODING = Refusal(
    "encoding",
    "所有文件统一用 UTF-8 编码。程序不猜测编码，猜错会把汉字变成别的字而无人察觉。",
    "用“ANSI”（GB18030）或 Unicode（UTF-16）保存的文件",
    "另存为 UTF-8",
)
BYTE_ORDER_MARK = Refusal(
    "byte_order_mark",
    "文件开头有不可见的 BOM 标记，可以照常读取，但会让比对工具多出差异。",
    "编码选“UTF-8-BOM”",
    "编码选“UTF-8”",
    Level.WARNING,
)
CHARACTER = Refusal(
    "character",
    "只接受汉字、ASCII 字符和中文标点。别的文字多半是编码出错留下的乱码；不可见字符会让两处看起来相同的字其实不同。",
    "河道\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}治理、含零宽空格或不换行空格的文字",
    "河道治理",
)
TAB = Refusal(
    "tab",
    "制表符的宽度因编辑器而异，缩进会错位。",
    "（按 Tab 键缩进）",
    "用空格缩进，每层两个",
)
SYNTAX = Refusal(
    "syntax", "这一行不合 YAML 的写法，后面的内容无法读取。", "name: [河道治理", "name: 河道治理"
)
FULL_WIDTH_COLON = Refusal(
    "full_width_colon",
    "键和值之间要用半角冒号加一个空格；全角冒号会使这一行不成为一项。",
    "截止：2019-12-31",
    "deadline: 2019-12-31",
)
DUPLICATE_KEY = Refusal(
    "duplicate_key",
    "同一个键写了两次，不知道以哪一个为准。",
    "points: 1.50\npoints: 2.00",
    "points: 1.50",
)
KEY_FORM = Refusal("key_form", "键必须是一个简单的词。", "? [a, b]\n: 1", "name: 河道治理")
ANCHOR = Refusal("anchor", "不用 & 锚点：每处的值都直接写明。", "unit: &u 综合股", "unit: 综合股")
ALIAS = Refusal(
    "alias",
    "不用 * 引用：引用会让一处改动悄悄影响别处，也能被用来耗尽内存。",
    "unit: *u",
    "unit: 综合股",
)
TAG = Refusal("tag", "不用 ! 类型标签：值的类型由程序规定。", "year: !!int 2019", "year: 2019")
MERGE_KEY = Refusal("merge_key", "不用 << 合并：每项的内容都直接写明。", "<<: *base", "unit: 综合股")
SECOND_DOCUMENT = Refusal(
    "second_document",
    "一个文件只放一份内容，“---”之后的第二份不会被读取。",
    "name: 甲\n---\nname: 乙",
    "name: 甲",
)
DIRECTIVE = Refusal("directive", "不用 % 指令。", "%YAML 1.1\n---\nname: 甲", "name: 甲")
TOO_DEEP = Refusal("too_deep", "嵌套超过 20 层的内容不是计划数据。", "[[[[…]]]]", "targets:\n  - id: ZD01-1")
COMMENT_IN_VALUE = Refusal(
    "comment_in_value",
    "空格后面的 # 会让这一行其余的字被当作注释丢掉。注释要与值隔两个空格，# 后再空一格；# 属于内容时整句加引号。",
    "text: 第1项 #重点",
    'text: "第1项 #重点"',
)
MULTILINE_VALUE = Refusal(
    "multiline_value",
    "值不能直接换行接着写：缩进稍有差错，下一项就会被并进这一句，断行处还会多出空格。长句用 >- 分行写，仍是一段话。",
    "text: 开展排查，\n  建立台账",
    "text: >-\n  开展排查，\n  建立台账",
)
EMPTY_VALUE = Refusal(
    "empty_value", "键后面没有写值。不知道的内容整行删去，不留空。", "leader:", "leader: 张三"
)
NOT_A_MAPPING = Refusal(
    "not_a_mapping", "文件应由若干“键: 值”组成。", "- 河道治理\n- 水库巡查", "name: 河道治理\npoints: 3.00"
)
MISSING_KEY = Refusal("missing_key", "必须写明的内容没有写。", "- id: ZD01-1", "- id: ZD01-1\n  text: ……")
UNKNOWN_KEY = Refusal("unknown_key", "不认识的键不会被悄悄忽略。", "ponts: 1.50", "points: 1.50")
VALUE_FORM = Refusal(
    "value_form", "值的写法不对，无法确定它的意思。", "points: １.５ 或 1.505", "points: 1.50"
)

REFUSALS: Mapping[str, Refusal] = {
    refusal.id: refusal for refusal in list(globals().values()) if isinstance(refusal, Refusal)
}
"""Every refusal of the reader of data files, by id, in the order they are met."""
