"""What conversations about the trail of changes may ask to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

#: the records whose own history is shown, by what stands in the button; a target by its code
Record = Literal["fact", "organisation", "person", "target"]
RECORDS: tuple[Record, ...] = ("fact", "organisation", "person", "target")
#: what the latest changes are narrowed down to, and the tables that are meant
GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "reports": ("fact",),
        "people": ("person", "invite", "contact", "absence", "due_reply"),
        "plans": ("plan_setting", "roster_member", "set_day", "period_lock", "unlock_request", "taught_word"),
        "registers": ("organisation", "product", "inspection", "register_import", "market_day"),
        "requests": ("request", "local_article"),
        "messages": ("broadcast", "chat_group"),
        "data": ("data_export", "api_token", "incident", "tenant", "audit"),
    }
)


@dataclass(frozen=True, slots=True)
class ShowHistory:
    """What became of one record, newest first. `key`: its number, of a target its code."""

    record: Record
    key: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowChanges:
    """The latest changes in the tenant; `group` of GROUPS, or empty: all."""

    group: str = ""
    page: int = 0


TrailEffect = ShowHistory | ShowChanges
