import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.storable import fitted, storable, storable_text

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec=None)), inner),
    max_leaves=20,
)
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.text(st.characters(codec="utf-8", exclude_characters="\0")),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.text(st.characters(codec="utf-8", exclude_characters="\0")), inner)
    ),
    max_leaves=20,
)


@given(JSON)
def test_whatever_came_can_be_written_as_strict_json_in_utf8(value: Any) -> None:
    text = json.dumps(storable(value), allow_nan=False, ensure_ascii=False)
    assert "\\u0000" not in text.replace("\\\\", "")
    text.encode()


@given(PLAIN)
def test_what_can_be_stored_stays_as_it_is(value: Any) -> None:
    assert storable(value) == value


@given(st.text(st.characters(codec=None)), st.integers(65, 200))
def test_a_key_fits_and_a_short_one_is_kept(key: str, length: int) -> None:
    result = fitted(key, length)
    assert len(result) <= length
    assert result == storable_text(key) or len(key) > length


def test_long_keys_that_differ_stay_different() -> None:
    assert fitted("k" * 200 + "1", 80) != fitted("k" * 200 + "2", 80)
