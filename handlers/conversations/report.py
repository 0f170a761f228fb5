"""Filling a form: one question after the other, back and forth, aside and resumed, reviewed and sent.

Every answer is kept the moment it is given. Verbs: new, f (answer), t/td (toggle, done), p (page),
r (reading), ev (photos done), b (back), s (skip), e (edit), x (put aside), res (resume), del (delete),
dup (not a duplicate), jt (done together), rule (a manager decides), ok (send).
"""

from dataclasses import replace

from core.answers import Read, Refused, Unsure, read_answer, says_nothing
from core.answers.organisations import names_one
from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.consents import LOCATION
from core.dialogue import forms
from core.dialogue.effects import KeepEvidence, KeepHeard
from core.dialogue.engine import file_refused
from core.dialogue.known import Known
from core.dialogue.state import Answer, FormState, State
from core.dialogue.steps import Message, Turn
from core.folding import clean
from core.messages import Attachment, AttachmentKind, Inbound
from core.texts import say
from handlers.conversations import broadcasts, loose_files, meanwhile, rights, saying
from handlers.conversations.adding import amended, several, with_answers
from handlers.conversations.asking import reading_message
from handlers.conversations.card import changes_told, review_message
from handlers.conversations.moving import agreed, gone, move, named, refused, show, where_it_stands
from handlers.conversations.parking import delete, park, stale, take_up
from handlers.conversations.remembering import in_vain
from handlers.conversations.sending import send
from handlers.conversations.starting import start

VERBS = frozenset(
    {
        "new",
        "f",
        "t",
        "td",
        "p",
        "r",
        "ev",
        "b",
        "s",
        "e",
        "x",
        "res",
        "del",
        "dup",
        "jt",
        "sure",
        "rule",
        "ok",
        "ed",
        "hn",
    }
)


