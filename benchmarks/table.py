"""Results as a table: medians over the rounds, and the ratio to aiogram."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from itertools import groupby
from statistics import median
from typing import Any

from benchmarks.measure import Result

PEER = "aiogram"
HEAD = (
    "run",
    "bot",
    "steps/s",
    "ratio",
    "p50 ms",
    "p99 ms",
    "peak MB",
    "right",
    "typed again",
    "wrong",
    "double",
)


def summary(results: Iterable[Result]) -> list[dict[str, Any]]:
    """One entry for each run and bot: medians, and of what must not happen the worst."""
    found = [_entry(list(group)) for _, group in _grouped(results)]
    peers = {entry["run"]: entry["steps_per_s"] for entry in found if entry["bot"] == PEER}
    for entry in found:
        # How long a kill run takes is a matter of people's patience, not of speed.
        peer = peers.get(entry["run"]) if entry["run"] != "kill" else None
        entry["ratio"] = round(entry["steps_per_s"] / peer, 2) if peer else None
    return found


def markdown(entries: Sequence[dict[str, Any]]) -> str:
    """The table as Markdown, its columns in line."""
    rows = [HEAD, *(_row(entry) for entry in entries)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEAD))]
    text_columns = 2
    lines = [
        "| "
        + " | ".join(
            cell.ljust(width) if at < text_columns else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        + " |"
        for row in rows
    ]
    rule = "|".join(
        "-" * (width + 2) if at < text_columns else "-" * (width + 1) + ":" for at, width in enumerate(widths)
    )
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]])


def _grouped(results: Iterable[Result]) -> Iterable[tuple[tuple[str, str], Iterable[Result]]]:
    order: dict[tuple[str, str], None] = {}
    kept = list(results)
    for result in kept:
        order.setdefault((result.run, result.bot))
    places = {key: place for place, key in enumerate(order)}

    def key(result: Result) -> tuple[str, str]:
        return result.run, result.bot

    return groupby(sorted(kept, key=lambda result: places[key(result)]), key)


def _entry(group: list[Result]) -> dict[str, Any]:
    def middle(value: Callable[[Result], float | None]) -> float | None:
        values = [found for result in group if (found := value(result)) is not None]
        return round(median(values), 1) if values else None

    typed_again = [result.typed_again for result in group if result.typed_again is not None]
    return {
        "run": group[0].run,
        "bot": group[0].bot,
        "rounds": len(group),
        "steps_per_s": middle(lambda result: result.steps_per_s),
        "p50_ms": middle(lambda result: result.p50_ms),
        "p99_ms": middle(lambda result: result.p99_ms),
        "peak_mb": middle(lambda result: result.peak_mb),
        "right": min(result.right for result in group),
        "wanted": group[0].wanted,
        "typed_again": max(typed_again) if typed_again else None,
        "wrong": max(result.wrong for result in group),
        "double": max(result.double for result in group),
        "all": [asdict(result) for result in group],
    }


def _row(entry: dict[str, Any]) -> tuple[str, ...]:
    def number(name: str, form: str = ".0f") -> str:
        return "-" if entry[name] is None else format(entry[name], form)

    return (
        entry["run"],
        entry["bot"],
        number("steps_per_s"),
        number("ratio", ".2f"),
        number("p50_ms"),
        number("p99_ms"),
        number("peak_mb"),
        f"{entry['right']} / {entry['wanted']}",
        number("typed_again"),
        number("wrong"),
        number("double"),
    )
