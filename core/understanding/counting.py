"""Numbers of a clause -> the counts, sums and shares of a record they stand for."""

from functools import cached_property
from typing import Any

from core.understanding.belonging import of_organisations
from core.understanding.beside import behind_label, besides, said_as_one, said_of_all, sides, tallied
from core.understanding.heard import Heard, codes_of
from core.understanding.hearing import HeardField, Hearing, When
from core.understanding.lexicon import Lexicon
from core.understanding.number_marks import Number
from core.understanding.phrases import Match
from core.understanding.sayings import outermost
from core.understanding.scene import Scene
from core.understanding.situation import Situation


class Counting:
    """Hears numbers in one clause for one kind of report."""

    def __init__(self, scene: Scene, hearing: Hearing, lexicon: Lexicon, situation: Situation) -> None:
        self.scene = scene
        self.hearing = hearing
        self.lexicon = lexicon
        self.situation = situation
        self.heard = Heard()

    def holds(self, when: When) -> bool:
        return all(codes_of(self.heard.fields.get(code)) & set(codes) for code, codes in when.items())

    def wanted(self, each: HeardField) -> bool:
        """Whether what else was heard lets this field be heard at all."""
        return self.holds(each.when) and not any(code in self.heard.fields for code in each.unless)

    def _about(self, each: HeardField) -> str:
        return f"{self.hearing.fact_type}.{each.code}"

    def _options(self, each: HeardField, scene: Scene | None = None) -> list[tuple[Match, str]]:
        """Codes said, in order; one inside a longer phrase of the field, or a person's name, says nothing."""
        said = (scene or self.scene).said("option", self._about(each))
        return [(m, sense.code) for m, sense in outermost(said) if m.start not in self._persons]

    @cached_property
    def _persons(self) -> frozenset[int]:
        """Pieces of people's names: "anh Dân" is none of the people."""
        return frozenset(at for n in self.scene.names if n.kind == "person" for at in range(n.start, n.end))

    # -- numbers

    def _free(self, kind: str) -> list[Number]:
        money, share = kind == "money", kind == "share"
        left = (n for n in self.scene.numbers if n.start not in self.heard.used)
        return [n for n in left if n.money == money and n.percent == share]

    def _tally(self, each: HeardField) -> None:
        """Numbers each with the option it counts: "4 cán bộ, 2 chủ cơ sở"."""
        if each.code in self.heard.fields:
            return
        options = [(m, code) for m, code in self._options(each) if code]
        counts: dict[str, int] = {}
        told: list[tuple[Number, str]] = []
        for number in self._free("count"):
            reach = self._reach(number, each)
            code = next((c for m, c in options if 0 <= m.start - number.end <= reach), None)
            code = code or self._headed(number, each, options)
            if code is not None and number.whole is not None:
                speaker = self._speaker(number, f"{self.hearing.fact_type}.{each.total}")
                others = speaker + self._named(self.hearing.field(each.total or ""), number)
                counts[code] = counts.get(code, 0) + number.whole + others
                told.append((number, code))
        self._without_those_among(counts, told)
        guessed = any(number.guess for number, _ in told)
        if counts and len(counts) + (self._left(each) is not None) >= each.least and self.wanted(each):
            self.heard.used |= {number.start for number, _ in told}
            if guessed:
                self.heard.guesses.add(each.total or each.code)
            self.heard.fields[each.code] = counts

    def _named(self, each: HeardField | None, number: Number) -> int:
        """How many are named besides a number: "chị Nhàn và 2 cán bộ nữa"."""
        named = self.heard.fields.get(each.count_of) if each and each.count_of else None
        return len(named) if isinstance(named, list) and besides(self.scene, number) else 0

    def _without_those_among(self, counts: dict[str, int], told: list[tuple[Number, str]]) -> None:
        """ "6 cán bộ, trong đó có 2 chủ xưởng" are six people: those among the first are no more."""
        ends = {m.end for m, _ in self.scene.said("among")}
        if len(told) < 2 or told[1][0].start not in ends:
            return
        (whole, code), *parts = told
        among = sum(number.whole or 0 for number, _ in parts)
        if whole.whole is not None and whole.whole > among and all(other != code for _, other in parts):
            counts[code] -= among

    def _headed(self, number: Number, each: HeardField, options: list[tuple[Match, str]]) -> str | None:
        """The option in front of a number: "mầm non 4, trường nghề Sông Đuống: 14"."""
        words, end = self.scene.words, number.end + self._reach(number, each)
        if end < self.scene.end and not words[end].mark and not self._joined_at(end):
            return None
        at = number.start
        while at > self.scene.start and words[at - 1].text in (":", "-", "=", "–"):
            at -= 1
        name = next((n for n in self.scene.names if n.end == at), None)
        first = name.start if name is not None else at
        said = [(m, c) for m, c in options if m.end == at or (name is not None and first <= m.start < at)]
        begins = min((m.start for m, _ in said), default=at)
        if not said or (begins > self.scene.start and words[begins - 1].figure):
            return None
        return said[0][1]

    def _joined_at(self, at: int) -> bool:
        return any(m.start == at for m, _ in self.scene.touching(at, at + 1, "joins"))

    def _reach(self, number: Number, each: HeardField) -> int:
        """How far behind a number what it counts may begin: over counting words ("3 chị em công chức")."""
        ends = [m.end for m in (*self._behind_it(number, "counter"), *self._counted(number, each))]
        return max(ends, default=number.end) - number.end

    def _behind_it(self, number: Number, kind: str, about: str = "") -> list[Match]:
        """Phrases of a kind straight behind a number."""
        said = self.scene.touching(number.end, number.end + 1, kind, about)
        return [match for match, _ in said if match.start == number.end]

    def _counted(self, number: Number, each: HeardField) -> list[Match]:
        """Words for what the field counts, straight behind a number."""
        return self._behind_it(number, "unit_of", self._about(each))

    def _closed(self, number: Number) -> bool:
        """Whether nothing but a word for counting stands behind a number: "cân treo 2 chiếc, ..."."""
        at = max([m.end for m in self._behind_it(number, "counter")], default=number.end)
        return at >= self.scene.end or self.scene.words[at].mark

    def _total(self, each: HeardField) -> None:
        """The sum of a tally, and what is left of a stated sum ("còn lại là chủ cơ sở")."""
        fields = self.heard.fields
        if not each.total or not self.holds(each.when) or (each.least > 1 and each.code not in fields):
            return
        counts, stated = fields.get(each.code), fields.get(each.total)
        if counts is None:
            codes = {code for _, code in self._options(each)}
            if isinstance(stated, int) and len(codes) == 1:
                fields[each.code] = {codes.pop(): stated}
            return
        left = self._left(each)
        if left is not None and isinstance(stated, int) and stated > sum(counts.values()):
            counts[left] = counts.get(left, 0) + stated - sum(counts.values())
        elif isinstance(stated, int):
            counts = fields[each.code] = of_organisations(self.scene, self._about(each), counts, stated)
        if stated is None:
            fields[each.total] = sum(counts.values())
        elif stated != sum(counts.values()):
            self.heard.conflict = True

    def _left(self, each: HeardField) -> str | None:
        """The option that "the rest" is said to be."""
        ends = [m.end for m, _ in self.scene.said("rest")]
        return next((c for m, c in self._options(each) if any(0 <= m.start - end <= 2 for end in ends)), None)

    def _counts(self, fields: list[HeardField]) -> None:
        for each in fields:
            if said_of_all(self.scene, "zero", self._about(each)) and self.holds(each.when):
                self.heard.fields[each.code] = 0
        taken: set[int] = set()
        for _, start, code, each, number in sorted(self._fitting(fields), key=lambda pair: pair[:3]):
            if start in taken or (code in self.heard.fields and not each.adds):
                continue
            taken.add(start)
            self._count(each, number)
        for each in fields:
            if each.code not in self.heard.fields and self.wanted(each):
                self._implied(each)
                self._some(each)
        if any(n.percent for n in self.scene.numbers):
            self.heard.shares = True

    def _fitting(self, fields: list[HeardField]) -> list[tuple[float, int, str, HeardField, Number]]:
        """Every number with every count it may be, and how badly it fits (the least first)."""
        open_ = [f for f in fields if f.code not in self.heard.fields and self.wanted(f)]
        scored = [
            (-self._score(each, number), number.start, each.code, each, number)
            for each in open_
            for number in self._free({"money": "money", "share": "share"}.get(each.kind, "count"))
        ]
        return [pair for pair in scored if pair[0] < 0]

    def _score(self, each: HeardField, number: Number) -> float:
        """How well a number fits a count: what is counted behind it, the words beside it."""
        about = self._about(each)
        if each.of_total and number.total is None:
            return 0
        score = 0.0
        if self._counted(number, each) or behind_label(self.scene, number, about):
            score += 2
        if self._behind_it(number, "not_units", about):
            return 0
        before, after = self._sides[number.start]
        led = number.start in self._led
        if self._denied(number, about):
            return 0
        told = self.scene.touching(before, after, "near", about)
        other = led and all(match.end != number.start for match, _ in told)
        for match, _ in told:
            if (self._told_first or led) and match.start >= number.end and match.end in self._starts:
                continue
            if self._of_all(match, about):
                continue
            length = 0.1 * (match.end - match.start)
            if number.end <= match.start < after:
                score = max(score, 0) + 4 + length - 0.3 * (match.start - number.end)
            elif before < match.end <= number.start and not other:
                score = max(score, 0) + 3 + length - 0.3 * (number.start - match.end)
        return score or (0.5 if each.bare or each.kind in ("money", "share") else 0.0)

    def _denied(self, number: Number, about: str) -> bool:
        """Whether words beside the number say that it is another one."""
        before, after = self._sides[number.start]
        return any(
            number.end <= match.start < after or before < match.end <= number.start
            for match, _ in self.scene.touching(before, after, "not_near", about)
        )

    def _of_all(self, match: Match, about: str) -> bool:
        """ "15 cái đạt hết" are fifteen in all: the words are part of those that say "as many"."""
        said = self.scene.said("as_many", about)
        return any(m.start <= match.start and match.end < m.end for m, _ in said)

    @cached_property
    def _starts(self) -> frozenset[int]:
        return frozenset(n.start for n in self.scene.numbers)

    @cached_property
    def _told_first(self) -> bool:
        """Whether what numbers are stands in front of them: "21 cái đạt 20 hỏng 1", not "20 đạt 1 hỏng"."""
        numbers = self._free("count")
        last = numbers[-1] if numbers else None
        return last is not None and last.start in self._led and self._closed(last)

    @cached_property
    def _led(self) -> frozenset[int]:
        """Where words that tell what a number is end: "kiểm tra 3 cây xăng phạt 1"."""
        own = f"{self.hearing.fact_type}."
        return frozenset(m.end for m, s in self.scene.said("near") if s.about.startswith(own))

    @cached_property
    def _sides(self) -> dict[int, tuple[int, int]]:
        return sides(self.scene)

    def _count(self, each: HeardField, number: Number) -> None:
        value: Any = number.millions if each.kind == "money" else number.whole
        if each.kind == "share":
            value = float(number.value)
        if number.guess:
            self.heard.guesses.add(each.code)
            return
        if value is None:
            return
        value += self._speaker(number, self._about(each))
        if named := self._named(each, number):
            value += named
            self.heard.implied.add(each.code)
        if each.adds and each.code in self.heard.fields:
            value += self.heard.fields[each.code]
        self.heard.fields[each.code] = value
        self.heard.used.add(number.start)
        if each.out_of and number.total is not None:
            self.heard.fields[each.out_of] = int(number.total)

    def _speaker(self, number: Number, about: str) -> int:
        """One, where the speaker is named right in front of a number of others: "em với 2 chị"."""
        return int(any(m.end == number.start for m, _ in self.scene.said("plus_one", about)))

    def _some(self, each: HeardField) -> None:
        """ "Vài hộ" is a number only guessed at."""
        ends = {m.end for m, _ in self.scene.said("guesses")}
        units = self.scene.said("unit_of", self._about(each))
        if each.code not in self.heard.fields and any(m.start in ends for m, _ in units):
            self.heard.guesses.add(each.code)

    def _plainly_said(self, about: str) -> bool:
        """Whether its words stand there without a number: "một chiếc duy nhất, không đạt"."""
        barred = [m for m, _ in self.scene.said("not_near", about)]
        return any(
            not any(o.start <= m.start and m.end <= o.end for o in barred)
            for m, _ in self.scene.said("near", about)
        )

    def _implied(self, each: HeardField) -> None:
        about = self._about(each)
        fields = self.heard.fields
        if each.as_many and said_of_all(self.scene, "as_many", about):
            other = fields.get(each.as_many.of)
            if other is not None:
                fields[each.code] = other
        elif each.as_many and fields.get(each.as_many.of) == 1 and self._plainly_said(about):
            fields[each.code] = 1
        elif tallied(each, self.hearing, self.heard):
            return
        elif said_as_one(self.scene, about) and not self.scene.has("plus_one", about):
            fields[each.code] = 1
            self.heard.implied.add(each.code)
