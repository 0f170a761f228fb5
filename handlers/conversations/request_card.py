"""How requests are shown: a line in a list, and a card with the story and what can be done."""

from collections.abc import Iterator

from core.dialogue.incident_effects import INCIDENT_FLAG
from core.dialogue.known import Known
from core.dialogue.rights_effects import ERASE_FLAG, RESTRICT_FLAG
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.permissions import Action
from core.requests.known import RequestKnown, StoryKnown
from core.requests.states import WAITING, Move, RequestKind, RequestState
from core.texts import Speech, lines, say

#: of a story that got longer the last so many entries are shown
SHOWN = 6
#: of a text in a list so many characters
BRIEF = 40


def shortened(text: str, most: int) -> str:
    """A text on one line, of `most` characters at most and an ellipsis."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def listed(request: RequestKnown, known: Known) -> Option:
    """A request in a list: late ones are marked, and one's own by their state."""
    late = request.state in WAITING and request.expected_by < known.now
    brief = shortened(request.text, BRIEF)
    state = say(f"request-state-{request.state}")
    mark = "late" if late else "first" if "priority" in request.flags else "none"
    label = say("request-line", mark=mark, state=state, text=brief, receipt=request.receipt)
    return Option(label, token("rq", "card", request.id))


def card(request: RequestKnown, known: Known) -> Message:
    """Everything about a request that its reader may know, and the next steps."""
    waits = request.state in WAITING
    owner = say("request-owner", name=request.owner) if request.owner else say("request-no-owner")
    text = lines(
        say(
            "request-card",
            receipt=request.receipt,
            state=say(f"request-state-{request.state}"),
            kind=say(f"request-kind-{request.kind}"),
            name=request.asker,
            business=say("request-business", business=request.business) if request.business else "",
            opened=request.opened_at,
        ),
        say("request-unit", unit=request.unit) if request.unit else None,
        owner,
        say("request-expected", day=request.expected_by.date()) if waits else None,
        *(say(f"request-flag-{flag}") for flag in request.flags if not request.own),
        *(_told(each) for each in request.story[-SHOWN:]),
    )
    return Message(
        text, rows_of((*_next(request, known), Option(say("menu-button"), "go:menu"))), in_place=True
    )


def _told(entry: StoryKnown) -> Speech:
    key = "request-told" if entry.text else "request-told-bare"
    return say(key, at=entry.at, name=entry.name, move=say(f"request-move-{entry.move}"), text=entry.text)


def _next(request: RequestKnown, known: Known) -> Iterator[Option]:
    """What the reader can do with it now."""
    if request.own:
        yield from _of_asker(request)
    elif known.may(Action.ANSWER_REQUESTS):
        yield from _of_desk(request, known)


def _of_asker(request: RequestKnown) -> Iterator[Option]:
    state = RequestState(request.state)
    if state is RequestState.ANSWERED:
        yield Option(say("request-is-clear"), token("rq", "ok", request.id), main=True)
    if state in (RequestState.ANSWERED, RequestState.CLOSED):
        yield Option(say("request-not-clear"), token("rq", "again", request.id))
    else:
        yield Option(say("request-say-more"), token("rq", "more", request.id))
        yield Option(say("request-no-need"), token("rq", "drop", request.id))


def _of_desk(request: RequestKnown, known: Known) -> Iterator[Option]:
    state = RequestState(request.state)
    decides = request.decides and state is not RequestState.CLOSED
    if decides and ERASE_FLAG in request.flags:
        yield Option(say("rights-erase"), token("dt", "for", request.id))
    if decides and RESTRICT_FLAG in request.flags:
        yield Option(say("rights-restrict-for"), token("dt", "limit", request.id))
    if INCIDENT_FLAG in request.flags and known.may(Action.KEEP_INCIDENTS):
        yield Option(say("incident-from-request"), token("sc", "from", request.id))
    if state is not RequestState.CLOSED:
        yield Option(say("request-answer"), token("rq", "say", request.id), main=True)
    if state in WAITING:
        if not request.mine:
            yield Option(say("request-take"), token("rq", "take", request.id))
        yield Option(say("request-hand"), token("rq", "hand", request.id))
        tenant = known.catalogue.tenants.get(known.person.tenant) if known.person else None
        if tenant and tenant.parent and known.may(Action.PASS_UP):
            yield Option(say("request-up"), token("rq", "up", request.id))
    if state is not RequestState.CLOSED:
        yield Option(say("request-close"), token("rq", "close", request.id))
    answered = any(entry.move == Move.ANSWER for entry in request.story)
    if answered and state not in WAITING and request.kind != RequestKind.DATA:
        yield Option(say("article-propose"), token("rq", "know", request.id))
