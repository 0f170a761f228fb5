"""A summary as a message: its picture, its words, and what to do about them one tap away."""

from collections.abc import Iterator

from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import KEEP, token
from core.markup import plain
from core.round_words import round_named
from core.texts import Speech, Text, Texts, say
from reports.summary.chart import made, pictures
from reports.summary.reading import Summary
from reports.summary.words import summary_text, worst_of

#: the longest caption that a picture of any messenger carries
MOST_CHARACTERS = 1000
#: names in a line, and fewer of them where it would get too long
_NAMES = (6, 4, 3, 2, 1)


def summary_message(summary: Summary, texts: Texts, locale: str, *, asked: bool = False) -> Message:
    """The summary; one that answers somebody who `asked` has the menu below."""
    picture = made(summary.code, summary.moment, 0, locale) if pictures(summary.targets) else None
    # what it leads to is told in messages of their own, so that the summary stays to be read
    options = [Option(label, f"{KEEP}{to}", main) for label, to, main in _ways(summary)]
    first, *others = options
    below = (tuple(_beside(summary)), (Option(say("menu-button"), "go:menu"),)) if asked else ()
    return Message(_fitting(summary, texts, locale), ((first,), *rows_of(others), *below), made=picture)


def _beside(summary: Summary) -> Iterator[Option]:
    """The one before, and the one after where it has begun."""
    when, found = summary.round, [summary.round.before]
    if when.ends <= summary.moment.cutoff:
        found.append(when.after)
    for each in found:
        yield Option(round_named(each), f"{KEEP}{token('wk', 's', each.code)}")


def group_message(summary: Summary, texts: Texts, locale: str) -> Message:
    """The summary as a group of people reads it: what is behind it is shown to each in their own chat."""
    picture = made(summary.code, summary.moment, 0, locale) if pictures(summary.targets) else None
    details = Option(say("group-details"), token("gs", summary.code, summary.round.code), main=True)
    return Message(_fitting(summary, texts, locale, public=True), ((details,),), made=picture)


def _fitting(summary: Summary, texts: Texts, locale: str, *, public: bool = False) -> Speech:
    for names in _NAMES:
        text = summary_text(summary, names, public=public)
        if len(plain(texts.render(text, locale))) <= MOST_CHARACTERS:
            break
    return text


def _ways(summary: Summary) -> list[tuple[Text, str, bool]]:
    """What a press of each button leads to."""
    activity, waiting, when = summary.activity, summary.waiting, summary.round.code
    worst = next((each.target.code for each in worst_of(summary) if each.target.indicator), "")
    found = [
        (say("summary-button-targets"), token("wk", "t", 0), True),
        (say("summary-button-why", code=worst), token("tw", worst), False),
        (say("summary-button-nudge", count=summary.nudges), token("wk", "n", when), False),
        (say("summary-button-pending", count=activity.pending), "go:pending", False),
        (say("summary-button-members", count=activity.newcomers), "go:members", False),
        (say("summary-button-requests", count=waiting.requests), "go:requests", False),
        (say("summary-button-steps", count=len(waiting.late_steps)), token("wk", "l", 0), False),
        (say("summary-button-expiring", count=waiting.expiring), "go:due", False),
        (say("summary-button-difficulties", count=summary.difficulties), token("wk", "d", when), False),
        (say("summary-button-units"), token("wk", "u", when), False),
    ]
    there = (
        True,
        bool(worst),
        bool(summary.nudges),
        bool(activity.pending),
        bool(activity.newcomers),
        bool(waiting.requests),
        bool(waiting.late_steps),
        bool(waiting.expiring),
        bool(summary.difficulties),
        bool(activity.units or activity.silent),
    )
    return [each for each, shown in zip(found, there, strict=True) if shown]
