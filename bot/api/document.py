"""The OpenAPI document, made of the models that questions are validated and answers are written with."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from bot.api.endpoints import DOCUMENT, ENDPOINTS, ROOT, Endpoint
from core.api import Scope
from reports.api.models import Problem

_PLAN = {"type": "string", "pattern": "^[A-Z0-9]{1,8}$"}
_REFUSED: Mapping[str, str] = {
    "400": "something in the question is wrong; `errors` says what",
    "401": "no token, or one that does not hold",
    "403": "the token may not read this",
    "429": "too many questions; Retry-After says how many seconds to wait",
}
_NOT_THERE = {"404": "there is no such plan"}


@cache
def document() -> Mapping[str, Any]:
    """OpenAPI 3.1; answered at DOCUMENT."""
    answered: list[tuple[Any, Any]] = [(each.answered, "serialization") for each in ENDPOINTS]
    schemas, definitions = models_json_schema(
        [*answered, (Problem, "serialization")], ref_template="#/components/schemas/{model}"
    )
    problem = schemas[Problem, "serialization"]
    paths: dict[str, Any] = {
        f"{ROOT}{each.path}": {"get": _operation(each, schemas[each.answered, "serialization"], problem)}
        for each in ENDPOINTS
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "tiendo",
            "version": "1",
            "description": "Plans, targets, reports and registers, to be read by other systems.",
        },
        "paths": paths,
        "components": {
            "schemas": definitions["$defs"],
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
        "externalDocs": {"url": DOCUMENT},
    }


def _operation(each: Endpoint, answered: Mapping[str, Any], problem: Mapping[str, Any]) -> Mapping[str, Any]:
    refused = {**_REFUSED, **(_NOT_THERE if "{" in each.path else {})}
    wrong = {
        status: {"description": why, "content": {"application/problem+json": {"schema": problem}}}
        for status, why in refused.items()
    }
    personal = f" With scope `{Scope.PERSONAL}` also what people wrote themselves."
    needs = f"Needs scope `{each.scope}`.{personal}" if each.scope else "Any token may read it."
    return {
        "operationId": each.name,
        "summary": each.summary,
        "description": needs,
        "parameters": list(_parameters(each)),
        "responses": {
            "200": {"description": "The answer.", "content": {"application/json": {"schema": answered}}},
            **wrong,
        },
    }


def _parameters(each: Endpoint) -> Iterator[Mapping[str, Any]]:
    for name in re.findall(r"{(\w+)}", each.path):
        yield {"name": name, "in": "path", "required": True, "schema": _PLAN}
    schema = each.asked.model_json_schema()
    for name, found in schema.get("properties", {}).items():
        yield {"name": name, "in": "query", "required": False, "schema": _without_none(found)}


def _without_none(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A parameter that is left out is no null that could be sent."""
    kept = {key: value for key, value in schema.items() if not (key == "default" and value is None)}
    choices = [each for each in kept.pop("anyOf", []) if each.get("type") != "null"]
    return {**kept, **choices[0]} if choices else kept
