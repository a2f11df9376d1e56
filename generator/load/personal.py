"""The privacy gate at the way in: personal data in the files of a project, and the allowances that let some pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from generator.compute.newest import newest_day
from generator.compute.personal import personal, plainly
from generator.load.files import Files
from generator.load.refusals import Refusal
from generator.model.dossier import Dossier
from generator.problem import Place, Problem

PERSONAL_SOURCE = Refusal(
    "personal_source",
    "数据或文稿里有个人信息。身份证号、手机号、银行卡号、护照和通行证号、个人邮箱、家庭住址不得公开，项目的文件本身也会被很多人看到；"
    "写成全角或汉字、中间加空格或横线、断成两行或几格的，也都算。",
    "work: 联系人手机 138 0013 8000，逐户通知。",
    "work: 由股室值班电话逐户通知。",
)
ALLOWANCE_UNUSED = Refusal(
    "allowance_unused",
    "privacy.yml 里有一条用不上。内容已经没有了，或者有一字之差；留着它，以后同样的内容就会悄悄放过。",
    "- {words: 13800138000, …}，而文件里已经没有这个号码",
    "删去这一条",
)
ALLOWANCE_EXPIRED = Refusal(
    "allowance_expired",
    "privacy.yml 里有一条过期了。是不是过期，按数据里最近的一次印发、上报或更正的日期来算，不看当天的日期。",
    "expires: 2019-06-30，而 2019 年第三季度的报表已经上报",
    "expires: 2020-06-30（重新批准以后）",
)
PRIVACY_REFUSALS = {one.id: one for one in (PERSONAL_SOURCE, ALLOWANCE_UNUSED, ALLOWANCE_EXPIRED)}
"""What the privacy gate refuses at the way in, by id."""

_ALLOWANCES = "data/privacy.yml"
_SCHEMAS = "data/schemas/"
_TEXTS = (".md", ".yml", ".yaml", ".csv", ".txt", ".svg", ".html")


def sources(files: Files) -> Mapping[str, str]:
    """What every text that a bureau wrote says, by path, whether or not it could be given its type."""
    paths = (path for folder in ("data", "content") for path in files.below(folder))
    return {
        path: files.read(path).decode("utf-8-sig", "replace")
        for path in paths
        if path.endswith(_TEXTS) and not path.startswith(_SCHEMAS)
    }


def allowed(dossier: Dossier) -> frozenset[str]:
    """What may be public, plainly written: what is allowed by name, and the bureau's own phones and address."""
    contacts = dossier.bureau.contacts
    own = filter(None, (contacts.address, contacts.office_phone, contacts.supervision_phone))
    return frozenset(plainly(one.words) for one in dossier.privacy.allowed) | frozenset(
        found.plain for contact in own for found in personal(contact)
    )


def personal_in(texts: Mapping[str, str], names: frozenset[str], dossier: Dossier) -> Iterator[Problem]:
    """Personal data in a bureau's texts that nobody allowed; allowances that cover nothing, or are over.

    `names` are those of all files of the project, which an allowance may name too.
    """
    free, met = allowed(dossier), set(names)
    for path, text in texts.items():
        if path == _ALLOWANCES:
            continue
        for found in personal(text):
            met.add(found.plain)
            if found.plain not in free:
                message = f"有{found.kind.value} {found.masked}"
                hint = "删去；确须公开的，在 data/privacy.yml 写明理由、批准人和期限"
                yield PERSONAL_SOURCE.at(_place(path, text, found.start), message, hint)
    yield from _allowances(dossier, met, newest_day(dossier))


def file_names(files: Files) -> frozenset[str]:
    """The names of all files below `content/`."""
    return frozenset(PurePosixPath(path).name for path in files.below("content"))


def _allowances(dossier: Dossier, met: set[str], today: date | None) -> Iterator[Problem]:
    for one in dossier.privacy.allowed:
        if plainly(one.words) not in met:
            yield ALLOWANCE_UNUSED.at(one.place("words"), "项目里没有这一条所说的内容", "删去这一条")
        if today is not None and one.expires < today:
            message = f"到 {one.expires} 为止，数据已经到了 {today}"
            yield ALLOWANCE_EXPIRED.at(one.place("expires"), message, "不再公开的删去；还要公开的重新批准")


def _place(path: str, text: str, offset: int) -> Place:
    return Place(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
