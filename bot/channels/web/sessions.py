"""Which chat a browser holds: a signed, expiring cookie. Nothing is stored on the server."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web

from bot.channels.signing import Signer

COOKIE = "tiendo_session"
_PURPOSE = "session"
_RENEW_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that was let in: its chat id, and until when."""

    chat: str
    expires: datetime

    @property
    def public_name(self) -> str:
        """A name for the browser's own storage that gives nothing away."""
        return hashlib.sha256(self.chat.encode()).hexdigest()[:16]


def new_chat() -> str:
    """A chat id nobody can guess."""
    return secrets.token_urlsafe(16)


class Sessions:
    """Makes, reads and renews the cookie."""

    def __init__(self, signer: Signer, life: timedelta, secure: bool) -> None:
        self._signer = signer
        self._life = life
        self._secure = secure

    def read(self, request: web.Request, now: datetime) -> Session | None:
        """The session of this browser; None when there is none, it ran out, or it was tampered with."""
        fields = self._signer.read(_PURPOSE, request.cookies.get(COOKIE, ""))
        match fields:
            case [str(chat), int(expires)] if expires > now.timestamp():
                return Session(chat, datetime.fromtimestamp(expires, now.tzinfo))
        return None

    def open(self, chat: str, now: datetime) -> Session:
        """A fresh session for that chat, for its full life."""
        return Session(chat, (now + self._life).replace(microsecond=0))

    def renewed(self, session: Session, now: datetime) -> Session | None:
        """A longer session when a day or more of this one is used up, else None."""
        return self.open(session.chat, now) if session.expires - now < self._life - _RENEW_AFTER else None

    def forget(self, response: web.StreamResponse) -> None:
        """Take the cookie from the browser that gets this response."""
        response.del_cookie(COOKIE, path="/", httponly=True, samesite="Lax")

    def write(self, request: web.Request, response: web.StreamResponse, session: Session) -> None:
        """Put the session's cookie on a response."""
        response.set_cookie(
            COOKIE,
            self._signer.sign(_PURPOSE, [session.chat, int(session.expires.timestamp())]),
            max_age=int(self._life.total_seconds()),
            path="/",
            httponly=True,
            samesite="Lax",
            secure=self._secure or request.secure,
        )
