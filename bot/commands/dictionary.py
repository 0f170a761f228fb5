"""`tiendo dictionary`: what each field of the reports is called, holds, and moves."""

import json
from typing import Annotated

import typer

from bot.config import read_settings
from bot.content import CONTENT, load_catalogue
from core.dictionary import FieldEntry
from core.dictionary import dictionary as every_field
from core.errors import SettingsError


def dictionary(
    kind: Annotated[str, typer.Option(help="Code of one kind of report; all if left out.")] = "",
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
    as_json: Annotated[bool, typer.Option("--json", help="The same as JSON, in both languages.")] = False,
) -> None:
    """Show the fields of reports: code, name, unit, type, codes, since when, which targets read them."""
    entries = every_field(load_catalogue(read_settings().content_dir or CONTENT))
    known = dict.fromkeys(each.kind for each in entries)
    if kind and kind not in known:
        raise SettingsError(f"--kind: there is no {kind!r}; known are {', '.join(known)}")
    shown = [each for each in entries if not kind or each.kind == kind]
    if as_json:
        data = [each.model_dump(mode="json") for each in shown]
        typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    before = ""
    for each in shown:
        if each.kind != before:
            before = each.kind
            name = each.kind_name.en if locale == "en" else each.kind_name.vi
            typer.echo(f"{each.kind}  {name}  (v{each.version})")
        typer.echo(_line(each, locale))


def _line(each: FieldEntry, locale: str) -> str:
    english = locale == "en"
    unit = each.unit and (each.unit.en if english else each.unit.vi)
    holds = f"{each.type}, {unit}" if unit else str(each.type)
    parts = [
        f"  {each.field}  {each.name.en if english else each.name.vi}  [{holds}]",
        f"= {each.formula}" if each.formula else "",
        f"since {each.since}" if each.since else "",
        f"{{{', '.join(code.code for code in each.codes)}}}" if each.codes else "",
        f"-> {', '.join(each.targets)}" if each.targets else "",
    ]
    return "  ".join(part for part in parts if part)
