"""The dossier: everything a bureau has committed, read and typed. Stages pass it on; none changes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.approval import Approval
from generator.model.bureau import Bureau
from generator.model.catalogue import Catalogue
from generator.model.circular import Acceptance, Circular
from generator.model.indicator import AssessedItem, Composite, Indicator, Single
from generator.model.organisation import Organisation, Unit
from generator.model.plan import Category, Plan
from generator.model.policy import Policy
from generator.model.posting import Posting
from generator.model.privacy import Privacy
from generator.model.progress import Erratum, Lock, QuarterlyReport
from generator.model.prose import HandwrittenPage, Prose
from generator.model.publication import Clearance, Publication
from generator.model.summary import Summary
from generator.model.words import Words


@dataclass(frozen=True)
class Year:
    """One year's plan, organisation, indicators (sorted by id) and circulars (sorted by number); its quarterly reports
    (in the order of quarters, then of units), locks (in the order of quarters), errata and approvals (by number),
    summaries (by slug), publications, the clearances before them, and postings (by number).
    """

    year: int
    plan: Plan
    organisation: Organisation
    indicators: tuple[Composite | Single, ...]
    circulars: tuple[Circular, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    catalogue: Catalogue | None = None
    progress: tuple[QuarterlyReport, ...] = ()
    locks: tuple[Lock, ...] = ()
    errata: tuple[Erratum, ...] = ()
    approvals: tuple[Approval, ...] = ()
    summaries: tuple[Summary, ...] = ()
    publications: tuple[Publication, ...] = ()
    postings: tuple[Posting, ...] = ()
    clearances: tuple[Clearance, ...] = ()

    @property
    def items(self) -> Iterator[AssessedItem]:
        """Every assessed item: the targets, and the indicators that have none, in the order of ids."""
        for indicator in self.indicators:
            yield from indicator.items

    @cached_property
    def categories(self) -> Mapping[str, Category]:
        """Categories by name."""
        return {category.name: category for category in self.plan.walk()}

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Units by registered name."""
        return {unit.name: unit for unit in self.organisation.units}

    @property
    def papers(self) -> tuple[Circular, ...]:
        """Every official document of the year: its circulars, then its summaries."""
        return (*self.circulars, *self.summaries)

    @property
    def prose_files(self) -> Iterator[str]:
        """The prose that its documents print, each one's body before its enclosure's."""
        for paper in self.papers:
            yield from paper.prose_files

    def held_by(self, category: Category) -> tuple[Indicator, ...]:
        """The indicators of a category itself, not those of categories below it, in the order of ids."""
        return self._by_category.get(category.name, ())

    def indicators_in(self, category: Category) -> Iterator[Indicator]:
        """The indicators of a category and of all categories below it."""
        names = {inner.name for inner in category.walk()}
        return (indicator for indicator in self.indicators if indicator.category in names)

    @cached_property
    def _by_category(self) -> Mapping[str, tuple[Indicator, ...]]:
        held: dict[str, list[Indicator]] = defaultdict(list)
        for indicator in self.indicators:
            held[indicator.category].append(indicator)
        return {name: tuple(indicators) for name, indicators in held.items()}


@dataclass(frozen=True)
class Dossier:
    """The bureau, its register of names, its years by number, the prose its circulars refer to by path, and the words
    of the site's hand-written pages; its policy on changes, and what it allows to be public.
    """

    bureau: Bureau
    words: Words
    years: Mapping[int, Year]
    prose: Mapping[str, Prose] = field(default_factory=dict)
    pages: tuple[HandwrittenPage, ...] = ()
    policy: Policy = field(default_factory=Policy)
    privacy: Privacy = field(default_factory=Privacy)

    def prose_of(self, circular: Circular) -> Iterator[Prose]:
        """The prose a circular prints, as far as it was found: its body, then its enclosure's."""
        return (self.prose[file] for file in circular.prose_files if file in self.prose)
