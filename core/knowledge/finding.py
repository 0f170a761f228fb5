"""A question -> the article that answers it, several to choose from, whom to ask instead, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from core.catalogue.fact_types import Role
from core.folding import fold
from core.knowledge.asking import Asked, Listener
from core.knowledge.check import KnowledgeBase
from core.knowledge.index import Index
from core.knowledge.ranking import Hit, ranked, subject_shares
from core.knowledge.spelling import spelling_of
from core.knowledge.subjects import NearSubject
from core.knowledge.terms import Terms, bare, pieces
from core.knowledge.variants import Variants
from core.understanding.words import ShortForm

#: from this score on an article is offered; from the second on it is the answer
OFFERED, CERTAIN = 0.20, 0.40
#: an article behind the best by less than this may be meant as well
CLOSE = 0.10
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

    @property
    def hits(self) -> tuple[Hit, ...]:
        if self.kind == "answer":
            return self.ranking[:1]
        return offered(self.ranking) if self.kind == "choice" else ()


class Finder:
    """Finds answers; built once from the articles and the words of content, then only read."""

    def __init__(self, base: KnowledgeBase, short: Mapping[str, tuple[ShortForm, ...]]) -> None:
        """`short`: short forms by their text without marks, as free messages are read with."""
        own = {fold(form): (ShortForm(meaning, form),) for form, meaning in base.words.short.items()}
        forms = {**short, **own}
        self.base = base
        terms = Terms(base.words, {form: meanings[-1].meaning for form, meanings in forms.items()})
        self.index = Index(base, terms)
        self._variants = Variants(self.index)
        self._near = {each.code: each for each in base.near}
        spelling = spelling_of(base, self.index, self._variants.together, forms)
        self._listener = Listener(base.words, base.subjects, base.near, terms, spelling)

    def find(self, text: str, role: Role | None = None) -> Found:
        """What the question comes to for somebody of this role (None: for anybody)."""
        text = normalize("NFC", text)
        asked = self._listener.listen(text)
        hits = ranked(asked, self.index, self._variants)
        hits = [hit for hit in hits if role is None or role in hit.article.audience]
        shares = subject_shares(asked, {})
        subject = max(shares, key=lambda code: (shares[code], code), default=None)
        near = self._declined(asked)
        best = hits[0] if hits else None
        ranking = tuple(hits)
        if near is not None and not (best and best.exact):
            return Found("near", asked, ranking, near, subject)
        if best is None or best.score < OFFERED:
            return Found("unknown", asked, ranking, None, subject)
        if best.exact or (best.score >= CERTAIN and len(offered(ranking)) == 1):
            return Found("answer", asked, ranking, None, best.article.subject)
        return Found("choice", asked, ranking, None, best.article.subject)

    def has(self, text: str) -> bool:
        """Whether it is a question of an article, whatever its marks."""
        return bare(" ".join(pieces(normalize("NFC", text)))) in self.index.exact

    def _declined(self, asked: Asked) -> NearSubject | None:
        """What the question is about that is not ours, where that is said more clearly than one of ours."""
        sums: dict[str, float] = {}
        for heard in asked.near:
            sums[heard.code] = sums.get(heard.code, 0.0) + heard.weight
        ours: dict[str, float] = {}
        for heard in asked.subjects:
            ours[heard.code] = ours.get(heard.code, 0.0) + heard.weight
        code = max(sums, key=lambda each: (sums[each], each), default="")
        if not code or sums[code] < max(ours.values(), default=0.0):
            return None
        return self._near[code]


def offered(ranking: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The best, and those so close behind it that they may be meant as well."""
    least = max(OFFERED, ranking[0].score - CLOSE) if ranking else OFFERED
    return tuple(hit for hit in ranking[:MOST] if hit.score >= least)
