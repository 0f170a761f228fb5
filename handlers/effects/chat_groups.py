"""Linking group chats to a tenant's summaries, listing them, and taking them off."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.group_effects import DeclineGroup, LinkGroup, OfferGroup, ShowGroups, UnlinkGroup
from core.dialogue.rendering import rendered
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.messages import Address
from core.texts import Speech, Text, lines, say
from handlers.context import Context
from reports.people import clipped
from storage.models import ChatGroup, Contact
from storage.repositories import groups, outbox

#: groups told of; nobody has more that people read
_MOST = 10
_BACK = (Option(say("group-back"), "go:groups"), Option(say("menu-button"), "go:menu"))


def show(session: Session, effect: ShowGroups, context: Context) -> list[Message]:
    """The tenant's groups, and how to add one."""
    found = groups.of_tenant(session, context.speaker.tenant_id)[:_MOST]
    told = [_line(group, context) for group in found]
    text = lines(
        lines(say("groups-title"), *told) if told else say("groups-none"),
        say("groups-how"),
        say("groups-cannot"),
        separator="\n\n",
    )
    off = [(Option(say("group-off", title=_title(group)), token("gr", "off", group.id)),) for group in found]
    return [Message(text, (*off, (Option(say("menu-button"), "go:menu"),)), in_place=True)]


def offer(session: Session, effect: OfferGroup, context: Context) -> list[Message]:
    """Ask in the person's own chat; of a group that is another tenant's, say so."""
    contact = session.get(Contact, context.speaker.contact_id)
    group = groups.at(session, Address(contact.channel, effect.chat)) if contact else None
    if group is None:
        return show(session, ShowGroups(), context)
    if group.lost_at is None and group.tenant_id is not None:
        return [_taken(group, context)]
    groups.offer(session, group, context.person_id, context.now)
    choices = (
        Option(say("group-yes"), token("gr", "ok", group.id), main=True),
        Option(say("group-no"), token("gr", "no", group.id)),
    )
    text = say("group-offer", title=_title(group), tenant=context.speaker.tenant_name)
    return [Message(text, (choices,))]


def link(session: Session, effect: LinkGroup, context: Context) -> list[Message]:
    """Link the group that was offered to this person, and tell the group in one line."""
    group, tenant = session.get(ChatGroup, effect.number), context.speaker.tenant_id
    if group is None:
        return [_gone()]
    if group.lost_at is None and group.tenant_id is not None:
        return [_taken(group, context)]
    if not groups.link(session, group, context.person_id, tenant, context.now):
        return [_gone()]
    group.locale = context.speaker.locale
    context.note(session, "link-group", group, new={"title": group.title})
    _say_there(session, group, say("group-hello", tenant=context.speaker.tenant_name), context)
    return [Message(say("group-linked", title=_title(group)), (_BACK,), in_place=True)]


def decline(session: Session, effect: DeclineGroup, context: Context) -> list[Message]:
    """Forget that it was offered."""
    group = session.get(ChatGroup, effect.number)
    if group is None or group.offered_to != context.person_id:
        return [_gone()]
    group.offered_to = group.offered_at = None
    session.flush()
    return [Message(say("group-declined", title=_title(group)), (_BACK,), in_place=True)]


def unlink(session: Session, effect: UnlinkGroup, context: Context) -> list[Message]:
    """Send nothing there any more; anybody who may link groups of the tenant may do so."""
    group = session.get(ChatGroup, effect.number)
    if group is None or group.tenant_id != context.speaker.tenant_id:
        return [_gone()]
    title = _title(group)
    if not effect.sure:
        choices = (Option(say("group-off-yes"), token("gr", "end", group.id), main=True), _BACK[0])
        return [Message(say("group-off-sure", title=title), (choices,), in_place=True)]
    if group.lost_at is None:
        _say_there(session, group, say("group-goodbye", tenant=context.speaker.tenant_name), context)
    groups.unlink(session, group)
    context.note(session, "unlink-group", group, old={"title": group.title})
    return [Message(say("group-unlinked", title=title), (_BACK,), in_place=True)]


def _taken(group: ChatGroup, context: Context) -> Message:
    if group.tenant_id != context.speaker.tenant_id:
        return Message(say("group-taken", title=_title(group)), (_BACK,))
    off = Option(say("group-off", title=_title(group)), token("gr", "off", group.id))
    return Message(say("group-already", title=_title(group)), ((off,), _BACK), in_place=True)


def _gone() -> Message:
    return Message(say("group-gone"), (_BACK,), in_place=True)


def _line(group: ChatGroup, context: Context) -> Speech:
    since = group.linked_at or context.now
    if group.lost_at is not None:
        return say("group-line-lost", title=_title(group), day=context.local_day(group.lost_at))
    return say("group-line", title=_title(group), day=context.local_day(since))


def _title(group: ChatGroup) -> Text | str:
    return clipped(group.title, 40) or say("group-untitled")


def _say_there(session: Session, group: ChatGroup, text: Text, context: Context) -> None:
    outbox.add(
        session,
        address=Address(group.channel, group.chat),
        message=rendered(context.texts, Message(text), group.locale),
        now=context.now,
        priority=1,
        dedupe_key=f"group:{group.id}:{text.key}:{context.now.isoformat()}",
    )


#: by the effects of core.dialogue.group_effects
GROUP_EFFECTS: Mapping[type, Any] = {
    ShowGroups: show,
    OfferGroup: offer,
    LinkGroup: link,
    DeclineGroup: decline,
    UnlinkGroup: unlink,
}
