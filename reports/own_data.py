"""The copy of their data that a person is given: one file to read, one for programs."""

from collections.abc import Callable
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.texts import Texts, say
from reports.made_file import MadeFile
from reports.own_copy import Reader, readable
from storage.models import Person, Place, Tenant, Unit
from storage.queries.own_records import records_of

NAME = "my-data"
_MIMES = {"json": "application/json", "txt": "text/plain"}


def maker(
    session: Session, of: tuple[str, ...], *, catalogue: Catalogue, texts: Texts
) -> Callable[[], MadeFile]:
    """`of`: the person's number and the form, json or txt."""
    number, form = of
    person = session.get_one(Person, int(number))
    tenant = session.get_one(Tenant, person.tenant_id)
    unit = session.get(Unit, person.unit_id) if person.unit_id else None
    told: dict[str, Any] = {
        "person": {
            "name": person.name,
            "role": person.role,
            "status": person.status,
            "tenant": tenant.name,
            "unit": unit.name if unit else None,
            "business": person.organisation,
            "language": person.locale,
            "joined": person.joined_at,
            "restricted": person.restricted_at,
            "agreed": person.consent_at,
            "agreed_to": person.consent_version,
        },
        **records_of(session, person.id),
    }
    places = {row.code: row.name for row in session.execute(select(Place.code, Place.name))}
    reader = Reader(person.locale, tenant.timezone, places)
    name = f"{texts.render(say('rights-file'), person.locale)}.{form}"

    def write() -> MadeFile:
        if form == "json":
            return MadeFile(orjson.dumps(told, option=orjson.OPT_INDENT_2), name, _MIMES[form], whole=True)
        text = readable(told, reader, catalogue, texts)
        # the mark tells Notepad and Excel which letters these are
        return MadeFile(text.encode("utf-8-sig"), name, _MIMES[form], whole=True)

    return write
