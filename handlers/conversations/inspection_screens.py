"""The screens of an inspection day: one instrument, the list by stall, the summary to be signed."""

from dataclasses import replace

from core.dialogue.known import Known
from core.dialogue.steps import Message, Option, Rows, rows_of
from core.dialogue.tokens import KEEP, token
from core.instruments.shown import Finding, InspectionShown, InstrumentShown
from core.texts import Speech, lines, say
from handlers.conversations.instrument_words import due_line, name_text, state_text

#: instruments on one screen of the list; failed ones named in the summary
PAGE, NAMED = 8, 12
_MENU = Option(say("menu-button"), "go:menu")
MARK = {
    Finding.PASSED: "inspect-mark-passed",
    Finding.FAILED: "inspect-mark-failed",
    Finding.ABSENT: "inspect-mark-absent",
}


def first_screen(state_of: InspectionShown, known: Known) -> Message:
    """Where an inspection day begins, or goes on."""
    left = state_of.left()
    if left:
        return instrument_screen(state_of, left[0], known, None)
    return summary_screen(state_of, known) if state_of.instruments else empty_screen(state_of)


def next_left(day: InspectionShown, key: str) -> InstrumentShown | None:
    """The next along the stalls that nobody has looked at; from the last back to the first."""
    keys = [each.key for each in day.instruments]
    at = keys.index(key) + 1 if key in keys else 0
    ahead = (*day.instruments[at:], *day.instruments[:at])
    return next((each for each in ahead if each.key not in day.found), None)


def instrument_screen(
    day: InspectionShown, one: InstrumentShown, known: Known, first: Speech | None
) -> Message:
    """One instrument: what it is, how it stands, and a tap for what is found."""
    at = [each.key for each in day.instruments].index(one.key) + 1
    before = day.found.get(one.key)
    text = lines(
        lines(first, "") if first else None,
        say("inspect-at", place=day.place_name, at=at, all=len(day.instruments), done=len(day.found)),
        name_text(one, known, place=False),
        state_text(one, known.today),
        say("inspect-before", mark=say(MARK[before])) if before else None,
        say("inspect-photos", count=day.photos[one.key]) if day.photos.get(one.key) else None,
    )
    findings = [
        Option(say(f"inspect-{each}"), token("kf", day.id, one.key, each), main=each is Finding.PASSED)
        for each in Finding
    ]
    tools = [Option(say("inspect-weigh"), token("kq", day.id, one.key))]
    tools.append(Option(say("inspect-list"), token("kl", day.id)))
    following = next_left(replace(day, found={**day.found, one.key: Finding.ABSENT}), one.key)
    if following is not None:
        tools.append(Option(say("inspect-skip"), token("kd", day.id, following.key)))
    tools.append(Option(say("inspect-end"), token("ke", day.id)))
    return Message(text, (tuple(findings[:2]), (findings[2],), *rows_of(tools)), in_place=True)


def list_screen(day: InspectionShown, page: int) -> Message:
    pages = max(-(-len(day.instruments) // PAGE), 1)
    page %= pages
    shown = day.instruments[page * PAGE : (page + 1) * PAGE]
    options = [
        Option(
            lines(
                say(MARK[day.found[each.key]]) if each.key in day.found else say("inspect-mark-none"),
                say("instrument-stall", stall=each.stall) if each.stall else None,
                each.owner,
                separator=" ",
            ),
            token("kd", day.id, each.key),
        )
        for each in shown
    ]
    turning = (
        [Option(say("form-more", page=page + 1, pages=pages), token("kl", day.id, page + 1))]
        if pages > 1
        else []
    )
    more = [
        *turning,
        Option(say("inspect-new"), KEEP + token("kc", day.id)),
        Option(say("inspect-end"), token("ke", day.id)),
    ]
    text = say("inspect-list-title", place=day.place_name, done=len(day.found), all=len(day.instruments))
    return Message(text, (*rows_of(options, 1), *rows_of((*more, _MENU))), in_place=True)


def summary_screen(day: InspectionShown, known: Known, first: Speech | None = None) -> Message:
    """What was found, to be signed; those nobody looked at are not in the report."""
    failed = [each for each in day.instruments if day.found.get(each.key) is Finding.FAILED]
    checked = day.count(Finding.PASSED) + len(failed)
    text = lines(
        first,
        say("inspect-summary", place=day.place_name, date=day.day),
        say("inspect-counts", checked=checked, passed=day.count(Finding.PASSED), failed=len(failed)),
        say("inspect-absent-count", count=day.count(Finding.ABSENT)) if day.count(Finding.ABSENT) else None,
        say("inspect-left-count", count=len(day.left())) if day.left() else None,
        *(say("inspect-failed-line", name=due_line(each, known)) for each in failed[:NAMED]),
        say("inspect-sign-what") if checked else say("inspect-nothing"),
    )
    rows: Rows = (
        *(((Option(say("inspect-sign"), token("ks", day.id), main=True),),) if checked else ()),
        *rows_of(
            (
                *([Option(say("inspect-on"), token("kd", day.id, day.left()[0].key))] if day.left() else []),
                Option(say("inspect-list"), token("kl", day.id)),
                Option(say("inspect-new"), KEEP + token("kc", day.id)),
                Option(say("inspect-drop"), token("kx", day.id)),
            )
        ),
        (_MENU,),
    )
    return Message(text, rows, in_place=True)


def empty_screen(day: InspectionShown) -> Message:
    add = Option(say("inspect-new"), KEEP + token("kc", day.id), main=True)
    rows = ((add,), (Option(say("inspect-drop"), token("kx", day.id)), _MENU))
    return Message(say("inspect-empty", place=day.place_name), rows, in_place=True)
