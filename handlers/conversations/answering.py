"""Questions answered from approved articles: short first, then in plain words, in full, or by a person.

Verbs: ka (an article: its code, which part of it, and the message it was found for), kg and kb (its answer
was what was asked for, or was not).
"""

from dataclasses import replace

from core.catalogue.fact_types import Role
from core.confidential import TIP
from core.dialogue.commanding import command_of
from core.dialogue.known import ASK, Known
from core.dialogue.request_effects import KeepQuestion, Outcome, RateAnswer
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token
from core.folding import clean
from core.knowledge.finding import Finder, Found
from core.knowledge.how_many import told_of
from core.knowledge.meant import (
    ASKED,
    is_alike,
    is_likely,
    is_question,
    may_be_either,
    may_be_question,
)
from core.messages import Inbound
from core.requests.states import WAITING
from core.texts import say
from core.understanding.situation import Reading
from core.understanding.tips import asked_of_somebody
from handlers.conversations.article import ask_for, people, shown
from handlers.conversations.situations import situation

VERBS = frozenset({"ka", "kg", "kb"})

#: what is read as a form to fill, by what its button is called
_FORMS = {"report": "report", "complain": "tip", "request_support": "support"}
#: other articles that are offered where the first was not what was meant
OTHERS = 2

#: words that say that somebody asks are at most so many, a question behind them at least
_WORDS, _QUESTION = 6, 3

