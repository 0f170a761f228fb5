"""What a token of the API may read, and how a token is written."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Scope(StrEnum):
    """What may be read with a token; the dictionary of fields and the units are open to every token."""

    #: plans, and targets with their values
    PLANS = "plans"
    #: reports, without what people wrote themselves
    FACTS = "facts"
    #: the register of measuring instruments, without owners
    INSTRUMENTS = "instruments"
    #: names and free texts too, in whatever else may be read
    PERSONAL = "personal"


#: how long a token holds where nothing else is said, and at most
USUALLY, AT_MOST = timedelta(days=180), timedelta(days=730)
_TOKEN = re.compile(r"tdo_([0-9a-f]{12})_([A-Za-z0-9_-]{43})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Token:
    """A token in two parts: by the first its row is found, the second is the secret."""

    public_id: str
    secret: str

    def __str__(self) -> str:
        return f"tdo_{self.public_id}_{self.secret}"


def read_token(text: str) -> Token | None:
    """The token a text is, or None."""
    found = _TOKEN.fullmatch(text)
    return Token(*found.groups()) if found else None
