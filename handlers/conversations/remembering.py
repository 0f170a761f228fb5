"""What is kept of a free message, so that an admin sees how messages are understood."""

from core.confidential import TIP
from core.dialogue.effects import KeepHeard
from core.dialogue.known import Known
from core.dialogue.state import FormState
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token
from core.folding import clean
from core.texts import say
from core.understanding.read import read
from core.understanding.situation import Reading
from core.understanding.tips import may_be_tip
from handlers.conversations.situations import situation

#: letters of a message that are kept
MOST = 2_000
#: happenings of one message that are taken up at once
MOST_TOLD = 6
#: words and letters that the rest of a message is shown by
_WORDS, _LETTERS = 8, 60


def understood_as(turn: Turn, known: Known, text: str, reading: Reading) -> Turn:
    """The turn that a message led to, with the message kept, and its rest if that is too much for now."""
    return _with(_with_rest(turn, known, reading), known, text, reading, unread=False)


def in_vain(turn: Turn, known: Known, text: str, form: FormState | None = None) -> Turn:
    """The same for one that nothing came of; `form` is the one it was said about.

    A report that its sender may not make was understood all the same.
    """
    lexicon = known.lexicon()
    if lexicon is None or (form is not None and form.fact_type == TIP):
        return turn
    reading = read(text, situation(known), lexicon)
    turn = _with_rest(turn, known, reading)
    if form is not None:
        reading.intent, reading.records = "unclear", []
    return _with(turn, known, text, reading, unread=not reading.records)


def _with_rest(turn: Turn, known: Known, reading: Reading) -> Turn:
    """What of a long message was not taken up is said, and kept for a press unless another text is."""
    rest = reading.left(MOST_TOLD)
    if not rest:
        return turn
    begins = " ".join(rest.split()[:_WORDS])[:_LETTERS]
    free = turn.state.told is None or turn.state.told[0] != known.turn_id
    rows = ((Option(say("said-rest-read"), token("rest", known.turn_id)),),) if free else ()
    state = turn.state.model_copy(update={"told": (known.turn_id, rest)}) if free else turn.state
    return Turn(state, (Message(say("said-rest", begins=begins), rows), *turn.steps))


def _with(turn: Turn, known: Known, text: str, reading: Reading, *, unread: bool) -> Turn:
    lexicon = known.lexicon()
    said = clean(text)[:MOST]
    if lexicon is None or not said or may_be_tip(said, reading, situation(known), lexicon):
        return turn
    kind = reading.records[0].fact_type if reading.records else None
    kept = KeepHeard(said, known.turn_id, reading.intent, kind or None, unread)
    return Turn(turn.state, (kept, *turn.steps))
