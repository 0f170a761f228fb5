"""The people of a tenant: listed, found by name, one opened, changed after being asked.

Verb: pe (list: a page, find, card; ask: what of whom, and to what; do: really; to: who takes over, then hand
and over).
"""

from core.dialogue.known import Known
from core.dialogue.people_known import PersonCard, PersonLine
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.messages import Inbound
from core.people import PersonStatus
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations import people_changes
from handlers.conversations.refusing import not_allowed
from handlers.conversations.trail import history_option

VERBS = frozenset({"pe"})

#: people on a page
PAGE = 8
_SHORTEST, _LONGEST = 2, 80
_FIND = Option(say("people-find"), "pe:find")
_LIST = Option(say("people-list"), "pe:list")
_MENU = Option(say("menu-button"), "go:menu")


def overview(state: State, known: Known) -> Turn:
    return _page(state, known, 0)


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not known.may(Action.KEEP_PEOPLE):
        return not_allowed(state)
    what, number, *rest = (*args, "", "")
    idle = state.model_copy(update={"asking": None, "about": None})
    if what == "find":
        waits = state.model_copy(update={"asking": "person", "about": None})
        return Turn(waits, (Message(say("people-ask-name"), ((_LIST, _MENU),), numbered=False),))
    if what == "list":
        return _page(idle, known, whole_number(number) or 0)
    card = known.look.people.card(whole_number(number) or 0)
    if card is None:
        return Turn(idle, (Message(say("person-gone"), ((_LIST, _MENU),)),))
    if what == "card":
        return Turn(idle, (shown_card(card, known),))
    if not card.changes:
        return not_allowed(idle)
    return people_changes.press(idle, known, card, what, tuple(rest))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The name that was asked for."""
    if not known.may(Action.KEEP_PEOPLE):
        return not_allowed(state)
    text = " ".join(clean(inbound.text).split())
    if known.leaves(inbound.text, named=True):
        return overview(state.model_copy(update={"asking": None, "about": None}), known)
    what, _, number = (state.about or "").partition(":")
    card = known.look.people.card(whole_number(number) or 0) if what == "hand" else None
    if card is not None and card.changes:
        return people_changes.named_taker(state, known, card, text)
    if not _SHORTEST <= len(text) <= _LONGEST:
        return Turn(state, (Message(say("people-ask-name"), ((_LIST, _MENU),), numbered=False),))
    found = known.look.people.named(text, PAGE + 1)
    if not found:
        return Turn(state, (Message(say("people-none", name=text), ((_LIST, _MENU),)),))
    idle = state.model_copy(update={"asking": None, "about": None})
    if len(found) == 1 and (card := known.look.people.card(found[0].id)):
        return Turn(idle, (shown_card(card, known),))
    more = say("people-more", count=PAGE) if len(found) > PAGE else None
    options = rows_of((_option(each) for each in found[:PAGE]), 1)
    return Turn(idle, (Message(lines(say("people-found"), more), (*options, (_FIND, _LIST, _MENU))),))


def shown_card(card: PersonCard, known: Known) -> Message:
    """Who it is, what hangs on them, and what can be changed."""
    line, duties = card.line, card.duties
    active = line.status is PersonStatus.ACTIVE
    seen = say("person-unseen")
    if card.last_seen is not None:
        seen = say("person-seen", count=card.channels, day=card.last_seen)
    text = lines(
        say("person-title", name=line.name, role=say(f"role-{line.role}"), where=line.where or "–"),
        None if active else say("person-is-suspended"),
        say("person-is-restricted", day=card.restricted) if card.restricted else None,
        say("person-joined", day=card.joined, count=card.reports),
        seen,
        *people_changes.hanging(duties),
    )
    options: list[Option] = []
    if card.changes:
        if active:
            options = [
                Option(say("person-move"), token("pe", "ask", line.id, "unit")),
                Option(say("person-role"), token("pe", "ask", line.id, "role")),
                Option(say("person-hand-over"), token("pe", "to", line.id)),
            ]
        stop = PersonStatus.SUSPENDED if active else PersonStatus.ACTIVE
        options.append(Option(say(f"person-to-{stop}"), token("pe", "ask", line.id, "status", stop)))
        if not active:
            options.append(Option(say("rights-paper"), token("dt", "paper", line.id)))
    if card.restricted and card.changes:
        options.append(Option(say("person-lift"), token("dt", "lift", line.id)))
    options.append(history_option("person", line.id))
    return Message(text, (*rows_of(options), (_FIND, _LIST, _MENU)), in_place=True)


def _page(state: State, known: Known, page: int) -> Turn:
    if not known.may(Action.KEEP_PEOPLE):
        return not_allowed(state)
    many = known.look.people.count()
    last = max((many - 1) // PAGE, 0)
    page = min(page, last)
    found = known.look.people.page(page * PAGE, PAGE)
    turn: list[Option] = []
    if page > 0:
        turn.append(Option(say("people-before"), token("pe", "list", page - 1)))
    if page < last:
        turn.append(Option(say("people-next"), token("pe", "list", page + 1)))
    title: Speech = say("people-title", count=many, page=page + 1, pages=last + 1)
    units = (Option(say("units-list"), "go:units"),) if known.may(Action.KEEP_UNITS) else ()
    rows = (*rows_of((_option(each) for each in found), 1), *rows_of(turn), (_FIND, *units, _MENU))
    return Turn(state, (Message(title, rows, in_place=True),))


def _option(line: PersonLine) -> Option:
    key = "people-line" if line.status is PersonStatus.ACTIVE else "people-line-suspended"
    who = say(key, name=line.name, role=say(f"role-{line.role}"))
    label = lines(who, line.where or None, separator=" · ")
    return Option(label, token("pe", "card", line.id))
