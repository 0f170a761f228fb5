"""People in a message, found by their titles, their surnames and their capitals."""

from core.understanding.name_marks import Name, NameMarks
from core.understanding.words import is_capital


class PeopleFinder(NameMarks):
    """Finds whole names of people, and given names behind a title."""

    #: pieces that belong to a number, and those that belong to a day
    numbers: frozenset[int]
    days: frozenset[int]

    def people(self) -> list[Name]:
        found: list[Name] = []
        at = 0
        while at < len(self.words):
            end = self.called.get(at)
            if (
                end is not None
                and (stop := max(self._person_end(end), self._full_name(end), self._given_end(at, end))) > end
            ):
                found.append(
                    Name("person", end, stop, self._person(end, stop), self._text(at, end).casefold())
                )
                at = stop
            elif at not in self.places_follow and (stop := self._told_by_surname(at)) > at + 1:
                found.append(Name("person", at, stop, self._person(at, stop)))
                at = stop
            else:
                at += 1
        return found

    def _person(self, start: int, end: int) -> str:
        """Somebody's name with a capital for each word, if it was typed in small letters or in capitals."""
        text = self._text(start, end)
        return text.title() if text.islower() or text.isupper() else text

    def _told_by_surname(self, at: int) -> int:
        """Where a name without a title ends; here where there is none."""
        if at not in self.surnames:
            return at
        marked = at + 1 < len(self.words) and not self.words[at + 1].spoken.isascii()
        full = self._full_name(at) if marked else at
        return max(full, self._person_end(at) if self._begins_name(at) else at)

    def _full_name(self, start: int) -> int:
        """Where a name told by surname and middle name ends, whatever its capitals; here if it is none."""
        words, at = self.words, start + 1
        if start not in self.surnames or at not in self.middle:
            return start
        while at in self.middle:
            at += 1
        if at in self.double and at + 1 < len(words) and not self._ends_name(at + 1):
            at += 1
        given = at < len(words) and words[at].kind == "word"
        return at + 1 if given and self.compounds.isdisjoint(range(start, at + 1)) else start

    def _ends_name(self, at: int) -> bool:
        return self.words[at].kind != "word" or at in self.stops or at in self.known or at in self.days

    def _begins_name(self, at: int) -> bool:
        word = self.words[at]
        return is_capital(word) and not word.mended and not self.shouted

    def _person_end(self, start: int) -> int:
        at = start
        if at in self.posts:
            return at
        while at < len(self.words) and at - start < 4 and is_capital(self.words[at]) and at not in self.days:
            if self.shouted:
                break
            if self.words[at].kind != "word" or (at > start and at in self.single_titles):
                break
            at += 1
        if at == start and not self.capitals and at < len(self.words):
            word = self.words[at]
            apart = (self.stops, self.days, self.numbers)
            plain = word.kind == "word" and not any(at in places for places in apart)
            return at + 1 if plain and at not in self.taken else at
        return at
