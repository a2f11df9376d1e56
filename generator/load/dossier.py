"""Reads a whole project: every data file and every prose file into one dossier, or all that is wrong."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from generator.load import refusals
from generator.load.files import Files
from generator.load.located import parse
from generator.load.page import read_page
from generator.load.prose import read_prose
from generator.load.text import MAX_PROSE_BYTES, decode
from generator.load.typed import typed
from generator.model.approval import Approval
from generator.model.bureau import Bureau
from generator.model.catalogue import Catalogue
from generator.model.circular import Acceptances, Circular
from generator.model.dossier import Dossier, Year
from generator.model.indicator import Composite, Indicator, Single
from generator.model.organisation import Organisation
from generator.model.plan import Plan
from generator.model.policy import Policy
from generator.model.posting import Posting
from generator.model.privacy import Privacy
from generator.model.progress import Erratum, Lock, QuarterlyReport
from generator.model.prose import HandwrittenPage, Prose
from generator.model.publication import Clearance, Publication
from generator.model.scalars import document_number_parts
from generator.model.summary import Summary
from generator.model.words import Words
from generator.problem import Level, Place, Problem, UndecidedError

KINDS: dict[str, TypeAdapter[Any]] = {
    "bureau": TypeAdapter(Bureau),
    "words": TypeAdapter(Words),
    "plan": TypeAdapter(Plan),
    "organisation": TypeAdapter(Organisation),
    "indicator": TypeAdapter(Indicator),
    "circular": TypeAdapter(Circular),
    "acceptances": TypeAdapter(Acceptances),
    "catalogue": TypeAdapter(Catalogue),
    "report": TypeAdapter(QuarterlyReport),
    "lock": TypeAdapter(Lock),
    "erratum": TypeAdapter(Erratum),
    "approval": TypeAdapter(Approval),
    "policy": TypeAdapter(Policy),
    "privacy": TypeAdapter(Privacy),
    "summary": TypeAdapter(Summary),
    "publication": TypeAdapter(Publication),
    "clearance": TypeAdapter(Clearance),
    "posting": TypeAdapter(Posting),
}
"""What each kind of data file holds, by the name of its schema."""

PATTERNS = {
    "bureau": re.compile(r"data/bureau\.yml"),
    "words": re.compile(r"data/words\.yml"),
    "plan": re.compile(r"data/(?P<year>[0-9]{4})/plan\.yml"),
    "organisation": re.compile(r"data/(?P<year>[0-9]{4})/organisation\.yml"),
    "acceptances": re.compile(r"data/(?P<year>[0-9]{4})/accepted\.yml"),
    "catalogue": re.compile(r"data/(?P<year>[0-9]{4})/catalogue\.yml"),
    "indicator": re.compile(r"data/(?P<year>[0-9]{4})/indicators/(?P<stem>[A-Z]{1,3}[0-9]{2})\.yml"),
    "circular": re.compile(r"data/(?P<year>[0-9]{4})/circulars/(?P<stem>[1-9][0-9]*)\.yml"),
    "report": re.compile(r"data/(?P<year>[0-9]{4})/progress/(?P<stem>[a-z][a-z0-9_]*/[a-z0-9-]+)\.yml"),
    "lock": re.compile(r"data/(?P<year>[0-9]{4})/locks/(?P<stem>[a-z][a-z0-9_]*)\.yml"),
    "summary": re.compile(r"data/(?P<year>[0-9]{4})/summaries/(?P<stem>[a-z0-9-]+)\.yml"),
    "erratum": re.compile(r"data/(?P<year>[0-9]{4})/errata/(?P<stem>[0-9]{3})\.yml"),
    "approval": re.compile(r"data/(?P<year>[0-9]{4})/approvals/(?P<stem>[0-9]{3})\.yml"),
    "publication": re.compile(r"data/(?P<year>[0-9]{4})/publications/(?P<stem>[0-9]{3})\.yml"),
    "clearance": re.compile(r"data/(?P<year>[0-9]{4})/clearances/(?P<stem>[0-9]{3})\.yml"),
    "posting": re.compile(r"data/(?P<year>[0-9]{4})/postings/(?P<stem>[0-9]{3})\.yml"),
    "policy": re.compile(r"data/policy\.yml"),
    "privacy": re.compile(r"data/privacy\.yml"),
}
"""Where each kind of data file stands."""
_PROSE, _MARKDOWN = re.compile(r"content/[0-9]{4}/.+\.md"), re.compile(r"content/.+\.md")
"""The prose of circulars; hand-written pages elsewhere in `content/` go to the site engine as they are."""
_NAMED: dict[str, tuple[str, str, Callable[[Any], str]]] = {
    "indicator": ("编号", "id", lambda record: record.id),
    "circular": ("文号", "number", lambda record: str(document_number_parts(record.number)[2])),
    "report": ("季度", "quarter", lambda record: record.quarter),
    "lock": ("季度", "quarter", lambda record: record.quarter),
    "summary": ("名字", "slug", lambda record: record.slug),
    "erratum": ("序号", "number", lambda record: f"{record.number:03}"),
    "approval": ("序号", "number", lambda record: f"{record.number:03}"),
    "publication": ("序号", "number", lambda record: f"{record.number:03}"),
    "clearance": ("序号", "number", lambda record: f"{record.number:03}"),
    "posting": ("序号", "number", lambda record: f"{record.number:03}"),
}
"""What a file is named for: in words, by its key, and as the name has it. A report's folder is named, not its file."""
_ONE_A_YEAR = ("plan", "organisation")
_REMEMBERED = 8_000
"""Of so many files it is remembered what was in them: two states of a project differ in a few files only."""
SCHEMAS = "data/schemas/"


