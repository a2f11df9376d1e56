"""The corpus: what a clerk may write, and which refusals it meets at which line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Met(NamedTuple):
    """A refusal that is to be met: its id, line and column."""

    rule: str
    line: int
    column: int


@dataclass(frozen=True)
class Case:
    """One input, the kind of record it is to become (None: only parsed), and all that is to be said of it."""

    name: str
    content: str | bytes
    met: tuple[Met, ...]
    kind: str | None = None

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.content if isinstance(self.content, bytes) else self.content.encode()


INDICATOR = """\
id: ZD01
name: 社区矫正监督管理
category: 重点工作目标
source: 年度工作要点
points: 1.50
targets:
  - id: ZD01-1
    text: 全年走访100人次，零脱管。
    points: 1.50
    goal: {at_least: 100, unit: 人次}
    deadline: 2019-12-31
    unit: 矫正股
    leader: 张三
    expected: 监管安全。
    scoring: 每少1人次扣0.01分。
    rule: {deduct: 0.01, per: 人次}
"""
"""A sound indicator, which most cases spoil in one place."""


def case(name: str, content: str | bytes, *met: tuple[str, int, int]) -> Case:
    """A case that is only parsed."""
    return Case(name, content, tuple(Met(*each) for each in met))


def spoilt(name: str, was: str, becomes: str, *met: tuple[str, int, int]) -> Case:
    """A case that replaces a passage of the sound indicator, which must occur there once."""
    assert INDICATOR.count(was) == 1, was
    return Case(name, INDICATOR.replace(was, becomes), tuple(Met(*each) for each in met), "indicator")


GOAL = "{at_least: 100, unit: 人次}"
RULE = "{deduct: 0.01, per: 人次}"

BYTES = (
    case("UTF-8 is read", "name: 社区矫正\n"),
    case("a file of GB18030", "name: 社区矫正\n".encode("gb18030"), ("encoding", 1, 7)),
    case("GB18030 below a line of ASCII", "a: 1\nb: 政工股\n".encode("gb18030"), ("encoding", 2, 4)),
    case("UTF-16, little end first", "name: 社区\n".encode("utf-16"), ("encoding", 1, 1)),
    case("UTF-16, big end first", b"\xfe\xff" + "name: 社区\n".encode("utf-16-be"), ("encoding", 1, 1)),
    case("UTF-16 without a mark", "name: 社矫\n".encode("utf-16-le"), ("encoding", 1, 15)),
    case("bytes of no encoding", b"name: \xff\xff\n", ("encoding", 1, 7)),
    case("short GBK that passes as UTF-8", "name: 联通\n".encode("gbk"), ("encoding", 1, 7)),
    case("Cyrillic, as GBK misread as UTF-8 gives", "name: Привет\n", ("character", 1, 7)),
    case("a byte order mark", b"\xef\xbb\xbfname: 1\n", ("byte_order_mark", 1, 1)),
    case("line ends of Windows", b"a: 1\r\nb: 2\r\n"),
    case("line ends of old Macs", "a: 1\rb: «x\r", ("character", 1, 5), ("character", 2, 4)),
    case("a line separator", "a: 甲\u2028乙\n", ("character", 1, 5)),
    case("a paragraph separator", "a: 甲\u2029乙\n", ("character", 1, 5)),
    case("a next line (C1)", "a: 甲\x85乙\n", ("character", 1, 5)),
    case("a no-break space", "a: 甲\xa0乙\n", ("character", 1, 5)),
    case("a zero-width space", "a: 社区\u200b矫正\n", ("character", 1, 6)),
    case("a zero-width joiner", "a: 社区\u200d矫正\n", ("character", 1, 6)),
    case("a mark of direction", "a: 社区\u202e矫正\n", ("character", 1, 6)),
    case("an isolate of direction", "a: 社区\u2066矫正\n", ("character", 1, 6)),
    case("a byte order mark inside", "a: 社区\ufeff矫正\n", ("character", 1, 6)),
    case("a soft hyphen", "a: 社区\xad矫正\n", ("character", 1, 6)),
    case("a private character", "a: 社区\ue000矫正\n", ("character", 1, 6)),
    case("a null", "a: 社\0区\n", ("character", 1, 5)),
    case("a bell", "a: 社\a区\n", ("character", 1, 5)),
    case("an emoji", "a: 完成👍\n", ("character", 1, 6)),
    case("the same wrong character twice is told once", "a: «甲\nb: «乙\n", ("character", 1, 4)),
    case(
        "two wrong characters are two problems", "a: «甲\nb: 乙»\n", ("character", 1, 4), ("character", 2, 5)
    ),
    case("many kinds of wrong characters are one problem", "a: 甲\nb: абвгде\n", ("character", 2, 4)),
    case("a rare name character", "a: 𬱖堃喆玥璟祎\n"),
    case("the signs of official prose", "a: 〔2019〕①—…《〈》〉“”‘’·％℃㎡→≤\n"),
    case("a file of 2 MB", b"a: " + b"x" * 2_000_000, ("file_too_large", 1, 1)),
)

YAML = (
    case(
        "text stays the text that was written", "a: NO\nb: on\nc: 010\nd: 12:30:45\ne: 1.50\nf: 1e5\ng: ~\n"
    ),
    case("comments set off by two spaces", "# 全行\na: 1  # 一\nb:  # 空格\n  - x  # 二\n"),
    case("# inside a word or quotes", "a: 第1项#重点\nb: '第1项 #重点'\n"),
    case("{{7*7}} in quotes", "a: '{{7*7}}'\n"),
    case("an explicit start", "---\na: 1\n"),
    case("a duplicate key", "a: 1\nb: 2\na: 3\n", ("duplicate_key", 3, 1)),
    case("a duplicate key in a nested mapping", "a:\n  - x: 1\n    x: 1\n", ("duplicate_key", 3, 5)),
    case("a duplicate key in quotes", 'a: 1\n"a": 2\n', ("duplicate_key", 2, 1)),
    case("an anchor", "a: &x 1\n", ("anchor", 1, 4)),
    case("an anchor and its alias", "a: &x 1\nb: *x\n", ("anchor", 1, 4), ("alias", 2, 4)),
    case("an alias of nothing", "a: *x\n", ("alias", 1, 4)),
    case("an alias as a key", "*x : 1\n", ("alias", 1, 1)),
    case(
        "a bomb of aliases",
        "a: &a [x, x]\nb: &b [*a, *a]\n",
        ("anchor", 1, 4),
        ("anchor", 2, 4),
        ("alias", 2, 8),
        ("alias", 2, 12),
    ),
    case("a tag", "a: !!int 1\n", ("tag", 1, 4)),
    case("a tag of Python", "a: !!python/object/apply:os.system [x]\n", ("tag", 1, 4)),
    case("the tag !", "a: ! 1\n", ("tag", 1, 4)),
    case("a merge key", "a: 1\n<<: {b: 1}\n", ("merge_key", 2, 1)),
    case("<< in quotes is a word", "'<<': 1\n"),
    case("a second document", "a: 1\n---\nb: 2\n", ("second_document", 2, 1)),
    case("a directive", "%YAML 1.1\n---\na: 1\n", ("directive", 1, 1)),
    case("21 levels", "a: " + "[" * 20 + "]" * 20 + "\n", ("too_deep", 1, 23)),
    case("20 levels", "a: " + "[" * 19 + "x" + "]" * 19 + "\n"),
    case("21 levels of indentation", "".join(f"{' ' * n}a:\n" for n in range(21)), ("too_deep", 21, 21)),
    case("100,000 brackets", "a: " + "[" * 100_000, ("too_deep", 1, 23)),
    case("100,000 braces", "{a: " * 100_000, ("too_deep", 1, 81)),
    case("100,000 dashes", "- " * 100_000, ("too_deep", 1, 41)),
    case("a tail that every loader drops", "title: 第1项 #重点\n", ("comment_in_value", 1, 12)),
    case("a tail of one # and nothing", "title: 第1项 #\n", ("comment_in_value", 1, 12)),
    case("a comment too near to its value", "title: 第1项 # 注\n", ("comment_in_value", 1, 12)),
    case("a tail in a list", "a: [甲, 乙 #丙\n  ]\n", ("comment_in_value", 1, 10)),
    case("a full-width colon", "截止：2019-12-31\n", ("full_width_colon", 1, 3)),
    case("a full-width colon between two entries", "a: 1\n截止：2019\nb: 2\n", ("full_width_colon", 2, 3)),
    case("a full-width colon at the end", "a: 1\n截止：2019\n", ("full_width_colon", 2, 3)),
    case("a full-width colon in the first entry", "名称：值\nb: 2\n", ("full_width_colon", 1, 3)),
    case(
        "a full-width colon opens a list item", "a:\n  - 截止：2019\n    b: 1\n", ("full_width_colon", 2, 7)
    ),
    case("a full-width colon, indented too far", "a: 1\n  截止：2019\nb: 2\n", ("full_width_colon", 2, 5)),
    case("a full-width colon in braces", "a: {at_most：0, b: 1}\n", ("full_width_colon", 1, 12)),
    case("a full-width colon in a value", "a: 要求：按时\n"),
    case(
        "a full-width colon in the text above a fault",
        "a: >-\n  要求：按时\nb 1.50\nc: 1\n",
        ("syntax", 3, 1),
    ),
    case("no colon", "a: 1\nb 2\nc: 3\n", ("syntax", 2, 1)),
    case("no space after the colon", "a: 1\nb:2\nc: 3\n", ("syntax", 2, 1)),
    case("two colons", "a: b: c\n", ("syntax", 1, 5)),
    case("an open bracket", "a: 1\nb: [甲, 乙\nc: 2\n", ("syntax", 2, 4)),
    case("an open brace", "a: {b: 1\nc: 2\n", ("syntax", 1, 4)),
    case("an open quote", 'a: 1\nb: "甲\nc: 2\n', ("syntax", 2, 4)),
    case("a quote inside the quote", 'a: "说"好"话"\n', ("syntax", 1, 7)),
    case("an unknown escape", 'a: "\\q"\n', ("syntax", 1, 5)),
    case("an indentation that fits nothing", "a:\n  b: 1\n c: 2\n", ("syntax", 3, 2)),
    case("a value that opens with @", "a: @x\n", ("syntax", 1, 4)),
    case("a tab for indentation", "a:\n\tb: 1\n", ("tab", 2, 1)),
    case("a tab after the colon", "a:\t1\n", ("tab", 1, 3)),
    case("a tab in a text", "a: 甲\t乙\n", ("tab", 1, 5)),
    case("a value on two lines", "a: 开展排查\n  建立台账\n", ("multiline_value", 1, 4)),
    case("a quoted value on two lines", "a: '开展排查\n  建立台账'\n", ("multiline_value", 1, 4)),
    case("a value that swallowed the next entry", "a: 甲\n  b: 乙\n", ("multiline_value", 1, 4)),
    case("a value of several lines", "a: |\n  甲\n  乙\n", ("multiline_value", 1, 4)),
    case("a folded value of two paragraphs", "a: >-\n  甲\n\n  乙\n", ("multiline_value", 1, 4)),
    case("a folded value indented unevenly", "a: >-\n  甲\n   乙\n", ("multiline_value", 1, 4)),
    case("a folded value", "a: >-\n  开展排查，\n  建立台账。\n"),
    case("an escape for a line end", 'a: "甲\\n乙"\n', ("character", 1, 4)),
    case("an escape for a zero-width space", 'a: "甲\\u200b乙"\n', ("character", 1, 4)),
    case("an escape for a tab", 'a: "甲\\t乙"\n', ("character", 1, 4)),
    case("an escaped quote", 'a: "甲\\"乙\\\\"\n'),
    case("no value", "a: 1\nb:\nc: 2\n", ("empty_value", 2, 1)),
    case("an empty list item", "a:\n  - 甲\n  -\n", ("empty_value", 3, 4)),
    case("a key in braces without a value", "a: {b, c: 1}\n", ("empty_value", 1, 5)),
    case("a list as a key", "? [a, b]\n: 1\n", ("key_form", 1, 3)),
    case("a mapping as a key", "{a: 1}: 2\n", ("key_form", 1, 1)),
    case("an empty file", "", ("not_a_mapping", 1, 1)),
    case("comments only", "# 注\n", ("not_a_mapping", 1, 1)),
    case("a list", "- 社区矫正\n- 公证\n", ("not_a_mapping", 1, 1)),
    case("one text", "社区矫正\n", ("not_a_mapping", 1, 1)),
    case(
        "all of a file's refusals come at once",
        "a: &x «1»\nb: *x\na: 2\nc: 甲 #乙\nd:\n",
        ("character", 1, 7),
        ("character", 1, 9),
        ("anchor", 1, 4),
        ("alias", 2, 4),
        ("duplicate_key", 3, 1),
        ("comment_in_value", 4, 6),
        ("empty_value", 5, 1),
    ),
)

TYPED = (
    spoilt("a sound indicator", "id: ZD01\n", "id: ZD01\n"),
    spoilt("a missing key", "    deadline: 2019-12-31\n", "", ("missing_key", 7, 5)),
    spoilt("a missing key of the file", "source: 年度工作要点\n", "", ("missing_key", 1, 1)),
    spoilt("a missing key of a goal", ", unit: 人次}\n    d", "}\n    d", ("missing_key", 10, 11)),
    spoilt("a misspelt key", "deadline:", "dedline:", ("unknown_key", 11, 5)),
    spoilt("a misspelt key of a goal", "100, unit:", "100, unt:", ("unknown_key", 10, 27)),
    spoilt("a misspelt key of a rule", "0.01, per:", "0.01, pr:", ("unknown_key", 16, 26)),
    spoilt("a key too many", "    leader:", "    partners: [乙]\n    leader:", ("unknown_key", 13, 5)),
    spoilt("a day that does not exist", "2019-12-31", "2019-02-29", ("value_form", 11, 15)),
    spoilt("a day in words", "2019-12-31", "2019年12月31日", ("value_form", 11, 15)),
    spoilt("a day without zeros", "2019-12-31", "2019-9-1", ("value_form", 11, 15)),
    spoilt("a day in full-width digits", "2019-12-31", "２０１９-12-31", ("value_form", 11, 15)),
    spoilt("a moment of a day", "2019-12-31", "2019-12-31T00:00", ("value_form", 11, 15)),
    spoilt("1e999999", "100, unit", "1e999999, unit", ("value_form", 10, 22)),
    spoilt("NaN", "100, unit", "NaN, unit", ("value_form", 10, 22)),
    spoilt("infinity", "100, unit", ".inf, unit", ("value_form", 10, 22)),
    spoilt("1_000", "100, unit", "1_000, unit", ("value_form", 10, 22)),
    spoilt("1 000", "100, unit", "1 000, unit", ("value_form", 10, 22)),
    spoilt("a negative figure", "100, unit", "-1, unit", ("value_form", 10, 22)),
    spoilt("an octal figure", "100, unit", "010, unit", ("value_form", 10, 22)),
    spoilt("a hexadecimal figure", "100, unit", "0x64, unit", ("value_form", 10, 22)),
    spoilt("a clock as a figure", "100, unit", "12:30:45, unit", ("value_form", 10, 22)),
    spoilt("full-width digits", "100, unit", "１００, unit", ("value_form", 10, 22)),
    spoilt("a figure in Chinese", "100, unit", "一百, unit", ("value_form", 10, 22)),
    spoilt(
        "points to the thousandth", "points: 1.50\ntargets", "points: 1.505\ntargets", ("value_form", 5, 9)
    ),
    spoilt("points with a sign", "points: 1.50\ntargets", "points: +1.50\ntargets", ("value_form", 5, 9)),
    spoilt("points in a list", "points: 1.50\ntargets", "points: [1.50]\ntargets", ("value_form", 5, 9)),
    spoilt("a lower-case id", "id: ZD01-1", "id: zd01-1", ("value_form", 7, 9)),
    spoilt("a full-width id", "id: ZD01-1", "id: ＺＤ01-1", ("value_form", 7, 9)),
    spoilt("two goals in one", GOAL, "{at_least: 1, at_most: 2, unit: 次}", ("value_form", 10, 11)),
    spoilt("a misspelt goal", GOAL, "{at_leest: 1, unit: 次}", ("value_form", 10, 11)),
    spoilt("a goal in words", GOAL, "一百人次", ("value_form", 10, 11)),
    spoilt("a goal that is neither yes nor no", GOAL, "{done: maybe}", ("value_form", 10, 18)),
    spoilt("a misspelt rule", RULE, "{deducts: 0.01, per: 次}", ("value_form", 16, 11)),
    spoilt("a wrong figure deep in a rule", RULE, "{slope: {each: 1, deduct: 多}}", ("value_form", 16, 37)),
    spoilt("a misspelt key deep in a rule", RULE, "{slope: {each: 1, deduc: 1}}", ("unknown_key", 16, 29)),
    spoilt("a key missing in a list of a rule", RULE, "{tiers: [{at_least: 1}]}", ("missing_key", 16, 20)),
    spoilt("no tiers", RULE, "{tiers: []}", ("value_form", 16, 19)),
    spoilt(
        "a list where a text belongs",
        "text: 全年走访100人次，零脱管。",
        "text: [全年]",
        ("value_form", 8, 11),
    ),
    spoilt(
        "a text where a list belongs", "    leader:", "    with: 乙股\n    leader:", ("value_form", 13, 11)
    ),
    spoilt("an empty text", "leader: 张三", 'leader: ""', ("value_form", 13, 13)),
    spoilt(
        "a key of another form",
        "    leader:",
        "    milestones: {Q1: 甲}\n    leader:",
        ("value_form", 13, 18),
    ),
    spoilt("sample is yes or no", "points: 1.50\nt", "points: 1.50\nsample: true\nt", ("value_form", 6, 9)),
    spoilt("no value is told once", "leader: 张三", "leader:", ("empty_value", 13, 5)),
    spoilt("an alias is told once", "leader: 张三", "leader: *x", ("alias", 13, 13)),
    spoilt("an alias for a mapping is told once", GOAL, "*x", ("alias", 10, 11)),
    spoilt(
        "a value on two lines is told once", "2019-12-31", "2019-\n      12-31", ("multiline_value", 11, 15)
    ),
    spoilt(
        "a full-width colon among a target's entries",
        "    deadline: 2019-12-31",
        "    截止：2019-12-31",
        ("full_width_colon", 11, 7),
    ),
    spoilt(
        "all that is wrong in a file comes at once",
        "points: 1.50\n    goal: {at_least: 100, unit: 人次}\n    deadline: 2019-12-31",
        "points: x\n    goal: {at_least: x, unit: 人次}\n    deadline: x",
        ("value_form", 9, 13),
        ("value_form", 10, 22),
        ("value_form", 11, 15),
    ),
)

CONTENT = (*BYTES, *YAML, *TYPED)
