"""A commune and its province with a year of reports, the API on loopback, and tokens for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.api.site import ApiSite, Pacing
from bot.web import application
from core.api import Scope
from storage.db import Database
from storage.models import Tenant
from storage.repositories import api_tokens
from tests.reports.plan_report.world import CATALOGUE, a_year, told

NOW = datetime(2026, 10, 31, 17, tzinfo=UTC)
EVERYTHING = (Scope.PLANS, Scope.FACTS, Scope.INSTRUMENTS)
Client = TestClient[web.Request, web.Application]


async def well() -> Mapping[str, int]:
    return {}


@dataclass
class World:
    """The API over a database. `now` and `moment` are moved by hand."""

    db: Database
    now: datetime = NOW
    moment: float = 0.0
    tokens: dict[str, str] = field(default_factory=dict)

    async def build(self) -> "World":
        def fill(session: Session) -> None:
            a_year(session)
            tip = {"place": "cho_ngu", "detail": "the third stall", "anonymous": "co"}
            told(session, "dong_cuu", "violation_tip", date(2026, 8, 4), **tip)

        await self.db.write(fill)
        for tenant in ("dong_cuu", "lang_son"):
            self.tokens[tenant] = await self.token(tenant, *EVERYTHING)
        return self

    async def token(self, tenant: str, *scopes: Scope, days: int = 30) -> str:
        made = api_tokens.new_token()

        def add(session: Session) -> None:
            number = session.scalars(select(Tenant.id).where(Tenant.code == tenant)).one()
            until = self.now + timedelta(days=days)
            api_tokens.add(session, made, (number, "a system", scopes), self.now, until)

        await self.db.write(add)
        return str(made)

    def site(self, burst: int = 60) -> ApiSite:
        return ApiSite(self.db, CATALOGUE, lambda: self.now, Pacing(lambda: self.moment, burst=burst))

    def client(self, burst: int = 60) -> Client:
        return TestClient(TestServer(application([], well, self.site(burst).routes())))


async def get(client: Client, path: str, token: str = "", **asked: str) -> tuple[int, Any]:
    """Status and answer."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with client.get(f"/api/v1{path}", headers=headers, params=asked) as response:
        return response.status, await response.json(content_type=None)