def read_dossier(files: Files) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """Read the project. The dossier is None when any file could not be given its type.

    Raises `UndecidedError` when the data folder or a file that every project has is missing or unreadable.
    """
    reading = _Reading(files)
    for path in files.below("data"):
        reading.take(path)
    for required in ("data/bureau.yml", "data/words.yml", *reading.required()):
        if required not in reading.met:
            raise _missing(required, files.problems)
    written = [path for path in files.below("content") if _MARKDOWN.fullmatch(path)]
    prose = {path: reading.prose(path) for path in written if _PROSE.fullmatch(path)}
    pages = [reading.page(path) for path in written if not _PROSE.fullmatch(path)]
    problems = (*files.problems, *reading.problems)
    if reading.failed:
        return None, problems
    return reading.dossier(
        {path: text for path, text in prose.items() if text is not None},
        tuple(page for page in pages if page is not None),
    ), problems


@dataclass
class _Reading:
    """What has been read so far: records by kind and year."""

    files: Files
    problems: list[Problem] = field(default_factory=list)
    met: set[str] = field(default_factory=set)
    failed: bool = False
    records: dict[tuple[str, int], list[Any]] = field(default_factory=lambda: defaultdict(list))

    def take(self, path: str) -> None:
        """Read one data file and put its record in its place."""
        if path.startswith(SCHEMAS):
            return
        for kind, pattern in PATTERNS.items():
            match = pattern.fullmatch(path)
            if match is not None:
                groups = match.groupdict()
                self.met.add(path)
                self._record(path, kind, int(groups.get("year", 0)), groups.get("stem"))
                return
        nearest = difflib.get_close_matches(path, sorted(self.met), 1, 0.8)
        hint = f"是不是 {nearest[0]} 的副本？不用的文件请移走" if nearest else "删去它，或移到 data/ 以外"
        self._fail(refusals.UNEXPECTED_FILE.at(Place(path), "data/ 里不该有这个文件，或文件名写法不对", hint))

    def required(self) -> Iterable[str]:
        """Files that each year's folder must have; there must be a year."""
        years = {path.split("/")[1] for path in self.met if path.count("/") > 1} or {"<年份>"}
        return (f"data/{year}/{name}.yml" for year in sorted(years) for name in _ONE_A_YEAR)

    def prose(self, path: str) -> Prose | None:
        """Read one prose file; its problems are kept."""
        prose, problems = _prose_in(self.files.read(path), path)
        self.problems.extend(problems)
        self.failed = self.failed or prose is None
        return prose

    def page(self, path: str) -> HandwrittenPage | None:
        """Read the words of one hand-written page."""
        text, problems = decode(self.files.read(path), path, MAX_PROSE_BYTES)
        self.problems.extend(problems)
        return read_page(text, path) if text is not None else None

    def dossier(self, prose: dict[str, Prose], pages: tuple[HandwrittenPage, ...]) -> Dossier:
        """Put everything together: indicators by id, circulars by number."""
        years = sorted(year for kind, year in self.records if kind == "plan")
        return Dossier(
            bureau=self.records["bureau", 0][0],
            words=self.records["words", 0][0],
            years={year: self._year(year) for year in years},
            prose=prose,
            pages=pages,
            policy=next(iter(self.records["policy", 0]), Policy()),
            privacy=next(iter(self.records["privacy", 0]), Privacy()),
        )

    def _year(self, year: int) -> Year:
        indicators: list[Composite | Single] = self.records["indicator", year]
        circulars: list[Circular] = self.records["circular", year]
        plan: Plan = self.records["plan", year][0]
        organisation: Organisation = self.records["organisation", year][0]
        quarters = [quarter.id for quarter in plan.quarters]
        units = [unit.name for unit in organisation.units]
        reports: list[QuarterlyReport] = self.records["report", year]
        locks: list[Lock] = self.records["lock", year]
        errata: list[Erratum] = self.records["erratum", year]
        approvals: list[Approval] = self.records["approval", year]
        summaries: list[Summary] = self.records["summary", year]
        publications: list[Publication] = self.records["publication", year]
        clearances: list[Clearance] = self.records["clearance", year]
        postings: list[Posting] = self.records["posting", year]
        return Year(
            year=year,
            plan=plan,
            organisation=organisation,
            indicators=tuple(sorted(indicators, key=lambda indicator: indicator.id)),
            circulars=tuple(sorted(circulars, key=lambda one: document_number_parts(one.number))),
            acceptances=tuple(
                one for accepted in self.records["acceptances", year] for one in accepted.accepted
            ),
            catalogue=next(iter(self.records["catalogue", year]), None),
            progress=tuple(
                sorted(reports, key=lambda one: (_rank(quarters, one.quarter), _rank(units, one.unit)))
            ),
            locks=tuple(sorted(locks, key=lambda one: _rank(quarters, one.quarter))),
            errata=tuple(sorted(errata, key=lambda one: one.number)),
            approvals=tuple(sorted(approvals, key=lambda one: one.number)),
            summaries=tuple(sorted(summaries, key=lambda one: one.slug)),
            publications=tuple(sorted(publications, key=lambda one: one.number)),
            clearances=tuple(sorted(clearances, key=lambda one: one.number)),
            postings=tuple(sorted(postings, key=lambda one: one.number)),
        )

    def _record(self, path: str, kind: str, year: int, stem: str | None) -> None:
        record, whole, problems = _record_in(self.files.read(path), path, kind)
        self.problems.extend(problems)
        self.failed = self.failed or not whole
        if record is not None:
            self._check_name(record, kind, stem, year)
            self.records[kind, year].append(record)

    def _check_name(self, record: Any, kind: str, stem: str | None, year: int) -> None:
        if kind in _NAMED and stem is not None:
            what, key, name = _NAMED[kind]
            if name(record) != stem.split("/")[0]:
                folder, _, _ = stem.rpartition("/")
                where = f"放在 {folder} 的文件夹里" if folder else f"文件名是 {stem}.yml"
                message = f"{where}，里面的{what}却是 {getattr(record, key)}"
                self._fail(refusals.FILE_NAME.at(record.place(key), message, "改成一致"))
        if kind == "plan" and record.year != year:
            message = f"放在 {year} 年的文件夹里，里面的年份却是 {record.year}"
            self._fail(refusals.FILE_NAME.at(record.place("year"), message, "改成一致"))

    def _fail(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.failed = True


@lru_cache(_REMEMBERED)
def _record_in(data: bytes, path: str, kind: str) -> tuple[Any, bool, tuple[Problem, ...]]:
    """The record in a data file, None if it cannot be given its type; whether nothing was refused; all problems."""
    text, undecoded = decode(data, path)
    if text is None:
        return None, False, undecoded
    mapping, unread = parse(text, path)
    if mapping is None:
        return None, False, (*undecoded, *unread)
    record, mistyped = typed(KINDS[kind], mapping)
    refused = record is None or any(problem.level is Level.ERROR for problem in unread)
    return record, not refused, (*undecoded, *unread, *mistyped)


@lru_cache(_REMEMBERED)
def _prose_in(data: bytes, path: str) -> tuple[Prose | None, tuple[Problem, ...]]:
    """The prose in a file, None if it is no text, and all problems of the file."""
    text, undecoded = decode(data, path, MAX_PROSE_BYTES)
    if text is None:
        return None, undecoded
    prose, unread = read_prose(text, path)
    return prose, (*undecoded, *unread)


def _rank(names: Sequence[str], name: str) -> int:
    """The place of a name in an order; what is not in it comes last, and is told by the rules."""
    return names.index(name) if name in names else len(names)


def _missing(path: str, problems: Iterable[Problem]) -> UndecidedError:
    unread = next((problem for problem in problems if problem.place.file == path), None)
    return UndecidedError(unread or Problem("unreadable", Level.ERROR, f"缺少文件 {path}", Place(path)))
