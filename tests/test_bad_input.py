"""What a clerk may do wrong gets one clear Chinese answer at its place, and nothing is published."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli import main
from generator.load.revision import UNCOMMITTED
from generator.publish.manifest import Origin
from generator.publish.release import complete, publish, stage, write
from tests.conftest import REPOSITORY, copy_of
from tests.load.test_files import without_rights

INDICATOR = "data/2019/indicators/ZD01.yml"
ZHENGBEN = Path(sys.executable).with_name("zhengben")


class Answer(NamedTuple):
    """A problem that must be told: its rule, and a pattern that ends where it stands in the spoilt file."""

    rule: str
    before: str
    file: str = ""
    severity: str = "错误"


@dataclass(frozen=True)
class Slip:
    """One slip: what is done to which file, and all that must be told."""

    name: str
    file: str
    make: Callable[[str], str | bytes]
    answers: tuple[Answer, ...]


UNAPPROVED = Answer("plan_unapproved", "^plan:\\n  ", "data/2019/approvals/002.yml", severity="警告")
"""Any change of the plan itself is told to lack its document, before the slip that it is."""


def replaced(was: str, becomes: str) -> Callable[[str], str]:
    """Replace the first occurrence of a passage that the file must hold."""

    def make(text: str) -> str:
        assert was in text
        return text.replace(was, becomes, 1)

    return make


def without_last_target(text: str) -> str:
    """Delete the last target of an indicator."""
    return "".join(re.split(r"(?m)^(?=  - id: )", text)[:-1])


SLIPS = (
    Slip(
        "a target deleted",
        INDICATOR,
        without_last_target,
        (
            UNAPPROVED,
            Answer("points_do_not_sum", "^points: "),
            Answer("count_differs", r"prefix: ZD\n(?:.+\n)*? +targets: ", "data/2019/plan.yml"),
            *(
                Answer(
                    "report_item_foreign",
                    "target: (?=ZD01-4)",
                    f"data/2019/progress/{quarter}/shequ-jiaozheng.yml",
                )
                for quarter in ("q1", "q2", "q3", "q4")
            ),
        ),
    ),
    Slip(
        "0.50 becomes 0.55",
        "data/2019/indicators/CG01.yml",
        replaced("points: 0.50\n    goal: {rate: 100}", "points: 0.55\n    goal: {rate: 100}"),
        (UNAPPROVED, Answer("points_do_not_sum", "^points: ")),
    ),
    Slip(
        "a unit misspelt",
        INDICATOR,
        replaced("unit: 社区矫正管理局", "unit: 社区矫正管理居"),
        (UNAPPROVED, Answer("unit_unknown", "unit: (?=社区矫正管理居)")),
    ),
    Slip(
        "a key given twice",
        INDICATOR,
        replaced("    leader: 翁财能\n", "    leader: 翁财能\n    leader: 王爱平\n"),
        (Answer("duplicate_key", "leader: 翁财能\n    (?=leader: 王爱平)"),),
    ),
    Slip("saved as GB18030", INDICATOR, lambda text: text.encode("gb18030"), (Answer("encoding", "name: "),)),
    Slip(
        "a full-width colon",
        INDICATOR,
        replaced("    deadline: 2019-12-31", "    截止：2019-12-31"),
        (Answer("full_width_colon", "截止(?=：)"),),
    ),
    Slip("a tab", INDICATOR, replaced("    deadline: 2019", "\tdeadline: 2019"), (Answer("tab", "(?=\t)"),)),
    Slip(
        "an alias",
        INDICATOR,
        replaced("leader: 翁财能", "leader: *leader"),
        (Answer("alias", r"(?=\*leader)"),),
    ),
    Slip(
        "29 February 2019",
        INDICATOR,
        replaced("2019-12-31", "2019-02-29"),
        (Answer("value_form", "deadline: (?=2019-02-29)"),),
    ),
    Slip(
        "a script in a text",
        INDICATOR,
        replaced("每季度开展1次", "每季度<script>alert(1)</script>开展1次"),
        (UNAPPROVED, Answer("markup_in_text", "text: (?=.*<script>)")),
    ),
    Slip(
        "a script in prose",
        "content/2019/44/plan.md",
        replaced("县司法局将紧紧围绕", "县司法局将<script>紧紧围绕"),
        (Answer("raw_html", "(?=<script>)"),),
    ),
    Slip(
        "a key misspelt",
        INDICATOR,
        replaced("    deadline:", "    dedline:"),
        (Answer("unknown_key", "(?=dedline)"),),
    ),
    Slip(
        "a zero-width space",
        INDICATOR,
        replaced("社区服刑人员", "社区\u200b服刑人员"),
        (UNAPPROVED, Answer("character", "社区(?=\u200b)")),
    ),
    Slip(
        "a date of another year",
        INDICATOR,
        replaced("2019-12-31", "2020-12-31"),
        (UNAPPROVED, Answer("deadline_outside_year", "deadline: (?=2020-12-31)")),
    ),
    Slip("a file emptied", INDICATOR, lambda _: "", (Answer("not_a_mapping", ""),)),
)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference bureau, which has published a page."""
    root = copy_of(REPOSITORY, tmp_path_factory.mktemp("bad") / "bureau")
    with stage(root) as folder:
        write(folder, {"site/index.html": b"home"})
        complete(root, folder, {"site": Origin(UNCOMMITTED, {})})
        publish(root, folder)
    return root


