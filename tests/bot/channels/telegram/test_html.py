"""Text as Telegram's HTML: what is read is what was meant, in pieces that are short enough."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.html import messages
from core.markup import plain
from tests.emulators.telegram.html import parse_html

TEXT = st.text(alphabet="ab đ<>&*\n;#😀\"'", max_size=60)


@settings(deadline=None)
@given(TEXT)
def test_what_is_read_is_the_text_without_its_marks(text: str) -> None:
    (html,) = messages(text, limit=100)
    assert parse_html(html)[0] == plain(text)


@settings(deadline=None)
@given(TEXT, st.integers(min_value=2, max_value=30))
def test_pieces_are_short_and_lose_nothing_but_space(text: str, limit: int) -> None:
    read = [parse_html(html)[0] for html in messages(text, limit)]
    assert all(len(piece) <= limit for piece in read)
    assert "".join("".join(read).split()) == "".join(plain(text).split())


def test_bold_over_a_cut_is_bold_on_both_sides() -> None:
    assert messages("**một hai**", 5) == ["<b>một</b>", "<b> hai</b>"]


def test_a_cut_falls_at_the_end_of_a_line_where_there_is_one() -> None:
    assert messages("một hai\nba bốn", 10) == ["một hai", "\nba bốn"]
