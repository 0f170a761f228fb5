"""The same report on this bot, on a stock aiogram bot and on a stock python-telegram-bot bot.

    uv run python -m benchmarks.forms            # under ten minutes
    uv run python -m benchmarks.forms --quick    # under a minute
    uv run python -m benchmarks.forms --start    # this bot alone: seconds to the first answer, and memory

Everything stays on 127.0.0.1 and ends by itself. One process serves the Bot API and plays the crowd, on one
core; the bot runs on another. The bots take turns; the table shows medians, and of faults the worst round.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks import measure
from benchmarks.bots import BOTS, FLOOR, Bot
from benchmarks.measure import Load, Result, stage
from benchmarks.process import BotDied, cores
from benchmarks.script import TENANT, Script, read_script
from benchmarks.start import started
from benchmarks.table import markdown, summary
from bot.clock import utc_now
from bot.content import load_catalogue
from core.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Plan:
    """How often a run is repeated, with what load; `alone`: without the other bots."""

    rounds: int
    load: Load
    alone: bool = False


FULL: Mapping[str, Plan] = {
    "steady": Plan(3, Load(people=100, each=4, seconds=60)),
    "backlog": Plan(3, Load(people=200, each=1, seconds=60)),
    "kill": Plan(1, Load(people=200, each=1, seconds=120)),
}
# The short kill run leaves the peers out: after each kill their people wait twelve seconds and start over.
QUICK: Mapping[str, Plan] = {
    "steady": Plan(1, Load(people=50, each=2, seconds=20)),
    "backlog": Plan(1, Load(people=50, each=1, seconds=20)),
    "kill": Plan(1, Load(people=50, each=1, seconds=40), alone=True),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One bot's run of one round."""

    run: str
    bot: Bot
    load: Load


def turns(plan: Mapping[str, Plan], runs: list[str], bots: list[str]) -> Iterator[Turn]:
    """The bots one after the other, round by round, beginning with another one each time."""
    chosen = [bot for bot in (*BOTS, FLOOR) if bot.name in bots]
    for run in runs:
        taking_part = [bot for bot in chosen if bot.own or not plan[run].alone]
        for number in range(plan[run].rounds):
            first = number % len(chosen)
            for bot in taking_part[first:] + taking_part[:first]:
                yield Turn(run, bot, plan[run].load)


async def play(turn: Turn, script: Script, catalogue: Catalogue, home: Path, chance: random.Random) -> Result:
    """Play one turn."""
    async with stage(turn.bot, turn.load, script, catalogue, home) as on:
        if turn.run == "steady":
            return await measure.steady(on, catalogue)
        if turn.run == "backlog":
            return await measure.backlog(on, catalogue)
        return await measure.kill(on, catalogue, chance)


def script_of(catalogue: Catalogue, reports: int) -> Script:
    """The script, told on this day in the commune."""
    zone = ZoneInfo(catalogue.tenants[TENANT].timezone)
    return read_script(catalogue, utc_now().astimezone(zone).date(), reports)


async def compare(options: argparse.Namespace, home: Path) -> str:
    """All turns; the table, or JSON."""
    catalogue = load_catalogue()
    plan = QUICK if options.quick else FULL
    script = script_of(catalogue, max(one.load.people * one.load.each for one in plan.values()))
    chance = random.Random(options.seed)
    results = []
    for turn in turns(plan, options.runs, options.bots):
        result = await play(turn, script, catalogue, home, chance)
        results.append(result)
        print(f"{result.run} {result.bot}: {result.steps_per_s:.0f} steps/s", file=sys.stderr, flush=True)
    entries = summary(results)
    return json.dumps(entries, indent=2) if options.json else markdown(entries)


async def measure_start(options: argparse.Namespace, home: Path) -> str:
    """How fast the demo answers for the first time, and how much memory it takes."""
    script = script_of(load_catalogue(), 1)
    found = [await started(home, script, first_ever=True)]
    found += [await started(home, script) for _ in range(2 if options.quick else 5)]
    if options.json:
        return json.dumps([asdict(one) for one in found], indent=2)
    return "\n".join(str(one) for one in found)


async def run(options: argparse.Namespace) -> str:
    """Do what was asked; Ctrl-C and SIGTERM end it in order, the bot's process first."""
    task = asyncio.current_task()
    assert task is not None
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    os.sched_setaffinity(0, {cores()[0]})
    with tempfile.TemporaryDirectory(prefix="tiendo-benchmark-") as name:
        return await (measure_start if options.start else compare)(options, Path(name))


def main() -> None:
    """Read the command line and print the result."""
    parser = argparse.ArgumentParser(prog="benchmarks.forms", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="one short round of each, under a minute")
    parser.add_argument("--start", action="store_true", help="the demo's first answer and its memory")
    parser.add_argument("--json", action="store_true", help="print JSON, with every single run")
    parser.add_argument("--runs", nargs="+", choices=list(FULL), default=list(FULL))
    names = [bot.name for bot in BOTS]
    parser.add_argument("--bots", nargs="+", choices=[*names, FLOOR.name], default=names)
    parser.add_argument("--seed", type=int, default=1, help="decides the moments of the kills")
    try:
        print(asyncio.run(run(parser.parse_args())))
    except (asyncio.CancelledError, KeyboardInterrupt):
        print("stopped", file=sys.stderr)
        sys.exit(130)
    except BotDied as died:
        sys.exit(str(died))


if __name__ == "__main__":
    main()
