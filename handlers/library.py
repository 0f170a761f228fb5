"""What questions are answered from, by tenant: the articles of content and those approved in the chat."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.garbage import no_search
from core.knowledge.articles import Article, Questions, Source
from core.knowledge.check import KnowledgeBase
from core.knowledge.finding import Finder
from core.texts import SOURCE_LOCALE, Label, Texts, say
from storage.models import LocalArticle
from storage.queries.local_articles import Approved, approved, how_many_approved

#: codes of articles that were approved in the chat begin with this
LOCAL = "dp"
#: lengths that an article may have: its title, a wording, the answer, the form in plain words
_TITLE, _WORDING, _ANSWER, _PLAIN = 60, 300, 450, 500


@dataclass
class Library:
    """`base` is what content holds, read when first asked for; `build` makes what finds answers in it; `keep`
    keeps that for the next start. Without `build` no question is answered.
    """

    texts: Texts | None = None
    base: Callable[[], KnowledgeBase] = KnowledgeBase.empty
    build: Callable[[KnowledgeBase], Finder] | None = None
    keep: Callable[[], None] = lambda: None
    _made: dict[int, tuple[int, Finder]] = field(default_factory=dict, repr=False)
    _shared: list[Finder] = field(default_factory=list, repr=False)
    #: turns of several threads may ask for the same at once: who comes second waits for it
    _making: Lock = field(default_factory=Lock, repr=False, compare=False)

    def finder(self, session: Session, tenant_id: int) -> Finder | None:
        """What finds answers for a tenant: the articles of content, and beside them those approved there in
        any process. What is known of content is held once for all tenants.
        """
        shared = self.shared()
        if shared is None:
            return None
        count = how_many_approved(session, tenant_id) if tenant_id else 0
        if count == 0:
            return shared
        made = self._made.get(tenant_id)
        if made is None or made[0] != count:
            own = self._articles(approved(session, tenant_id))
            with self._making:
                made = self._made.get(tenant_id)
                if made is None or made[0] != count:
                    with no_search():
                        made = self._made[tenant_id] = (count, shared.with_own(own))
        return made[1]

    def shared(self) -> Finder | None:
        """What finds answers in the articles of content alone; None where none can be read."""
        if self.build is not None and not self._shared:
            with self._making, no_search():
                if not self._shared and (base := self.base()).articles:
                    self._shared.append(self.build(base))
        return self._shared[0] if self._shared else None

    def cold(self) -> Finder | None:
        """One of those made so far that is not warm yet, of the articles of content first."""
        made = (finder for _, finder in tuple(self._made.values()))
        return next((finder for finder in (*self._shared, *made) if not finder.is_warm), None)

    def _articles(self, local: list[Approved]) -> dict[str, Article]:
        base = self.base()
        default = next(iter(base.subjects))
        made = (self._article(each, base, default) for each in local)
        return {article.code: article for article in made}

    def _article(self, local: Approved, base: KnowledgeBase, default: str) -> Article:
        """An officer's answer in the form of an article: its question is the only wording."""
        row: LocalArticle = local.article
        answer = _cut(row.answer, _ANSWER)
        subject = row.subject if row.subject in base.subjects else default
        wording = (_cut(row.question, _WORDING),)
        title = _cut(row.question, _TITLE)
        source = say("article-source", name=local.by, receipt=local.receipt)
        document = self.texts.render(source, SOURCE_LOCALE) if self.texts else local.receipt
        return Article(
            code=f"{LOCAL}_{row.id}",
            area="contact",
            subject=subject,
            title=Label(title, title),
            questions=Questions(vi=wording, en=wording),
            sources=(Source(document=document),),
            in_force_since=local.since,
            checked_on=local.since,
            review_by=row.review_by,
            confidence="B",
            owner=base.subjects[subject].desk,
            audience=tuple(Role),
            answer=answer,
            more=row.answer,
            plain=_cut(row.answer, _PLAIN),
            en=answer,
        )


def _cut(text: str, most: int) -> str:
    """The text, or as many whole words of it as there is room for."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(maxsplit=1)[0]}…"
