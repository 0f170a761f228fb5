"""Where typed words lead: to a choice that is offered, a command, a page, or what is named of one."""

from core.answers import read_answer, says_nothing
from core.catalogue.fact_types import FieldType
from core.dialogue.code_pages import asked_page, code_page
from core.dialogue.commanding import asked_by, command_of
from core.dialogue.forms import current_field
from core.dialogue.known import (
    BARCODE,
    CONFIRM,
    CONTINUE,
    LINK,
    MENU,
    ORGS,
    PROGRESS,
    SUMMARY,
    WHO,
    YES,
    Known,
)
from core.dialogue.linking import code_token, typed_code
from core.dialogue.orders import order_page
from core.dialogue.past_pages import past_page
from core.dialogue.state import State
from core.dialogue.summary_pages import summary_page
from core.dialogue.tokens import TICK
from core.dialogue.why_pages import why_page
from core.folding import clean, words_of
from core.gs1.numbers import bare
from core.messages import Inbound

#: how a messenger passes on what stands in a link that opens the bot
_START = "/start"
#: digits of one number at most, in whatever form
_ONE_NUMBER = 20
#: questions that words for a page may answer: a word taught, what others are told, why a report changes
_ANY_WORDS = frozenset({"teaching", "answer", "broadcast", "reason", "evidence"})
#: questions for a name to look for: no name is called like a page
_SEARCHES = frozenset({"org", "instrument", "person"})
#: questions of a form that any words may answer, or that files do
_ANY_TEXT = frozenset({FieldType.TEXT, FieldType.PEOPLE, FieldType.EVIDENCE})
#: pages that begin something else: a greeting leads to one of them, too
_OUT_OF_IT = frozenset({"go:menu", "go:report"})
#: pages whose words answer no other; words for money, for what is missing or waits may well be a reason
_PAGES = frozenset(
    f"go:{page}"
    for page in ("menu", "report", "progress", "mine", "summary", "papers", "dues", "calendar", "help", "who")
)


def picked(state: State, known: Known, inbound: Inbound) -> str:
    """The token of the choice that was typed as a number or in words; empty if it was none.

    Words tick nothing: where several can be ticked, the question reads them, one name or many. A number picks
    of what was offered last in answer; the choices of a notice, which the bot sent by itself meanwhile, are
    picked by their words, which is needed only where they cannot be pressed.
    """
    text = clean(inbound.text)
    if not text or len(text) > 80:
        return ""
    if text.startswith("/"):
        return _commanded(known, text)
    if text.isdecimal() and state.numbered and 1 <= int(text) <= len(state.offered):
        return state.offered[int(text) - 1][0]
    typed = words_of(text)
    for token, label in (*state.offered, *state.offered_before):
        if typed == label and not token.startswith(f"{TICK}:"):
            return token
    if typed and not inbound.has_buttons and (noticed := known.look.noticed(typed)):
        return noticed
    leads_to = known.commands.get(typed)
    if leads_to == CONTINUE and state.form is not None and state.asking is None:
        return leads_to
    if leads_to and _gives_way(state, leads_to):
        return leads_to
    if state.asking is not None:
        return ""
    return _page(state, known, text, leads_to or "")


def _page(state: State, known: Known, text: str, leads_to: str) -> str:
    """Where words lead (`leads_to`: as a command): to the yes of what was asked, or to a page.

    In an open form only to one that answers no question of it: at a question for words, any words may.
    """
    if state.form is not None:
        # "menu" as "/menu"; a greeting leads there only where nothing is open
        by_name = leads_to == MENU and known.commands.get(f"/{words_of(text)}") == MENU
        if leads_to == WHO or by_name:
            return leads_to
        page = _reason(known, text) or asked_page(known, text)
        if page or not _answers_nothing(state, known, text):
            return page
        page = command_of(text, known.commands, known.words.common)
        return page if page not in _OUT_OF_IT else ""
    if leads_to == YES and state.yes:
        return state.yes
    if words_of(text) in known.words.common.confirming:
        return CONFIRM
    if leads_to:
        return leads_to
    page = why_page(known, text) or code_page(known, text)
    page = page or past_page(known, text) or summary_page(known, text) or order_page(known, text)
    return page or command_of(text, known.commands, known.words.common)


def _answers_nothing(state: State, known: Known, text: str) -> bool:
    """Whether the open question takes a choice, a number or a day, and a text is none of these."""
    form = state.form
    kind = known.form_type(form) if form else None
    field = current_field(kind, form) if form and kind else None
    if form is None or field is None or field.type in _ANY_TEXT:
        return False
    return says_nothing(read_answer(field, text, known.setting(form.answers)))


def _reason(known: Known, text: str) -> str:
    """The reason of a figure as it is asked in an open form: of a code, or of percent. Other words may answer
    its question.
    """
    page = why_page(known, text) if any(map(str.isdecimal, text)) else ""
    return page if "%" in text or not page.startswith("tv:") else ""


def _gives_way(state: State, leads_to: str) -> bool:
    """Whether words for this page leave the question that is asked, as they answer it not."""
    if state.asking in _SEARCHES:
        return leads_to.startswith("go:")
    return state.asking is not None and state.asking not in _ANY_WORDS and leads_to in _PAGES


def _commanded(known: Known, text: str) -> str:
    """Where a /command leads; behind the one for figures a page may be named, and a day before today; behind
    the one for a summary, its time.
    """
    command, *about = text.split()
    if command == _START and about:
        # what a link says: it is read, not the command before it
        return ""
    token = known.commands.get(command.split("@")[0].casefold(), "")
    if token == LINK and (code := typed_code(text, known.commands)):
        return code_token(code)
    if asked_by(known, text) or (token == ORGS and about):
        return ""
    if token == BARCODE and about:
        digits = bare("".join(about))
        return f"bc:{digits}" if 0 < len(digits) <= _ONE_NUMBER else ""
    if token == SUMMARY and about:
        return summary_page(known, " ".join(about), command=True)
    if token != PROGRESS:
        return token
    named = " ".join(about)
    return code_page(known, named) or past_page(known, named, command=True) or token
