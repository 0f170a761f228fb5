"""What people of a tenant hear that the content has no longer: its work rests, their own data stay theirs."""

from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.texts import say

#: buttons and places that stay: one's own data, language and contacts
_VERBS = frozenset({"dt", "set", "ch", "lk"})
_PLACES = frozenset({"go:data", "go:settings", "go:channels", "go:link"})


def stays(token: str) -> bool:
    """Whether a button leads to what is the person's own, whatever became of their tenant."""
    return token in _PLACES or token.partition(":")[0] in _VERBS


def told(state: State, known: Known) -> Turn:
    """That it is so, that nothing was lost, and the way to one's own data."""
    name = known.person.tenant_name if known.person else ""
    rows = ((Option(say("tenant-gone-data"), "go:data"), Option(say("tenant-gone-settings"), "go:settings")),)
    return Turn(state, (Message(say("tenant-gone", name=name), rows),))
