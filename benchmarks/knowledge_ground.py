"""Articles in thousands, and the questions that are put to them: the same in every process."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice

from bot.articles import load_articles
from bot.content import CONTENT
from bot.understanding import load_speech
from core.folding import fold
from core.knowledge.articles import Article, Questions
from core.knowledge.finding import Finder
from core.texts import Label
from core.understanding.lexicon import short_forms
from core.understanding.speech import Speech
from handlers.library import Library

ARTICLES = 2_000
QUESTIONS = 1_000
#: tenants with answers of their own that were approved in the chat, and how many each has
TENANTS, OWN = 150, 20
#: the share of words that are others in an article that was made
OTHER = 0.35


@dataclass(frozen=True)
class Ground:
    """The articles; the questions, each with the code of the article whose wording it was; the library."""

    articles: Sequence[Article]
    questions: Sequence[tuple[str, str]]
    library: Library


def ground(count: int = ARTICLES) -> Ground:
    """So many articles, at least the shipped ones: these first, then such as were made of them."""
    chance = random.Random(7)
    base, speech = load_articles(CONTENT), load_speech(CONTENT)
    short = short_forms(speech)
    shipped = list(base.articles.values())
    articles = list(made(shipped, count, syllables(speech, 3_000, chance), chance))
    large = replace(base, articles={article.code: article for article in articles})
    library = Library(base=lambda: large, build=lambda own: Finder(own, short))
    return Ground(articles, list(asked(shipped, QUESTIONS, chance)), library)


def own_answers() -> Iterator[dict[str, Article]]:
    """Of each of TENANTS the answers approved there, by code: others in each, as `handlers/library.py` has
    them, with one wording in both languages and no other words than their officer's.
    """
    chance = random.Random(11)
    base, speech = load_articles(CONTENT), load_speech(CONTENT)
    words = syllables(speech, 3_000, chance)
    shipped = list(base.articles.values())
    for _ in range(TENANTS):
        own = {}
        for number, article in enumerate(chance.sample(shipped, OWN)):
            wording = (_other(chance.choice(article.questions.vi), words, chance),)
            answer = _other(f"{article.answer} {article.plain}", words, chance)
            texts = {"answer": answer, "more": answer, "plain": answer}
            title = Label(wording[0][:60], wording[0][:60])
            asked = Questions(vi=wording, en=wording)
            told = {"code": f"dp_{number}", "title": title, "questions": asked, **texts}
            own[f"dp_{number}"] = article.model_copy(update=told)
        yield own


def made(
    articles: Sequence[Article], count: int, words: Sequence[str], chance: random.Random
) -> Iterator[Article]:
    """The articles themselves, then others like them: with other words, none of which asks the same."""
    yield from articles
    for number, article in enumerate(islice(cycle(articles), max(0, count - len(articles)))):
        vi = tuple(_other(text, words, chance) for text in article.questions.vi)
        en = tuple(_other(text, words, chance) for text in article.questions.en)
        asked = article.questions.model_copy(update={"vi": vi, "en": en})
        title = Label(*(_other(text, words, chance) for text in (article.title.vi, article.title.en)))
        yield article.model_copy(update={"code": f"made_{number}", "title": title, "questions": asked})


def _other(text: str, words: Sequence[str], chance: random.Random) -> str:
    """A text with other words put in."""
    pieces = text.split()
    for at in chance.sample(range(len(pieces)), 1 + int(OTHER * len(pieces))):
        pieces[at] = chance.choice(words)
    return " ".join((*pieces, chance.choice(words)))


def syllables(speech: Speech, count: int, chance: random.Random) -> list[str]:
    """Words that articles of other trades may have: syllables of names, alone and in twos."""
    single = sorted({*speech.surnames, *speech.given_names, *speech.other_words})
    return [
        *single,
        *(f"{one}{other}" for one, other in zip(chance.choices(single, k=count), single, strict=False)),
    ]


def asked(articles: Sequence[Article], count: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Questions as people type them, with the code of the article whose wording each was."""
    told = (
        "Chào anh chị, nhà em bán hàng ở chợ hơn mười năm nay, hôm qua có đoàn xuống xem, em lo quá. ",
        "Tôi có xưởng nhỏ 5 người, làm ăn cũng bình thường. Nay có khách hàng mới yêu cầu nên tôi viết. ",
    )
    for _ in range(count):
        article = chance.choice(articles)
        text = chance.choice(article.questions.vi)
        if chance.random() < 0.4:
            text = fold(text)
        if chance.random() < 0.3:
            at = chance.randrange(len(text))
            text = text[:at] + text[at + 1 :]
        if chance.random() < 0.2:
            text = chance.choice(told) + text
        yield text, article.code
