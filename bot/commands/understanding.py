"""`tiendo score messages` and `tiendo read`: how well free messages are understood, and how one was."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.clock import utc_now
from bot.config import read_settings
from bot.content import CONTENT, load_catalogue
from bot.understanding import lexicon_of, load_hearing
from core.catalogue import Catalogue
from core.catalogue.tenants import TenantSpec
from core.errors import SettingsError
from core.understanding.exchange import Labelled, as_expected, labelled
from core.understanding.intents import SPEAKERS
from core.understanding.lexicon import Common, Lexicon
from core.understanding.read import read as understand
from core.understanding.scoring import Marks, free_fields, marked, summed
from core.understanding.situation import Sender, Situation


class Scorer:
    """Reads labelled messages and marks the readings; the lexicon of a tenant is made once."""

    def __init__(self, catalogue: Catalogue, common: Common) -> None:
        self.catalogue = catalogue
        self.common = common
        self.free = free_fields(common.hearings)
        self._lexicons: dict[str, Lexicon] = {}

    def lexicon(self, tenant: str) -> Lexicon:
        if tenant not in self._lexicons:
            self._lexicons[tenant] = lexicon_of(self.common, self.catalogue, tenant)
        return self._lexicons[tenant]

    def message(self, line: str) -> Labelled:
        """One line of a file. Raises ValueError saying what is wrong with it."""
        return labelled(line, self.catalogue.tenants)

    def marks(self, message: Labelled) -> Marks:
        reading = understand(message.text, message.situation, self.lexicon(message.tenant))
        return marked(as_expected(reading), message.expected, self.free)


def score(
    file: Annotated[Path, typer.Argument(help="Labelled messages, one JSON object a line.")],
    errors: Annotated[
        bool, typer.Option("--errors", help="Show what is not right, message by message.")
    ] = False,
) -> None:
    """Say how many labelled messages are understood as they should be; exit status 1 if a line is broken."""
    scorer = _scorer()
    marks: list[Marks] = []
    broken = 0
    for number, line in labelled_lines(file):
        try:
            message = scorer.message(line)
        except ValueError as error:
            broken += 1
            typer.echo(f"{file}:{number}: {error}", err=True)
            continue
        marks.append(scorer.marks(message))
        if errors and not marks[-1].whole:
            typer.echo(f"{message.id} {message.text}")
            for each in marks[-1].wrong:
                typer.echo(f"    {each}")
    typer.echo(f"messages: {len(marks)}")
    for name, value in summed(marks).lines():
        typer.echo(f"{name}: {value}")
    if broken:
        raise typer.Exit(1)


def read(
    text: Annotated[str, typer.Argument(help="The message.")],
    role: Annotated[str, typer.Option("--as", help=f"Who says it: {', '.join(SPEAKERS)}.")] = "officer",
    now: Annotated[str, typer.Option(help="The moment it is said, such as 2026-05-14T09:30+07:00.")] = "",
    tenant: Annotated[str, typer.Option(help="Code of the tenant; else the first of a commune.")] = "",
    unit: Annotated[str, typer.Option(help="Name of the sender's unit.")] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Only what came of it, as `expect` of labelled messages.")
    ] = False,
) -> None:
    """Show how a message is understood, step by step."""
    if role not in SPEAKERS:
        raise SettingsError(f"--as: {role!r} is not known; use one of {', '.join(SPEAKERS)}")
    scorer = _scorer()
    spec = _tenant(scorer.catalogue, tenant)
    sender = Sender(role, unit=unit, level=str(spec.level), plans=spec.plans)
    reading = understand(text, Situation(_day(now, spec), sender), scorer.lexicon(spec.code))
    if as_json:
        typer.echo(json.dumps(as_expected(reading), ensure_ascii=False, default=str))
        return
    for step in reading.steps:
        head, *rest = step.lines
        typer.echo(f"{step.name + ':':11}{head}")
        for line in rest:
            typer.echo(f"{'':11}{line}")


def _scorer() -> Scorer:
    content = read_settings().content_dir or CONTENT
    catalogue = load_catalogue(content)
    return Scorer(catalogue, load_hearing(content, catalogue))


def labelled_lines(file: Path) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers. Bytes that are no UTF-8 spoil their line only."""
    with file.open(encoding="utf-8-sig", errors="replace") as lines:
        yield from ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _tenant(catalogue: Catalogue, code: str) -> TenantSpec:
    if code and code not in catalogue.tenants:
        known = ", ".join(sorted(catalogue.tenants))
        raise SettingsError(f"--tenant: there is no {code!r}; known are {known}")
    if code:
        return catalogue.tenants[code]
    communes = (one for one in catalogue.tenants.values() if one.level == "xa")
    return next(communes, next(iter(catalogue.tenants.values())))


def _day(now: str, tenant: TenantSpec) -> date:
    """The day it is for whoever says it."""
    if not now:
        return utc_now().astimezone(ZoneInfo(tenant.timezone)).date()
    try:
        return datetime.fromisoformat(now).date()
    except ValueError:
        raise SettingsError(f"--now: {now!r} is no moment; write 2026-05-14T09:30+07:00") from None
