"""Tokens of the API: listed, made, ended. The secret is never said in a chat: its link shows it once."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.api import USUALLY
from core.dialogue.api_effects import MakeToken, RevokeToken, ShowTokens
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.periods import local_date, local_time
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.conversations.api_tokens import OPENS
from storage.models import ApiToken
from storage.repositories import api_tokens

#: tokens of a tenant that hold at the same time, and are listed
MOST = 10
_MENU = Option(say("menu-button"), "go:menu")
_BACK = Option(say("form-back"), "go:api")
_NEW = Option(say("token-new"), token("at", "new"))


def show(session: Session, effect: ShowTokens, context: Context) -> list[Message]:
    """Those that hold, with the way to end each."""
    rows = _holding(session, context)
    ends = [
        (Option(say("token-end", name=row.name), token("at", "end", row.public_id)),) for row in rows[:MOST]
    ]
    told = lines(
        say("tokens-title") if rows else say("tokens-none"), *(_line(row, context) for row in rows[:MOST])
    )
    new = ((_NEW, _MENU),) if len(rows) < MOST else ((_MENU,),)
    return [Message(told, (*ends, *new), in_place=True)]


def make(session: Session, effect: MakeToken, context: Context) -> list[Message]:
    """One whose secret is made when its link is opened, within the hour."""
    page = context.invite_url.removesuffix("/").removesuffix("/vao")
    if not page:
        return [Message(say("token-no-page"), ((_BACK, _MENU),))]
    if len(_holding(session, context)) >= MOST:
        return [Message(say("token-too-many", most=MOST), ((_BACK, _MENU),))]
    opened = secrets.token_urlsafe(24)
    row = api_tokens.add_to_pick_up(
        session,
        opened,
        (context.speaker.tenant_id, effect.name, OPENS[effect.opens]),
        (context.now, context.now + api_tokens.PICKUP, context.now + USUALLY),
        context.person_id,
    )
    context.note(session, "token-made", row, new={"name": row.name, "scopes": row.scopes})
    until = local_date(row.expires_at, context.speaker.timezone)
    told = say("token-made", name=row.name, link=f"{page}/api/token/{opened}", until=until)
    return [Message(told, ((_BACK, _MENU),))]


def revoke(session: Session, effect: RevokeToken, context: Context) -> list[Message]:
    """Asked once more, then ended at once."""
    row = next((row for row in _holding(session, context) if row.public_id == effect.public_id), None)
    if row is None:
        return [Message(say("token-gone"), ((_BACK, _MENU),))]
    if not effect.sure:
        sure = Option(say("token-end-sure"), token("at", "ended", row.public_id), main=True)
        return [Message(say("token-end-ask", name=row.name), ((sure,), (_BACK, _MENU)), in_place=True)]
    api_tokens.revoke(session, context.speaker.tenant_id, row.public_id, context.now)
    context.note(session, "token-revoked", row, old={"name": row.name})
    return [Message(say("token-ended", name=row.name), ((_BACK, _MENU),), in_place=True)]


def _holding(session: Session, context: Context) -> list[ApiToken]:
    rows = api_tokens.every(session, context.speaker.tenant_id)
    living = [row for row in rows if row.revoked_at is None and row.expires_at > context.now]
    return [row for row in living if row.secret_hash or (row.pickup_until and row.pickup_until > context.now)]


def _line(row: ApiToken, context: Context) -> Speech:
    zone = context.speaker.timezone
    used = local_time(row.last_used_at, zone) if row.last_used_at else say("token-never")
    opens = next(
        (code for code, scopes in OPENS.items() if {each.value for each in scopes} == set(row.scopes)), ""
    )
    what: Speech = say("token-opens", what=opens) if opens else ", ".join(row.scopes)
    return say("token-line", name=row.name, what=what, until=local_date(row.expires_at, zone), used=used)


API_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    ShowTokens: show,
    MakeToken: make,
    RevokeToken: revoke,
}
