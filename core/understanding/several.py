"""One happening told of several names at once -> a record for each: two schools are two sites."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.understanding.called import Namer
from core.understanding.fields import Listener
from core.understanding.hearing import HeardField, Hearing
from core.understanding.lexicon import Lexicon
from core.understanding.names import Name
from core.understanding.scene import Scene
from core.understanding.situation import Fields, Record, Situation
from core.understanding.told import row_of

_COUNTED = ("count", "tally", "money")


def each_of(
    record: Record, scene: Scene, hearing: Hearing, lexicon: Lexicon, situation: Situation
) -> list[Record]:
    """As many records as there are names in the field that makes one; each with what is said of it alone."""
    for code in hearing.each:
        spec = hearing.field(code)
        if spec is None or code not in record.fields:
            continue
        if spec.kind == "text":
            texts = row_of(scene, str(record.fields[code]))
            if len(texts) > 1:
                return [replace(record, fields={**record.fields, code: text}) for text in texts]
            continue
        namer = Namer(scene, hearing.fact_type, lexicon, situation)
        named = {"place": namer.all, "org": namer.all, "person": namer.persons_of}.get(spec.kind)
        names = _unlike(list(named(spec)), spec, namer) if named else []
        if len(names) > 1:
            return _shared_out(record, names, spec, hearing, namer)
    return [record]


def _unlike(names: Sequence[Name], spec: HeardField, namer: Namer) -> list[Name]:
    """Each name once: "HTX rau Mai Pha ... HTX Mai Pha" is one."""
    found: dict[str, Name] = {}
    for name in names:
        found.setdefault(namer.text(name, spec).casefold(), name)
    return list(found.values())


def _shared_out(
    record: Record, names: Sequence[Name], spec: HeardField, hearing: Hearing, namer: Namer
) -> list[Record]:
    """A record for each name, with what stands from it up to the next one."""
    scene = namer.scene
    bounds = [scene.start, *(n.start for n in names[1:]), scene.end]
    owns = [scene.part(a, b) for a, b in pairwise(bounds)]
    said = [Listener(own, hearing, namer.lexicon, namer.situation).listen().fields for own in owns]
    found = []
    for name, own, told in zip(names, owns, said, strict=True):
        fields: Fields = dict(record.fields)
        for each in hearing.fields:
            counted = each.kind in _COUNTED
            if counted and own.numbers:
                fields.pop(each.code, None)
            alone = each.of == spec.code or (counted and bool(own.numbers)) or each.kind in ("place", "org")
            if each.code in told and (alone or all(each.code in other for other in said)):
                fields[each.code] = told[each.code]
        fields[spec.code] = namer.text(name, spec)
        found.append(replace(record, fields=fields))
    return found
