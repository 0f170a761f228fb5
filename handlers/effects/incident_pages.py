"""How incidents are shown: the list, the card with its clock and steps, what a step is about."""

from collections.abc import Iterator, Mapping

from sqlalchemy.orm import Session

from core.dialogue.steps import Message, Option, Rows, rows_of
from core.dialogue.tokens import token
from core.incidents import Step, at, briefly, clock_line
from core.looked_at import mark_of
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.conversations.incident_form import what_told
from handlers.effects.pages import MENU
from storage.models import Incident, Person
from storage.repositories import incidents
from storage.repositories.incidents import Done

#: incidents on a page
PAGE = 6
LIST = Option(say("incident-list"), "go:incidents")
#: where a step is done, by its code: the button's text, its token (`number` is the incident's), who may
_WAYS: Mapping[Step, tuple[tuple[str, str, Action], ...]] = {
    Step.BLOCK: (
        ("people-find", "pe:find", Action.KEEP_PEOPLE),
        ("invites-list", "inv:!list", Action.INVITE),
        ("tokens-button", "go:api", Action.KEEP_TOKENS),
    ),
    Step.PEOPLE: (("incident-notice", "tb:new:{number}", Action.PROPOSE_BROADCASTS),),
}


def listed(session: Session, page: int, context: Context) -> Message:
    """Open ones in front, each with the time that is left."""
    every, still = incidents.count(session, context.speaker.tenant_id)
    pages = max(1, -(-every // PAGE))
    found = incidents.page(session, context.speaker.tenant_id, page % pages * PAGE, PAGE)
    new = Option(say("incident-new"), "sc:new", main=True)
    text = say("incidents-title", count=every, open=still) if every else say("incidents-none")
    rows: list[tuple[Option, ...]] = [(_line(each, context),) for each in found]
    if pages > 1:
        label = say("form-more", page=page % pages + 1, pages=pages)
        rows.append((Option(label, token("sc", "list", (page + 1) % pages)),))
    return Message(text, (*rows, (new, MENU)), in_place=True)


def _line(row: Incident, context: Context) -> Option:
    state = "closed" if row.closed_at else "closing" if row.closing_at else "open"
    kind = say("incident-kind", what=row.kind)
    label = say("incident-line", receipt=row.receipt, kind=kind, state=say("incident-state", state=state))
    return Option(label, token("sc", "card", row.id))


def card(session: Session, row: Incident, context: Context, first: Speech | None = None) -> Message:
    """Everything of one, what is left to be done, and how long the law gives for it."""
    zone = context.speaker.timezone
    done = incidents.done(session, row.id)
    state = "closed" if row.closed_at else "closing" if row.closing_at else "open"
    by = session.get_one(Person, row.opened_by).name
    text = lines(
        first,
        say("incident-card", receipt=row.receipt, state=say("incident-state", state=state)),
        None if row.closed_at or Step.AUTHORITY in done else clock_line(row.found_at, context.now, zone),
        what_told(row.kind, at(row.found_at, zone), row.data, row.people, row.place),
        say("incident-text", text=row.text),
        say("incident-opened", name=by, at=briefly(row.opened_at, zone)),
        say("incident-steps"),
        *(step_line(step, done.get(step), zone) for step in Step),
        *_closing(session, row, context),
    )
    return Message(text, _rows(row, done, context), in_place=first is None)


def step_line(step: Step, done: Done | None, zone: str) -> Speech:
    """A step with who settled it when, and what they said."""
    name = say("incident-step", step=step)
    if done is None:
        return say("incident-step-open", step=name)
    key = "incident-step-needless" if done.needless else "incident-step-done"
    more = say("incident-step-words", text=done.text) if done.text else ""
    return say(key, step=name, name=done.name, at=briefly(done.at, zone), more=more)


def mark(done: Mapping[str, Done]) -> str:
    """Of what was settled how: who confirms that all is done has read it."""
    return mark_of(*((code, each.needless, each.text, each.at) for code, each in sorted(done.items())))


def _closing(session: Session, row: Incident, context: Context) -> Iterator[Speech]:
    zone = context.speaker.timezone
    if row.closed_at is not None and row.closed_by is not None:
        closer = session.get_one(Person, row.closed_by).name
        yield say("incident-closed-by", name=closer, at=briefly(row.closed_at, zone))
    elif row.closing_at is not None and row.closing_by is not None:
        asker = session.get_one(Person, row.closing_by).name
        yield say("incident-closing-by", name=asker, at=briefly(row.closing_at, zone))


def _rows(row: Incident, done: Mapping[str, Done], context: Context) -> Rows:
    minutes = Option(say("incident-minutes"), token("sc", "minutes", row.id))
    if row.closed_at is not None:
        return ((minutes,), (LIST, MENU))
    left = [step for step in Step if step not in done]
    steps = [
        Option(
            say("incident-step-button", done=str(step in done).lower(), step=say("incident-step", step=step)),
            token("sc", "step", row.id, step),
            main=bool(left) and step is left[0],
        )
        for step in Step
    ]
    if row.closing_at is not None and row.closing_by != context.person_id:
        close = [
            Option(say("incident-confirm-close"), token("sc", "shut", row.id, mark(done)), main=not left)
        ]
        close.append(Option(say("incident-not-yet"), token("sc", "on", row.id)))
    elif row.closing_at is not None:
        close = [Option(say("incident-not-yet"), token("sc", "on", row.id))]
    else:
        close = [Option(say("incident-close"), token("sc", "close", row.id), main=not left)]
    return (*rows_of(steps, 1), tuple(close), (minutes,), (LIST, MENU))


def step_page(row: Incident, step: Step, done: Done | None, context: Context) -> Message:
    """What to do, the ways to it, and how to say that it is done."""
    zone = context.speaker.timezone
    text = lines(
        say("incident-step-title", receipt=row.receipt, step=say("incident-step", step=step)),
        clock_line(row.found_at, context.now, zone) if step is Step.AUTHORITY and not done else None,
        say(f"incident-about-{step}"),
        step_line(step, done, zone) if done else None,
    )
    ways = [
        Option(say(key), to.format(number=row.id))
        for key, to, needs in _WAYS.get(step, ())
        if context.may(needs)
    ]
    if step is Step.RECORD:
        ways.append(Option(say("incident-minutes"), token("sc", "minutes", row.id)))
    if done:
        said = [Option(say("incident-undo"), token("sc", "undo", row.id, step))]
    else:
        said = [
            Option(say("incident-done"), token("sc", "done", row.id, step), main=True),
            Option(say("incident-done-words"), token("sc", "say", row.id, step)),
            Option(say("incident-needless"), token("sc", "skip", row.id, step)),
        ]
    back = Option(say("form-back"), token("sc", "card", row.id))
    return Message(text, (*rows_of(ways), *rows_of(said), (back, MENU)), in_place=True)
