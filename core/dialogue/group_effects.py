"""What conversations about group chats may ask to be done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowGroups:
    """The groups that get the tenant's summaries, and how one more comes to."""


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Ask whether summaries are to be sent to the group with this chat id, where the person is now."""

    chat: str


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Yes, send them."""

    number: int


@dataclass(frozen=True, slots=True)
class DeclineGroup:
    """No, nothing is to be sent there."""

    number: int


@dataclass(frozen=True, slots=True)
class UnlinkGroup:
    """Send nothing there any more; asked once more unless `sure`."""

    number: int
    sure: bool


GroupEffect = ShowGroups | OfferGroup | LinkGroup | DeclineGroup | UnlinkGroup
