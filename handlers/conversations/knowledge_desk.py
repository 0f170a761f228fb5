"""The weekly work of whoever keeps the knowledge: what was asked in vain, answers proposed as articles.

Verb: kn (seen: a question is seen to, open: a proposal, yes and no: decide about it, page).
"""

from core.dialogue.known import Known
from core.dialogue.request_effects import DecideArticle, SettleQuestion
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.messages import Inbound
from core.permissions import Action
from core.requests.known import ProposalKnown
from core.texts import Lines, Speech, lines, say
from handlers.conversations.refusing import not_allowed
from handlers.conversations.request_card import shortened

VERBS = frozenset({"kn"})

#: questions on a page
LISTED = 6
#: of each so many characters
BRIEF = 200
_MENU = Option(say("menu-button"), "go:menu")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, number, mark = (*args, "", "", "")[:3]
    found = whole_number(number) or 0
    if not _allowed(known):
        return not_allowed(state)
    match what:
        case "seen":
            return Turn(state, (SettleQuestion(found),))
        case "yes" | "no":
            return Turn(state, (DecideArticle(found, what == "yes", mark),))
        case "open":
            return _proposal(state, known, found)
        case _:
            return overview(state, known, page=found)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def overview(state: State, known: Known, first: Speech | None = None, page: int = 0) -> Turn:
    """Proposals that wait, then the questions asked in vain, the most asked in front."""
    if not _allowed(known):
        return not_allowed(state)
    proposed = known.look.requests.proposals()
    many = known.look.requests.how_many_in_vain()
    questions = known.look.requests.in_vain(page * LISTED, LISTED)
    told = [
        say(
            "vain-line",
            nth=page * LISTED + nth,
            text=shortened(each.text, BRIEF),
            often=each.often,
            day=each.at.date(),
        )
        for nth, each in enumerate(questions, 1)
    ]
    text = lines(
        first,
        say("vain-title", count=many) if many else say("vain-none"),
        *told,
        say("vain-proposals", count=len(proposed)) if proposed else None,
    )
    seen = (
        Option(say("vain-seen", nth=page * LISTED + nth), token("kn", "seen", each.id))
        for nth, each in enumerate(questions, 1)
    )
    open_ones = (
        Option(say("vain-proposal", text=shortened(p.question, 40)), token("kn", "open", p.id))
        for p in proposed
    )
    more = [Option(say("vain-more"), token("kn", "page", page + 1))] if many > (page + 1) * LISTED else []
    rows = (*rows_of(open_ones, 1), *rows_of(seen, 3), *rows_of((*more, _MENU)))
    return Turn(state, (Message(text, rows, in_place=True),))


def _proposal(state: State, known: Known, number: int) -> Turn:
    found = next((one for one in known.look.requests.proposals() if one.id == number), None)
    if found is None:
        return overview(state, known, say("article-gone"))
    back = Option(say("menu-vain"), "go:vain")
    if found.own:
        own = lines(proposed(found), say("article-own"))
        return Turn(state, (Message(own, ((back,),), in_place=True),))
    return Turn(state, (Message(proposed(found), (decisions(found), (back,)), in_place=True),))


def proposed(found: ProposalKnown) -> Lines:
    """What is to be decided about, whole."""
    return Lines((say("article-proposed", name=found.name), found.question, found.answer), "\n\n")


def decisions(found: ProposalKnown) -> tuple[Option, ...]:
    """The buttons that decide about what stands above them, and about nothing else."""
    return (
        Option(say("article-approve"), token("kn", "yes", found.id, found.mark), main=True),
        Option(say("article-reject"), token("kn", "no", found.id, found.mark)),
    )


def _allowed(known: Known) -> bool:
    return known.may(Action.KEEP_KNOWLEDGE)
