"""A free message while a form is open that is not about it: answered, or kept for afterwards. The form stays.

Verbs: mn (the happening kept goes first), mi (it is no other one: its words change the open form).
"""

from dataclasses import replace

from core.dialogue import forms
from core.dialogue.commanding import command_of
from core.dialogue.known import Known
from core.dialogue.state import Answer, FormState, State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token
from core.folding import clean
from core.messages import Inbound
from core.texts import lines, say
from core.understanding.situation import Reading
from handlers.conversations import answering, changing, leave, not_here, requests
from handlers.conversations.adding import with_answers
from handlers.conversations.moving import show, where_it_stands
from handlers.conversations.parking import MOST_PARKED, park, put_aside, stale, take_up
from handlers.conversations.remembering import understood_as
from handlers.conversations.saying import acted, filled_forms, told_lines

VERBS = frozenset({"mn", "mi"})

#: answers besides the day by which a message tells of a happening of its own
OWN = 2
#: what tells of a wrong, or asks for help, needs no figures to be one
_ALWAYS = frozenset({"complain", "request_support"})
#: what somebody may want beside the form that is open, and gets; the former answer no question of a form
NO_ANSWER = frozenset({"greet", "off_topic", "refuse", "make_report", "broadcast", "set_reminder"})
_BESIDE = NO_ANSWER | {"query", "ask", "plan_ahead", "register", "report_nil", "withdraw"}


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    key = args[0] if args else ""
    kept, form = state.parked_form(key), state.form
    if kept is None or form is None:
        return stale(state, key)
    if verb == "mn":
        first = state.model_copy(update={"following": (form.key, *(k for k in state.following if k != key))})
        return take_up(first, known, key)
    kind = known.form_type(form)
    if kind is None:
        return stale(state, key)
    left = state.model_copy(
        update={
            "parked": tuple(one for one in state.parked if one.key != key),
            "following": tuple(one for one in state.following if one != key),
        }
    )
    return show(left, known, with_answers(kind, form, kept.answers), None)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return stale(state, "")


def another(state: State, known: Known, reading: Reading, text: str) -> Turn | None:
    """Happenings of their own: kept as drafts that open after this form. One of the same kind may be meant
    to change it, and that is asked.
    """
    form = state.form
    if form is None or reading.intent not in ("report", *_ALWAYS):
        return None
    if any(record.op != "create" for record in reading.records):
        return None
    made = filled_forms(reading, known, text)
    if not made:
        return None
    first = made[0]
    alike = first.fact_type == form.fact_type and len(made) == 1
    if not (_differs(first, form, known, reading) if alike else _tells(first, form, known, reading)):
        return None
    kept = state.model_copy(
        update={
            "parked": (*state.parked, *made)[-MOST_PARKED:],
            "following": (*state.following, *(one.key for one in made)),
        }
    )
    ahead = Option(say("said-kept-first"), token("mn", first.key))
    into = Option(say("said-kept-into"), token("mi", first.key))
    options = (into, ahead) if alike else (ahead,)
    told = say("said-kept-alike" if alike else "said-kept", told=told_lines(made, known))
    again = say("said-repeated") if reading.repeated else None
    return _above(Turn(kept, (Message(lines(again, told), rows_of(options, 1)),)), known, text, reading)


def apart(state: State, known: Known, reading: Reading, text: str) -> Turn | None:
    """Leave is noted, a kind that is not reported here named; what is put as a question is answered, though
    it was read as a happening or a change, or has a word in it that answers the open question; who asks for
    a person gets one; any other happening of its own is kept. None for what is none of these.
    """
    if command_of(text, known.commands, known.words.common) == requests.OFFICER:
        return requests.to_people(state)
    away = leave.asked(state, known, text)
    if away is not None:
        # why somebody is away is theirs: the words are not kept
        return away if away.state.asking else _then_the_form(away, known)
    elsewhere = not_here.told(known, reading, text)
    if elsewhere is not None:
        return _above(not_here.answer(state, known, elsewhere), known, text, elsewhere)
    finder = known.finder()
    asks = reading.intent == "ask" or reading.intent not in _BESIDE
    if asks and finder is not None and finder.is_put(clean(text)):
        answered = answering.instead(state, known, reading, text, found_only=True)
        if answered is not None:
            return _above(answered, known, text, reading)
    return another(state, known, reading, text)


