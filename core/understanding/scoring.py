"""How well messages were understood: a reading against what a careful colleague wrote beside the message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.folding import fold


@dataclass(frozen=True, slots=True)
class Marks:
    """What of one message was right. `wrong` says what was not, a line each."""

    intent: bool
    topics: bool
    fields: bool
    questions: bool
    #: records made of what should make none
    extra: int
    wrong: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return self.intent and self.topics and self.fields and self.questions and not self.extra


def marked(told: Mapping[str, Any], expected: Mapping[str, Any]) -> Marks:
    """Compare a reading with `expect`: numbers and dates exactly, names by containment, questions as a set.

    Fields beyond those expected are no error. Records are compared in their order within a topic.
    """
    wrong: list[str] = []
    intent = told["intent"] == expected["intent"]
    if not intent:
        wrong.append(f"intent {told['intent']} for {expected['intent']}")
    theirs, ours = list(expected.get("records", ())), list(told["records"])
    topics = told.get("topic") == expected.get("topic") and _names(ours) == _names(theirs)
    if not topics:
        wrong.append(f"topic {told.get('topic')} {_names(ours)} for {expected.get('topic')} {_names(theirs)}")
    fields = _records(ours, theirs, wrong)
    asked, wanted = set(told["must_ask"]), set(expected.get("must_ask", ()))
    if asked != wanted:
        wrong.append(f"asks {sorted(asked)} for {sorted(wanted)}")
    return Marks(intent, topics, fields, asked == wanted, max(len(ours) - len(theirs), 0), tuple(wrong))


def _names(records: Sequence[Mapping[str, Any]]) -> list[str]:
    return sorted(f"{record.get('op', 'create')}:{record['topic']}" for record in records)


def _records(ours: list[Any], theirs: list[Any], wrong: list[str]) -> bool:
    right = True
    left = list(ours)
    for expected in theirs:
        same = [r for r in left if r["topic"] == expected["topic"]]
        if not same:
            right = False
            continue
        best = min(same, key=lambda r: len(_differing(r["fields"], expected.get("fields", {}))))
        left.remove(best)
        differing = _differing(best["fields"], expected.get("fields", {}))
        if expected.get("target") not in (None, best.get("target")):
            differing.append(f"target {best.get('target')} for {expected['target']}")
        wrong.extend(f"{expected['topic']}.{each}" for each in differing)
        right = right and not differing
    return right


def _differing(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
    return [f"{k} {ours.get(k)!r} for {v!r}" for k, v in theirs.items() if not same(ours.get(k), v, k)]


#: fields in free words: part of them is enough
_FREE = {
    "text",
    "findings",
    "effect",
    "solution",
    "detail",
    "what",
    "step",
    "source",
    "action",
    "about",
    "reason",
}


def same(ours: Any, theirs: Any, field: str = "") -> bool:
    """Whether two values of a field say the same: "chợ Ngụ" and "Ngụ" do, 12 and 21 do not."""
    if ours is None:
        return theirs is None
    if isinstance(theirs, str) and isinstance(ours, str):
        a, b = fold(ours).replace("&", ""), fold(theirs).replace("&", "")
        if a == b or (len(a) > 1 and len(b) > 1 and not a[0].isdigit() and (a in b or b in a)):
            return True
        return field in _FREE and _overlap(a, b) >= 0.5
    if isinstance(theirs, list):
        given = ours if isinstance(ours, list) else [ours]
        return len(given) == len(theirs) and all(any(same(o, t) for o in given) for t in theirs)
    if isinstance(theirs, Mapping) and isinstance(ours, Mapping):
        return dict(ours) == dict(theirs)
    if isinstance(theirs, bool) or isinstance(ours, bool):
        return ours is theirs
    if isinstance(theirs, int | float) and isinstance(ours, int | float):
        return abs(ours - theirs) < 1e-9
    return bool(ours == theirs)


def _overlap(a: str, b: str) -> float:
    """The share of the words of the shorter that stand in the longer."""
    x, y = set(a.split()), set(b.split())
    return len(x & y) / max(min(len(x), len(y)), 1)
