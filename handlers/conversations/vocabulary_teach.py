"""Teaching a word, question by question: the word, the kind of report, what it tells, and the preview."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.catalogue.fact_types import FactType
from core.dialogue.known import Known
from core.dialogue.state import Teaching
from core.dialogue.steps import Message, Option, Rows, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import words_of
from core.texts import Speech, lines, say
from core.understanding.lexicon import Lexicon
from core.understanding.preview import likely_kinds, meanings
from handlers.conversations.vocabulary_meanings import (
    fields_of,
    hearings,
    kind_of,
    options_of,
    sense_meanings,
    situation_of,
)
from handlers.conversations.vocabulary_preview import preview_message

#: choices on one screen; letters and words of a phrase
PAGE, LONGEST, MOST_WORDS = 8, 60, 6
#: the answer that the word speaks for the kind of report itself
CUE = "cue"


@dataclass(frozen=True, slots=True)
class Next:
    """Where an answer leads: another question (`first` is said above it), or with `done` the word is kept."""

    teaching: Teaching
    first: Speech | None = None
    done: bool = False


def ask(teaching: Teaching, known: Known, first: Speech | None) -> Message | None:
    """The question; None where messages are not read."""
    lexicon = known.lexicon()
    if lexicon is None:
        return None
    match teaching.step:
        case "phrase":
            options = [_answer(teaching, str(n), word) for n, word in enumerate(teaching.readings)]
            which = say("words-which-offered" if options else "words-which")
            rows = (*rows_of(options, 1), *_way_back(teaching))
            return Message(lines(first, which), rows, numbered=False, in_place=True)
        case "kind":
            kinds = [_answer(teaching, kind.code, kind.label) for kind in _kinds(teaching, lexicon, known)]
            text = lines(first, _title(teaching), _there(teaching, lexicon, known), say("words-which-kind"))
            return Message(text, _paged(teaching, kinds), in_place=True)
        case "meaning":
            kind = kind_of(teaching.fact_type, known) or ""
            fields = fields_of(teaching.fact_type, lexicon, known)
            options = [_answer(teaching, CUE, say("words-means-kind", kind=kind))]
            options += [
                _answer(teaching, heard.code, say("words-means-field", field=spec.label))
                for heard, spec in fields
            ]
            text = lines(first, _title(teaching), say("words-which-meaning", kind=kind))
            return Message(text, _paged(teaching, options), in_place=True)
        case "option":
            found = options_of(teaching.fact_type, teaching.field, lexicon, known)
            options = [_answer(teaching, code, option.label) for code, option in found]
            text = lines(first, _title(teaching), say("words-which-option"))
            return Message(text, _paged(teaching, options), in_place=True)
        case "confirm":
            return preview_message(teaching, known, lexicon, first, _way_back(teaching))


def pressed(teaching: Teaching, value: str, known: Known) -> Next:
    """A button's answer to the question being asked."""
    lexicon = known.lexicon()
    if lexicon is None:
        return Next(teaching)
    match teaching.step:
        case "phrase":
            number = whole_number(value)
            chosen = (
                teaching.readings[number] if number is not None and number < len(teaching.readings) else ""
            )
            return _phrase(teaching, chosen)
        case "kind" if known.fact_type(value) and value in lexicon.hearings:
            fields = fields_of(value, lexicon, known)
            return Next(_moved(teaching, step="meaning" if fields else "confirm", fact_type=value))
        case "meaning" if value == CUE:
            return Next(_moved(teaching, step="confirm", field="", option=""))
        case "meaning" if options_of(teaching.fact_type, value, lexicon, known):
            return Next(_moved(teaching, step="option", field=value, option=""))
        case "option" if value in dict(options_of(teaching.fact_type, teaching.field, lexicon, known)):
            return Next(_moved(teaching, step="confirm", option=value))
        case "confirm" if value == "yes":
            return Next(teaching, done=True)
        case _:
            return Next(teaching)


def typed(teaching: Teaching, text: str, known: Known) -> Next:
    """A typed answer: the word itself, or the name of a choice; a beginning will do if no other has it."""
    lexicon = known.lexicon()
    if teaching.step == "phrase":
        return _phrase(teaching, text)
    if lexicon is None or teaching.step == "confirm":
        return Next(teaching, say("settle-press-please"))
    wanted, named = words_of(text), _named(teaching, lexicon, known)
    exact = [code for code, names in named if wanted in map(words_of, names)]
    begun = [code for code, names in named if any(f" {wanted}" in f" {words_of(name)}" for name in names)]
    found = exact or (begun if wanted else [])
    if len(set(found)) == 1:
        return pressed(teaching, found[0], known)
    if found and teaching.step == "kind":
        return Next(_moved(teaching, readings=tuple(dict.fromkeys(found))), say("settle-which-one"))
    return Next(teaching, say("settle-press-please"))


