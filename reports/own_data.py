"""The copy of their data that a person is given: one file to read, one for programs."""

from collections.abc import Callable
from typing import Any

import orjson
import yaml
from sqlalchemy.orm import Session

from core.texts import Texts, say
from reports.made_file import MadeFile
from storage.models import Person, Tenant, Unit
from storage.queries.own_records import records_of

NAME = "my-data"
_MIMES = {"json": "application/json", "txt": "text/plain"}


def maker(session: Session, of: tuple[str, ...], *, texts: Texts) -> Callable[[], MadeFile]:
    """`of`: the person's number and the form, json or txt."""
    number, form = of
    person = session.get_one(Person, int(number))
    unit = session.get(Unit, person.unit_id) if person.unit_id else None
    told: dict[str, Any] = {
        "person": {
            "name": person.name,
            "role": person.role,
            "status": person.status,
            "tenant": session.get_one(Tenant, person.tenant_id).name,
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
    locale = person.locale
    name = f"{texts.render(say('rights-file'), locale)}.{form}"

    def write() -> MadeFile:
        whole = orjson.dumps(told, option=orjson.OPT_INDENT_2)
        if form == "json":
            return MadeFile(whole, name, _MIMES[form], whole=True)
        named = {
            texts.render(say(f"rights-kind-{kind}"), locale): rows
            for kind, rows in orjson.loads(whole).items()
            if rows
        }
        text = yaml.safe_dump(named, allow_unicode=True, sort_keys=False, width=100)
        return MadeFile(text.encode(), name, _MIMES[form], whole=True)

    return write
