"""What a channel takes only as several messages: its parts, and what is left of them when one fails."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.channels import choices
from bot.channels.base import SendError
from core.messages import Outbound
from core.splitting import split


def in_parts(message: Outbound, room: int, *, listed: bool) -> list[Outbound]:
    """Messages of at most `room` characters; `listed` says that choices become a list in the text.

    The first part changes the old message and brings the file, the last one has the choices.
    """
    texts = choices.texts(message, room) if listed and message.rows else split(message.text, room)
    parts = [replace(message, text=text, rows=(), file=None, edits=None) for text in texts]
    parts[0] = replace(parts[0], file=message.file, edits=message.edits)
    parts[-1] = replace(parts[-1], rows=message.rows)
    return parts


def joined(parts: Sequence[Outbound]) -> Outbound:
    """Parts as one message again."""
    return replace(parts[0], text="\n".join(part.text for part in parts), rows=parts[-1].rows)


@dataclass(slots=True)
class Progress:
    """How far one message has come: `taken` messages went out of it, and `rest` is left; None: all of it."""

    taken: int = 0
    rest: Outbound | None = None

    def went(self, rest: Outbound) -> None:
        """One more message went out; this is left."""
        self.taken += 1
        self.rest = replace(rest, edits=None)

    def failed(self, error: SendError) -> SendError:
        """The error of the part that comes next, which tells what is not to be sent again."""
        error.rest, error.taken = self.rest, self.taken
        return error
