"""A happening of a kind that nobody reports here, as only plans of another level count it.

It is no question, whatever articles say of its words: it is said what was understood, and what may be
reported here.
"""

from core.catalogue.fact_types import Level
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.folding import clean
from core.texts import say
from core.understanding.read import read
from core.understanding.situation import Reading
from handlers.conversations.situations import situation

#: what words that report something of another kind may be read as with the kinds of this tenant
_UNREAD = frozenset({"unclear", "off_topic", "ask", "query", "report"})
_HAPPENED = frozenset({"#past", "#done"})


def told(known: Known, reading: Reading, text: str) -> Reading | None:
    """The message read with the kinds of report of all levels, where only these make a report of it.

    `reading`: with those of the tenant. None for words that report nothing, or are put as a question.
    """
    lexicon, own, finder, person = known.everywhere(), known.lexicon(), known.finder(), known.person
    if lexicon is None or own is None or person is None or reading.records or reading.intent not in _UNREAD:
        return None
    if not _may_tell(reading) or (finder is not None and finder.is_put(clean(text))):
        return None
    wider = read(text, situation(known), lexicon)
    first = next(iter(wider.records), None)
    kind = known.fact_type(first.fact_type) if first else None
    if wider.intent != "report" or first is None or kind is None or first.fact_type in own.hearings:
        return None
    clear = first.op == "create" and "#strong" in wider.features and person.role in kind.reporters
    return wider if clear else None


def answer(state: State, known: Known, reading: Reading) -> Turn:
    """What it was understood as, who reports such things, and what is reported here, one tap away."""
    kind = known.catalogue.fact_types[reading.records[0].fact_type]
    tenant = known.person.tenant_name if known.person else ""
    for_communes = str(Level.COMMUNE in kind.levels).lower()
    options = (
        Option(say("not-here-kinds"), "go:report", main=True),
        Option(say("menu-progress"), "go:progress"),
        Option(say("menu-button"), "go:menu"),
    )
    text = say("not-here", kind=kind.label, tenant=tenant, communes=for_communes)
    return Turn(state, (Message(text, rows_of(options, 1)),))


def _may_tell(reading: Reading) -> bool:
    """Whether something is told as done; figures alone may be of a subject that is asked about."""
    features = reading.features
    return not features.isdisjoint(_HAPPENED) or ("#number" in features and "#subject" not in features)