@pytest.fixture
def bureau(published: Path) -> Iterator[Path]:
    """The published bureau, which a test may spoil; afterwards its data is whole again."""
    yield published
    for name in ("data", "content"):
        shutil.rmtree(published / name)
        shutil.copytree(REPOSITORY / name, published / name)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_gives_one_answer_at_its_place(
    slip: Slip, bureau: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Check and build answer with exactly the expected problems, exit 1, and leave dist/ as it was."""
    spoil(bureau / slip.file, slip.make)
    before = digest(bureau / "dist")
    expected = [told_as(answer, slip, bureau) for answer in slip.answers]
    for name in ("check", "build"):
        status = run(monkeypatch, bureau, name)
        told = capsys.readouterr()
        problems = [line for line in told.out.splitlines() if re.match(r"[^ ]+:[0-9]+:[0-9]+: ", line)]
        assert [problem[: problem.index("]") + 1] for problem in problems] == expected
        assert all(re.search("[一-鿿]{3}", problem.split("]")[1]) for problem in problems)
        assert "Traceback" not in told.out + told.err
        assert status == 1
    assert digest(bureau / "dist") == before


@pytest.mark.parametrize("slip", SLIPS[:4], ids=lambda slip: slip.name)
def test_the_installed_command_answers_the_same(slip: Slip, bureau: Path) -> None:
    """What a clerk types gives the same answer and status."""
    spoil(bureau / slip.file, slip.make)
    before = digest(bureau / "dist")
    for name in ("check", "build"):
        ran = command(bureau, name)
        assert ran.returncode == 1
        assert told_as(slip.answers[0], slip, bureau) in ran.stdout
        assert "Traceback" not in ran.stdout + ran.stderr
    assert digest(bureau / "dist") == before


def test_all_slips_are_told_in_one_run(
    bureau: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slips in several files, of writing and of spelling, come in one list, sorted by place."""
    spoil(bureau / INDICATOR, replaced("leader: 翁财能", "leader: *leader"))
    spoil(bureau / "data/2019/indicators/CG01.yml", lambda text: text.encode("utf-16"))
    spoil(bureau / "content/2019/44/plan.md", replaced("县司法局将紧紧围绕", "县司法局将`紧紧`围绕"))
    assert run(monkeypatch, bureau, "check") == 1
    places = re.findall(r"^([^ ]+):[0-9]+:[0-9]+: 错误", capsys.readouterr().out, re.MULTILINE)
    assert places == ["content/2019/44/plan.md", "data/2019/indicators/CG01.yml", INDICATOR]


MISSING = ("data/bureau.yml", "data/2019/plan.yml", "site_config.yml", "data", "content")


@pytest.mark.parametrize("missing", MISSING)
def test_a_missing_file_leaves_it_undecided(missing: str, tmp_path: Path) -> None:
    """Without a file that must be there, nothing is said to be right or wrong: exit 2, and the file's name."""
    root = copy_of(REPOSITORY, tmp_path / "bureau")
    (root / missing).rename(tmp_path / "elsewhere")
    for name in ("check", "build"):
        ran = command(root, name)
        assert ran.returncode == 2
        assert f"{missing}:1:1: 错误 [unreadable]" in ran.stdout
        assert "Traceback" not in ran.stdout + ran.stderr
    assert not (root / "dist").exists()


@pytest.mark.parametrize("project", ["nowhere", "bureau/data/bureau.yml"])
def test_a_project_that_is_none_leaves_it_undecided(project: str, reference: Path) -> None:
    """A folder that is not there, or is a file, is said to be so."""
    ran = command(reference.parent / project.replace("bureau/", "reference/", 1), "check")
    assert ran.returncode == 2
    assert "读不了" in ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr


@pytest.mark.needs("setpriv")  # to give up root's right to read all
@pytest.mark.parametrize("closed", ["data/2019", "data", INDICATOR, "content/2019"])
def test_what_may_not_be_read_leaves_it_undecided(closed: str, reference: Path) -> None:
    """A folder or file without permission is named, exit 2, no traceback."""
    mode = (reference / closed).stat().st_mode
    (reference / closed).chmod(0)
    ran = subprocess.run(
        [*without_rights(), ZHENGBEN, "--project", reference, "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    (reference / closed).chmod(mode)
    assert ran.returncode == 2
    assert f"{closed}:1:1: 错误 [unreadable] {closed} 读不了：没有权限读取" in ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr


def test_a_terminal_without_chinese_still_gets_the_place(reference: Path) -> None:
    """In a locale that cannot show Chinese there is no traceback either."""
    spoil(reference / INDICATOR, replaced("2019-12-31", "2019-02-29"))
    ran = command(reference, "check", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ran.returncode == 1
    assert re.search(rf"^{INDICATOR}:[0-9]+:15: ", ran.stdout, re.MULTILINE)
    assert "Traceback" not in ran.stderr


def told_as(answer: Answer, slip: Slip, root: Path) -> str:
    """How a problem is told: where the pattern ends in the spoilt file, as an editor counts lines and columns."""
    file = answer.file or slip.file
    content = (root / file).read_bytes()
    text = content.decode("gb18030" if answer.rule == "encoding" else "utf-8")
    match = re.search(answer.before, text, re.MULTILINE)
    assert match
    before = text[: match.end()]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return f"{file}:{line}:{column}: {answer.severity} [{answer.rule}]"


def spoil(file: Path, make: Callable[[str], str | bytes]) -> None:
    """Write what a slip makes of a file."""
    made = make(file.read_text(encoding="utf-8"))
    file.write_bytes(made if isinstance(made, bytes) else made.encode())


def run(monkeypatch: pytest.MonkeyPatch, root: Path, *arguments: str) -> int:
    """Run the command within this process; its exit status."""
    monkeypatch.setattr(sys, "argv", ["zhengben", "--project", str(root), *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    assert isinstance(left.value.code, int)
    return left.value.code


def command(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command."""
    return subprocess.run(
        [ZHENGBEN, "--project", root, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def digest(folder: Path) -> str:
    """One digest over a published folder: where its link leads, and every file's name and bytes."""
    whole = hashlib.sha256(str(folder.readlink()).encode())
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
