"""A moment, a report, and look-ups of a world in which nothing else is stored yet."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from core.broadcasts.audience import Audience
from core.broadcasts.known import (
    AskedKnown,
    BroadcastKnown,
    BroadcastListed,
    ReachKnown,
    ResultKnown,
)
from core.dialogue.known_reports import ReportKnown
from core.dialogue.people_known import InviteListed, PersonCard, PersonLine
from core.dialogue.units_known import UnitCard
from core.instruments.due import Due
from core.instruments.shown import Card, DueTally, InspectionShown, InstrumentShown
from core.locks import LockKnown
from core.organisations.known import OrgCard
from core.organisations.names import OrgNames
from core.requests.known import ProposalKnown, RequestKnown, VainKnown
from core.review import RemarkKnown
from core.spans import Span
from core.texts import Label, Speech

NOW = datetime(2026, 5, 14, 2, 30, tzinfo=UTC)

REPORT = ReportKnown(
    id=5,
    receipt="KT-0514-01",
    fact_type="measuring_inspection",
    answers={
        "place": "cho_ngu",
        "instrument_kind": "can_dong_ho",
        "date": "2026-05-13",
        "checked": 21,
        "failed": 2,
        "passed": 19,
        "team": "xa",
    },
    status="confirmed",
    recorded_at=NOW,
    reporter_name="An",
    own=True,
    draft_key="3",
    evidence=0,
)


class NoRequests:
    """`core.requests.known.RequestLookups` where nobody has asked anything."""

    def at_desk(self) -> Sequence[RequestKnown]:
        return []

    def asked(self, limit: int) -> Sequence[RequestKnown]:
        return []

    def one(self, request_id: int) -> RequestKnown | None:
        return None

    def open_about(self, subject: str) -> RequestKnown | None:
        return None

    def waiting_lists(self) -> Sequence[tuple[str, int, int]]:
        return []

    def waiting_for(self, course: str) -> Sequence[RequestKnown]:
        return []

    def in_vain(self, first: int, limit: int) -> Sequence[VainKnown]:
        return []

    def how_many_in_vain(self) -> int:
        return 0

    def proposals(self) -> Sequence[ProposalKnown]:
        return []


class NoOrgs:
    """`core.organisations.known.OrgLookups` of an empty register."""

    def names(self) -> OrgNames:
        return OrgNames(())

    def counts(self) -> Sequence[tuple[str, int]]:
        return ()

    def card(self, org_id: int) -> OrgCard | None:
        return None


class NoInstruments:
    """`core.dialogue.known_instruments.InstrumentLookups` where none is listed."""

    def by_tenant(self) -> Sequence[tuple[str, Mapping[Due, int]]]:
        return []

    def tallies(self) -> Sequence[DueTally]:
        return []

    def listed_count(self) -> int:
        return 0

    def due(self, which: Due | None, place: str | None, first: int, limit: int) -> Sequence[InstrumentShown]:
        return []

    def share(self, place: str, kind: str) -> tuple[int, int] | None:
        return None

    def own(self) -> Sequence[InstrumentShown]:
        return []

    def card(self, key: str) -> Card | None:
        return None

    def here(self, place: str) -> Sequence[InstrumentShown]:
        return []

    def matching(self, typed: str, limit: int) -> Sequence[InstrumentShown]:
        return []

    def with_serial(self, serial: str) -> Sequence[InstrumentShown]:
        return []

    def inspection(self, number: int) -> InspectionShown | None:
        return None

    def open_inspections(self) -> Sequence[InspectionShown]:
        return []


class NoReviews:
    """Nothing was ever sent back."""

    def on(self, fact_id: int) -> Sequence[RemarkKnown]:
        return []

    def one(self, remark_id: int) -> RemarkKnown | None:
        return None

    def numbered(self, receipt: str) -> Sequence[tuple[int, str]]:
        return [(REPORT.id, "")] if receipt == REPORT.receipt else []

    def asked_about(self, fact_id: int) -> Sequence[tuple[Label, bool]]:
        return []

    def together(self, fact_id: int) -> Sequence[tuple[str, Speech]]:
        return []

    def unread(self, limit: int) -> Sequence[tuple[int, str, Speech]]:
        return []

    def locks(self) -> Sequence[LockKnown]:
        return []

    def lock_over(self, fact_id: int) -> LockKnown | None:
        return None

    def waiting_in(self, span: Span) -> int:
        return 0

    def to_answer(self) -> Sequence[RemarkKnown]:
        return []

    def to_look_at(self, limit: int) -> Sequence[RemarkKnown]:
        return []


class NoPeople:
    """`core.dialogue.people_known.PeopleLookups` where nobody is listed."""

    def count(self) -> int:
        return 0

    def page(self, first: int, limit: int) -> Sequence[PersonLine]:
        return []

    def named(self, text: str, limit: int) -> Sequence[PersonLine]:
        return []

    def card(self, person_id: int) -> PersonCard | None:
        return None

    def units(self) -> Sequence[tuple[int, str]]:
        return []

    def takers(self, person_id: int, limit: int) -> Sequence[PersonLine]:
        return []

    def invites(self) -> Sequence[InviteListed]:
        return []


class NoBroadcasts:
    """Nothing was ever written to many."""

    def listed(self, most: int) -> Sequence[BroadcastListed]:
        return []

    def one(self, number: int) -> BroadcastKnown | None:
        return None

    def reach(self, audience: Audience) -> ReachKnown:
        return ReachKnown()

    def result(self, number: int) -> ResultKnown:
        return ResultKnown()

    def trades(self) -> Sequence[tuple[str, ...]]:
        return []

    def communes(self) -> Sequence[tuple[str, str]]:
        return []

    def asked(self, number: int) -> AskedKnown | None:
        return None


class NoUnits:
    """`core.dialogue.units_known.UnitLookups` where there is none."""

    def listed(self) -> Sequence[tuple[int, str, date | None]]:
        return []

    def card(self, unit_id: int) -> UnitCard | None:
        return None
