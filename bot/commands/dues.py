"""`tiendo due`: what is due in a tenant, who answers for it and on which days they are told."""

from datetime import datetime, time
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clock import utc_now
from bot.commands.operating import chosen_tenant, day_near, in_database
from bot.config import read_settings
from bot.knowledge import read_knowledge
from core.errors import SettingsError
from core.folding import fold
from core.periods import moment_of
from core.texts import Speech, lines
from reports.due.below import late_below
from reports.due.listing import due_list
from reports.due.reading import read_due
from storage.models import Person
from storage.queries.weekly import find_tenant

#: a day is looked at as it is in the morning
_MORNING = time(8)


def due(
    tenant: Annotated[str, typer.Option(help="Code of the tenant; needed where there are several.")] = "",
    as_of: Annotated[str, typer.Option(help="The day to look from, such as 2026-11-07.")] = "",
    person: Annotated[str, typer.Option(help="Only what this person answers for.")] = "",
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Print what is due, most urgent first, who answers for it and on which days they are told.

    Of a province also what is late in its communes.
    """
    knowledge = read_knowledge(read_settings().content_dir)
    chosen = chosen_tenant(knowledge.catalogue, tenant)
    moment = _moment(as_of, knowledge.catalogue.tenants[chosen].timezone)

    def read(session: Session) -> Speech:
        found = find_tenant(session, chosen)
        if found is None:
            raise SettingsError(f"--tenant: {chosen!r} is not in the database yet; run the bot once")
        query = select(Person.id, Person.name).where(Person.tenant_id == found.id)
        names = {row[0]: row[1] for row in session.execute(query)}
        wanted = _person(names, person)
        own = due_list(read_due(session, knowledge.catalogue, found, chosen, moment), names, wanted)
        below = None if person else late_below(session, knowledge.catalogue, chosen, moment)
        return lines(own, below, separator="\n\n")

    typer.echo(knowledge.texts.render(in_database(read, reads=True), locale).replace("**", ""))


def _person(names: dict[int, str], wanted: str) -> int | None:
    """The one person of that name; the end of a name will do, without its diacritics."""
    if not wanted:
        return None
    found = [each for each, name in names.items() if f" {fold(name)}".endswith(f" {fold(wanted)}")]
    if len(found) != 1:
        known = ", ".join(sorted(names.values()))
        raise SettingsError(f"--person: {len(found)} people are called {wanted!r}; known are {known}")
    return found[0]


def _moment(text: str, zone: str) -> datetime:
    if not text:
        return utc_now()
    return moment_of(day_near(text, "2026-11-07"), _MORNING, zone)
