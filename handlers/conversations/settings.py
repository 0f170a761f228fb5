"""A person's own settings. Verb: set (language)."""

from core.dialogue.effects import SetLocale
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token
from core.messages import Inbound
from core.permissions import Action
from core.texts import LOCALES, say

VERBS = frozenset({"set"})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if args[:1] == ("locale",) and len(args) > 1 and args[1] in LOCALES:
        return Turn(state, (SetLocale(args[1]),))
    return overview(state, known)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def overview(state: State, known: Known) -> Turn:
    """What can be set, and how it stands."""
    options = tuple(Option(say(f"locale-{code}"), token("set", "locale", code)) for code in LOCALES)
    allowed = known.may(Action.CLOSE_PERIODS)
    periods = ((Option(say("periods-back"), "go:periods"),),) if allowed else ()
    channels = (Option(say("settings-channels"), "go:channels"),)
    groups = ((Option(say("settings-groups"), "go:groups"),),) if known.may(Action.LINK_GROUPS) else ()
    back = (Option(say("menu-button"), "go:menu"),)
    return Turn(
        state, (Message(say("settings-title"), (options, channels, *groups, *periods, back), in_place=True),)
    )
