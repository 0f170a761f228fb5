"""One message of one person: from the state before it to the state after it, with what to say and do.

The law of this file:
- The engine is a function of its arguments. It asks no clock, no database and no chance.
- A choice is taken by its button, by its number or by its words, with or without diacritics.
- Nothing steals an open form: what else is asked meanwhile is answered, and the form's step is shown again.
- Silence is never the answer: what is not understood says so and offers what can be done.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from core.dialogue.known import GROUPS, SUMMARY, Known
from core.dialogue.leading import picked
from core.dialogue.state import State
from core.dialogue.steps import Message, Turn
from core.dialogue.tokens import KEEP
from core.folding import clean
from core.messages import Attachment, Inbound, InboundKind
from core.people import PersonStatus
from core.permissions import Action
from core.texts import say

#: what asks to link a group: only who is in it can
_THIS_GROUP = "gr:here:"
#: where photos are awaited, so few words without a figure say that no more will come
_NO_MORE = 3
#: pages of all units, and what stands in their place for who reports to one
_OWN_PAGES = {SUMMARY: "go:week", "go:calendar": "go:dues"}
#: the same of another time, whose code stands behind
_ROUNDS, _OWN_ROUNDS = "wk:s:", "go:week:"


class Conversation(Protocol):
    """One module of `handlers/conversations`: the presses it answers, and the typed text it asked for."""

    @property
    def VERBS(self) -> frozenset[str]: ...

    def press(self, state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn: ...

    def typed(self, state: State, known: Known, inbound: Inbound) -> Turn: ...


class FormConversation(Conversation, Protocol):
    """The conversation that fills forms; the only one that can be open beside others."""

    def resume(self, state: State, known: Known) -> Message | None: ...

    def files(self, state: State, known: Known, inbound: Inbound) -> Turn: ...


@dataclass(frozen=True)
class Conversations:
    """All conversations: who answers which press, and which typed text."""

    gate: Conversation
    form: FormConversation
    home: Conversation
    by_asking: Mapping[str, Conversation]
    others: tuple[Conversation, ...]
    #: which of several actions a press needs, by its verb and arguments; none of strangers, too
    needs: Callable[[str, tuple[str, ...]], Collection[Action]]
    #: what is said to who may not
    refused: Callable[[State], Turn]
    #: what comes of words of leaving where something is asked for; None for other words
    left: Callable[[State, Known, Inbound], Turn | None]
    #: what is said to people of a tenant that the content has no longer, and which presses stay theirs
    orphaned: Callable[[State, Known], Turn]
    stays: Callable[[str], bool]

    def for_verb(self, verb: str) -> Conversation | None:
        every = (self.gate, self.form, self.home, *self.others)
        return next((one for one in every if verb in one.VERBS), None)


def take_turn(conversations: Conversations, state: State, known: Known, inbound: Inbound) -> Turn:
    """What one message comes to. Never raises for anything a person can send."""
    person = known.person
    if person is None or person.status is not PersonStatus.ACTIVE:
        return _at_the_gate(conversations, state, known, inbound)
    if person.tenant not in known.catalogue.tenants:
        return _without_tenant(conversations, state, known, inbound)
    chosen = inbound.press or ("" if inbound.attachments else picked(state, known, inbound))
    if not chosen and _speaks_instead_of_photos(state, known, inbound):
        state = state.model_copy(update={"asking": None, "about": None})
        chosen = picked(state, known, inbound)
    token = _open_to(conversations, known, _of_group(chosen.removeprefix(KEEP), inbound))
    answering = _who_answers(conversations, state, inbound, token)
    if token:
        verb, *args = token.split(":")
        needed = conversations.needs(verb, tuple(args))
        if needed and not known.rights.may_any(needed):
            return _with_open_form(conversations, answering, state, conversations.refused(state), known)
        turn = answering.press(_gone_elsewhere(conversations, state, answering), known, verb, tuple(args))
    elif inbound.attachments:
        return _with_files(conversations, state, known, inbound)
    else:
        left = conversations.left(state, known, inbound)
        turn = left or answering.typed(state, known, inbound)
    return _with_open_form(conversations, answering, state, turn, known)


def _with_files(conversations: Conversations, state: State, known: Known, inbound: Inbound) -> Turn:
    """What one message with files comes to; what came with one that was not kept is taken without it."""
    refused = next((one for one in inbound.attachments if one.refused), None)
    rest = replace(inbound, attachments=tuple(one for one in inbound.attachments if not one.refused))
    if refused is None or not (rest.attachments or clean(rest.text)):
        return conversations.form.files(state, known, inbound)
    turn = take_turn(conversations, state, known, rest)
    return Turn(turn.state, (file_refused(refused), *turn.steps))


def file_refused(file: Attachment) -> Message:
    """Why a file was not kept. Of an album only the last says so."""
    return Message(say(f"file-{file.refused}", count=file.sent_today), coalesce=f"refused:{file.refused}")


def _speaks_instead_of_photos(state: State, known: Known, inbound: Inbound) -> bool:
    """Whether words came where photos were awaited that say more than "no more": they are read as any."""
    if state.asking != "evidence" or inbound.kind is not InboundKind.MESSAGE or inbound.attachments:
        return False
    text = clean(inbound.text)
    if known.leaves(text) or known.agrees(text):
        return False
    tells = len(text.split()) > _NO_MORE or any(letter.isdecimal() for letter in text)
    return tells or bool(picked(state.model_copy(update={"asking": None, "about": None}), known, inbound))


def _open_to(conversations: Conversations, known: Known, token: str) -> str:
    """The page of one's own week or matters in place of everybody's, for who may open only that."""

    def may(other: str) -> bool:
        verb, *args = other.split(":")
        return known.rights.may_any(conversations.needs(verb, tuple(args)))

    own = _OWN_PAGES.get(token, "")
    if token.startswith(_ROUNDS):
        own = _OWN_ROUNDS + token.removeprefix(_ROUNDS)
    return own if own and not may(token) and may(own) else token


def _of_group(chosen: str, inbound: Inbound) -> str:
    """What is asked about group chats in one of them is about that one, and about no other one."""
    here = f"{_THIS_GROUP}{inbound.group.chat}" if inbound.group else ""
    if here and chosen == GROUPS:
        return here
    return GROUPS if chosen.startswith(_THIS_GROUP) and chosen != here else chosen


def _at_the_gate(conversations: Conversations, state: State, known: Known, inbound: Inbound) -> Turn:
    """Strangers, candidates and blocked people speak with one conversation, but for what anybody may ask."""
    gate = conversations.gate
    token = inbound.press or picked(state, known, inbound)
    verb, *args = token.split(":")
    answering = conversations.for_verb(verb) if token else None
    if answering is None or conversations.needs(verb, tuple(args)):
        return gate.typed(state, known, inbound)
    return answering.press(state, known, verb, tuple(args))


def _without_tenant(conversations: Conversations, state: State, known: Known, inbound: Inbound) -> Turn:
    """Nothing that reads plans, units or kinds of report; an open form is kept as it is."""
    token = (inbound.press or picked(state, known, inbound)).removeprefix(KEEP)
    answering = conversations.for_verb(token.partition(":")[0])
    if answering is None or not conversations.stays(token):
        return conversations.orphaned(state, known)
    verb, *args = token.split(":")
    return answering.press(state, known, verb, tuple(args))


def _gone_elsewhere(conversations: Conversations, state: State, answering: Conversation) -> State:
    """The state of who looks at something else than the question that typed text would answer.

    It is in sight no more: what is typed next is about what is. Its buttons still lead back to it, and
    a photo that was asked for is known without it.
    """
    asking = conversations.by_asking.get(state.asking) if state.asking is not None else None
    if asking is None or asking is answering or state.asking == "evidence" or state.form is not None:
        return state
    return state.model_copy(update={"asking": None, "about": None})


def _who_answers(conversations: Conversations, state: State, inbound: Inbound, token: str) -> Conversation:
    if token:
        return conversations.for_verb(token.split(":", maxsplit=1)[0]) or conversations.home
    if inbound.kind is InboundKind.UNSUPPORTED:
        return conversations.home
    if inbound.text.startswith("/"):
        return conversations.home
    if state.asking is not None and state.asking in conversations.by_asking:
        return conversations.by_asking[state.asking]
    return conversations.form if state.form is not None else conversations.home


def _with_open_form(
    conversations: Conversations, answering: Conversation, before: State, turn: Turn, known: Known
) -> Turn:
    """After another conversation has spoken, the step of a form that was open before is shown again."""
    form = turn.state.form
    # a conversation that changed the form has shown it already
    was_open = form is not None and form == before.form
    if answering is conversations.form or not was_open or turn.state.asking is not None:
        return turn
    again = conversations.form.resume(turn.state, known)
    return turn.then(again) if again else turn
