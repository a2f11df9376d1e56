"""The scripts that workflows call, against real repositories: forks, moved bases, force-pushes, shallow clones."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.pipeline import read
from generator.render.review.as_markdown import MARK
from tests.cli.test_review import LATER, TARGET, edit, git
from tests.forges.repositories import PROPOSED, Scene, commit_all, run, scene

SENTENCE = "目标 JS01\\-1 的完成时限由2021年11月30日推迟到12月31日"


@pytest.fixture
def forge(tmp_path: Path) -> Scene:
    """A forge with a bureau on it."""
    return scene(tmp_path)


def merge_on_base(forge: Scene, old: str, new: str, file: str = TARGET) -> None:
    """Somebody else's change is merged while the proposal waits."""
    other = forge.forge.parent / "other"
    git(other.parent, "clone", "--quiet", str(forge.forge), str(other))
    edit(other, old, new, file)
    commit_all(other)
    git(other, "push", "--quiet", "origin", "HEAD:main")


def test_a_proposal_is_reviewed_as_data(forge: Scene) -> None:
    """Reports in every form and a preview; nothing of it stands in the job's folder."""
    edit(forge.stranger, *LATER)
    forge.propose()
    forge.checkout()
    assert forge.fetch().returncode == 0
    done = forge.review()
    assert done.returncode == 0, done.stderr
    assert SENTENCE in forge.report()
    assert "::notice" in done.stdout or "::warning" in done.stdout
    written = {path.name for path in (forge.job / "out").iterdir()}
    assert written >= {"review.md", "review.html", "review.json", "review.xml", "preview.zip", "check.txt"}
    assert git(forge.job, "status", "--porcelain") == ""
    assert LATER[0] in (forge.job / TARGET).read_text("utf-8")
    with zipfile.ZipFile(forge.job / "out" / "preview.zip") as preview:
        index = preview.read("index.html").decode()
        assert "after/2021/targets/js01-1.html" in index.lower()
        page = next(name for name in preview.namelist() if name.lower() == "after/2021/targets/js01-1.html")
        assert "12月31日" in preview.read(page).decode()
        assert preview.read(page) != preview.read(page.replace("after/", "before/"))


def test_what_was_merged_meanwhile_is_not_laid_at_the_proposal_s_door(forge: Scene) -> None:
    """The base moved: only what the proposal itself changes is told."""
    edit(forge.stranger, *LATER)
    forge.propose()
    merge_on_base(forge, "post: 馆长", "post: 档案馆馆长", "data/2021/organisation.yml")
    forge.checkout()
    forge.fetch()
    assert forge.review().returncode == 0
    assert SENTENCE in forge.report()
    assert "馆长" not in forge.report()


def test_two_changes_that_are_each_right_are_judged_together(forge: Scene) -> None:
    """Both give a quarter of a point to the same indicator, each to another target: merged they break the sum."""
    second = TARGET.replace("JS01", "JS02")
    given = [(TARGET, "points: 10", "points: 10.25"), (second, "points: 8", "points: 7.75")]
    given += [(second, "points: 3\n", "points: 2.75\n")]
    for root, own in (
        (forge.stranger, ("points: 6.25", "points: 6.50")),
        (None, ("points: 3.75", "points: 4.00")),
    ):
        other = root or forge.forge.parent / "other"
        if root is None:
            git(other.parent, "clone", "--quiet", str(forge.forge), str(other))
        for file, old, new in (*given, (TARGET, *own)):
            edit(other, old, new, file)
        assert read(other).publishable
        commit_all(other)
    forge.propose()
    git(forge.forge.parent / "other", "push", "--quiet", "origin", "HEAD:main")
    forge.checkout()
    forge.fetch()
    done = forge.review()
    assert (done.returncode, "points_do_not_sum" in done.stdout) == (1, True)
    assert "不能合并" in forge.report()


def test_a_conflict_with_the_base_is_told(forge: Scene) -> None:
    """There is no merged state to judge: exit status 2 and a comment that says what to do."""
    edit(forge.stranger, *LATER)
    forge.propose()
    merge_on_base(forge, LATER[0], "deadline: 2021-10-31")
    forge.checkout()
    forge.fetch()
    done = forge.review()
    assert (done.returncode, "冲突" in forge.report()) == (2, True)


def test_a_force_push_is_reviewed_as_it_is_now(forge: Scene) -> None:
    """What was pushed before is forgotten."""
    edit(forge.stranger, *LATER)
    forge.propose()
    forge.checkout()
    forge.fetch()
    git(forge.stranger, "reset", "--quiet", "--hard", "HEAD~1")
    edit(forge.stranger, "id: JS01", "# 一句话\nid: JS01")
    forge.propose(force=True)
    assert forge.fetch().returncode == 0
    assert forge.review().returncode == 0
    assert forge.report() == f"{MARK}\n没有实质变化。\n"


def test_a_shallow_checkout_fetches_the_rest(forge: Scene) -> None:
    """A job that took only the newest commit still finds where both began."""
    edit(forge.stranger, *LATER)
    forge.propose()
    for number in range(3):
        merge_on_base(forge, "id: JS01", f"# {number}\nid: JS01")
        (forge.forge.parent / "other").rename(forge.forge.parent / f"other-{number}")
    forge.checkout("--depth", "1")
    assert forge.fetch().returncode == 0
    assert forge.review().returncode == 0
    assert SENTENCE in forge.report()


def test_a_shallow_checkout_without_the_base_is_never_clean(forge: Scene) -> None:
    """A base that is not there leaves nothing to compare with."""
    base = git(forge.stranger, "rev-parse", "HEAD")
    merge_on_base(forge, "id: JS01", "# 一\nid: JS01")
    forge.checkout("--depth", "1")
    done = forge.review(base, "HEAD")
    assert (done.returncode, "没有基准" in forge.report()) == (2, True)


