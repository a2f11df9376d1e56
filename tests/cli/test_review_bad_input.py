"""Whatever is slipped into the reference bureau's data, `zhengben review` never calls it clean: status 1 or 2, and why.

Every case is a real repository and the whole command, with its exit status.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.cli.test_review import commit, git
from tests.conftest import REPOSITORY, copy_of

ZD03, YEAR = "data/2019/indicators/ZD03.yml", "data/2019"
SECOND, CIRCULAR = f"{YEAR}/approvals/002.yml", f"{YEAR}/circulars/60.yml"
REPORT = f"{YEAR}/progress/q1/bangongshi.yml"
WAS = "活动不少于36场"

SLIPS = [
    # an approval that names what is not there, in a record that stands and in a new one
    ("a target that is not there", SECOND, "target: ZD03-3", "target: ZD99-9", "record_changed"),
    ("a target that is not there, anew", f"{YEAR}/approvals/003.yml", "", "", "计划里没有 ZD99-9"),
    # a tampered approval, whichever word of it
    ("an approved value", SECOND, "to: 0.60", "to: 0.70", "record_changed"),
    ("a value before", SECOND, "from: 0.50", "from: 0.60", "record_changed"),
    ("the document", SECOND, "document: 安司〔2019〕60号", "document: 安司〔2019〕61号", "record_changed"),
    ("the organ", SECOND, "organ: 安溪县司法局", "organ: 安溪县人民政府", "record_changed"),
    ("a digit of the plan's fingerprint", SECOND, "after: 8", "after: 9", "record_changed"),
    ("a digit of a target's fingerprint", SECOND, 'CG02-2: "b', 'CG02-2: "c', "record_changed"),
    ("a change slipped in", SECOND, "plan:", "  - target: ZD03-1\n    field: points\n    from: 1\n    to: 2\nplan:", "record_changed"),
    ("a record taken away", SECOND, "", "-", "record_changed"),
    # a lock edited
    ("a lock's digest", f"{YEAR}/locks/q2.yml", "digest: 7", "digest: 8", "record_changed"),
    ("a lock's day", f"{YEAR}/locks/q2.yml", "locked: 2019-09-25", "locked: 2019-09-24", "publication_backdated"),
    ("a lock taken away", f"{YEAR}/locks/q4.yml", "", "-", "record_changed"),
    ("a report of a closed quarter", REPORT, "work: ", "work: 全面", "locked_quarter_changed"),
    ("an erratum", f"{YEAR}/errata/001.yml", "number: 1\n", "number: 1  \nsample: yes\n", ""),
    # a day set back
    ("a circular's day", CIRCULAR, "date: 2019-10-25", "date: 2019-10-20", "issued_circular_changed"),
    ("an approval's day", SECOND, "date: 2019-10-25", "date: 2019-10-20", "publication_backdated"),
    ("a report's day", REPORT, "reported: 2019-09-16", "reported: 2019-09-10", "locked_quarter_changed"),
    ("a publication's day", f"{YEAR}/publications/001.yml", "date: 2019-10-30", "date: 2019-10-29", "publication_backdated"),
    # a figure presented as a typo
    ("a tenth of what was promised", ZD03, WAS, "活动不少于3场", "field_changed"),
    ("ten times", ZD03, WAS, "活动不少于360场", "field_changed"),
    ("an approved goal", ZD03, "at_least: 36", "at_least: 3", "goal_changed"),
    ("a qualifier", ZD03, WAS, "活动不超过36场", "field_changed"),
    # a character that nobody sees, or another that looks the same
    *((f"U+{ord(char):04X} in a number", ZD03, WAS, f"活动不少于3{char}6场", "") for char in "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u00a0"),
    ("U+200B in points", ZD03, "points: 1", "points: 1\u200b", ""),
    ("a Cyrillic letter for a digit", ZD03, WAS, "活动不少于З6场", "field_changed"),
    # YAML that cannot be read
    ("a bracket left open", ZD03, "id: ZD03\n", "id: [\n", "读不了"),
    ("a key twice", ZD03, "id: ZD03\n", "id: ZD03\nid: ZD03\n", "读不了"),
    ("an anchor", ZD03, "id: ZD03\n", "id: &a ZD03\n", "读不了"),
    ("a key of our own", ZD03, "id: ZD03\n", "id: ZD03\nreviewed: true\n", "读不了"),
    ("an empty file", ZD03, "*", "", "读不了"),
    ("a file that must be there", f"{YEAR}/plan.yml", "", "-", "plan.yml"),
    ("a stray file", f"{YEAR}/indicators/ZD03 (1).yml", "", "id: ZD03\n", "ZD03 (1).yml"),
]  # fmt: skip
ANEW = """\
number: 3
document: 安司〔2019〕60号
organ: 安溪县司法局
date: 2019-11-25
circular: 安司〔2019〕60号
changes:
  - target: ZD99-9
    field: points
    from: 0.50
    to: 0.40
