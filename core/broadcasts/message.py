"""A message to many as those who get it see it."""

from dataclasses import dataclass
from datetime import date

from core.broadcasts.states import Ask, BroadcastKind
from core.dialogue.steps import Message, Option, Rows
from core.dialogue.tokens import token
from core.messages import FileRef
from core.texts import lines, say


@dataclass(frozen=True, slots=True)
class Sent:
    """What the look of a message hangs on. `of` is the day of the one it corrects, recalls or reminds of."""

    number: int
    kind: BroadcastKind
    sender: str
    text: str
    file: FileRef | None = None
    ask: Ask = Ask.NOTHING
    options: tuple[str, ...] = ()
    of: date | None = None


def as_sent(sent: Sent) -> Message:
    """The message, with the buttons to answer it. What was typed stands in it as it was typed."""
    if sent.kind is BroadcastKind.RECALL:
        return Message(say("broadcast-recalled", sender=sent.sender, day=sent.of or "none"))
    head = say(f"broadcast-head-{sent.kind}", sender=sent.sender, day=sent.of or "none")
    text = lines(head, sent.text)
    return Message(text, _buttons(sent), file=sent.file)


def _buttons(sent: Sent) -> Rows:
    match sent.ask:
        case Ask.RECEIVED:
            return ((Option(say("broadcast-received"), token("bn", "ok", sent.number), main=True),),)
        case Ask.QUESTION:
            return ((Option(say("broadcast-answer"), token("bn", "say", sent.number), main=True),),)
        case Ask.POLL:
            return tuple(
                (Option(option, token("bn", "pick", sent.number, at)),)
                for at, option in enumerate(sent.options)
            )
        case Ask.NOTHING:
            return ()
