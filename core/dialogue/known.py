"""What a conversation may know: who speaks, what the bot is about, and the few questions it may look up.

Everything here is read-only and of this one moment. `Lookups` is answered from the database by
`handlers/known.py` and from plain data in tests.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from core.answers import Setting
from core.answers.short import only_leaving
from core.answers.vocabulary import Vocabulary
from core.broadcasts.known import BroadcastLookups
from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, Role
from core.catalogue.plan_headers import Table
from core.catalogue.plans import Member, PlaceSpec
from core.catalogue.tasks import option_code
from core.dialogue.kinds import for_correction, useful_kinds
from core.dialogue.known_instruments import InstrumentLookups
from core.dialogue.known_reports import ReportKnown
from core.dialogue.own_data import OwnData
from core.dialogue.people_known import InviteKnown, MemberKnown, PeopleLookups
from core.dialogue.state import Answer, FormState
from core.dialogue.tokens import token
from core.dialogue.units_known import UnitLookups
from core.folding import words_of
from core.indicators.doubts import Doubt
from core.indicators.rules import BrokenRule
from core.knowledge.check import KnowledgeBase
from core.knowledge.finding import Finder
from core.organisations.known import OrgLookups
from core.people import PersonStatus
from core.permissions import Action, Rights
from core.requests.known import RequestLookups
from core.review import ReviewLookups
from core.understanding.lexicon import Lexicon
from core.understanding.situation import Sender
from core.understanding.taught import Taught

#: where words lead that mean yes
YES = "yes"
#: where the same leads where nothing was asked, of who says that they confirm
CONFIRM = "go:confirm"
#: where words lead that ask who the bot is
WHO = "go:who"
#: where words of a menu lead, and greetings
MENU = "go:menu"
#: where words lead that ask for figures
PROGRESS = "go:progress"
#: where words lead that ask for a summary
SUMMARY = "go:summary"
#: where words lead that ask to go on with the form in hand, open or put aside
CONTINUE = "go:continue"
#: where words lead that begin a question
ASK = "go:ask"
#: where words lead that ask to link a contact
LINK = "go:link"
#: where words lead that tell of leave
LEAVE = "go:leave"
#: where words lead that ask what a barcode is
BARCODE = "go:barcode"
#: where the group chats are that summaries go to
GROUPS = "go:groups"
#: where the register of organisations is
ORGS = "go:orgs"


@dataclass(frozen=True, slots=True)
class PersonKnown:
    """The person who speaks, with everything a sentence to them may need."""

    id: int
    name: str
    role: Role
    status: PersonStatus
    tenant: str
    tenant_name: str
    unit: str | None
    unit_name: str | None
    locale: str
    #: the business of a household
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class ContactKnown:
    """One of the person's own contacts. `nth` of several on that channel; `here`: it is the one that speaks.

    `written_to`: what the bot writes by itself goes there. `since`: when it was linked.
    """

    id: int
    channel: str
    nth: int | None
    here: bool
    written_to: bool
    reachable: bool
    last_seen: date
    since: datetime | None


@dataclass(frozen=True, slots=True)
class HeardKnown:
    """A free message as it was said, `at` local time. `status` as in storage.repositories.heard.

    `intent` and `fact_type` are what it was understood as, `fact_id` the report it became; `stands` says that
    this report still counts or waits.
    """

    id: int
    text: str
    at: datetime
    name: str
    sender: Sender
    intent: str
    fact_type: str | None
    status: str
    fact_id: int | None
    stands: bool


@dataclass(frozen=True, slots=True)
class TaughtKnown:
    """A taught word with its number, and who added it when."""

    id: int
    word: Taught
    name: str
    at: datetime


class Lookups(Protocol):
    """Questions a conversation may ask; each is one query, asked only when needed."""

    def invite(self, code: str) -> InviteKnown | None: ...
    def noticed(self, words: str) -> str: ...
    def contacts(self) -> Sequence[ContactKnown]: ...
    def recent_kinds(self, among: Collection[str], limit: int) -> Sequence[str]: ...
    def last_answers(self, fact_type: str) -> Mapping[str, Answer]: ...
    def similar(self, form: FormState, answers: Mapping[str, Answer]) -> ReportKnown | None: ...
    def broken_rules(self, form: FormState, answers: Mapping[str, Answer]) -> Sequence[BrokenRule]: ...
    def doubts(self, form: FormState, answers: Mapping[str, Answer]) -> Sequence[Doubt]: ...
    def rules_broken_by(self, fact_id: int) -> Sequence[BrokenRule]: ...
    def report(self, fact_id: int) -> ReportKnown | None: ...
    def recent_reports(self, limit: int) -> Sequence[ReportKnown]: ...
    def waiting_reports(self, limit: int) -> Sequence[ReportKnown]: ...
    def reports_below(self, first: int, limit: int) -> Sequence[ReportKnown]: ...
    def tips(self, limit: int | None) -> Sequence[tuple[ReportKnown, Sequence[tuple[datetime, str]]]]: ...
    def own_data(self) -> OwnData | None: ...
    def waiting_members(self) -> Sequence[MemberKnown]: ...
    def units(self) -> Sequence[tuple[str, str]]: ...
    def settled(self) -> Catalogue: ...
    def roster(self, code: str) -> Sequence[Member]: ...
    def puzzling(self, first: int, limit: int) -> Sequence[HeardKnown]: ...
    def how_many_puzzling(self) -> int: ...
    def heard(self, message_id: int) -> HeardKnown | None: ...
    def heard_lately(self, limit: int) -> Sequence[HeardKnown]: ...
    def taught(self) -> Sequence[TaughtKnown]: ...
    @property
    def reviews(self) -> ReviewLookups: ...
    @property
    def requests(self) -> RequestLookups: ...
    @property
    def orgs(self) -> OrgLookups: ...
    @property
    def people(self) -> PeopleLookups: ...
    @property
    def broadcasts(self) -> BroadcastLookups: ...
    @property
    def units_kept(self) -> UnitLookups: ...
    def instruments(self) -> InstrumentLookups: ...


@dataclass(frozen=True, slots=True)
class Known:
    """The moment, the person (None for a stranger), the content and the look-ups."""

    now: datetime
    today: date
    #: makes keys of new forms: unique for this message
    turn_id: str
    person: PersonKnown | None
    catalogue: Catalogue
    places: tuple[PlaceSpec, ...]
    words: Vocabulary
    commands: Mapping[str, str]
    look: Lookups
    #: what free messages are read with, none where they are not: of the tenant, and of all levels
    lexicon: Callable[[], Lexicon | None] = lambda: None
    everywhere: Callable[[], Lexicon | None] = lambda: None
    #: the tenant's with one more word taught
    lexicon_with: Callable[[Taught], Lexicon | None] = lambda word: None
    #: what questions are answered from
    base: Callable[[], KnowledgeBase] = KnowledgeBase.empty
    #: what finds the answers; none where the bot has none
    finder: Callable[[], Finder | None] = lambda: None
    #: which register a table is for, by the names of its columns; empty for any other table
    sheet_kind: Callable[[Table], str] = lambda table: ""

    @property
    def rights(self) -> Rights:
        """What the person may do in their tenant; a stranger, or who was not let in, nothing."""
        person = self.person
        if person is None or person.status is not PersonStatus.ACTIVE:
            return Rights(None)
        spec = self.catalogue.tenants.get(person.tenant)
        return Rights(person.role, spec.permissions if spec else {})

    def may(self, action: Action, target: Role | None = None) -> bool:
        return self.rights.may(action, target)

    def where(self, tenant: str) -> "Known":
        """The same in another tenant, as reports from there are read: its places have names there."""
        spec = self.catalogue.tenants.get(tenant)
        if spec is None or (self.person is not None and self.person.tenant == tenant):
            return self
        return replace(self, places=spec.places)

    def fact_type(self, code: str) -> FactType | None:
        """A kind of report with everything it may hold: what a stored report is shown with."""
        return self.catalogue.fact_types.get(code)

    def form_type(self, form: FormState) -> FactType | None:
        """The kind of a form as this person's tenant is offered it; None if it is offered no more.

        A form that corrects a stored report has all that the report says as well.
        """
        if form.corrects is not None:
            return self.corrected_type(form.fact_type, form.before)
        return self._offered().get(form.fact_type)

    def corrected_type(self, code: str, said: Mapping[str, Answer]) -> FactType | None:
        """The kind of a stored report with these answers, as it is opened to be corrected."""
        whole = self.fact_type(code)
        return for_correction(whole, self._offered().get(code), said) if whole else None

    def setting(self, answers: Mapping[str, Answer]) -> Setting:
        """What reading a typed answer needs to know."""
        orgs = self.look.orgs
        return Setting(self.today, self.places, answers, self.words, orgs.names)

    def agrees(self, text: str) -> bool:
        """Whether a short text says yes, in the words of the content."""
        return self.commands.get(words_of(text)) == YES

    def leaves(self, text: str, *, named: bool = False) -> bool:
        """Whether a text says to leave the open form; `named` where a name or a free text is asked for."""
        return only_leaving(text, self.words.common, named=named)

    def page_of(self, text: str) -> str:
        """The token of the page of the plan, target or task of this code, however typed; empty if none."""
        tenant = self.catalogue.tenants.get(self.person.tenant) if self.person else None
        meant = option_code("-".join(text.split()).casefold())
        for plan in (self.catalogue.plans[code] for code in (tenant.plans if tenant else ())):
            pages = [("pl", plan.code)]
            pages += [("tg", target.code) for target in plan.targets]
            pages += [("tk", task.code) for task in plan.tasks]
            found = next((token(verb, code) for verb, code in pages if option_code(code) == meant), "")
            if found:
                return found
        return ""

    def may_report(self) -> tuple[FactType, ...]:
        """The kinds of report this person may send, in the order of the content.

        They are those the tenant is offered and has a use for: its plans read them, or they are general.
        """
        person = self.person
        if person is None:
            return ()
        kinds = [kind for kind in self._offered().values() if person.role in kind.reporters]
        if person.tenant not in self.catalogue.tenants:
            return tuple(kinds)
        useful = useful_kinds(self.catalogue, person.tenant)
        return tuple(kind for kind in kinds if kind.code in useful)

    def reportable(self, code: str) -> FactType | None:
        """The kind with this code if this person may send it."""
        return next((kind for kind in self.may_report() if kind.code == code), None)

    def tellable(self, code: str) -> FactType | None:
        """The same, or one that no plan here has a use for: who tells it unasked is not turned away."""
        kind = self._offered().get(code)
        return kind if kind and self.person and self.person.role in kind.reporters else None

    def _offered(self) -> Mapping[str, FactType]:
        """The kinds as the tenant is offered them; all of a tenant that the content does not know."""
        tenant = self.person.tenant if self.person else ""
        if tenant not in self.catalogue.tenants:
            return self.catalogue.fact_types
        return self.catalogue.for_tenant(tenant).fact_types
