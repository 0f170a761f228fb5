"""What a message says of earlier records: a correction, a withdrawal, more of the same, the same again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from core.folding import fold, words_of
from core.understanding.drafts import add_up, questions
from core.understanding.fields import Listener
from core.understanding.heard import Heard
from core.understanding.hearing import HeardField, Hearing
from core.understanding.lexicon import Lexicon
from core.understanding.number_marks import Number
from core.understanding.phrases import Match
from core.understanding.scene import Scene
from core.understanding.situation import Prior, Record, Situation
from core.understanding.topics import Part, parts_of

#: phrases that name a field or its values; "cái" in "cái vừa gửi" counts nothing
_OF_FIELDS = ("near", "option", "zero")


def meant(
    scene: Scene, parts: list[Part], situation: Situation, lexicon: Lexicon, *, by_day: bool = False
) -> list[Prior]:
    """The earlier records that fit the kind, names and numbers of a message best, the latest first.

    Of several kinds that fit alike it is the one that has what is said: "3 cái không đạt" is of no trip.
    Of those that fit alike, where one said to be the latest is taken back, it is the last one made.

    `by_day`: a day that is said is the day of the record, not what it is to become.
    """
    latest = [m for m, s in scene.said("named_feature") if by_day and s.about == "latest"]
    if latest:
        parts = [part for piece in _beside(scene, latest) for part in parts_of(piece, lexicon)]
    kinds = {p.fact_type for p in parts if p.fact_type}
    own_days = (d for d in scene.days if by_day and not (latest and d.first == situation.today))
    days = {d.first.isoformat() for d in own_days if d.first is not None and d.first == d.last}

    def fit(prior: Prior) -> int:
        hearing = lexicon.topics.get(prior.topic)
        score = 2 if hearing is not None and hearing.fact_type in kinds else 0
        values = {fold(str(v)) for v in prior.fields.values() if isinstance(v, str)}
        score += sum(fold(n.text) in v or v in fold(n.text) for n in scene.names for v in values)
        score += 2 * (prior.fields.get("date") in days)
        numbers = {n.whole for n in scene.numbers}
        return score + sum(v in numbers for v in prior.fields.values() if isinstance(v, int))

    def told(prior: Prior) -> int:
        hearing = lexicon.topics.get(prior.topic)
        own = {f"{hearing.fact_type}.{code}" for code in prior.fields} if hearing else set()
        return len(own & {sense.about for kind in _OF_FIELDS for _, sense in scene.said(kind)})

    best = _best(tuple(reversed(situation.prior)), fit)
    if latest:
        return best[:1]
    return best if len(best) < 2 or len({p.topic for p in best}) < 2 else _best(best, told)


def _beside(scene: Scene, said: Sequence[Match]) -> Iterator[Scene]:
    """What stands around phrases, which are in order: before, between and behind them."""
    start = scene.start
    for match in said:
        if start < match.start:
            yield scene.part(start, match.start)
        start = max(start, match.end)
    if start < scene.end:
        yield scene.part(start, scene.end)


def _best(prior: Sequence[Prior], fit: Callable[[Prior], int]) -> list[Prior]:
    """Those that fit best, in their order."""
    fits = [fit(each) for each in prior]
    return [each for each, fitting in zip(prior, fits, strict=True) if fitting == max(fits)]


def says_again(scene: Scene, prior: Sequence[Prior]) -> bool:
    """Whether a number, day or name of an earlier report is said."""
    values = [value for each in prior for value in each.fields.values()]
    texts = [words_of(value) for value in values if isinstance(value, str)]
    said = [value for n in scene.numbers if (value := _value(n)) is not None]
    days = [d.first.isoformat() for d in scene.days if d.first]
    names = [words_of(n.text) for n in scene.names]
    return any(_is(value, each) for value in values for each in (*said, *days)) or any(
        f" {name} " in f" {text} " for name in names for text in texts
    )


def corrected(scene: Scene, prior: Prior, lexicon: Lexicon, situation: Situation) -> dict[str, Any]:
    """The fields a correction changes, with what they become."""
    hearing = lexicon.topics.get(prior.topic)
    if hearing is None:
        return {}
    changed = _swapped(scene, prior) or _renumbered(scene, prior, hearing)
    if changed:
        return changed
    kept = _without_denied(scene)
    said = said_fields(kept, hearing, lexicon, situation)
    told = {code: value for code, value in said.items() if value != prior.fields.get(code)}
    days = [d for d in kept.days if d.first]
    if days and days[0].first is not None and days[0].first.isoformat() not in prior.fields.values():
        told["date"] = days[0].first.isoformat()
    if not told:
        told = _single_count(kept, prior, hearing)
    return told


def _single_count(scene: Scene, prior: Prior, hearing: Hearing) -> dict[str, Any]:
    """A lone number becomes the main count of the record."""
    numbers = [value for n in scene.numbers if (value := _value(n)) is not None]
    counts = [f.code for f in hearing.fields if f.kind in ("count", "money") and f.code in prior.fields]
    return {counts[0]: numbers[-1]} if numbers and counts else {}


def said_fields(scene: Scene, hearing: Hearing, lexicon: Lexicon, situation: Situation) -> dict[str, Any]:
    """Fields the words themselves say, without defaults."""
    plain = {"default": None, "own": False, "zero": (), "one": (), "as_many": None}
    bare = hearing.model_copy(
        update={"fields": tuple(f.model_copy(update=plain) for f in hearing.fields if not f.whole)}
    )
    return Listener(scene, bare, lexicon, situation).listen().fields


def _value(number: Number) -> int | float | None:
    return number.millions if number.money else number.whole


def _swapped(scene: Scene, prior: Prior) -> dict[str, Any]:
    """ "12 chứ không phải 21", "sửa 21 thành 12": the field that has the one value gets the other."""
    numbers = [value for n in scene.numbers if (value := _value(n)) is not None]
    days = [d.first.isoformat() for d in scene.days if d.first]
    for said in (numbers, days):
        for old, new in ((1, 0), (0, 1)):
            if len(said) == 2:
                codes = [code for code, value in prior.fields.items() if _is(value, said[old])]
                if codes and not any(_is(value, said[new]) for value in prior.fields.values()):
                    return {codes[0]: said[new]}
    return {}


def _is(value: object, said: object) -> bool:
    return value == said and not isinstance(value, bool)


def _renumbered(scene: Scene, prior: Prior, hearing: Hearing) -> dict[str, Any]:
    """Another number of a certificate or a decision: the one that is not the old one."""
    codes = [f.code for f in hearing.fields if f.kind == "identifier" and f.code in prior.fields]
    pieces = [piece.strip(".,;:()") for piece in scene.text.split()]
    given = [piece for piece in pieces if any(char.isdigit() for char in piece)]
    for code in codes:
        old = str(prior.fields[code])
        others = [piece for piece in given if piece != old]
        named = old in given or scene.has("after", f"{hearing.fact_type}.{code}")
        if others and named:
            return {
                code: others[-1] if old in given and given.index(old) < given.index(others[-1]) else others[0]
            }
    return {}


def _without_denied(scene: Scene) -> Scene:
    """The part that holds: in "không phải 21, 12 mới đúng" 12, in "do Bộ mở, không phải tỉnh" Bộ."""
    for match, _ in scene.said("denials"):
        if match.start > scene.start + 1:
            return scene.part(scene.start, match.start)
        comma = next((at for at in range(match.end, scene.end) if scene.words[at].text in (",", ";")), None)
        if comma is not None:
            return scene.part(comma + 1, scene.end)
        rather = [m.end for m, _ in scene.said("becomes") if m.start > match.end]
        if rather:
            return scene.part(rather[0], scene.end)
    return scene


def continued(
    record: Record, prior: Prior, hearing: Hearing, scene: Scene, lexicon: Lexicon, situation: Situation
) -> Record:
    """More of the same: what was not said anew is as in the earlier record."""
    own = set(said_fields(scene, hearing, lexicon, situation))
    counts = {f.code for f in hearing.fields if f.kind in ("count", "tally", "money", "people", "identifier")}
    inherited = {k: v for k, v in prior.fields.items() if k not in counts and k not in own}
    fields = {**inherited, **{k: v for k, v in record.fields.items() if k in own or k not in inherited}}
    if scene.days:
        fields["date"] = record.fields.get("date", fields.get("date"))
    return Record(record.op, record.topic, fields, fact_type=record.fact_type, more=True)


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


def answered(
    scene: Scene, prior: Prior, lexicon: Lexicon, situation: Situation
) -> tuple[Record, list[str]] | None:
    """The draft with what the bot had asked filled in, and what is then still to be asked."""
    hearing = lexicon.topics.get(prior.topic)
    if hearing is None:
        return None
    told = said_fields(scene, hearing, lexicon, situation)
    heard = Listener(scene, hearing, lexicon, situation).listen()
    open_texts = {f.code for f in hearing.fields if f.whole and f.code not in prior.fields}
    given = {k: v for k, v in heard.fields.items() if k in told or k in open_texts}
    number = next((n.whole for n in scene.numbers if n.whole is not None), None)
    asked = _asked_count(hearing, prior.fields, words_of(situation.pending))
    given |= _all_of_one(scene, prior, hearing, number is not None)
    named = any(
        f.code in given and scene.has("near", f"{hearing.fact_type}.{f.code}") for f in _counts(hearing)
    )
    if number is not None and asked and asked not in given and not named:
        given = {k: v for k, v in given.items() if k not in _count_codes(hearing)} | {asked: number}
    days = [d for d in scene.days if d.first]
    if days and days[0].first is not None:
        given["date"] = days[0].first.isoformat()
    whole = Heard({**given, **prior.fields, **{k: v for k, v in given.items() if k == "date"}})
    add_up(whole, hearing)
    record = Record("create", prior.topic, whole.fields, fact_type=hearing.fact_type)
    return record, questions(hearing, whole, situation)


def _all_of_one(scene: Scene, prior: Prior, hearing: Hearing, counted: bool) -> dict[str, Any]:
    """A tally whose sum is known and of which one option is named: "cán bộ hết" of six people are six."""
    found: dict[str, Any] = {}
    for each in hearing.fields:
        known = each.kind == "tally" and each.total in prior.fields and each.code not in prior.fields
        codes = {s.code for _, s in scene.said("option", f"{hearing.fact_type}.{each.code}")}
        if known and len(codes) == 1 and not counted:
            found[each.code] = {codes.pop(): prior.fields[each.total or ""]}
    return found


def _counts(hearing: Hearing) -> list[HeardField]:
    return [f for f in hearing.fields if f.kind in ("count", "money")]


def _count_codes(hearing: Hearing) -> set[str]:
    return {f.code for f in _counts(hearing)}


def _asked_count(hearing: Hearing, fields: Mapping[str, Any], pending: str) -> str | None:
    """The missing count whose words stand in the question, the longest first; else the only one missing."""
    missing = [f for f in _counts(hearing) if f.code not in fields]
    said = [
        (len(p), f.code) for f in missing for p in (*f.near, *f.units) if f" {words_of(p)} " in f" {pending} "
    ]
    if said:
        return max(said)[1]
    return missing[0].code if len(missing) == 1 else None
