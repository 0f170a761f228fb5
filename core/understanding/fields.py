"""A clause and a kind of report -> the fields that were said."""

from typing import Any

from core.understanding.counting import Counting, Heard
from core.understanding.hearing import HeardField
from core.understanding.names import Name
from core.understanding.phrases import Match
from core.understanding.scene import Scene


class Listener(Counting):
    """Hears the fields of one kind of report in one clause."""

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

    def _put(self, each: HeardField, value: Any) -> None:
        if value not in (None, [], {}, "") and self.holds(each.when):
            self.heard.fields[each.code] = value

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
