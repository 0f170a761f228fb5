"""The addresses of the API: what each is asked, what it answers, which scope it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from core.api import Scope
from reports.api import models
from reports.api.reading import Reader

ROOT = "/api/v1"
#: where the OpenAPI document is
DOCUMENT = f"{ROOT}/openapi.json"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address. `answer` is given a reader, what stands in the path, and what was asked."""

    path: str
    summary: str
    asked: type[models.Asked]
    answered: type[BaseModel]
    answer: Callable[[Reader, Mapping[str, str], Any], BaseModel]
    #: none: any token will do
    scope: Scope | None = None

    @property
    def name(self) -> str:
        """A name for programs made from the document: plans, targets."""
        return self.path.rsplit("/", 1)[-1]


ENDPOINTS = (
    Endpoint(
        "/plans",
        "The plans the tenant carries out",
        models.Nothing,
        models.Plans,
        lambda reader, path, asked: reader.plans(asked),
        Scope.PLANS,
    ),
    Endpoint(
        "/plans/{plan}/targets",
        "The targets of a plan and how they stood on a day",
        models.TargetsAsked,
        models.Targets,
        lambda reader, path, asked: reader.targets(path["plan"], asked),
        Scope.PLANS,
    ),
    Endpoint(
        "/facts",
        "Reports, piece by piece: the tenant's own, and those confirmed in tenants below it",
        models.FactsAsked,
        models.Facts,
        lambda reader, path, asked: reader.facts(asked),
        Scope.FACTS,
    ),
    Endpoint(
        "/instruments",
        "The register of measuring instruments, piece by piece",
        models.Paged,
        models.Instruments,
        lambda reader, path, asked: reader.instruments(asked),
        Scope.INSTRUMENTS,
    ),
    Endpoint(
        "/units",
        "The units of the tenant and of those below it",
        models.Nothing,
        models.Units,
        lambda reader, path, asked: reader.units(asked),
    ),
    Endpoint(
        "/fields",
        "The dictionary of fields: what each answer of each kind of report holds",
        models.FieldsAsked,
        models.Fields,
        lambda reader, path, asked: reader.fields(asked),
    ),
)
