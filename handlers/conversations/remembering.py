"""What is kept of a free message, so that an admin sees how messages are understood."""

from core.dialogue.effects import KeepHeard
from core.dialogue.known import Known
from core.dialogue.state import FormState
from core.dialogue.steps import Turn
from core.folding import clean
from core.understanding.read import read
from core.understanding.situation import Reading
from core.understanding.tips import TIP, may_be_tip
from handlers.conversations.situations import situation

#: letters of a message that are kept
MOST = 2_000


def understood_as(turn: Turn, known: Known, text: str, reading: Reading) -> Turn:
    """The turn that a message led to, with the message kept."""
    return _with(turn, known, text, reading, unread=False)


def in_vain(turn: Turn, known: Known, text: str, form: FormState | None = None) -> Turn:
    """The same for one that nothing came of; `form` is the one it was said about.

    A report that its sender may not make was understood all the same.
    """
    lexicon = known.lexicon()
    if lexicon is None or (form is not None and form.fact_type == TIP):
        return turn
    reading = read(text, situation(known), lexicon)
    if form is not None:
        reading.intent, reading.records = "unclear", []
    return _with(turn, known, text, reading, unread=not reading.records)


def _with(turn: Turn, known: Known, text: str, reading: Reading, *, unread: bool) -> Turn:
    lexicon = known.lexicon()
    said = clean(text)[:MOST]
    if lexicon is None or not said or may_be_tip(said, reading, situation(known), lexicon):
        return turn
    kind = reading.records[0].fact_type if reading.records else None
    kept = KeepHeard(said, known.turn_id, reading.intent, kind or None, unread)
    return Turn(turn.state, (kept, *turn.steps))
