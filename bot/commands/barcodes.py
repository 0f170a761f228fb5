"""`tiendo barcode`: what a number, a photo or a list of numbers is, as the bot says it; symbols for print."""

import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clock import utc_now
from bot.code_photos import NoPicture, read_codes
from bot.config import read_settings
from bot.content import CONTENT, load_catalogue, read_texts
from bot.file_types import type_of
from bot.gs1_content import load_gs1
from bot.number_files import NoList, read_numbers
from bot.seed import bring_in
from core.catalogue import Catalogue
from core.errors import SettingsError
from core.gs1.contents import Contents, contents_of
from core.gs1.lists import Checked, checked
from core.gs1.numbers import GTIN_DIGITS, Gs1Number, bare, number_of
from core.gs1.owners import Owner
from core.gs1.scans import meaning
from core.texts import Speech, lines, say
from reports.barcode_json import contents_json, list_json, number_json
from reports.barcode_symbols import Symbol, png, svg
from reports.barcode_words import Asked, contents_told, list_told, number_told, other_told
from storage.db import open_database
from storage.models import Tenant
from storage.repositories import products

T = TypeVar("T")


@dataclass(frozen=True)
class _Answer:
    """What one argument is, in words and as data; `right` says whether all of it is."""

    told: Speech
    data: dict[str, Any]
    right: bool


@dataclass(frozen=True)
class _Register:
    """Whose a number is in the tenant's register; nobody's where none is asked."""

    session: Session | None
    tenant_id: int

    def owner(self, gtin: str | None) -> Owner:
        if self.session is None or gtin is None:
            return Owner()
        return products.owner_of(self.session, self.tenant_id, gtin)

    def owned(self, gtins: list[str]) -> int:
        return products.owned(self.session, self.tenant_id, gtins) if self.session else 0