plan:
  before: {after}
  after: {after}
"""


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference bureau, committed once."""
    root = copy_of(REPOSITORY, tmp_path_factory.mktemp("reference") / "bureau")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    return root


@pytest.fixture
def bureau(committed: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    return shutil.copytree(committed, tmp_path / "bureau", symlinks=True)


def spoil(root: Path, file: str, old: str, new: str) -> None:
    """Replace words in a file; `-` removes it, no words add it."""
    path = root / file
    if new == "-":
        path.unlink()
    elif not path.exists():
        after = re.findall(r"after: (\w+)", (root / SECOND).read_text("utf-8"))[0]
        path.write_text(new or ANEW.format(after=after), "utf-8")
    elif old == "*":
        path.write_text(new)
    else:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")


def review(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, str]:
    """Run the program; its exit status, and all it said."""
    monkeypatch.setattr("sys.argv", ["zhengben", "--project", str(root), "review", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    said = capfd.readouterr()
    return int(str(left.value.code)), said.out + said.err


@pytest.mark.parametrize(
    ("file", "old", "new", "why"), [one[1:] for one in SLIPS], ids=[one[0] for one in SLIPS]
)
def test_it_is_never_called_clean(  # noqa: PLR0917  # pytest gives them by name
    file: str,
    old: str,
    new: str,
    why: str,
    bureau: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Neither in the folder nor once it is committed, whatever the commit's message claims."""
    spoil(bureau, file, old, new)
    status, said = review(bureau, monkeypatch, capfd, "main")
    assert status in (1, 2)
    assert "没有实质变化" not in said
    assert "可以合并" not in said
    assert why in said
    git(bureau, "checkout", "--quiet", "-b", "typo")
    commit(bureau)
    git(bureau, "commit", "--quiet", "--amend", "--message", "改一个错字")
    assert review(bureau, monkeypatch, capfd, "main", "typo")[0] == status


@pytest.mark.parametrize(
    "arguments", [("no-such",), ("main", "no-such"), ("HEAD~9",), ("main:data",), ("--", "--all"), ("",)]
)
def test_a_side_that_is_not_there_is_never_clean(
    arguments: tuple[str, ...],
    committed: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Status 2, and what to do."""
    status, said = review(committed, monkeypatch, capfd, *arguments)
    assert (status, "git" in said) == (2, True)


def test_broken_yaml_in_the_base_is_never_clean(
    bureau: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Though the head mends it."""
    whole = (bureau / ZD03).read_text("utf-8")
    (bureau / ZD03).write_text("id: [")
    commit(bureau)
    (bureau / ZD03).write_text(whole, "utf-8")
    status, said = review(bureau, monkeypatch, capfd, "main")
    assert (status, f"{ZD03}:" in said) == (2, True), said


def test_a_renamed_folder_is_never_clean(
    bureau: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Of the year, of the data, or of the whole project."""
    for old, new in (("data/2019", "data/2020"), ("data", "数据"), ("content/2019", "content/2018")):
        git(bureau, "mv", old, new)
        status, said = review(bureau, monkeypatch, capfd, "main")
        assert status in (1, 2), (old, said)
        assert "可以合并" not in said
        git(bureau, "reset", "--quiet", "--hard")


def test_a_shallow_clone_without_the_base_is_never_clean(
    bureau: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """It says how to get the rest."""
    base = git(bureau, "rev-parse", "HEAD")
    spoil(bureau, ZD03, "at_least: 36", "at_least: 3")
    commit(bureau)
    git(bureau.parent, "clone", "--quiet", "--depth", "1", bureau.as_uri(), "shallow")
    status, said = review(bureau.parent / "shallow", monkeypatch, capfd, base)
    assert (status, "--unshallow" in said) == (2, True)


def test_unrelated_histories_are_never_clean(
    bureau: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Two projects that happen to be alike."""
    git(bureau, "checkout", "--quiet", "--orphan", "other")
    commit(bureau)
    status, said = review(bureau, monkeypatch, capfd, "main", "other")
    assert (status, "没有共同的历史" in said) == (2, True)
