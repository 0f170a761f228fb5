"""Events as Zalo writes them, and what the person did."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.channels.zalo_oa.decode import decode
from bot.channels.zalo_oa.raw import wrap
from core.messages import Address, Attachment, AttachmentKind, Inbound, InboundKind

CASES: dict[str, dict[str, Any]] = yaml.load(
    Path(__file__).with_name("events.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)


def expected(case: dict[str, Any]) -> Inbound | None:
    said = case["said"]
    if said is None:
        return None
    stamp = case["event"]["timestamp"]
    attachments = tuple(
        Attachment(**{**one, "kind": AttachmentKind(one["kind"])}) for one in said.pop("attachments", ())
    )
    return Inbound(
        Address("zalo_oa", said.pop("by")),
        kind=InboundKind(said.pop("kind", "message")),
        attachments=attachments,
        has_buttons=False,
        sent_at=datetime.fromtimestamp(int(stamp) / 1000, UTC),
        **said,
    )


@pytest.mark.parametrize("name", list(CASES))
def test_an_event_is_what_the_person_did(name: str) -> None:
    case = CASES[name]
    assert decode(case["event"]) == expected({**case, "said": dict(case["said"]) if case["said"] else None})


@pytest.mark.parametrize("name", list(CASES))
def test_an_event_is_in_its_persons_lane_and_has_a_key(name: str) -> None:
    case = CASES[name]
    update = wrap(case["event"])
    assert (update.key, update.lane) == (case["key"], f"zalo_oa:{case['lane']}")


def test_how_often_it_was_delivered_changes_nothing() -> None:
    event = CASES["text"]["event"]
    assert wrap({**event, "num_retry": "3"}) == wrap(event)


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"event_name": ""},
        {"event_name": "user_send_text", "sender": {"id": "1"}},
        {"event_name": "user_send_text", "message": {"text": "a"}},
        {"event_name": "user_send_image", "sender": {"id": "1"}, "message": {"msg_id": "m"}},
        {
            "event_name": "user_send_image",
            "sender": {"id": "1"},
            "message": {"attachments": [{"type": "image", "payload": {"url": ""}}]},
        },
        {
            "event_name": "user_send_location",
            "sender": {"id": "1"},
            "message": {"attachments": [{"payload": {"coordinates": {"latitude": "10"}}}]},
        },
        {
            "event_name": "user_send_location",
            "sender": {"id": "1"},
            "message": {"attachments": [{"payload": {"coordinates": {"latitude": "x", "longitude": "y"}}}]},
        },
        *(
            {
                "event_name": "user_send_location",
                "sender": {"id": "1"},
                "message": {"attachments": [{"payload": {"coordinates": {"latitude": a, "longitude": b}}}]},
            }
            for a, b in (("nan", "105.8"), ("21.0", "inf"), (91, 105.8), (21.0, -181))
        ),
        {"event_name": "user_submit_info", "sender": {"id": "1"}, "info": {}},
        {"event_name": "follow"},
    ],
)
def test_a_malformed_event_is_named_as_such(event: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"Zalo|float"):
        decode(event)


@pytest.mark.parametrize("stamp", ["", "soon", "9" * 30, None])
def test_an_event_of_no_known_moment_is_still_a_message(stamp: str | None) -> None:
    found = decode({**CASES["text"]["event"], "timestamp": stamp})
    assert found is not None
    assert found.sent_at is None


@pytest.mark.parametrize("size", ["9" * 5000, "²", "-1", "1e9"])
def test_a_size_that_is_none_is_left_out(size: str) -> None:
    payload = {"url": "https://f.zdn.vn/a.pdf", "size": size}
    message = {"msg_id": "m1", "attachments": [{"payload": payload}]}
    found = decode({"event_name": "user_send_file", "sender": {"id": "551"}, "message": message})
    assert found is not None
    assert [one.size for one in found.attachments] == [None]
