"""`tiendo plan import` and `tiendo plan template`: a new plan, or a new version of one, without any code."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.checking import beside_wrong, catalogue_wrong
from bot.config import read_settings
from bot.content import CONTENT, load_catalogue, read_text
from bot.plan_files import PlanFile, read_plan, read_plan_file, write_atomically
from bot.plan_preview import preview as preview_lines
from bot.plan_template import read_words, template_workbook
from core.catalogue.plan_text import plan_text
from core.catalogue.plans import Plan
from core.catalogue.problems import Problem
from core.errors import SettingsError


def import_plan(
    file: Annotated[Path, typer.Argument(help="A plan as YAML, or an Excel workbook of `plan template`.")],
    yes: Annotated[bool, typer.Option("--yes", help="Write it without asking.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Only show what would change.")] = False,
) -> None:
    """Check a plan together with all content, show what it changes, and put it among the content."""
    content = read_settings().content_dir or CONTENT
    source = read_plan_file(file)
    plan, errors, warnings = _checked(source, content)
    for line in (*errors, *warnings):
        typer.echo(line)
    if plan is None:
        typer.echo(f"{len(errors)} errors, {len(warnings)} warnings; nothing was written")
        raise typer.Exit(1)
    path = content / source.target
    text, old_text = plan_text(plan), _text_of(path)
    old = read_plan(old_text or "")
    for line in preview_lines(old, plan):
        typer.echo(line)
    if old_text is not None and old is None:
        typer.echo(f"{path} cannot be read now, so what it holds is not compared and will be lost.")
    elif old != plan and re.search(r"(^|\s)#", old_text or "", re.MULTILINE):
        typer.echo(f"Comments in {path} will be lost.")
    if preview or old == plan:
        typer.echo("Nothing was written.")
        return
    if not yes:
        typer.confirm(f"Write {path}?", abort=True)
    write_atomically(path, text)
    typer.echo(f"Written: {path}. A running bot takes it up when it is started again.")


def template(
    file: Annotated[Path, typer.Argument(help="The workbook to write; its name ends with .xlsx.")],
    from_: Annotated[str, typer.Option("--from", help="Code of a plan to fill in.")] = "",
) -> None:
    """Write an Excel workbook for a plan: filled in from one there is, or with an example in each sheet."""
    catalogue = load_catalogue(read_settings().content_dir or CONTENT)
    words = read_words()
    if file.suffix.casefold() != ".xlsx":
        raise SettingsError(f"{file}: end the name with .xlsx, or Excel will not open it")
    if from_ and from_ not in catalogue.plans:
        raise SettingsError(f"--from: there is no plan {from_!r}; known are {', '.join(catalogue.plans)}")
    plan = catalogue.plans[from_] if from_ else words.example
    data = template_workbook(plan, words, catalogue)
    try:
        with file.open("xb") as target:
            target.write(data)
    except FileExistsError:
        raise SettingsError(f"{file}: it is there already; give another name") from None
    typer.echo(f"Written: {file}. Fill it in, then `tiendo plan import {file} --preview` says what is wrong.")


def _checked(source: PlanFile, content: Path) -> tuple[Plan | None, list[str], list[str]]:
    """The plan if nothing is wrong; all errors; and the warnings about it, or that come with it."""
    found: dict[str, list[str]] = {"error": list(source.problems), "warning": []}
    if source.text is None:
        return None, found["error"], found["warning"]
    wrong = catalogue_wrong(content)
    (problems, complaints), (before, _) = wrong({source.target: source.text}), wrong({})
    beside, words = beside_wrong(content)
    problems += [problem for problem in beside if problem.severity == "error"]
    for problem in sorted(set(problems), key=source.order):
        shown = source.shown(problem)
        if shown is not None and _concerns(problem, source, before):
            found[problem.severity].append(shown)
    found["error"] += words + complaints
    return None if found["error"] else read_plan(source.text), found["error"], found["warning"]


def _concerns(problem: Problem, source: PlanFile, before: Sequence[Problem]) -> bool:
    """Errors do, wherever they are; warnings about other files only if they were not there before."""
    return problem.severity == "error" or problem.file == f"content/{source.target}" or problem not in before


def _text_of(path: Path) -> str | None:
    return read_text(path, str(path), []) if path.exists() else None
