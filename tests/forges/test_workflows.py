"""The workflows that `zhengben new` hands out: sound by the forges' grammars, and without ways in for a stranger."""

from __future__ import annotations

import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.publish.beginning import FORGES, workflows
from generator.render.review.as_markdown import MARK
from tests.conftest import REPOSITORY

ACTIONS = sorted(set(FORGES) - {"gitlab"})
GUARDED = [
    "data/2019/approvals/001.yml",
    "data/2019/locks/q1.yml",
    "data/2019/errata/001.yml",
    "data/policy.yml",
    "data/privacy.yml",
    ".ci/review",
    "CODEOWNERS",
    "generator/cli/check.py",
    "theme/site/home.html.j2",
    "site_config.yml",
]
FREE = ["data/2019/indicators/ZD01.yml", "content/pages/about.md", "data/2019/progress/q1/a.yml"]


@pytest.fixture(params=sorted(FORGES))
def handed(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """A forge, and a folder with the files that are handed out for it."""
    for path, content in workflows(REPOSITORY, request.param, "@office", "trunk").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return request.param, tmp_path


def files(folder: Path) -> list[Path]:
    """The workflows."""
    return sorted(path for path in folder.rglob("*.yml"))


def program(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the test environment."""
    called = [str(Path(sys.executable).with_name(name)), *arguments]
    return subprocess.run(called, check=False, capture_output=True, text=True)


def test_they_are_written_as_the_forge_reads_them(handed: tuple[str, Path]) -> None:
    """By the published schemas; Gitea and Forgejo read what GitHub reads."""
    forge, folder = handed
    kind = ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    schema = kind if forge == "gitlab" else ["vendor.github-workflows"]
    done = program("check-jsonschema", "--builtin-schema", *schema, *map(str, files(folder)))
    assert done.returncode == 0, done.stdout
    assert len(files(folder)) == (1 if forge == "gitlab" else 2)


@pytest.mark.parametrize("forge", ACTIONS)
def test_an_auditor_finds_no_way_in(forge: str, tmp_path: Path) -> None:
    """No words of a stranger in scripts, no loose permissions, no kept credentials, actions by their content."""
    for path, content in workflows(REPOSITORY, forge, "@office", "trunk").items():
        place = tmp_path / ".github" / "workflows" / Path(path).name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    done = program(
        "zizmor", "--offline", "--no-config", "--persona", "auditor", "--no-progress", str(tmp_path)
    )
    assert done.returncode == 0, done.stdout
    spoiled = tmp_path / ".github" / "workflows" / "plan.yml"
    spoiled.write_text(spoiled.read_text("utf-8").replace("pull_request:", "pull_request_target:"), "utf-8")
    assert program("zizmor", "--offline", "--no-config", "--no-progress", str(tmp_path)).returncode != 0


@pytest.mark.parametrize("forge", ACTIONS)
def test_no_job_that_may_write_or_holds_a_secret_takes_what_a_stranger_proposes(forge: str) -> None:
    """Only the base is checked out; what may write runs for the project's own branches or when a maintainer says so."""
    for path, content in workflows(REPOSITORY, forge, "@office", "trunk").items():
        if not path.endswith(".yml"):
            continue
        told = yaml.safe_load(content)
        events = told[True]  # YAML takes `on` for yes
        assert "pull_request_target" not in events
        assert told["permissions"] == {}
        for job in told["jobs"].values():
            assert not [step for step in checkouts(job) if "head" in str(step.get("with", {}).get("ref", ""))]
            writes = "write" in job["permissions"].values()
            trusted = "head.repo.full_name == github.repository" in job.get("if", "")
            assert not writes or trusted or set(events) == {"workflow_dispatch"}
        assert b"secrets." not in content


def checkouts(job: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps that write files of the repository."""
    return [step for step in job["steps"] if "checkout" in step.get("uses", "")]


def test_a_gitlab_token_stays_on_the_default_branch() -> None:
    """The job for merge requests names no token; the one that does runs where the variable is protected."""
    told = yaml.safe_load(workflows(REPOSITORY, "gitlab", "@office", "trunk")[".gitlab-ci.yml"])
    assert told["variables"]["GIT_CHECKOUT"] == "false"
    jobs = {name: job for name, job in told.items() if isinstance(job, dict) and "script" in job}
    assert "ZHENGBEN_TOKEN" not in str(jobs["review"])
    assert all("CI_DEFAULT_BRANCH" in rule["if"] for rule in jobs["comment"]["rules"])
    assert all("merge_request" in rule["if"] for rule in jobs["review"]["rules"])


def test_the_scripts_they_call_are_there_and_can_be_run(handed: tuple[str, Path]) -> None:
    """Each `.ci/…` that a workflow names is a file of the program."""
    for path in files(handed[1]):
        for name in set(re.findall(r"\.ci/[a-z]+", path.read_text("utf-8"))):
            assert (REPOSITORY / name).stat().st_mode & 0o111, name


def test_approvals_locks_errata_privacy_and_workflows_have_owners(handed: tuple[str, Path]) -> None:
    """Each is met by a line of CODEOWNERS, as that forge reads it; what clerks edit every day is not."""
    forge, folder = handed
    lines = [
        line.split() for line in (folder / "CODEOWNERS").read_text("utf-8").splitlines() if line[0] != "#"
    ]
    assert {owner for _, owner in lines} == {"@office"}
    guarded = [path.relative_to(folder).as_posix() for path in files(folder)]
    for name in (*GUARDED, *guarded):
        assert any(meets(forge, pattern, name) for pattern, _ in lines), name
    assert not [name for name in FREE if any(meets(forge, pattern, name) for pattern, _ in lines)]


def meets(forge: str, pattern: str, name: str) -> bool:
    """Gitea and Forgejo read regular expressions of whole paths, the others what .gitignore reads."""
    if forge in ("gitea", "forgejo"):
        return re.fullmatch(pattern, name) is not None
    inside = f"{pattern}*" if pattern.endswith("/") else pattern
    return fnmatch(f"/{name}", inside)


def test_the_mark_of_a_failed_review_is_that_of_a_review() -> None:
    """So that the one comment is found again."""
    assert MARK in (REPOSITORY / ".ci" / "review").read_text("utf-8")
