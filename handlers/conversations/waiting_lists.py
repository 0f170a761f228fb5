"""Waiting lists of classes: who would come to which, and telling all of them that there is one.

Verb: wl (a class, to open its list; with "say": write to everybody on it).
"""

from core.dialogue.known import Known
from core.dialogue.request_effects import AnnounceClass
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token
from core.folding import clean
from core.messages import Inbound
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations.refusing import not_allowed
from handlers.conversations.request_card import listed, shortened
from handlers.conversations.requests import LONGEST

VERBS = frozenset({"wl"})

#: the kind of report, and its field, that names the class wanted
_NEED, _COURSE = "support_need", "course"
_LISTED = 12
#: of each wish so many characters
_BRIEF = 120
_BACK = Option(say("waiting-lists"), "go:classes")
_MENU = Option(say("menu-button"), "go:menu")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    course, what = (*args, "", "")[:2]
    if not _allowed(known):
        return not_allowed(state)
    if what == "say":
        waits = state.model_copy(update={"asking": "class", "about": course})
        return Turn(waits, (Message(say("class-write", course=_name(course, known)), ((_BACK,),)),))
    waiting = known.look.requests.waiting_for(course)
    tell = Option(say("class-tell"), token("wl", course, "say"), main=True)
    options = [listed(each, known) for each in waiting[:_LISTED]]
    text = lines(
        say("class-title", course=_name(course, known), count=len(waiting)),
        *(
            say("class-line", name=each.business or each.asker, text=shortened(each.text, _BRIEF))
            for each in waiting[:_LISTED]
        ),
    )
    rows = (*(((tell,),) if waiting else ()), *rows_of(options, 1), (_BACK, _MENU))
    return Turn(state, (Message(text, rows, in_place=True),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """When and where the class is, for everybody on the list."""
    text = inbound.text.strip()
    if not 2 <= len(clean(text)) <= LONGEST:
        return Turn(state, (Message(say("request-length", most=LONGEST)),))
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (AnnounceClass(state.about or "", text),))


def overview(state: State, known: Known) -> Turn:
    """Each class that somebody waits for, the most wanted first."""
    if not _allowed(known):
        return not_allowed(state)
    found = known.look.requests.waiting_lists()
    options = (
        Option(say("class-wanted", course=_name(code, known), count=count, seats=seats), token("wl", code))
        for code, count, seats in found
    )
    rows = rows_of((*options, Option(say("menu-requests"), "go:requests"), _MENU), 1)
    text = say("waiting-lists-title" if found else "waiting-lists-none")
    return Turn(state, (Message(text, rows, in_place=True),))


def _name(course: str, known: Known) -> Speech:
    kind = known.fact_type(_NEED)
    field = kind.field(_COURSE) if kind else None
    option = field.option(course) if field and course else None
    return option.label if option else say("class-any")


def _allowed(known: Known) -> bool:
    return known.may(Action.ANSWER_REQUESTS)
