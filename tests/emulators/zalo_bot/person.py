"""A person with Zalo in hand: writes, sends, and sees what the bot wrote."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.emulators.chat import Chat, listed_choices
from tests.emulators.zalo_bot.updates import Update
from tests.emulators.zalo_bot.world import World

#: a frame of raw ADTS AAC, as Zalo records voice
VOICE = b"\xff\xf1\x60\x40" + bytes(200)


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of the bot: its text or caption, where it is bold, and the bytes of its picture."""

    id: str
    text: str
    bold: tuple[str, ...] = ()
    picture: bytes | None = None

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The list at its end: what is to be typed for each choice, and what the choice says."""
        return listed_choices(self.text)

    @property
    def labels(self) -> list[str]:
        """What the choices say."""
        return [label for _, label in self.choices]


class Person(Chat[Seen]):
    """`chat` is what the bot wrote; `actions` are the signs it showed."""

    def __init__(self, world: World, name: str, *, started: bool = False) -> None:
        super().__init__(name)
        self._world = world
        self.id = world.next_id()
        self.started = started
        self.blocked = False
        self.actions: list[str] = []

    def say(self, text: str) -> Update:
        """Write a message."""
        return self.send("message.text.received", {"text": text})

    def press(self, message: Seen, label: str) -> Update:
        """Type what picks that choice, since nothing can be pressed. Raises LookupError."""
        for typed, found in message.choices:
            if found == label:
                return self.say(typed)
        raise LookupError(f"no choice {label!r} in {message.text!r}")

    def press_newest(self, label: str) -> Update:
        """Choose it in the newest message that offers it. Raises LookupError."""
        return self.press(self.newest_with(label), label)

    def send_photo(self, content: bytes, caption: str = "", *, field: str = "photo_url") -> Update:
        """Send a picture; `field` is where its address stands."""
        return self.send_photo_at(self._world.put_media(content, ".jpg", "image/jpeg"), caption, field=field)

    def send_photo_at(self, address: str, caption: str = "", *, field: str = "photo_url") -> Update:
        """A message with any address as that of a picture."""
        extra = {"caption": caption} if caption else {}
        content = {field: address, **extra, "message_type": "CHAT_PHOTO"}
        return self.send("message.image.received", content)

    def send_voice(self, content: bytes = VOICE) -> Update:
        """Send a voice message."""
        address = self._world.put_media(content, ".aac", "audio/aac")
        return self.send("message.voice.received", {"voice_url": address, "message_type": "CHAT_VOICE"})

    def send_sticker(self) -> Update:
        """Send a sticker."""
        content = {"sticker": "0e078a2fb66a5f34067b", "url": "https://stickers.example.vn/1.png"}
        return self.send("message.sticker.received", content)

    def send_document(self) -> Update:
        """Send a file, of which Zalo tells a bot nothing."""
        return self.send("message.unsupported.received", {})

    def send(self, event: str, content: dict[str, Any]) -> Update:
        """Any message at all."""
        self.started = True
        message = {
            "from": {"id": self.id, "display_name": self.name, "is_bot": False},
            "chat": {"id": self.id, "chat_type": "PRIVATE"},
            **content,
            "message_id": self._world.next_id(),
            "date": self._world.now(),
        }
        update = {"event_name": event, "message": message}
        self._world.updates.put(update)
        return update


def bold_pieces(text: str, styles: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """The pieces of the text that are bold; places count UTF-16 units."""
    wide = text.encode("utf-16-le")
    return tuple(
        wide[2 * style["start"] : 2 * (style["start"] + style["len"])].decode("utf-16-le")
        for style in styles
        if "b" in style["st"]
    )
