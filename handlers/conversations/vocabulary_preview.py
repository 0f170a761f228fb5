"""What a word would change, before it is kept: past messages read without it and with it."""

from core.dialogue.known import Known
from core.dialogue.state import Teaching
from core.dialogue.steps import Message, Option, Rows
from core.dialogue.tokens import token
from core.texts import Speech, lines, say
from core.understanding.lexicon import Lexicon
from core.understanding.preview import Change, Past, Preview, knows, preview, takes_figures, too_common
from core.understanding.taught import Taught
from handlers.conversations.vocabulary_list import cut
from handlers.conversations.vocabulary_meanings import reading_text, situation_of, word_meaning

#: past messages that are read again, changes that are shown, letters of each message
LATEST, SHOWN, LETTERS = 200, 3, 90


def preview_message(
    teaching: Teaching, known: Known, lexicon: Lexicon, first: Speech | None, below: Rows
) -> Message | None:
    """How many messages change, the first few, what speaks against it, and only then the way to keep it."""
    word = Taught(teaching.phrase, teaching.fact_type, teaching.field, teaching.option)
    title = say("words-card", phrase=word.phrase, meaning=word_meaning(word, lexicon, known))
    if knows(word, lexicon):
        return Message(lines(first, title, say("words-known-already")), below, in_place=True)
    after = known.lexicon_with(word)
    if after is None:
        return None
    past = [
        Past(heard.text, situation_of(heard), heard.status == "read" and heard.stands)
        for heard in known.look.heard_lately(LATEST)
    ]
    found = preview(past, lexicon, after)
    warnings = [
        say("words-warn-spoilt", count=len(found.spoilt)) if found.spoilt else None,
        say("words-warn-common") if too_common(word.phrase, lexicon) else None,
        say("words-warn-figure") if takes_figures(word.phrase, lexicon) else None,
    ]
    warned = any(warnings)
    changed = sorted(found.changes, key=lambda change: not change.past.confirmed)[:SHOWN]
    text = lines(
        first,
        title,
        _counted(found),
        *(_change(change, lexicon, after, known) for change in changed),
        *warnings,
        say("words-sure" if warned else "words-confirm"),
    )
    save = say("words-save-anyway" if warned else "words-save")
    yes = Option(save, token("va", teaching.id, teaching.step, "yes"), main=not warned)
    return Message(text, ((yes,), *below), in_place=True)


def _counted(found: Preview) -> Speech:
    if not found.looked_at:
        return say("words-preview-empty")
    key = "words-preview-changes" if found.changes else "words-preview-none"
    return say(key, total=found.looked_at, count=len(found.changes))


def _change(change: Change, before: Lexicon, after: Lexicon, known: Known) -> Speech:
    situation = change.past.situation
    return say(
        "words-change-confirmed" if change.past.confirmed else "words-change",
        text=cut(change.past.text, LETTERS),
        before=reading_text(change.before, situation, before, known),
        after=reading_text(change.after, situation, after, known),
    )
