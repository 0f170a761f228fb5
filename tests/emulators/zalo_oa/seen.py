"""A message of the account as a person sees it."""

from dataclasses import dataclass
from typing import Any

from tests.emulators.chat import listed_choices


@dataclass(frozen=True, slots=True)
class SeenButton:
    """A button: `payload` is what a press sends, `url` what it opens."""

    label: str
    payload: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A picture or document in a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Seen:
    """A message on the person's screen. Nothing changes it any more."""

    id: str
    text: str = ""
    buttons: tuple[SeenButton, ...] = ()
    file: SeenFile | None = None
    #: the id of the approved message it is, with what was filled in
    template: str = ""
    filled: tuple[tuple[str, str], ...] = ()
    #: whether it asks the person to share name and telephone
    asks_info: bool = False

    @property
    def labels(self) -> list[str]:
        """What the choices say: the buttons that send something, or the list where there are too many."""
        return [label for _, label in self._choices]

    @property
    def links(self) -> list[str]:
        """What the others open."""
        return [button.url for button in self.buttons if button.url]

    def sends(self, label: str) -> str:
        """What is sent by whoever makes that choice. Raises LookupError."""
        for sent, found in self._choices:
            if found == label:
                return sent
        raise LookupError(f"no choice {label!r} below {self.text!r}, only {self.labels}")

    @property
    def _choices(self) -> list[tuple[str, str]]:
        pressed = [(button.payload, button.label) for button in self.buttons if button.payload]
        return pressed or listed_choices(self.text)


#: an event as Zalo writes it
Event = dict[str, Any]
