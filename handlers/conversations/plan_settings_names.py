"""Who may join a roster: places and units of the tenant by name, people and products as they are typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.answers import Read, Refused, read_answer
from core.catalogue.fact_types import FieldSpec, FieldType
from core.catalogue.plans import Member, Roster
from core.folding import clean
from core.indicators.names import member_called
from core.texts import Label, Speech, lines, say
from handlers.conversations.plan_settings_desk import Desk, pieces_of

#: letters of the name of a product, and names in one answer
LONGEST, MOST = 80, 50

_NAME = Label(vi="name", en="name")


@dataclass(frozen=True, slots=True)
class Found:
    """What was understood: codes or new names; `note` names those who are there already."""

    names: tuple[str, ...]
    note: Speech | None = None
    problem: Speech | None = None


def there(roster: Roster, desk: Desk) -> Sequence[Member]:
    """Who is on the roster today, and who is known to join later."""
    today = desk.known.today
    coming = [member for member in roster.members if member.since is not None and member.since > today]
    return [*desk.known.look.roster(roster.code), *coming]


def joinable(roster: Roster, desk: Desk) -> list[tuple[str, str]]:
    """Codes and names of the tenant's places or units that are not on the roster; none for other rosters.

    Places of the kinds that are on it already come first.
    """
    members = {member.code for member in there(roster, desk)}
    if roster.of == "unit":
        return [(unit.code, unit.name) for unit in desk.units() if unit.code not in members]
    if roster.of == "place":
        kinds = {place.kind for place in desk.known.places if place.code in members}
        free = [place for place in desk.known.places if place.code not in members]
        return [(each.code, each.name) for each in sorted(free, key=lambda each: each.kind not in kinds)]
    return []


def label_of(code: str, roster: Roster, desk: Desk) -> str:
    """The name behind a code of the dialogue; a typed name stands for itself."""
    named = {member.code: member.name for member in roster.members}
    return named.get(code) or dict(joinable(roster, desk)).get(code, code)


def typed_names(text: str, roster: Roster, desk: Desk) -> Found:
    """The names in an answer, one a line or with commas."""
    if roster.of in ("place", "unit"):
        return _known(pieces_of(clean(text)), roster, desk)
    if roster.of == "person":
        field = FieldSpec(code="names", type=FieldType.PEOPLE, label=_NAME, prompt=_NAME, max_length=3000)
        match read_answer(field, text, desk.known.setting({})):
            case Read(list() as people):
                return _new(people, roster, desk)
            case Refused(reason):
                return Found((), problem=reason)
    return _products(pieces_of(clean(text)), roster, desk)


def _products(names: list[str], roster: Roster, desk: Desk) -> Found:
    fitting = all(2 <= len(name) <= LONGEST and any(map(str.isalpha, name)) for name in names)
    if not names or len(names) > MOST or not fitting:
        return Found((), problem=say("settle-names-again", longest=LONGEST, most=MOST))
    return _new(names, roster, desk)


def _new(names: Sequence[str], roster: Roster, desk: Desk) -> Found:
    """Those who are not on the roster yet."""
    members = there(roster, desk)
    joining = tuple(name for name in names if member_called(name, members) is None)
    return _without_others(joining, [name for name in names if name not in joining])


def _known(pieces: list[str], roster: Roster, desk: Desk) -> Found:
    """Places or units by their names; those that are none of them are named."""
    free = dict(joinable(roster, desk))
    found = {piece: _code(piece, roster, desk) for piece in pieces}
    unclear = [piece for piece, code in found.items() if code is None]
    joining = tuple(dict.fromkeys(code for code in found.values() if code in free and code))
    if not pieces:
        return Found((), problem=say("settle-names-again", longest=LONGEST, most=MOST))
    if unclear:
        return Found(joining, problem=say("settle-names-unclear", names=lines(*unclear, separator=", ")))
    return _without_others(joining, [piece for piece, code in found.items() if code not in free])


def _code(piece: str, roster: Roster, desk: Desk) -> str | None:
    if roster.of == "unit":
        units = desk.unit_names().find(piece)
        return units.codes[0] if units.sure else None
    field = FieldSpec(code="place", type=FieldType.PLACE, label=_NAME, prompt=_NAME)
    match read_answer(field, piece, desk.known.setting({})):
        case Read(str() as code):
            return code
        case _:
            return None


def _without_others(joining: tuple[str, ...], others: list[str]) -> Found:
    if not others:
        return Found(joining)
    already = say("settle-names-there", names=lines(*others, separator=", "))
    return Found(joining, note=already) if joining else Found((), problem=already)
