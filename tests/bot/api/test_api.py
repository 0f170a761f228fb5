"""A provincial system reads what its token may, piece by piece, and is told plainly what it may not."""

import json
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.api import Scope, read_token
from storage.models import ApiToken, Fact
from storage.repositories import api_tokens
from tests.bot.api.world import Client, World, get

INJECTIONS = ("' OR 1=1 --", "<script>alert(1)</script>", "\x00", "a" * 3000, "đ", "1,5", "-1", "{{7*7}}")


async def everything(client: Client, token: str, limit: int, **asked: str) -> list[dict[str, Any]]:
    """All reports, a piece at a time."""
    found: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        status, answer = await get(client, "/facts", token, limit=str(limit), **asked, **cursor)
        assert status == 200, answer
        found += answer["items"]
        if answer["next"] is None:
            return found
        cursor = {"cursor": answer["next"]}


async def test_reports_come_piece_by_piece_each_once_and_changes_alone_later(on_both: World) -> None:
    token = on_both.tokens["dong_cuu"]
    async with on_both.client() as client:
        whole = await everything(client, token, 500)
        pieces = await everything(client, token, 2)
        assert [each["id"] for each in pieces] == [each["id"] for each in whole]
        assert len({str(each["id"]) for each in whole}) == len(whole) > 5
        kinds = {each["kind"] for each in whole}
        assert "violation_tip" not in kinds, "tips stay between a few"
        assert {each["tenant"] for each in whole} == {"dong_cuu"}
        courses = await everything(client, token, 3, kind="training_attendance", first="2026-05-01")
        assert [each["first"] for each in courses] == ["2026-05-12", "2026-08-12", "2026-10-12"]
        _, first = await get(client, "/facts", token, limit="500")

        def take_back(session: Session) -> None:
            change = {"status": "withdrawn", "ended_at": on_both.now + timedelta(minutes=5)}
            session.execute(update(Fact).where(Fact.id == courses[0]["id"]).values(**change))

        on_both.now += timedelta(minutes=10)
        await on_both.db.write(take_back)
        changed = await everything(client, token, 500, changed_since=first["as_of"])
        assert [(each["id"], each["status"]) for each in changed] == [(courses[0]["id"], "withdrawn")]
        # a cursor goes with its own question only
        _, piece = await get(client, "/facts", token, limit="2")
        status, answer = await get(client, "/facts", token, cursor=piece["next"], kind="difficulty")
        assert (status, answer["detail"]) == (400, "the cursor belongs to another question")


async def test_targets_have_their_values_as_they_stood(on_both: World) -> None:
    token = on_both.tokens["dong_cuu"]
    async with on_both.client() as client:
        _, plans = await get(client, "/plans", token)
        assert [plan["code"] for plan in plans["items"]] == ["DC1", "DC2"]
        values = {}
        for day in ("2026-04-30", "2026-09-30"):
            _, found = await get(client, "/plans/DC1/targets", token, as_of=day)
            assert found["as_of"] == day
            values[day] = next(each["value"] for each in found["items"] if each["code"] == "DC1-1")
        assert 0 < values["2026-04-30"] < values["2026-09-30"]
        status, answer = await get(client, "/plans/DC1/targets", token, as_of="2026-12-31")
        assert status == 400
        assert "still to come" in answer["detail"]
        assert (await get(client, "/plans/LS/targets", token))[0] == 404, "a plan of others"
        _, units = await get(client, "/units", token)
        assert "phong_kinh_te" in [unit["code"] for unit in units["items"]]
        _, fields = await get(client, "/fields", token, kind="measuring_inspection")
        assert {field["kind"] for field in fields["items"]} == {"measuring_inspection"}


async def test_a_province_reads_what_was_confirmed_below_it(on_both: World) -> None:
    token = await on_both.token("bac_ninh", Scope.FACTS)

    def leave_waiting(session: Session) -> int:
        newest = session.scalars(select(Fact.id).where(Fact.type == "difficulty").limit(1)).one()
        change = {"status": "pending", "confirmed_at": None}
        session.execute(update(Fact).where(Fact.id == newest).values(**change))
        return newest

    async with on_both.client() as client:
        before = await everything(client, token, 500)
        waiting = await on_both.db.write(leave_waiting)
        after = await everything(client, token, 500)
        own = await everything(client, on_both.tokens["dong_cuu"], 500)
    assert "dong_cuu" in {each["tenant"] for each in before}
    gone = {str(each["id"]) for each in before} - {str(each["id"]) for each in after}
    assert gone == {str(waiting)}
    assert str(waiting) in {str(each["id"]) for each in own}
    assert "violation_tip" not in {each["kind"] for each in before}


