"""Somebody with Zalo on a phone."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tests.emulators.chat import Chat
from tests.emulators.zalo_oa.account import Account
from tests.emulators.zalo_oa.seen import Event, Seen


class Person(Chat[Seen]):
    """`chat` is what the account wrote; `acted_at` the last act that lets it write."""

    def __init__(self, account: Account, name: str, deliver: Callable[[Event], None]) -> None:
        super().__init__(name)
        self._account = account
        self._deliver = deliver
        self.id = str(5510185758261927000 + len(account.people))
        self.follows = False
        self.acted_at: datetime | None = None

    def say(self, text: str) -> Event:
        """Write a message; the event."""
        return self.send("user_send_text", {"text": text})

    def send(self, name: str, message: dict[str, Any]) -> Event:
        """A message with that content, in Zalo's JSON. Whoever writes follows from then on."""
        self.follows = True
        return self._act(
            {
                "event_name": name,
                "sender": {"id": self.id},
                "recipient": {"id": self._account.oa_id},
                "message": {"msg_id": self._account.new_id(), **message},
                "user_id_by_app": f"7{self.id}",
            }
        )

    def press(self, message: Seen, label: str) -> Event:
        """Press the button with that label, or type what picks it in a list. Raises LookupError.

        What a button sends arrives as text.
        """
        return self.say(message.sends(label))

    def press_newest(self, label: str) -> Event:
        """Choose it in the newest message that offers it. Raises LookupError."""
        return self.press(self.newest_with(label), label)

    def send_photo(self, content: bytes, caption: str = "") -> Event:
        """A picture."""
        url = self._account.publish("anh.jpg", content)
        payload = {"url": url, "thumbnail": f"{url}?small"}
        return self._attach("user_send_image", "image", payload, caption)

    def send_file(self, content: bytes, name: str) -> Event:
        """A document."""
        payload = {
            "url": self._account.publish(name, content),
            "name": name,
            "size": str(len(content)),
            "type": name.rpartition(".")[2],
        }
        return self._attach("user_send_file", "file", payload)

    def send_voice(self, content: bytes) -> Event:
        """A voice message."""
        payload = {"url": self._account.publish("ghi-am.aac", content)}
        return self._attach("user_send_audio", "audio", payload)

    def send_location(self, latitude: float, longitude: float, name: str = "") -> Event:
        """A place on the map."""
        coordinates = {"latitude": str(latitude), "longitude": str(longitude)}
        return self._attach("user_send_location", "location", {"coordinates": coordinates}, name)

    def send_sticker(self) -> Event:
        """Something the bot cannot read."""
        payload = {"id": "46980", "url": f"{self._account.base_url}/media/sticker"}
        return self._attach("user_send_sticker", "sticker", payload)

    def follow(self) -> Event:
        """Follow the account: it may write from now on."""
        self.follows = True
        return self._act(self._following("follow"))

    def unfollow(self) -> Event:
        """Follow it no more: it may not write."""
        self.follows = False
        return self._event(self._following("unfollow"))

    def share_info(self, name: str, phone: str) -> Event:
        """Answer a card that asks for name and telephone."""
        info = {"name": name, "phone": phone}
        parties = {"sender": {"id": self.id}, "recipient": {"id": self._account.oa_id}}
        return self._act({"event_name": "user_submit_info", **parties, "info": info})

    def _attach(self, event: str, kind: str, payload: dict[str, Any], text: str = "") -> Event:
        attached = {"attachments": [{"type": kind, "payload": payload}]}
        return self.send(event, {"text": text, **attached} if text else attached)

    def _following(self, name: str) -> Event:
        return {
            "event_name": name,
            "oa_id": self._account.oa_id,
            "follower": {"id": self.id},
            "user_id_by_app": f"7{self.id}",
            "source": "oa_profile",
        }

    def _act(self, event: Event) -> Event:
        self.acted_at = self._account.clock()
        return self._event(event)

    def _event(self, event: Event) -> Event:
        whole = {**event, "app_id": self._account.app_id, "timestamp": self._account.timestamp()}
        self._deliver(whole)
        return whole
