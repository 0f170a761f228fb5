"""One happening told of several names at once -> a record for each: two schools are two sites."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.understanding.called import Namer
from core.understanding.fields import Listener
from core.understanding.hearing import HeardField, Hearing
from core.understanding.lexicon import Lexicon
from core.understanding.name_marks import Name
from core.understanding.scene import Scene
from core.understanding.situation import Fields, Record, Situation
from core.understanding.told import row_of

#: fields that tell when
_DAYS = ("date", "date_from", "date_to", "period")
_COUNTED = ("count", "tally", "money")


def each_of(
    record: Record, scene: Scene, hearing: Hearing, lexicon: Lexicon, situation: Situation
) -> list[Record]:
    """As many records as there are names in the field that makes one; each with what is said of it alone."""
    done: set[str] = set()
    for spec in (f for code in hearing.each for f in hearing.fields if f.code == code):
        code = spec.code
        if code not in record.fields or (code in done and spec.kind != "places"):
            continue
        if spec.kind == "text":
            texts = row_of(scene, str(record.fields[code]))
            if len(texts) > 1:
                return [replace(record, fields={**record.fields, code: text}) for text in texts]
            continue
        namer = Namer(scene, hearing.fact_type, lexicon, situation)
        if spec.kind == "places":
            apart = _counted_apart(record, spec, hearing, namer)
            if apart:
                return apart
            continue
        named = {"place": namer.all, "org": namer.all, "person": namer.persons_of}.get(spec.kind)
        names = _unlike(list(named(spec)), spec, namer) if named else []
        if spec.kind == "person":
            names = _unheld(names, spec, hearing, record)
            record = replace(record, fields={**record.fields, code: names[0].text}) if names else record
        if names:
            done.add(code)
        if len(names) > 1:
            return _shared_out(record, names, spec, hearing, namer)
    return [record]


def _counted_apart(record: Record, spec: HeardField, hearing: Hearing, namer: Namer) -> list[Record] | None:
    """Several places, each with a number of its own, are as many happenings: "thôn A 40 người, thôn B 55"."""
    single = next((f for f in hearing.fields if f.kind == "place" and f.fills == spec.fills), None)
    names = _unlike(list(namer.all(spec)), spec, namer)
    ends = [*(n.start for n in names[1:]), namer.scene.end]
    if single is None or not all(
        namer.scene.part(n.start, end).numbers for n, end in zip(names, ends, strict=True)
    ):
        return None
    fields = {code: value for code, value in record.fields.items() if code != spec.code}
    return _shared_out(replace(record, fields=fields), names, single, hearing, namer)


def _said_again(scene: Scene, names: Sequence[Name]) -> list[tuple[int, int]]:
    """Where behind the last name one of them is named again, if shorter, with its place in the row."""
    found = []
    for other in scene.names:
        if other.start < names[-1].end:
            continue
        own = _folded(scene, other)
        meant = [index for index, name in enumerate(names) if own and own <= _folded(scene, name)]
        if len(meant) == 1:
            found.append((other.start, meant[0]))
    return found


def _folded(scene: Scene, name: Name) -> frozenset[str]:
    """The words of a name but for those that tell its kind."""
    heads = {at for m, _ in scene.touching(name.start, name.end, "head") for at in range(m.start, m.end)}
    return frozenset(scene.words[at].folded for at in range(name.start, name.end) if at not in heads)


def _words(scene: Scene, name: Name) -> frozenset[str]:
    return frozenset(scene.words[at].folded for at in range(name.start, name.end))


def _unlike(names: Sequence[Name], spec: HeardField, namer: Namer) -> list[Name]:
    """Each name once: "HTX rau Mai Pha ... HTX Mai Pha" is one, "mầm non ... tiểu học Đông Cứu" are two."""
    found: dict[str, Name] = {}
    for name in names:
        own, whole = _folded(namer.scene, name), _words(namer.scene, name)
        shorter = own and any(
            whole <= _words(namer.scene, other) and other.type == name.type for other in found.values()
        )
        if not shorter:
            found.setdefault(namer.text(name, spec).casefold(), name)
    return list(found.values())


def _unheld(names: Sequence[Name], spec: HeardField, hearing: Hearing, record: Record) -> list[Name]:
    """People without those whom another field holds: "chị Mơ nghỉ, anh Lựa thay" has one who takes over."""
    others = {record.fields.get(f.code) for f in hearing.fields if f.kind == "person" and f.code != spec.code}
    return [name for name in names if name.text not in others]


def _shared_out(
    record: Record, names: Sequence[Name], spec: HeardField, hearing: Hearing, namer: Namer
) -> list[Record]:
    """A record for each name, with what stands from it up to the next one, and behind it said again."""
    scene = namer.scene
    again = _said_again(scene, names)
    last = min((at for at, _ in again), default=scene.end)
    bounds = [scene.start, *(n.start for n in names[1:]), last]
    owns = [scene.part(a, b) for a, b in pairwise(bounds)]
    said = [Listener(own, hearing, namer.lexicon, namer.situation).listen().fields for own in owns]
    ends = [*(at for at, _ in again[1:]), scene.end][: len(again)]
    for (at, index), end in zip(again, ends, strict=True):
        heard = Listener(scene.part(at, end), hearing, namer.lexicon, namer.situation).listen()
        said[index] |= {
            code: value
            for code, value in heard.fields.items()
            if code not in heard.implied and code != spec.code
        }
    behind = any(n.whole == len(names) and n.start >= names[0].end for n in scene.numbers)
    dated = sum(any(d.first and d.period is None for d in own.days) for own in owns)
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
            same = fields.get(each.code) == len(names) == record.fields.get(each.code)
            if each.kind == "count" and same and not behind:
                # "2 hộ: ..., ..." counts the names
                del fields[each.code]
        days = [d for d in own.days if d.first and d.period is None]
        if days and dated > 1:
            fields = {code: value for code, value in fields.items() if code not in _DAYS} | days[0].fields()
        fields[spec.code] = namer.text(name, spec)
        found.append(replace(record, fields=fields))
    return found
