"""A clause and a kind of report -> the fields that were said."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from core.folding import words_of
from core.understanding.beside import tallied
from core.understanding.called import Namer
from core.understanding.counting import Counting
from core.understanding.heard import Heard
from core.understanding.hearing import HeardField, ShortOf
from core.understanding.likely import likeliest
from core.understanding.phrases import Match
from core.understanding.told import identifier_of, link_of, phone_of, told_text, told_texts

#: names first, then choices, then numbers, which need to know what is counted
_BEFORE_NUMBERS = (
    ("places", "place", "org", "people", "person"),
    ("likeliest", "choice", "choices", "flag", "link", "identifier", "phone", "day", "year", "unit"),
)
_BEHIND_NUMBERS = ("text", "texts")
#: pieces between "each of them" and how often: "mỗi người tham gia 2 lớp"
_TIMES = 2


class Listener(Counting):
    """Hears the fields of one kind of report in one clause."""

    def listen(self) -> Heard:
        """All fields that the clause says, and those that follow from them."""
        for kinds in _BEFORE_NUMBERS:
            self._hear(kinds)
        self._hear(_BEFORE_NUMBERS[0], late=True)
        tallies = [f for f in self.hearing.fields if f.kind == "tally"]
        for each in tallies:
            self._tally(each)
        self._counts([f for f in self.hearing.fields if f.kind in ("count", "money", "share")])
        self._hear(_BEHIND_NUMBERS)
        self._defaults()
        for each in tallies:
            self._total(each)
            self._all_of(each)
        for code in {f.code for f in self.hearing.fields if f.times}:
            self._times(code)
        return self.heard

    def _times(self, code: str) -> None:
        """So many for each of those counted: 4 people of whom each goes to 2 classes attend 8 times."""
        about = f"{self.hearing.fact_type}.{code}"
        units = {m.start for m, _ in self.scene.said("times_of", about)}
        each = [m.end for m, _ in self.scene.said("times", about)]
        times = (
            n.whole
            for n in self.scene.numbers
            if n.whole and n.end in units and any(0 <= n.start - end <= _TIMES for end in each)
        )
        factor, value = next(times, 1), self.heard.fields.get(code)
        if isinstance(value, int):
            self.heard.fields[code] = factor * value
        elif isinstance(value, dict):
            self.heard.fields[code] = {key: factor * count for key, count in value.items()}

    def _hear(self, kinds: tuple[str, ...], *, late: bool = False) -> None:
        """Fields of these kinds; `late`: those that had to wait for the choices their condition names."""
        for each in self.hearing.fields:
            heard = each.code in self.heard.fields or not self.wanted(each)
            if each.kind in kinds and not heard and (not late or each.when or each.unless):
                self._put(each, self._ways[each.kind](each))

    @cached_property
    def _ways(self) -> dict[str, Callable[[HeardField], Any]]:
        """How a field of each kind is heard."""
        return {
            "place": self._place,
            "org": self._place,
            "places": self._places,
            "people": self._people,
            "person": self._person,
            "unit": self._unit,
            "choice": self._choice,
            "choices": self._choices,
            "likeliest": self._likeliest,
            "flag": self._flag,
            "identifier": self._identifier,
            "link": self._link,
            "phone": self._phone,
            "day": self._day,
            "year": self._year,
            "text": self._text,
            "texts": self._texts,
        }

    @cached_property
    def namer(self) -> Namer:
        return Namer(self.scene, self.hearing.fact_type, self.lexicon, self.situation)

    def _put(self, each: HeardField, value: Any) -> None:
        if value in (None, [], {}, ""):
            return
        if each.several and isinstance(value, list):
            single = len(value) == 1
            self.heard.fields[each.code if single else each.several] = value[0] if single else value
        else:
            self.heard.fields[each.code] = value

    # -- names

    def _place(self, each: HeardField) -> str | None:
        return self.namer.named(each)

    def _places(self, each: HeardField) -> list[str]:
        """Several places told in one row, each once."""
        names = list(dict.fromkeys(self.namer.text(name, each) for name in self.namer.all(each)))
        return names if len(names) >= each.least else []

    def _people(self, each: HeardField) -> list[str]:
        return self.namer.people(each)

    def _person(self, each: HeardField) -> str | None:
        return self.namer.person(each)

    def _unit(self, _: HeardField) -> str | None:
        return self.situation.sender.unit or None

    # -- choices

    def _choice(self, each: HeardField) -> str | None:
        own = self._of_name(each)
        if own is not None:
            return own
        said = self._so_far([(m, code) for m, code in self._options(each) if code])
        codes = [code for _, code in said]
        codes = [code for code in codes if code not in each.general] or codes
        if not codes:
            return self._own_plan(each)
        if each.counted:
            ends = {n.end for n in self.scene.numbers}
            codes = [code for m, code in said if m.start in ends] or codes
        ended = next((code for code in codes if code in each.ends), None)
        if ended is not None:
            return ended
        if each.take == "last":
            return codes[-1]
        if each.take == "furthest":
            order = self.lexicon.order.get(self._about(each), ())
            return max(codes, key=lambda code: order.index(code) if code in order else -1)
        return codes[0]

    def _so_far(self, said: list[tuple[Match, str]]) -> list[tuple[Match, str]]:
        """Without what is not so yet, where something else is: "đang viết tiêu chuẩn, chưa bàn giao"."""
        denied = {m.end for m, _ in self.scene.said("not_yet")}
        left = {m.start for m, _ in self.scene.said("left_undone")}
        return [(m, code) for m, code in said if m.start not in denied and m.end not in left] or said

    def _of_name(self, each: HeardField) -> str | None:
        """The code that the name in another field tells: its own words, else its type."""
        held = self.heard.fields.get(each.of) if each.of else None
        spec = self.hearing.field(each.of) if each.of else None
        text = held[0] if isinstance(held, list) else held
        if spec is None or not isinstance(text, str):
            return None
        name = self.namer.name_of(spec, text)
        said = self._options(each, self.scene.part(name.start, name.end)) if name else []
        if said:
            return said[0][1]
        if name is None and text == self.situation.sender.unit:
            return self._of_text(each, text)
        known = self.namer.type_of(spec, text)
        return known if known in self.lexicon.order.get(self._about(each), ()) else None

    def _of_text(self, each: HeardField, text: str) -> str | None:
        """The code whose words stand in the name of the sender's own unit, the longest first."""
        folded = f" {words_of(text)} "
        said = [
            (len(phrase), code)
            for code, phrases in each.words.items()
            for phrase in phrases
            if code and f" {words_of(phrase)} " in folded
        ]
        return max(said)[1] if said else None

    def _likeliest(self, each: HeardField) -> str | None:
        """The task, by its number, or the step, by its name, that the words speak for most."""
        task = self.heard.fields.get(each.within) if each.within else None
        if each.within and task is None:
            return None
        words = self.scene.words
        said = (
            (" ".join(word.folded for word in words[match.start : match.end]), sense)
            for match, sense in self.scene.said("likely", self._about(each))
        )
        code = likeliest(said, f"{task}." if task else "", each.at_least)
        return self.lexicon.steps.get(code, code) if code else None

    def _choices(self, each: HeardField) -> list[str]:
        """All codes said; with `after` or `until` only those behind, or in front of, such a word."""
        said = self._options(each)
        if each.after:
            said = self._behind(each, said)
        stops = [m.start for m, _ in self.scene.said("until", self._about(each))]
        if stops:
            said = [(m, code) for m, code in said if m.end <= min(stops)]
        own = self._own_plan(each)
        return list(dict.fromkeys(code for _, code in said)) or ([own] if own else [])

    def _own_plan(self, each: HeardField) -> str | None:
        """The sender's only plan, where the field may be the sender's own."""
        plans = self.situation.sender.plans
        return plans[0] if each.own and len(plans) == 1 else None

    def _behind(self, each: HeardField, said: list[tuple[Match, str]]) -> list[tuple[Match, str]]:
        ends = [m.end for m, _ in self.scene.said("after", self._about(each))]
        return [(m, code) for m, code in said if any(end <= m.start for end in ends)]

    def _flag(self, each: HeardField) -> bool | None:
        """Yes or no, by the words for either."""
        if self.scene.has("zero", self._about(each)):
            return False
        return True if self.scene.has("one", self._about(each)) else None

    # -- what is written out

    def _identifier(self, each: HeardField) -> str | None:
        return self._taken(identifier_of(self.scene, self._about(each)))

    def _link(self, _: HeardField) -> str | None:
        return self._taken(link_of(self.scene))

    def _phone(self, _: HeardField) -> str | None:
        return self._taken(phone_of(self.scene))

    def _taken(self, found: tuple[str, range] | None) -> str | None:
        if found is None:
            return None
        self.heard.used.update(found[1])
        return found[0]

    def _day(self, each: HeardField) -> str | None:
        ends = [m.end for m, _ in self.scene.said("near", self._about(each))]
        for day in self.scene.days:
            if day.first and any(-1 <= day.start - end <= 2 for end in ends):
                self.heard.used.update(range(day.start, day.end))
                return day.first.isoformat() if day.period is None else day.period
        return None

    def _year(self, each: HeardField) -> int | None:
        """A year said as a period, or bare behind words of the field; else this one where content says so."""
        year = next((int(d.period) for d in self.scene.days if d.period and len(d.period) == 4), None)
        if year is None:
            ends = [m.end for m, _ in self.scene.said("near", self._about(each))]
            for number in self.scene.numbers:
                if any(number.start == end for end in ends) and number.whole in range(1990, 2101):
                    self.heard.used.add(number.start)
                    year = number.whole
        return year if year is not None or not each.own else self.situation.today.year

    def _text(self, each: HeardField) -> str | None:
        return told_text(self.scene, each, self._about(each))

    def _texts(self, each: HeardField) -> list[str]:
        return told_texts(self.scene, each, self._about(each))

    # -- what follows

    def _defaults(self) -> None:
        for each in self.hearing.fields:
            if each.short_of and self._falls_short(each.short_of):
                self.heard.fields[each.code] = each.short_of.code
            if each.code in self.heard.fields or each.code in self.heard.guesses or not self.wanted(each):
                continue
            if each.kind == "tally" or tallied(each, self.hearing, self.heard):
                continue
            named = self.heard.fields.get(each.count_of) if each.count_of else None
            if isinstance(named, list):
                self.heard.fields[each.code] = len(named) + self.scene.has("plus_one", self._about(each))
                self.heard.implied.add(each.code)
            elif each.count_of and named is not None:
                self.heard.fields[each.code] = 1
            elif (
                each.default is not None
                and self.holds(each.default_when)
                and not self.scene.has("default_unless", self._about(each))
            ):
                self.heard.fields[each.code] = each.default
                self.heard.implied.add(each.code)

    def _all_of(self, each: HeardField) -> None:
        """Those named, or the sender alone, are all of the tally's default option."""
        heard = self.heard
        known = each.total in heard.implied and each.code not in heard.fields
        if known and isinstance(each.default, str) and self.holds(each.when):
            heard.fields[each.code] = {each.default: heard.fields[str(each.total)]}

    def _falls_short(self, short: ShortOf) -> bool:
        count, whole = self.heard.fields.get(short.count), self.heard.fields.get(short.of)
        return isinstance(count, int) and isinstance(whole, int) and count < whole
