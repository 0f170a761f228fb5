"""Tokens of the API: made, found by their public part, revoked; only hashes of secrets are kept."""

import hashlib
import hmac
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from core.api import Scope, Token
from storage.models import ApiToken, Tenant

#: how long the link that shows a token can be opened
PICKUP = timedelta(hours=1)
#: a token's last use is noted once in this time
_NOTED = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who reads: a token that holds, and its tenant."""

    token_id: int
    public_id: str
    tenant_id: int
    tenant: str
    scopes: frozenset[str]
    last_used_at: datetime | None

    def may(self, scope: Scope) -> bool:
        return scope.value in self.scopes


def new_token() -> Token:
    """A token nobody can guess."""
    return Token(secrets.token_hex(6), secrets.token_urlsafe(32))


def hashed(secret: str) -> str:
    """What is kept of a secret: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def add(
    session: Session,
    token: Token,
    of: tuple[int, str, Collection[Scope]],
    now: datetime,
    expires_at: datetime,
    created_by: int | None = None,
) -> ApiToken:
    """Keep a token; `of` is the tenant, what it is for, and what may be read."""
    tenant_id, name, scopes = of
    row = ApiToken(
        tenant_id=tenant_id,
        name=name,
        public_id=token.public_id,
        secret_hash=hashed(token.secret),
        scopes=sorted(scope.value for scope in scopes),
        created_at=now,
        created_by=created_by,
        expires_at=expires_at,
    )
    session.add(row)
    session.flush()
    return row


def add_to_pick_up(
    session: Session,
    code: str,
    of: tuple[int, str, Collection[Scope]],
    at: tuple[datetime, datetime, datetime],
    created_by: int,
) -> ApiToken:
    """Keep a token without a secret yet, and the code by which it is fetched; `at`: now, until when that may
    be, until when it holds.
    """
    now, pickup_until, expires_at = at
    row = add(session, new_token(), of, now, expires_at, created_by)
    row.secret_hash, row.pickup_hash, row.pickup_until = None, hashed(code), pickup_until
    session.flush()
    return row


def pick_up(session: Session, code: str, token: Token, now: datetime) -> bool:
    """From now on this token is what the code was for; False where that was used, is over, or is none."""
    taken = session.scalar(
        update(ApiToken)
        .where(ApiToken.pickup_hash == hashed(code), ApiToken.pickup_until > now)
        .where(ApiToken.secret_hash.is_(None), ApiToken.revoked_at.is_(None))
        .values(public_id=token.public_id, secret_hash=hashed(token.secret), pickup_hash=None)
        .returning(ApiToken.id)
    )
    return taken is not None


def bearer(session: Session, token: Token, now: datetime) -> Bearer | None:
    """Whose token it is; None for one that is not known, wrong, revoked or over."""
    found = session.execute(
        select(ApiToken, Tenant.code)
        .join(Tenant, Tenant.id == ApiToken.tenant_id)
        .where(ApiToken.public_id == token.public_id)
    ).first()
    row, tenant = found if found else (None, "")
    kept = row.secret_hash if row is not None and row.secret_hash else hashed("")
    right = hmac.compare_digest(kept, hashed(token.secret))
    if row is None or not right or row.revoked_at is not None or row.expires_at <= now:
        return None
    return Bearer(row.id, row.public_id, row.tenant_id, tenant, frozenset(row.scopes), row.last_used_at)


def to_note(found: Bearer, now: datetime) -> bool:
    """Whether its use is worth writing down."""
    return found.last_used_at is None or now - found.last_used_at >= _NOTED


def used(session: Session, token_id: int, now: datetime) -> None:
    """It was used."""
    late = or_(ApiToken.last_used_at.is_(None), ApiToken.last_used_at <= now - _NOTED)
    session.execute(update(ApiToken).where(ApiToken.id == token_id, late).values(last_used_at=now))


def every(session: Session, tenant_id: int) -> list[ApiToken]:
    """The tokens of a tenant, newest first."""
    query = select(ApiToken).where(ApiToken.tenant_id == tenant_id).order_by(ApiToken.id.desc())
    return list(session.scalars(query))


def made_by(session: Session, person_id: int, now: datetime) -> list[ApiToken]:
    """The tokens somebody made that still hold, the oldest first: their secrets are known to them."""
    holds = (ApiToken.revoked_at.is_(None), ApiToken.expires_at > now)
    query = select(ApiToken).where(ApiToken.created_by == person_id, *holds)
    return list(session.scalars(query.order_by(ApiToken.id)))


def revoke(session: Session, tenant_id: int, public_id: str, now: datetime) -> ApiToken | None:
    """End a token of this tenant; None where there is none that still held."""
    row = session.scalars(
        select(ApiToken).where(ApiToken.tenant_id == tenant_id, ApiToken.public_id == public_id)
    ).one_or_none()
    if row is None or row.revoked_at is not None:
        return None
    row.revoked_at = now
    return row
