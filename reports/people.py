"""Names in messages: cut to fit a phone, and long lists of them shortened."""

from collections.abc import Sequence
from datetime import date

from core.catalogue import Catalogue
from core.catalogue.successors import carried_on
from core.texts import Label, Speech, lines, say


def clipped(name: str, most: int = 40) -> str:
    """The name in at most so many characters, with a mark where something was left out."""
    name = " ".join(name.split())
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def short(label: Label, most: int) -> Label:
    """A name of the content in at most so many characters, in either language."""
    return Label(vi=clipped(label.vi, most), en=clipped(label.en, most))


def listed(parts: Sequence[Speech], most: int = 6, separator: str = ", ") -> Speech:
    """The parts in one line; of more than `most`, how many others there are."""
    named = lines(*parts[:most], separator=separator)
    return say("summary-others", names=named, count=len(parts) - most) if len(parts) > most else named


def unit_name(catalogue: Catalogue, tenant: str, code: str, day: date) -> str:
    """The name of a unit of the tenant, or of the one in its place by that day; else the code."""
    spec = catalogue.tenants.get(tenant)
    units = spec.units if spec else ()
    now = carried_on(units, code, day)
    return next((unit.name for unit in units if unit.code == now), code)
