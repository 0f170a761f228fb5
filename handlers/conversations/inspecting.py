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
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.instruments.due import Due
from core.instruments.shown import Finding, InspectionShown
from core.messages import Attachment, Inbound
from core.texts import Speech, lines, say
from handlers.conversations import weighing
from handlers.conversations.inspection_screens import (
    MARK,
    first_screen,
    instrument_screen,
    list_screen,
    next_left,
    summary_screen,
)
from handlers.conversations.instrument_words import due_line
from handlers.conversations.instruments import allowed
from handlers.conversations.moving import show
from handlers.conversations.parking import put_aside
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"kc", "ko", "kd", "kf", "kl", "ke", "ks", "kx", "kq"})

#: places offered
PLACES = 10
_MENU = Option(say("menu-button"), "go:menu")
#: in front of a place whose first instrument is on the screen
_FIRST = "@"


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
            return Turn(_left(state), (list_screen(day, whole_number(first) or 0),))
        case "kq":
            return weighing.asked(_at(state, day, first), known, day.id, first, second)
        case "kc":
            return _new(state, known, day)
        case "ks":
            return Turn(_left(state), (SignInspection(day.id),))
        case "kx":
            return _drop(state, day, first)
        case _:
            return Turn(_left(state), (summary_screen(day, known),))


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
    again = instrument_screen(replace(day, photos={**day.photos, key: count}), one, known, text)
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
        return Turn(state, (list_screen(day, 0),))
    after = replace(day, found={**day.found, key: finding})
    said = say("inspect-kept", name=due_line(one, known), mark=say(MARK[finding]))
    following = next_left(after, key)
    shown = (
        instrument_screen(after, following, known, said) if following else summary_screen(after, known, said)
    )
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


def _shown(state: State, known: Known, day: InspectionShown, key: str) -> Turn:
    one = next((each for each in day.instruments if each.key == key), None)
    one = one or next_left(day, "")
    if one is None:
        return Turn(_left(state), (first_screen(day, known),))
    return Turn(_at(state, day, one.key), (instrument_screen(day, one, known, None),))


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
