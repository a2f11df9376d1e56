"""One comment on a proposed change, made once and kept up to date, by the forge's own interface.

The token goes to the address that was asked for and nowhere else: an answer that points elsewhere is not followed.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any

_A_PAGE = 100
_PAGES = 50
"""So many pages of comments are looked through: nobody answers five thousand times."""
_SECONDS = 30


class ForgeError(Exception):
    """The forge did not do what was asked: why, in a Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Forge:
    """How a kind of forge wants to be asked: where comments are listed and changed, and how the token is sent."""

    listed: str
    one: str
    update: str
    author: tuple[str, str]
    header: str
    scheme: str = ""


FORGES = {
    "gitea": Forge(
        "/repos/{repository}/issues/{number}/comments",
        "/repos/{repository}/issues/comments/{id}",
        "PATCH",
        ("user", "login"),
        "Authorization",
        "token ",
    ),
    "github": Forge(
        "/repos/{repository}/issues/{number}/comments",
        "/repos/{repository}/issues/comments/{id}",
        "PATCH",
        ("user", "login"),
        "Authorization",
        "Bearer ",
    ),
    "gitlab": Forge(
        "/projects/{repository}/merge_requests/{number}/notes",
        "/projects/{repository}/merge_requests/{number}/notes/{id}",
        "PUT",
        ("author", "username"),
        "PRIVATE-TOKEN",
    ),
}
"""Forgejo is asked as Gitea is."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pull or merge request: its forge, the interface's address, the repository, the number, and our token there."""

    forge: Forge
    api: str
    repository: str
    number: int
    token: str

    def comment(self, text: str, mark: str, author: str, *, silent: bool) -> str:
        """Bring the one comment by `author` that begins with `mark` up to date, or make it unless it should be `silent`.

        Answers what was done: created, updated, same or silent. Raises `ForgeError`.
        """
        found = next((one for one in self._comments() if self._is_ours(one, mark, author)), None)
        if found is None:
            if silent:
                return "silent"
            self._ask("POST", self.forge.listed, {"body": text})
            return "created"
        if found["body"].strip() == text.strip():
            return "same"
        self._ask(self.forge.update, self.forge.one, {"body": text}, id=found["id"])
        return "updated"

    def _is_ours(self, comment: dict[str, Any], mark: str, author: str) -> bool:
        """Anyone may write our mark; only what we wrote ourselves is ours."""
        outer, inner = self.forge.author
        name = (comment.get(outer) or {}).get(inner)
        return name == author and str(comment.get("body", "")).startswith(mark)

    def _comments(self) -> Iterator[dict[str, Any]]:
        """All comments; a forge that knows no pages gives them all at once, and again when asked for more."""
        met: set[int] = set()
        for page in range(1, _PAGES + 1):
            given = self._ask("GET", f"{self.forge.listed}?per_page={_A_PAGE}&limit={_A_PAGE}&page={page}")
            fresh = [one for one in given if one["id"] not in met]
            yield from fresh
            met |= {one["id"] for one in fresh}
            if not fresh or len(given) < _A_PAGE:
                return

    def _ask(self, method: str, path: str, sent: dict[str, str] | None = None, **words: Any) -> Any:
        name = self.repository if self.forge is not FORGES["gitlab"] else _quoted(self.repository)
        address = self.api.rstrip("/") + path.format(repository=name, number=self.number, **words)
        request = urllib.request.Request(address, method=method)  # noqa: S310  # the scheme is checked in `proposal`
        request.add_header(self.forge.header, self.forge.scheme + self.token)
        request.add_header("Accept", "application/json")
        if sent is not None:
            request.data = json.dumps(sent).encode()
            request.add_header("Content-Type", "application/json")
        try:
            with _OPENER.open(request, timeout=_SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise ForgeError(f"代码平台没有照办：{method} {address} 答复 {error.code}") from None
        except (urllib.error.URLError, TimeoutError, ValueError) as error:
            raise ForgeError(f"问不到代码平台：{address}（{error}）") from None


def proposal(forge: str, api: str, repository: str, number: int, token: str) -> Proposal:
    """A proposal on a forge. Raises `ForgeError` for an address that is none."""
    if urllib.parse.urlsplit(api).scheme not in ("http", "https"):
        raise ForgeError(f"接口地址写法不对：{api}")
    if not token or not token.isascii() or any(char.isspace() for char in token):
        raise ForgeError("没有令牌，或令牌写法不对：请设置环境变量 ZHENGBEN_TOKEN")
    return Proposal(FORGES[forge], api, repository, number, token)


def _quoted(name: str) -> str:
    return urllib.parse.quote(name, safe="")


class _NotElsewhere(urllib.request.HTTPRedirectHandler):
    """Follows nothing: the token would go along."""

    def redirect_request(  # noqa: PLR0917  # the standard library's signature
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        """Refuse, so that the answer is an error."""


_OPENER = urllib.request.build_opener(_NotElsewhere)
