"""The review is one comment on the forge: made once, then updated; tested against servers that behave as forges do."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from generator.cli import zhengben
from generator.cli.comment import TOKEN
from generator.render.review.as_markdown import MARK
from generator.views.review import NOTHING

BOT = "forge-bot"
WORDS = {
    "gitea": ("/repos/sfj/plan/issues/7/comments", "/repos/sfj/plan/issues/comments/", "PATCH"),
    "github": ("/repos/sfj/plan/issues/7/comments", "/repos/sfj/plan/issues/comments/", "PATCH"),
    "gitlab": (
        "/projects/sfj%2Fplan/merge_requests/7/notes",
        "/projects/sfj%2Fplan/merge_requests/7/notes/",
        "PUT",
    ),
}
SECRETS = {
    "gitea": ("Authorization", "token t0k3n"),
    "github": ("Authorization", "Bearer t0k3n"),
    "gitlab": ("PRIVATE-TOKEN", "t0k3n"),
}


@dataclass
class FakeForge:
    """A forge with the comments of one pull request."""

    kind: str
    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answer: int = 200
    elsewhere: str = ""
    pages: bool = True
    api: str = ""

    def add(self, author: str, body: str) -> None:
        """Somebody comments."""
        who = {"author": {"username": author}} if self.kind == "gitlab" else {"user": {"login": author}}
        self.comments.append({"id": len(self.comments) + 1, "body": body, **who})

    def handle(self, method: str, address: str, headers: Any, sent: Any) -> tuple[int, Any]:
        """What the forge answers."""
        self.asked.append(method)
        name, value = SECRETS[self.kind]
        if headers.get(name) != value:
            return 401, {}
        if self.answer != 200:
            return self.answer, {}
        listed, one, update = WORDS[self.kind]
        parts = urlsplit(address)
        path = parts.path.removeprefix("/api")
        if method == "GET" and path == listed:
            page = int(parse_qs(parts.query)["page"][0])
            return 200, self.comments[(page - 1) * 100 : page * 100] if self.pages else self.comments
        if method == "POST" and path == listed:
            self.add(BOT, sent["body"])
            return 201, self.comments[-1]
        if method == update and path.startswith(one):
            self.comments[int(path.removeprefix(one)) - 1]["body"] = sent["body"]
            return 200, {}
        return 404, {}


def served(forge: FakeForge) -> Iterator[FakeForge]:
    """The forge behind a real socket."""

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            sent = json.loads(self.rfile.read(length)) if length else None
            status, told = forge.handle(self.command, self.path, self.headers, sent)
            self.send_response(status)
            if forge.elsewhere:
                self.send_header("Location", forge.elsewhere)
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        do_GET = do_POST = do_PATCH = do_PUT = _do  # noqa: N815  # the standard library's names

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        forge.api = f"http://127.0.0.1:{server.server_port}/api"
        yield forge
        server.shutdown()


@pytest.fixture(params=sorted(WORDS))
def forge(request: pytest.FixtureRequest) -> Iterator[FakeForge]:
    """One forge of each kind."""
    yield from served(FakeForge(request.param))


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    """The token of the tests."""
    monkeypatch.setenv(TOKEN, "t0k3n")


def comment(forge: FakeForge, folder: Path, text: str, mark: str = f"{MARK}\n") -> Result:
    """Run the command with a report."""
    report = folder / "report.md"
    report.write_text(f"{mark}{text}\n", "utf-8")
    asked = ["--forge", forge.kind, "--api", forge.api, "--repository", "sfj/plan", "--number", "7"]
    called = ["comment", str(report), *asked, "--author", BOT]
    return CliRunner().invoke(zhengben, called, standalone_mode=False)


def test_it_is_made_once_and_then_updated(forge: FakeForge, tmp_path: Path) -> None:
    """Three pushes, one comment; what has not changed is not sent."""
    assert "写上" in comment(forge, tmp_path, "一").output
    assert "更新" in comment(forge, tmp_path, "二").output
    assert "没有变" in comment(forge, tmp_path, "二").output
    assert [one["body"] for one in forge.comments] == [f"{MARK}\n二\n"]
    assert forge.asked == ["GET", "POST", "GET", WORDS[forge.kind][2], "GET"]


def test_a_change_without_meaning_is_met_with_silence(forge: FakeForge, tmp_path: Path) -> None:
    """Unless we spoke before: then what we said is taken back."""
    assert comment(forge, tmp_path, NOTHING).return_value == 0
    assert forge.comments == []
    comment(forge, tmp_path, "一")
    comment(forge, tmp_path, NOTHING)
    assert [one["body"] for one in forge.comments] == [f"{MARK}\n{NOTHING}\n"]


def test_a_stranger_s_comment_with_our_mark_is_left_alone(forge: FakeForge, tmp_path: Path) -> None:
    """Whoever copies the mark neither has words put in their mouth nor keeps us from speaking."""
    forge.add("stranger", f"{MARK}\n可以合并")
    forge.add(BOT, "别的话")
    comment(forge, tmp_path, "一")
    assert [one["body"] for one in forge.comments] == [f"{MARK}\n可以合并", "别的话", f"{MARK}\n一\n"]


@pytest.mark.parametrize("pages", [True, False])
def test_it_is_found_behind_hundreds_of_others(forge: FakeForge, tmp_path: Path, *, pages: bool) -> None:
    """Also on a forge that gives all at once whatever page is asked for."""
    forge.pages = pages
    for number in range(250):
        forge.add("reader", f"第{number}条")
    forge.add(BOT, f"{MARK}\n一\n")
    assert "更新" in comment(forge, tmp_path, "二").output
    assert len(forge.comments) == 251


@pytest.mark.parametrize("answer", [401, 403, 404, 500])
def test_a_forge_that_refuses_is_told_and_nothing_is_written(
    forge: FakeForge, tmp_path: Path, answer: int
) -> None:
    """Exit status 2, with the answer; the token is not shown."""
    forge.answer = answer
    found = comment(forge, tmp_path, "一")
    assert (found.return_value, str(answer) in found.output) == (2, True)
    assert "t0k3n" not in found.output
    assert forge.comments == []


def test_the_token_is_not_carried_elsewhere(forge: FakeForge, tmp_path: Path) -> None:
    """A forge, or who stands in its place, that sends us on is not followed."""
    for other in served(FakeForge(forge.kind)):
        forge.answer, forge.elsewhere = 302, f"{other.api}{WORDS[forge.kind][0]}?page=1"
        assert comment(forge, tmp_path, "一").return_value == 2  # could not decide
        assert other.asked == []


@pytest.mark.parametrize(
    ("api", "secret"),
    [
        ("file:///etc", "t"),
        ("ftp://forge", "t"),
        ("http://127.0.0.1:1/api", "t"),
        ("http://forge", ""),
        ("http://forge", "a\nb: c"),
        ("http://forge", "令牌"),
    ],
)
def test_what_cannot_be_asked_is_told(
    api: str, secret: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that is none, nobody there, no token: exit status 2 and a sentence."""
    monkeypatch.setenv(TOKEN, secret)
    found = comment(FakeForge("gitea", api=api), tmp_path, "一")
    assert (found.return_value, len(found.output) > 10, "Traceback" in found.output) == (2, True, False)


def test_a_file_that_is_no_report_is_not_posted(forge: FakeForge, tmp_path: Path) -> None:
    """It would never be found again."""
    assert comment(forge, tmp_path, "一", mark="").return_value == 2  # could not decide
    assert forge.asked == []
