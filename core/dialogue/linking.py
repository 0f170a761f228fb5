"""Linking one more contact to a person: the code, how it is shown and typed, and whom it would link."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from core.dialogue.known import LINK
from core.dialogue.tokens import token
from core.folding import clean, words_of

#: digits only: a keyboard for Vietnamese changes letters while they are typed
CODE_DIGITS = 8
_TYPED = re.compile(r"(?P<before>.*?)(?P<first>[0-9]{4})[ -]?(?P<second>[0-9]{4})", re.DOTALL)
#: how long a code is good for
GOOD_FOR = timedelta(minutes=10)
#: a contact linked less long ago takes none of the older ones away, and links no further one
NEW_FOR = timedelta(hours=24)
#: contacts a person may have
MOST_CONTACTS = 5


def shown_code(code: str) -> str:
    """The digits in groups of four."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def typed_code(text: str, commands: Mapping[str, str]) -> str | None:
    """The digits of a code that is all a text says, alone or after words that ask to link; else None."""
    found = _TYPED.fullmatch(clean(text))
    if found is None:
        return None
    before = found["before"].split("@")[0].strip(" :").casefold()
    asks = not before or LINK in (commands.get(before), commands.get(words_of(before)))
    return found["first"] + found["second"] if asks else None


def code_token(code: str) -> str:
    """Where a typed code leads."""
    return token("lk", "code", code)


def is_new(linked_at: datetime | None, now: datetime) -> bool:
    """Whether a contact was linked so short a time ago that it is not fully trusted yet."""
    return linked_at is not None and now - linked_at < NEW_FOR


def may_part(since: datetime | None, other_since: datetime | None, now: datetime) -> bool:
    """Whether a contact linked at `since` may take away another, linked at `other_since` (None: the first).

    Whoever got hold of a code could else shut its owner out with it.
    """
    if since is None or not is_new(since, now):
        return True
    return other_since is not None and other_since >= since


def masked(name: str) -> str:
    """A name its owner knows again and others hardly: initials, the last word whole if there are several."""
    *first, last = name.split() or [""]
    if not first:
        return f"{last[:1]}***"
    return " ".join([*(f"{word[:1]}." for word in first), last])
