"""A question -> the article that answers it, several to choose from, whom to ask instead, or nothing."""

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from typing import Literal
from unicodedata import normalize

from core.catalogue.fact_types import Role
from core.folding import fold
from core.knowledge.articles import Article
from core.knowledge.asking import Asked, Listener
from core.knowledge.check import KnowledgeBase
from core.knowledge.counted import Counting, count
from core.knowledge.index import Index
from core.knowledge.ours import clearest, likely_ours
from core.knowledge.ranking import Hit, Query, query_of, ranked, subject_shares
from core.knowledge.spelling import spelling_of, with_own
from core.knowledge.subjects import NearSubject
from core.knowledge.terms import Terms, bare, pieces
from core.knowledge.variants import Variants
from core.layered import Over
from core.understanding.words import ShortForm

#: a question less likely ours than this is declined
OURS = 0.70
#: an article as likely meant as this is the answer; one this much as likely as the best is offered beside it
CERTAIN, OFFERED = 0.95, 0.12
#: from this on one is likely meant
LIKELY = 0.5
#: from this on one answers the other of two questions, beside the answer of the whole
PARTLY = 0.9
#: articles that are offered at most
MOST = 3


@dataclass(frozen=True)
class Found:
    """What a question comes to: `hits` are the answer, or those offered, or (unknown) the nearest there are.

    `subject` is what it is about as far as that can be told: who it goes to hangs on it.
    """

    kind: Literal["answer", "choice", "near", "unknown"]
    asked: Asked
    ranking: tuple[Hit, ...]
    near: NearSubject | None = None
    subject: str | None = None
    #: how likely it is about something of ours: 0 to 1
    ours: float = 0.0
    #: what answers the other question, where two were asked of one subject
    beside: Hit | None = None

    @property
    def hits(self) -> tuple[Hit, ...]:
        if self.kind == "answer":
            return self.ranking[:1]
        return offered(self.ranking) if self.kind == "choice" else ()


class Finder:
    """Finds answers; built once from the articles and the words of content, then only read.

    What it needs to know of an article it works out when that is first asked about, or before (`warm`).
    """

    def __init__(
        self,
        base: KnowledgeBase,
        short: Mapping[str, tuple[ShortForm, ...]],
        counting: Counting = count,
    ) -> None:
        """`short`: short forms by their text without marks, as free messages are read with; `counting`: what
        counts the articles, or has what came of it before.
        """
        own = {fold(form): (ShortForm(meaning, form),) for form, meaning in base.words.short.items()}
        forms = {**short, **own}
        self.base = base
        terms = Terms(base.words, {form: meanings[-1].meaning for form, meanings in forms.items()})
        self.index = Index(base.articles, terms, base.vectors, counting=counting)
        self._variants = Variants(self.index)
        self._near = {each.code: each for each in base.near}
        spelling = spelling_of(base, self.index, self._variants.together, forms)
        self._listener = Listener(base.words, base.subjects, base.near, terms, spelling)
        self.is_warm = False

    def with_own(self, articles: Mapping[str, Article]) -> "Finder":
        """One that finds in these articles, too, by codes that none so far has; all else is held once for
        both. The same article comes first as in a finder of all of them, but that a question which both
        have is answered by these, and where what articles are weighed by is all but equal (`Index`).
        """
        finder = copy(self)
        finder.base = replace(self.base, articles=Over(articles, self.base.articles))
        finder.index = Index(articles, self.index.terms, self.base.vectors, self.index)
        finder._variants = Variants(finder.index, self._variants)
        spelling = with_own(self._listener.spelling, finder.index, finder._variants.together)
        finder._listener = self._listener.with_spelling(spelling)
        finder.is_warm = False
        return finder

    def warm(self) -> Iterator[None]:
        """Makes first questions as quick as later ones, some milliseconds of work at each step.

        May be left in the middle, and gone through beside questions, which are answered the same before,
        meanwhile and after.
        """
        if not self.is_warm:
            self._variants.warm()
            yield
            yield from self.index.warm()
            self.is_warm = True

    def find(self, text: str, role: Role | None = None) -> Found:
        """What the question comes to for somebody of this role (None: for anybody)."""
        found = self._found(text, role)
        if found.kind not in ("answer", "choice") or found.ranking[0].exact:
            return found
        return self._with_other(found, role)

    def _with_other(self, found: Found, role: Role | None) -> Found:
        """The same with what answers the other of two questions, where each has an answer of one subject.

        The best for the whole stays the first. Where that was no answer, both are of those that would have
        been offered, and as clear for their part as any answer.
        """
        best = found.ranking[0].article
        least, near = (PARTLY, found.ranking) if found.kind == "answer" else (CERTAIN, found.hits)
        among = [self.index.places[hit.article.code] for hit in found.ranking]
        clear: dict[str, Hit] = {}
        for part in self._listener.parts(found.asked.text):
            asked, query = self.heard(part)
            hit = next(iter(ranked(asked, query, self.index, role, among)), None)
            if hit is not None and hit.score >= least and hit.article.subject == best.subject:
                clear.setdefault(hit.article.code, hit)
        meant = {hit.article.code for hit in near} - {best.code}
        other = next((hit for code, hit in clear.items() if code in meant), None)
        if other is None or best.code not in clear:
            return found
        return replace(found, kind="answer", beside=other)

    def _found(self, text: str, role: Role | None) -> Found:
        """What the whole of it comes to."""
        asked, query = self.heard(text)
        ranking = tuple(ranked(asked, query, self.index, role))
        shares = subject_shares(asked, {})
        subject = max(shares, key=lambda code: (shares[code], code), default=None)
        if not ranking:
            near = self._declined(asked)
            return Found("near" if near else "unknown", asked, ranking, near, subject)
        best = ranking[0]
        ours = likely_ours(asked, query, best)
        if best.exact:
            return Found("answer", asked, ranking, None, best.article.subject, ours)
        if ours < OURS:
            near = self._declined(asked)
            return Found("near" if near else "unknown", asked, ranking, near, subject, ours)
        kind: Literal["answer", "choice"] = "answer" if best.score >= CERTAIN else "choice"
        return Found(kind, asked, ranking, None, best.article.subject, ours)

    def heard(self, text: str) -> tuple[Asked, Query]:
        """What is asked, and that in terms of the index."""
        asked = self._listener.listen(normalize("NFC", text))
        return asked, query_of(asked, self.index, self._variants)

    def is_put(self, text: str) -> bool:
        """Whether it is put as a question; quickly, with nothing looked for."""
        return self._listener.is_put(normalize("NFC", text))

    def has(self, text: str) -> bool:
        """Whether it is a question of an article, whatever its marks."""
        return bare(" ".join(pieces(normalize("NFC", text)))) in self.index.exact

    def _declined(self, asked: Asked) -> NearSubject | None:
        """What the question is about that is not ours, where that is said more clearly than one of ours."""
        code, clearly = clearest(asked.near)
        return self._near[code] if code and clearly >= clearest(asked.subjects)[1] else None


def offered(ranking: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The best, and those that may be meant as well."""
    least = OFFERED * ranking[0].score if ranking else 0.0
    return tuple(hit for hit in ranking[:MOST] if hit.score >= least)
