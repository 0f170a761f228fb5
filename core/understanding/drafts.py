"""A happening -> the records it makes, and what has to be asked before they can be stored."""

from dataclasses import replace
from datetime import date

from core.understanding.day_periods import Days
from core.understanding.fields import Listener
from core.understanding.heard import Heard, codes_of
from core.understanding.hearing import Hearing
from core.understanding.lexicon import Lexicon
from core.understanding.scene import Scene
from core.understanding.several import each_of
from core.understanding.situation import Record, Situation

#: kinds of fields that a running total may be of
_COUNTED = ("count", "tally", "money", "share")
#: longer than any period, in tens of days
_ENDLESS = 10_000


def drafted(
    scene: Scene, fact_type: str, lexicon: Lexicon, situation: Situation, context: Scene
) -> tuple[list[Record], list[str]]:
    """The records of one happening, with what to ask. `context` is the whole message, for the day it
    names.
    """
    hearing = lexicon.hearings[fact_type]
    heard = Listener(scene, hearing, lexicon, situation).listen()
    _share(heard, hearing, scene, context, lexicon, situation)
    asks = _dated(heard, hearing, scene, context, situation.today)
    counted = heard.guesses or any(f.code in heard.fields for f in hearing.fields if f.kind in _COUNTED)
    running = in_all(scene) and bool(counted)
    add_up(heard, hearing)
    op = "create"
    if running:
        op = "total"
        _as_total(heard, hearing)
        asks = ["increment_or_total"]
    record = Record(op, hearing.name, heard.fields, fact_type=fact_type)
    records = each_of(record, scene, hearing, lexicon, situation)
    if not running:
        asks += questions(hearing, heard, situation) if len(records) == 1 else []
    if not running and len(records) > 1:
        for each_record in records:
            own = replace(heard, fields=each_record.fields)
            add_up(own, hearing)
            asks += [ask for ask in questions(hearing, own, situation) if ask not in asks]
    for each in hearing.fields:
        for kept in records:
            if not each.kept or (each.vague and kept.fields.get(each.code) in each.vague):
                kept.fields.pop(each.code, None)
    return records, asks


def in_all(scene: Scene) -> bool:
    """Whether what is told is how many there are in all: "lũy kế", or "đến nay ... cả thảy"."""
    return scene.has("running_total") or (scene.has("until_now") and scene.has("in_all"))


def _share(
    heard: Heard, hearing: Hearing, scene: Scene, context: Scene, lexicon: Lexicon, situation: Situation
) -> None:
    """What is said once for all happenings of a message: "..., ..., all by the same host"."""
    shared = tuple(f for f in hearing.fields if f.shared and f.code not in heard.fields)
    _alike(heard, hearing, scene, context, lexicon, situation)
    if shared and (scene.start, scene.end) != (context.start, context.end):
        only = hearing.model_copy(update={"fields": shared})
        for code, value in Listener(context, only, lexicon, situation).listen().fields.items():
            heard.fields.setdefault(code, value)


def _alike(
    heard: Heard, hearing: Hearing, scene: Scene, context: Scene, lexicon: Lexicon, situation: Situation
) -> None:
    """What is asked for and told of all at the end: "..., ..., đều về truy xuất nguồn gốc"."""
    begins = next((m.end for m, _ in context.said("alike") if m.start >= scene.end), None)
    asked = {ask.ask for ask in hearing.asks}
    wanted = tuple(
        f for f in hearing.fields if f.kind in ("choice", "choices") and f.code in asked - heard.fields.keys()
    )
    if begins is not None and wanted:
        only = hearing.model_copy(update={"fields": wanted})
        told = Listener(context.part(begins, context.end), only, lexicon, situation).listen()
        heard.fields |= {code: value for code, value in told.fields.items() if code not in told.implied}


def questions(hearing: Hearing, heard: Heard, situation: Situation) -> list[str]:
    """What has to be asked: what is missing, guessed at, or does not add up."""
    fields = heard.fields
    found = ["approximate"] if heard.guesses else []
    if heard.conflict or _conflict(fields, hearing):
        found.append("numbers_conflict")
    for ask in hearing.asks:
        if ask.levels and situation.sender.level not in ask.levels:
            continue
        if not all(codes_of(fields.get(code)) & set(codes) for code, codes in ask.when.items()):
            continue
        if not all(code in fields for code in ask.given):
            continue
        if ask.heard:
            needed = all(codes_of(fields.get(code)) & set(codes) for code, codes in ask.heard.items())
        else:
            unless = ask.unless or (ask.ask,)
            needed = not any(code in fields or code in heard.guesses for code in unless)
        if needed and ask.ask not in found:
            found.append(ask.ask)
    return found


