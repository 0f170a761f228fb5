"""What the OpenAPI document promises holds: asked by schemathesis, rightly and wrongly."""

import asyncio
from typing import Any

from hypothesis import HealthCheck, given, settings
from schemathesis import Case, openapi
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from bot.api.document import document
from bot.api.endpoints import ENDPOINTS, ROOT
from bot.config import PREFIX
from tests.bot.api.world import World

# A day to come and a cursor of another question are refused though no schema can tell them.
#: questions of each address, right ones and wrong ones
_RIGHT, _WRONG = 6, 6


def test_every_address_is_in_the_document() -> None:
    told = document()
    assert set(told["paths"]) == {f"{ROOT}{each.path}" for each in ENDPOINTS}
    assert PREFIX not in str(told)


async def test_answers_are_as_the_document_says(world: World) -> None:
    def hold_to_it(url: str, mode: GenerationMode, count: int) -> int:
        asked = 0
        schema = openapi.from_dict(dict(document()))
        headers = {"Authorization": f"Bearer {world.tokens['dong_cuu']}", "Connection": "close"}
        for found in schema.get_all_operations():
            assert isinstance(found, Ok)
            operation = found.ok()

            @given(case=operation.as_strategy(generation_mode=mode))
            @settings(
                max_examples=count,
                derandomize=True,
                database=None,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            )
            def ask(case: Case[Any]) -> None:
                nonlocal asked
                asked += 1
                world.moment += 1000
                response = case.call(base_url=url, headers=headers)
                assert response.status_code < 500
                case.validate_response(response, excluded_checks=[positive_data_acceptance])

            ask()
        return asked

    async with world.client() as client:
        url = str(client.make_url("/")).rstrip("/")
        right = await asyncio.to_thread(hold_to_it, url, GenerationMode.POSITIVE, _RIGHT)
        wrong = await asyncio.to_thread(hold_to_it, url, GenerationMode.NEGATIVE, _WRONG)
    assert right > len(ENDPOINTS)
    assert wrong > 0
