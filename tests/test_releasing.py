"""Publishing for good: everything that is missing is told at once, and only what was looked through is published."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.pipeline import read
from generator.views.circular import DRAFT
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of
from tests.sites import marked, tree

REVIEWER = "示例审查人"
_SIGN_OFFS = "sign_offs: {drafted: 示例拟稿人, reviewed: 示例审核人, signed: 示例签发人}\n"


@pytest.fixture(scope="module")
def bureaus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Bureaus under git, as they are: without the facts that nobody has stated. One test goes on where another ended."""
    found = {}
    for name, bureau in {"small": SMALL_BUREAU, "reference": REPOSITORY}.items():
        found[name] = copy_of(bureau, tmp_path_factory.mktemp("release") / name)
        (found[name] / ".gitignore").write_text("dist\n.releases\n.fonts\ntheme\n", "utf-8")
        git(found[name], "init", "-q")
        commit(found[name])
    return found


def test_a_draft_is_marked(bureaus: dict[str, Path]) -> None:
    """What is built from a commit without further ado says that it is a draft."""
    assert build(bureaus["small"]).returncode == 0
    assert marked(bureaus["small"] / "dist")


@pytest.mark.parametrize("name", ["small", "reference"])
def test_from_a_draft_to_what_is_published_for_good(bureaus: dict[str, Path], name: str) -> None:
    """All that is missing comes in one run; once it is there, someone must look through what will be published, and
    exactly that is published: without any mark of a draft, without the clearance's names.
    """
    bureau = bureaus[name]
    draft = tree(bureau / "dist")

    config = bureau / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "# 还没有提交\n", "utf-8")
    answer = refused(bureau)
    told = rules_told(answer)
    assert answer.count("监督电话") == 1
    expected = {problem.rule for problem in read(bureau, release=True).problems}
    assert expected >= {"sign_off_missing", "publication_date_missing", "supervision_phone_missing"}
    addressed = "  address: " in (bureau / "data/bureau.yml").read_text("utf-8")
    printing = {"board_site_unknown"} if addressed else {"board_fact_missing", "board_site_unknown"}
    assert set(told) == expected | printing | {"source_uncommitted", "clearance_missing"}

    state_facts(bureau)
    commit(bureau)
    answer = refused(bureau)
    assert rules_told(answer) == ["clearance_missing"]
    digest = fingerprint_told(answer)
    candidate = tree(bureau / ".releases/candidate")
    assert hashlib.sha256(candidate["manifest.json"]).hexdigest() == digest
    assert tree(bureau / "dist") == draft
    assert "candidate" not in zhengben(bureau, "rollback").stdout

    clear(bureau, digest)
    assert build(bureau, "--release").returncode == 0
    published = tree(bureau / "dist")
    assert published == candidate
    assert marked(bureau / "dist") == set()
    assert [name for name, content in published.items() if REVIEWER.encode() in content] == []


def test_a_clearance_is_of_what_was_looked_through(bureaus: dict[str, Path]) -> None:
    """After a word is changed, someone must look through it anew; what was published stays."""
    bureau = bureaus["small"]
    published = tree(bureau / "dist")
    page = next(iter(sorted((bureau / "content").rglob("*.md"))))
    page.write_text(page.read_text("utf-8") + "\n另作说明。\n", "utf-8")
    commit(bureau)
    answer = refused(bureau)
    assert rules_told(answer) == ["clearance_missing"]
    assert fingerprint_told(answer) != hashlib.sha256(published["manifest.json"]).hexdigest()
    assert tree(bureau / "dist") == published


def test_a_part_of_what_was_published_for_good_is_not_replaced_by_a_draft(bureaus: dict[str, Path]) -> None:
    """After the release: one output alone is refused, all together are a draft again, and one can go back."""
    bureau = bureaus["small"]
    published = tree(bureau / "dist")
    ran = build(bureau, "documents")
    assert (ran.returncode, tree(bureau / "dist")) == (2, published)
    assert "不能只把其中几种换成草稿" in ran.stderr
    assert build(bureau).returncode == 0
    assert marked(bureau / "dist")
    name = hashlib.sha256(published["manifest.json"]).hexdigest()[:16]
    listed = zhengben(bureau, "rollback").stdout
    assert re.search(rf"(?m)^{name} .*正式", listed)
    assert re.search(rf"(?m)^(?!{name}).*{DRAFT}.*现在公布的", listed)
    assert zhengben(bureau, "rollback", name).returncode == 0
    assert tree(bureau / "dist") == published


