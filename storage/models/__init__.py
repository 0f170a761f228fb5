"""All tables, so that the metadata is complete wherever it is asked for."""

from storage.models.api_tokens import ApiToken
from storage.models.audit import Audit
from storage.models.base import Base
from storage.models.broadcasts import Broadcast, BroadcastReceiver
from storage.models.conversations import Conversation
from storage.models.exports import DataExport
from storage.models.facts import Counter, Evidence, Fact, FactRevision
from storage.models.figures import PreparedAnswer, PreparedFigures
from storage.models.groups import ChatGroup
from storage.models.heard import HeardMessage, TaughtWord
from storage.models.imports import RegisterImport
from storage.models.incidents import Incident, IncidentStep
from storage.models.instruments import Inspection, InspectionEntry, Instrument, InstrumentEvent
from storage.models.organisations import (
    Consent,
    MarketDay,
    Organisation,
    OrganisationFact,
    OrganisationMember,
    OrganisationMerge,
    OrganisationName,
    TipNote,
)
from storage.models.partial import PARTIAL_INDEXES
from storage.models.people import Contact, Invite, LinkCode, Person, Place, Tenant, Unit
from storage.models.plans import PlanSetting, RosterMember
from storage.models.products import Product
from storage.models.queues import ChannelPace, Inbox, Outbox
from storage.models.requests import AskedQuestion, LocalArticle, Request, RequestNote
from storage.models.reviews import FactDoubt, PeriodLock, Remark, UnlockRequest
from storage.models.schedule import Absence, DueReply, DueRun, DueTold, SetDay
from storage.models.tokens import ChannelToken
from storage.models.troubles import ChannelTrouble
from storage.models.usage import ChannelUsage

__all__ = [
    "PARTIAL_INDEXES",
    "Absence",
    "ApiToken",
    "AskedQuestion",
    "Audit",
    "Base",
    "Broadcast",
    "BroadcastReceiver",
    "ChannelPace",
    "ChannelToken",
    "ChannelTrouble",
    "ChannelUsage",
    "ChatGroup",
    "Consent",
    "Contact",
    "Conversation",
    "Counter",
    "DataExport",
    "DueReply",
    "DueRun",
    "DueTold",
    "Evidence",
    "Fact",
    "FactDoubt",
    "FactRevision",
    "HeardMessage",
    "Inbox",
    "Incident",
    "IncidentStep",
    "Inspection",
    "InspectionEntry",
    "Instrument",
    "InstrumentEvent",
    "Invite",
    "LinkCode",
    "LocalArticle",
    "MarketDay",
    "Organisation",
    "OrganisationFact",
    "OrganisationMember",
    "OrganisationMerge",
    "OrganisationName",
    "Outbox",
    "PeriodLock",
    "Person",
    "Place",
    "PlanSetting",
    "PreparedAnswer",
    "PreparedFigures",
    "Product",
    "RegisterImport",
    "Remark",
    "Request",
    "RequestNote",
    "RosterMember",
    "SetDay",
    "TaughtWord",
    "Tenant",
    "TipNote",
    "Unit",
    "UnlockRequest",
]
