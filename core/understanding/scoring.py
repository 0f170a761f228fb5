"""How well messages were understood: a reading against what a careful colleague wrote beside the message."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.answers.tokens import tokens_of
from core.folding import fold
from core.understanding.hearing import Hearing

#: kinds of heard fields whose value is free words: part of them is enough
_FREE = ("text", "texts", "likeliest")


@dataclass(frozen=True, slots=True)
class Marks:
    """What of one message was right. `wrong` says what was not, a line each."""

    intent: bool
    topics: bool
    fields: bool
    questions: bool
    #: records made, and those of them of what should make none
    made: int
    extra: int
    wrong: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return self.intent and self.topics and self.fields and self.questions and not self.extra


@dataclass(frozen=True, slots=True)
class Score:
    """How many of `messages` were right, in what; of the records `made`, how many are `extra`."""

    messages: int = 0
    intents: int = 0
    topics: int = 0
    fields: int = 0
    questions: int = 0
    whole: int = 0
    made: int = 0
    extra: int = 0

    def lines(self) -> Iterator[tuple[str, str]]:
        """Names and values as people read them: "55.0 % (33 of 60)"."""
        yield "intent right", _share(self.intents, self.messages)
        yield "topics right", _share(self.topics, self.messages)
        yield "fields right", _share(self.fields, self.messages)
        yield "questions right", _share(self.questions, self.messages)
        yield "whole message right", _share(self.whole, self.messages)
        yield "wrong records made", _share(self.extra, self.made)


def summed(marks: Iterable[Marks]) -> Score:
    """The score of several messages."""
    all_marks = list(marks)
    return Score(
        len(all_marks),
        sum(each.intent for each in all_marks),
        sum(each.topics for each in all_marks),
        sum(each.fields for each in all_marks),
        sum(each.questions for each in all_marks),
        sum(each.whole for each in all_marks),
        sum(each.made for each in all_marks),
        sum(each.extra for each in all_marks),
    )


def _share(part: int, of: int) -> str:
    return f"{100 * part / of if of else 0:.1f} % ({part} of {of})"


def free_fields(hearings: Iterable[Hearing]) -> frozenset[str]:
    """The fields in free words, as "topic.field"; names are not among them."""
    return frozenset(
        f"{hearing.name}.{field.code}"
        for hearing in hearings
        for field in hearing.fields
        if field.kind in _FREE and not field.proper
    )


def marked(told: Mapping[str, Any], expected: Mapping[str, Any], free: Collection[str] = ()) -> Marks:
    """Compare a reading with `expect`: numbers and dates exactly, names by containment, questions as a set.

    Fields beyond those expected are no error. Of several records of a topic the likest are compared. Of the
    fields in `free` ("topic.field") half of the words are enough.
    """
    wrong: list[str] = []
    intent = told["intent"] == expected["intent"]
    if not intent:
        wrong.append(f"intent {told['intent']} for {expected['intent']}")
    theirs, ours = list(expected.get("records", ())), list(told["records"])
    topics = told.get("topic") == expected.get("topic") and _names(ours) == _names(theirs)
    if not topics:
        wrong.append(
            f"topic {told.get('topic')} {sorted(_names(ours).elements())}"
            f" for {expected.get('topic')} {sorted(_names(theirs).elements())}"
        )
    fields = _records(ours, theirs, wrong, free)
    asked, wanted = set(told["must_ask"]), set(expected.get("must_ask", ()))
    if asked != wanted:
        wrong.append(f"asks {sorted(asked)} for {sorted(wanted)}")
    extra = (_names(ours) - _names(theirs)).total()
    return Marks(intent, topics, fields, asked == wanted, len(ours), extra, tuple(wrong))


def _names(records: Sequence[Mapping[str, Any]]) -> Counter[str]:
    return Counter(f"{record.get('op', 'create')}:{record['topic']}" for record in records)


def _records(ours: list[Any], theirs: list[Any], wrong: list[str], free: Collection[str]) -> bool:
    right = True
    left = list(ours)
    for expected in theirs:
        alike = [r for r in left if r["topic"] == expected["topic"]]
        if not alike:
            right = False
            continue
        wanted, topic = expected.get("fields", {}), expected["topic"]
        differing, best = min(
            ((_differing(r["fields"], wanted, topic, free), r) for r in alike), key=lambda pair: len(pair[0])
        )
        left.remove(best)
        if expected.get("target") not in (None, best.get("target")):
            differing.append(f"target {best.get('target')} for {expected['target']}")
        wrong.extend(f"{expected['topic']}.{each}" for each in differing)
        right = right and not differing
    return right


def _differing(
    ours: Mapping[str, Any], theirs: Mapping[str, Any], topic: str, free: Collection[str]
) -> list[str]:
    return [
        f"{code} {ours.get(code)!r} for {value!r}"
        for code, value in theirs.items()
        if not same(ours.get(code), value, free=f"{topic}.{code}" in free)
    ]


def same(ours: Any, theirs: Any, *, free: bool = False) -> bool:
    """Whether two values of a field say the same: "chợ Ngụ" and "Ngụ" do, 12 and 21 do not."""
    if ours is None:
        return theirs is None
    if isinstance(theirs, str) and isinstance(ours, str):
        a, b = fold(ours).replace("&", ""), fold(theirs).replace("&", "")
        if a == b or (len(a) > 1 and len(b) > 1 and not a[0].isdigit() and (a in b or b in a)):
            return True
        return free and _overlap(a, b) >= 0.5
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
    x, y = ({token.text for token in tokens_of(text) if token.kind != "mark"} for text in (a, b))
    return len(x & y) / max(min(len(x), len(y)), 1)
