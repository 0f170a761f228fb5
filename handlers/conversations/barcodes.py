"""Barcodes: a number typed, a photo, a list. What they are is told by an effect, which asks the register.

Verb: bc (check this number; without one, ask for it).
"""

import unicodedata

from core.dialogue.barcode_effects import TellCodes, TellList
from core.dialogue.known import BARCODE, Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.folding import clean, words_of
from core.gs1 import typed as read
from core.gs1.contents import contents_of, wrong_parts
from core.gs1.lists import Row, in_text
from core.gs1.numbers import number_of
from core.gs1.scans import Scan, meaning
from core.messages import Attachment, Inbound
from core.texts import say
from handlers.conversations import saying

VERBS = frozenset({"bc"})

#: a sentence with a number in it that reports something is not about the number
_ABOUT_IT = frozenset({"ask", "unclear", "query"})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    return _number(state, args[0]) if args else overview(state, known)


def overview(state: State, known: Known) -> Turn:
    """Ask for a number or a photo; beside an open form, which takes what is typed, say how to ask."""
    if state.form is not None:
        return Turn(state, (Message(say("barcode-ask-beside")),))
    waiting = state.model_copy(update={"asking": "barcode", "about": None})
    return Turn(waiting, (Message(say("barcode-ask"), _rows()),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """What was asked for, in whatever form; other words are taken as what they are."""
    return _answer(state, known, clean(inbound.text))


def _answer(state: State, known: Known, text: str) -> Turn:
    left = state.model_copy(update={"asking": None, "about": None})
    found = asked(left, known, text) or _loosely(left, text)
    if found is not None:
        return found
    other = saying.understood(left, known, text)
    return other or Turn(state, (Message(say("barcode-no-number"), _rows()),))


def asked(state: State, known: Known, text: str) -> Turn | None:
    """A text that is a number, several, or the content of a code; None for any other."""
    # digits of other scripts and widths are digits
    text = unicodedata.normalize("NFKC", text)
    rows = in_text(text)
    if len(rows) > 1:
        return Turn(state, (TellList(rows),))

    def asks(words: str) -> bool:
        return known.commands.get(words_of(words)) == BARCODE

    one = read.alone(text, asks)
    if one is not None:
        return _number(state, one.digits)
    mixed = read.with_letters(text, asks)
    if mixed is not None:
        return _mixed(state, mixed)
    if contents_of(text) is not None:
        return Turn(state, (TellCodes((Scan(text, ""),)),))
    parts = wrong_parts(text)
    return _unreadable(state, text, parts) if parts else None


def _mixed(state: State, mixed: read.Mixed) -> Turn:
    """Letters in a number: what it would be if they were misread, to be compared."""
    if not mixed.digits:
        told = say("barcode-letters", number=mixed.text, letters=mixed.letters)
        return Turn(state, (Message(told, _rows()),))
    told = say("barcode-letters-alike", number=mixed.text, letters=mixed.letters, digits=mixed.digits)
    number = _number(state, mixed.digits)
    return Turn(number.state, (Message(told), *number.steps))


def _unreadable(state: State, text: str, parts: tuple[str, ...]) -> Turn:
    """Which elements are wrong; beside them what is to be said of the item's number."""
    told = Message(say("barcode-parts", parts=", ".join(parts)[:200]), _rows())
    digits = read.mentioned(text)
    number = _number(state, digits) if digits else Turn(state)
    return Turn(number.state, (told, *number.steps))


def commanded(state: State, known: Known, text: str) -> Turn | None:
    """The command for barcodes with numbers behind it, however many; None for any other text."""
    command, *rest = text.split(maxsplit=1)
    if not rest or known.commands.get(command.split("@")[0].casefold()) != BARCODE:
        return None
    return _answer(state, known, rest[0].strip())


def mentioned(state: State, known: Known, text: str) -> Turn | None:
    """A question with one item number in it, however it is put; None where something is reported."""
    digits = read.mentioned(text)
    if not digits:
        return None
    reading = saying.heard(known, text)
    if reading is not None and (reading.records or reading.intent not in _ABOUT_IT):
        return None
    return _number(state, digits)


def sent(state: State, known: Known, files: tuple[Attachment, ...]) -> Turn:
    """Photos and files that were asked for: every code on them, or how to take the photo again."""
    rows = _rows_on(files)
    scans = _scans_on(files)
    left = state.model_copy(update={"asking": None, "about": None})
    if rows:
        return Turn(left, (TellList(rows),))
    if scans:
        return Turn(left, (TellCodes(scans),))
    why = "barcode-file-empty" if any(one.numbers is not None for one in files) else "barcode-none"
    return Turn(state, (Message(say(why), _rows(), coalesce="barcode-none"),))


def on_loose(files: tuple[Attachment, ...], key: str) -> TellCodes | TellList | None:
    """What to tell of photos and files nobody asked for: codes of GS1, and lists that are mostly right."""
    scans = tuple(scan for scan in _scans_on(files) if meaning(scan) is not None)
    if scans:
        return TellCodes(scans, key)
    rows = _rows_on(files)
    right = sum(number.right for row in rows if (number := row.number))
    return TellList(rows, key) if rows and right * 2 >= len(rows) else None


def _loosely(state: State, text: str) -> Turn | None:
    """A number somewhere among words, or a code's own text, where either was asked for."""
    digits = read.mentioned(text) or read.any_number(text)
    if digits:
        return _number(state, digits)
    is_link = text.casefold().startswith(("http://", "https://"))
    return Turn(state, (TellCodes((Scan(text, ""),)),)) if is_link else None


def _number(state: State, digits: str) -> Turn:
    left = state.model_copy(update={"asking": None, "about": None}) if state.asking == "barcode" else state
    if number_of(digits) is None:
        key = "barcode-odd-length" if digits.strip("0") else "barcode-zeros"
        told = say(key, number=digits[:40], digits=len(digits))
        return Turn(left, (Message(told, _rows()),))
    return Turn(left, (TellCodes((Scan(digits, ""),)),))


def _scans_on(files: tuple[Attachment, ...]) -> tuple[Scan, ...]:
    return tuple(dict.fromkeys(scan for file in files for scan in file.codes or ()))


def _rows_on(files: tuple[Attachment, ...]) -> tuple[Row, ...]:
    return next((file.numbers for file in files if file.numbers), ())


def _rows() -> tuple[tuple[Option, ...], ...]:
    return ((Option(say("barcode-products"), "pr"), Option(say("menu-button"), "go:menu")),)
