"""The table of Zalo's codes."""

import pytest

from bot.channels.zalo_oa.errors import CODES, Kind, of_code, of_status, send_error

GONE, REFUSED, LATER = (True, True), (True, False), (False, False)


@pytest.mark.parametrize(
    ("code", "kind", "permanent_and_unreachable"),
    [
        (-213, Kind.GONE, GONE),
        (-227, Kind.GONE, GONE),
        (-244, Kind.GONE, GONE),
        (-201, Kind.PERMANENT, REFUSED),
        (-248, Kind.PERMANENT, REFUSED),
        (-216, Kind.AUTH, LATER),
        (-220, Kind.AUTH, LATER),
        (-14020, Kind.AUTH, LATER),
        (-14099, Kind.AUTH, LATER),
        (-230, Kind.WINDOW, LATER),
        (-232, Kind.WINDOW, LATER),
        (-32, Kind.QUOTA, LATER),
        (-211, Kind.QUOTA, LATER),
        (-218, Kind.TRANSIENT, LATER),
        (-99999, Kind.AUTH, LATER),
        (-777, Kind.TRANSIENT, LATER),
        (12, Kind.TRANSIENT, LATER),
    ],
)
def test_a_code_means_what_the_table_says(
    code: int, kind: Kind, permanent_and_unreachable: tuple[bool, bool]
) -> None:
    error = of_code(code, "said Zalo")
    found = send_error(error)
    assert error.kind is kind
    assert (found.permanent, found.unreachable) == permanent_and_unreachable
    assert found.outside_window == (kind is Kind.WINDOW)
    assert (found.retry_after is not None) == (kind is Kind.QUOTA)
    assert str(code) in str(found)


def test_every_code_has_a_hint_for_the_operator() -> None:
    assert all(hint for _, hint in CODES.values())


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Kind.PERMANENT),
        (401, Kind.AUTH),
        (403, Kind.TRANSIENT),
        (404, Kind.PERMANENT),
        (408, Kind.TRANSIENT),
        (429, Kind.QUOTA),
        (500, Kind.TRANSIENT),
        (502, Kind.TRANSIENT),
        (504, Kind.PERHAPS),
    ],
)
def test_an_http_status_means_what_it_means_everywhere(status: int, kind: Kind) -> None:
    assert of_status(status, None).kind is kind


@pytest.mark.parametrize(("said", "wait"), [("7", 7.0), (None, 60.0), ("soon", 60.0)])
def test_a_flood_is_waited_out_as_long_as_is_said(said: str | None, wait: float) -> None:
    assert of_status(429, said).retry_after == wait
