"""The list of what plans leave open, and of what is filled in already; each has its button."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from core.dialogue.steps import Message, Option, Rows, rows_of
from core.dialogue.tokens import token
from core.indicators.open_points import Point, PointKind, points
from core.texts import Speech, lines, say
from handlers.conversations import (
    plan_settings_condition,
    plan_settings_owner,
    plan_settings_parameter,
    plan_settings_roster,
)
from handlers.conversations.plan_settings_desk import PAGE, Desk, short

#: how a point stands now, in words
_STANDS: Mapping[PointKind, Callable[[str, Desk], Speech]] = {
    PointKind.PARAMETER: plan_settings_parameter.stands,
    PointKind.CONDITION: plan_settings_condition.stands,
    PointKind.ROSTER: plan_settings_roster.stands,
    PointKind.OWNER: plan_settings_owner.stands,
}


def missing(desk: Desk, page: int, first: Speech | None = None) -> Message:
    """What nobody has filled in yet, a page at a time."""
    waiting = [point for point in _points(desk) if point.is_open]
    counted = Counter(point.kind for point in waiting)
    counts = [say(f"settle-open-{kind}", count=counted[kind]) for kind in PointKind if counted[kind]]
    tenant = desk.catalogue.tenants[desk.tenant].name
    question = say("settle-which" if waiting else "settle-none-open")
    text = lines(first, say("settle-title", tenant=tenant), *counts, question)
    options = [Option(_name(point), _open(point)) for point in waiting]
    filled = Option(say("settle-filled"), token("fl", "filled"))
    rows = (*_page(options, page, "open"), (filled,), (Option(say("menu-button"), "go:menu"),))
    return Message(text, rows, in_place=True)


def filled(desk: Desk) -> Message:
    """Which kind of point to look at: everything of it can be changed."""
    kinds = dict.fromkeys(point.kind for point in _points(desk))
    options = [Option(say(f"settle-kind-{kind}"), token("fl", kind, 0)) for kind in kinds]
    rows = (*rows_of(options, 1), (Option(say("form-back"), "fl"),))
    return Message(say("settle-filled-which"), rows, in_place=True)


def of_kind(desk: Desk, kind: PointKind, page: int) -> Message:
    """All points of a kind, with how each stands."""
    found = [point for point in _points(desk) if point.kind is kind]
    options = [
        Option(say("settle-stands", name=_name(point), value=_STANDS[kind](point.key, desk)), _open(point))
        for point in found
    ]
    rows = (*_page(options, page, kind), (Option(say("form-back"), token("fl", "filled")),))
    return Message(lines(say(f"settle-kind-{kind}"), say("settle-which-change")), rows, in_place=True)


def _points(desk: Desk) -> tuple[Point, ...]:
    return points(desk.catalogue, desk.tenant, desk.known.today, desk.known.look.roster)


def _name(point: Point) -> Speech:
    code = point.key.partition(".")[0]
    key = "settle-point-roster" if point.kind is PointKind.ROSTER else "settle-point"
    return (
        say(key, code=code, name=short(point.name))
        if key == "settle-point"
        else say(key, name=short(point.name))
    )


def _open(point: Point) -> str:
    return token("fo", point.kind, point.key)


def _page(options: Sequence[Option], page: int, where: str) -> Rows:
    pages = max(-(-len(options) // PAGE), 1)
    page %= pages
    rows = rows_of(options[page * PAGE : (page + 1) * PAGE], 1)
    if pages == 1:
        return rows
    label = say("form-more", page=page + 1, pages=pages)
    return (*rows, (Option(label, token("fl", where, (page + 1) % pages)),))
