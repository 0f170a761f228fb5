"""What all minutes have in common, laid out as the decree 30/2020 has it: head, title, signatures."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from core.texts import Speech, Texts, say
from reports import office
from reports.letterhead import HALVES, Letterhead, letterhead
from reports.made_file import DOCX, MadeFile

if TYPE_CHECKING:
    from docx.document import Document

#: the language of the office
_LOCALE = "vi"
#: points of room for a signature
_ROOM_TO_SIGN = 60

Words = Callable[..., str]


def words_of(texts: Texts) -> Words:
    """What says a text by its key in the language of the office."""
    return partial(_words, texts)


def _words(texts: Texts, key: str, **args: "Speech | int | float | date") -> str:
    return texts.render(say(key, **args), _LOCALE)


def begun(issuer: str, dated: str, subject: str, words: Words) -> "Document":
    """A document with who issues it, the motto, place and day; then the title and what it is about."""
    document = office.new_document()
    letterhead(
        document,
        Letterhead(
            above=words("paper-authority"),
            issuer=issuer,
            nation=words("paper-nation"),
            motto=words("paper-motto"),
            number=words("minutes-number"),
            dated=dated,
        ),
    )
    title = office.centred(document, words("minutes-title"))
    title.paragraph_format.space_before = office.points(12)
    title.paragraph_format.space_after = office.points(0)
    office.centred(document, subject)
    return document


def signatures(document: "Document", signers: Sequence[tuple[str, str]], words: Words) -> None:
    """Two who sign, left and right: by which name they are asked to (a key), and theirs where it is known."""
    table = office.frame(document, rows=2, widths=HALVES)
    for at, (key, name) in enumerate(signers):
        title = office.cell(table.cell(0, at), words(key), size=office.BODY, bold=True)
        how = office.cell(table.cell(0, at), words("minutes-sign-how"), size=12, italic=True)
        title.paragraph_format.keep_with_next = how.paragraph_format.keep_with_next = True
        signed = office.cell(table.cell(1, at), name, size=office.BODY, bold=True)
        signed.paragraph_format.space_before = office.points(_ROOM_TO_SIGN)
    for row in table.rows:
        office.unbroken(row)


def finished(document: "Document", name: str) -> MadeFile:
    """The document as a file of this name."""
    kept = BytesIO()
    document.save(kept)
    return MadeFile(kept.getvalue(), name, DOCX)
