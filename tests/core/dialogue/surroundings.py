"""A person, the shipped content, and look-ups that answer from plain data."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.catalogue.plans import Member
from core.dialogue.known import ContactKnown, HeardKnown, Known, PersonKnown, TaughtKnown
from core.dialogue.known_reports import ReportKnown
from core.dialogue.own_data import OwnData
from core.dialogue.people_known import InviteKnown, MemberKnown
from core.dialogue.state import Answer, FormState
from core.indicators.doubts import Doubt
from core.indicators.facts import members_on
from core.indicators.rules import BrokenRule
from core.people import PersonStatus
from tests.core.dialogue.nothing_known import (
    NOW,
    REPORT,
    NoBroadcasts,
    NoInstruments,
    NoOrgs,
    NoPeople,
    NoRequests,
    NoReviews,
    NoUnits,
)
from tests.shipped import knowledge

TODAY = date(2026, 5, 14)

AN = PersonKnown(
    1,
    "An",
    Role.OFFICER,
    PersonStatus.ACTIVE,
    "dong_cuu",
    "xã Đông Cứu",
    "phong_kinh_te",
    "Phòng Kinh tế",
    "vi",
)


class ListedLookups:
    """`core.dialogue.known.Lookups` with an invite, a report, a candidate, and `waiting` reports."""

    def __init__(self, waiting: Sequence[ReportKnown] = ()) -> None:
        self.waiting = waiting

    def instruments(self) -> NoInstruments:
        return NoInstruments()

    def invite(self, code: str) -> InviteKnown | None:
        return InviteKnown("xã Đông Cứu", Role.OFFICER, "Phòng Kinh tế") if code == "GOODCODE23" else None

    def noticed(self, words: str) -> str:
        return "m+:9" if words == "duyet chi" else ""

    def contacts(self) -> Sequence[ContactKnown]:
        return []

    def recent_kinds(self, among: Collection[str], limit: int) -> Sequence[str]:
        return [REPORT.fact_type][:limit] if REPORT.fact_type in among else []

    def last_answers(self, fact_type: str) -> Mapping[str, Answer]:
        return REPORT.answers if fact_type == REPORT.fact_type else {}

    def similar(self, form: FormState, answers: Mapping[str, Answer]) -> ReportKnown | None:
        return None

    def broken_rules(self, form: FormState, answers: Mapping[str, Answer]) -> Sequence[BrokenRule]:
        return []

    def doubts(self, form: FormState, answers: Mapping[str, Answer]) -> Sequence[Doubt]:
        return []

    def rules_broken_by(self, fact_id: int) -> Sequence[BrokenRule]:
        return []

    def report(self, fact_id: int) -> ReportKnown | None:
        return REPORT if fact_id == REPORT.id else None

    def recent_reports(self, limit: int) -> Sequence[ReportKnown]:
        return [REPORT]

    def waiting_reports(self, limit: int) -> Sequence[ReportKnown]:
        return self.waiting[:limit]

    def reports_below(self, first: int, limit: int) -> Sequence[ReportKnown]:
        return []

    def tips(self, limit: int | None) -> Sequence[tuple[ReportKnown, Sequence[tuple[datetime, str]]]]:
        return []

    def own_data(self) -> OwnData | None:
        return None

    def waiting_members(self) -> Sequence[MemberKnown]:
        return [MemberKnown(9, "Chi", Role.OFFICER, "Phòng Kinh tế")]

    def units(self) -> Sequence[tuple[str, str]]:
        return [("phong_kinh_te", "Phòng Kinh tế")]

    def settled(self) -> Catalogue:
        return knowledge().catalogue

    def roster(self, code: str) -> Sequence[Member]:
        return members_on(self.settled(), code, TODAY)

    def puzzling(self, first: int, limit: int) -> Sequence[HeardKnown]:
        return []

    def how_many_puzzling(self) -> int:
        return 0

    def heard(self, message_id: int) -> HeardKnown | None:
        return None

    def heard_lately(self, limit: int) -> Sequence[HeardKnown]:
        return []

    def taught(self) -> Sequence[TaughtKnown]:
        return []

    @property
    def reviews(self) -> NoReviews:
        return NoReviews()

    @property
    def requests(self) -> NoRequests:
        return NoRequests()

    @property
    def orgs(self) -> NoOrgs:
        return NoOrgs()

    @property
    def people(self) -> NoPeople:
        return NoPeople()

    @property
    def broadcasts(self) -> NoBroadcasts:
        return NoBroadcasts()

    @property
    def units_kept(self) -> NoUnits:
        return NoUnits()


def known(person: PersonKnown | None = AN, turn_id: str = "1") -> Known:
    content = knowledge()
    return Known(
        now=NOW,
        today=TODAY,
        turn_id=turn_id,
        person=person,
        catalogue=content.catalogue,
        places=content.catalogue.tenants["dong_cuu"].places,
        words=content.turns.words,
        commands=content.turns.commands,
        look=ListedLookups(),
    )
