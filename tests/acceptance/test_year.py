"""A year of forty people: holidays, leave, three deaths, a clock that jumps, a restart after a deadline.

What people received is counted: nobody was told twice, nothing was missed, and every message expires.
"""

import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from core.due.matters import Audience, Kind
from core.due.stages import stages
from core.periods import local_time
from storage.models import Outbox
from storage.repositories.outbox_claims import PERHAPS_SENT
from tests.acceptance.year import Life, Postman
from tests.acceptance.year_plan import (
    ABOVE,
    ADMIN,
    AHEAD,
    BEFORE_MARKING,
    BESIDE,
    DOWN,
    FRIDAYS_OF,
    JUMP,
    LAST,
    LEAVES,
    LEFT_UNDONE,
    MANAGER,
    SENT,
    TWO,
    WANTED,
    ZONE,
    days,
    figures,
    reports,
)

#: a message: when it arrived, whose it is, its text
Letter = tuple[datetime, int, str]
DIGEST, REMINDER = "digest", "reminder"


@pytest.fixture
async def life(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[Life]:
    (tmp_path / "life0.db").write_bytes(migrated_sqlite.read_bytes())
    life = await Life.begin(tmp_path)
    yield life
    await life.world.db.close()


def letters(postman: Postman, kind: str) -> list[Letter]:
    """What arrived of a kind, in order, by the true time."""
    mark = {DIGEST: "+go:dues", REMINDER: "go:later"}[kind]
    return [
        (moment, int(chat.removeprefix("chat-")), message.text)
        for moment, chat, message in postman.arrived
        if mark in {button.token for button in message.buttons()}
    ]


def half_day(letter: Letter) -> tuple[int, date, bool]:
    there = local_time(letter[0], ZONE)
    return letter[1], there.date(), there.time() >= time(12)


def expected(life: Life, person: int, due: date, kind: Kind, until: date = LAST) -> list[date]:
    """The mornings on which an officer should hear of a matter up to a day, worked out without the bot.

    Each of its days is told on the first one after it on which the bot runs and the person is there, if the
    next has not come by then; what the clock that was ahead brought was told that day.
    """
    policy, calendar = life.content.catalogue.schedule.reminders.of(kind), life.content.catalogue.calendar
    wanted = sorted({each.day for each in stages(due, policy, calendar) if each.audience is Audience.OFFICER})
    running = [day for day in days() if calendar.works(day) and not _on_leave(person, day)]
    found = set()
    for day in wanted:
        if JUMP < day <= JUMP + AHEAD:
            found.add(JUMP)
        else:
            found.update([each for each in running if day <= each <= until][:1])
    return sorted(found)


def _on_leave(person: int, day: date) -> bool:
    return person in LEAVES and LEAVES[person][0] <= day <= LEAVES[person][1]


def heard(found: Iterable[Letter], person: int, name: str) -> list[date]:
    """The days on which a person read of something by this name."""
    return [
        local_time(moment, ZONE).date() for moment, whose, text in found if whose == person and name in text
    ]


@pytest.mark.timeout(240)
async def test_a_year(life: Life) -> None:
    await life.live()
    rows = await life.world.db.read(lambda s: list(s.scalars(select(Outbox).order_by(Outbox.id))))
    digests, reminders = letters(life.postman, DIGEST), letters(life.postman, REMINDER)
    sys.stdout.write("\n".join([*by_month(digests, reminders, rows), "", *by_person(digests, reminders)]))
    assert life.deaths == 3

    # everything that arrived is one of these, once, and everything that was written ended
    assert len(digests) + len(reminders) == len(life.postman.arrived)
    texts = Counter((whose, text) for _, whose, text in (*digests, *reminders))
    assert max(texts.values()) == 1
    unsure = [row for row in rows if row.status == "dead"]
    assert {row.error for row in unsure} == {PERHAPS_SENT}
    assert {local_time(row.created_at, ZONE).date() for row in unsure} == {BEFORE_MARKING}
    assert len(texts) == sum(row.status == "sent" for row in rows) + len(unsure)
    assert {row.status for row in rows} <= {"sent", "dead", "dropped"}
    # every message expires, and none went out after that
    assert all(row.useless_after is not None and row.useless_after > row.not_before for row in rows)
    assert all(row.sent_at <= row.useless_after for row in rows if row.sent_at and row.useless_after)
    # one a half-day each; of what is due on working days only
    halves = Counter(half_day(each) for each in (*digests, *reminders))
    assert max(halves.values()) == 1
    calendar = life.content.catalogue.calendar
    assert all(calendar.works(half_day(each)[1]) for each in digests)
    assert not [each for each in (*digests, *reminders) if _on_leave(each[1], half_day(each)[1])]

    told_of_dates(life, digests)
    told_of_both_communes(life, digests)
    told_of_reports(life, digests)
    told_of_silence(life, reminders)


def told_of_dates(life: Life, digests: list[Letter]) -> None:
    """Every officer heard of every day set for their unit on its days, and nobody else did."""
    for month in WANTED:
        due = date(2026, month, 20)
        until = LAST if month in LEFT_UNDONE else due - timedelta(days=1)
        for person in life.units:
            ours = life.unit_of(person, due) in life.asked(month)
            wanted = expected(life, person, due, Kind.DATE, until) if ours else []
            assert heard(digests, person, figures(month)) == wanted, (month, person)
        late = heard(digests, MANAGER, figures(month)), heard(digests, ABOVE, figures(month))
        assert [len(each) for each in late] == ([1, 1] if month in LEFT_UNDONE else [0, 0]), month


def told_of_both_communes(life: Life, digests: list[Letter]) -> None:
    """The level above read of what both communes owe in one message, and each commune of its own only."""
    for month in LEFT_UNDONE:
        name = figures(month)
        (letter,) = [text for _, whose, text in digests if whose == ABOVE and name in text]
        assert [f"**{tenant}**" in letter for tenant in ("xã Đông Cứu", "Second")] == [True, True], month
        assert letter.count(name) == len(TWO) + 1, month
        assert heard(digests, BESIDE, name) == expected(life, BESIDE, date(2026, month, 20), Kind.DATE), month


def told_of_reports(life: Life, digests: list[Letter]) -> None:
    """Both yearly reports were told until they were sent; the one that was not, after the last day, too."""
    in_charge = [each for each in life.units if life.units[each] == "phong_vhxh"]
    assert 1 in in_charge
    for person in in_charge:
        for plan, until in (("DC1", LAST), ("DC2", SENT - timedelta(days=1))):
            wanted = expected(life, person, date(2026, 11, 14), Kind.DUTY, until)
            assert heard(digests, person, f"({plan}, 2026)") == wanted, (person, plan)
    # away over the first day, and the bot stood still over the last: it is told all the same
    assert f"{heard(digests, 1, '(DC1, 2026)')[0]:%d/%m}" == "04/11"
    after = DOWN[1] + timedelta(days=1)
    assert [heard(digests, each, "(DC1, 2026)")[-1] for each in (1, MANAGER, ABOVE)] == [after] * 3
    # goals that nobody owns are the manager's
    assert len(heard(digests, MANAGER, "DC1-1:")) == 3


def told_of_silence(life: Life, reminders: list[Letter]) -> None:
    """Who had not reported by Friday was reminded then, whoever had was not."""
    works = life.content.catalogue.calendar.works
    fridays = [day for day in days() if day.isoweekday() == 5 and day.month in FRIDAYS_OF and works(day)]
    for person in life.units:
        heard = [half_day(each)[1] for each in reminders if each[1] == person]
        # the clock goes by on Fridays of these months only; one before a day off may be made up for
        mine = [day for day in heard if day.month in FRIDAYS_OF]
        wanted = [day for day in fridays if _silent(life, person, day)]
        assert mine == wanted, person
    assert not {MANAGER, ADMIN, ABOVE} & {each[1] for each in reminders}


def _silent(life: Life, person: int, friday: date) -> bool:
    week = (friday - timedelta(days=2) - (date(2026, 1, 7))).days // 7
    gone = life.unit_of(person, friday) != life.units[person]
    return not (reports(person, week) or gone or _on_leave(person, friday))


def by_month(digests: list[Letter], reminders: list[Letter], rows: list[Outbox]) -> Iterator[str]:
    """The year as a table: what arrived by month, and what was dropped because it had been done meanwhile."""
    higher = [each for each in digests if each[1] in (MANAGER, ADMIN, ABOVE)]
    columns = {
        "digests": _months(moment for moment, _, _ in digests),
        "to those above": _months(moment for moment, _, _ in higher),
        "reminders": _months(moment for moment, _, _ in reminders),
        "dropped": _months(row.not_before for row in rows if row.status == "dropped"),
        "may have come": _months(row.not_before for row in rows if row.status == "dead"),
    }
    yield ""
    yield " ".join(f"{name:>15}" for name in ("month", *columns))
    for month in range(1, 13):
        yield " ".join(f"{value:>15}" for value in (month, *(each[month] for each in columns.values())))
    yield " ".join(f"{value:>15}" for value in ("all", *(each.total() for each in columns.values())))


def _months(moments: Iterable[datetime]) -> Counter[int]:
    return Counter(local_time(moment, ZONE).month for moment in moments)


def by_person(digests: list[Letter], reminders: list[Letter]) -> Iterator[str]:
    """Who got how many digests + reminders in each month."""
    first, second = (
        Counter((whose, local_time(moment, ZONE).month) for moment, whose, _ in found)
        for found in (digests, reminders)
    )
    yield " ".join(f"{name:>6}" for name in ("person", *range(1, 13)))
    for person in range(1, BESIDE + 1):
        row = (f"{first[person, month]}+{second[person, month]}" for month in range(1, 13))
        yield " ".join(f"{name:>6}" for name in (person, *row))
