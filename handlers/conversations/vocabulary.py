"""An admin sees which messages were not understood, and teaches words so that more are.

Verbs: vl (a list: messages or words), vm (open a message), vt (teach a word, of a message or another), va (an
answer), vp (a page), vb (back), vx (leave), vd (take a word back).
"""

from core.dialogue.effects import RemoveWord, TeachWord
from core.dialogue.known import Known
from core.dialogue.state import State, Teaching
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import whole_number
from core.messages import Inbound
from core.permissions import Action
from core.texts import say
from core.understanding.preview import unknown_words
from core.understanding.taught import Taught
from handlers.conversations import vocabulary_teach as teach
from handlers.conversations.questions import Row, in_row, out_of_row
from handlers.conversations.refusing import not_allowed
from handlers.conversations.vocabulary_list import messages, one_message, one_word, words
from handlers.conversations.vocabulary_meanings import situation_of
from handlers.conversations.vocabulary_teach import Next

VERBS = frozenset({"vl", "vm", "vt", "va", "vp", "vb", "vx", "vd"})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not _allowed(known):
        return not_allowed(state)
    if verb in ("vl", "vm", "vd"):
        return _looked(state, known, verb, args)
    first = args[0] if args else ""
    if verb == "vt":
        return _begin(state, known, whole_number(first))
    teaching = state.teaching
    if teaching is None or first != teaching.id:
        return Turn(state, (Message(say("words-stale"), ((Option(say("menu-words"), "vl"),),)),))
    answered = _row(known).after_button(verb[1], teaching, args[1:])
    if answered is None:
        return Turn(_left(state), (messages(known, 0, say("words-left")),))
    return _after(state, known, answered)


def _row(known: Known) -> Row[Teaching, Next]:
    return Row(
        lambda teaching, value: teach.pressed(teaching, value, known),
        lambda teaching, text: teach.typed(teaching, text, known),
        teach.back,
        Next,
    )


def _looked(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    """A list, a message, or a word to be taken back."""
    first, second, *_ = (*args, "", "")
    number, page = whole_number(first) or 0, whole_number(second) or 0
    if verb == "vd" and second == "yes":
        return Turn(_left(state), (RemoveWord(number),))
    match verb:
        case "vm":
            shown = one_message(known, number)
        case "vd":
            shown = one_word(known, number)
        case _:
            shown = words(known, page) if first == "words" else messages(known, page)
    return Turn(_left(state), (shown,))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The answer to the question being asked, typed; on the preview a yes saves the word."""
    teaching = state.teaching
    if not _allowed(known) or teaching is None:
        return overview(_left(state), known)
    return _after(state, known, _row(known).after_words(teaching, inbound.text, known))


def overview(state: State, known: Known) -> Turn:
    """The messages that were not understood, or were changed afterwards."""
    return press(state, known, "vl", ())


def _allowed(known: Known) -> bool:
    return known.may(Action.TEACH_WORDS)


def _begin(state: State, known: Known, message_id: int | None) -> Turn:
    """The first question; of a message its unknown words are offered."""
    heard = known.look.heard(message_id) if message_id is not None else None
    lexicon = known.lexicon()
    offered = unknown_words(heard.text, situation_of(heard), lexicon) if heard and lexicon else ()
    teaching = Teaching(id=known.turn_id, message=heard.id if heard else None, readings=offered)
    return _after(state, known, Next(teaching))


def _after(state: State, known: Known, answered: Next) -> Turn:
    """Keep where the dialogue is and ask what is next; or be done with it."""
    teaching = answered.teaching
    if answered.done:
        word = Taught(teaching.phrase, teaching.fact_type, teaching.field, teaching.option)
        return Turn(_left(state), (TeachWord(word),))
    message = teach.ask(teaching, known, answered.first)
    if message is None:
        return Turn(_left(state), (messages(known, 0, say("words-stale")),))
    return Turn(in_row(state, "teaching", teaching), (message,))


def _left(state: State) -> State:
    return out_of_row(state, "teaching")
