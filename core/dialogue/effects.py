"""What a conversation may ask to be done. Inert data; `handlers/effects/` holds one function for each."""

from dataclasses import dataclass
from datetime import date

from core.dialogue.api_effects import ApiEffect
from core.dialogue.barcode_effects import BarcodeEffect
from core.dialogue.broadcast_effects import BroadcastEffect
from core.dialogue.calendar_effects import CalendarEffect
from core.dialogue.contact_effects import ContactEffect
from core.dialogue.due_effects import DueEffect
from core.dialogue.export_effects import AskExport
from core.dialogue.group_effects import GroupEffect
from core.dialogue.import_effects import ImportEffect
from core.dialogue.incident_effects import IncidentEffect
from core.dialogue.lock_effects import LockEffect
from core.dialogue.market_days import MarketEffect
from core.dialogue.org_effects import OrgEffect
from core.dialogue.own_data import OwnEffect
from core.dialogue.paper_effects import MakePaper
from core.dialogue.people_effects import PeopleEffect
from core.dialogue.plan_effects import PlanEffect
from core.dialogue.register_effects import RegisterEffect
from core.dialogue.request_effects import RequestEffect
from core.dialogue.review_effects import ReviewEffect
from core.dialogue.rights_effects import RightsEffect
from core.dialogue.state import FormState, JoinState
from core.dialogue.summary_effects import SummaryEffect
from core.dialogue.tip_effects import AnswerTip
from core.dialogue.trail_effects import TrailEffect
from core.dialogue.unit_effects import UnitEffect
from core.messages import Attachment
from core.understanding.taught import Taught


@dataclass(frozen=True, slots=True)
class SubmitReport:
    """Store the form as a fact (or as the correction of one) and show its receipt."""

    form: FormState


@dataclass(frozen=True, slots=True)
class ShowReceipt:
    """The send button of a form was pressed that is no longer open: show what became of it."""

    key: str


#: why a report is taken back later than at once: codes, whose words are in the locale files
WITHDRAWN_FOR = ("mistake", "double", "cancelled")


@dataclass(frozen=True, slots=True)
class WithdrawReport:
    """Take a report back: within ten minutes of sending it, or later for a reason of WITHDRAWN_FOR."""

    fact_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KeepEvidence:
    """Keep photos, files or a place with a form."""

    key: str
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class MoveEvidence:
    """Photos that came on their own belong to this report after all."""

    key: str
    fact_id: int


@dataclass(frozen=True, slots=True)
class ShowEvidence:
    """Send the photos, files and places behind a report, a page at a time."""

    fact_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class DropEvidence:
    """A form was thrown away with its photos."""

    key: str


@dataclass(frozen=True, slots=True)
class JoinTenant:
    """The newcomer gave consent and a name: make them a member, or a candidate to be approved."""

    join: JoinState


@dataclass(frozen=True, slots=True)
class DecideMember:
    """Approve or turn down a newcomer."""

    person_id: int
    approve: bool


@dataclass(frozen=True, slots=True)
class DecideReport:
    """Confirm or reject a report that waits."""

    fact_id: int
    approve: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SetLocale:
    locale: str


@dataclass(frozen=True, slots=True)
class RemindLater:
    """Remind of the weekly report once more, in three hours."""


@dataclass(frozen=True, slots=True)
class RemindToReport:
    """Ask the person on the morning after `day` whether what they planned was done."""

    fact_type: str
    day: date


@dataclass(frozen=True, slots=True)
class ShowSummary:
    """The summary of a round, by its code (core.rounds); of the week so far where there is none."""

    when: str = ""


@dataclass(frozen=True, slots=True)
class KeepHeard:
    """Keep a free message with what it was understood as. `key` is that of the form it opened, if any."""

    text: str
    key: str
    intent: str
    fact_type: str | None
    unread: bool


@dataclass(frozen=True, slots=True)
class TeachWord:
    """The word is heard from now on, for everybody of the tenant."""

    word: Taught


@dataclass(frozen=True, slots=True)
class RemoveWord:
    """A taught word is heard no more."""

    word_id: int


Effect = (
    SubmitReport
    | ShowReceipt
    | WithdrawReport
    | KeepEvidence
    | MoveEvidence
    | ShowEvidence
    | DropEvidence
    | JoinTenant
    | DecideMember
    | DecideReport
    | SetLocale
    | RemindLater
    | RemindToReport
    | ShowSummary
    | KeepHeard
    | TeachWord
    | RemoveWord
    | ContactEffect
    | RequestEffect
    | ReviewEffect
    | LockEffect
    | OrgEffect
    | BarcodeEffect
    | BroadcastEffect
    | AnswerTip
    | RegisterEffect
    | OwnEffect
    | MarketEffect
    | DueEffect
    | CalendarEffect
    | GroupEffect
    | ImportEffect
    | MakePaper
    | AskExport
    | ApiEffect
    | IncidentEffect
    | PeopleEffect
    | TrailEffect
    | UnitEffect
    | RightsEffect
    | PlanEffect
    | SummaryEffect
)
