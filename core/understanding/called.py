"""Names in a clause -> the place, organisation or people that a field of a record means."""

from collections.abc import Iterable, Iterator

from core.folding import fold
from core.understanding.hearing import HeardField
from core.understanding.lexicon import Lexicon
from core.understanding.name_marks import Name
from core.understanding.scene import Scene
from core.understanding.situation import Situation
from core.understanding.syllables import is_syllable
from core.understanding.told import split_row
from core.understanding.words import LINE

#: kinds of names that may stand for an organisation or a place
_PLACES = ("place", "unit", "org")
#: words of the longest name in a list, and of those that tell what is listed
_LISTED = 5


class Namer:
    """Finds the names that fields of one kind of report take in one clause."""

    def __init__(self, scene: Scene, fact_type: str, lexicon: Lexicon, situation: Situation) -> None:
        self.scene = scene
        self.fact_type = fact_type
        self.lexicon = lexicon
        self.situation = situation

    def named(self, each: HeardField) -> str | None:
        """The place or organisation of a field; the sender's own where content allows."""
        sender = self.situation.sender
        if each.kind == "org" and each.own and sender.org:
            return sender.org
        name = next(self.all(each), None)
        if name is not None:
            return self.text(name, each)
        return self._own_unit(each) if each.kind == "place" else None

    def all(self, each: HeardField) -> Iterator[Name]:
        """Every name that the field would take, in order; bare ones and people only for want of others."""
        names = [n for n in self.scene.names if self._fits(each, n) and not self._barred(each, n)]
        if not names and each.persons:
            names = [
                n for n in self.scene.names if n.kind == "person" and n.type and not self._barred(each, n)
            ]
        if not names and each.bare:
            names = [n for n in self.scene.names if n.kind == "bare"]
        tellers = {m.start for m, _ in self.scene.said("tells")}
        names = [n for n in names if n.end not in tellers] or names
        if each.near:
            ends = [m.end for m, _ in self.scene.said("near", self._about(each))]
            names = [n for n in names if any(0 <= n.start - end <= 2 for end in ends)][:1]
        yield from names

    def people(self, each: HeardField) -> list[str]:
        """People named; with `kinds`, organisations of these types, and people told in one row with them."""
        people = _once([n for n in self.scene.names if n.kind == "person"])
        if each.near:
            ends = [m.end for m, _ in self.scene.said("near", self._about(each))]
            return [n.text for n in people if any(0 <= n.start - end <= 2 for end in ends)][:1]
        if not each.kinds:
            return list(dict.fromkeys(n.text for n in people))
        if "person" in each.kinds:
            named = [
                n
                for n in self.scene.names
                if (n.kind in each.kinds or n.type in each.kinds) and not self._barred(each, n)
            ]
            named = [n for n in named if not self._belonging(n)]
            ends = [m.end for m, _ in self.scene.said("after", self._about(each))]
            named = [n for n in named if ends and n.start >= ends[0]] or named
            if not named and each.bare:
                named = [n for n in self.scene.names if n.kind == "bare" and not self._barred(each, n)]
            return list(dict.fromkeys(self.text(n, each) for n in named))
        names = [n for n in self.scene.names if n.kind == "org" and n.type in each.kinds]
        if not names and each.persons and (listed := self._listed(each)):
            return listed
        names = self._row(names) if names else self._unheaded(people) if each.persons else []
        return list(dict.fromkeys(self.text(n, each) for n in names))

    def _listed(self, each: HeardField) -> list[str]:
        """Names told in brackets or behind a colon, of those counted in front of it."""
        words, scene = self.scene.words, self.scene
        about = {f"{self.fact_type}.{code}" for code in ("count", "org_type", each.code)}
        ends = {m.end for kind in ("unit_of", "option") for m, s in scene.said(kind) if s.about in about}
        numbers = [n.end for n in scene.numbers]
        for at in range(scene.start, scene.end):
            closing = {"(": ")", ":": ";"}.get(words[at].text)
            counted = any(0 < at - n <= _LISTED for n in numbers) and any(0 <= at - end <= 1 for end in ends)
            if closing is None or not counted:
                continue
            stop = next(
                (n for n in range(at + 1, scene.end) if words[n].text in (closing, ";", LINE)), scene.end
            )
            told = split_row(scene, at + 1, stop)
            if len(told) > 1 and all(any(map(str.isupper, t)) for t in told):
                return [t for t in told if len(t.split()) <= _LISTED]
        return []

    def _belonging(self, name: Name) -> bool:
        """Whether a name only tells whose the one in front of it is: "chị Lài (cty gạch Hà Vân)"."""
        opened = name.start - 1 if self.scene.words[name.start - 1].text == "(" else name.start - 2
        return (
            name.start > 1
            and self.scene.words[opened].text == "("
            and any(n.end == opened and n.kind == "person" for n in self.scene.names)
        )

    def person(self, each: HeardField) -> str | None:
        """One person: beside the words of the field, or the first not beside those of another."""
        people = self.persons_of(each)
        return people[0].text if people else None

    def persons_of(self, each: HeardField) -> list[Name]:
        people = [n for n in self.scene.names if n.kind == "person" and not self._barred(each, n)]
        if not each.near:
            return people
        ends = [m.end for m, _ in self.scene.said("near", self._about(each))]
        beside = [n for n in people if any(0 <= n.start - end <= 2 for end in ends)]
        starts = [m.start for m, _ in self.scene.said("before", self._about(each))]
        return [*beside, *(n for n in people if n.end in starts)][:1]

    def _unheaded(self, people: list[Name]) -> list[Name]:
        """Names without a word for their kind, as behind "two workshops": people, else bare ones."""
        return [n for n in people if n.type] or [n for n in self.scene.names if n.kind == "bare"]

    def type_of(self, each: HeardField, text: str) -> str | None:
        """The type of the organisation or place that was taken as `text`."""
        sender = self.situation.sender
        if text == sender.org and sender.org_type:
            return sender.org_type
        name = self.name_of(each, text)
        return name.type if name is not None and name.kind in ("org", "place") else None

    def name_of(self, each: HeardField, text: str) -> Name | None:
        return next((n for n in self.scene.names if self.text(n, each) == text), None)

    def text(self, name: Name, each: HeardField) -> str:
        """A known place under its full name, save where it is wanted as typed; people with their title."""
        if name.kind == "person" and name.type and each.kind in ("org", "place", "people"):
            return f"{name.type} {name.text}"
        if each.as_typed and not self._abbreviated(name):
            return name.text
        if name.kind == "place" and name.code in self.lexicon.places:
            return self.lexicon.places[name.code].name
        return name.code if name.kind == "unit" and name.code and each.own else name.text

    def _abbreviated(self, name: Name) -> bool:
        """Whether a name is told by a short form: "ttyt luong tai" without marks or capitals, or one at
        its end, "đại lý VLXD".
        """
        first, *others = name.text.split()
        plain = name.text.isascii() and name.text.islower() and not is_syllable(fold(first))
        return plain or (bool(others) and others[-1].isalpha() and not is_syllable(fold(others[-1])))

    def _about(self, each: HeardField) -> str:
        return f"{self.fact_type}.{each.code}"

    def _fits(self, each: HeardField, name: Name) -> bool:
        if name.kind not in _PLACES:
            return False
        if name.kind == "unit":
            wide = each.own and len(each.kinds) != 1
            return each.kind == "place" and (
                wide or self._head_of(name) in each.kinds or (each.own and self._is_of(name.code, each.kinds))
            )
        if each.kind == "org":
            known = name.kind == "org" and not each.kinds
            return known or name.type in each.kinds
        return not each.kinds or name.type in each.kinds

    def _head_of(self, name: Name) -> str | None:
        """The kind of place that a unit's name begins with: "phường Kỳ Lừa" is one, though it reports too."""
        heads = self.scene.touching(name.start, name.start + 1, "head", "place")
        return next((s.code for m, s in heads if m.start == name.start), None)

    def _barred(self, each: HeardField, name: Name) -> bool:
        """Whether the name stands behind a word that makes it somebody else's, and none for the field is
        nearer.
        """
        meant = any(m.end == name.start for m, _ in self.scene.said("after", self._about(each)))
        if not each.not_near or meant:
            return False
        return any(0 <= name.start - m.end <= 2 for m, _ in self.scene.said("not_near", self._about(each)))

    def _row(self, names: list[Name]) -> list[Name]:
        """Those names, and people told right behind one of them: "hộ bà Mùi, ông Đạt với bà Thoa"."""
        joins = {at for m, _ in self.scene.said("joins") for at in range(m.start, m.end)}
        found = list(names)
        for name in self.scene.names:
            if name.kind not in ("person", "bare"):
                continue
            before = max((n.end for n in found if n.end <= name.start), default=None)
            if before is not None and before < name.start:
                between = range(before, name.start)
                titles = {m.start for m, _ in self.scene.said("titles")}
                if any(at in joins for at in between) and all(at in joins or at in titles for at in between):
                    found.append(name)
        return sorted(found, key=lambda n: n.start)

    def _own_unit(self, each: HeardField) -> str | None:
        unit = self.situation.sender.unit
        said = self.scene.has("own") and len(each.kinds) != 1
        if each.own and unit and (said or not each.kinds or self._unit_is(each)):
            return unit
        return None

    def _unit_is(self, each: HeardField) -> bool:
        return self._is_of(self.situation.sender.unit, each.kinds)

    def _is_of(self, unit: str, kinds: Iterable[str]) -> bool:
        """Whether a unit's name tells that it is of such a place: "UBND huyện Lạng Giang"."""
        heads = self.lexicon.speech.place_heads
        wanted = (head for kind in kinds for head in heads.get(kind, ()))
        return any(f" {head.casefold()} " in f" {unit.casefold()} " for head in wanted)


def _once(people: list[Name]) -> list[Name]:
    """Without those called again by the last word of their name: "anh Hứa Văn Bằng ..., anh Bằng"."""
    found: list[Name] = []
    for person in people:
        short = f" {person.text}"
        if not any(other.text.endswith(short) for other in found):
            found.append(person)
    return found