def beside(state: State, known: Known, reading: Reading, text: str) -> Turn | None:
    """A question, a wish, a greeting: answered, and the form's step shown again. None for what is neither.

    To take back, with no word of which report, is to leave this one.
    """
    total = reading.intent == "report" and any(record.op == "total" for record in reading.records)
    if state.form is None or not (total or reading.intent in _BESIDE):
        return None
    if reading.intent == "ask" and "#subject" not in reading.features:
        # "what do you think?" asks nothing that somebody could answer
        answered = answering.instead(state, known, reading, text, found_only=True)
        return _above(answered, known, text, reading) if answered is not None else None
    if reading.intent == "withdraw":
        return _taken_back(state, known, reading, text)
    turn = acted(state, known, reading, text)
    return _above(turn, known, text, reading) if turn is not None else None


def _taken_back(state: State, known: Known, reading: Reading, text: str) -> Turn:
    """A report that was sent is asked about with the form put aside, for a yes would be one to its card, too.
    The form stays where it only waits for an answer, unless the report sent last is meant: that may be it.
    """
    form = state.form
    kind = known.form_type(form) if form else None
    if not reading.about or reading.features.isdisjoint(("#topic", "#date", "#past", "#latest")):
        return park(state, known)
    if form and kind and forms.current_field(kind, form) and "#latest" not in reading.features:
        return _above(changing.withdraw(state, known, reading, text), known, text, reading)
    kept, aside = put_aside(state, known)
    turn = changing.withdraw(kept, known, reading, text)
    on = ((Option(say("draft-continue"), token("res", form.key)),),) if form and aside else ()
    steps = (
        replace(step, text=lines(aside, step.text), rows=(*step.rows, *on))
        if isinstance(step, Message)
        else step
        for step in turn.steps
    )
    return understood_as(Turn(turn.state, tuple(steps)), known, text, reading)


def corrected(state: State, known: Known, reading: Reading, text: str) -> Turn | None:
    """An earlier report put right while a form is open: the form comes back by itself afterwards."""
    form = state.form
    if form is None or form.corrects is not None or reading.intent != "correct" or not reading.about:
        return None
    turn = changing.correct(state, known, reading, text)
    if turn.state.form is None or turn.state.parked_form(form.key) is None:
        return None
    after = turn.state.model_copy(update={"following": (form.key, *state.following)})
    return understood_as(Turn(after, turn.steps), known, text, reading)


def of_another_kind(reading: Reading, form: FormState) -> bool:
    """Whether a long message clearly reports something of another kind: its words change nothing here, even
    where nobody may report that here.
    """
    told = [record.fact_type for record in reading.records]
    clear = reading.intent == "report" and reading.features >= {"#strong", "#long"}
    return clear and bool(told) and form.fact_type not in told


def _tells(told: FormState, form: FormState, known: Known, reading: Reading) -> bool:
    """Whether a message tells a happening of another kind, and not one word that is a cue for it."""
    if told.fact_type == form.fact_type:
        return _differs(told, form, known, reading)
    if reading.intent in _ALWAYS:
        return True
    own = len(_own(told, known))
    return "#strong" in reading.features and own >= (OWN if "#number" in reading.features else OWN + 1)


def _differs(told: FormState, form: FormState, known: Known, reading: Reading) -> bool:
    """Whether a message of the same kind contradicts so much of the form that it may be another happening."""
    own = told.answers if "#date" in reading.features else _own(told, known)
    unlike = [code for code, value in own.items() if form.answers.get(code, value) != value]
    return len(unlike) >= OWN or ("#more" in reading.features and "#number" in reading.features)


def _own(told: FormState, known: Known) -> dict[str, Answer]:
    kind = known.form_type(told)
    day = kind.date_field().code if kind else ""
    return {code: value for code, value in told.answers.items() if code != day}


def _above(turn: Turn, known: Known, text: str, reading: Reading) -> Turn:
    """What was said to it, and below it the step the form is at."""
    return understood_as(_then_the_form(turn, known), known, text, reading)


def _then_the_form(turn: Turn, known: Known) -> Turn:
    again = where_it_stands(turn.state, known, say("form-still-open"))
    return turn.then(*((replace(again, in_place=False),) if again else ()))
