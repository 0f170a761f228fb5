"""Inspection day: a market is opened, its instruments come one by one along the stalls, a tap is kept each.

All of it is in the database: whoever comes back, from another channel or after a restart, goes on where the
list stands. Verbs: ko (open a place), kc (a card for one not on the list), kd (an instrument), kf (what was
found of it), kl (the list), ke (the summary), ks (sign), kx (drop it), kq (the check weight).
"""

from dataclasses import replace

from core.dialogue import forms
from core.dialogue.known import Known
from core.dialogue.register_effects import (
    DropInspection,
    KeepFinding,
    KeepInspectionPhotos,
    OpenInspection,
    SignInspection,
)
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.tokens import KEEP, token, whole_number
from core.instruments.due import Due
from core.instruments.shown import Finding, InspectionShown, InstrumentShown
from core.messages import Attachment, Inbound
from core.texts import Speech, lines, say
from handlers.conversations import weighing
from handlers.conversations.instrument_words import due_line, name_text, state_text
from handlers.conversations.instruments import allowed
from handlers.conversations.moving import show
from handlers.conversations.parking import put_aside
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"kc", "ko", "kd", "kf", "kl", "ke", "ks", "kx", "kq"})

#: places offered; instruments on one screen of the list; failed ones named in the summary
PLACES, PAGE, NAMED = 10, 8, 12
_MENU = Option(say("menu-button"), "go:menu")
#: in front of a place whose first instrument is on the screen
_FIRST = "@"
_MARK = {
    Finding.PASSED: "inspect-mark-passed",
    Finding.FAILED: "inspect-mark-failed",
    Finding.ABSENT: "inspect-mark-absent",
}


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not allowed(known):
        return not_allowed(state)
    first, second, third, *_ = (*args, "", "", "")
    if verb == "ko":
        # which number it gets is not known yet: what comes first is on the screen
        begun = state.model_copy(update={"inspecting": f"{_FIRST}{first}", "asking": None, "about": None})
        return Turn(begun, (OpenInspection(first),))
    day = known.look.instruments().inspection(whole_number(first) or 0)
    if day is None:
        return overview(state, known)
    if day.status != "open":
        text = say(f"inspect-{day.status}", place=day.place_name, date=day.day)
        return Turn(_left(state), (Message(text, ((Option(say("inspect-button"), "go:inspect"), _MENU),)),))
    return _of_the_day(state, known, day, verb, (second, third))


