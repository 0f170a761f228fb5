"""What is posted to Zalo for each kind of message, to the letter."""

from collections.abc import Mapping, Sequence
from typing import Any

Body = dict[str, Any]


def text(person: str, words: str) -> Body:
    """A plain message, up to 2,000 characters."""
    return _to(person, {"text": words})


def text_with_buttons(person: str, words: str, buttons: Sequence[Mapping[str, Any]]) -> Body:
    """A message with one to five buttons.

    Open question: whether v3.0 takes buttons beside the text in this form; some programs add
    `"template_type": "button"` to the payload. No document of v3.0 shows either.
    """
    payload = {"buttons": list(buttons)}
    return _to(person, {"text": words, "attachment": {"type": "template", "payload": payload}})


def picture(person: str, words: str, attachment_id: str) -> Body:
    """A picture that was uploaded, with its text."""
    elements = [{"media_type": "image", "attachment_id": attachment_id}]
    payload = {"template_type": "media", "elements": elements}
    return _to(person, {"text": words, "attachment": {"type": "template", "payload": payload}})


def file(person: str, token: str) -> Body:
    """A document that was uploaded. It takes no text."""
    return _to(person, {"attachment": {"type": "file", "payload": {"token": token}}})


def request_user_info(person: str, title: str, subtitle: str, image_url: str) -> Body:
    """A card that asks the person to share name, telephone and address with one touch."""
    elements = [{"title": title, "subtitle": subtitle, "image_url": image_url}]
    payload = {"template_type": "request_user_info", "elements": elements}
    return _to(person, {"attachment": {"type": "template", "payload": payload}})


def stand_in(person: str, template_id: str, data: Mapping[str, str]) -> Body:
    """A pre-approved message, which no window keeps from being sent."""
    return {"user_id": person, "template_id": template_id, "template_data": dict(data)}


def _to(person: str, message: Body) -> Body:
    return {"recipient": {"user_id": person}, "message": message}
