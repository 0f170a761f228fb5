"""`tiendo check`: every error of content and texts at once, each with file, line and what to do."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from bot.articles import knowledge_problems
from bot.clock import utc_now
from bot.config import read_settings
from bot.content import CONTENT, check_texts, read_catalogue
from bot.content_words import load_vocabulary
from bot.gs1_content import load_gs1
from bot.knowledge import read_commands
from bot.plan_template import check_template
from bot.samples import check_samples
from bot.understanding import hearing_problems
from core.catalogue.problems import Problem
from core.errors import ContentError
from core.garbage import no_search


def check(
    content: Annotated[
        Path | None, typer.Option(help="The content folder to check; the one the bot uses if left out.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
) -> None:
    """Check content/ and locales/; exit status 1 when something is wrong."""
    problems, complaints = everything_wrong(content or read_settings().content_dir or CONTENT)
    for problem in problems:
        typer.echo(str(problem))
    for complaint in complaints:
        typer.echo(complaint)
    errors = sum(problem.severity == "error" for problem in problems) + len(complaints)
    warnings = len(problems) + len(complaints) - errors
    typer.echo(f"{errors} errors, {warnings} warnings")
    if errors or (strict and warnings):
        raise typer.Exit(1)


@no_search()
def everything_wrong(content: Path) -> tuple[list[Problem], list[str]]:
    """Every problem of the content folder and of the texts, and every complaint about its words."""
    problems, complaints = catalogue_wrong(content)({})
    beside, words = beside_wrong(content)
    return sorted({*problems, *beside}), words + complaints


def beside_wrong(content: Path) -> tuple[list[Problem], list[str]]:
    """The part of everything that no file of the catalogue has a say in: texts, articles, words."""
    complaints: list[str] = []
    for read in (load_vocabulary, read_commands, check_template, load_gs1):
        try:
            read(content)
        except ContentError as error:
            complaints.append(str(error))
    return [*knowledge_problems(content, utc_now().date()), *check_texts()], complaints


def catalogue_wrong(content: Path) -> Callable[[Mapping[str, str]], tuple[list[Problem], list[str]]]:
    """The other part: the catalogue, how people speak of it, the sample messages.

    It is asked with texts by their path below the folder, which stand for the files there.
    """
    hearing = hearing_problems(content)

    def wrong(instead: Mapping[str, str]) -> tuple[list[Problem], list[str]]:
        catalogue, problems = read_catalogue(content, instead)
        problems = sorted({*problems, *hearing(catalogue)})
        try:
            return problems, list(check_samples(content, catalogue)) if catalogue else []
        except ContentError as error:
            return problems, [str(error)]

    return wrong
