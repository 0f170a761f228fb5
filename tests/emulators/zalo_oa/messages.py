"""Messages of the account: what is wrong with one, and how it is seen."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from tests.emulators.zalo_oa.account import Account, Refusal
from tests.emulators.zalo_oa.person import Person
from tests.emulators.zalo_oa.seen import Seen, SeenButton, SeenFile

TEXT_LENGTH, TITLE_LENGTH, PAYLOAD_LENGTH, BUTTONS = 2000, 100, 1000, 5
WINDOW = timedelta(days=7)


def consultation(account: Account, body: Mapping[str, Any]) -> dict[str, Any]:
    """POST /v3.0/oa/message/cs"""
    person = account.recipient(_part(body, "recipient").get("user_id"))
    acted = person.acted_at
    if acted is None or account.clock() - acted >= WINDOW:
        raise Refusal(-230, "User has not interacted with the OA in the past 7 days")
    seen = _seen(account, _part(body, "message"))
    person.see(seen)
    return _sent(account, person, seen)


def template(account: Account, body: Mapping[str, Any]) -> dict[str, Any]:
    """POST /v3.0/oa/message/template"""
    person = account.recipient(body.get("user_id"))
    number, data = body.get("template_id"), body.get("template_data")
    if number not in account.templates or not isinstance(data, dict):
        raise Refusal(-131, "Template is not approved")
    filled = tuple((str(name), str(value)) for name, value in data.items())
    seen = Seen(account.new_id(), template=str(number), filled=filled)
    person.see(seen)
    return _sent(account, person, seen)


def _seen(account: Account, message: Mapping[str, Any]) -> Seen:
    text = message.get("text", "")
    if not isinstance(text, str) or len(text.encode("utf-16-le")) // 2 > TEXT_LENGTH:
        raise Refusal(-201, "text is invalid")
    attachment = message.get("attachment")
    if attachment is None:
        if not text.strip():
            raise Refusal(-201, "text is empty")
        return Seen(account.new_id(), text)
    payload = _part(attachment, "payload")
    if attachment.get("type") == "file":
        if text:
            raise Refusal(-201, "a file takes no text")
        return Seen(account.new_id(), file=_file(account, payload.get("token")))
    if attachment.get("type") != "template":
        raise Refusal(-201, "attachment type is invalid")
    return _template(account, text, payload)


def _template(account: Account, text: str, payload: Mapping[str, Any]) -> Seen:
    match payload.get("template_type"):
        case None:
            return Seen(account.new_id(), text, _buttons(payload.get("buttons")))
        case "media":
            element = _only(payload, "elements")
            if element.get("media_type") != "image":
                raise Refusal(-201, "media_type is invalid")
            return Seen(account.new_id(), text, file=_file(account, element.get("attachment_id")))
        case "request_user_info" if account.refuses_cards:
            raise Refusal(-224, "The OA's package does not allow this")
        case "request_user_info":
            element = _only(payload, "elements")
            if not all(isinstance(element.get(name), str) for name in ("title", "subtitle", "image_url")):
                raise Refusal(-201, "element is invalid")
            words = f"{element['title']}\n{element['subtitle']}"
            return Seen(account.new_id(), words, asks_info=True)
    raise Refusal(-201, "template_type is invalid")


def _buttons(given: object) -> tuple[SeenButton, ...]:
    if not isinstance(given, list) or not 1 <= len(given) <= BUTTONS:
        raise Refusal(-201, f"a message has 1 to {BUTTONS} buttons")
    return tuple(_button(one) for one in given)


def _button(given: object) -> SeenButton:
    match given:
        case {"title": str(title), "type": "oa.query.hide" | "oa.query.show", "payload": str(payload)}:
            if 1 <= len(title) <= TITLE_LENGTH and 1 <= len(payload) <= PAYLOAD_LENGTH:
                return SeenButton(title, payload=payload)
        case {"title": str(title), "type": "oa.open.url", "payload": {"url": str(url)}}:
            if 1 <= len(title) <= TITLE_LENGTH and url.startswith(("https://", "http://")):
                return SeenButton(title, url=url)
    raise Refusal(-201, "button is invalid")


def _file(account: Account, number: object) -> SeenFile:
    asset = account.asset(str(number))
    return SeenFile(asset.name, asset.content)


def _sent(account: Account, person: Person, seen: Seen) -> dict[str, Any]:
    return {"message_id": seen.id, "user_id": person.id, "sent_time": account.timestamp()}


def _part(body: object, name: str) -> Mapping[str, Any]:
    found = body.get(name) if isinstance(body, dict) else None
    if not isinstance(found, dict):
        raise Refusal(-201, f"{name} is invalid")
    return found


def _only(payload: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    match payload.get(name):
        case [dict() as element]:
            return element
    raise Refusal(-201, f"{name} is invalid")
