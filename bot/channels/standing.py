"""How a channel stands with its messenger: what it tells an operator who asks."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal


class Ailment(StrEnum):
    """Why a messenger told nothing."""

    #: it does not take the token
    TOKEN = "token"
    #: it wants to be left alone
    BUSY = "busy"
    #: it cannot be reached, does not answer, or answers what nobody understands
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Trouble:
    """`words` is one line for an operator, without a token."""

    ailment: Ailment
    words: str


@dataclass(frozen=True, slots=True)
class Hook:
    """The webhook as the messenger has it; `url` is empty where none is set.

    `waiting`: updates it could not deliver yet, where it says so. `error`: what went wrong last with that.
    """

    url: str
    waiting: int | None = None
    error: str = ""
    error_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """Until when tokens are good that are renewed by the bot. `danger`: less is left than there should be."""

    access_until: datetime
    refresh_until: datetime
    danger: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """`receives`: how; "pages" are the bot's own. `address`: where the messenger is to post, or they are.

    `account`: its name as the messenger knows it; empty where it was not told. `hook` is None where the
    messenger cannot be asked for it, `life` where no tokens are renewed. With a `trouble` the rest is what is
    known without the messenger.
    """

    receives: Literal["polling", "webhook", "pages"]
    address: str = ""
    account: str = ""
    hook: Hook | None = None
    life: Life | None = None
    trouble: Trouble | None = None


def line_of(error: object) -> str:
    """The first line of an error, of a length that can be read."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
