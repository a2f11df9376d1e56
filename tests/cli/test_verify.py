"""`zhengben verify` tells whether what was published is whole, unaltered, signed, and what the data say."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from generator.cli import BROKEN_RULE, UNDECIDED, zhengben
from generator.pipeline import OUTPUTS, build
from generator.plugin import build_site
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of
from tests.sites import broken_links, tree


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small bureau in a repository of its own, built from its commit."""
    root = copy_of(SMALL_BUREAU, tmp_path_factory.mktemp("verify") / "repository" / "small")
    (root / "theme").unlink()
    shutil.copytree(REPOSITORY / "theme", root / "theme")
    top = root.parent
    (top / ".gitignore").write_text("dist\n.releases/\n.fonts/\n", "utf-8")
    for words in ("init -q", "add .", "-c user.name=a -c user.email=a@b commit -q -m Start"):
        git(top, *words.split())
    built_from = git(top, "rev-parse", "HEAD")
    published, problems = build(root, OUTPUTS, build_site, built_from)
    assert published, problems
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil; a copy of the files, not of the link to them."""
    shutil.copytree(built.parent, tmp_path / "copy", symlinks=True)
    root = tmp_path / "copy" / "small"
    (root / "dist").unlink()
    shutil.copytree(built / "dist", root / "dist")
    return root


def git(folder: Path, *arguments: str) -> str:
    """Run git."""
    command = ("git", "-C", str(folder), *arguments)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def verify(root: Path, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(zhengben, ["--project", str(root), "verify", *arguments], standalone_mode=False)


def test_what_was_published_and_not_touched_is_right(built: Path) -> None:
    """The table says how many values of each format were compared."""
    result = verify(built)
    assert result.return_value == 0, result.output
    assert "不同 0，缺少 0，多出 0。" in result.output
    assert "核对无误" in result.output
    assert "注意" not in result.output
    for form in ("html", "pdf", "docx", "xlsx", "csv", "json"):
        assert f"│ {form}" in result.output


def test_files_altered_gone_or_added_are_named(project: Path) -> None:
    """By the manifest, whatever they hold."""
    (project / "dist/site/feed.xml").write_bytes(b"<feed/>")
    (project / "dist/site/about.html").unlink(missing_ok=True)
    (project / "dist/site/guide.html").unlink()
    (project / "dist/site/new.txt").write_text("x")
    result = verify(project)
    assert result.return_value == BROKEN_RULE
    for told in ("不同 site/feed.xml", "缺少 site/guide.html", "多出 site/new.txt", "核对不符"):
        assert told in result.output


def test_data_that_have_changed_since_are_told_value_by_value(project: Path) -> None:
    """With the file, the place, what it should say and what it says."""
    file = project / "data/2021/indicators/JS01.yml"
    file.write_text(file.read_text("utf-8").replace("按完成比例得分。", "按比例得分。", 1), "utf-8")
    result = verify(project)
    assert result.return_value == BROKEN_RULE
    assert "注意：发布的数据版本是" in result.output
    assert "JS01-1 scoring 应为“按比例得分。”，写的是“按完成比例得分。" in result.output


def test_a_folder_without_a_manifest_cannot_be_judged(project: Path, tmp_path: Path) -> None:
    """Nor one whose manifest is broken; exit 2."""
    (tmp_path / "empty").mkdir()
    assert verify(project, str(tmp_path / "empty")).return_value == UNDECIDED
    (project / "dist/manifest.json").write_text("[]")
    assert verify(project).return_value == UNDECIDED


def test_a_commit_built_once_more_gives_the_same_bytes(built: Path) -> None:
    """From a clean checkout, elsewhere."""
    result = verify(built, "--commit", "HEAD")
    assert result.return_value == 0, result.output
    assert "由 HEAD 重新生成：相同 " in result.output


def test_a_site_offers_its_sheets_if_it_is_built_with_them_and_is_right_either_way(project: Path) -> None:
    """Built alone it leads to none, though those of the build before stay beside it."""
    site = project / "dist/site"
    assert (site / "boards/2021/plan-poster.pdf").read_bytes() == (
        project / "dist/board/2021/plan-poster.pdf"
    ).read_bytes()
    for page in ("downloads.html", "2021/boards/index.html"):
        assert "boards/2021/plan-poster.pdf" in unquote((site / page).read_text("utf-8")).replace("../", "")
    shutil.rmtree(project / "dist")
    for outputs in (("site", "board"), ("site",)):
        published, problems = build(project, outputs, build_site, git(project, "rev-parse", "HEAD"))
        assert published, problems
    assert (project / "dist/board/2021/plan-poster.pdf").is_file()
    assert "plan-poster.pdf" not in (site / "downloads.html").read_text("utf-8")
    assert list(broken_links(tree(site))) == []
    assert verify(project, "--commit", "HEAD").return_value == 0


def test_what_another_commit_gives_is_told_file_by_file(project: Path) -> None:
    """Which files differ; a commit that git does not know leaves nothing to decide."""
    page = project / "content/pages/guide.md"
    page.write_text(page.read_text("utf-8") + "\n另外一句。\n", "utf-8")
    git(project.parent, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-a", "-m", "Say more")
    result = verify(project, "--commit", "HEAD")
    assert result.return_value == BROKEN_RULE
    assert "不同 site/guide.html" in result.output
    assert verify(project, "--commit", "nowhere").exit_code == 1


@pytest.mark.needs("ssh-keygen")
def test_a_signature_counts_if_its_signer_is_on_the_list_and_nothing_has_changed(
    project: Path, tmp_path: Path
) -> None:
    """`build --sign` signs; another key, or another manifest, does not count."""
    keys = {name: _key(tmp_path, name) for name in ("clerk", "stranger")}
    lists = {}
    for name, key in keys.items():
        lists[name] = tmp_path / f"{name}.signers"
        lists[name].write_text(f"{name}@example.com {key.with_suffix('.pub').read_text()}")
    assert "签名：没有" in verify(project, "--signers", str(lists["clerk"])).output
    shutil.rmtree(project / "dist")
    arguments = ["--project", str(project), "build", "--sign", str(keys["clerk"])]
    signed = CliRunner().invoke(zhengben, arguments, standalone_mode=False)
    assert signed.return_value == 0, signed.output
    result = verify(project, "--signers", str(lists["clerk"]))
    assert result.return_value == 0, result.output
    assert "签名：clerk@example.com，有效。" in result.output
    assert verify(project, "--signers", str(lists["stranger"])).return_value == BROKEN_RULE
    manifest = project / "dist/manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace("outputs", "outputs", 1) + " ", "utf-8")
    assert verify(project, "--signers", str(lists["clerk"])).return_value == BROKEN_RULE


def _key(folder: Path, name: str) -> Path:
    command = ("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(folder / name))
    subprocess.run(command, check=True)
    return folder / name
