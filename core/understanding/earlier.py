"""What a message says of records there are already: a correction, a withdrawal, more of the same, the same again."""

from collections.abc import Mapping
from typing import Any

from core.folding import fold
from core.understanding.counting import Heard
from core.understanding.drafts import _summed
from core.understanding.fields import Listener
from core.understanding.hearing import Hearing
from core.understanding.lexicon import Lexicon
from core.understanding.scene import Scene
from core.understanding.situation import Prior, Record, Situation
from core.understanding.topics import Part


def meant(scene: Scene, parts: list[Part], situation: Situation, lexicon: Lexicon) -> list[Prior]:
    """The earlier records a message may mean, the latest first: those that fit its kind, names and numbers best."""
    kinds = {p.fact_type for p in parts if p.fact_type}

    def fit(prior: Prior) -> int:
        hearing = lexicon.topics.get(prior.topic)
        score = 2 if hearing is not None and hearing.fact_type in kinds else 0
        values = {fold(str(v)) for v in prior.fields.values() if isinstance(v, str)}
        score += sum(fold(n.text) in v or v in fold(n.text) for n in scene.names for v in values)
        numbers = {n.whole for n in scene.numbers}
        return score + sum(v in numbers for v in prior.fields.values() if isinstance(v, int))

    fits = [fit(prior) for prior in situation.prior]
    return [p for p, f in zip(reversed(situation.prior), reversed(fits), strict=True) if f == max(fits)]


def corrected(scene: Scene, prior: Prior, lexicon: Lexicon, situation: Situation) -> dict[str, Any]:
    """The fields a correction changes, with what they become."""
    hearing = lexicon.topics.get(prior.topic)
    if hearing is None:
        return {}
    changed = _swapped(scene, prior, lexicon)
    if changed:
        return changed
    kept, _ = _denied(scene)
    heard = Listener(kept, hearing, lexicon, situation).listen()
    told = {
        code: value
        for code, value in heard.fields.items()
        if code in _said(kept, hearing, lexicon, situation) and value != prior.fields.get(code)
    }
    days = [d for d in kept.days if d.first]
    if days and days[0].first is not None:
        told["date"] = days[0].first.isoformat()
    numbers = [n.whole for n in kept.numbers if n.whole is not None]
    counts = {code: v for code, v in prior.fields.items() if isinstance(v, int) and not isinstance(v, bool)}
    if not any(code in counts for code in told) and numbers and counts and not told:
        told[next(iter(counts))] = numbers[0]
    return told


def _said(scene: Scene, hearing: Hearing, lexicon: Lexicon, situation: Situation) -> set[str]:
    """Fields the words themselves say, without defaults."""
    bare = hearing.model_copy(
        update={"fields": tuple(f.model_copy(update={"default": None, "own": False}) for f in hearing.fields)}
    )
    return set(Listener(scene, bare, lexicon, situation).listen().fields)


def _swapped(scene: Scene, prior: Prior, lexicon: Lexicon) -> dict[str, Any]:
    """ "12 chứ không phải 21": the field that has the one value gets the other."""
    numbers = [n.whole for n in scene.numbers if n.whole is not None]
    if len(numbers) == 2:
        for old, new in ((numbers[1], numbers[0]), (numbers[0], numbers[1])):
            codes = [
                code for code, value in prior.fields.items() if value == old and not isinstance(value, bool)
            ]
            if codes and new not in prior.fields.values():
                return {codes[0]: new}
    dates = [d.first.isoformat() for d in scene.days if d.first]
    if len(dates) == 2:
        for was, becomes in ((dates[1], dates[0]), (dates[0], dates[1])):
            codes = [code for code, value in prior.fields.items() if value == was]
            if codes:
                return {codes[0]: becomes}
    return {}


