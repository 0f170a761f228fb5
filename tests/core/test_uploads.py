"""The day's measure of files."""

import pytest

from core.messages import Attachment, AttachmentKind
from core.uploads import Daily, Sent, Sort, sort_of


@pytest.mark.parametrize(
    ("daily", "sent", "full"),
    [
        (Daily(3, 1), Sent(2, 999), False),
        (Daily(3, 1), Sent(3, 10), True),
        (Daily(3, 1), Sent(1, 1000), True),
        (Daily(0, 1), Sent(9000, 999), False),
        (Daily(0, 0), Sent(9000, 9_000_000), False),
    ],
)
def test_a_day_is_full_by_number_or_by_size_whichever_is_first(daily: Daily, sent: Sent, full: bool) -> None:
    assert daily.is_full(sent) is full


@pytest.mark.parametrize(
    ("kind", "name", "sort"),
    [
        (AttachmentKind.DOCUMENT, "So-can.XLSX", Sort.LIST),
        (AttachmentKind.DOCUMENT, "biên bản.pdf", Sort.FILE),
        (AttachmentKind.PHOTO, "so.xlsx", Sort.FILE),
    ],
)
def test_lists_to_be_read_in_are_counted_apart(kind: AttachmentKind, name: str, sort: Sort) -> None:
    assert sort_of(Attachment(kind, name=name)) is sort
