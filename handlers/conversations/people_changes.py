"""What is changed of a person: first what to, then really; a hand-over shows before what goes along."""

from collections.abc import Iterator, Sequence

from core.catalogue.fact_types import Role
from core.dialogue.known import Known
from core.dialogue.people_effects import CHANGES, ChangePerson, HandOverDuties, What
from core.dialogue.people_known import Duties, PersonCard, PersonLine
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import fold
from core.people import PersonStatus
from core.permissions import Action, may
from core.texts import Speech, lines, say

#: colleagues to choose from
_TAKERS = 8


def press(state: State, known: Known, card: PersonCard, what: str, rest: tuple[str, ...]) -> Turn:
    """What a button of a person's card leads to."""
    first, second, third, *_ = (*rest, "", "", "")
    change = next((each for each in CHANGES if each == first), None)
    match what:
        case "ask" if change is not None:
            return Turn(state, (_asked(known, card, change, second),))
        case "do" if change is not None:
            return Turn(state, (ChangePerson(card.line.id, change, second, third),))
        case "hand":
            return Turn(state, (_really_hand(known, card, whole_number(first) or 0),))
        case "over":
            return Turn(state, (HandOverDuties(card.line.id, whole_number(first) or 0),))
        case _:
            waits = state.model_copy(update={"asking": "person", "about": f"hand:{card.line.id}"})
            return Turn(waits, (_to_whom(known, card),))


def named_taker(state: State, known: Known, card: PersonCard, text: str) -> Turn:
    """Who takes over, by a part of the name, with or without diacritics."""
    found = [each for each in known.look.people.takers(card.line.id, 1_000) if fold(text) in fold(each.name)]
    if len(found) == 1:
        idle = state.model_copy(update={"asking": None, "about": None})
        return Turn(idle, (_really_hand(known, card, found[0].id),))
    return Turn(state, (_to_whom(known, card, found),))


def hanging(duties: Duties) -> Iterator[Speech]:
    """What hangs on somebody, a line each."""
    yield from (say(f"person-{kind}", count=count) for kind, count in duties.moving().items())
    if duties.sent_back:
        yield say("person-sent-back", count=duties.sent_back)
    if duties.draft:
        yield say("person-draft")
    if duties.alone:
        yield say("person-alone")


def _asked(known: Known, card: PersonCard, what: What, to: str) -> Message:
    """To what, or the question whether really, with old and new beside each other."""
    choices = dict(_choices(known, card, what))
    if to not in choices:
        options = [
            Option(label, token("pe", "ask", card.line.id, what, value))
            for value, label in choices.items()
            if value != _now(card, what)
        ]
        asked = say(f"person-ask-{what}", name=card.line.name)
        return Message(asked, (*rows_of(options, 1), (_back(card),)), in_place=True)
    now = _now(card, what)
    yes = token("pe", "do", card.line.id, what, to, now)
    text = lines(
        say("person-really", name=card.line.name),
        say(f"person-really-{what}", old=_label(choices, card, now), new=choices[to]),
        *_goes_along(card, what, to),
    )
    options = [Option(say("person-yes"), yes, main=True)]
    leaves = what == "unit" or to == PersonStatus.SUSPENDED
    if leaves and card.duties.moving():
        options.append(Option(say("person-hand-over-first"), token("pe", "to", card.line.id)))
    return Message(text, (*rows_of(options, 1), (_back(card),)), yes=yes, in_place=True)


def _goes_along(card: PersonCard, what: What, to: str) -> Iterator[Speech]:
    """What else such a change means."""
    if to == PersonStatus.SUSPENDED:
        yield say("person-suspended-means")
    loses = to == PersonStatus.SUSPENDED or (what == "role" and not may(Role(to), Action.KEEP_TOKENS))
    if loses and card.duties.tokens:
        yield say("person-tokens-end", count=card.duties.tokens)
    if to == PersonStatus.ACTIVE:
        yield say("person-active-means")
    if to == PersonStatus.SUSPENDED or what == "unit":
        yield from hanging(card.duties)


def _choices(known: Known, card: PersonCard, what: What) -> Iterator[tuple[str, Speech]]:
    """What may be chosen, as it is stored and as it is read."""
    if what == "unit":
        yield from ((str(number), name) for number, name in known.look.people.units())
        yield "0", say("person-no-unit")
    elif what == "role":
        yield from ((role.value, say(f"role-{role}")) for role in card.roles)
    else:
        for status in (PersonStatus.ACTIVE, PersonStatus.SUSPENDED):
            yield status.value, say(f"person-status-{status}")


def _now(card: PersonCard, what: What) -> str:
    now = {"unit": str(card.unit_id), "role": card.line.role.value, "status": card.line.status.value}
    return now[what]


def _label(choices: dict[str, Speech], card: PersonCard, value: str) -> Speech:
    """What is no choice any more, as a unit that has ended, is called by its name all the same."""
    return choices.get(value) or card.line.where or "–"


def _to_whom(known: Known, card: PersonCard, among: Sequence[PersonLine] = ()) -> Message:
    """Who may take over: those of the same unit in front, or those whose name was typed."""
    found = among[:_TAKERS] or known.look.people.takers(card.line.id, _TAKERS)
    options = [
        Option(
            lines(
                say("people-line", name=each.name, role=say(f"role-{each.role}")),
                each.where or None,
                separator=" · ",
            ),
            token("pe", "hand", card.line.id, each.id),
        )
        for each in found
    ]
    text = say("person-to-whom" if found else "person-to-nobody", name=card.line.name)
    return Message(text, (*rows_of(options, 1), (_back(card),)), in_place=True)


def _really_hand(known: Known, card: PersonCard, to_id: int) -> Message:
    """What goes to whom, and what stays."""
    takers = known.look.people.takers(card.line.id, 1_000)
    taker = next((each for each in takers if each.id == to_id), None)
    if taker is None:
        return _to_whom(known, card)
    duties = card.duties
    goes = [say(f"person-{kind}", count=count) for kind, count in duties.moving().items()]
    stays = [
        say("person-sent-back-stays", count=duties.sent_back) if duties.sent_back else None,
        say("person-draft-stays") if duties.draft else None,
        say("person-unit-stays", unit=card.line.where or "–") if card.unit_id else None,
    ]
    yes = token("pe", "over", card.line.id, taker.id)
    text = lines(
        say("person-hand-really", name=card.line.name, taker=taker.name),
        say("person-hand-moves") if goes else say("person-hand-none"),
        *goes,
        *stays,
        say("person-alone") if duties.alone else None,
    )
    options = [Option(say("person-hand-yes"), yes, main=True), _back(card)]
    return Message(text, (tuple(options),), yes=yes, in_place=True)


def _back(card: PersonCard) -> Option:
    return Option(say("request-back"), token("pe", "card", card.line.id))
