"""A message of the account as a person sees it."""

from dataclasses import dataclass
from typing import Any


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
        """What the buttons that send something say."""
        return [button.label for button in self.buttons if button.payload]

    @property
    def links(self) -> list[str]:
        """What the others open."""
        return [button.url for button in self.buttons if button.url]

    def button(self, label: str) -> SeenButton:
        """The button with that label. Raises LookupError."""
        for button in self.buttons:
            if button.label == label and button.payload:
                return button
        raise LookupError(f"no button {label!r} below {self.text!r}, only {self.labels}")


#: an event as Zalo writes it
Event = dict[str, Any]
