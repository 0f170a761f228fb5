"""Requests: the desk of those who answer, what somebody asked themselves, and one with its story.

Verbs: rq (take, say: write the answer, card, hand: to which unit, close: with why, ok: it is clear, drop: no
need any more, again: it is not clear, more: say more, know: propose the answer as an article, up: to the
level above, later: not this class but the next), ot (what the asker's business is), rp (the question just
asked goes to the people in charge: message, subject, article).
"""

import re
from collections.abc import Callable, Mapping
from functools import partial

from core.dialogue.commanding import command_of
from core.dialogue.known import Known
from core.dialogue.request_effects import (
    AnswerRequest,
    CloseRequest,
    DraftArticle,
    HandOverRequest,
    OpenRequest,
    PassUpRequest,
    RequestEffect,
    SayToRequest,
    SetOrgType,
    TakeRequest,
)
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean, words_of
from core.messages import Inbound
from core.permissions import Action
from core.requests.known import RequestKnown
from core.requests.states import Move, RequestState, after
from core.texts import lines, say
from handlers.conversations.refusing import not_allowed
from handlers.conversations.request_card import card, listed

VERBS = frozenset({"rq", "ot", "rp"})

LISTED = 8
#: an answer or a question is at most so long; messengers would split what is longer
LONGEST = 1500
#: what a typed text may be about: State.about is "WHAT:NUMBER"
_ASKED = {"say": "request-write-answer", "close": "request-write-why", "again": "request-write-again"}
_ASKED["more"] = "request-write-more"

#: the move that the words are for
_MOVE = {"say": Move.ANSWER, "close": Move.CLOSE, "again": Move.AGAIN, "more": Move.ADD}

_MENU = Option(say("menu-button"), "go:menu")
#: what a message is called that a question came with
_TURN = re.compile("[0-9a-z]{1,16}")
#: where words lead to that only ask for a person
OFFICER = "go:officer"

#: what a press of rq does at once
_DONE: Mapping[str, Callable[[int], RequestEffect]] = {
    "take": TakeRequest,
    "ok": partial(CloseRequest, satisfied=True),
    "drop": CloseRequest,
    "know": DraftArticle,
    "up": PassUpRequest,
    "later": partial(SayToRequest, text="", again=True),
}


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if verb == "ot":
        return Turn(state, (SetOrgType(args[0] if args else ""),))
    if verb == "rp":
        return _to_people(state, known, args)
    what, number = (*args, "", "")[:2]
    request = known.look.requests.one(whole_number(number) or 0)
    if request is None:
        return Turn(state, (Message(say("request-gone"), ((_MENU,),)),))
    if what in _ASKED:
        return _ask_for_words(state, known, request, what)
    if what == "hand":
        return _hand_over(state, known, request, args[2] if len(args) > 2 else "")
    done = _DONE.get(what)
    return Turn(state, (done(request.id),)) if done else Turn(state, (card(request, known),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The words that were asked for: an answer, a reason, what is still unclear."""
    what, _, number = (state.about or "").partition(":")
    text = inbound.text.strip()
    if what == "new" and command_of(text, known.commands, known.words.common) == OFFICER:
        return to_people(state)
    if not words_of(text) or not 2 <= len(clean(text)) <= LONGEST:
        return Turn(state, (Message(say("request-length", most=LONGEST)),))
    done = state.model_copy(update={"asking": None, "about": None})
    request_id = whole_number(number) or 0
    match what:
        case "new":
            finder = known.finder()
            subject = finder.find(text).subject if finder else None
            return Turn(done, (OpenRequest(f"rq-{known.turn_id}", subject or "", text),))
        case "say":
            return Turn(done, (AnswerRequest(request_id, text),))
        case "close":
            return Turn(done, (CloseRequest(request_id, reason=text),))
        case _:
            return Turn(done, (SayToRequest(request_id, text, again=what == "again"),))


def desk(state: State, known: Known) -> Turn:
    """What waits for those in charge, what is due first in front."""
    if not known.may(Action.ANSWER_REQUESTS):
        return asked(state, known)
    waiting = known.look.requests.at_desk()
    options = [listed(each, known) for each in waiting[:LISTED]]
    rest = len(waiting) - len(options)
    title = say("requests-title", count=len(waiting)) if waiting else say("requests-none")
    text = lines(title, say("requests-more", count=rest) if rest > 0 else None)
    more = [Option(say("request-mine"), "go:asked"), Option(say("waiting-lists"), "go:classes")]
    if known.may(Action.KEEP_KNOWLEDGE):
        more.append(Option(say("menu-vain"), "go:vain"))
    rows = (*rows_of(options, 1), *rows_of((*more, _MENU)))
    return Turn(state, (Message(text, rows, in_place=True),))


def asked(state: State, known: Known) -> Turn:
    """What the speaker asked, with where each stands."""
    own = known.look.requests.asked(LISTED)
    rows = rows_of((*(listed(each, known) for each in own), _MENU), 1)
    text = say("asked-title") if own else say("asked-none")
    return Turn(state, (Message(text, rows, in_place=True),))


def to_people(state: State) -> Turn:
    """Ask for the words of a question that goes to people, whatever the bot knows of it."""
    waiting = state.model_copy(update={"asking": "request", "about": "new:"})
    return Turn(waiting, (Message(say("request-write-new"), ((_MENU,),)),))


def _to_people(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """The question that was asked last, in the words it was asked in, which are not typed again."""
    key, subject, article = (*args, "", "", "")[:3]
    if not _TURN.fullmatch(key):
        return Turn(state, (Message(say("stale-button"), ((_MENU,),)),))
    subject = subject if subject in known.base().subjects else ""
    asked, text = state.told or ("", "")
    if asked != key:  # pressed before, or something else was asked since
        return Turn(state, (OpenRequest(f"rq-{key}", subject, ""),))
    done = state.model_copy(update={"told": None})
    return Turn(done, (OpenRequest(f"rq-{key}", subject, text, article=article),))


def _hand_over(state: State, known: Known, request: RequestKnown, unit: str) -> Turn:
    if not known.may(Action.ANSWER_REQUESTS):
        return not_allowed(state)
    if unit:
        return Turn(state, (HandOverRequest(request.id, unit),))
    options = [
        Option(name, token("rq", "hand", request.id, code))
        for code, name in known.look.units()
        if code != request.unit_code
    ]
    back = Option(say("request-back"), token("rq", "card", request.id))
    text = say("request-hand-to", receipt=request.receipt)
    return Turn(state, (Message(text, rows_of((*options, back), 1), in_place=True),))


def _ask_for_words(state: State, known: Known, request: RequestKnown, what: str) -> Turn:
    officer = known.may(Action.ANSWER_REQUESTS)
    if not (request.own if what in ("again", "more") else officer):
        return not_allowed(state)
    if after(RequestState(request.state), _MOVE[what]) is None:  # not to be written for nothing
        return Turn(state, (card(request, known),))
    waits = state.model_copy(update={"asking": "request", "about": f"{what}:{request.id}"})
    text = say(_ASKED[what], receipt=request.receipt, name=request.asker, text=request.text)
    cancel = Option(say("request-back"), token("rq", "card", request.id))
    return Turn(waits, (Message(text, ((cancel,),)),))
