"""Of which moment a report on a plan is."""

from datetime import UTC, date, datetime

import pytest

from core.errors import SettingsError
from core.indicators.facts import Moment
from core.spans import Span, span_of
from reports.plan_report.moments import moment_for
from storage.db import Database
from tests.reports.plan_report.world import a_year, report_of
from tests.tables import over

NOW = datetime(2026, 11, 14, 18, tzinfo=UTC)  # the 15th has begun in Vietnam
TODAY = date(2026, 11, 15)
ZONE = "Asia/Ho_Chi_Minh"
OCTOBER = datetime(2026, 10, 31, 17, tzinfo=UTC)


@over(
    [
        (Span.year(2026), None, Moment(TODAY, NOW)),
        (Span.year(2025), None, Moment(date(2025, 12, 31), NOW)),
        (Span.year(2026), date(2026, 10, 31), Moment(date(2026, 10, 31), OCTOBER)),
        (Span.year(2026), TODAY, Moment(TODAY, NOW)),
        (Span.quarter(2026, 3), None, Moment(date(2026, 9, 30), NOW)),
        (Span.quarter(2026, 4), None, Moment(TODAY, NOW)),
        (Span(date(2026, 3, 8), date(2026, 10, 31)), None, Moment(date(2026, 10, 31), NOW)),
    ]
)
def test_the_day_and_what_was_known(span: Span, day: date | None, moment: Moment) -> None:
    assert moment_for(span, day, NOW, ZONE) == moment


@over([("2027", None), ("2026", date(2026, 11, 16)), ("2025", date(2026, 1, 1)), ("2026q3", TODAY)])
def test_what_is_still_to_come_or_does_not_fit_is_refused(code: str, day: date | None) -> None:
    span = span_of(code)
    assert span is not None
    with pytest.raises(SettingsError):
        moment_for(span, day, NOW, ZONE)


async def test_what_was_recorded_after_the_cutoff_is_not_in_it(db: Database) -> None:
    await db.write(a_year)
    early = Moment(date(2026, 10, 12), datetime(2026, 10, 12, 17, tzinfo=UTC))
    assert (await report_of(db, "dong_cuu", "DC1", early)).targets[0].item.value == 15


async def test_a_plan_of_others_and_a_year_it_does_not_run_in_are_refused(db: Database) -> None:
    await db.write(a_year)
    for plan, moment in (("BN", Moment(TODAY, NOW)), ("DC1", Moment(date(2025, 12, 31), NOW))):
        with pytest.raises(SettingsError):
            await report_of(db, "dong_cuu", plan, moment)