@pytest.mark.parametrize("name", ["no-such", "--help", "HEAD~99", ""])
def test_an_unknown_side_is_never_clean(forge: Scene, name: str) -> None:
    """Whichever side, whatever the name looks like."""
    forge.checkout()
    assert forge.review("HEAD", name).returncode == 2  # could not decide
    assert forge.review(name, "HEAD").returncode == 2  # could not decide
    assert "不能合并" in forge.report()


def test_an_unrelated_history_is_never_clean(forge: Scene) -> None:
    """Somebody pushed another project."""
    git(forge.stranger, "checkout", "--quiet", "--orphan", "other")
    edit(forge.stranger, *LATER)
    forge.propose()
    forge.checkout()
    forge.fetch()
    done = forge.review()
    assert (done.returncode, "没有共同的历史" in forge.report()) == (2, True)


@pytest.mark.parametrize("text", ["id: [", "", "id: JS01\nid: JS01\n"])
def test_broken_yaml_is_never_clean(forge: Scene, text: str) -> None:
    """The comment says that nothing was reviewed, and none of the stranger's words."""
    (forge.stranger / TARGET).write_text(text)
    forge.propose()
    forge.checkout()
    forge.fetch()
    done = forge.review()
    assert (done.returncode, "没有审核" in forge.report()) == (2, True)


def test_a_report_of_before_does_not_stand_for_one_that_failed(forge: Scene) -> None:
    """The folder of an earlier run says nothing of this one."""
    edit(forge.stranger, *LATER)
    forge.propose()
    forge.checkout()
    forge.fetch()
    assert forge.review().returncode == 0
    (forge.stranger / TARGET).write_text("id: [")
    forge.propose()
    forge.fetch()
    assert forge.review().returncode == 2  # could not decide
    assert {path.name for path in (forge.job / "out").iterdir()} == {"review.md", "check.txt", "merged"}
    assert SENTENCE not in forge.report()


def test_nothing_of_a_proposal_runs(forge: Scene) -> None:
    """Scripts, templates, hooks, filters, settings of the site and the policy of a stranger stay unread."""
    trap = forge.forge.parent / "trapped"
    hook = f"#!/bin/sh\ntouch {trap}\n"
    for name in (
        ".ci/review",
        ".ci/fetch",
        ".ci/hooks/post-checkout",
        "generator/cli/__init__.py",
        "sitecustomize.py",
    ):
        path = forge.stranger / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(hook if name.startswith(".ci") else f"open({str(trap)!r}, 'w')\n")
    (forge.stranger / ".gitattributes").write_text("* filter=evil merge=evil diff=evil export-ignore\n")
    (forge.stranger / "theme").unlink()
    (forge.stranger / "theme" / "site").mkdir(parents=True)
    (forge.stranger / "theme" / "site" / "home.html.j2").write_text("{{ ''.__class__ }}")
    config = (forge.stranger / "site_config.yml").read_text()
    (forge.stranger / "site_config.yml").write_text(f"{config}hooks:\n  - sitecustomize.py\n")
    edit(forge.stranger, *LATER)
    forge.propose()
    forge.checkout()
    forge.fetch()
    done = forge.review()
    assert done.returncode == 0, done.stderr
    assert not trap.exists()
    assert "个文件不是数据和文稿" in forge.report()
    assert (forge.job / "out" / "preview.zip").exists()


def test_a_policy_does_not_permit_its_own_change(forge: Scene) -> None:
    """A waiver that comes with what it would let pass is not heeded."""
    target = forge.stranger / TARGET
    lines = target.read_text("utf-8").splitlines()
    number = next(index for index, line in enumerate(lines) if line.strip().startswith("text:"))
    lines[number] = "    text: 接待群众来信来访并答复。"
    target.write_text("\n".join(lines) + "\n", "utf-8")
    (forge.stranger / "data" / "policy.yml").write_text(
        "waivers:\n  - rule: name_reused\n    target: JS01-1\n    reason: 另行发文\n    expires: 2999-12-31\n"
    )
    forge.propose()
    forge.checkout()
    forge.fetch()
    done = forge.review()
    assert done.returncode == 1, done.stdout
    assert "禁止" in forge.report()


def test_an_old_day_of_commit_does_not_make_a_deadline_younger(
    forge: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether a deadline had passed is judged by the day of the review, whatever day a stranger wrote."""
    edit(forge.stranger, LATER[0], "deadline: 2021-12-30")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2021-01-02T00:00:00Z")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2021-01-02T00:00:00Z")
    forge.propose()
    monkeypatch.delenv("GIT_COMMITTER_DATE")
    monkeypatch.delenv("GIT_AUTHOR_DATE")
    forge.checkout()
    forge.fetch()
    forge.review()
    assert "重大" in forge.report()


def test_the_token_is_shown_to_the_forge_and_kept_nowhere(forge: Scene) -> None:
    """Not in the repository's settings, not in what is printed."""
    edit(forge.stranger, *LATER)
    forge.propose()
    forge.checkout()
    done = run(forge.job, ".ci/fetch", "refs/pull/1/head", ZHENGBEN_TOKEN="t0k3n")
    assert done.returncode == 0
    assert git(forge.job, "rev-parse", PROPOSED)
    everything = done.stdout + done.stderr + (forge.job / ".git" / "config").read_text()
    assert "t0k3n" not in everything
    assert "Authorization" not in everything


def test_a_pull_request_that_is_not_there_is_never_clean(forge: Scene) -> None:
    """Nothing is fetched, and the job stops."""
    forge.checkout()
    assert forge.fetch(9).returncode != 0
    assert forge.review().returncode == 2  # could not decide