_MENU = Option(say("menu-button"), "go:menu")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    finder = known.finder()
    code, part, key = (*args, "", "", "")[:3]
    article = finder.base.articles.get(code) if finder else None
    if finder is None or article is None:
        return Turn(state, (Message(say("known-gone"), ((_MENU,),)),))
    if verb == "kg":
        return Turn(state, (RateAnswer(code, True),))
    if verb == "kb":
        return _not_meant(state, known, finder, code)
    asked, text = state.told or ("", "")
    if part:
        return Turn(state, (shown(article, known, finder.base, asked or known.turn_id, part),))
    if key and key == asked:
        chosen = KeepQuestion(text, article.subject, code, "answered")
        return Turn(state, (chosen, shown(article, known, finder.base, asked)))
    # a question asked by its button
    title = article.title.vi
    now_asked = state.model_copy(update={"told": (known.turn_id, title)})
    kept = KeepQuestion(title, article.subject, code, "answered")
    return Turn(now_asked, (kept, shown(article, known, finder.base, known.turn_id)))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The question that was asked for."""
    done = state.model_copy(update={"asking": None, "about": None})
    return answer(done, known, inbound.text) or Turn(done, (Message(say("known-gone"), ((_MENU,),)),))


def asked_for(state: State, known: Known) -> Turn:
    """Say that a question may be typed now."""
    if known.finder() is None:
        return Turn(state, (Message(say("known-gone"), ((_MENU,),)),))
    waiting = state.model_copy(update={"asking": "question", "about": None})
    return Turn(waiting, (Message(say("known-ask"), ((_MENU,),)),))


def answer(state: State, known: Known, text: str) -> Turn | None:
    """What a question comes to; None for no words, and where the bot has no articles."""
    finder = known.finder()
    said = clean(text)
    if finder is None or not said:
        return None
    return _came_to(state, known, finder, _found(known, finder, said), said)


def begun(state: State, known: Known, text: str) -> Turn | None:
    """A message that says that it asks, and goes on to its question; None for any other."""
    words = text.split()
    for count in range(min(_WORDS, len(words) - _QUESTION), 0, -1):
        if command_of(" ".join(words[:count]), known.commands, known.words.common) == ASK:
            return answer(state, known, " ".join(words[count:]).lstrip(",:.- "))
    return None


def instead(
    state: State, known: Known, reading: Reading, text: str, *, found_only: bool = False
) -> Turn | None:
    """The answer to a message that is a question, or so much like one of an article that it must be one.

    What else it may be meant as is offered below. None for any other, for which the rest of the reading
    counts; `found_only`: and where nothing is found that is likely meant.
    """
    finder = known.finder()
    said = clean(text)
    if finder is None or not said:
        return None
    if not may_be_question(reading, finder.is_put(said)) and not finder.has(said):
        return None
    found = _found(known, finder, said, reading.unnamed)
    if not is_question(reading, found, in_form=state.form is not None):
        return None
    if found_only and reading.intent in ASKED and not is_likely(found) and not _exact(found):
        return None
    return _came_to(state, known, finder, found, said, reading)


def either(state: State, known: Known, reading: Reading, text: str) -> Turn | None:
    """Words that begin a report and are as much like a title: both are offered. None for any others."""
    finder = known.finder()
    report = _otherwise(known, reading, text)
    said = clean(text)
    if finder is None or report is None or state.form is not None or not may_be_either(reading):
        return None
    found = _found(known, finder, said)
    if not is_alike(found):
        return None
    kept = state.model_copy(update={"told": (known.turn_id, said)})
    titles = [ask_for(hit.article, known.turn_id) for hit in found.hits[:OTHERS]]
    options = (replace(report, main=True), *titles, _MENU)
    return Turn(kept, (Message(say("said-either"), rows_of(options, 1), yes=report.token),))


def _found(known: Known, finder: Finder, said: str, unnamed: str = "") -> Found:
    """What the words come to; where that is no clear answer, the same words without the names in them."""
    found = finder.find(said, _role(known))
    if unnamed and found.kind != "answer":
        other = finder.find(clean(unnamed), _role(known))
        found = other if is_likely(other) else found
    return told_of(found, finder.base.words)


def _exact(found: Found) -> bool:
    return bool(found.ranking) and found.ranking[0].exact


def _role(known: Known) -> Role | None:
    return known.person.role if known.person else None


def _came_to(
    state: State, known: Known, finder: Finder, found: Found, text: str, reading: Reading | None = None
) -> Turn:
    """The answer; `reading`: of a message that was not asked for, and may be meant otherwise, too.

    Of words that may tell of a wrong only the answer's title is kept: they belong to their tip.
    """
    kept = state.model_copy(update={"told": (known.turn_id, text)})
    outcome, message = _outcome(known, finder, found)
    article = found.hits[0].article if outcome == "answered" else None
    otherwise = _otherwise(known, reading, text) if reading else None
    if otherwise is not None:
        message = replace(message, rows=(*message.rows[:-1], (otherwise,), *message.rows[-1:]))
    if reading is not None and (_tells_wrong(reading) or _asks_of_wrong(known, reading, text)):
        if article is None:
            return Turn(kept, (message,))
        text = article.title.vi
    code = article.code if article else ""
    return Turn(kept, (KeepQuestion(text, found.subject or "", code, outcome), message))


def _otherwise(known: Known, reading: Reading, text: str) -> Option | None:
    """The button for what the same words may be meant as: what was read as a record would become its form.

    A question that says whose or where the wrong is may be told about it as well.
    """
    if known.reportable(TIP) and _asks_of_wrong(known, reading, text):
        return Option(say("said-instead-tip"), token("tl", known.turn_id))
    kinds = (record.fact_type for record in reading.records if record.op == "create")
    kind = next((kind for code in kinds if (kind := known.reportable(code))), None)
    if reading.intent not in _FORMS or kind is None:
        return None
    return Option(say(f"said-instead-{_FORMS[reading.intent]}"), token("tl", known.turn_id))


def _asks_of_wrong(known: Known, reading: Reading, text: str) -> bool:
    lexicon = known.lexicon()
    return lexicon is not None and asked_of_somebody(text, reading, situation(known), lexicon)


def _tells_wrong(reading: Reading) -> bool:
    return reading.intent == "complain" or any(record.fact_type == TIP for record in reading.records)


def _outcome(known: Known, finder: Finder, found: Found) -> tuple[Outcome, Message]:
    """What is said, and what that is called. Where people have a question of the subject in hand, the bot
    leaves it to them, with what it knows at hand.
    """
    subject, key = found.subject or "", known.turn_id
    options = [ask_for(hit.article, key) for hit in found.hits]
    if found.near is not None:
        near = found.near
        told = say("known-near", subject=near.name, ask=near.ask) if near.ask else say("said-off-topic")
        return "declined", Message(told, ((_MENU,),))
    officer = people(key, subject)
    waiting = known.look.requests.open_about(subject) if subject else None
    if waiting is not None and waiting.state in WAITING:
        more = Option(say("known-tell-more"), officer.token, main=True)
        rows = rows_of((more, *options, _MENU), 1)
        return "unsure", Message(say("known-waiting", receipt=waiting.receipt), rows, yes=more.token)
    if found.kind == "answer":
        beside = found.beside.article if found.beside else None
        return "answered", shown(found.hits[0].article, known, finder.base, key, beside=beside)
    if found.kind == "choice":
        meant = options[0].token if len(options) == 1 else ""
        text = say("known-choice", count=len(options))
        return "unsure", Message(text, rows_of((*options, officer), 1), yes=meant)
    note = Option(say("said-ask-officer"), officer.token, main=True)
    return "unknown", Message(say("said-ask"), rows_of((note, _MENU), 1), yes=note.token)


def _not_meant(state: State, known: Known, finder: Finder, code: str) -> Turn:
    """It is noted, and what else may have been meant is offered, and a person."""
    article = finder.base.articles[code]
    key, text = state.told or (known.turn_id, article.title.vi)
    ranking = finder.find(text, _role(known)).ranking
    others = [hit.article for hit in ranking if hit.article.code != code and hit.subject][:OTHERS]
    officer = people(key, article.subject, code)
    rows = rows_of((*(ask_for(other, key) for other in others), officer, _MENU), 1)
    asked = state.model_copy(update={"told": (key, text)})
    return Turn(asked, (RateAnswer(code, False), Message(say("known-not-meant"), rows, yes=officer.token)))