def _of_the_day(state: State, known: Known, day: InspectionShown, verb: str, args: tuple[str, str]) -> Turn:
    first, second = args
    match verb:
        case "kf":
            return _found(state, known, day, first, second)
        case "kd":
            return _shown(state, known, day, first)
        case "kl":
            return Turn(_left(state), (_list(day, whole_number(first) or 0),))
        case "kq":
            return weighing.asked(_at(state, day, first), known, day.id, first, second)
        case "kc":
            return _new(state, known, day)
        case "ks":
            return Turn(_left(state), (SignInspection(day.id),))
        case "kx":
            return _drop(state, day, first)
        case _:
            return Turn(_left(state), (_summary(day, known),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """What the scale showed, typed."""
    day, key = _on_screen(state, known)
    if day is None or not allowed(known):
        return overview(_left(state), known)
    return weighing.answered(state, known, day, key, inbound.text)


def received(state: State, known: Known, kept: tuple[Attachment, ...]) -> Turn | None:
    """Photos of the instrument that is on the screen; None if none is."""
    day, key = _on_screen(state, known)
    one = next((each for each in day.instruments if each.key == key), None) if day else None
    if day is None or one is None or day.status != "open":
        return None
    count = day.photos.get(key, 0) + len(kept)
    text = say("inspect-photo-kept", name=due_line(one, known), count=count)
    again = _screen(replace(day, photos={**day.photos, key: count}), one, known, text)
    message = replace(again, in_place=False, coalesce=f"inspect:{day.id}:{key}")
    return Turn(state, (KeepInspectionPhotos(day.id, key, kept), message))


def overview(state: State, known: Known) -> Turn:
    """Where to go today: what is open first, then the places where most is due."""
    if not allowed(known):
        return not_allowed(state)
    look = known.look.instruments()
    going = look.open_inspections()
    options = [
        Option(
            say("inspect-go-on", place=day.place_name, done=len(day.found), all=len(day.instruments)),
            token("ke" if not day.left() else "kd", day.id, day.left()[0].key if day.left() else ""),
            main=True,
        )
        for day in going
    ]
    due: dict[str, int] = {}
    for tally in look.tallies():
        if tally.place is not None:
            urgent = sum(tally.counts[which] for which in (Due.EXPIRED, Due.UNVERIFIED, Due.SOON))
            due[tally.place] = due.get(tally.place, 0) + urgent
    places = [each for each in known.places if each.kind in ("cho", "diem_kd")]
    begun = {day.place for day in going}
    ordered = sorted(
        (each for each in places if each.code not in begun), key=lambda each: -due.get(each.code, 0)
    )
    for each in ordered[:PLACES]:
        count = due.get(each.code, 0)
        label: Speech = say("inspect-place", place=each.name, count=count) if count else each.name
        options.append(Option(label, token("ko", each.code)))
    text = lines(say("inspect-where", date=known.today), say("inspect-route") if any(due.values()) else None)
    back = (Option(say("form-back"), "go:instruments"), _MENU)
    return Turn(_left(state), (Message(text, (*rows_of(options, 1), back), in_place=True),))


def first_screen(state_of: InspectionShown, known: Known) -> Message:
    """Where an inspection day begins, or goes on."""
    left = state_of.left()
    if left:
        return _screen(state_of, left[0], known, None)
    return _summary(state_of, known) if state_of.instruments else _empty(state_of)


def _on_screen(state: State, known: Known) -> tuple[InspectionShown | None, str]:
    """The inspection day and the key of the instrument that was shown last."""
    shown = state.inspecting or ""
    if shown.startswith(_FIRST):
        place = shown.removeprefix(_FIRST)
        here = (each for each in known.look.instruments().open_inspections() if each.place == place)
        day = next(here, None)
        return day, day.left()[0].key if day and day.left() else ""
    number, _, key = shown.partition(":")
    return (known.look.instruments().inspection(whole_number(number) or 0) if number else None), key


def _found(state: State, known: Known, day: InspectionShown, key: str, value: str) -> Turn:
    """Keep what was found and show the next; the same tap again keeps the same."""
    one = next((each for each in day.instruments if each.key == key), None)
    finding = next((each for each in Finding if each == value), None)
    if one is None or finding is None:
        return Turn(state, (_list(day, 0),))
    after = replace(day, found={**day.found, key: finding})
    said = say("inspect-kept", name=due_line(one, known), mark=say(_MARK[finding]))
    following = _next(after, key)
    shown = _screen(after, following, known, said) if following else _summary(after, known, said)
    return Turn(
        _at(state, day, following.key if following else ""), (KeepFinding(day.id, key, finding), shown)
    )


def _new(state: State, known: Known, day: InspectionShown) -> Turn:
    """A card for an instrument that is not on the list; its receipt leads back here."""
    kind = known.reportable("instrument_listed")
    if kind is None:
        return not_allowed(state)
    state, aside = put_aside(_left(state), known)
    form = forms.new_form(kind, known.turn_id, known.look.last_answers(kind.code), known.now)
    return show(state, known, forms.with_answer(kind, form, "place", day.place), aside)


def _next(day: InspectionShown, key: str) -> InstrumentShown | None:
    """The next along the stalls that nobody has looked at; from the last back to the first."""
    keys = [each.key for each in day.instruments]
    at = keys.index(key) + 1 if key in keys else 0
    ahead = (*day.instruments[at:], *day.instruments[:at])
    return next((each for each in ahead if each.key not in day.found), None)


def _shown(state: State, known: Known, day: InspectionShown, key: str) -> Turn:
    one = next((each for each in day.instruments if each.key == key), None)
    one = one or _next(day, "")
    if one is None:
        return Turn(_left(state), (first_screen(day, known),))
    return Turn(_at(state, day, one.key), (_screen(day, one, known, None),))


def _screen(day: InspectionShown, one: InstrumentShown, known: Known, first: Speech | None) -> Message:
    """One instrument: what it is, how it stands, and a tap for what is found."""
    at = [each.key for each in day.instruments].index(one.key) + 1
    before = day.found.get(one.key)
    text = lines(
        lines(first, "") if first else None,
        say("inspect-at", place=day.place_name, at=at, all=len(day.instruments), done=len(day.found)),
        name_text(one, known, place=False),
        state_text(one, known.today),
        say("inspect-before", mark=say(_MARK[before])) if before else None,
        say("inspect-photos", count=day.photos[one.key]) if day.photos.get(one.key) else None,
    )
    findings = [
        Option(say(f"inspect-{each}"), token("kf", day.id, one.key, each), main=each is Finding.PASSED)
        for each in Finding
    ]
    tools = [Option(say("inspect-weigh"), token("kq", day.id, one.key))]
    tools.append(Option(say("inspect-list"), token("kl", day.id)))
    following = _next(replace(day, found={**day.found, one.key: Finding.ABSENT}), one.key)
    if following is not None:
        tools.append(Option(say("inspect-skip"), token("kd", day.id, following.key)))
    tools.append(Option(say("inspect-end"), token("ke", day.id)))
    return Message(text, (tuple(findings[:2]), (findings[2],), *rows_of(tools)), in_place=True)


def _list(day: InspectionShown, page: int) -> Message:
    pages = max(-(-len(day.instruments) // PAGE), 1)
    page %= pages
    shown = day.instruments[page * PAGE : (page + 1) * PAGE]
    options = [
        Option(
            lines(
                say(_MARK[day.found[each.key]]) if each.key in day.found else say("inspect-mark-none"),
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


def _summary(day: InspectionShown, known: Known, first: Speech | None = None) -> Message:
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


def _empty(day: InspectionShown) -> Message:
    add = Option(say("inspect-new"), KEEP + token("kc", day.id), main=True)
    rows = ((add,), (Option(say("inspect-drop"), token("kx", day.id)), _MENU))
    return Message(say("inspect-empty", place=day.place_name), rows, in_place=True)


def _drop(state: State, day: InspectionShown, sure: str) -> Turn:
    if sure == "yes":
        return Turn(_left(state), (DropInspection(day.id),))
    yes = Option(say("inspect-drop-yes"), token("kx", day.id, "yes"))
    text = say("inspect-drop-sure", place=day.place_name, count=len(day.found))
    return Turn(
        state, (Message(text, ((yes, Option(say("form-back"), token("ke", day.id))),), in_place=True),)
    )


def _at(state: State, day: InspectionShown, key: str) -> State:
    """The instrument on the screen: photos that come next are of it."""
    return state.model_copy(
        update={"inspecting": f"{day.id}:{key}" if key else None, "asking": None, "about": None}
    )


def _left(state: State) -> State:
    return state.model_copy(update={"inspecting": None})
