"""A button is bound to what stood above it."""

from datetime import UTC, datetime

from core.looked_at import mark_of


def test_what_was_changed_has_another_mark_and_what_was_not_the_same() -> None:
    at = datetime(2026, 5, 14, tzinfo=UTC)
    marks = [mark_of("Họp 8h", at), mark_of("Họp 9h", at), mark_of("Họp 8h", None), mark_of("Họp", "8h", at)]
    assert len(set(marks)) == len(marks)
    assert mark_of("Họp 8h", at) == marks[0]
    assert ":" not in "".join(marks)
