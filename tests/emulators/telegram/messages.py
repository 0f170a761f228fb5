"""The methods that send, change and delete messages."""

from typing import Any

from tests.emulators.telegram.answers import NOT_MODIFIED, OLD_QUERY, bad_request
from tests.emulators.telegram.group import Group
from tests.emulators.telegram.html import parse_html
from tests.emulators.telegram.keyboard import rows
from tests.emulators.telegram.params import Params
from tests.emulators.telegram.person import Person
from tests.emulators.telegram.seen import Entity, Seen, SeenFile
from tests.emulators.telegram.world import World

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024


def send_message(world: World, params: Params) -> dict[str, Any]:
    """sendMessage"""
    person = world.reachable(params.number("chat_id"))
    text, entities = _visible(params, "text", TEXT_LENGTH, "message is too long")
    if not text:
        raise bad_request("message text is empty")
    return _show(world, person, params, Seen(world.next_id(), text, world.clock(), world.date(), entities))


def send_photo(world: World, params: Params) -> dict[str, Any]:
    """sendPhoto"""
    return _send_file(world, params, "photo")


def send_document(world: World, params: Params) -> dict[str, Any]:
    """sendDocument"""
    return _send_file(world, params, "document")


def edit_message_text(world: World, params: Params) -> dict[str, Any]:
    """editMessageText"""
    person = world.reachable(params.number("chat_id"))
    message = _own_message(person, params, "message to edit not found")
    text, entities = _visible(params, "text", TEXT_LENGTH, "message is too long")
    if not text:
        raise bad_request("message text is empty")
    if message.file:
        raise bad_request("there is no text in the message to edit")
    keys = rows(params)
    if (message.text, message.entities, message.rows) == (text, entities, keys):
        raise NOT_MODIFIED
    message.text, message.entities, message.rows = text, entities, keys
    return _edited(world, person, message)


def edit_message_reply_markup(world: World, params: Params) -> dict[str, Any]:
    """editMessageReplyMarkup"""
    person = world.reachable(params.number("chat_id"))
    message = _own_message(person, params, "message to edit not found")
    keys = rows(params)
    if message.rows == keys:
        raise NOT_MODIFIED
    message.rows = keys
    return _edited(world, person, message)


def delete_message(world: World, params: Params) -> bool:
    """deleteMessage"""
    person = world.reachable(params.number("chat_id"))
    person.chat.remove(_own_message(person, params, "message to delete not found"))
    person.changed()
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """answerCallbackQuery"""
    query = params.text("callback_query_id")
    person = world.answer_query(query)
    if person is None:
        raise OLD_QUERY
    person.answered.append(query)
    if opens := params.text("url"):
        person.opened.append(opens)
    person.changed()
    return True


def send_chat_action(world: World, params: Params) -> bool:
    """sendChatAction"""
    person = world.people[world.reachable(params.number("chat_id")).id]
    person.actions.append(params.text("action"))
    return True


def _send_file(world: World, params: Params, kind: str) -> dict[str, Any]:
    person = world.reachable(params.number("chat_id"), kind)
    upload = params.upload(kind)
    if upload is None:
        return _send_known(world, person, params, kind)
    if not upload.content:
        raise bad_request("file must be non-empty")
    caption, entities = _visible(params, "caption", CAPTION_LENGTH, "message caption is too long")
    stored = world.files.add(f"{kind}s", upload.content)
    file = SeenFile(kind, upload.name, upload.mime, upload.content, stored.id)
    seen = Seen(world.next_id(), caption, world.clock(), world.date(), entities, file=file)
    return _show(world, person, params, seen)


def _send_known(world: World, person: Person | Group, params: Params, kind: str) -> dict[str, Any]:
    """What the bot sent before, by the id that it got."""
    file_id = params.text(kind)
    if not file_id:
        raise bad_request(f"there is no {kind} in the request")
    sent = (seen.file for other in world.people.values() for seen in other.chat if seen.file)
    file = next((each for each in sent if (each.file_id, each.kind) == (file_id, kind)), None)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    caption, entities = _visible(params, "caption", CAPTION_LENGTH, "message caption is too long")
    seen = Seen(world.next_id(), caption, world.clock(), world.date(), entities, file=file)
    return _show(world, person, params, seen)


def _show(world: World, person: Person | Group, params: Params, message: Seen) -> dict[str, Any]:
    message.rows = rows(params)
    world.flood.check(person.id)
    person.see(message)
    return message.as_json(world.bot, person.place)


def _visible(params: Params, field: str, limit: int, complaint: str) -> tuple[str, list[Entity]]:
    source = params.text(field)
    html = params.text("parse_mode").lower() == "html"
    text, entities = parse_html(source) if html else (source, [])
    if len(text) > limit:
        raise bad_request(complaint)
    return (text, entities) if entities else (text.strip(), entities)


def _own_message(person: Person | Group, params: Params, complaint: str) -> Seen:
    number = params.number("message_id")
    for message in reversed(person.chat):
        if message.id == number:
            return message
    raise bad_request(complaint)


def _edited(world: World, person: Person | Group, message: Seen) -> dict[str, Any]:
    message.edited = True
    person.changed()
    return message.as_json(world.bot, person.place)
