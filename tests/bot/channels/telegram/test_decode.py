"""Every kind of update, captured in updates/*.json, as what the person did."""

import contextlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.decode import decode
from bot.channels.telegram.raw import BOT_NAME, lane
from core.messages import Address, Attachment, AttachmentKind, Group, Inbound, InboundKind

UPDATES = Path(__file__).parent / "updates"
BOT_ID, USERNAME = 123456789, "tiendo_bot"
AN = Address("telegram", "5120044871")
SENT = datetime(2026, 5, 14, 4, 12, tzinfo=UTC)


def raw(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((UPDATES / f"{name}.json").read_text("utf-8"))
    return found


def read(name: str) -> Inbound | None:
    return decode(raw(name) | {BOT_NAME: USERNAME}, BOT_ID)


def message(text: str = "", *attachments: Attachment, **more: Any) -> Inbound:
    return Inbound(AN, text=text, attachments=attachments, sender_name="An Nguyễn", sent_at=SENT, **more)


PHOTO = Attachment(AttachmentKind.PHOTO, "AgACAgUAAxkBAAIBy", size=190433, mime="image/jpeg")
DOCUMENT = Attachment(
    AttachmentKind.DOCUMENT, "BQACAgUAAxkBAAIBd", "biên bản kiểm tra.pdf", 88210, mime="application/pdf"
)
PLACE = Attachment(AttachmentKind.LOCATION, latitude=21.0378, longitude=106.0812)
MARKET = Attachment(AttachmentKind.LOCATION, name="Chợ Đông Cứu", latitude=21.0378, longitude=106.0812)
VOICE = Attachment(AttachmentKind.VOICE, "AwACAgUAAxkBAAIBv", size=15321, mime="audio/ogg")
VIDEO = Attachment(AttachmentKind.OTHER, "BAACAgUAAxkBAAIBw", "IMG_0007.MP4", 5120044, mime="video/mp4")

GROUP = Group("-1002233445566", "Tổ tiêu chuẩn đo lường")
BY_AN: dict[str, Any] = {
    "sender_name": "An Nguyễn",
    "sent_at": SENT.replace(second=40),
    "group": GROUP,
}
MOVED = Inbound(
    AN, InboundKind.MOVED, sent_at=SENT, group=Group("-4455667", GROUP.title, moved_to=GROUP.chat)
)

WHAT_THEY_MEAN = {
    "text": message("Sáng nay tập huấn 32 người tại Đông Cứu"),
    "start": message("/start K7M2-QX"),
    "photo": message("Cân số 3, tem còn hạn", PHOTO),
    "album": message("", PHOTO, album="13978812345678901"),
    "document": message("Biên bản", DOCUMENT),
    "location": message("", PLACE),
    "venue": message("", MARKET),
    "contact": message("+84900000001"),
    "voice": message("", VOICE),
    "video": message("Quay tại chợ", VIDEO),
    "sticker": message(kind=InboundKind.UNSUPPORTED),
    "poll": message(kind=InboundKind.UNSUPPORTED),
    "dice": message(kind=InboundKind.UNSUPPORTED),
    "unknown_kind": message(kind=InboundKind.UNSUPPORTED),
    "press": Inbound(
        AN, InboundKind.PRESS, press="s3:2:training", pressed_message="96", sender_name="An Nguyễn"
    ),
    "press_old_message": Inbound(
        AN, InboundKind.PRESS, press="s1:1:yes", pressed_message="12", sender_name="An Nguyễn"
    ),
    "blocked": Inbound(AN, InboundKind.LEFT, sender_name="An Nguyễn", sent_at=SENT.replace(second=10)),
    "unblocked": None,
    "edited": None,
    "channel_post": None,
    "pinned": None,
    "group_chatter": None,
    "group_mention": message("tuần này thế nào?", group=GROUP),
    "group_command": message("/help", group=GROUP),
    "group_reply": message("đã xong", group=GROUP),
    "group_joined": Inbound(AN, InboundKind.ADDED, **BY_AN),
    "group_left": Inbound(AN, InboundKind.EXPELLED, **BY_AN),
    "group_promoted": None,
    "group_upgraded": replace(MOVED, address=AN),
    "group_upgraded_from": replace(MOVED, address=Address("telegram", "1087968824")),
    "group_press": Inbound(
        AN, InboundKind.PRESS, press="gs:dong_cuu:week-20260511", sender_name="An Nguyễn", group=GROUP
    ),
    "channel_joined": None,
    "other_bot": None,
}


@pytest.mark.parametrize("name", sorted(path.stem for path in UPDATES.glob("*.json")))
def test_a_captured_update_is_what_the_person_did(name: str) -> None:
    assert read(name) == WHAT_THEY_MEAN[name]


@pytest.mark.parametrize("name", [name for name, found in WHAT_THEY_MEAN.items() if found])
def test_the_lane_of_an_update_is_its_address(name: str) -> None:
    found = read(name)
    assert found
    assert lane(raw(name)) == str(found.address)


def test_what_cannot_be_decoded_says_which_update_and_where() -> None:
    bad = {"update_id": 7, "message": {"message_id": "không", "chat": "nowhere", "date": None}}
    with pytest.raises(ValueError, match=r"Telegram update 7: message\.message_id"):
        decode(bad, BOT_ID)


def test_text_in_reply_to_something_unreadable_is_still_text() -> None:
    update = raw("text")
    update["message"]["reply_to_message"] = {"poll": "of a kind nobody knows"}
    assert decode(update, BOT_ID) == read("text")


def test_a_bot_that_does_not_know_its_name_still_knows_replies_to_itself() -> None:
    assert decode(raw("group_reply"), BOT_ID)
    assert decode(raw("group_mention"), BOT_ID) is None


def test_a_bot_whose_name_begins_alike_is_somebody_else() -> None:
    update = raw("group_mention") | {BOT_NAME: USERNAME}
    update["message"]["text"] = f"@{USERNAME}2 tuần này thế nào?"
    assert decode(update, BOT_ID) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "chat", "from", "message", "type", "text", "date", "photo", "data"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


UPDATE = st.fixed_dictionaries(
    {"update_id": st.integers()}, optional={"message": JSON, "callback_query": JSON, "my_chat_member": JSON}
)


@settings(deadline=None)
@given(UPDATE)
def test_any_json_is_decoded_or_refused_and_always_has_a_lane(update: dict[str, Any]) -> None:
    assert lane(update).startswith("telegram:")
    with contextlib.suppress(ValueError):
        decode(update, BOT_ID)
