"""A person with the messenger in hand: writes, presses, sends, blocks, and sees what the bot wrote."""

from typing import Any

from tests.emulators.chat import Chat
from tests.emulators.telegram.answers import BLOCKED, bad_request
from tests.emulators.telegram.seen import Seen
from tests.emulators.telegram.world import World

#: sizes in which Telegram keeps a picture, the last being the picture itself
THUMBNAILS = ((90, 67), (320, 240))
FULL = (1280, 960)


class Person(Chat[Seen]):
    """`chat` is what the bot wrote, as it stands now; `answered` the presses whose spinner has stopped."""

    def __init__(self, world: World, number: int, name: str, *, started: bool = False) -> None:
        super().__init__(name)
        self._world = world
        self.id = number
        #: whether the bot may write: the person has written before
        self.started = started
        self.blocked = False
        self.answered: list[str] = []
        #: addresses that the bot opened on the screen in answer to a press
        self.opened: list[str] = []
        self.actions: list[str] = []

    @property
    def user(self) -> dict[str, Any]:
        """The person in Telegram's JSON."""
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "vi"}

    @property
    def place(self) -> dict[str, Any]:
        """The person's chat with the bot in Telegram's JSON."""
        return {"id": self.id, "first_name": self.name, "type": "private"}

    def check(self, kind: str) -> None:
        """Raises what Telegram answers to a bot that may not send anything here."""
        if not self.started:
            raise bad_request("chat not found")
        if self.blocked:
            raise BLOCKED

    def say(self, text: str) -> int:
        """Write a message; the number of the update."""
        entities = {}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            entities = {"entities": [{"offset": 0, "length": length, "type": "bot_command"}]}
        return self.send({"text": text, **entities})

    def send(self, content: dict[str, Any]) -> int:
        """A message with that content, in Telegram's JSON."""
        self.started = True
        message = {
            "message_id": self._world.next_id(),
            "from": self.user,
            "chat": self.place,
            "date": self._world.date(),
            **content,
        }
        return self._world.updates.put({"message": message})

    def press(self, message: Seen, choice: str) -> str:
        """Press the button with that label or data; the id of the press. Raises LookupError."""
        return self.press_data(message, message.button(choice).data)

    def press_data(self, message: Seen, data: str) -> str:
        """Press a button the message may hold no more: the person's screen was old."""
        query = self._world.next_query(self)
        pressed = self._world_message(message)
        self._world.updates.put(
            {
                "callback_query": {
                    "id": query,
                    "from": self.user,
                    "message": pressed,
                    "chat_instance": str(-(self.id * 7919)),
                    "data": data,
                }
            }
        )
        return query

    def send_photo(self, content: bytes, caption: str = "", album: str | None = None) -> int:
        """A picture; those with the same `album` belong together. The number of the update."""
        files = self._world.files
        sizes = [
            (files.add("photos", b"thumbnail" + content[:16], suffix=".jpg"), size) for size in THUMBNAILS
        ]
        sizes.append((files.add("photos", content, suffix=".jpg"), FULL))
        photo = [
            {
                "file_id": file.id,
                "file_unique_id": f"AQAD{file.id[-10:]}",
                "file_size": file.size,
                "width": width,
                "height": height,
            }
            for file, (width, height) in sizes
        ]
        return self.send({"photo": photo, **_extras(caption, album)})

    def send_document(
        self,
        content: bytes,
        name: str = "bao-cao.pdf",
        mime: str = "application/pdf",
        caption: str = "",
        size: int | None = None,
    ) -> int:
        """A file; `size` pretends another size than the content has."""
        return self.send({"document": self._file("documents", content, name, mime, size), **_extras(caption)})

    def send_voice(self, content: bytes, seconds: int = 3) -> int:
        """A voice message."""
        voice = self._file("voice", content, "", "audio/ogg", None)
        return self.send({"voice": {**voice, "duration": seconds}})

    def send_location(self, latitude: float, longitude: float) -> int:
        """A place on the map."""
        return self.send({"location": {"latitude": latitude, "longitude": longitude}})

    def send_contact(self, phone: str) -> int:
        """A card with the person's own number."""
        return self.send({"contact": {"phone_number": phone, "first_name": self.name, "user_id": self.id}})

    def send_sticker(self) -> int:
        """Something the bot cannot read."""
        sticker = self._file("stickers", b"RIFF", "", "image/webp", None)
        extra = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
        return self.send({"sticker": {**sticker, **extra}})

    def block(self) -> int:
        """Stop the bot."""
        self.blocked = True
        return self._membership("member", "kicked")

    def unblock(self) -> int:
        """Let the bot write again."""
        self.blocked = False
        return self._membership("kicked", "member")

    def _world_message(self, message: Seen) -> dict[str, Any]:
        return message.as_json(self._world.bot, self.place)

    def _membership(self, old: str, new: str) -> int:
        return self._world.updates.put(
            {
                "my_chat_member": {
                    "chat": self.place,
                    "from": self.user,
                    "date": self._world.date(),
                    "old_chat_member": member(self._world.bot, old),
                    "new_chat_member": member(self._world.bot, new),
                }
            }
        )

    def _file(self, folder: str, content: bytes, name: str, mime: str, size: int | None) -> dict[str, Any]:
        suffix = f".{name.rpartition('.')[2]}" if "." in name else ""
        file = self._world.files.add(folder, content, suffix=suffix, size=size)
        found = {
            "file_id": file.id,
            "file_unique_id": f"AgAD{file.id[-10:]}",
            "file_size": file.size,
            "mime_type": mime,
        }
        return {**found, "file_name": name} if name else found


def _extras(caption: str, album: str | None = None) -> dict[str, Any]:
    extras = {"caption": caption} if caption else {}
    return {**extras, "media_group_id": album} if album else extras


def member(bot: dict[str, Any], status: str) -> dict[str, Any]:
    member = {"user": {key: bot[key] for key in ("id", "is_bot", "first_name", "username")}, "status": status}
    return {**member, "until_date": 0} if status == "kicked" else member