#: questions that words of one's own answer
_OWN_WORDS = (FieldType.TEXT, FieldType.PEOPLE)
#: a message with one of these does more than say yes to the card
_NO_YES = ("#number", "#date", "#withdrawing", "#denying")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    key, rest = (args[0], args[1:]) if args else ("", ())
    match verb:
        case "new":
            return start(state, known, key, rest[0] if rest else "")
        case "res":
            return take_up(state, known, key)
        case "del":
            return delete(state, key)
    form = state.form
    if form is None or form.key != key:
        return stale(state, key)
    kind = known.form_type(form)
    if kind is None:
        return gone(state)
    match verb:
        case "x":
            return park(state, known)
        case "ed":
            return Turn(state, (review_message(kind, form, known, edits_shown=True),))
        case "hn":
            return show(state, known, forms.without_numbers(kind, form), say("numbers-hidden"))
        case "ok" | "dup" | "jt" | "sure" | "rule":
            return send(state, known, kind, form, answer=verb)
        case _:
            return move(state, known, kind, form, verb, rest)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The answer to the open question, typed."""
    form = state.form
    kind = known.form_type(form) if form else None
    if form is None or kind is None:
        return gone(state)
    field = forms.current_field(kind, form)
    if field is None:
        return _at_the_card(state, known, kind, form, inbound)
    if _leaves(field, known, form, inbound):
        return _left(state, known, kind, form, field)
    # to a question for words any words would be an answer, though it stands on another channel's screen
    unseen = field.type is FieldType.TEXT and not state.form_is_shown
    if unseen or field.type is FieldType.EVIDENCE:
        other = _otherwise(state, known, kind, form, inbound)
        again = _shown_here(state, known, form) if unseen else None
        return other or again or refused(state, known, form, say("form-evidence-please"))
    return _typed_answer(state, known, kind, form, field, inbound)


def _typed_answer(
    state: State, known: Known, kind: FactType, form: FormState, field: FieldSpec, inbound: Inbound
) -> Turn:
    read = read_answer(field, clean(inbound.text), known.setting(form.answers))
    if isinstance(read, Read):
        more = several(kind, form, known, inbound.text) if form.said else {}
        if len(more) > 1 and field.code in more:
            return _kept(state, known, kind, form, more)
    elif says_nothing(read) and known.agrees(inbound.text):
        return agreed(state, known, kind, form, field)
    elif not (isinstance(read, Unsure) and names_one(field)):
        more_than_that = _otherwise(state, known, kind, form, inbound)
        if more_than_that is not None:
            return more_than_that
    match read:
        case Read(value):
            return named(state, known, kind, form, field, value)
        case Refused(reason):
            return refused(state, known, form, reason)
        case Unsure(question=question, readings=readings):
            asked = form.model_copy(update={"readings": tuple(value for _, value in readings)})
            message = reading_message(kind, asked, question, [label for label, _ in readings])
            return Turn(show(state, known, asked, None).state, (message,))


def _leaves(field: FieldSpec, known: Known, form: FormState, inbound: Inbound) -> bool:
    """Whether the words leave the form; not where they are one of the choices: a scale is given up, too."""
    if not known.leaves(inbound.text, named=field.type in _OWN_WORDS):
        return False
    if field.type not in (FieldType.CHOICE, FieldType.CHOICES):
        return True
    return not isinstance(read_answer(field, clean(inbound.text), known.setting(form.answers)), Read)


def _left(state: State, known: Known, kind: FactType, form: FormState, field: FieldSpec) -> Turn:
    """Words of leaving leave out a question that needs no answer, and put aside the form at any other."""
    if field.required or form.editing:
        return park(state, known)
    return show(state, known, forms.with_skip(kind, form, field.code), None)


def _otherwise(state: State, known: Known, kind: FactType, form: FormState, inbound: Inbound) -> Turn | None:
    """Words that are no answer to the open question: another happening, a correction, several answers at
    once, or what the person wants beside it.
    """
    reading = saying.heard(known, inbound.text)
    other = meanwhile.apart(state, known, reading, inbound.text) if reading else None
    if other is not None:
        return other
    if reading is not None and reading.intent == "correct":
        changes = amended(kind, form, known, inbound.text)
        changes = {code: value for code, value in changes.items() if code in form.answers}
        if changes:
            return _kept(state, known, kind, form, changes)
        earlier = meanwhile.corrected(state, known, reading, inbound.text)
        if earlier is not None:
            return earlier
    if reading is not None and reading.intent in meanwhile.NO_ANSWER:
        return meanwhile.beside(state, known, reading, inbound.text)
    more = several(kind, form, known, inbound.text)
    if len(more) > 1 or (more and form.said):
        return _kept(state, known, kind, form, more)
    return meanwhile.beside(state, known, reading, inbound.text) if reading else None


def _at_the_card(state: State, known: Known, kind: FactType, form: FormState, inbound: Inbound) -> Turn:
    """Words at the review card: yes, a correction of what stands there, or a hint to use the buttons."""
    if known.agrees(inbound.text):
        return send(state, known, kind, form) if state.form_is_shown else _shown_here(state, known, form)
    if known.leaves(inbound.text):
        return park(state, known)
    heard = saying.heard(known, inbound.text)
    wordless = heard is not None and "#wordless" in heard.features
    reading = None if wordless else heard
    other = reading and (
        meanwhile.apart(state, known, reading, inbound.text)
        or meanwhile.beside(state, known, reading, inbound.text)
    )
    if other:
        return other
    if reading and reading.intent == "confirm" and reading.features.isdisjoint(_NO_YES):
        return send(state, known, kind, form) if state.form_is_shown else _shown_here(state, known, form)
    apart = reading is not None and meanwhile.of_another_kind(reading, form)
    changes = {} if apart else amended(kind, form, known, inbound.text)
    if changes:
        return _kept(state, known, kind, form, changes)
    earlier = meanwhile.corrected(state, known, reading, inbound.text) if reading else None
    if earlier is not None:
        return earlier
    kept = show(state, known, form, None).state
    why = say("review-no-words" if wordless else "review-typed")
    asked = review_message(kind, form, known, why, edits_shown=True)
    return in_vain(Turn(kept, (asked,)), known, inbound.text, form)


def _shown_here(state: State, known: Known, form: FormState) -> Turn:
    """Where the form stands, to somebody who began it on another channel, before anything is taken for it."""
    return show(state, known, form, say("form-begun-elsewhere"))


def _kept(state: State, known: Known, kind: FactType, form: FormState, answers: dict[str, Answer]) -> Turn:
    """Several answers at once, if they hold together; the form then goes on with what is missing."""
    changed = with_answers(kind, form.model_copy(update={"editing": False}), answers)
    broken = forms.violation(kind, changed.answers)
    if broken is not None:
        return refused(state, known, form, broken.message)
    at = forms.filled(kind, changed, {})
    return show(state, known, at, None if form.corrects else changes_told(kind, form, at, known))


def files(state: State, known: Known, inbound: Inbound) -> Turn:
    """Photos, documents and places: evidence of the open form, or of a report still to be named."""
    unkept = next((one for one in inbound.attachments if one.refused), None)
    if unkept is not None:
        again = where_it_stands(state, known)
        return Turn(state, (file_refused(unkept),)).then(*((again,) if again else ()))
    kept = tuple(one for one in inbound.attachments if one.stored or one.kind is AttachmentKind.LOCATION)
    if state.asking == "broadcast":
        return broadcasts.received(state, known, inbound, kept)
    if not kept:
        return Turn(state, (Message(say("file-gone")),))
    if any(one.kind is AttachmentKind.LOCATION for one in kept) and not _keeps_places(known):
        again = where_it_stands(state, known)
        return Turn(state, (rights.place_not_kept(),)).then(*((again,) if again else ()))
    told = (
        saying.understood(state, known, inbound.text) if state.form is None and clean(inbound.text) else None
    )
    if told is not None and told.state.form is not None and told.state.form.corrects is None:
        return _captioned(told, known, kept)
    if state.form is None or known.form_type(state.form) is None:
        return loose_files.received(state.model_copy(update={"form": None}), known, kept)
    form = state.form.model_copy(update={"evidence": state.form.evidence + len(kept)})
    worded = _worded(state, form, known, inbound, kept) if clean(inbound.text) else None
    if worded is not None:
        return worded
    turn = show(state, known, form, say("file-kept", count=form.evidence))
    answers = tuple(
        Message(step.text, step.rows, step.numbered, coalesce=f"files:{form.key}")
        for step in turn.steps
        if isinstance(step, Message)
    )
    return Turn(turn.state, (KeepEvidence(form.key, kept), *answers))


def _keeps_places(known: Known) -> bool:
    own = known.look.own_data()
    return own is not None and LOCATION in own.consents


def _worded(
    state: State, form: FormState, known: Known, inbound: Inbound, kept: tuple[Attachment, ...]
) -> Turn | None:
    """Files with words while a form is open: with the happening the words tell, else with the form, which
    the words may answer. None for words that say nothing to it.
    """
    reading = saying.heard(known, inbound.text)
    other = meanwhile.another(state, known, reading, inbound.text) if reading else None
    if other is not None:
        key = next(key for key in other.state.following if key not in state.following)
        counted = tuple(
            one.model_copy(update={"evidence": one.evidence + len(kept)}) if one.key == key else one
            for one in other.state.parked
        )
        return Turn(
            other.state.model_copy(update={"parked": counted}), (KeepEvidence(key, kept), *other.steps)
        )
    turn = typed(state.model_copy(update={"form": form}), known, inbound)
    after = turn.state.form
    if after is None or after.key != form.key or after.answers == form.answers:
        return None
    return Turn(turn.state, (KeepEvidence(form.key, kept), *turn.steps))


def _captioned(told: Turn, known: Known, kept: tuple[Attachment, ...]) -> Turn:
    """Photos with words that are a report: its evidence, whatever else is still asked."""
    form = told.state.form
    if form is None:
        return told
    counted = form.model_copy(update={"evidence": form.evidence + len(kept)})
    turn = show(told.state.model_copy(update={"form": counted}), known, counted, None)
    heard = (step for step in told.steps if isinstance(step, KeepHeard))
    return Turn(turn.state, (*heard, KeepEvidence(form.key, kept), *turn.steps))


def resume(state: State, known: Known) -> Message | None:
    """The step of the open form once more, below what else was said: a message of its own."""
    message = where_it_stands(state, known, say("form-still-open"))
    return replace(message, in_place=False) if message else None
