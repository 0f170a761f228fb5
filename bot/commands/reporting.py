"""`tiendo report`: the report on a plan, as a document, its annexes or its chart."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import utc_now
from bot.commands.operating import day_near, in_database
from bot.config import read_settings
from bot.knowledge import read_knowledge
from core.catalogue import Catalogue
from core.errors import SettingsError
from core.periods import local_date
from core.spans import Span, span_of
from core.texts import Texts
from reports.plan_report.moments import moment_for
from reports.plan_report.reading import PlanReport, read_report

KINDS = (".docx", ".xlsx", ".png")


def report(
    plan: Annotated[str, typer.Argument(help="Code of the plan, such as DC1.")],
    out: Annotated[Path, typer.Option(help="The file: .docx the report, .xlsx its annexes, .png its chart.")],
    year: Annotated[
        str, typer.Option(help="Such as 2026, 2026q3 or 20260701-20261015; else the year it is.")
    ] = "",
    tenant: Annotated[str, typer.Option(help="Code of the tenant, if several carry out the plan.")] = "",
    as_of: Annotated[str, typer.Option(help="The last day counted, such as 2026-10-31.")] = "",
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Write the report on a plan: of a year, a quarter or any days. What the chart shows is also printed."""
    if out.suffix.casefold() not in KINDS:
        raise SettingsError(f"--out: end the name with one of {', '.join(KINDS)}")
    knowledge = read_knowledge(read_settings().content_dir)
    chosen = _tenant(knowledge.catalogue, plan, tenant)
    zone = knowledge.catalogue.tenants[chosen].timezone
    catalogue, now = knowledge.catalogue, utc_now()
    last = day_near(as_of, "2026-10-31") if as_of else None
    span = _span(year, last or local_date(now, zone))
    moment = moment_for(span, last, now, zone)
    found = in_database(
        lambda session: read_report(session, catalogue, chosen, plan, span, moment), reads=True
    )
    data = _written(found, knowledge.texts, out.suffix.casefold(), locale)
    try:
        with out.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise SettingsError(f"{out}: it is there already; give another name") from None
    typer.echo(f"Written: {out}")


def _written(found: PlanReport, texts: Texts, suffix: str, locale: str) -> bytes:
    match suffix:
        case ".docx":
            from reports.plan_report.document import write_document

            return write_document(found, texts, locale)
        case ".xlsx":
            from reports.plan_report.annexes import write_annexes

            return write_annexes(found, texts, locale)
        case _:
            from reports.plan_report.chart import chart, charted, twin
            from reports.plan_report.words import Words

            bars, words = charted(found), Words(texts, locale)
            typer.echo(twin(bars, words))
            return chart(found, bars, words)


def _tenant(catalogue: Catalogue, plan: str, tenant: str) -> str:
    """The tenant named on the command line, or the only one that carries out the plan."""
    if tenant and tenant not in catalogue.tenants:
        known = ", ".join(sorted(catalogue.tenants))
        raise SettingsError(f"--tenant: there is no {tenant!r}; known are {known}")
    having = [code for code, spec in catalogue.tenants.items() if plan in spec.plans]
    if not having:
        raise SettingsError(f"there is no plan {plan!r}; known are {', '.join(sorted(catalogue.plans))}")
    if tenant and tenant not in having:
        plans = ", ".join(catalogue.tenants[tenant].plans)
        raise SettingsError(f"--tenant: {tenant} has no plan {plan!r}; it has {plans}")
    if not tenant and len(having) > 1:
        raise SettingsError(f"--tenant: say which one; {plan} is carried out by {', '.join(having)}")
    return tenant or having[0]


def _span(code: str, today: date) -> Span:
    """The time told on the command line; without any the year it is."""
    if not code:
        return Span.year(today.year)
    span = span_of(code)
    if span is None:
        raise SettingsError(f"--year: {code!r} is no time; write 2026, 2026q3 or 20260701-20261015")
    return span