async def test_what_people_wrote_needs_a_scope_of_its_own(world: World) -> None:
    names = await world.token("dong_cuu", Scope.FACTS, Scope.PERSONAL)
    async with world.client() as client:
        bare = await everything(client, world.tokens["dong_cuu"], 500, kind="difficulty")
        whole = await everything(client, names, 500, kind="difficulty")
    assert {field for each in bare for field in each["fields"]} == {"subject"}
    assert all("detail" in json.dumps(each) and each["reporter"] for each in whole)
    assert not any(each["reporter"] for each in bare)


async def test_a_token_opens_its_own_tenant_and_scopes_only_while_it_holds(world: World) -> None:
    own, plans = world.tokens["lang_son"], await world.token("dong_cuu", Scope.PLANS)
    short = await world.token("dong_cuu", Scope.PLANS, days=1)
    async with world.client() as client:
        assert {each["tenant"] for each in await everything(client, own, 500)} <= {"lang_son"}
        assert (await get(client, "/plans/DC1/targets", own))[0] == 404
        status, answer = await get(client, "/facts", plans)
        assert (status, answer["detail"]) == (403, "the token lacks the scope facts")
        for wrong in ("", "tdo_0", plans[:-1] + ("A" if plans[-1] != "A" else "B"), plans.upper(), "đ"):
            assert (await get(client, "/plans", wrong))[0] == 401
        assert (await get(client, "/plans", short))[0] == 200
        world.now += timedelta(days=2)
        assert (await get(client, "/plans", short))[0] == 401, "it is over"
        read = read_token(plans)
        assert read is not None

        def end(session: Session) -> tuple[object, object]:
            own_id = session.scalars(
                select(ApiToken.tenant_id).where(ApiToken.public_id == read.public_id)
            ).one()
            other = api_tokens.revoke(session, own_id + 1, read.public_id, world.now)
            return other, api_tokens.revoke(session, own_id, read.public_id, world.now)

        others, revoked = await world.db.write(end)
        assert others is None, "nobody ends another tenant's token"
        assert revoked is not None
        assert (await get(client, "/plans", plans))[0] == 401
    kept = await world.db.read(lambda session: [row.secret_hash for row in session.scalars(select(ApiToken))])
    assert not any(secret and secret in str(kept) for secret in (own, read.secret))
    used = await world.db.read(
        lambda session: session.scalar(
            select(ApiToken.last_used_at).where(ApiToken.public_id == read.public_id)
        )
    )
    assert used is None or used <= world.now


async def test_nonsense_is_refused_and_does_nothing(world: World) -> None:
    token = world.tokens["dong_cuu"]
    async with world.client() as client:
        for text in INJECTIONS:
            for name in ("kind", "unit", "limit", "cursor", "changed_since", "first", "nothing"):
                status, answer = await get(client, "/facts", token, **{name: text})
                assert status == 400, (name, text, answer)
                assert answer["status"] == 400
                world.moment += 1
        for limit in ("0", "501", "99999999999999999999"):
            assert (await get(client, "/facts", token, limit=limit))[0] == 400
        for since in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-01T00:00:00"):
            assert (await get(client, "/facts", token, changed_since=since))[0] == 400
        for path in ("/plans/%00/targets", "/plans/DC1%27--/targets", "/x", "/facts/1", "/../../health"):
            assert (await get(client, path, token))[0] in (404, 200)
            world.moment += 1
        async with client.get(
            "/api/v1/facts?kind=a&kind=b", headers={"Authorization": f"Bearer {token}"}
        ) as twice:
            assert twice.status == 400
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            async with client.request(method, "/api/v1/facts", data=b"x" * 100) as response:
                assert (response.status, response.headers["Allow"]) == (405, "GET, HEAD")


async def test_too_many_questions_wait(world: World) -> None:
    async with world.client(burst=4) as client:
        statuses = [(await get(client, "/fields", world.tokens["dong_cuu"], kind="x"))[0] for _ in range(6)]
        assert statuses == [200] * 4 + [429] * 2
        async with client.get("/api/v1/plans") as response:
            assert (response.status, response.headers["WWW-Authenticate"]) == (401, "Bearer")
        guesses = [(await get(client, "/plans", f"tdo_{n:012x}_{'a' * 43}"))[0] for n in range(5)]
        assert guesses[-1] == 429, "who guesses is slowed down"
        world.moment += 3600
        assert (await get(client, "/fields", world.tokens["dong_cuu"], kind="x"))[0] == 200
