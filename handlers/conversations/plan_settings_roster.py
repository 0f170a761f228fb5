"""Who is on a roster: those there now, others who join from a day on, one who leaves from a day on."""

from collections.abc import Sequence
from datetime import date

from core.catalogue.plans import Member, Roster
from core.dialogue.plan_effects import AddMembers, EndMember
from core.dialogue.state import Settling
from core.dialogue.steps import Message, rows_of
from core.texts import Speech, lines, say
from handlers.conversations.plan_settings_desk import (
    Desk,
    Next,
    answer,
    confirmation,
    day_of,
    day_options,
    moved,
    paged,
    read_day,
    way_back,
)
from handlers.conversations.plan_settings_names import joinable, label_of, there, typed_names

#: members named on the card; the others are counted
NAMED = 30


def ask(settling: Settling, desk: Desk, first: Speech | None) -> Message | None:
    """The members and the question that is next; None if there is no such roster any more."""
    roster = desk.catalogue.rosters.get(settling.key)
    if roster is None:
        return None
    head = lines(first, say("settle-roster-title", name=roster.label))
    match settling.step:
        case "names":
            return _ask_names(settling, desk, roster, head)
        case "leaving":
            options = [answer(settling, each.code, each.name) for each in _removable(roster, desk)]
            text = lines(head, say("settle-roster-who-leaves"))
            return Message(text, paged(settling, options) + way_back(settling), in_place=True)
        case "day":
            return _ask_day(settling, desk, head)
        case "confirm":
            text = lines(head, _card(settling, desk), say("settle-confirm"))
            return Message(text, confirmation(settling), in_place=True)
        case _:
            return _card_of_members(settling, desk, roster, head)


def stands(key: str, desk: Desk) -> Speech:
    """How many are on the roster now."""
    return say("settle-roster-count", count=len(desk.known.look.roster(key)))


def pressed(settling: Settling, value: str, desk: Desk) -> Next:
    roster = desk.catalogue.rosters.get(settling.key)
    if roster is None:
        return Next(settling)
    match settling.step:
        case "choose" if value == "add":
            return Next(moved(settling, step="names", names=(), value=None))
        case "choose" if value == "out":
            return Next(moved(settling, step="leaving", names=(), value=None))
        case "names":
            return _picked(settling, value, desk, roster)
        case "leaving" if any(each.code == value for each in _removable(roster, desk)):
            return Next(moved(settling, step="day", value=value))
        case "day" if (day := day_of(value)) is not None:
            return Next(moved(settling, step="confirm", day=day))
        case "confirm" if value == "yes" and settling.day is not None:
            return Next(settling, effect=_effect(settling, settling.day))
        case _:
            return Next(settling)


def typed(settling: Settling, text: str, desk: Desk) -> Next:
    roster = desk.catalogue.rosters.get(settling.key)
    if roster is None:
        return Next(settling)
    match settling.step:
        case "names":
            return _typed_names(settling, text, desk, roster)
        case "day":
            return _typed_day(settling, text, desk)
        case "choose" | "confirm":
            return Next(settling, say("settle-press-please"))
        case _:
            return Next(settling, say("settle-roster-not-there"))


def back(settling: Settling) -> Settling:
    if settling.step == "confirm":
        return moved(settling, step="day")
    if settling.step == "day":
        return moved(settling, step="leaving" if settling.value else "names")
    return moved(settling, step="choose")


def _card_of_members(settling: Settling, desk: Desk, roster: Roster, head: Speech) -> Message:
    members = there(roster, desk)
    shown = [_line(member) for member in members[:NAMED]]
    rest = len(members) - len(shown)
    text = lines(
        head,
        *shown,
        say("settle-roster-more", count=rest) if rest else None,
        None if members else say("settle-roster-empty"),
        say("settle-roster-duty") if roster.duty else None,
        say("settle-roster-what"),
    )
    options = [answer(settling, "add", say("settle-roster-add"), main=True)]
    if _removable(roster, desk):
        options.append(answer(settling, "out", say("settle-roster-out")))
    return Message(text, rows_of(options) + way_back(settling), in_place=True)


