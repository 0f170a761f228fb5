"""What is due is shown to who asks, and what they answer is kept."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.due_effects import AnswerDue, ShowDue, ShowDues, TakeLeave
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.due.answers import ENDING, Replied, Reply, offered
from core.due.duties import OVERDUE_DAYS
from core.due.matters import Audience, Matter, urgency
from core.due.stages import next_up
from core.due.telling import closed, doing, in_charge, named
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.context import Context
from reports.due.digest import Choice, answers, whose
from reports.due.long_late import LateStep, long_late
from reports.due.reading import DueNow, read_due
from reports.due.words import ahead_line, last_day, matter_line
from reports.people import listed
from storage.models import Person
from storage.queries.weekly import find_tenant
from storage.repositories import told

#: a page of the list names so many
LISTED = 8
#: tasks that are named where steps are late that nobody is reminded of any more
_TASKS = 3
_HEADS = (Role.MANAGER, Role.ADMIN)
_MENU = Option(say("menu-button"), "go:menu")
_ALL = Option(say("digest-all"), "go:dues")


def show_all(session: Session, effect: ShowDues, context: Context) -> list[Message]:
    """A page of what the person answers for; managers and admins see everybody's, and whose it is."""
    found = _read(session, context)
    mine = [each for each in sorted(found.matters, key=urgency) if _theirs(each, found, context)]
    last = (*_places_below(session, context), _MENU)
    late = long_late(found, None if context.role in _HEADS else context.person_id)
    forgotten = say("due-long-late", count=len(late), days=OVERDUE_DAYS) if late else None
    ways = _ways_to(late, context)
    if not mine:
        text = lines(say("due-none-soon"), forgotten) if late else say("due-none")
        return [Message(text, (*ways, last), in_place=True)]
    page = min(effect.page, (len(mine) - 1) // LISTED)
    first = page * LISTED
    shown, left = mine[first : first + LISTED], len(mine) - first - LISTED
    whole = context.role in _HEADS
    parts = [
        lines(
            lines(say("due-number", number=n), matter_line(each, found.today), separator=" "),
            whose(each, found, Audience.MANAGER) if whole and each.units else None,
        )
        for n, each in enumerate(shown, first + 1)
    ]
    rest = say("digest-more", count=left) if left > 0 else None
    text = lines(say("due-own-title", day=found.today), *parts, rest, forgotten)
    buttons = [
        Option(say("digest-open", number=n), token("dv", each.key)) for n, each in enumerate(shown, first + 1)
    ]
    rows = tuple(tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4))
    turns = (
        *((Option(say("due-previous"), token("go", "dues", page - 1)),) if page else ()),
        *((Option(say("due-next"), token("go", "dues", page + 1)),) if left > 0 else ()),
    )
    return [Message(text, (*rows, *((turns,) if turns else ()), *ways, last), in_place=True)]


def _ways_to(late: Sequence[LateStep], context: Context) -> tuple[tuple[Option, ...], ...]:
    """To all late steps, for who reads the summary; else to the tasks that they belong to."""
    if late and context.may(Action.READ_SUMMARY):
        return ((Option(say("summary-steps-late"), token("wk", "l", 0)),),)
    codes = list(dict.fromkeys(task.task.code for task, _ in late))[:_TASKS]
    return (tuple(Option(code, token("tk", code)) for code in codes),) if codes else ()


def _places_below(session: Session, context: Context) -> tuple[Option, ...]:
    """The way to what is late in the tenants below, for who was told of it."""
    since = context.now - timedelta(days=OVERDUE_DAYS)
    found = told.told_below(session, context.person_id, since) if context.role in _HEADS else {}
    return (Option(say("digest-places"), token("du", "all")),) if found else ()


def show_one(session: Session, effect: ShowDue, context: Context) -> list[Message]:
    """One matter: whose it is, who is told next, and what may be answered."""
    found = _read(session, context)
    matter = _matter(found, effect.key, context)
    if matter is None:
        return [_gone()]
    return [_card(matter, found, context)]


def answer(session: Session, effect: AnswerDue, context: Context) -> list[Message]:
    """Keep the answer, and say what follows from it."""
    found = _read(session, context)
    matter = _matter(found, effect.key, context, also_ended=effect.reply is Reply.AGAIN)
    if matter is None:
        return [_gone()]
    own = context.person_id in named(matter, found.setting.staff)
    if effect.reply not in offered(matter.kind, own=own):
        return [_card(matter, found, context)]
    calendar = found.setting.calendar
    until = calendar.on_or_after(found.today + timedelta(days=1)) if effect.reply is Reply.LATER else None
    replied = Replied(context.person_id, matter.key, effect.reply, context.now, until, effect.text)
    row = told.keep_reply(session, replied)
    until_day = until.isoformat() if until else None
    kept = {"matter": matter.key, "reply": effect.reply.value, "until": until_day, "reason": effect.text}
    context.note(session, "answer-due", row, new={key: value for key, value in kept.items() if value})
    undo = Option(say("due-say-again"), token("dv", matter.key, Reply.AGAIN))
    taken_back = effect.reply in (*ENDING, Reply.NOT_MINE)
    rows = (((undo,),) if taken_back else ()) + ((_ALL, _MENU),)
    return [Message(_said(session, matter, replied, found, context), rows)]


