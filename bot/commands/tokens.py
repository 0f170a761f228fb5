"""`tiendo token make|list|revoke`: tokens by which other systems read the API."""

from datetime import datetime, timedelta
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clock import utc_now
from bot.commands.operating import chosen_tenant, in_database
from bot.config import read_settings
from bot.knowledge import read_knowledge
from bot.seed import bring_in
from core.api import AT_MOST, USUALLY, Scope
from core.errors import SettingsError
from storage.models import ApiToken, Tenant
from storage.repositories import api_tokens, audit

_TENANT = "Code of the tenant; needed where there are several."


def make(
    name: Annotated[str, typer.Argument(help="Who reads with it, and what for.")],
    scope: Annotated[list[Scope], typer.Option(help="What it may read; say it several times for several.")],
    tenant: Annotated[str, typer.Option(help=_TENANT)] = "",
    days: Annotated[int, typer.Option(min=1, max=AT_MOST.days, help="Days it holds.")] = USUALLY.days,
) -> None:
    """Make a token and show it, this once: only a hash of it is kept."""
    if not name.strip() or len(name) > 80:
        raise SettingsError("NAME: 1 to 80 characters")
    catalogue = read_knowledge(read_settings().content_dir).catalogue
    chosen = chosen_tenant(catalogue, tenant)
    now, token = utc_now(), api_tokens.new_token()

    def add(session: Session) -> None:
        bring_in(session, catalogue)
        of = _id(session, chosen), name.strip(), set(scope)
        row = api_tokens.add(session, token, of, now, now + timedelta(days=days))
        new = {"name": row.name, "scopes": row.scopes, "until": row.expires_at.isoformat()}
        audit.note(
            session,
            audit.Change(now, None, "token-made", row.__tablename__, row.id, new=new, chain=row.tenant_id),
        )

    in_database(add)
    typer.echo(str(token))


def list_all(tenant: Annotated[str, typer.Option(help=_TENANT)] = "") -> None:
    """Show the tokens of a tenant: what they may read, until when, when each was last used."""
    chosen = chosen_tenant(read_knowledge(read_settings().content_dir).catalogue, tenant)
    now = utc_now()
    rows = in_database(lambda session: api_tokens.every(session, _id(session, chosen)))
    for row in rows:
        typer.echo(
            f"{row.public_id}  {_state(row, now)}  {','.join(row.scopes)}  "
            f"last used {_moment(row.last_used_at)}  {row.name}"
        )
    typer.echo(f"{len(rows)} tokens")


def revoke(
    token: Annotated[
        str, typer.Argument(help="Its twelve letters and digits, as `tiendo token list` shows them.")
    ],
    tenant: Annotated[str, typer.Option(help=_TENANT)] = "",
) -> None:
    """End a token at once."""
    chosen = chosen_tenant(read_knowledge(read_settings().content_dir).catalogue, tenant)
    now = utc_now()

    def end(session: Session) -> None:
        row = api_tokens.revoke(session, _id(session, chosen), token, now)
        if row is None:
            raise SettingsError(f"{chosen} has no token {token!r} that holds")
        change = audit.Change(
            now,
            None,
            "token-revoked",
            row.__tablename__,
            row.id,
            old={"name": row.name},
            chain=row.tenant_id,
        )
        audit.note(session, change)

    in_database(end)
    typer.echo("It holds no longer.")


def _id(session: Session, code: str) -> int:
    found = session.scalar(select(Tenant.id).where(Tenant.code == code))
    if found is None:
        raise SettingsError(f"the database has no tenant {code!r} yet")
    return found


def _state(row: ApiToken, now: datetime) -> str:
    if row.revoked_at is not None:
        return f"revoked {_moment(row.revoked_at)}"
    return f"{'over since' if row.expires_at <= now else 'until'} {row.expires_at:%Y-%m-%d}"


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "never"