def _line(member: Member) -> Speech:
    if member.since is None and member.until is None:
        return say("settle-member", name=member.name)
    since = say("settle-member-since", date=member.since) if member.since else None
    until = say("settle-member-until", date=member.until) if member.until else None
    return say("settle-member-days", name=member.name, days=lines(since, until, separator=" "))


def _removable(roster: Roster, desk: Desk) -> Sequence[Member]:
    """Those the list itself holds; who came by a report of an assignment leaves by another one."""
    codes = {member.code for member in roster.members}
    return [member for member in there(roster, desk) if member.code in codes]


def _ask_names(settling: Settling, desk: Desk, roster: Roster, head: Speech) -> Message:
    options = [
        answer(settling, code, say("form-chosen", label=name) if code in settling.names else name)
        for code, name in joinable(roster, desk)
    ]
    chosen = (
        (answer(settling, "done", say("settle-roster-done", count=len(settling.names)), main=True),)
        if settling.names
        else ()
    )
    question = say("settle-roster-pick" if options else f"settle-roster-type-{roster.of}")
    names = lines(*(label_of(code, roster, desk) for code in settling.names), separator=", ")
    so_far = say("settle-roster-chosen", names=names) if settling.names else None
    rows = paged(settling, options) + ((chosen,) if chosen else ()) + way_back(settling)
    return Message(lines(head, so_far, question), rows, numbered=bool(options), in_place=True)


def _picked(settling: Settling, value: str, desk: Desk, roster: Roster) -> Next:
    if value == "done" and settling.names:
        return Next(moved(settling, step="day"))
    if value not in {code for code, _ in joinable(roster, desk)}:
        return Next(settling)
    chosen = settling.names
    names = tuple(each for each in chosen if each != value) if value in chosen else (*chosen, value)
    return Next(settling.model_copy(update={"names": names}))


def _typed_names(settling: Settling, text: str, desk: Desk, roster: Roster) -> Next:
    found = typed_names(text, roster, desk)
    kept = tuple(dict.fromkeys((*(settling.names if joinable(roster, desk) else ()), *found.names)))
    if found.problem is not None:
        return Next(settling.model_copy(update={"names": kept}), say("form-refused", reason=found.problem))
    return Next(moved(settling, step="day", names=kept), found.note)


def _ask_day(settling: Settling, desk: Desk, head: Speech) -> Message:
    today = desk.known.today
    offered: list[tuple[date, Speech]] = [(today, say("form-today", date=today))]
    if settling.value is None:
        starts = min(plan.starts for plan in desk.catalogue.plans_of(desk.tenant))
        offered.append((starts, say("settle-from-start", date=starts)))
    question = say("settle-roster-left-when" if settling.value else "settle-roster-since-when")
    text = lines(head, _who(settling, desk), question)
    rows = rows_of(day_options(settling, offered)) + way_back(settling)
    return Message(text, rows, numbered=False, in_place=True)


def _typed_day(settling: Settling, text: str, desk: Desk) -> Next:
    match read_day(text, desk):
        case date() as day:
            return Next(moved(settling, step="confirm", day=day))
        case tuple() as readings:
            return Next(moved(settling, readings=readings), say("settle-which-one"))
        case reason:
            return Next(moved(settling), say("form-refused", reason=reason))


def _card(settling: Settling, desk: Desk) -> Speech:
    key = "settle-roster-card-out" if settling.value else "settle-roster-card-add"
    return lines(say(key, date=settling.day or desk.known.today), _who(settling, desk))


def _who(settling: Settling, desk: Desk) -> Speech:
    roster = desk.catalogue.rosters[settling.key]
    codes = (settling.value,) if settling.value else settling.names
    return lines(*(say("settle-member", name=label_of(code, roster, desk)) for code in codes))


def _effect(settling: Settling, day: date) -> AddMembers | EndMember:
    if settling.value:
        return EndMember(settling.key, settling.value, day)
    return AddMembers(settling.key, settling.names, day)
