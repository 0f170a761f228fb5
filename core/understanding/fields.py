"""A clause and a kind of report -> the fields that were said."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from core.understanding.hearing import HeardField, Hearing, When
from core.understanding.lexicon import Lexicon
from core.understanding.names import Name
from core.understanding.numbers import Number
from core.understanding.phrases import Match
from core.understanding.scene import Scene
from core.understanding.situation import Fields, Situation


@dataclass
class Heard:
    """What one clause said: fields by name, and which of them were only guessed at."""

    fields: Fields = field(default_factory=dict)
    #: counts said as "about", "nearly"
    guesses: set[str] = field(default_factory=set)
    #: a share in per cent stood where a count is wanted
    shares: bool = False
    used: set[int] = field(default_factory=set)


class Listener:
    """Hears the fields of one kind of report in one clause."""

    def __init__(self, scene: Scene, hearing: Hearing, lexicon: Lexicon, situation: Situation) -> None:
        self.scene = scene
        self.hearing = hearing
        self.lexicon = lexicon
        self.situation = situation
        self.heard = Heard()

    def listen(self) -> Heard:
        """Names first, then choices, then numbers, which need to know what is counted."""
        by_kind: dict[str, list[HeardField]] = {}
        for each in self.hearing.fields:
            by_kind.setdefault(each.kind, []).append(each)
        for kind in ("place", "org", "people"):
            for each in by_kind.get(kind, ()):
                self._put(each, getattr(self, f"_{kind}")(each))
        for kind in ("choice", "choices", "identifier", "day"):
            for each in by_kind.get(kind, ()):
                self._put(each, getattr(self, f"_{kind}")(each))
        for each in by_kind.get("tally", ()):
            self._tally(each)
        self._counts([f for f in self.hearing.fields if f.kind in ("count", "money", "share")])
        for each in by_kind.get("text", ()):
            self._put(each, self._text(each))
        self._defaults()
        return self.heard

    def named(self, each: HeardField) -> str | None:
        """The place or organisation that this field would take here."""
        return self._place(each) if each.kind == "place" else self._org(each)

    def holds(self, when: When) -> bool:
        return all(_codes(self.heard.fields.get(code)) & set(codes) for code, codes in when.items())

    def _put(self, each: HeardField, value: Any) -> None:
        if value not in (None, [], {}, "") and self.holds(each.when):
            self.heard.fields[each.code] = value

    def _about(self, each: HeardField) -> str:
        return f"{self.hearing.fact_type}.{each.code}"

    # -- names

    def _place(self, each: HeardField) -> str | None:
        names = [n for n in self.scene.names if n.kind in ("place", "unit", "org") and self._of_kind(each, n)]
        near = self._nearest(each, names)
        if near is not None:
            return near.text
        unit = self.situation.sender.unit
        said = self.scene.has("own")
        if each.own and unit and (said or not each.kinds or self._unit_is(each)):
            return unit
        return None

    def _unit_is(self, each: HeardField) -> bool:
        unit = self.situation.sender.unit.casefold()
        heads = self.lexicon.speech.place_heads
        return any(unit.startswith(head) for kind in each.kinds for head in heads.get(kind, ()))

    def _of_kind(self, each: HeardField, name: Name) -> bool:
        if name.kind == "unit":
            return each.own
        return not each.kinds or name.type in each.kinds

    def _nearest(self, each: HeardField, names: list[Name]) -> Name | None:
        if each.near:
            ends = [m.end for m, _ in self.scene.said("near", self._about(each))]
            close = [n for n in names if any(0 <= n.start - end <= 2 for end in ends)]
            return close[0] if close else None
        return names[0] if names else None

    def _org(self, each: HeardField) -> str | None:
        names = [n for n in self.scene.names if n.kind in ("org", "place", "unit") and self._is_org(each, n)]
        near = self._nearest(each, names)
        if near is not None:
            return near.text
        sender = self.situation.sender
        return sender.org if each.own and sender.org else None

    def _is_org(self, each: HeardField, name: Name) -> bool:
        if name.kind == "org":
            return not each.kinds or name.type in each.kinds
        return bool(each.kinds) and name.type in each.kinds

    def _people(self, each: HeardField) -> list[str]:
        people = [n for n in self.scene.names if n.kind == "person"]
        if each.near:
            near = self._nearest(each, people)
            return [near.text] if near else []
        kinds = set(each.kinds)
        orgs = [n for n in self.scene.names if n.kind == "org" and n.type in kinds] if kinds else []
        return list(dict.fromkeys(n.text for n in (orgs or people)))

    # -- choices

    def _options(self, each: HeardField, scene: Scene | None = None) -> list[tuple[Match, str]]:
        """Codes said, in order; one inside a longer phrase of the same field says nothing of its own."""
        said = [(m, s.code) for m, s in (scene or self.scene).said("option", self._about(each))]
        return [
            (m, code)
            for m, code in said
            if not any(
                o is not m and o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start
                for o, _ in said
            )
        ]

    def _choice(self, each: HeardField) -> str | None:
        said: list[tuple[Match, str]] = []
        if each.of and isinstance(self.heard.fields.get(each.of), str):
            named = self._name_scene(str(self.heard.fields[each.of]))
            said = self._options(each, named) if named else []
        said = said or self._options(each)
        if not said:
            return None
        codes = [code for _, code in said]
        if each.take == "last":
            return codes[-1]
        if each.take == "furthest":
            order = self.lexicon.order.get(self._about(each), ())
            return max(codes, key=lambda code: order.index(code) if code in order else -1)
        return codes[0]

    def _name_scene(self, text: str) -> Scene | None:
        name = next((n for n in self.scene.names if n.text == text), None)
        return self.scene.part(name.start, name.end) if name else None

    def _choices(self, each: HeardField) -> list[str]:
        return list(dict.fromkeys(code for _, code in self._options(each)))

    def _identifier(self, each: HeardField) -> str | None:
        """What stands behind "số", "mã": figures and letters without a blank."""
        for match, _ in self.scene.said("after", self._about(each)):
            at = match.end
            while at < self.scene.end and self.scene.words[at].text in (":", "."):
                at += 1
            end = at
            while end < self.scene.end and (end == at or self.scene.words[end].glued):
                end += 1
            text = self.scene.slice_text(at, end).rstrip(".,;:)")
            if any(char.isdigit() for char in text):
                self.heard.used.update(range(at, end))
                return text
        return None

    def _day(self, each: HeardField) -> str | None:
        ends = [m.end for m, _ in self.scene.said("near", self._about(each))]
        for day in self.scene.days:
            if day.first and any(0 <= day.start - end <= 2 for end in ends):
                self.heard.used.update(range(day.start, day.end))
                return day.first.isoformat() if day.period is None else day.period
        return None

    # -- numbers

    def _free(self, kind: str) -> list[Number]:
        used = self.heard.used
        return [
            n
            for n in self.scene.numbers
            if n.money == (kind == "money") and n.percent == (kind == "share") and n.start not in used
        ]

    def _tally(self, each: HeardField) -> None:
        """Numbers each with the option it counts: "4 cán bộ, 2 chủ cơ sở"."""
        options = self._options(each)
        counts: dict[str, int] = {}
        for number in self._free("count"):
            code = next((c for m, c in options if 0 <= m.start - number.end <= self._reach(number)), None)
            if code is not None and number.whole is not None:
                counts[code] = counts.get(code, 0) + number.whole
                self.heard.used.add(number.start)
                if number.guess:
                    self.heard.guesses.add(each.total or each.code)
        if counts and self.holds(each.when):
            self.heard.fields[each.code] = counts
            if each.total:
                self.heard.fields.setdefault(each.total, sum(counts.values()))

    def _reach(self, number: Number) -> int:
        """How far behind a number what it counts may begin: over one word for counting ("3 chị em công chức")."""
        return max(
            (m.end - number.end for m, _ in self.scene.said("counter") if m.start == number.end), default=0
        )

    def _counts(self, fields: list[HeardField]) -> None:
        for each in fields:
            if self.scene.has("zero", self._about(each)) and self.holds(each.when):
                self.heard.fields[each.code] = 0
        pairs = []
        for each in fields:
            if each.code in self.heard.fields or not self.holds(each.when):
                continue
            for number in self._free({"money": "money", "share": "share"}.get(each.kind, "count")):
                score = self._score(each, number)
                if score > 0:
                    pairs.append((-score, number.start, each.code, each, number))
        taken: set[int] = set()
        for _, start, code, each, number in sorted(pairs, key=lambda pair: pair[:3]):
            if start in taken or (code in self.heard.fields and not each.adds):
                continue
            taken.add(start)
            self._count(each, number)
        for each in fields:
            if each.code not in self.heard.fields and self.holds(each.when):
                self._implied(each)
        if any(n.percent for n in self.scene.numbers):
            self.heard.shares = True

    def _score(self, each: HeardField, number: Number) -> float:
        """How well a number fits a count: what is counted behind it, the words beside it."""
        about = self._about(each)
        score = 0.5 if each.bare or each.kind in ("money", "share") else 0.0
        if any(m.start == number.end for m, _ in self.scene.said("unit_of", about)):
            score += 2
        before, after = self._beside(number)
        for match, _ in self.scene.said("near", about):
            length = 0.1 * (match.end - match.start)
            if number.end <= match.start < after:
                score = max(score, 0) + 4 + length - 0.3 * (match.start - number.end)
            elif before < match.end <= number.start:
                score = max(score, 0) + 3 + length - 0.3 * (number.start - match.end)
        for match, _ in self.scene.said("not_near", about):
            if number.end <= match.start < after or before < match.end <= number.start:
                return 0
        return score

    def _beside(self, number: Number) -> tuple[int, int]:
        """The pieces that may speak of a number: up to the next number or comma, a few words at most."""
        words = self.scene.words
        others = [n for n in self.scene.numbers if n is not number]
        after = min([n.start for n in others if n.start >= number.end] + [number.end + 5, self.scene.end])
        before = max([n.end for n in others if n.end <= number.start] + [number.start - 4, self.scene.start])
        after = next((at for at in range(number.end, after) if words[at].text in (",", ";", ".")), after)
        before = next(
            (at + 1 for at in range(number.start - 1, before - 1, -1) if words[at].text in (",", ";", ".")),
            before,
        )
        return before, after

    def _count(self, each: HeardField, number: Number) -> None:
        value: Any = number.millions if each.kind == "money" else number.whole
        if each.kind == "share":
            value = float(number.value)
        if value is None:
            return
        if number.guess:
            self.heard.guesses.add(each.code)
            return
        if each.adds and each.code in self.heard.fields:
            value += self.heard.fields[each.code]
        self.heard.fields[each.code] = value
        self.heard.used.add(number.start)
        if each.out_of and number.total is not None:
            self.heard.fields[each.out_of] = int(number.total)

    def _implied(self, each: HeardField) -> None:
        about = self._about(each)
        if each.as_many and self.scene.has("as_many", about):
            other = self.heard.fields.get(each.as_many.of)
            if other is not None:
                self.heard.fields[each.code] = other
        elif self.scene.has("one", about):
            self.heard.fields[each.code] = 1

    # -- the rest

    def _text(self, each: HeardField) -> str | None:
        if each.whole:
            return self.scene.text.strip(" ,.;:!")
        for match, _ in self.scene.said("after", self._about(each)):
            ends = [m.start for m, _ in self.scene.said("until", self._about(each)) if m.start > match.end]
            ends += [
                at for at in range(match.end, self.scene.end) if self.scene.words[at].text in (",", ";", ".")
            ]
            ends += [d.start for d in self.scene.days if d.start > match.end]
            text = self.scene.slice_text(match.end, min(ends, default=self.scene.end)).strip(" ,.;:!")
            if text:
                return text
        return None

    def _defaults(self) -> None:
        for each in self.hearing.fields:
            if (
                each.default is not None
                and each.code not in self.heard.fields
                and each.code not in self.heard.guesses
            ):
                if self.holds(each.default_when) and self.holds(each.when):
                    self.heard.fields[each.code] = each.default


def _codes(value: Any) -> set[str]:
    """The codes a field's value holds, for conditions."""
    if isinstance(value, dict):
        return set(value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return set(value)
    return set() if value is None else {str(value)}
