"""What a message to many is made of: its audience, its hour, what became of it, how somebody asks for it."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from core.broadcasts.audience import (
    ALL_COMMUNES,
    DIMENSIONS,
    EVERYBODY,
    EXPIRES,
    MOST_GROUPS,
    Audience,
    Group,
)
from core.broadcasts.heard import Name, heard
from core.broadcasts.states import CALLED_OFF, Fate, fate_of
from core.broadcasts.timing import Repeat, cut_hour, next_time
from core.delivery import PERHAPS, TOO_LATE
from core.periods import moment_of
from core.quota import LEFT_OUT
from core.windows import AWAITED, UNDELIVERABLE
from tests.tables import over

ZONE = "Asia/Ho_Chi_Minh"
CASES: dict[str, Any] = yaml.load(
    Path(__file__).with_name("broadcasts.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)

codes = st.lists(st.sampled_from("abcd"), unique=True, max_size=3).map(tuple)
groups = st.builds(
    Group,
    role=codes,
    unit=codes,
    place=codes,
    kind=codes,
    trade=codes,
    commune=codes,
    silent=st.booleans(),
    expires=st.none() | st.sampled_from(EXPIRES),
    got=st.none() | st.integers(1, 9),
    unread=st.none() | st.integers(1, 9),
)
audiences = st.builds(
    Audience, st.lists(groups, max_size=3).map(tuple), st.lists(groups, max_size=3).map(tuple)
)


@given(audiences)
def test_an_audience_is_read_back_as_it_was_written(audience: Audience) -> None:
    assert Audience.from_json(audience.as_json()) == audience


@given(groups, st.sampled_from(DIMENSIONS), codes.filter(bool))
def test_ticking_twice_is_not_ticking(group: Group, dimension: Any, values: tuple[str, ...]) -> None:
    before = set(group.picked(dimension))
    once = group.toggled(dimension, values)
    if set(values) <= before:
        assert set(once.picked(dimension)) == before - set(values)
    else:
        assert set(once.picked(dimension)) == before | set(values)
        assert set(once.toggled(dimension, values).picked(dimension)) == before - set(values)


def test_all_communes_and_some_of_them_exclude_each_other() -> None:
    every = Group().toggled("commune", (ALL_COMMUNES,))
    one = every.toggled("commune", ("a",))
    assert one.commune == ("a",)
    assert one.toggled("commune", (ALL_COMMUNES,)) == every
    quiet = Group.from_json({"commune": ["a"], "quiet": True})
    assert quiet.quiet
    assert quiet.toggled("commune", ("a",)).is_empty
    assert Group.from_json({"quiet": True}).is_empty


def test_a_group_is_begun_once_and_one_that_was_only_begun_is_nobody() -> None:
    begun = Audience().begun(without=False)
    assert begun == begun.begun(without=False) == Audience((Group(),))
    assert not begun.chosen
    assert begun.begun(without=True).tidy() == Audience()
    narrowed = begun.changed(Group(role=("officer",)), without=False)
    assert narrowed.begun(without=False).groups == (Group(role=("officer",)), Group())
    full = Audience(tuple(Group(unit=(str(n),)) for n in range(MOST_GROUPS)))
    assert full.begun(without=False) == full
    assert EVERYBODY.chosen
    assert EVERYBODY.tidy() == EVERYBODY


@over(CASES["hours"])
def test_an_hour_is_read_out_of_a_text(text: str, hour: str, rest: str) -> None:
    wanted = time.fromisoformat(hour) if hour else None
    assert cut_hour(text) == (wanted, rest)


@over(
    [
        (Repeat.WEEKLY, "2026-05-14", ["2026-05-21", "2026-05-28"]),
        (Repeat.WEEKLY, "2027-12-28", ["2028-01-04", "2028-01-11"]),
        (
            Repeat.MONTHLY,
            "2027-12-31",
            ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31"],
        ),
        (Repeat.MONTHLY, "2026-01-30", ["2026-02-28", "2026-03-30"]),
        (Repeat.MONTHLY, "2028-02-29", ["2028-03-29", "2028-04-29"]),
    ]
)
def test_what_is_repeated_keeps_its_day_and_its_hour(repeat: Repeat, first: str, after: list[str]) -> None:
    began = last = moment_of(date.fromisoformat(first), time(23, 30), ZONE)
    for day in after:
        following = next_time(began, last, repeat, ZONE)
        assert following == moment_of(date.fromisoformat(day), time(23, 30), ZONE)
        last = following
    assert next_time(began, last, Repeat.ONCE, ZONE) is None


@over(
    [
        ("never", None, "", None, Fate.NEVER),
        (None, "sent", "", True, Fate.SENT),
        (None, "sent", "", False, Fate.SENT),
        (None, "waiting", "Too Many Requests", True, Fate.WAITING),
        (None, "dropped", CALLED_OFF, True, Fate.STOPPED),
        (None, "dropped", TOO_LATE, True, Fate.WINDOW),
        (None, "dropped", "not an active member any more", True, Fate.FAILED),
        (None, "dead", f"the line broke: {PERHAPS}", False, Fate.PERHAPS),
        (None, "dead", f"{UNDELIVERABLE}: they last wrote 9 days ago", True, Fate.WINDOW),
        (None, "dead", "Forbidden: bot was blocked by the user", False, Fate.BLOCKED),
        (None, "dropped", "not an active member any more", False, Fate.BLOCKED),
        (None, "dropped", CALLED_OFF, False, Fate.STOPPED),
        (None, "dropped", LEFT_OUT, True, Fate.QUOTA),
        (None, "waiting", AWAITED, True, Fate.HELD),
        ("sent", None, "", None, Fate.SENT),
        (None, "dead", "Bad Request", True, Fate.FAILED),
        (None, "dead", "Bad Request", None, Fate.FAILED),
        (None, None, "", None, Fate.FAILED),
    ]
)
def test_what_became_of_a_message_has_one_name(
    noted: str | None, status: str | None, error: str, reachable: bool | None, fate: Fate
) -> None:
    assert fate_of(noted, status, error, reachable) is fate


@over(CASES["heard"])
def test_whom_somebody_means_is_read_out_of_a_sentence(said: str, audience: Any, text: str) -> None:
    names = [Name(*each) for each in CASES["names"]]
    found = heard(said, names, CASES["everybody"])
    assert (found.audience.as_json()["groups"], found.text) == (audience, text)


def test_a_moment_is_in_utc() -> None:
    first = datetime(2026, 5, 14, 1, tzinfo=UTC)
    assert next_time(first, first, Repeat.WEEKLY, ZONE) == datetime(2026, 5, 21, 1, tzinfo=UTC)
