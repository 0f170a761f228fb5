"""`tiendo summary`: what managers read of a week, or of a day, month or quarter, with its picture."""

from datetime import datetime, time
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from bot.clock import utc_now
from bot.commands.operating import chosen_tenant, day_near, in_database
from bot.config import read_settings
from bot.knowledge import read_knowledge
from core.errors import SettingsError
from core.markup import plain
from core.periods import local_date, moment_of
from core.rounds import Every, Round
from core.texts import lines
from reports.progress import coded_line
from reports.summary.message import summary_message
from reports.summary.reading import Summary, read_summary

#: a day is looked at as it is in the evening
_EVENING = time(20)


def summary(
    tenant: Annotated[str, typer.Option(help="Code of the tenant; needed where there are several.")] = "",
    every: Annotated[Every, typer.Option(help="Of a day, week, month or quarter.")] = Every.WEEK,
    as_of: Annotated[str, typer.Option(help="The day to look from, such as 2026-05-15; else now.")] = "",
    picture: Annotated[Path | None, typer.Option(help="Write the picture too: a new .png file.")] = None,
    page: Annotated[int, typer.Option(min=1, help="Which picture, where there are several.")] = 1,
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Print the summary as it stands; what the picture shows is printed below it."""
    if picture is not None and picture.suffix.casefold() != ".png":
        raise SettingsError("--picture: end the name with .png")
    knowledge = read_knowledge(read_settings().content_dir)
    chosen = chosen_tenant(knowledge.catalogue, tenant)
    zone = knowledge.catalogue.tenants[chosen].timezone
    now = _moment(as_of, zone)
    when = Round.of(every, local_date(now, zone), zone)

    def read(session: Session) -> Summary:
        return read_summary(session, knowledge.catalogue, chosen, now, when)

    found = in_database(read, reads=True)
    texts = knowledge.texts
    typer.echo(plain(texts.render(summary_message(found, texts, locale).text, locale)))
    if picture is None:
        return
    # drawing is loaded only where something is drawn
    from reports.plan_report.words import Words
    from reports.summary.chart import PAGE, chart, drawn

    words = Words(texts, locale)
    shown = drawn(found.targets)[(page - 1) * PAGE : page * PAGE]
    if not shown:
        raise SettingsError(f"--picture: there is no target to draw on page {page}")
    data = chart(found.targets, found.tenant.name, found.moment, page - 1, words)
    try:
        with picture.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise SettingsError(f"{picture}: it is there already; give another name") from None
    typer.echo(words(lines(*(coded_line(item) for item in shown))))
    typer.echo(f"Written: {picture}")


def _moment(text: str, zone: str) -> datetime:
    if not text:
        return utc_now()
    day = day_near(text, "2026-05-15")
    if day > local_date(utc_now(), zone):
        raise SettingsError(f"--as-of: {day} is still to come")
    return min(moment_of(day, _EVENING, zone), utc_now())
