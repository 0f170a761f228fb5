"""Days to choose from where somebody was vague: "tuần trước", "đầu tháng", "dạo này"."""

from datetime import date, timedelta

from core.answers.vocabulary import Vague

_WEEK = 7


def vague_days(kind: Vague, today: date) -> tuple[date, ...]:
    """Up to seven days that have been, in the order they are offered; none where only asking helps."""
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    match kind:
        case "last_week":
            return _days(monday - timedelta(days=_WEEK), today)
        case "this_week":
            return _days(monday, today)
        case "month_start":
            return _days(first, today)
        case "month_middle":
            return _days(first + timedelta(days=11), today)
        case "month_end":
            return _days(_last_of_month_end(today) - timedelta(days=_WEEK - 1), today)
        case "recent":
            return tuple(today - timedelta(days=step) for step in range(_WEEK))
        case "ask":
            return ()


def _last_of_month_end(today: date) -> date:
    """The last day of this month if its end has begun, else of the month before."""
    after = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    last = after - timedelta(days=1)
    begun = (last - today).days < _WEEK - 1
    return last if begun else today.replace(day=1) - timedelta(days=1)


def _days(first: date, today: date) -> tuple[date, ...]:
    week = (first + timedelta(days=step) for step in range(_WEEK))
    return tuple(day for day in week if day <= today)
