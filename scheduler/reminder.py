"""The weekly reminder in words: what is expected this week, or the draft that waits to be finished."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from core.catalogue.successors import carried_on
from core.indicators.progress import TargetProgress
from core.messages import Button, Outbound
from core.periods import local_date
from core.round_words import week_named
from core.texts import Speech, lines, say
from core.week import Week
from reports.people import clipped
from reports.progress import target_progress
from reports.summary.reading import lagging, urgent_first
from reports.summary.words import short_line
from scheduler.occasion import Content
from storage.queries.recipients import Recipient
from storage.queries.settled import settled_catalogue

#: of two lines each: with the heading and the count of the rest ten lines, all that is read on a phone
MOST_TARGETS = 4


def needing_attention(
    session: Session, content: Content, tenant_code: str, now: datetime
) -> tuple[TargetProgress, ...]:
    """The tenant's goals that are not in step, most urgent first, each with the unit in charge of it now."""
    items = lagging(urgent_first(target_progress(session, content.catalogue, tenant_code, now)))
    spec = settled_catalogue(session, content.catalogue, tenant_code, now).tenants.get(tenant_code)
    if spec is None:
        return ()
    day = local_date(now, spec.timezone)

    def now_owned(item: TargetProgress) -> TargetProgress:
        owner = item.target.owner
        if owner is None or (called := carried_on(spec.units, owner, day)) == owner:
            return item
        return replace(item, target=item.target.model_copy(update={"owner": called}))

    return tuple(now_owned(item) for item in items)


def reminder(
    person: Recipient, week: Week, attention: tuple[TargetProgress, ...], content: Content
) -> Outbound:
    """The message for an officer with no report this week; a draft that waits is offered first of all."""
    if person.open_form is not None:
        return _with_draft(person, week, content)
    return _plain(person, week, attention, content)


def _with_draft(person: Recipient, week: Week, content: Content) -> Outbound:
    known = content.catalogue.fact_types.get(person.open_form or "")
    draft = say("reminder-draft", form=known.label) if known else say("reminder-draft-unnamed")
    choices = (
        (_button(person, content, "reminder-button-continue", "go:continue", main=True),),
        (_button(person, content, "reminder-button-later", "go:later"),),
    )
    return Outbound(_render(person, content, lines(_opening(person, week), draft)), choices)


def _plain(
    person: Recipient, week: Week, attention: tuple[TargetProgress, ...], content: Content
) -> Outbound:
    body = lines(
        lines(_opening(person, week), say("reminder-effort")),
        _expected(tuple(item for item in attention if item.target.owner in (None, person.unit))),
        separator="\n\n",
    )
    choices = (
        (_button(person, content, "reminder-button-report", "go:report", main=True),),
        (_button(person, content, "reminder-button-nil", "go:nil"),),
        (_button(person, content, "reminder-button-later", "go:later"),),
    )
    return Outbound(_render(person, content, body), choices)


def _opening(person: Recipient, week: Week) -> Speech:
    return lines(
        say("reminder-greeting", name=clipped(person.name, 60)),
        say("reminder-nothing-yet", week=week_named(week)),
    )


def _expected(items: tuple[TargetProgress, ...]) -> Speech | None:
    """The most urgent targets, the others counted; None where all is in step."""
    if not items:
        return None
    rest = len(items) - MOST_TARGETS
    more = say("reminder-more", count=rest) if rest > 0 else None
    return lines(say("reminder-expected"), *(short_line(item) for item in items[:MOST_TARGETS]), more)


def _button(person: Recipient, content: Content, key: str, token: str, main: bool = False) -> Button:
    return Button(_render(person, content, say(key)), token, main)


def _render(person: Recipient, content: Content, speech: Speech) -> str:
    return content.texts.render(speech, person.locale)
