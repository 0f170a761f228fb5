"""Names in a message: places and organisations, known or not, and people."""

from collections.abc import Sequence
from dataclasses import replace

from core.understanding.name_marks import Name
from core.understanding.people import PeopleFinder
from core.understanding.phrases import Match
from core.understanding.sayings import Saying
from core.understanding.syllables import is_syllable
from core.understanding.words import is_capital

#: words of the longest name behind its head
_LONGEST = 7
#: words of a name typed without capitals
_PLAIN = 4
#: names of these kinds give way to others that stand over them
_LAST = {"person": 1, "bare": 2}


class NameFinder(PeopleFinder):
    """Finds the names of one message, given its pieces, phrases, and what days and numbers take."""

    def find(self, numbers: frozenset[int], days: frozenset[int]) -> list[Name]:
        """All names in order, none inside another. `numbers`, `days`: pieces that belong to one."""
        self.numbers, self.days = numbers, days
        known = self._known()
        found = [*known, *self._headed(known), *self.people(), *self._bare()]
        found.sort(key=lambda name: (_LAST.get(name.kind, 0), name.start - name.end, name.start))
        kept: list[Name] = []
        taken: set[int] = set()
        for name in found:
            pieces = range(name.start, name.end)
            if taken.isdisjoint(pieces):
                kept.append(name)
                taken.update(pieces)
        return sorted(kept, key=lambda name: name.start)

    def _doubtful(self, head: Match) -> bool:
        """Whether a head without its marks is likelier another word: in "ho tro", in "cho truong Lam"."""
        word = self.words[head.start]
        if head.end - head.start > 1 or not word.spoken.isascii() or not is_syllable(word.folded):
            return False
        if head.start in self.linking and head.end in self.heads:
            return True
        return self.phrases.get(head.start, 0) >= head.end

    def _known(self) -> list[Name]:
        found = []
        for kind in ("place", "unit", "org"):
            for match, sense in self.sayings.of(kind):
                start = self._head_before(match)
                several = start in self.counted and start - 1 in self.numbers
                bare = several and start < match.start and is_capital(self.words[match.start])
                start = match.start if bare else start  # "3 thôn Bảo Tháp, Yên Việt"
                if self._in_day(match.start, match.end) or (several and not bare):
                    continue
                text = self._text(start, match.end)
                other = self._other_kind(match, sense.code) if kind == "place" else None
                org = self._org_before(match) if kind in ("place", "unit") else None
                if org is not None:
                    found.append(Name("org", start, match.end, text, org))
                else:
                    about = "" if other else sense.about
                    found.append(Name(kind, start, match.end, text, other or sense.code, about))
        return found

    def _other_kind(self, match: Match, kind: str) -> str | None:
        """The kind said in front of a known name of another kind: a village's house of culture."""
        heads = {sense.code for _, sense in self._said_before(match) if sense.about == "place"}
        return None if kind in heads else min(heads, default=None)

    def _said_before(self, match: Match) -> list[Saying]:
        """Heads in front of a known name; "cho" in front of one with a head of its own is no market."""
        before = self.heads_before.get(match.start, ())
        return [
            (head, sense)
            for head, sense in before
            if match.start not in self.heads
            or head.end - head.start > 1
            or not self.words[head.start].spoken.isascii()
        ]

    def _org_before(self, match: Match) -> str | None:
        """The type of an organisation with the name of a known place: "Trung tâm Kiểm nghiệm Bắc
        Ninh".
        """
        if match.start in self.headed:
            return None
        before = self._said_before(match)
        return (
            None
            if any(s.about == "place" for _, s in before)
            else min((s.code for _, s in before), default=None)
        )

    def _head_before(self, match: Match) -> int:
        """Where a known name begins with the word for its kind: "chợ" in front of a market's bare name."""
        if match.start in self.headed:
            return match.start
        return min((m.start for m, _ in self._said_before(match)), default=match.start)

    def _headed(self, known: Sequence[Name]) -> list[Name]:
        found: list[Name] = []
        reach = {n.start: n.end for n in known if n.kind in ("place", "unit")}
        for match, sense in self.sayings.of("head"):
            titled = match.start in self.title_ends and is_syllable(self.words[match.start].folded)
            if titled or match.start in self.inside:
                continue
            if sense.about == "place" and match.end in self.titles and match.end == match.start + 1:
                continue  # "cho ong ..." is "for Mr ...", hardly a market's name
            end = self._name_end(match)
            capital = any(is_capital(word) for word in self.words[match.end : end])
            whole = reach.get(match.start, 0)
            if whole > match.end and reach.get(whole) == end:
                # a known place, and where it lies
                found.extend(
                    replace(n, end=end, text=self._text(n.start, end))
                    for n in known
                    if (n.start, n.end) == (match.start, whole)
                )
                continue
            if self._doubtful(match) or (whole > match.end and not capital):
                continue
            plural = match.start in self.plural_ends or match.start - 1 in self.numbers
            own = self.own.get(match.start, 0) > match.end
            other = self.heads.get(match.end, sense.about) != sense.about
            # "xã chủ trì" says who, where nothing but the place of the words makes a name of them
            placed = sense.about == "place" and end > match.end and not is_capital(self.words[match.end])
            other = other or ((placed or not capital) and end > match.end and self._of_phrase(match))
            if end > match.end and not plural and not own and not other:
                text = self._headed_text(match, end, sense.about)
                found.append(Name(sense.about, match.start, end, text, sense.code))
        return found

    def _of_phrase(self, head: Match) -> bool:
        """Whether a longer phrase that is no name begins with the head and goes on behind it."""
        return self.phrases_from.get(head.start, 0) > head.end and self.strict

    def _headed_text(self, head: Match, end: int, kind: str) -> str:
        """With its head as typed; an organisation without a head in short form, which varies ("cty")."""
        short = self._short(head.start)
        return self._text(head.end if short and kind == "org" else head.start, end)

    def _name_end(self, match: Match) -> int:
        at = self.titles.get(match.end, match.end)
        last_capital = 0
        while at < len(self.words) and at - match.end < _LONGEST:
            word = self.words[at]
            in_number = at in self.numbers and not self._figure_of_name(at, last_capital)
            if word.kind == "word" and match.end in self.titles and at == self.titles[match.end]:
                in_number = False
            capital = is_capital(word)
            if (
                word.mark
                or in_number
                or at in self.days
                or (at in self.stops and not (self.capitals and capital) and not self._passed(at, match.end))
                or (at > match.end and (at in self.headed or self._begins_person(at)))
            ):
                break
            if capital or (word.figure and last_capital == at):
                last_capital = at + 1
            at += 1
        if last_capital:
            return last_capital
        if match.end in self.titles:
            return min(at, self.titles[match.end] + 1)
        if any(is_capital(word) for word in self.words[match.start + 1 : match.end]):
            return at
        if self.capitals:
            return match.end + 1 if match.end in self.completing else match.end
        return min(at, match.end + _PLAIN)

    def _begins_person(self, at: int) -> bool:
        """Whether a title stands here in front of a name: "xa giao chi Nguyen Thi Lan"."""
        end = self.titles.get(at, len(self.words))
        named = end < len(self.words) and end in self.surnames and is_capital(self.words[end])
        return named and not is_capital(self.words[at])

    def _passed(self, at: int, start: int) -> bool:
        """Whether a name goes on over what may be a stop: behind a title, with capitals close behind."""
        if at in self.unsure and start in self.titles and at == self.titles[start]:
            return True
        if at == start and at in self.unsure and not self.capitals and at not in self.known:
            return self._plain(at + 1) and not {at + 1} & (self.days | self.numbers)
        near = self.words[at + 1 : at + 3]
        return self.capitals and at in self.unsure and at - start < 2 and any(map(is_capital, near))

    def _figure_of_name(self, at: int, last_capital: int) -> bool:
        word = self.words[at]
        follows = at + 1 in self.counted
        glued = at + 1 < len(self.words) and self.words[at + 1].glued and not self.words[at + 1].mark
        alone = at + 1 not in self.numbers and at not in self.told_behind
        return (
            alone and word.figure and len(word.text) == 1 and last_capital == at and not follows and not glued
        )

    def _bare(self) -> list[Name]:
        """Two capitalised words or more in a row that are no phrase known: "Bình Minh Mộc"."""
        found: list[Name] = []
        at = 0
        while at < len(self.words):
            end = at
            while end < len(self.words) and self._unknown(end):
                end += 1
            if end - at > 1 and not self.words[at].text.isupper():
                found.append(Name("bare", at, end, self._text(at, end)))
            at = max(end, at + 1)
        return found

    def _unknown(self, at: int) -> bool:
        """Whether a capitalised word stands here that is of no day and no phrase of several words."""
        return is_capital(self.words[at]) and at not in self.days and at not in self.known

    def _in_day(self, start: int, end: int) -> bool:
        return all(at in self.days for at in range(start, end))
