import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.emulators.telegram.answers import ApiError
from tests.emulators.telegram.html import parse_html, units


def test_offsets_are_counted_in_utf16() -> None:
    text, entities = parse_html("😀 <b>Đông Cứu</b> &lt;x&gt; &amp;")
    assert text == "😀 Đông Cứu <x> &"
    assert entities == [{"type": "bold", "offset": 3, "length": 8}]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("đ <script>", 'Unsupported start tag "script" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("1 <2", "Unclosed start tag at byte offset 2"),
    ],
)
def test_what_telegram_cannot_parse_is_refused(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="<&", exclude_categories=["Cs"])))
def test_plain_text_is_itself(text: str) -> None:
    assert parse_html(f"<b>{text}</b>")[0] == text
    assert sum(found["length"] for found in parse_html(f"<b>{text}</b>")[1]) == units(text)
