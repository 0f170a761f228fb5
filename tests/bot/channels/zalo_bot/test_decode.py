"""What came, as what the person did: texts, pictures, voices, and what no bot can read."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo_bot.decode import decode
from bot.channels.zalo_bot.raw import key, lane, unwrapped, wrap
from core.messages import Address, AttachmentKind, Inbound, InboundKind

AN = "6ede9afa66b88fe6d6a9"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)


def update(event: str = "message.text.received", /, **content: Any) -> dict[str, Any]:
    """An update as it was captured."""
    message = {
        "from": {"id": AN, "display_name": "Ted", "is_bot": False},
        "chat": {"id": AN, "chat_type": "PRIVATE"},
        "message_id": "2d758cb5e222177a4e35",
        "date": 1750316131602,
        **content,
    }
    return {"event_name": event, "message": message}


def decoded(raw: dict[str, Any]) -> Inbound:
    found = decode(raw)
    assert found
    return found


def test_a_text_is_read_with_its_sender_and_moment() -> None:
    assert decoded(update(text="Xin chào")) == Inbound(
        Address("zalo_bot", AN),
        text="Xin chào",
        sender_name="Ted",
        sent_at=datetime(2025, 6, 19, 6, 55, 31, 602000, UTC),
        has_buttons=False,
    )


@pytest.mark.parametrize("field", ["photo_url", "photo"])
def test_a_picture_is_read_from_where_the_documents_and_the_wire_have_it(field: str) -> None:
    address = "https://photo-stal-1.zdn.vn/1.jpg"
    found = decoded(update("message.image.received", **{field: address}, caption="Cân số 3"))
    (picture,) = found.attachments
    assert (picture.kind, picture.remote, found.text) == (AttachmentKind.PHOTO, address, "Cân số 3")


def test_a_voice_is_an_attachment() -> None:
    address = "https://f2-voice-aac-dl.zdn.vn/1.aac"
    (voice,) = decoded(update("message.voice.received", voice_url=address)).attachments
    assert (voice.kind, voice.remote) == (AttachmentKind.VOICE, address)


@pytest.mark.parametrize(
    "raw",
    [
        update("message.sticker.received", sticker="0e078a2fb66a5f34067b", url="https://x.vn/1.png"),
        update("message.unsupported.received"),
        update("message.link.received", link="https://x.vn"),
        update("message.image.received", photo_url=""),
        update("message.image.received", photo_url=7),
        update(text="   "),
    ],
)
def test_what_cannot_be_read_is_unsupported_so_that_its_sender_is_told(raw: dict[str, Any]) -> None:
    found = decoded(raw)
    assert (found.kind, found.address) == (InboundKind.UNSUPPORTED, Address("zalo_bot", AN))


@pytest.mark.parametrize(
    "raw",
    [
        {"event_name": "message.unsupported.received"},
        {"event_name": "user.follow", "message": None},
        update(text="a", chat={"id": "9f", "chat_type": "GROUP"}),
        update("message.text.received", **{"text": "a", "from": {"id": "77", "is_bot": True}}),
    ],
)
def test_what_nobody_wrote_to_the_bot_alone_is_not_answered(raw: dict[str, Any]) -> None:
    assert decode(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        {"event_name": "x", "message": []},
        {"event_name": "x", "message": {"text": "a"}},
        update(text="a", date=10**30),
    ],
)
def test_what_is_malformed_is_named(raw: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="Zalo update"):
        decode(raw)


@pytest.mark.parametrize("wrapped", [True, False])
def test_an_update_is_found_bare_or_in_an_answer(wrapped: bool) -> None:
    raw = update(text="a")
    assert unwrapped({"ok": True, "result": raw} if wrapped else raw) == raw


@pytest.mark.parametrize("found", [None, [], "a", 7, {}, {"ok": True, "result": {"url": ""}}])
def test_anything_else_is_no_update(found: object) -> None:
    assert unwrapped(found) is None


def test_the_message_s_id_is_the_key_and_the_sender_the_lane() -> None:
    found = wrap(update(text="a"))
    assert (found.key, found.lane) == ("2d758cb5e222177a4e35", f"zalo_bot:{AN}")


def test_what_has_no_id_has_a_key_of_its_content() -> None:
    one, other = {"event_name": "a"}, {"event_name": "b"}
    assert key(one) == key(dict(one)) != key(other)
    assert lane(one) == "zalo_bot:?"


def complaint(raw: dict[str, Any]) -> str:
    """What is said against it, or the beginning of that when it can be read."""
    try:
        decode(raw)
    except ValueError as error:
        return str(error)
    return "Zalo update"


@given(message=JSON, event=JSON)
def test_whatever_comes_is_stored_and_read_or_named(message: Any, event: Any) -> None:
    raw = {"event_name": event, "message": message}
    assert wrap(raw).key
    assert complaint(raw).startswith("Zalo update")


@given(content=st.dictionaries(st.sampled_from(["text", "photo_url", "voice_url", "date", "chat"]), JSON))
def test_a_message_with_any_content_is_read_or_named(content: dict[str, Any]) -> None:
    assert complaint(update(**content)).startswith("Zalo update")
