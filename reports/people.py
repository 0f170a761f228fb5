"""Names in messages: cut to fit a phone, and long lists of them shortened."""

from collections.abc import Sequence

from core.catalogue import Catalogue
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


def unit_name(catalogue: Catalogue, tenant: str, code: str) -> str:
    """The name of a unit of the tenant; of a code it does not have, the code."""
    spec = catalogue.tenants.get(tenant)
    return next((unit.name for unit in spec.units if unit.code == code), code) if spec else code
