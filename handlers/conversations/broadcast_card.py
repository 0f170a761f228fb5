"""The card of a message to many: what it says and to whom, what became of it, and what can be done."""

from collections.abc import Iterator

from core.broadcasts.known import BroadcastKnown
from core.broadcasts.states import OPEN, Ask, BroadcastKind, BroadcastState, Fate
from core.dialogue.known import Known
from core.dialogue.steps import Message, Option, Rows, rows_of
from core.dialogue.tokens import KEEP, token
from core.messages import Made
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations.broadcast_words import details, missed, outcome, title

MENU = Option(say("menu-button"), "go:menu")
LIST = Option(say("broadcast-list-button"), "go:broadcasts")
#: the workbook of a message
SHEET = "broadcast"


def proposes(known: Known) -> bool:
    """Whether the speaker may write messages to many."""
    return known.may(Action.PROPOSE_BROADCASTS)


def releases(known: Known) -> bool:
    """Whether the speaker may let them go out."""
    return known.may(Action.RELEASE_BROADCASTS)


def card(one: BroadcastKnown, known: Known, first: Speech | None = None) -> Message:
    """The message as it stands; `first` is said above it."""
    if one.state in OPEN:
        return _open(one, known, first)
    result = known.look.broadcasts.result(one.id)
    went_out = one.began_at is not None
    told = outcome(result, one) if went_out else None
    text = lines(
        first,
        title(one),
        details(one, known),
        say("broadcast-began", at=one.began_at, name=one.released_by) if one.began_at else None,
        told,
    )
    rows = rows_of(_after(one, known, result.count(Fate.SENT) - result.answered, missed(result)), 2)
    return Message(text, (*rows, (LIST, MENU)), in_place=True)


def _open(one: BroadcastKnown, known: Known, first: Speech | None) -> Message:
    reach = known.look.broadcasts.reach(one.audience) if one.audience.chosen else None
    text = lines(first, title(one), details(one, known, reach))
    return Message(text, (*_writing(one, known), (LIST, MENU)), in_place=True)


def _writing(one: BroadcastKnown, known: Known) -> Rows:
    """What can be done while it has not been released."""
    if not (one.own or releases(known)):
        return ()
    to, follows = Option(say("broadcast-who"), token("ba", "who", one.id)), one.audience.follows is not None
    if not one.audience.chosen:
        return ((Option(say("broadcast-who"), token("ba", "who", one.id), main=True),), _rest(one, known))
    look = Option(say("broadcast-look"), token("tb", "look", one.id), main=True)
    change = (
        *(() if follows else (to,)),
        Option(say("broadcast-words"), token("tb", "words", one.id)),
        Option(say("broadcast-ask"), token("tb", "ask", one.id)),
        Option(say("broadcast-when"), token("tb", "when", one.id)),
    )
    return ((look,), *rows_of(change), _rest(one, known))


def _rest(one: BroadcastKnown, known: Known) -> tuple[Option, ...]:
    refuses = releases(known) and not one.own and one.state is BroadcastState.PROPOSED
    refuse = (Option(say("broadcast-refuse"), token("tb", "no", one.id)),) if refuses else ()
    drop = Option(say("broadcast-drop"), token("tb", "cancel", one.id))
    return (*refuse, *(() if refuses else (drop,)))


def _after(one: BroadcastKnown, known: Known, silent: int, out_of_reach: int) -> Iterator[Option]:
    """What can be done once it was released."""
    if not (one.own or releases(known)):
        return
    if releases(known):
        yield from _steering(one)
    if one.began_at is None:
        return
    yield Option(say("broadcast-refresh"), token("tb", "card", one.id))
    yield Option(say("broadcast-sheet"), KEEP + token("tb", "sheet", one.id))
    if one.kind is BroadcastKind.RECALL or one.state is BroadcastState.SENDING:
        return
    if silent > 0 and one.ask is not Ask.NOTHING:
        yield Option(say("broadcast-remind", count=silent), token("tb", "again", one.id))
    yield Option(say("broadcast-correct"), token("tb", "fix", one.id))
    if releases(known):
        yield Option(say("broadcast-recall"), token("tb", "recall", one.id))


def _steering(one: BroadcastKnown) -> Iterator[Option]:
    match one.state:
        case BroadcastState.SCHEDULED:
            yield Option(say("broadcast-unschedule"), token("tb", "cancel", one.id))
        case BroadcastState.SENDING:
            yield Option(say("broadcast-stop"), token("tb", "stop", one.id), main=True)
        case BroadcastState.STOPPED:
            yield Option(say("broadcast-go-on"), token("tb", "go-on", one.id), main=True)
            yield Option(say("broadcast-end"), token("tb", "end", one.id))
        case _:
            return


def sheet(one: BroadcastKnown, known: Known) -> Message:
    """The workbook with everybody it was for."""
    tenant = known.person.tenant if known.person else ""
    back = Option(say("broadcast-back", number=one.id), KEEP + token("tb", "card", one.id))
    made = Made(SHEET, (str(one.id), tenant))
    return Message(say("broadcast-sheet-caption", number=one.id), ((back,),), made=made)