def test_a_release_is_never_a_part(bureaus: dict[str, Path]) -> None:
    """Whoever names outputs beside --release is told that it takes all of them."""
    ran = build(bureaus["small"], "site", "--release")
    assert ran.returncode == 2
    assert "一次发布全部" in ran.stderr


def state_facts(root: Path) -> None:
    """Give the facts that a release needs and the bureau has not stated, as examples."""
    papers = sorted((root / "data").glob("*/circulars/*.yml")) + sorted(
        (root / "data").glob("*/summaries/*.yml")
    )
    for paper in papers:
        text = paper.read_text("utf-8") + _SIGN_OFFS
        paper.write_text(text.replace("disclosure:\n", "disclosure:\n  published: 2030-01-02\n"), "utf-8")
    facts = root / "data/bureau.yml"
    text = facts.read_text("utf-8")
    contacts = "contacts:\n" if "contacts:" in text else "contacts:\n  address: 示例路1号\n"
    told = f"{contacts}  supervision_phone: 0000-0000000\n"
    facts.write_text(text.replace("contacts:\n", told) if "contacts:" in text else text + told, "utf-8")
    config = root / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "site_url: https://example.invalid/sfj/\n", "utf-8")
    dossier = read(root).dossier
    assert dossier is not None
    for number, year in dossier.years.items():
        folder = root / f"data/{number}/publications"
        folder.mkdir(exist_ok=True)
        documents = ", ".join(circular.number for circular in year.circulars)
        serial = len(year.publications) + 1
        (folder / f"{serial:03}.yml").write_text(
            f"number: {serial}\ndate: 2030-01-02\nwhere: [示例门户网站]\ndocuments: [{documents}]\n"
            "reason: 示例数据\nsample: yes\n",
            "utf-8",
        )
        if not year.approvals:
            commit(root)
            approved = zhengben(root, "approve", "--circular", year.circulars[0].number, "--sample")
            assert approved.returncode == 0, approved.stderr


def clear(root: Path, digest: str) -> None:
    """Record that someone has looked through what has this fingerprint, and commit it."""
    year = max(path.name for path in (root / "data").glob("[0-9]*"))
    folder = root / "data" / year / "clearances"
    folder.mkdir(exist_ok=True)
    (folder / "001.yml").write_text(
        f'number: 1\nmanifest: "{digest}"\nreviewer: {REVIEWER}\napprover: 示例批准人\ndate: 2030-01-02\nsample: yes\n',
        "utf-8",
    )
    commit(root)


def refused(root: Path) -> str:
    """What a release is refused with; it publishes nothing."""
    before = tree(root / "dist")
    ran = build(root, "--release")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "没有发布" in ran.stderr
    assert tree(root / "dist") == before
    return ran.stdout


def rules_told(answer: str) -> list[str]:
    """The rules of the errors in an answer."""
    return re.findall(r"(?m)^[^ ]+:[0-9]+:[0-9]+: 错误 \[([a-z_]+)\]", answer)


def fingerprint_told(answer: str) -> str:
    """The fingerprint that a clearance must name."""
    found = re.search("指纹是 ([0-9a-f]{64})", answer)
    assert found is not None
    return found[1]


def build(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Build a project."""
    return zhengben(root, "build", *arguments)


def zhengben(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as one does."""
    command = [sys.executable, "-m", "generator", "--project", root, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


def commit(root: Path) -> None:
    """Commit everything."""
    git(root, "add", "-A")
    git(root, "-c", "user.name=示例", "-c", "user.email=a@example.invalid", "commit", "-q", "-m", "x")


def git(root: Path, *arguments: str) -> None:
    """Run git."""
    subprocess.run(["git", "-C", root, *arguments], check=True)
