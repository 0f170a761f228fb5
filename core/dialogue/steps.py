"""What a turn of a dialogue comes to: a new state, things to say and things to be done, in order."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.dialogue.effects import Effect
from core.dialogue.state import State
from core.messages import FileRef, Made
from core.texts import Label, Speech


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its label in the person's language, and the token that comes back when it is taken."""

    label: Speech
    token: str
    main: bool = False


Rows = tuple[tuple[Option, ...], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say. `in_place` replaces the message whose button was pressed, where the channel can.

    `yes` is the token of the choice that a plain yes takes, where the text asks for yes or no.
    `coalesce`: of several messages with the same key that still wait to be sent only the last one goes out.
    `asks` is the form that this puts a question for: of questions to somebody who has typed on meanwhile only
    the last is worth sending. `file` is shown with it; the text is then its caption. `asks_name`: it asks for
    the person's own name, which some channels can offer to share with one touch. `made`: a file that is made
    when it is sent.
    """

    text: Speech
    rows: Rows = ()
    numbered: bool = True
    in_place: bool = False
    coalesce: str | None = None
    asks: str | None = None
    file: FileRef | None = None
    yes: str = ""
    asks_name: bool = False
    made: Made | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome of one message: the state to keep and what to do, in order."""

    state: State
    steps: tuple[Message | Effect, ...] = field(default=())

    def then(self, *steps: Message | Effect) -> "Turn":
        return Turn(self.state, self.steps + steps)


def rows_of(options: Iterable[Option], per_row: int = 2) -> Rows:
    """Options in rows; long labels get a row of their own by `per_row=1`."""
    flat = tuple(options)
    return tuple(flat[start : start + per_row] for start in range(0, len(flat), per_row))


def wide(label: Speech) -> bool:
    """Whether a label is too long to share a row on a phone."""
    return isinstance(label, Label) and max(len(label.vi), len(label.en)) > 16
