"""Messages to many: written, looked at on one's own phone, released, stopped, corrected and taken back.

Verb: tb (new, card, words, ask, when, look, go, propose, no, stop, go-on, end, cancel, again, fix, recall,
sheet, file), and ba, by which its audience is put together (broadcast_audience). What its receivers do
is in broadcast_answers.
"""

from collections.abc import Callable, Mapping

from core.broadcasts.audience import Audience, Group
from core.broadcasts.known import LONGEST, LONGEST_BELOW_FILE, BroadcastKnown
from core.broadcasts.states import OPEN, RELEASABLE, Ask, BroadcastKind, BroadcastState
from core.dialogue.broadcast_effects import ChangeBroadcast, MoveBroadcast, RefuseBroadcast, WriteBroadcast
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.messages import Attachment, AttachmentKind, FileRef, Inbound
from core.texts import Speech, say
from handlers.conversations import broadcast_asking, broadcast_audience, broadcast_release, broadcast_timing
from handlers.conversations.broadcast_card import LIST, MENU, card, proposes, releases, sheet
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"tb", "ba"})

#: messages in the list, and letters of each
_LISTED, _BRIEF = 6, 40
_KEPT = (AttachmentKind.PHOTO, AttachmentKind.DOCUMENT)
#: moves that need nothing but to be asked for; those that only an admin makes
_MOVES = ("stop", "go-on", "end", "cancel", "recall", "propose")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, number, *rest = (*args, "", "")
    more = ":".join(rest).rstrip(":")
    if not proposes(known):
        return not_allowed(state)
    idle = state.model_copy(update={"asking": None, "about": None})
    if what == "new":
        return begin(idle, whole_number(number))
    one = known.look.broadcasts.one(whole_number(number) or 0)
    if one is None or not (one.own or releases(known)):
        return Turn(idle, (Message(say("broadcast-gone"), ((LIST, MENU),)),))
    if verb == "ba":
        return broadcast_audience.press(idle, known, one, args)
    if what in _MOVES:
        return _move(idle, known, one, what, sure=more == "yes")
    return _STEPS.get(what, _card)(idle, known, one, more)


def overview(state: State, known: Known) -> Turn:
    """The last messages, and the way to a new one."""
    if not proposes(known):
        return not_allowed(state)
    found = known.look.broadcasts.listed(_LISTED)
    options = [
        Option(
            say(
                "broadcast-line",
                number=each.id,
                state=say(f"broadcast-state-{each.state}"),
                text=_brief(each.text),
            ),
            token("tb", "card", each.id),
        )
        for each in found
    ]
    new = Option(say("broadcast-new"), token("tb", "new"), main=True)
    text = say("broadcast-list" if releases(known) else "broadcast-list-officer")
    return Turn(state, (Message(text, ((new,), *rows_of(options, 1), (MENU,)), in_place=True),))


