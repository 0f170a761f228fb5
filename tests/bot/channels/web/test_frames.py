"""What a page may send, what is stored of it, and how that is read back."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.signing import Signer
from bot.channels.web.decode import decode
from bot.channels.web.files import FileLinks
from bot.channels.web.frames import parse, raw_update
from bot.channels.web.ports import Kept
from core.messages import AttachmentKind, InboundKind

LINKS = FileLinks(Signer(b"k" * 32))
ID = "0123456789abcdef"
VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.floats(), max_size=3)
)
NAMES = ("id", "text", "press", "of", "label", "upload", "caption", "album", "location", "start")


def stored(**frame: object) -> dict[str, Any]:
    return raw_update({"id": ID, **frame}, "chat", LINKS)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_any_frame_is_either_refused_or_stored_readably(frame: dict[str, object]) -> None:
    try:
        raw = raw_update({"id": ID} | frame, "chat", LINKS)
    except ValueError:
        return
    assert decode(json.loads(json.dumps(raw))) is not None


@given(st.recursive(VALUES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10))
def test_a_malformed_update_is_a_value_error(raw: object) -> None:
    with pytest.raises(ValueError, match="not an update"):
        decode({"chat": "chat", "unknown": raw})


@given(st.text())
def test_text_is_kept_but_for_what_no_database_stores(text: str) -> None:
    if not text.strip():
        return
    kept = stored(text=text)["text"]
    assert kept == text.replace("\0", "")


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    assert stored(text=json.loads('"cân \\ud800"'))["text"] == "cân ?"


def test_a_press_names_the_message_it_was_made_on() -> None:
    inbound = decode(stored(press="yes", of="r1", label="Đúng"))
    assert (inbound.kind, inbound.press, inbound.pressed_message) == (InboundKind.PRESS, "yes", "r1")


def test_a_token_over_64_bytes_is_refused() -> None:
    with pytest.raises(ValueError, match="not a frame"):
        stored(press="đ" * 33, of="r1", label="Đúng")


def test_a_start_is_one_update_however_often_the_link_is_opened() -> None:
    first, second = (raw_update({"id": name * 8, "start": "MOI"}, "chat", LINKS) for name in "ab")
    assert first["id"] == second["id"]
    assert decode(first).text == "/start MOI"


@pytest.mark.parametrize("name", ["", "short", "a" * 41, "x" * 10 + ":y", 7, None])
def test_an_id_that_cannot_be_stored_is_refused(name: object) -> None:
    with pytest.raises(ValueError, match="id"):
        stored(id=name, text="xin chào")


@pytest.mark.parametrize(
    "place", [[91, 0], [0, 181], [float("nan"), 0], [float("inf"), 0], [1], ["1", "2"], [True]]
)
def test_a_location_off_the_earth_is_refused(place: list[object]) -> None:
    with pytest.raises(ValueError, match=r"location|frame"):
        stored(location=place)


def test_a_location_is_an_attachment_in_degrees() -> None:
    [place] = decode(stored(location=[21, 106.2])).attachments
    assert (place.kind, place.latitude, place.longitude) == (AttachmentKind.LOCATION, 21.0, 106.2)


def test_a_photo_comes_with_what_is_already_stored_of_it() -> None:
    receipt = LINKS.receipt("chat", Kept("abc", "image/png", 5))
    inbound = decode(stored(upload=receipt, caption="biên bản", album="a" * 32))
    [photo] = inbound.attachments
    assert (photo.kind, photo.stored, photo.mime, photo.size) == (AttachmentKind.PHOTO, "abc", "image/png", 5)
    assert (inbound.text, inbound.album) == ("biên bản", "a" * 32)


def test_a_receipt_of_another_chat_is_refused() -> None:
    with pytest.raises(ValueError, match="receipt"):
        stored(upload=LINKS.receipt("another", Kept("abc", "image/png", 5)))


@pytest.mark.parametrize("data", ["", "{", "[]", "7", '"text"', "[" * 60_000, '{"id":' * 9_000])
def test_what_is_no_frame_is_a_value_error(data: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(data)
