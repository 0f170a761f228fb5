"""A message of the bot as a person sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SeenButton:
    """A button below a message."""

    label: str
    data: str

    def as_json(self) -> dict[str, str]:
        """The button in Telegram's JSON."""
        return {"text": self.label, "callback_data": self.data}


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A picture or document in a message. `kind` is "photo" or "document"."""

    kind: str
    name: str
    mime: str
    content: bytes
    file_id: str

    def as_json(self) -> dict[str, Any]:
        """The file in Telegram's JSON, as the field of a message."""
        size = {
            "file_id": self.file_id,
            "file_unique_id": f"AgAD{self.file_id[-10:]}",
            "file_size": len(self.content),
        }
        if self.kind == "photo":
            return {"photo": [{**size, "width": 900, "height": 600}]}
        return {"document": {**size, "file_name": self.name, "mime_type": self.mime}}


@dataclass(slots=True)
class Seen:
    """A message on the person's screen; an edit changes it in place. `at` is monotonic seconds."""

    id: int
    text: str
    at: float
    date: int
    entities: Sequence[Entity] = ()
    rows: Sequence[Sequence[SeenButton]] = ()
    file: SeenFile | None = None
    edited: bool = False

    @property
    def buttons(self) -> list[list[str]]:
        """What the buttons say, row by row."""
        return [[button.label for button in row] for row in self.rows]

    @property
    def labels(self) -> list[str]:
        """What the buttons say, in reading order."""
        return [button.label for row in self.rows for button in row]

    @property
    def bold(self) -> list[str]:
        """The pieces of the text that are bold."""
        wide = self.text.encode("utf-16-le")
        return [
            wide[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
            for entity in self.entities
            if entity["type"] == "bold"
        ]

    def as_json(self, bot: dict[str, Any], chat: dict[str, Any]) -> dict[str, Any]:
        """The message in Telegram's JSON."""
        message: dict[str, Any] = {"message_id": self.id, "from": bot, "chat": chat, "date": self.date}
        if self.edited:
            message["edit_date"] = self.date
        prefix = "caption_" if self.file else ""
        if self.text:
            message["caption" if self.file else "text"] = self.text
        if self.entities:
            message[f"{prefix}entities"] = list(self.entities)
        if self.file:
            message.update(self.file.as_json())
        if self.rows:
            keyboard = [[button.as_json() for button in row] for row in self.rows]
            message["reply_markup"] = {"inline_keyboard": keyboard}
        return message

    def button(self, choice: str) -> SeenButton:
        """The button with that label or that data. Raises LookupError."""
        for row in self.rows:
            for button in row:
                if choice in (button.label, button.data):
                    return button
        raise LookupError(f"no button {choice!r} below {self.text!r}, only {self.labels}")
