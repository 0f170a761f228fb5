"""The people and reports of content/demo: read, checked, and made for tenants that have none."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from bot.content import read_text
from core.catalogue import Catalogue
from core.catalogue.documents import FAST, read_document
from core.catalogue.fact_types import Role
from core.catalogue.parse import parse
from core.catalogue.plans import TenantSpec
from core.catalogue.problems import Problem, choose, quoted
from core.dialogue.state import Answer
from core.errors import ContentError
from core.texts import Label

#: one file for each tenant that has people and reports of its own
FOLDER = "demo"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SamplePerson(_Frozen):
    key: str
    name: str
    role: Role
    unit: str | None = None
    organisation: str | None = None
    #: where that business sells
    place: str | None = None
    hint: Label


class Newcomer(_Frozen):
    name: Label
    role: Role
    unit: str


class SampleReport(_Frozen):
    by: str
    type: str
    days_ago: int
    answers: dict[str, Answer]


class Sample(_Frozen):
    """A file of content/demo."""

    tenant: str
    people: tuple[SamplePerson, ...]
    newcomer: Newcomer
    reports: tuple[SampleReport, ...]


def read_samples(content: Path) -> Mapping[str, Sample]:
    """The files of content/demo by their names. Raises ContentError naming each line that is wrong."""
    samples: dict[str, Sample] = {}
    problems: list[Problem] = []
    for path in sorted((content / FOLDER).glob("*.yaml")):
        name = f"content/{FOLDER}/{path.name}"
        text = read_text(path, name, problems)
        document, found = read_document(name, text) if text is not None else (None, [])
        # what is there stays text for whoever names lines; answers are numbers and lists as YAML has them
        wrong = found + (parse(Sample, document)[1] if document else [])
        problems += wrong
        if text is not None and not wrong:
            samples[name] = Sample.model_validate(yaml.load(text, Loader=FAST))
    if problems:
        raise ContentError("\n".join(map(str, problems)))
    return samples


def check_samples(content: Path, catalogue: Catalogue) -> list[str]:
    """What the samples name that the content does not have. Raises what `read_samples` raises."""
    return [
        f"{name}: error: there is no {noun} {quoted(code)}; {choose(code, known)}"
        for name, sample in read_samples(content).items()
        for noun, code, known in dict.fromkeys(_named(sample, catalogue))
        if code not in known
    ]


def _named(sample: Sample, catalogue: Catalogue) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What a sample names: what sort of thing, its code, and those there are."""
    yield "tenant", sample.tenant, tuple(catalogue.tenants)
    tenant = catalogue.tenants.get(sample.tenant)
    units = [person.unit for person in sample.people if person.unit] + [sample.newcomer.unit]
    for unit in units if tenant else ():
        yield "unit", unit, tuple(one.code for one in tenant.units) if tenant else ()
    for place in [person.place for person in sample.people if person.place] if tenant else ():
        yield "place", place, tuple(one.code for one in tenant.places) if tenant else ()
    for report in sample.reports:
        yield "person", report.by, tuple(person.key for person in sample.people)
        yield "kind of report", report.type, tuple(catalogue.fact_types)
        kind = catalogue.fact_types.get(report.type)
        for code in report.answers if kind else ():
            yield f"field of {report.type}", code, tuple(each.code for each in kind.fields) if kind else ()


def elsewhere(sample: Sample, tenant: TenantSpec) -> Sample:
    """The people of a sample in another tenant: in its first unit that reports, with no reports so far."""
    unit = next((one.code for one in tenant.units if one.reports_weekly), tenant.units[0].code)
    people = tuple(
        one.model_copy(
            update={
                "unit": unit if one.unit else None,
                "organisation": one.organisation and one.name,
                "place": None,
            }
        )
        for one in sample.people
    )
    newcomer = sample.newcomer.model_copy(update={"unit": unit})
    return Sample(tenant=tenant.code, people=people, newcomer=newcomer, reports=())
