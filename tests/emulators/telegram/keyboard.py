"""Inline keyboards as Telegram checks them."""

from typing import Any

from tests.emulators.telegram.answers import bad_request
from tests.emulators.telegram.params import Params
from tests.emulators.telegram.seen import SeenButton

#: bytes of callback_data
DATA_BYTES = 64
_NOT_JSON = bad_request("can't parse reply keyboard markup JSON object")
_TEXT_BUTTON = bad_request("Text buttons are unallowed in the inline keyboard")

Rows = tuple[tuple[SeenButton, ...], ...]


def rows(params: Params) -> Rows:
    """The buttons of the call's reply_markup; none when it has none or hides a keyboard."""
    markup = params.json("reply_markup", _NOT_JSON)
    if markup is None:
        return ()
    if not isinstance(markup, dict):
        raise _NOT_JSON
    keyboard = markup.get("inline_keyboard", [])
    if not isinstance(keyboard, list) or not all(isinstance(row, list) for row in keyboard):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    return tuple(tuple(_button(key) for key in row) for row in keyboard if row)


def _button(key: Any) -> SeenButton:
    if not isinstance(key, dict) or not key.get("text"):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    data = key.get("callback_data", "")
    if "callback_data" not in key and "url" not in key:
        raise _TEXT_BUTTON
    if "url" not in key and not 1 <= len(str(data).encode()) <= DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return SeenButton(str(key["text"]), str(data))
