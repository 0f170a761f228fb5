"""`tiendo ask` and `tiendo score questions`: what answers a question and why, and how often rightly."""

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.articles import load_articles
from bot.commands.understanding import labelled_lines
from bot.config import read_settings
from bot.content import CONTENT
from bot.understanding import load_speech
from core.catalogue.fact_types import Role
from core.errors import SettingsError
from core.knowledge.explain import as_data, told
from core.knowledge.finding import Finder
from core.knowledge.scoring import Mark, labelled_question, mark, summed
from core.understanding.lexicon import short_forms


def ask(
    text: Annotated[str, typer.Argument(help="The question.")],
    role: Annotated[str, typer.Option("--as", help=f"Who asks: {', '.join(Role)}.")] = "household",
    as_json: Annotated[bool, typer.Option("--json", help="The same as one JSON object.")] = False,
) -> None:
    """Show which approved answers a question finds, and why."""
    if role not in set(Role):
        raise SettingsError(f"--as: {role!r} is not known; use one of {', '.join(Role)}")
    found = _finder().find(text, Role(role))
    if as_json:
        typer.echo(json.dumps(as_data(found), ensure_ascii=False))
        return
    for line in told(found):
        typer.echo(line)


def score(
    file: Annotated[
        Path,
        typer.Argument(
            help="Labelled questions, a line each: text, scope (in, out), subject, article (one or a list)."
        ),
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="Show what is not right, question by question.")
    ] = False,
) -> None:
    """Say how many labelled questions are answered rightly; exit status 1 if a line is broken."""
    finder = _finder()
    marks: list[Mark] = []
    broken = 0
    for number, line in labelled_lines(file):
        try:
            question = labelled_question(line, finder.base)
        except ValueError as error:
            broken += 1
            typer.echo(f"{file}:{number}: {error}", err=True)
            continue
        found = finder.find(question.text)
        marks.append(mark(question, found, finder.base.subjects))
        if errors and not marks[-1].right:
            wanted = " or ".join(question.articles) or question.subject or "nothing of ours"
            typer.echo(f"{number}: {question.text}\n    wanted {wanted}")
            for told_line in told(found):
                typer.echo(f"    {told_line}")
    typer.echo(f"questions: {len(marks)}")
    for name, value in summed(marks).items():
        typer.echo(f"{name}: {value}")
    if broken:
        raise typer.Exit(1)


def _finder() -> Finder:
    content = read_settings().content_dir or CONTENT
    return Finder(load_articles(content), short_forms(load_speech(content)))