def begin(state: State, incident: int | None = None, problem: Speech | None = None) -> Turn:
    """What is it to say? `incident`: to those whom an incident with that number concerns."""
    about = "new" if incident is None else f"new:{incident}"
    waits = state.model_copy(update={"asking": "broadcast", "about": about})
    key = "broadcast-text-question" if incident is None else "broadcast-incident-question"
    return Turn(waits, (Message(problem or say(key, most=LONGEST), ((LIST, MENU),), numbered=False),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """Words for whatever was asked last: the text, an answer's choices, a day, the number of people."""
    what, number, shown = _asked_about(state)
    text = clean(inbound.text)
    if not proposes(known):
        return not_allowed(state.model_copy(update={"asking": None, "about": None}))
    if what == "new":
        return _written(state, text, None, Audience(incident=whole_number(number)))
    one = known.look.broadcasts.one(whole_number(number) or 0)
    idle = state.model_copy(update={"asking": None, "about": None})
    if one is None:
        return Turn(idle, (Message(say("broadcast-gone"), ((LIST, MENU),)),))
    match what:
        case "words":
            return _reworded(state, one, text, None)
        case "options":
            return broadcast_asking.options_typed(state, known, one, text)
        case "when" | "until":
            return broadcast_timing.typed(state, known, one, text)
        case "count":
            return broadcast_release.counted(state, known, one, text, shown)
        case "no":
            return Turn(idle, (RefuseBroadcast(one.id, text),)) if text else _refuse(state, known, one, "")
        case "fix":
            return _followed(state, one, text, BroadcastKind.CORRECTION)
        case _:
            return Turn(idle, (card(one, known),))


def received(state: State, known: Known, inbound: Inbound, kept: tuple[Attachment, ...]) -> Turn:
    """A picture or a file, with its words, for the message that is being written."""
    what, number, _ = _asked_about(state)
    file = next((each for each in kept if each.kind in _KEPT and each.stored), None)
    if file is None or not proposes(known) or what not in ("new", "words"):
        return Turn(state, (Message(say("broadcast-no-file"), ((LIST, MENU),)),))
    name = file.name or ("" if file.kind is AttachmentKind.PHOTO else "file")
    ref = FileRef(file.stored or "", name, file.mime or "application/octet-stream")
    text = clean(inbound.text)
    if what == "new":
        return _written(state, text, ref, Audience(incident=whole_number(number)))
    one = known.look.broadcasts.one(whole_number(number) or 0)
    return _reworded(state, one, text, ref) if one else begin(state)


def _asked_about(state: State) -> tuple[str, str, str]:
    """What the next typed text answers: the question, the number of the message, and one thing more."""
    what, _, rest = (state.about or "").partition(":")
    number, _, more = rest.partition(":")
    return what, number, more


def asked_for(state: State, audience: Audience, text: str) -> Turn:
    """Somebody asked in their own words for a message to be sent."""
    if not text:
        return begin(state)
    return _written(state, text, None, audience)


def _written(state: State, text: str, file: FileRef | None, audience: Audience) -> Turn:
    problem = _unfit(text, file)
    if problem is not None:
        return begin(state, audience.incident, problem)
    idle = state.model_copy(update={"asking": None, "about": None})
    return Turn(idle, (WriteBroadcast(text, file, audience),))


def _reworded(state: State, one: BroadcastKnown, text: str, file: FileRef | None) -> Turn:
    words = text or (one.text if file else "")
    problem = _unfit(words, file or one.file)
    if problem is not None:
        return Turn(state, (Message(problem, ((_back(one),),), numbered=False),))
    idle = state.model_copy(update={"asking": None, "about": None})
    return Turn(idle, (ChangeBroadcast(one.id, text=words, file=file),))


def _followed(state: State, one: BroadcastKnown, text: str, kind: BroadcastKind) -> Turn:
    """A message to those who got this one."""
    problem = _unfit(text, None)
    if problem is not None:
        return Turn(state, (Message(problem, ((_back(one),),), numbered=False),))
    idle = state.model_copy(update={"asking": None, "about": None})
    audience = Audience((Group(got=one.id),), incident=one.audience.incident)
    return Turn(idle, (WriteBroadcast(text, None, audience, kind, one.id),))


def _unfit(text: str, file: FileRef | None) -> Speech | None:
    """Why a text cannot be sent as it is."""
    most = LONGEST_BELOW_FILE if file else LONGEST
    if not text and file is None:
        return say("broadcast-text-question", most=LONGEST)
    if len(text) > most:
        return say("broadcast-too-long", most=most, length=len(text))
    return None


def _card(state: State, known: Known, one: BroadcastKnown, more: str) -> Turn:
    return Turn(state, (card(one, known),))


def _words(state: State, known: Known, one: BroadcastKnown, more: str) -> Turn:
    if one.state not in OPEN:
        return _card(state, known, one, more)
    waits = state.model_copy(update={"asking": "broadcast", "about": f"words:{one.id}"})
    drop = (Option(say("broadcast-drop-file"), token("tb", "file", one.id)),) if one.file and one.text else ()
    question = say("broadcast-words-question", most=LONGEST)
    return Turn(
        waits, (Message(question, (drop, (_back(one),)) if drop else ((_back(one),),), numbered=False),)
    )


def _no_file(state: State, known: Known, one: BroadcastKnown, more: str) -> Turn:
    if one.state not in OPEN or not one.text:
        return _card(state, known, one, more)
    return Turn(state, (ChangeBroadcast(one.id, no_file=True),))


def _refuse(state: State, known: Known, one: BroadcastKnown, more: str) -> Turn:
    if not releases(known) or one.state is not BroadcastState.PROPOSED:
        return _card(state, known, one, more)
    waits = state.model_copy(update={"asking": "broadcast", "about": f"no:{one.id}"})
    return Turn(
        waits, (Message(say("broadcast-refuse-question", name=one.author), ((_back(one),),), numbered=False),)
    )


def _again(state: State, known: Known, one: BroadcastKnown, more: str) -> Turn:
    """The same once more, to whoever has not answered it."""
    if one.began_at is None or one.ask is Ask.NOTHING or one.kind is BroadcastKind.RECALL:
        return _card(state, known, one, more)
    audience = Audience((Group(unread=one.id),), incident=one.audience.incident)
    return Turn(state, (WriteBroadcast(one.text, one.file, audience, BroadcastKind.REMINDER, one.id),))


def _fix(state: State, known: Known, one: BroadcastKnown, more: str) -> Turn:
    if one.began_at is None or one.kind is BroadcastKind.RECALL:
        return _card(state, known, one, more)
    waits = state.model_copy(update={"asking": "broadcast", "about": f"fix:{one.id}"})
    return Turn(
        waits, (Message(say("broadcast-fix-question", number=one.id), ((_back(one),),), numbered=False),)
    )


def _sheet(state: State, known: Known, one: BroadcastKnown, more: str) -> Turn:
    if one.began_at is None:
        return _card(state, known, one, more)
    return Turn(state, (sheet(one, known),))


def _move(state: State, known: Known, one: BroadcastKnown, move: str, *, sure: bool) -> Turn:
    """A move of the message; what cannot be undone is asked about first."""
    if move == "propose":
        if one.state not in RELEASABLE or not one.audience.chosen:
            return _card(state, known, one, "")
        return Turn(state, (MoveBroadcast(one.id, "propose"),))
    if move != "cancel" and not releases(known):
        return not_allowed(state)
    if move in ("recall", "end", "cancel") and not sure:
        yes = token("tb", move, one.id, "yes")
        rows = ((Option(say(f"broadcast-{move}-yes"), yes, main=True), _back(one)),)
        return Turn(state, (Message(say(f"broadcast-{move}-sure", number=one.id), rows, yes=yes),))
    match move:
        case "stop" | "go-on" | "end" | "cancel" | "recall":
            return Turn(state, (MoveBroadcast(one.id, move),))
        case _:
            return _card(state, known, one, "")


def _back(one: BroadcastKnown) -> Option:
    return Option(say("broadcast-back", number=one.id), token("tb", "card", one.id))


def _brief(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _BRIEF else f"{text[:_BRIEF].rstrip()}…"


_Step = Callable[[State, Known, BroadcastKnown, str], Turn]

_STEPS: Mapping[str, _Step] = {
    "words": _words,
    "file": _no_file,
    "ask": broadcast_asking.choose,
    "when": broadcast_timing.choose,
    "look": broadcast_release.look,
    "go": broadcast_release.go,
    "no": _refuse,
    "again": _again,
    "fix": _fix,
    "sheet": _sheet,
}
