"""The API as pages of the bot's web application."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic

import orjson
from aiohttp import web
from pydantic import BaseModel, ValidationError
from sqlalchemy.orm import Session

from bot.api.document import document
from bot.api.endpoints import DOCUMENT, ENDPOINTS, ROOT, Endpoint
from bot.callers import caller
from bot.channels.web.pace import Pace
from bot.clock import Clock
from core.api import Scope, read_token
from core.catalogue import Catalogue
from core.errors import TiendoError
from reports.api.models import Problem
from reports.api.reading import NotThere, Reader
from storage.db import Database
from storage.repositories import api_tokens
from storage.repositories.api_tokens import Bearer

#: seconds to wait after too many
_WAIT = 5
#: no question is longer
_LONGEST = 2_000

_log = logging.getLogger(__name__)


class Refused(Exception):
    """A question that is not answered."""

    def __init__(
        self, status: int, title: str, detail: str, errors: Sequence[Mapping[str, str]] = ()
    ) -> None:
        super().__init__(title)
        self.problem = Problem(
            title=title, status=status, detail=detail, errors=tuple(dict(each) for each in errors)
        )


@dataclass(frozen=True, slots=True)
class Pacing:
    """How fast one token may ask: so often at once, then a second; an address without one a third of it, and
    then one in twenty-five.
    """

    moment: Callable[[], float] = monotonic
    burst: int = 60
    per_second: float = 5.0


class ApiSite:
    """The pages below /api/v1."""

    def __init__(
        self,
        db: Database,
        catalogue: Catalogue,
        clock: Clock,
        pacing: Pacing | None = None,
        proxies: Sequence[str] = (),
    ) -> None:
        self._db, self._catalogue, self._clock = db, catalogue, clock
        self._proxies = proxies
        how = pacing or Pacing()
        self._pace = Pace(how.burst, how.per_second, how.moment)
        self._wrong = Pace(max(1, how.burst // 3), how.per_second / 25, how.moment)

    def routes(self) -> list[web.RouteDef]:
        """All addresses; whatever else is below /api is answered with a problem, too."""
        pages = [
            route
            for each in ENDPOINTS
            for route in (
                web.get(f"{ROOT}{each.path}", partial(self._serve, each)),
                web.route("*", f"{ROOT}{each.path}", _only_get),
            )
        ]
        return [
            web.get(DOCUMENT, self._document),
            web.route("*", DOCUMENT, _only_get),
            *pages,
            web.route("*", "/api/{rest:.*}", _nowhere),
        ]

    async def _document(self, request: web.Request) -> web.Response:
        return web.Response(body=orjson.dumps(document()), content_type="application/json")

    async def _serve(self, endpoint: Endpoint, request: web.Request) -> web.Response:
        try:
            bearer = await self._bearer(request)
            if endpoint.scope is not None and not bearer.may(endpoint.scope):
                raise Refused(403, "Not allowed", f"the token lacks the scope {endpoint.scope}")
            answer = await self._answer(endpoint, bearer, request)
        except Refused as refused:
            return _told(refused.problem)
        except Exception:
            _log.exception("an answer of the API failed", extra={"path": endpoint.path})
            why = "something went wrong here; it was noted"
            return _told(Problem(title="Failed", status=500, detail=why))
        return web.Response(
            body=answer.model_dump_json().encode(),
            content_type="application/json",
            headers={"Cache-Control": "no-store"},
        )

    async def _bearer(self, request: web.Request) -> Bearer:
        """Whose token it is. Raises Refused."""
        scheme, _, given = request.headers.get("Authorization", "").partition(" ")
        token = read_token(given.strip()) if scheme.lower() == "bearer" else None
        now = self._clock()
        found = None
        if token is not None:
            found = await self._db.read(lambda session: api_tokens.bearer(session, token, now))
        if found is None or found.tenant not in self._catalogue.tenants:
            if not self._wrong.allows(caller(request, self._proxies)):
                raise _too_many()
            raise Refused(401, "No token that holds", "send a token as `Authorization: Bearer tdo_...`")
        if not self._pace.allows(found.public_id):
            raise _too_many()
        if api_tokens.to_note(found, now):
            number = found.token_id
            await self._db.write(lambda session: api_tokens.used(session, number, now))
        return found

    async def _answer(self, endpoint: Endpoint, bearer: Bearer, request: web.Request) -> BaseModel:
        asked = _asked(endpoint, request)
        path = dict(request.match_info)

        def read(session: Session) -> BaseModel:
            reader = Reader(
                session,
                self._catalogue,
                bearer.tenant_id,
                bearer.tenant,
                self._clock(),
                personal=bearer.may(Scope.PERSONAL),
            )
            return endpoint.answer(reader, path, asked)

        try:
            return await self._db.read(read)
        except NotThere as error:
            raise Refused(404, "Not there", "there is no such plan") from error
        except (ValueError, TiendoError) as error:
            raise Refused(400, "A wrong question", str(error)) from error


def _asked(endpoint: Endpoint, request: web.Request) -> BaseModel:
    """The question, as the endpoint's model reads it. Raises Refused."""
    if len(request.rel_url.raw_query_string) > _LONGEST:
        raise Refused(400, "A wrong question", f"it is longer than {_LONGEST} characters")
    twice = sorted({name for name in request.query if len(request.query.getall(name)) > 1})
    if twice:
        raise Refused(
            400, "A wrong question", "each parameter may be there once", [{"in": "query", "what": "twice"}]
        )
    try:
        return endpoint.asked.model_validate_strings(dict(request.query))
    except ValidationError as error:
        errors = [
            {"in": "query", "name": ".".join(map(str, each["loc"]))[:60], "what": each["msg"][:200]}
            for each in error.errors(include_input=False, include_url=False)
        ]
        raise Refused(400, "A wrong question", "see errors", errors) from error


def _too_many() -> Refused:
    return Refused(429, "Too many questions", f"wait {_WAIT} seconds")


async def _only_get(request: web.Request) -> web.Response:
    problem = Problem(title="Only to be read", status=405, detail="use GET")
    return _told(problem, {"Allow": "GET, HEAD"})


async def _nowhere(request: web.Request) -> web.Response:
    return _told(Problem(title="Not there", status=404, detail=f"the document at {DOCUMENT} names what is"))


def _told(problem: Problem, more: Mapping[str, str] | None = None) -> web.Response:
    headers = {"Cache-Control": "no-store", **(more or {})}
    if problem.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if problem.status == 429:
        headers["Retry-After"] = str(_WAIT)
    return web.Response(
        body=problem.model_dump_json().encode(),
        status=problem.status,
        content_type="application/problem+json",
        headers=headers,
    )