def back(teaching: Teaching) -> Teaching:
    """The question before."""
    match teaching.step:
        case "confirm" if teaching.option:
            return _moved(teaching, step="option")
        case "option":
            return _moved(teaching, step="meaning")
        case "confirm" | "meaning":
            return _moved(teaching, step="kind")
        case "kind" if teaching.readings:
            return _moved(teaching)
        case _:
            return _moved(teaching, step="phrase")


def _phrase(teaching: Teaching, text: str) -> Next:
    phrase = " ".join(text.split()).strip(" .,;:!?\"'“”")
    if (
        not 2 <= len(phrase) <= LONGEST
        or len(phrase.split()) > MOST_WORDS
        or not any(map(str.isalpha, phrase))
    ):
        return Next(teaching, say("words-phrase-length", most=MOST_WORDS))
    return Next(_moved(teaching, step="kind", phrase=phrase))


def _kinds(teaching: Teaching, lexicon: Lexicon, known: Known) -> Sequence[FactType]:
    """Those that were meant; else all, the likeliest for the message and the word in front."""
    every = [kind for one in hearings(lexicon, known) if (kind := known.fact_type(one.fact_type))]
    if teaching.readings:
        return [kind for kind in every if kind.code in teaching.readings]
    heard = known.look.heard(teaching.message) if teaching.message is not None else None
    report = known.look.report(heard.fact_id) if heard and heard.fact_id is not None else None
    codes = [report.fact_type if report else None, heard.fact_type if heard else None]
    codes += [sense.about.partition(".")[0] for sense in meanings(teaching.phrase, lexicon)]
    if heard is not None:
        codes += likely_kinds(heard.text, situation_of(heard), lexicon)
    first = {code: number for number, code in reversed(list(enumerate(codes)))}
    return sorted(every, key=lambda kind: first.get(kind.code, len(codes)))


def _named(teaching: Teaching, lexicon: Lexicon, known: Known) -> list[tuple[str, tuple[str, ...]]]:
    match teaching.step:
        case "kind":
            kinds = _kinds(teaching, lexicon, known)
            return [(kind.code, (kind.label.vi, kind.label.en, *kind.also)) for kind in kinds]
        case "meaning":
            fields = fields_of(teaching.fact_type, lexicon, known)
            return [(heard.code, (spec.label.vi, spec.label.en)) for heard, spec in fields]
        case _:
            options = options_of(teaching.fact_type, teaching.field, lexicon, known)
            return [(code, (option.label.vi, option.label.en, *option.also)) for code, option in options]


def _title(teaching: Teaching) -> Speech:
    return say("words-phrase", phrase=teaching.phrase)


def _there(teaching: Teaching, lexicon: Lexicon, known: Known) -> Speech | None:
    found = sense_meanings(meanings(teaching.phrase, lexicon), lexicon, known)
    return say("words-means-already", meanings=found) if found else None


def _moved(teaching: Teaching, **changes: object) -> Teaching:
    """Another question, at its first page, with nothing to choose among from the one before."""
    return teaching.model_copy(update={"page": 0, "readings": (), **changes})


def _answer(teaching: Teaching, value: str, label: Speech) -> Option:
    return Option(label, token("va", teaching.id, teaching.step, value))


def _paged(teaching: Teaching, options: Sequence[Option]) -> Rows:
    pages = max(-(-len(options) // PAGE), 1)
    page = teaching.page % pages
    rows = rows_of(options[page * PAGE : (page + 1) * PAGE], 1)
    if pages > 1:
        label = say("form-more", page=page + 1, pages=pages)
        rows = (*rows, (Option(label, token("vp", teaching.id, (page + 1) % pages)),))
    return rows + _way_back(teaching)


def _way_back(teaching: Teaching) -> Rows:
    leave = Option(say("settle-cancel"), token("vx", teaching.id))
    if teaching.step == "phrase":
        return ((leave, Option(say("menu-button"), "go:menu")),)
    return ((Option(say("form-back"), token("vb", teaching.id)), leave),)
