"""The messages an admin looks at, and the words that were taught: in lists, and one by one."""

from core.dialogue.known import HeardKnown, Known
from core.dialogue.steps import Message, Option, Rows, rows_of
from core.dialogue.tokens import token
from core.texts import Speech, lines, say
from core.understanding.read import read
from handlers.conversations.vocabulary_meanings import (
    intent_text,
    kind_of,
    reading_text,
    situation_of,
    word_meaning,
)

#: messages or words on one screen, letters of a message on its button and when it is open
PAGE, SHORT, LONG = 6, 40, 600

_MENU = Option(say("menu-button"), "go:menu")


def messages(known: Known, page: int, first: Speech | None = None) -> Message:
    """Those not understood or changed afterwards, newest first."""
    count = known.look.how_many_puzzling()
    pages = max(-(-count // PAGE), 1)
    page %= pages
    shown = known.look.puzzling(page * PAGE, PAGE)
    options = [Option(_title(heard), token("vm", heard.id)) for heard in shown]
    taught = len(known.look.taught())
    text = lines(
        first,
        say("words-title"),
        say("words-messages", count=count) if count else say("words-no-messages"),
    )
    below = (
        (
            Option(say("words-teach"), "vt"),
            Option(say("words-taught-count", count=taught), token("vl", "words")),
        ),
        (_MENU,),
    )
    return Message(text, (*rows_of(options, 1), *_more("messages", page, pages), *below), in_place=True)


def one_message(known: Known, message_id: int) -> Message:
    """A message: who said it, what it was understood as, what became of it, and how it would be read now."""
    heard = known.look.heard(message_id)
    lexicon = known.lexicon()
    back = Option(say("words-back-to-messages"), "vl")
    if heard is None or lexicon is None:
        return Message(say("words-message-gone"), ((back, _MENU),), in_place=True)
    situation = situation_of(heard)
    now = read(heard.text, situation, lexicon)
    report = known.look.report(heard.fact_id) if heard.fact_id is not None else None
    kind = known.fact_type(report.fact_type) if report else None
    text = lines(
        say("words-said-by", name=heard.name, at=heard.at),
        say("words-quote", text=cut(heard.text, LONG)),
        say("words-was-read", reading=was) if (was := _was_read(heard, known)) else None,
        say(f"words-status-{heard.status}"),
        say("words-became", receipt=report.receipt, kind=kind.label) if report and kind else None,
        say("words-reads-now", reading=reading_text(now, situation, lexicon, known)),
    )
    opens = (
        ((Option(say("words-open-report", receipt=report.receipt), token("rep", report.id)),),)
        if report
        else ()
    )
    teach = ((Option(say("words-teach"), token("vt", heard.id), main=True),),)
    return Message(text, (*teach, *opens, (back, _MENU)), in_place=True)


def words(known: Known, page: int) -> Message:
    """The words that were taught, the latest first; each opens."""
    taught = known.look.taught()
    pages = max(-(-len(taught) // PAGE), 1)
    page %= pages
    shown = taught[page * PAGE : (page + 1) * PAGE]
    lexicon = known.lexicon()
    listed = [
        say(
            "words-word-line",
            phrase=each.word.phrase,
            meaning=word_meaning(each.word, lexicon, known),
            name=each.name,
        )
        for each in shown
    ]
    text = lines(say("words-taught-title" if taught else "words-none-taught"), *listed)
    options = [Option(say("words-remove", phrase=each.word.phrase), token("vd", each.id)) for each in shown]
    below = (
        (Option(say("words-teach"), "vt"), Option(say("words-back-to-messages"), "vl")),
        (_MENU,),
    )
    return Message(text, (*rows_of(options, 1), *_more("words", page, pages), *below), in_place=True)


def one_word(known: Known, word_id: int) -> Message:
    """Whether a word is to be taken back."""
    each = next((one for one in known.look.taught() if one.id == word_id), None)
    back = Option(say("words-taught-list"), token("vl", "words"))
    if each is None:
        return Message(say("words-gone"), ((back, _MENU),), in_place=True)
    meaning = word_meaning(each.word, known.lexicon(), known)
    text = say("words-remove-sure", phrase=each.word.phrase, meaning=meaning)
    yes = Option(say("words-remove-yes"), token("vd", each.id, "yes"), main=True)
    return Message(text, ((yes,), (back, _MENU)), in_place=True)


def cut(text: str, most: int) -> str:
    """A text in one line, cut to so many letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _title(heard: HeardKnown) -> Speech:
    return say(f"words-line-{heard.status}", text=cut(heard.text, SHORT))


def _was_read(heard: HeardKnown, known: Known) -> Speech | None:
    """What it was understood as, where it was."""
    if heard.status == "unread":
        return None
    return kind_of(heard.fact_type, known) or intent_text(heard.intent)


def _more(where: str, page: int, pages: int) -> Rows:
    if pages == 1:
        return ()
    label = say("form-more", page=page + 1, pages=pages)
    return ((Option(label, token("vl", where, (page + 1) % pages)),),)
