"""Whether a free message is a question for the articles, beside what else it was read as.

A report may hold words of asking, a question may hold a whole happening ("bị bơm thiếu thì báo ai"): what
tells them apart is how it is put, what was told as done, and whether an article clearly answers.
"""

from core.knowledge.finding import CERTAIN, LIKELY, Found
from core.understanding.situation import Reading

#: what is a question whatever is found, what may be one where something is, what where it is much like one
ASKED = frozenset({"ask"})
_UNREAD = frozenset({"unclear", "off_topic"})
_MAYBE = frozenset({"confirm", "deny", "refuse", "register", "query"})
#: never more than what they are; all others may be put as a question
_NEVER = frozenset({"answer", "greet", "incident"})
#: put as a question, these need an article that clearly answers: several to choose from are no help
_CLEARLY = frozenset(
    {"refuse", "correct", "withdraw", "report_nil", "plan_ahead", "make_report", "set_reminder"}
)
#: from this likeness of a question of an article on; so much like one needs no words of asking
ALIKE, SAME = 0.6, 0.85
#: what is put as a question and so likely about something of ours is not sent away as none of it
_PERHAPS = 0.3
#: what an article has to come to where something is told as done, too
_SURE = 10.0
_HAPPENED = frozenset({"#past", "#done"})
_FIGURES = frozenset({"#number", "#date"})
#: who tells of a wrong and says whose or where, wants it looked into, unless it is put as a question
_NAMED = frozenset({"#org", "#place"})
#: what tells that something happened, or where: no title does
_TELLING = _HAPPENED | _FIGURES | _NAMED | {"#done_word", "#person", "#more", "#planned", "#money"}
_ABOVE = frozenset({"#manager", "#admin"})
_STAFF = _ABOVE | {"#officer"}


def may_be_question(reading: Reading, put: bool) -> bool:
    """Whether it is worth looking for an answer. `put`: it is put as a question."""
    if reading.intent in ASKED | _UNREAD | _MAYBE or put:
        return True
    if reading.intent == "report":
        return reading.features.isdisjoint(_HAPPENED | _FIGURES)
    return reading.intent not in _NEVER


def may_be_either(reading: Reading) -> bool:
    """Whether few words name a kind of report and tell nothing that happened: a report begun, or a title."""
    created = len(reading.records) == 1 and reading.records[0].op == "create"
    begun = reading.intent == "report" and "#brief" in reading.features and created
    return begun and reading.features.isdisjoint(_TELLING)


def is_alike(found: Found) -> bool:
    """Whether words that are not put as a question are still like those of an article."""
    return is_likely(found) and found.near is None and found.ranking[0].wording >= ALIKE


def is_question(reading: Reading, found: Found, *, in_form: bool = False) -> bool:
    """Whether the answer found is what it wants. `in_form`: a form is open, which most words belong to."""
    if not found.ranking:
        return reading.intent in ASKED or (
            reading.intent in _UNREAD and found.kind != "unknown" and found.asked.asks
        )
    best = found.ranking[0]
    alike = best.wording >= ALIKE
    if best.exact or reading.intent in ASKED:
        return True
    if found.kind == "choice" and not found.asked.put and _unread_report(reading):
        return False
    if found.kind != "unknown" and (
        (reading.intent in _MAYBE and alike) or (reading.intent in _UNREAD and (found.asked.asks or alike))
    ):
        return True
    if found.kind == "unknown" and reading.intent in ({"off_topic"} if in_form else _UNREAD):
        return found.asked.put and found.ours >= _PERHAPS
    return _beside(reading, found, in_form)


def _unread_report(reading: Reading) -> bool:
    """Whether one of the staff tells something with figures as done, though nobody knows what kind it is."""
    told = "#number" in reading.features and not reading.features.isdisjoint(_HAPPENED)
    return told and reading.intent in _UNREAD and not reading.features.isdisjoint(_STAFF)


def _beside(reading: Reading, found: Found, in_form: bool) -> bool:
    """The same of what was read as something else."""
    intent, best = reading.intent, found.ranking[0]
    if intent in _NEVER or (intent == "query" and not reading.features.isdisjoint(_ABOVE)):
        return False
    clear = found.kind == "answer"
    if intent == "complain" and not reading.features.isdisjoint(_NAMED):
        return clear and found.asked.put and not in_form
    if not found.asked.put:
        return clear and not in_form and (intent in _UNREAD or best.wording >= SAME)
    if in_form and not clear:
        return False
    told = intent == "report" and not reading.features.isdisjoint(_HAPPENED) and not _marked(reading)
    if clear:
        return not told or best.weight >= _SURE
    if told or intent in _CLEARLY or (intent == "query" and reading.topic is not None):
        return False
    return is_likely(found)


def is_likely(found: Found) -> bool:
    """Whether there is something to say that is likely meant: one article, or several of one subject where
    it is that what is surely asked about.
    """
    if found.kind == "choice":
        of_one = found.asked.put and len({hit.article.subject for hit in found.hits}) == 1
        return found.ranking[0].score >= LIKELY or (of_one and found.ours >= CERTAIN)
    return found.kind in ("answer", "near")


def _marked(reading: Reading) -> bool:
    return "#question" in reading.features