def barcode(
    what: Annotated[
        list[str], typer.Argument(help="Numbers, element strings, links; photos; lists (.xlsx, .csv, .txt).")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    draw: Annotated[
        Symbol | None, typer.Option("--print", help="Draw a number of the register; needs --out.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="The .png or .svg file to write.")] = None,
    tenant: Annotated[str, typer.Option(help="Code of the tenant whose register is asked.")] = "",
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Say what barcodes are and whether they can be right; exit status 1 when one is not."""
    settings = read_settings()
    content = settings.content_dir or CONTENT
    catalogue = load_catalogue(content) if tenant or draw else None
    spec = _tenant(catalogue, tenant) if catalogue else ""
    table = load_gs1(content)
    zone = ZoneInfo(catalogue.tenants[spec].timezone) if catalogue else ZoneInfo("Asia/Ho_Chi_Minh")
    name = catalogue.tenants[spec].name if catalogue else ""
    asked = Asked(table, utc_now().astimezone(zone).date(), name)

    def look(register: _Register) -> None:
        if draw is not None:
            _draw(what, draw, out, asked, register)
            return
        answers = [_answer(each, asked, register) for each in what]
        texts = read_texts()
        for given, answer in zip(what, answers, strict=True):
            if as_json:
                typer.echo(json.dumps({"given": given, **answer.data}, ensure_ascii=False))
            else:
                typer.echo(texts.render(answer.told, locale).replace("**", ""))
        if not all(answer.right for answer in answers):
            raise typer.Exit(1)

    if catalogue is None:
        look(_Register(None, 0))
    else:
        _in_register(catalogue, spec, look)


def _answer(given: str, asked: Asked, register: _Register) -> _Answer:
    path = Path(given)
    if not bare(given) and path.is_file():
        return _file(path, asked, register)
    digits = bare(given)
    if digits:
        number = number_of(digits)
        return _number(number, asked, register) if number else _odd(digits)
    contents = contents_of(given)
    if contents is not None:
        return _contents(contents, asked, register)
    if not given.casefold().startswith("http") and path.suffix:
        raise SettingsError(f"{given}: there is no such file")
    return _Answer(other_told(given), {"kind": "other", "right": False}, right=False)


def _file(path: Path, asked: Asked, register: _Register) -> _Answer:
    if (type_of(path) or "").startswith("image/"):
        return _photo(path, asked, register)
    try:
        rows = read_numbers(path)
    except NoList as error:
        raise SettingsError(f"{path}: {error}") from error
    if not rows:
        return _Answer(say("barcode-file-empty"), {"kind": "list", "count": 0, "right": False}, right=False)
    found = checked(rows)
    owned = register.owned(_gtins(found))
    told = list_told(found, owned, asked.tenant)
    return _Answer(told, list_json(found), right=not (found.wrong or found.odd))


def _photo(path: Path, asked: Asked, register: _Register) -> _Answer:
    try:
        scans = read_codes(path)
    except NoPicture as error:
        raise SettingsError(f"{path}: this picture cannot be opened") from error
    if not scans:
        return _Answer(say("barcode-none"), {"kind": "photo", "codes": [], "right": False}, right=False)
    answers = [_meant(meaning(scan), scan.text, asked, register) for scan in scans]
    data = {"kind": "photo", "codes": [answer.data for answer in answers]}
    told = lines(*(answer.told for answer in answers), separator="\n\n")
    return _Answer(told, data, right=any(answer.right for answer in answers))


def _meant(found: Gs1Number | Contents | None, text: str, asked: Asked, register: _Register) -> _Answer:
    match found:
        case Gs1Number():
            return _number(found, asked, register)
        case Contents():
            return _contents(found, asked, register)
        case _:
            return _Answer(other_told(text), {"kind": "other", "text": text, "right": False}, right=False)


def _number(number: Gs1Number, asked: Asked, register: _Register) -> _Answer:
    owner = register.owner(number.gtin)
    told = number_told(number, owner, asked)
    return _Answer(told, number_json(number, owner, asked.table), right=number.right)


def _contents(contents: Contents, asked: Asked, register: _Register) -> _Answer:
    owner = register.owner(contents.number.gtin if contents.number else None)
    told = contents_told(contents, owner, asked)
    return _Answer(told, contents_json(contents, owner, asked.table), right=True)


def _odd(digits: str) -> _Answer:
    key = "barcode-odd-length" if digits.strip("0") else "barcode-zeros"
    told = say(key, number=digits, digits=len(digits))
    return _Answer(told, {"kind": "unknown", "digits": digits, "right": False}, right=False)


def _draw(what: Sequence[str], symbol: Symbol, out: Path | None, asked: Asked, register: _Register) -> None:
    """Write one symbol of a registered number. Raises SettingsError saying why it is not drawn."""
    if len(what) != 1 or out is None or out.suffix.casefold() not in (".png", ".svg"):
        raise SettingsError("--print: give one number, and --out with a name that ends in .png or .svg")
    number = number_of(what[0])
    if number is None or not number.right or number.gtin is None:
        raise SettingsError(f"--print: {what[0]} is no right number of an item")
    if register.owner(number.gtin).product is None:
        what_then = "an officer adds it in the chat once the business has registered it"
        raise SettingsError(f"--print: {what[0]} is not in the register of {asked.tenant}; {what_then}")
    gtin = number.gtin.zfill(GTIN_DIGITS)
    if out.suffix.casefold() == ".svg":
        out.write_text(svg(gtin, symbol, asked.table.resolver), "utf-8")
    else:
        out.write_bytes(png(gtin, symbol, asked.table.resolver))
    typer.echo(str(out))


def _gtins(found: Checked) -> list[str]:
    numbers: Iterator[Gs1Number | None] = (row.number for row in found.right)
    return [number.gtin for number in numbers if number and number.gtin]


def _tenant(catalogue: Catalogue, code: str) -> str:
    known = ", ".join(sorted(catalogue.tenants))
    if code and code not in catalogue.tenants:
        raise SettingsError(f"--tenant: there is no {code!r}; known are {known}")
    if not code and len(catalogue.tenants) > 1:
        raise SettingsError(f"--tenant: say which one; known are {known}")
    return code or next(iter(catalogue.tenants))


def _in_register(catalogue: Catalogue, tenant: str, look: Callable[[_Register], T]) -> T:
    async def run() -> T:
        db = await open_database(read_settings().database)
        try:
            await db.write(lambda session: bring_in(session, catalogue))
            return await db.read(lambda session: look(_Register(session, _id(session, tenant))))
        finally:
            await db.close()

    return asyncio.run(run())


def _id(session: Session, tenant: str) -> int:
    return session.scalars(select(Tenant.id).where(Tenant.code == tenant)).one()
