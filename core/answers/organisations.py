"""A typed name of an organisation: a known one, one of several, one spelled nearly so, or a new one."""

from core.answers.outcome import Outcome, Read, Setting, unsure
from core.catalogue.fact_types import FieldSpec, FieldType
from core.organisations.names import OrgNamed, folded_name
from core.texts import Speech, say

#: the field of a kind of report that names one organisation
ONE = "org"


def names_one(field: FieldSpec) -> bool:
    """Whether a field holds the name of one organisation."""
    return field.code == ONE and field.type is FieldType.TEXT


def meant(typed: str, setting: Setting) -> Outcome:
    """The known name, or a question where it may be another's: of one name, elsewhere, spelled nearly so."""
    orgs = setting.orgs()
    found = orgs.meant(typed)
    if not found.found:
        return Read(typed)
    if found.exactly and len(found.found) == 1 and not _elsewhere(found.found[0], setting):
        return Read(_as_typed(typed, found.found[0]))
    readings: list[tuple[Speech, str]] = [(label(org), org.name) for org in found.found]
    if found.exactly:
        readings.append((say("org-another", name=typed), _another(typed, setting)))
        return unsure(say("org-which", name=typed), readings)
    readings.append((say("org-as-typed", name=typed), typed))
    return unsure(say("org-meant"), readings)


def label(org: OrgNamed) -> Speech:
    """Its name with where it is."""
    place = ", ".join(part for part in (org.spot, org.place_name) if part)
    return say("org-label", name=org.name, place=place) if place and place not in org.name else org.name


def _as_typed(typed: str, org: OrgNamed) -> str:
    """Its own name; as it was typed where that differs in nothing that counts."""
    return typed if folded_name(typed) == folded_name(org.name) else org.name


def _elsewhere(org: OrgNamed, setting: Setting) -> bool:
    """Whether the form tells of another place than the one where it is."""
    told = setting.answers.get("place")
    return bool(org.place and told and told != org.place)


def _another(typed: str, setting: Setting) -> str:
    """A name that tells it from those known: with the place the form tells of, else with a number."""
    place = next((p.name for p in setting.places if p.code == setting.answers.get("place")), "")
    orgs = setting.orgs()
    free = (f"{typed} ({extra})" for extra in (place, *map(str, range(2, 100))) if extra)
    return next((name for name in free if not orgs.meant(name).exactly), typed)
