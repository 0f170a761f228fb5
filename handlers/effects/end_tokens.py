"""Tokens of the API end with the right of who made them: they know the secrets, and would read on."""

from sqlalchemy.orm import Session

from core.texts import Speech, say
from handlers.context import Context
from storage.models import Person
from storage.repositories import api_tokens


def end_tokens(session: Session, person: Person, context: Context) -> Speech | None:
    """End all that somebody made, those whose link was not opened yet too; what to say, if any held."""
    made = api_tokens.made_by(session, person.id, context.now)
    for row in made:
        api_tokens.revoke(session, person.tenant_id, row.public_id, context.now)
        context.note(session, "token-revoked", row, old={"name": row.name})
    names = ", ".join(row.name for row in made)
    return say("person-tokens-ended", count=len(made), names=names) if made else None
