"""What is wrong with how an expression uses the fields of one fact type."""

from collections.abc import Collection, Iterator

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldSpec, FieldType
from core.catalogue.problems import choose
from core.indicators.expression import Atom, Compare, InGroup, InRoster
from core.indicators.matching import TODAY
from core.indicators.parameters import is_open
from core.indicators.references import literals
from core.indicators.values import BUILT_IN, PLACE, PLACE_KIND, UNIT, YEAR, rank

NUMBERS = (FieldType.INTEGER, FieldType.NUMBER, FieldType.MONEY)
OPTIONS = (FieldType.CHOICE, FieldType.CHOICES, FieldType.TALLY)
_ORDERED = (*NUMBERS, FieldType.DATE, FieldType.CHOICE, FieldType.CHOICES)
_FREE = (FieldType.TEXT, FieldType.PEOPLE, FieldType.EVIDENCE)


def unknown(what: str, code: str, known: Collection[str]) -> Iterator[str]:
    """A problem if the code is not known, with what was probably meant."""
    if code not in known:
        yield f"unknown {what} {code}; {choose(code, known)}"


class FieldChecks:
    """Looks up the fields of one fact type; each method gives its problems."""

    def __init__(self, type_: str, catalogue: Catalogue) -> None:
        self.kind = catalogue.fact_types[type_]
        self.catalogue = catalogue

    def exists(self, field: str) -> Iterator[str]:
        """The type has this field."""
        if self.kind.field(field) is None and field not in BUILT_IN:
            names = [*(each.code for each in self.kind.fields), *BUILT_IN]
            yield f"{self.kind.code} has no field {field}; {choose(field, names)}"

    def needs(self, field: str, types: tuple[FieldType, ...], word: str) -> Iterator[str]:
        """The type has this field, of one of these types."""
        spec = self.kind.field(field)
        if spec is None:
            names = [each.code for each in self.kind.fields if each.type in types]
            yield f"{self.kind.code} has no field {field} for {word}; {choose(field, names)}"
        elif spec.type not in types:
            wanted = ", ".join(each.value for each in types)
            yield f"{word} of {self.kind.code}.{field}: it is a {spec.type} field, not one of {wanted}"

    def tally(self, field: str, options: tuple[str, ...]) -> Iterator[str]:
        """The field is a tally and has these options."""
        spec = self.kind.field(field)
        if spec is not None and spec.type is not FieldType.TALLY:
            yield f"{self.kind.code}.{field}[...]: only a tally field has options to choose from"
        elif spec is not None:
            for code in options:
                yield from self.option(spec, code)

    def option(self, spec: FieldSpec, code: str) -> Iterator[str]:
        """The field has this option."""
        if spec.option(code) is None:
            options = [option.code for option in spec.options]
            yield f"{self.kind.code}.{spec.code} has no option {code}; {choose(code, options)}"

    def test(self, atom: Atom) -> Iterator[str]:
        """A test of a condition asks what can be answered."""
        if isinstance(atom, InGroup):
            yield from unknown("group", atom.group, self.catalogue.groups)
        elif isinstance(atom, InRoster):
            yield from unknown("roster", atom.roster, self.catalogue.rosters)
        yield from self.exists(atom.field)
        spec = self.kind.field(atom.field)
        if spec is None:
            yield from self._built_in(atom)
        elif isinstance(atom, InGroup):
            yield from self._group(atom, spec)
        elif not isinstance(atom, InRoster):
            yield from self._literals(atom, spec)
            yield from self._order(atom, spec)

    def _group(self, atom: InGroup, spec: FieldSpec) -> Iterator[str]:
        group = self.catalogue.groups.get(atom.group)
        if group and spec.type in OPTIONS and not any(spec.option(code) for code in group.members):
            yield f"no option of {self.kind.code}.{atom.field} is in the group {atom.group}"

    def _literals(self, atom: Atom, spec: FieldSpec) -> Iterator[str]:
        name = f"{self.kind.code}.{atom.field}"
        if spec.type in _FREE:
            yield f"{name} is free text: it cannot be compared, only tested with in roster(...)"
        for value in _known(atom):
            if spec.type in OPTIONS:
                yield from self.option(spec, value)
            elif spec.type is FieldType.PLACE:
                yield from unknown("place", value, self._places())
            elif spec.type is FieldType.DATE and value == TODAY:
                continue
            elif spec.type in _ORDERED and rank(spec, value) is None:
                yield f"{value} is no {spec.type} to compare {name} with"

    def _order(self, atom: Atom, spec: FieldSpec) -> Iterator[str]:
        if isinstance(atom, Compare) and atom.op not in ("=", "!=") and spec.type not in _ORDERED:
            yield f"{self.kind.code}.{atom.field} is a {spec.type} field: it has no order for {atom.op}"

    def _built_in(self, atom: Atom) -> Iterator[str]:
        if atom.field not in BUILT_IN:
            return
        if isinstance(atom, Compare) and atom.op not in ("=", "!="):
            do = "; choose days with a window" if atom.field == YEAR else ""
            yield f"{atom.field} has no order for {atom.op}{do}"
        tenants = self.catalogue.tenants.values()
        known: dict[str, set[str]] = {
            PLACE: self._places(),
            PLACE_KIND: {place.kind for tenant in tenants for place in tenant.places},
            UNIT: {unit.code for tenant in tenants for unit in tenant.units},
        }
        for value in _known(atom):
            if atom.field != YEAR:
                yield from unknown(atom.field, value, known[atom.field])
            elif not value.isdecimal():
                yield f"{value} is no year"

    def _places(self) -> set[str]:
        return {place.code for tenant in self.catalogue.tenants.values() for place in tenant.places}


def _known(atom: Atom) -> list[str]:
    """The values a test compares with, but for parameters that are not set yet."""
    return [value for value in literals(atom) if not is_open(value)]
