"""An approved answer as a message: the answer, where it stands and of when, what can be asked next."""

import re
from collections.abc import Iterator

from core.dialogue.known import Known
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import MAX_BYTES, token
from core.knowledge.articles import Article
from core.knowledge.check import KnowledgeBase
from core.texts import Speech, lines, say

#: sources named below an answer; all of them stand below its long form
SOURCES = 2
#: what stands behind the number and year of a document, which a short citation leaves out: "37/2026/NĐ-CP"
_OFFICE = re.compile(r"(\d+/\d{4})/[^\s,;)]+")
#: what ends a sentence, which has so many letters at least: "Yes." alone is no answer
_STOP, _SHORTEST = re.compile(r"[.!?](?=\s|$)"), 20
_MENU = Option(say("menu-button"), "go:menu")


def shown(
    article: Article,
    known: Known,
    base: KnowledgeBase,
    key: str,
    part: str = "",
    *,
    beside: Article | None = None,
) -> Message:
    """One part of an article: "" for the answer, "more" or "plain". English speakers get the English answer.

    `key` is that of the message that was asked, which a person in charge would get. `beside` answers another
    question of that message: its first sentence stands below, and a button for the rest.
    """
    english = known.person is not None and known.person.locale == "en"
    text = {"more": article.more, "plain": article.plain}.get(part, article.en if english else article.answer)
    late = say("known-overdue", day=article.review_by) if article.is_overdue(known.today) else None
    everything = part == "more"
    said: Speech = lines(
        say("known-title", title=article.title) if part else None,
        text,
        _cited(article, base, everything),
        late,
        say("known-beside", title=beside.title, answer=_begin(beside, english)) if beside else None,
    )
    officer = people(key, article.subject, article.code)
    rows = (
        *rows_of((ask_for(beside, key),) if beside else ()),
        *rows_of(_parts(article, part, english)),
        *rows_of((ask_for(each) for each in _following(article, base) if each != beside), 1),
        *rows_of(
            (
                Option(say("known-right"), token("kg", article.code)),
                Option(say("known-wrong"), token("kb", article.code)),
            )
        ),
        (officer, _MENU),
    )
    return Message(said, rows, yes=officer.token if article.offers_officer else "")


def _begin(article: Article, english: bool) -> str:
    """The first sentence of its answer."""
    text = article.en if english else article.answer
    found = _STOP.search(text, _SHORTEST)
    return text[: found.end()] if found else text


def _following(article: Article, base: KnowledgeBase) -> Iterator[Article]:
    return (base.articles[code] for code in article.follow_ups if code in base.articles)


def _parts(article: Article, part: str, english: bool) -> Iterator[Option]:
    """The other parts; they are in Vietnamese, which their labels say in English."""
    for other in ("plain", "more", ""):
        if other != part and not (english and other == "plain"):
            yield Option(say(f"known-part-{other or 'short'}"), token("ka", article.code, other))


def _cited(article: Article, base: KnowledgeBase, everything: bool) -> Speech:
    """Where it stands, and the month in which it is to be looked at again at the latest was last."""
    sources = article.sources if everything else article.sources[:SOURCES]
    cited = "; ".join(" ".join(filter(None, (each.document, each.article))) for each in sources)
    if not everything:
        cited = short(cited, base)
    return say("known-source", sources=cited, month=f"{article.checked_on:%m/%Y}")


def short(cited: str, base: KnowledgeBase) -> str:
    """A citation as officials abbreviate it, with the short forms of the content."""
    cited = _OFFICE.sub(r"\1", cited)
    for long, brief in base.words.cited.items():
        cited = cited.replace(long, brief)
    return cited


def ask_for(article: Article, key: str = "") -> Option:
    """A button with the article's title. `key`: it is one of those that the message with this key found."""
    return Option(article.title, token("ka", article.code, "", key) if key else token("ka", article.code))


def people(key: str, subject: str, article: str = "") -> Option:
    """The button that hands the question with this key to the people in charge."""
    told = ("rp", key, subject, article)
    fits = len(":".join(told).encode()) <= MAX_BYTES
    return Option(say("known-people"), token(*told) if fits else token(*told[:3]))