def _denied(scene: Scene) -> tuple[Scene, Scene | None]:
    """The part that holds, and the part that is said not to: "do Bộ mở, không phải tỉnh"."""
    for match, _ in scene.said("denial"):
        if match.start > scene.start + 1:
            return scene.part(scene.start, match.start), scene.part(match.end, scene.end)
    return scene, None


def continued(
    record: Record, prior: Prior, hearing: Hearing, scene: Scene, lexicon: Lexicon, situation: Situation
) -> Record:
    """More of the same: what was not said anew is as in the earlier record."""
    own = _said(scene, hearing, lexicon, situation)
    counts = {f.code for f in hearing.fields if f.kind in ("count", "tally", "money", "people", "identifier")}
    inherited = {k: v for k, v in prior.fields.items() if k not in counts and k not in own}
    fields = {**inherited, **{k: v for k, v in record.fields.items() if k in own or k not in inherited}}
    if scene.days:
        fields["date"] = record.fields.get("date", fields.get("date"))
    return Record(record.op, record.topic, fields, fact_type=record.fact_type)


def repeats(record: Record, hearing: Hearing, situation: Situation) -> str | None:
    """What to ask where a record is likely there already, or breaks a rule of "one only"."""
    for prior in situation.prior:
        if prior.topic != record.topic or prior.draft:
            continue
        if hearing.same and _alike(record.fields, prior.fields, hearing.same):
            return hearing.same_asks or "duplicate_check"
        if hearing.unique and _alike(record.fields, prior.fields, hearing.unique):
            other = hearing.unique_by
            if all(not _equal(record.fields.get(c), prior.fields.get(c)) for c in other):
                return "uniqueness_conflict"
    return None


def _alike(ours: Mapping[str, Any], theirs: Mapping[str, Any], codes: tuple[str, ...]) -> bool:
    """Every one of these fields that both have is equal, and there is one."""
    both = [code for code in codes if code in ours and code in theirs]
    return bool(both) and all(_equal(ours[code], theirs[code]) for code in both)


def _equal(a: Any, b: Any) -> bool:
    if isinstance(a, str) and isinstance(b, str):
        x, y = fold(a), fold(b)
        return x == y or x in y or y in x
    if isinstance(a, list) and isinstance(b, list):
        return bool(set(map(str, a)) & set(map(str, b)))
    return bool(a == b)


def answered(scene: Scene, prior: Prior, lexicon: Lexicon, situation: Situation) -> Record | None:
    """The draft with what the bot had asked filled in."""
    hearing = lexicon.topics.get(prior.topic)
    if hearing is None:
        return None
    told = _said(scene, hearing, lexicon, situation)
    heard = Listener(scene, hearing, lexicon, situation).listen()
    fields = {**prior.fields, **{k: v for k, v in heard.fields.items() if k in told}}
    pending = fold(situation.pending)
    days = [d for d in scene.days if d.first]
    if days and days[0].first is not None:
        fields["date"] = days[0].first.isoformat()
    numbers = [n.whole for n in scene.numbers if n.whole is not None]
    if numbers and not any(k in told for k in _count_codes(hearing)):
        code = _asked_count(hearing, fields, pending, lexicon)
        if code:
            fields[code] = numbers[0]
    whole = Heard(fields)
    _summed(whole, hearing)
    return Record("create", prior.topic, whole.fields, fact_type=hearing.fact_type)


def _count_codes(hearing: Hearing) -> set[str]:
    return {f.code for f in hearing.fields if f.kind in ("count", "money")}


def _asked_count(hearing: Hearing, fields: Mapping[str, Any], pending: str, lexicon: Lexicon) -> str | None:
    """The count the question asks for: the one whose words stand in it, else the first that is missing."""
    missing = [f for f in hearing.fields if f.kind in ("count", "money") and f.code not in fields]
    for each in sorted(missing, key=lambda f: -max((len(p) for p in f.near), default=0)):
        if any(f" {fold(p)} " in f" {pending} " for p in (*each.near, *each.units)):
            return each.code
    return missing[0].code if missing else None
