"""`tiendo audit check`: go through the trail of changes and say where it does not hold."""

from collections.abc import Sequence
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.commands.operating import in_database
from core.errors import SettingsError
from storage.models import Tenant
from storage.repositories import audit
from storage.repositories.audit import Checked

_SHOWN = 20


def check(
    tenant: Annotated[str, typer.Option(help="Code of one tenant; else all, and the installation.")] = "",
    known: Annotated[
        str,
        typer.Option(help="With --tenant: a line noted down before, NUMBER:SEAL; it has to be there still."),
    ] = "",
) -> None:
    """Check the chain of changes of each tenant; exit status 1 where a line was altered or is missing."""
    number, seal = _noted(known, tenant)

    def read(session: Session) -> tuple[dict[int, str], Sequence[Checked], str | None]:
        names = {row.id: row.code for row in session.execute(select(Tenant.id, Tenant.code))}
        wanted = [chain for chain in audit.chains(session) if not tenant or names.get(chain) == tenant]
        if tenant and tenant not in names.values():
            raise SettingsError(f"--tenant: there is no {tenant!r}; known are {', '.join(names.values())}")
        there = audit.seal_at(session, wanted[0], number) if number and wanted else None
        return names, [audit.checked(session, chain) for chain in wanted], there

    names, found, there = in_database(read, reads=True)
    for each in found:
        typer.echo(told(each, names.get(each.chain, "installation")))
    lost = bool(number) and (there is None or not there.startswith(seal))
    if lost:
        typer.echo(f"{tenant}: line {number} is not the one that was noted down", err=True)
    if lost or any(each.breaks for each in found):
        raise typer.Exit(1)


def told(checked: Checked, name: str) -> str:
    """One chain in words: how long it is, its last seal, each break."""
    head = f"{name}: {checked.lines:,} lines, the last one {checked.lines}:{checked.seal}"
    if not checked.breaks:
        return f"{head}; whole"
    shown = [f"  line {each.seq}: {_FAULTS[each.fault]}" for each in checked.breaks[:_SHOWN]]
    rest = len(checked.breaks) - len(shown)
    return "\n".join([f"{head}; BROKEN", *shown, *([f"  and {rest:,} more"] if rest else [])])


_FAULTS = {
    "missing": "lines before it are missing",
    "altered": "it, or its place, was altered",
    "words": "what it tells was altered",
}


def _noted(known: str, tenant: str) -> tuple[int, str]:
    number, _, seal = known.partition(":")
    if not known:
        return 0, ""
    if not tenant or not number.isdecimal() or len(seal) < 8:
        raise SettingsError(
            "--known: write NUMBER:SEAL as `tiendo audit check` prints it, and name its --tenant"
        )
    return int(number), seal
