"""Names inside messages: places and organisations by their aliases, and people however they are typed."""

from hypothesis import given
from hypothesis import strategies as st

from tests.core.understanding.seen import cases, names
from tests.tables import over

TABLE = [tuple(row) for row in cases("names")["messages"]]
PEOPLE = cases("people")
FULL = st.builds(
    lambda *parts: " ".join(parts),
    st.sampled_from(PEOPLE["surnames"]),
    st.sampled_from(PEOPLE["middle"]),
    st.sampled_from(PEOPLE["given"]),
)


@over(TABLE)
def test_the_names_of_a_message_are_those_of_the_table(text: str, expected: str) -> None:
    assert names(text) == expected


@given(FULL, st.sampled_from(PEOPLE["sentences"]), st.sampled_from([str, str.lower, str.upper]))
def test_a_full_name_is_found_in_whatever_letters_it_is_typed(
    name: str, sentence: str, letters: type[str]
) -> None:
    assert f"person: {name}" in names(letters(sentence.replace("{}", name)))
