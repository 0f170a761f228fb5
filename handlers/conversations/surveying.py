"""A survey of a place from its cards: a filled report for each kind, to be looked at and sent.

Verb: sv (of the place; without one, which).
"""

from collections import Counter

from core.dialogue import forms
from core.dialogue.known import Known
from core.dialogue.state import Answer, State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token
from core.messages import Inbound
from core.texts import lines, say
from handlers.conversations.instrument_words import kind_label
from handlers.conversations.moving import show
from handlers.conversations.parking import MOST_PARKED, put_aside
from handlers.conversations.refusing import not_allowed
from handlers.conversations.saying import told_lines

VERBS = frozenset({"sv"})

SURVEY = "instrument_registered"
_BACK = (Option(say("form-back"), "go:instruments"), Option(say("menu-button"), "go:menu"))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    kind = known.reportable(SURVEY)
    field = kind.field("place") if kind else None
    if kind is None or field is None:
        return not_allowed(state)
    look = known.look.instruments()
    place = args[0] if args else ""
    if not place:
        places = [each for each in known.places if each.kind in field.place_kinds]
        listed = [(each, len(look.here(each.code))) for each in places]
        options = [
            Option(say("labels-place", place=each.name, count=count), token("sv", each.code))
            for each, count in listed
            if count
        ]
        return Turn(state, (Message(say("survey-which"), (*rows_of(options, 1), _BACK), in_place=True),))
    counts = Counter(each.kind for each in look.here(place))
    if not counts:
        return Turn(state, (Message(say("instruments-list-none"), (_BACK,)),))
    made, fewer = [], []
    for number, (of_kind, count) in enumerate(counts.most_common(MOST_PARKED)):
        key = known.turn_id if number == 0 else f"{known.turn_id}-{number}"
        share = look.share(place, of_kind)
        if share is not None and share[1] > count:
            fewer.append(say("survey-fewer", kind=kind_label(of_kind, known), count=count, before=share[1]))
        new = forms.new_form(kind, key, {}, known.now)
        said: dict[str, Answer] = {
            "place": place,
            "instrument_kind": of_kind,
            "count": count,
            "date": known.today.isoformat(),
        }
        made.append(forms.filled(kind, new, said))
    state, aside = put_aside(state, known)
    first, *rest = made
    kept = state.model_copy(
        update={"parked": (*state.parked, *rest), "following": tuple(form.key for form in rest)}
    )
    more = say("said-several", count=len(made), told=told_lines(made, known)) if rest else None
    return show(kept, known, first, lines(aside, say("survey-from-cards"), *fewer, more))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return press(state, known, "sv", ())
