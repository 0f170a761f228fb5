"""Checks of the fields, questions and sums of one hearing against its kind of report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from core.catalogue.documents import Path
from core.catalogue.fact_types import FactType, Level
from core.catalogue.parse import Parsed
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.vocabulary import OptionList
from core.understanding.check_phrases import contradicting, placed
from core.understanding.hearing import Ask, HeardField, Hearing

#: fields that every record may have without a hearing of their own
DAYS = ("date", "date_from", "date_to", "period")
_CHOOSING = ("choice", "choices", "tally")
#: lists of phrases of one field of which a phrase can be in one only
_EITHER = (("units", "not_units"), ("near", "not_near"), ("zero", "one"), ("after", "until"))


def check_fields(
    parsed: Parsed[Hearing], kind: FactType, lists: Mapping[str, OptionList], kinds: set[str]
) -> Iterator[Problem]:
    """`kinds`: the kinds of places and organisations that a name can have."""
    checker = _Checker(parsed, kind, lists, kinds)
    for at, each in enumerate(parsed.model.fields):
        yield from checker.field(("fields", at), each)
    for at, ask in enumerate(parsed.model.asks):
        yield from checker.ask(("asks", at), ask)
    for at, row in enumerate(parsed.model.sums):
        yield from checker.fields(("sums", at), row, only="count")
    for name in ("each", "same", "unique", "unique_by"):
        yield from checker.fields((name,), getattr(parsed.model, name))


class _Checker:
    def __init__(
        self, parsed: Parsed[Hearing], kind: FactType, lists: Mapping[str, OptionList], kinds: set[str]
    ) -> None:
        self.document = parsed.document
        self.hearing = parsed.model
        self.kind = kind
        self.lists = lists
        self.kinds = kinds
        self.known = {code for each in parsed.model.fields for code in _made(each)} | set(DAYS)
        #: what the form asks and nothing that is heard fills
        self.unfilled = {field.code for field in kind.asked()} - {
            each.code for each in parsed.model.fields if each.fills
        }
        #: the codes each field can have, of those that have codes
        self.codes: dict[str, set[str]] = defaultdict(set)
        for each in parsed.model.fields:
            if each.kind in _CHOOSING and not each.made_of:
                self.codes[each.code] |= self._codes(each)

    def field(self, path: Path, each: HeardField) -> Iterator[Problem]:
        form = self.kind.field(each.fills) if each.fills else None
        if each.fills and form is None:
            what = f"{self.kind.code} has no field {quoted(each.fills)}"
            yield self._problem((*path, "fills"), what, each.fills, (f.code for f in self.kind.fields))
        if each.kept and each.code in self.unfilled:
            what = f"{each.code} is heard, and the form asks it all the same"
            do = f"write fills: {each.code}"
            yield self.document.problem((*path, "code"), what, do, "warning")
        if each.options and each.options not in self.lists:
            what = f"there is no list of options {quoted(each.options)}"
            yield self._problem((*path, "options"), what, each.options, self.lists)
        options = self._form_codes(each)
        if options:
            for code in each.named:
                if code not in options:
                    what = f"{each.code} has no option {quoted(code)}"
                    yield self._problem((*path, "named", code), what, code, options)
        if form is not None and form.options and each.kept:
            yield from self._words(path, each, options)
        for code, option in each.as_options.items():
            here = (*path, "as_options", code)
            if option and option not in options:
                what = f"{each.code} of the form has no option {quoted(option)}"
                yield self._problem(here, what, option, options)
            yield from self._known_codes(here, each.code, (code,))
        yield from self._meanings(path, each)
        yield from self._references(path, each)

    def _words(self, path: Path, each: HeardField, options: set[str]) -> Iterator[Problem]:
        known = {each.named.get(code, code) for code in options} | set(each.vague) | {"", *each.as_options}
        for code in each.words:
            if code not in known:
                what = f"{each.code} of the form has no option {quoted(code)}, so it is heard and asked again"
                do = "add the option, or say under as_options: which one stands for it"
                yield self.document.problem((*path, "words", code), what, do, "warning")

    def _meanings(self, path: Path, each: HeardField) -> Iterator[Problem]:
        if each.kind != "choices":
            words = {code: placed((*path, "words", code), said) for code, said in each.words.items() if code}
            yield from contradicting(self.document, words)
        for pair in _EITHER:
            yield from contradicting(
                self.document, {name: placed((*path, name), getattr(each, name)) for name in pair}
            )

    def _references(self, path: Path, each: HeardField) -> Iterator[Problem]:
        named = {
            "of": each.of,
            "within": each.within,
            "count_of": each.count_of,
            "as_many": each.as_many.of if each.as_many else None,
        }
        for name, code in named.items():
            if code is not None:
                yield from self.fields((*path, name), (code,))
        if each.short_of:
            short = each.short_of
            yield from self.fields((*path, "short_of"), (short.count, short.of))
            yield from self._known_codes((*path, "short_of"), each.code, (short.code,))
        yield from self.fields((*path, "unless"), each.unless)
        yield from self.when((*path, "when"), each.when)
        yield from self.when((*path, "default_when"), each.default_when)
        yield from self._known_codes((*path, "ends"), each.code, each.ends)
        yield from self._known_codes((*path, "vague"), each.code, each.vague)
        yield from self.levels((*path, "levels"), each.levels)
        if each.kind in _CHOOSING and isinstance(each.default, str):
            yield from self._known_codes((*path, "default"), each.code, (each.default,))
        for code in each.kinds:
            if code not in self.kinds:
                what = f"no place or organisation is of the kind {quoted(code)}"
                yield self._problem((*path, "kinds"), what, code, self.kinds)

    def ask(self, path: Path, each: Ask) -> Iterator[Problem]:
        """A question whose answer nothing can hold would be asked for ever."""
        if not each.unless and not each.heard and each.ask not in self.known:
            what = f"no field is called {quoted(each.ask)}, so nothing answers the question"
            yield self.document.problem((*path, "ask"), what, "name the fields that answer it under unless:")
        yield from self.fields((*path, "unless"), each.unless)
        yield from self.fields((*path, "given"), each.given)
        yield from self.when((*path, "when"), each.when)
        yield from self.when((*path, "heard"), each.heard)
        yield from self.levels((*path, "levels"), each.levels)

    def fields(self, path: Path, codes: Iterable[str], only: str = "") -> Iterator[Problem]:
        """Fields that nothing hears; `only`: fields of that kind."""
        known = {f.code for f in self.hearing.fields if f.kind == only} if only else self.known
        for code in codes:
            if code not in known:
                yield self._problem(path, f"no {only or 'field'} is called {quoted(code)}", code, known)

    def when(self, path: Path, condition: Mapping[str, Iterable[str]]) -> Iterator[Problem]:
        for code, values in condition.items():
            yield from self.fields((*path, code), (code,))
            yield from self._known_codes((*path, code), code, values)

    def levels(self, path: Path, levels: Iterable[str]) -> Iterator[Problem]:
        known = [level.value for level in Level]
        for level in levels:
            if level not in known:
                yield self._problem(path, f"there is no level {quoted(level)}", level, known)

    def _known_codes(self, path: Path, field: str, codes: Iterable[str]) -> Iterator[Problem]:
        """Codes that a field never has; of a field without codes anything may be named."""
        known = self.codes.get(field)
        for code in codes if known else ():
            if known and code not in known:
                yield self._problem(path, f"{field} never has the code {quoted(code)}", code, known)

    def _codes(self, each: HeardField) -> set[str]:
        own = {each.named.get(code, code) for code in self._form_codes(each)}
        return own | {code for code in each.words if code} | set(each.vague)

    def _form_codes(self, each: HeardField) -> set[str]:
        """The codes of the list the field hears, before they get their names in records."""
        if each.options is not None:
            listed = self.lists.get(each.options)
            return {option.code for option in listed.options} if listed else set()
        form = self.kind.field(each.fills) if each.fills else None
        return {option.code for option in form.options} if form else set()

    def _problem(self, path: Path, what: str, word: str, known: Iterable[str]) -> Problem:
        return self.document.problem(path, what, choose(word, known))


def _made(each: HeardField) -> Iterator[str]:
    """The fields of a record that one heard field can fill."""
    yield from (code for code in (each.code, each.several, each.out_of, each.total) if code)
