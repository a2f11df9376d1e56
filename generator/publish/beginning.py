"""What a fresh bureau begins with: the program, a skeleton of data and prose to be filled, and the forge's workflows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

_CARRIED = (
    *("generator", "theme", "docs/handbook", "docs/rules.md", "docs/inspect.md", "docs/licences.md"),
    *(".ci/fetch", ".ci/review", ".ci/hooks", ".gitattributes", ".gitignore", ".vscode", "LICENSE"),
    *("Makefile", "pyproject.toml", "requirements.lock"),
)
"""What every project holds of the program, so that it can be built and reviewed by what is on its own main branch."""
_LEFT = ("__pycache__", ".pyc")
_EXECUTABLE = ".ci/"
_YEAR = "YEAR"


class _Blanks(Template):
    """A text with words to be filled in that begin with @@; workflows have $ of their own."""

    delimiter = "@@"


@dataclass(frozen=True, slots=True)
class Workflows:
    """A kind of forge: where its files go, and what they say differently there."""

    files: Mapping[str, str]
    words: Mapping[str, str]


_CHECKOUT = "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2"
_FOURTH = {
    "upload": "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
    "download": "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0",
}
_THIRD = {
    "upload": "actions/upload-artifact@a8a3f3ad30e3422c9c7b888a15615d19a852ae32 # v3.1.3",
    "download": "actions/download-artifact@9bc31d5ccc31df68ecc42ccf4149144866c47d8a # v3.0.2",
}
"""Gitea and Forgejo keep artifacts as GitHub did before its fourth version."""


def _actions(folder: str, owners: str, **words: str) -> Workflows:
    files = {f"{folder}/workflows/{name}": f"actions/{name}" for name in ("plan.yml", "comment.yml")}
    return Workflows(files | {"CODEOWNERS": owners}, {"checkout": _CHECKOUT, **words})


FORGES: Mapping[str, Workflows] = {
    "forgejo": _actions(".forgejo", "CODEOWNERS.regex", forge="gitea", author="forgejo-actions", **_THIRD),
    "gitea": _actions(".gitea", "CODEOWNERS.regex", forge="gitea", author="gitea-actions", **_THIRD),
    "github": _actions(".github", "CODEOWNERS", forge="github", author="github-actions[bot]", **_FOURTH),
    "gitlab": Workflows({".gitlab-ci.yml": "gitlab/.gitlab-ci.yml", "CODEOWNERS": "CODEOWNERS"}, {}),
}


def workflows(program: Path, forge: str, owner: str, branch: str) -> dict[str, bytes]:
    """The files that a forge acts upon, by path, from the templates of the program at a folder."""
    kind = FORGES[forge]
    words = {**kind.words, "owner": owner, "branch": branch}
    return {
        path: _filled(program / "theme" / "forges" / template, words) for path, template in kind.files.items()
    }


def skeleton(program: Path, name: str, code: str, region: str, year: int) -> dict[str, bytes]:
    """Data, prose and options of a bureau that has still to write its own; sound, and marked as an example."""
    words = {"name": name, "code": code, "region": region, "year": str(year), "next": str(year + 1)}
    words["short"] = name.removeprefix(region) if name != region else name
    folder = program / "theme" / "new"
    return {
        path.relative_to(folder).as_posix().replace(_YEAR, str(year)): _filled(path, words)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def carried(program: Path) -> Iterator[tuple[str, bytes, bool]]:
    """The program's own files that a project holds: path, content, and whether it can be run."""
    for name in _CARRIED:
        top = program / name
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and not path.is_symlink() and not any(part in str(path) for part in _LEFT):
                relative = path.relative_to(program).as_posix()
                yield relative, path.read_bytes(), relative.startswith(_EXECUTABLE)


def _filled(template: Path, words: Mapping[str, str]) -> bytes:
    return _Blanks(template.read_text("utf-8")).substitute(words).encode()