def _said(session: Session, matter: Matter, replied: Replied, found: DueNow, context: Context) -> Speech:
    """What follows from an answer."""
    match replied.reply:
        case Reply.LATER:
            day = replied.until or found.today
            too_late = (
                say("due-put-off-late", last=last_day(matter)) if day > matter.due >= found.today else None
            )
            return lines(say("due-put-off", day=day), too_late)
        case Reply.DOING:
            return say("due-noted-doing", last=last_day(matter))
        case Reply.NOT_MINE:
            left = [each for each in in_charge(matter, found.setting) if each != context.person_id]
            names = session.scalars(select(Person.name).where(Person.id.in_(left)).order_by(Person.id)).all()
            return say("due-noted-not-mine", people=listed(list(names))) if left else say("due-noted-nobody")
        case _:
            return say(f"due-noted-{replied.reply}")


def take_leave(session: Session, effect: TakeLeave, context: Context) -> list[Message]:
    """The person is away on these days, or back; what other leaves they told of stay, and are named."""
    if effect.until is None:
        ended = told.end_leave(session, context.person_id, context.today, context.now)
        for row in ended:
            context.note(session, "end-leave", row, old={"until": row.until.isoformat()})
        said = say("leave-ended" if ended else "leave-none")
        return [Message(lines(said, *_other_leaves(session, context)), ((_ALL, _MENU),))]
    since = max(effect.since or context.today, context.today)
    row = told.take_leave(session, context.person_id, since, effect.until, context.now)
    context.note(session, "take-leave", row, new={"since": since.isoformat(), "until": row.until.isoformat()})
    back = context.catalogue.calendar.on_or_after(effect.until + timedelta(days=1))
    one = since == effect.until
    text = say("leave-taken-day" if one else "leave-taken", since=since, until=effect.until, back=back)
    others = _other_leaves(session, context, beside=since)
    return [Message(lines(text, *others), ((Option(say("leave-end"), token("lv", "end")), _MENU),))]


def _other_leaves(session: Session, context: Context, *, beside: date | None = None) -> list[Speech]:
    """The leaves somebody told of earlier, but for the one that begins on a day."""
    known = told.leaves_of(session, context.person_id, context.today)
    return [
        say("leave-other", since=since, until=until, one=str(since == until).lower())
        for since, until in known
        if since != beside
    ]


def _read(session: Session, context: Context) -> DueNow:
    tenant = find_tenant(session, context.speaker.tenant_code)
    if tenant is None:
        raise LookupError(context.speaker.tenant_code)
    return read_due(session, context.catalogue, tenant, context.speaker.tenant_code, context.now)


def _matter(found: DueNow, key: str, context: Context, *, also_ended: bool = False) -> Matter | None:
    """The matter of a key, if it is the person's to answer; `also_ended`: by an answer, not by being done."""
    for each in found.matters:
        if each.key == key and _may_answer(each, found, context):
            ended = each.done if also_ended else closed(each, found.setting)
            return None if ended else each
    return None


def _theirs(matter: Matter, found: DueNow, context: Context) -> bool:
    return not closed(matter, found.setting) and _may_answer(matter, found, context)


def _may_answer(matter: Matter, found: DueNow, context: Context) -> bool:
    whole = context.role in _HEADS
    return whole or context.person_id in named(matter, found.setting.staff)


def _card(matter: Matter, found: DueNow, context: Context) -> Message:
    ahead = next_up(found.setting.stages_of(matter), found.today)
    reason = doing(matter, found.setting)
    own = context.person_id in named(matter, found.setting.staff)
    text = lines(
        matter_line(matter, found.today),
        whose(matter, found, Audience.MANAGER),
        say("due-doing", reason=reason) if reason else None,
        ahead_line(ahead),
    )
    rows = tuple(tuple(_option(each) for each in row) for row in answers(matter, own=own))
    return Message(text, (*rows, (_ALL, _MENU)), in_place=True)


def _option(choice: Choice) -> Option:
    return Option(choice.label, choice.token, choice.main)


def _gone() -> Message:
    return Message(say("due-gone"), ((_ALL, _MENU),), in_place=True)
