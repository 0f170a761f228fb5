"""`tiendo run` and `tiendo demo`: the bot as a running process."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from bot import log
from bot.app import build, run_until_stopped
from bot.clock import utc_now
from bot.config import Settings, read_settings
from bot.nightly import Nightly
from bot.rights_register import RightsRegister
from bot.warming import Warming
from core.errors import SettingsError


def run(
    worker: Annotated[
        bool, typer.Option("--worker", help="Only handle and send what another process receives.")
    ] = False,
) -> None:
    """Run the bot with the channels whose credentials are in the environment or in .env."""
    settings = read_settings()
    if worker and not settings.database.startswith("postgresql"):
        raise SettingsError(
            "TIENDO_DATABASE_URL: a worker needs a PostgreSQL database, SQLite is for one process"
        )
    log.set_up(settings.log_format)
    asyncio.run(_run(settings, receives=not worker))


def demo(
    port: Annotated[int, typer.Option(help="Port of the web chat; 0 takes a free one.")] = 8080,
    data: Annotated[Path | None, typer.Option(help="Keep the demo's data in this folder.")] = None,
    tenant: Annotated[str, typer.Option(help="Code of the tenant to show; else the sample commune.")] = "",
) -> None:
    """A sample commune with every role in a web chat on this computer; needs no token and no network."""
    log.set_up()
    if data is not None:
        asyncio.run(_demo(port, data, tenant))
        return
    with tempfile.TemporaryDirectory(prefix="tiendo-demo-") as folder:
        asyncio.run(_demo(port, Path(folder), tenant))


async def _run(settings: Settings, *, receives: bool) -> None:
    app = await build(settings, receives=receives)
    if receives and settings.backups_kept:
        zone = next(iter(app.knowledge.catalogue.tenants.values())).timezone
        nightly = Nightly(settings.backups, zone, utc_now)
        app.keeping = (nightly, RightsRegister(app.db, settings.backups))
    app.warming = Warming(app.knowledge.turns.library)
    await run_until_stopped(app)


async def _demo(port: int, data: Path, tenant: str) -> None:
    settings = Settings(data_dir=data, port=port, host="127.0.0.1", database_url="", telegram_token=None)
    app = await build(settings, demo=tenant)
    app.warming = Warming(app.knowledge.turns.library)
    await run_until_stopped(
        app, ready=lambda address: typer.echo(f"Open {address}/ in a browser. Ctrl-C ends it.")
    )
