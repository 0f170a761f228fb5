"""What a person is told in answer, on its way to the outbox.

Of the questions of a form to somebody who has typed several answers at once only the last goes out: the
others were answered before they were asked, and a channel that takes one message a second would hold it up.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from sqlalchemy.orm import Session

from core.dialogue.rendering import rendered
from core.dialogue.state import State
from core.dialogue.steps import Message
from core.dialogue.tokens import KEEP
from core.folding import words_of
from core.messages import Inbound, Outbound
from handlers.context import Context
from storage.repositories import outbox

#: photos of an album arrive one by one; what is said about them waits this long for the next
ALBUM_PAUSE_S = 1.2


@dataclass(frozen=True, slots=True)
class _Reply:
    out: Outbound
    message: Message
    inbound: Inbound
    context: Context

    def is_overtaken_by(self, other: "_Reply") -> bool:
        """Whether the other asks for the same form again, and changes no other message than this."""
        same = self.message.asks is not None and self.message.asks == other.message.asks
        return same and self.out.edits in (None, other.out.edits)


@dataclass(slots=True)
class Replies:
    """The replies to messages of one address. The last is held back until it is known what follows it."""

    session: Session
    _held: _Reply | None = field(default=None)

    def add(self, said: list[Message], state: State, inbound: Inbound, context: Context) -> State:
        """What is said to one message; the state then knows which choices were offered last."""
        edits = None if inbound.press.startswith(KEEP) else inbound.pressed_message
        before: tuple[tuple[str, str], ...] = ()
        last = max((number for number, message in enumerate(said) if message.rows), default=0)
        for number, message in enumerate(said):
            words = rendered(
                context.texts, message, context.speaker.locale, edits if message.in_place else None
            )
            if number < last:  # a number picks of what was offered last, and that will not be this
                words = replace(words, numbered=False)
            edits = None
            self._hold(_Reply(words, message, inbound, context))
            if message.asks is not None:
                state = state.model_copy(update={"form_shown_at": state.here})
            if words.rows:
                offered = {"offered": _offered(words), "numbered": words.numbered, "yes": message.yes}
                state = state.model_copy(update={**offered, "offered_before": before})
                before += _offered(words)
        return state

    def write(self) -> None:
        """Write what is held back: something else follows, or nothing."""
        if self._held is not None:
            _write(self.session, self._held)
            self._held = None

    def _hold(self, reply: _Reply) -> None:
        if self._held is None or not self._held.is_overtaken_by(reply):
            self.write()
        self._held = reply


def _write(session: Session, reply: _Reply) -> None:
    message, context = reply.message, reply.context
    pause = timedelta(seconds=ALBUM_PAUSE_S) if message.coalesce else timedelta()
    address = reply.inbound.address
    outbox.add(
        session,
        address=address,
        message=reply.out,
        now=context.now,
        person_id=context.speaker.person_id,
        coalesce_key=f"{address}:{message.coalesce}" if message.coalesce else None,
        not_before=context.now + pause,
        answers_inbox_id=context.inbox_id,
    )


def _offered(out: Outbound) -> tuple[tuple[str, str], ...]:
    return tuple((button.token, words_of(button.label)) for button in out.buttons())
