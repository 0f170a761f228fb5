"""On which day instruments are verified at a market: an officer announces it, a household looks it up.

Verb: md (at: the place, off).
"""

from core.catalogue.fact_types import Role
from core.consents import REMINDERS
from core.dialogue.known import Known
from core.dialogue.market_days import AnnounceMarketDay, CallOffMarketDay
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.messages import Inbound
from core.permissions import Action
from core.texts import lines, say
from handlers.conversations.one_day import one_day
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"md"})

_PLACES = ("cho", "diem_kd")
_MENU = Option(say("menu-button"), "go:menu")


def overview(state: State, known: Known) -> Turn:
    """At which market? For a household: when at its own."""
    if known.person is not None and known.person.role is Role.HOUSEHOLD:
        return _own(state, known)
    if not _allowed(known):
        return not_allowed(state)
    places = [place for place in known.places if place.kind in _PLACES]
    options = [Option(place.name, token("md", "at", place.code)) for place in places]
    return Turn(state, (Message(say("market-where"), rows_of((*options, _MENU)), in_place=True),))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, value = (*args, "", "")[:2]
    if not _allowed(known):
        return not_allowed(state)
    if what == "off":
        return Turn(state, (CallOffMarketDay(whole_number(value) or 0),))
    place = next((place for place in known.places if place.code == value), None)
    if place is None:
        return overview(state, known)
    waits = state.model_copy(update={"asking": "market", "about": place.code})
    return Turn(waits, (Message(say("market-when", place=place.name), ((_MENU,),), numbered=False),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The day."""
    day = one_day(clean(inbound.text), known, future=True)
    if not _allowed(known) or day is None or day < known.today:
        return Turn(state, (Message(say("market-day-again"), ((_MENU,),), numbered=False),))
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (AnnounceMarketDay(state.about or "", day),))


def _own(state: State, known: Known) -> Turn:
    """The next day where the household sells, and the way to be told of it."""
    own = known.look.own_data()
    if own is None or not own.place_name:
        ask = Option(say("own-fix-place"), token("me", "ask", "place", "one"), main=True)
        return Turn(state, (Message(say("market-no-place"), ((ask, _MENU),), in_place=True),))
    key = "market-own" if own.market_day else "market-own-none"
    told = say(key, place=own.place_name, day=own.market_day or known.today)
    agrees = REMINDERS in own.consents
    hint = say("market-own-told") if agrees else None
    remind = () if agrees else (Option(say("own-yes-reminders"), token("me", "yes", REMINDERS), main=True),)
    scales = Option(say("menu-own-scales"), "go:instruments")
    return Turn(state, (Message(lines(told, hint), rows_of((*remind, scales, _MENU)), in_place=True),))


def _allowed(known: Known) -> bool:
    return known.may(Action.KEEP_ORGANISATIONS)