def _dated(heard: Heard, hearing: Hearing, scene: Scene, context: Scene, today: date) -> list[str]:
    """Put the day, the days or the period into the fields. What cannot be told is asked."""
    free = [d for d in scene.days if d.start not in heard.used]
    if not free and not scene.has("ongoing"):
        before = [d for d in context.days if d.start not in heard.used and d.start < scene.start]
        free = [d for d in before if not d.after(today)][-1:]
        free = _of_all(context, scene) or free
    plain = [d for d in free if d.first and d.period is None]
    plain = [d for d in plain if not d.after(today)] or plain
    if plain and not (in_all(scene) and any(d.period for d in free)):
        days = plain[0]
        if len(days.readings) > 1 and today not in days.readings:
            return ["date"]
        put_days(heard, days)
        return []
    if any(d.lunar or d.vague for d in free):
        return ["date"]
    periods = [d for d in free if d.period is not None and not _of_a_text(d, hearing, scene)]
    if periods and not hearing.period and not in_all(scene):
        return ["date"] if all(_over(d, today) for d in periods) else _today(heard, hearing, today)
    if periods:
        narrow = min(periods, key=_tens_of_days)
        heard.fields["period"] = narrow.period
        return []
    return _today(heard, hearing, today)


def _tens_of_days(period: Days) -> int:
    """How long a period is, all weeks, months, quarters or years alike."""
    return round((period.last - period.first).days / 10) if period.first and period.last else _ENDLESS


def _of_all(context: Scene, scene: Scene) -> list[Days]:
    """The day told behind this happening for it and others: "..., ..., đều hôm qua"."""
    ends = [m.end for m, _ in context.said("alike") if m.start >= scene.end]
    return [d for d in context.days if any(0 <= d.start - end <= 1 for end in ends)][:1]


def _today(heard: Heard, hearing: Hearing, today: date) -> list[str]:
    if hearing.today:
        heard.fields["date"] = today.isoformat()
    return []


def _over(days: Days, today: date) -> bool:
    """Whether a week or a month is past: some day of it is meant, and nobody knows which."""
    short = days.first is not None and days.last is not None and (days.last - days.first).days < 40
    return short and days.last is not None and days.last < today


def _of_a_text(days: Days, hearing: Hearing, scene: Scene) -> bool:
    """Whether a period belongs to words that a field keeps as they are: "tháng rồi bớt 2 triệu tiền điện"."""
    texts = [f"{hearing.fact_type}.{f.code}" for f in hearing.fields if f.kind == "text" and f.with_cue]
    return any(m.start == days.end for about in texts for m, _ in scene.said("after", about))


def put_days(heard: Heard, days: Days) -> None:
    """The day, or the first and last of several."""
    heard.fields |= days.fields()


def add_up(heard: Heard, hearing: Hearing) -> None:
    """a + b = c: the one that is missing."""
    fields = heard.fields
    for a, b, c in hearing.sums:
        values = [fields.get(code) for code in (a, b, c)]
        known = [value for value in values if isinstance(value, int | float)]
        if len(known) != 2:
            continue
        if c not in fields:
            fields[c] = fields[a] + fields[b]
        else:
            missing, other = (a, b) if a not in fields else (b, a)
            if missing not in heard.guesses and fields[c] >= fields[other]:
                fields[missing] = fields[c] - fields[other]


def _conflict(fields: dict[str, object], hearing: Hearing) -> bool:
    for a, b, c in hearing.sums:
        values = [fields.get(code) for code in (a, b, c)]
        numbers = [v for v in values if isinstance(v, int | float)]
        if len(numbers) == 3 and numbers[0] + numbers[1] != numbers[2]:
            return True
        if len(numbers) == 2 and isinstance(values[2], int | float):
            part = values[0] if isinstance(values[0], int | float) else values[1]
            if isinstance(part, int | float) and part > values[2]:
                return True
    return False


def _as_total(heard: Heard, hearing: Hearing) -> None:
    """A running total states how many there are in all: the main count under the name of a total."""
    heard.fields.pop("date", None)
    counts = [f.code for f in hearing.fields if f.kind == "count" and f.code in heard.fields]
    if counts and "stated_total" not in heard.fields:
        heard.fields["stated_total"] = heard.fields[counts[0]]
