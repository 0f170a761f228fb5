"""What an operator does from the shell: migrate, invite, look into the queues."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated, TypeVar

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clock import utc_now
from bot.config import read_settings
from bot.knowledge import read_knowledge
from bot.seed import bring_in
from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.errors import SettingsError
from handlers.effects.make_invite import new_code
from storage.db import open_database
from storage.models import Invite, Tenant
from storage.repositories import audit, people
from storage.repositories.audit import Change
from storage.repositories.dead_letters import dead_inbox, dead_outbox, retry_inbox, retry_outbox

T = TypeVar("T")

#: nothing is known of years before and after; days at the ends of the calendar have none beside them
_YEARS = range(2000, 2101)


def migrate() -> None:
    """Bring the database's schema up to date (the bot does this by itself when it starts)."""
    in_database(lambda session: None)
    typer.echo("the database is up to date")


def invite(
    role: Annotated[Role, typer.Argument(help="officer, household, manager or admin")],
    unit: Annotated[str, typer.Option(help="Code of the unit, as in content/tenants.")] = "",
    tenant: Annotated[str, typer.Option(help="Code of the tenant; needed where there are several.")] = "",
    days: Annotated[int, typer.Option(min=1, max=90, help="Days it is valid.")] = 7,
    uses: Annotated[int, typer.Option(min=1, max=500, help="How many people may use it.")] = 1,
    approved: Annotated[bool, typer.Option("--approved", help="Who uses it needs no approval.")] = False,
) -> None:
    """Print a new invite code and link; the first admin comes in by `tiendo invite admin --approved`."""
    settings = read_settings()
    catalogue = read_knowledge(settings.content_dir).catalogue
    chosen = chosen_tenant(catalogue, tenant)
    now, code = utc_now(), new_code()

    def add(session: Session) -> None:
        bring_in(session, catalogue)
        row = session.scalars(select(Tenant).where(Tenant.code == chosen)).one()
        found = people.unit_by_code(session, row.id, unit) if unit else None
        if unit and found is None:
            known = ", ".join(each.code for each in people.units_now(session, row.id, now.date()))
            raise SettingsError(f"--unit: there is no {unit!r}; known are {known}")
        columns: dict[str, object] = {
            "tenant_id": row.id,
            "unit_id": found.id if found else None,
            "role": role.value,
            "expires_at": now + timedelta(days=days),
            "uses_left": uses,
            "needs_approval": not approved,
        }
        made = people.add_invite(session, code, columns, now)
        told = {"role": role.value, "unit": unit or None, "uses": uses}
        change = Change(now, None, "invite", Invite.__tablename__, made.id, new=told, chain=row.id)
        audit.note(session, change)

    in_database(add)
    typer.echo(code)
    if settings.public_url:
        typer.echo(f"{settings.public_url.rstrip('/')}/vao/{code}")


def outbox(
    retry: Annotated[bool, typer.Option("--retry", help="Try again what was given up.")] = False,
) -> None:
    """Show what was given up in inbox and outbox, and why; with --retry it is tried again."""
    now = utc_now()
    inbox, outbox_rows = in_database(lambda session: (dead_inbox(session), dead_outbox(session)))
    for queue, letters in (("inbox", inbox), ("outbox", outbox_rows)):
        for letter in letters:
            where = f"{queue} {letter.id}  {letter.at:%Y-%m-%d %H:%M}  {letter.channel}"
            typer.echo(f"{where}  after {letter.attempts} attempts: {letter.error}")
    typer.echo(f"{len(inbox) + len(outbox_rows)} given up")
    if retry:
        again = in_database(
            lambda session: (
                retry_inbox(session, [one.id for one in inbox], now)
                + retry_outbox(session, [one.id for one in outbox_rows], now)
            )
        )
        typer.echo(f"{again} will be tried again")


def chosen_tenant(catalogue: Catalogue, tenant: str) -> str:
    """The tenant named on the command line, or the only one there is."""
    known = ", ".join(sorted(catalogue.tenants))
    if tenant and tenant not in catalogue.tenants:
        raise SettingsError(f"--tenant: there is no {tenant!r}; known are {known}")
    if not tenant and len(catalogue.tenants) > 1:
        raise SettingsError(f"--tenant: say which one; known are {known}")
    return tenant or next(iter(catalogue.tenants))


def in_database(fn: Callable[[Session], T], *, reads: bool = False) -> T:
    """Run one function in the database of the settings, beside a bot that may be running.

    What only reads, and takes long, keeps nobody waiting who writes.
    """

    async def run() -> T:
        db = await open_database(read_settings().database)
        try:
            return await (db.read(fn) if reads else db.write(fn))
        finally:
            await db.close()

    return asyncio.run(run())


def day_near(text: str, such_as: str) -> date:
    """The day that --as-of names. Raises SettingsError for what is no day, or one of another century."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"--as-of: {text!r} is no day; write {such_as}") from None
    if day.year not in _YEARS:
        raise SettingsError(f"--as-of: {day} is too far away; name a day from {_YEARS[0]} to {_YEARS[-1]}")
    return day
