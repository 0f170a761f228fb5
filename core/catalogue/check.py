"""Texts of content files -> the catalogue, or every problem of every file at once. No disk is read here."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel

from core.catalogue import Catalogue
from core.catalogue.build import build
from core.catalogue.calendar import CalendarYear
from core.catalogue.check_budgets import check_budgets
from core.catalogue.check_calendar import check_calendar
from core.catalogue.check_duties import check_duties
from core.catalogue.check_fact_types import check_fact_types
from core.catalogue.check_parameters import check_parameters
from core.catalogue.check_places import check_file_names, check_rosters, check_vocabulary
from core.catalogue.check_plans import check_plans
from core.catalogue.check_tasks import check_tasks
from core.catalogue.check_tenants import check_tenants
from core.catalogue.documents import read_document
from core.catalogue.fact_types import FactType
from core.catalogue.parse import Parsed, parse
from core.catalogue.plans import Plan, Roster, Schedule, TenantSpec
from core.catalogue.problems import Problem
from core.catalogue.salvage import salvage
from core.catalogue.sources import Sources
from core.catalogue.vocabulary import Groups, OptionLists
from core.instruments.retail import RetailScales

M = TypeVar("M", bound=BaseModel)

#: folders with one thing a file
FOLDERS = ("plans", "fact_types", "rosters", "tenants")
#: a file each, as many as there are: none is needed
OPTIONAL_FOLDERS = ("calendar",)
#: files of their own
FILES = ("vocabulary/options.yaml", "vocabulary/groups.yaml", "calendar/schedule.yaml")
#: files a content may do without
OPTIONAL = ("instruments/retail_scales.yaml",)


def check_content(texts: Mapping[str, str | None]) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue of the files (path below content/ -> text), None if there is an error; and all problems.

    A text is None if the file is there and could not be read, which the caller reports. Files that no folder
    of the content knows are left alone. Never raises, whatever the texts hold.
    """
    sources = Sources(broken={path.split("/", maxsplit=1)[0] for path, text in texts.items() if text is None})
    readable = {path: text for path, text in sorted(texts.items()) if text is not None}
    problems = [problem for path, text in readable.items() for problem in _read(sources, path, text)]
    problems += _absent(texts)
    legible = {one.parsed.document.file for one in sources.salvaged}
    wrong = {problem.file for problem in problems if problem.severity == "error"}
    sources.broken |= {file.split("/")[-2] for file in wrong - legible}
    for check in _CHECKS:
        problems += (each for each in check(sources) if not any(p.explains(each) for p in sources.salvaged))
    problems = sorted(set(problems))
    if sources.broken or any(problem.severity == "error" for problem in problems):
        return None, problems
    return build(sources), problems


_CHECKS = (
    check_file_names,
    check_fact_types,
    check_vocabulary,
    check_rosters,
    check_tenants,
    check_plans,
    check_parameters,
    check_tasks,
    check_budgets,
    check_duties,
    check_calendar,
)


def _read(sources: Sources, path: str, text: str) -> list[Problem]:
    reads = {
        "plans": lambda: _plan(sources, path, text),
        "fact_types": lambda: _into(sources.fact_types, FactType, path, text),
        "rosters": lambda: _into(sources.rosters, Roster, path, text),
        "tenants": lambda: _into(sources.tenants, TenantSpec, path, text),
        "calendar": lambda: _into(sources.calendar, CalendarYear, path, text),
        "vocabulary/options.yaml": lambda: _into(sources.options, OptionLists, path, text),
        "vocabulary/groups.yaml": lambda: _into(sources.groups, Groups, path, text),
        "calendar/schedule.yaml": lambda: _into(sources.schedule, Schedule, path, text),
        "instruments/retail_scales.yaml": lambda: _into(sources.retail_scales, RetailScales, path, text),
    }
    read = reads.get(path) or reads.get(path.split("/", maxsplit=1)[0])
    return read() if read else []


def _into(target: list[Parsed[M]], model: type[M], path: str, text: str) -> list[Problem]:
    document, problems = read_document(f"content/{path}", text)
    if document is None:
        return problems
    parsed, found = parse(model, document)
    if parsed is not None:
        target.append(parsed)
    return problems + found


def _plan(sources: Sources, path: str, text: str) -> list[Problem]:
    """A plan, without its mistakes where it has some: whoever writes one learns of all of them at once."""
    document, problems = read_document(f"content/{path}", text)
    if document is None:
        return problems
    parsed, found = parse(Plan, document)
    if parsed is not None:
        sources.plans.append(parsed)
    elif (rest := salvage(Plan, document)) is not None:
        sources.plans.append(rest.parsed)
        # a key given twice is a mistake of the document itself
        sources.salvaged += [] if problems else [rest]
    return problems + found


def _absent(texts: Mapping[str, str | None]) -> list[Problem]:
    """Files the program cannot do without."""
    absent = [path for path in FILES if path not in texts]
    absent += [f"{folder}/" for folder in FOLDERS if not any(p.startswith(f"{folder}/") for p in texts)]
    return [
        Problem(f"content/{path}", 1, "there is none", "add it as the shipped content has it")
        for path in absent
    ]
