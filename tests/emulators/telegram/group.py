"""A group of people with the bot in it, until somebody throws it out, or the group becomes a supergroup."""

import itertools
from typing import Any

from tests.emulators.chat import Chat
from tests.emulators.telegram.answers import ApiError, bad_request
from tests.emulators.telegram.person import Person, member
from tests.emulators.telegram.seen import Seen
from tests.emulators.telegram.world import World

_supergroups = itertools.count(1_002_233_445_566)
KICKED = ApiError(403, "Forbidden: bot was kicked from the group chat")
NO_TEXT = bad_request("not enough rights to send text messages to the chat")
NO_PHOTOS = bad_request("not enough rights to send photos to the chat")


class Group(Chat[Seen]):
    """`chat` is what the bot wrote there. What people write reaches the bot only as Telegram lets it."""

    def __init__(self, world: World, number: int, title: str) -> None:
        super().__init__(title)
        self._world = world
        self.id = number
        self.title = title
        self.has_bot = False
        self.takes_text = self.takes_photos = True
        self.upgraded_to: Group | None = None
        world.groups[number] = self

    @property
    def place(self) -> dict[str, Any]:
        """The group in Telegram's JSON."""
        kind = "supergroup" if self.id < -1_000_000_000_000 else "group"
        return {"id": self.id, "title": self.title, "type": kind}

    def check(self, kind: str) -> None:
        """Raises what Telegram answers to a bot that may not send this ("text", "photo") here."""
        if self.upgraded_to is not None:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, words, migrate_to_chat_id=self.upgraded_to.id)
        if not self.has_bot:
            raise KICKED
        if kind == "text" and not self.takes_text:
            raise NO_TEXT
        if kind != "text" and not self.takes_photos:
            raise NO_PHOTOS

    def takes_bot(self, by: Person) -> int:
        """Somebody adds the bot; the number of the update."""
        self.has_bot = True
        return self._membership(by, "left", "member")

    def throws_bot_out(self, by: Person, *, told: bool = True) -> int:
        """Somebody removes the bot; the update gets lost unless it is `told`."""
        self.has_bot = False
        return self._membership(by, "member", "kicked") if told else 0

    def say(self, by: Person, text: str) -> int:
        """Somebody writes what the bot gets to read: a command to it, its name, a reply."""
        return self._message(by, {"text": text})

    def press(self, by: Person, message: Seen, choice: str) -> str:
        """Somebody presses a button below what the bot wrote there; the id of the press."""
        query = self._world.next_query(by)
        pressed = message.as_json(self._world.bot, self.place)
        data = message.button(choice).data
        instance = str(-self.id * 7919)
        asked = {"id": query, "from": by.user, "message": pressed, "chat_instance": instance, "data": data}
        self._world.updates.put({"callback_query": asked})
        return query

    def upgrade(self, by: Person) -> "Group":
        """The group becomes a supergroup with another id, as both of them tell."""
        new = self.upgraded_to = Group(self._world, -next(_supergroups), self.title)
        new.has_bot, self.has_bot = self.has_bot, False
        self._message(by, {"migrate_to_chat_id": new.id})
        new._message(by, {"migrate_from_chat_id": self.id})
        return new

    def _message(self, by: Person, content: dict[str, Any]) -> int:
        number, date = self._world.next_id(), self._world.date()
        message = {"message_id": number, "from": by.user, "chat": self.place, "date": date, **content}
        return self._world.updates.put({"message": message})

    def _membership(self, by: Person, old: str, new: str) -> int:
        change = {
            "chat": self.place,
            "from": by.user,
            "date": self._world.date(),
            "old_chat_member": member(self._world.bot, old),
            "new_chat_member": member(self._world.bot, new),
        }
        return self._world.updates.put({"my_chat_member": change})
