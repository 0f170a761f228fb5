"""Answers to messages that report nothing: figures, plans, questions, wishes, a greeting.

What the bot cannot do yet it says, with what comes nearest and who can help; it never pretends.
"""

from collections.abc import Iterator

from core.broadcasts.audience import ALL_COMMUNES
from core.broadcasts.heard import Name, heard
from core.catalogue.fact_types import FactType
from core.dialogue.effects import ShowSummary
from core.dialogue.kinds import NIL_REPORT
from core.dialogue.known import Known
from core.dialogue.plan_effects import ShowTarget
from core.dialogue.request_effects import KeepQuestion
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.summary_effects import ShowOwnWeek
from core.dialogue.summary_pages import round_asked
from core.dialogue.tokens import token
from core.permissions import Action
from core.texts import lines, say
from core.understanding.situation import Reading
from handlers.conversations import broadcast_words, broadcasts, papers, progress, summary, waiting

_MENU = Option(say("menu-button"), "go:menu")
_LINK = Option(say("channel-add"), token("lk", "new"))
_PROGRESS = Option(say("menu-progress"), "go:progress")
_SUMMARY = Option(say("menu-summary"), "go:summary")
_MEMBERS = Option(say("menu-members"), "go:members")


def nothing_happened(state: State, known: Known, reading: Reading, text: str) -> Turn | None:
    if known.reportable(NIL_REPORT) is None:
        return None
    options = (Option(say("reminder-button-nil"), "go:nil", main=True), _MENU)
    return Turn(state, (Message(say("said-nil"), (options,), yes="go:nil"),))


def planned(state: State, known: Known, reading: Reading, text: str) -> Turn | None:
    """What is still to come is not stored; the bot can ask about it afterwards."""
    kind = _kind_of(known, reading.topic)
    if kind is None:
        return None
    done, remind = Option(say("said-already-done"), token("new", kind.code)), ""
    options = [done, _MENU]
    if reading.day is not None:
        remind = token("rem", kind.code, reading.day.isoformat())
        options.insert(0, Option(say("said-remind", day=reading.day), remind, main=True))
    unsent = say("said-unsent") if "broadcast" in reading.others else None
    answer = lines(say("said-planned", kind=kind.label), unsent)
    return Turn(state, (Message(answer, rows_of(options, 1), yes=remind),))


def figures(state: State, known: Known, reading: Reading, text: str) -> Turn:
    """The target that is asked about, or what waits; who has not reported, what is slow, and how a time went
    stand in the summary.
    """
    if "#waiting_ones" in reading.features and known.may(Action.DECIDE_REPORTS):
        return waiting.overview(state, known)
    if not known.may(Action.READ_PROGRESS):
        return progress.overview(state, known)
    of_a_target = reading.topic is not None and reading.topic in known.catalogue.targets
    when = round_asked(known, text) if "#in_general" in reading.features and not of_a_target else None
    if when:
        return summary.of(state, known, when)
    of_the_week = not reading.features.isdisjoint(("#reporting_units", "#slow_ones", "#silent_ones"))
    if of_the_week and known.may(Action.READ_SUMMARY):
        when = round_asked(known, text)
        return summary.of(state, known, when) if when else Turn(state, (ShowSummary(),))
    if reading.topic is not None and of_a_target:
        return Turn(state, (ShowTarget(reading.topic),))
    return progress.overview(state, known)


def report_wanted(state: State, known: Known, reading: Reading, text: str) -> Turn:
    """A summary, or a report on a plan; who may have none written is shown the figures for it."""
    reads = known.may(Action.READ_SUMMARY)
    own = known.may(Action.READ_PROGRESS) and not known.may(Action.MAKE_REPORTS)
    if (reads or own) and not reading.features.isdisjoint(("#weekly", "#week")):
        when = round_asked(known, text)
        if when is None:
            return Turn(state, (ShowSummary() if reads else ShowOwnWeek(),))
        return summary.of(state, known, when)
    if known.may(Action.MAKE_REPORTS):
        return papers.wanted(state, known, reading.days, text)
    return _says(state, "said-make-report", *((_SUMMARY,) if reads else ()), *_progress(known))


def broadcast(state: State, known: Known, reading: Reading, text: str) -> Turn:
    """A message to many, with whom and what the words name; who may write none is told who can."""
    if not known.may(Action.PROPOSE_BROADCASTS):
        return _says(state, "said-broadcast")
    told = heard(text, _audience_names(known), known.words.common.everybody)
    return broadcasts.asked_for(state, told.audience, told.text)


def _audience_names(known: Known) -> Iterator[Name]:
    """What people and places are called to whom a message may go. A role goes before what is called alike."""
    for role, words in known.words.common.audiences.items():
        yield Name("role", role.value, sorted(words))
    for code, name in known.look.units():
        yield Name("unit", code, (name,))
    communes = known.look.broadcasts.communes()
    for code, name in communes:
        yield Name("commune", code, (name,))
    if communes:
        yield Name("commune", ALL_COMMUNES, sorted(known.words.common.all_communes))
    for place in known.places:
        yield Name("place", place.code, (place.name, *place.also))
    for kind in broadcast_words.kinds(known):
        yield Name("kind", kind.code, (kind.label.vi, kind.label.en, *kind.also))


def reminder(state: State, known: Known, reading: Reading, text: str) -> Turn:
    """There are no reminders of one's own choosing; what comes by itself, and what can be asked for."""
    role = str(known.person.role) if known.person else ""
    return Turn(state, (Message(say("said-reminder", role=role), ((_MENU,),)),))


def newcomer(state: State, known: Known, reading: Reading, text: str) -> Turn:
    """Who wants somebody to be let in; or to get in themselves, as if the bot had a password."""
    if "#signing_in" in reading.features:
        return _says(state, "said-signing-in", _LINK)
    if known.may(Action.INVITE):
        return _says(state, "said-newcomer-invite", _MEMBERS)
    return _says(state, "said-newcomer")


def question(state: State, known: Known, reading: Reading, text: str) -> Turn:
    """There is no approved answer to give yet: an officer gets the question, in the words it was asked."""
    note = token("rp", known.turn_id)
    rows = rows_of((Option(say("said-ask-officer"), note, main=True), _MENU), 1)
    kept = state.model_copy(update={"told": (known.turn_id, text)})
    asked = KeepQuestion(text, "", "", "unknown")
    return Turn(kept, (asked, Message(say("said-ask"), rows, yes=note)))


def greeting(state: State, known: Known, reading: Reading, text: str) -> Turn:
    if "#thanking" in reading.features:
        return _says(state, "said-welcome")
    name, role = (known.person.name, str(known.person.role)) if known.person else ("", "")
    return Turn(state, (Message(say("said-greet", name=name, role=role), ((_MENU,),)),))


def refusal(state: State, known: Known, reading: Reading, text: str) -> Turn:
    return _says(state, "said-refuse")


def off_topic(state: State, known: Known, reading: Reading, text: str) -> Turn:
    return _says(state, "said-off-topic")


def _says(state: State, key: str, *options: Option) -> Turn:
    return Turn(state, (Message(say(key), rows_of((*options, _MENU))),))


def _progress(known: Known) -> tuple[Option, ...]:
    return (_PROGRESS,) if known.may(Action.READ_PROGRESS) else ()


def _kind_of(known: Known, topic: str | None) -> FactType | None:
    lexicon = known.lexicon()
    hearing = lexicon.topics.get(topic or "") if lexicon else None
    return known.tellable(hearing.fact_type) if hearing else None
