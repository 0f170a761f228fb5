"""The time of which somebody asks for a summary: "tóm tắt tháng 10", "/tomtat quy", "a summary of last week".

Days, weeks, months and quarters have one; anything else is asked about.
"""

import re
from datetime import date, timedelta

from core.dialogue.commanding import command_of
from core.dialogue.known import SUMMARY, Known
from core.dialogue.no_such_time import NONE, no_such_time, no_such_week, weeks_of
from core.dialogue.tokens import token
from core.folding import clean, fold
from core.rounds import Every, Round, round_of, round_over
from core.understanding.day_periods import AHEAD
from core.understanding.lexicon import Lexicon
from core.understanding.scene import Scene, see

#: rounds are named by their days alone; of which zone these are is known where they are read
_ZONE = "UTC"
_YEAR = re.compile(r"20[0-9]{2}")


def summary_page(known: Known, text: str, *, command: bool = False) -> str:
    """The token of the summary that a text asks for and nothing else; empty if it asks for none.

    `command`: a summary was asked for already, the text is what stood behind.
    """
    pieces = clean(text).split()
    if command:
        return _page(known, " ".join(pieces)) or token("wk", "s", NONE)
    for at in range(len(pieces) - 1, 0, -1):
        if command_of(" ".join(pieces[:at]), known.commands, known.words.common) == SUMMARY:
            page = _page(known, " ".join(pieces[at:]))
            if page:
                return page
    return ""


def time_alone(known: Known, text: str) -> str:
    """The same for a text that is a time and nothing else; empty for other texts, and for a day to come."""
    page = _page(known, clean(text))
    code = page.rpartition(":")[2]
    found = round_of(code, _ZONE)
    if found is None:
        return page if code.removeprefix(NONE) else ""
    return page if found.first <= known.today or any(map(str.isdecimal, text)) else ""


def round_asked(known: Known, text: str) -> str | None:
    """The code of the round that a message names anywhere; None where it names no time at all."""
    lexicon = known.lexicon()
    if lexicon is None:
        return None
    scene = see(text, lexicon, known.today)
    named = _named(scene)
    return _code_of(named[0]) if named else _now_of(_words(scene, known)[-1:], known, lexicon)


def _page(known: Known, text: str) -> str:
    """A text that is only the name of a time; empty for any other."""
    lexicon = known.lexicon()
    if lexicon is None:
        return ""
    scene = see(text, lexicon, known.today)
    words, named = _words(scene, known), _named(scene)
    code = _week(words, known) or no_such_time(fold(clean(text)), words, known, lexicon)
    if code:
        return token("wk", "s", code)
    if not scene.days:
        code = _now_of(words, known, lexicon) or ""
        unread = _is_span(words[:1], known, lexicon) and len(words) <= len(("span", "number"))
        return token("wk", "s", code or NONE) if code or unread else ""
    inside = {at for days in scene.days for at in range(days.start, days.end)}
    beside = [word.folded for at, word in enumerate(scene.words) if at not in inside]
    if len(named) != 1 or not set(words).isdisjoint(beside):
        return ""
    return token("wk", "s", _code_of(named[0]) or NONE)


def _week(words: list[str], known: Known) -> str:
    """The round of a week by its number, of a year that may be said; what says why there is none. Empty for
    other words.

    Without its year it is one of this year, or where that is still far, of the year before.
    """
    head, number, *year = (*words, "", "")
    if known.words.dates.spans.get(head) != "week" or not (number.isdecimal() and len(number) < 4):
        return ""
    said = [each for each in year if each and each not in known.words.dates.year]
    if len(said) > 1 or not all(_YEAR.fullmatch(each) for each in said):
        return ""
    this = known.today.year
    years = [int(said[0])] if said else [this, this - 1]
    weeks = [
        Round.of(Every.WEEK, date.fromisocalendar(each, int(number), 1), _ZONE)
        for each in years
        if 0 < int(number) <= weeks_of(each)
    ]
    if not weeks:
        return no_such_week(years[0])
    over = (each for each in weeks if each.first <= known.today + (timedelta() if said else AHEAD))
    return next(over, weeks[0]).code


def _named(scene: Scene) -> list[tuple[date, date]]:
    """First and last of the days that a text names; none of vague ones."""
    return [(days.first, days.last) for days in scene.days if days.first and days.last]


def _code_of(days: tuple[date, date]) -> str:
    """The round that these days are; empty for a year, and for any others."""
    found = round_over(*days, _ZONE)
    return found.code if found else ""


def _now_of(words: list[str], known: Known, lexicon: Lexicon) -> str | None:
    """The round that runs, of a bare "month"; empty for a bare "year", None for any other words."""
    if len(words) != 1 or not _is_span(words, known, lexicon):
        return None
    if words[0] in lexicon.days.words.quarter:
        return Round.of(Every.QUARTER, known.today, _ZONE).code
    span = known.words.dates.spans[words[0]]
    return Round.of(Every(span), known.today, _ZONE).code if span in set(Every) else ""


def _is_span(words: list[str], known: Known, lexicon: Lexicon) -> bool:
    """Whether one word says a day, week, month, quarter or year without saying which."""
    return bool(words) and (
        words[0] in known.words.dates.spans or (words[0] in lexicon.days.words.quarter and len(words[0]) > 1)
    )


def _words(scene: Scene, known: Known) -> list[str]:
    """The words that say something: none of politeness, no marks."""
    polite = (known.words.common.fillers | known.words.dates.fillers) - set(known.words.dates.spans)
    found = (word.folded for word in scene.words)
    return [word for word in found if word.isalnum() and word not in polite]
