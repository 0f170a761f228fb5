"""Stored reports, as a conversation may know them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from core.dialogue.state import Answer
from core.texts import Speech


@dataclass(frozen=True, slots=True)
class ReportKnown:
    """A stored report the person may see."""

    id: int
    receipt: str
    fact_type: str
    answers: Mapping[str, Answer]
    status: str
    recorded_at: datetime
    #: words instead of a name where it is kept back
    reporter_name: Speech
    own: bool
    draft_key: str
    evidence: int
    #: why it was corrected or rejected: a code of handlers/conversations/correcting.py, or their own words
    reason: str | None = None
    #: whether the speaker may send it back
    reviewed: bool = False
    #: the unit it belongs to, by number and name; none of a household
    unit: tuple[int, str] | None = None
    #: what the report says that a correction, kept as long as its period is closed, would take the place of
    instead_of: Mapping[str, Answer] | None = None
    #: code of the tenant it belongs to; empty: the speaker's own
    tenant: str = ""
