"""Articles as they were read and counted, in a form that is kept from one start to the next."""

from pydantic import TypeAdapter

from core.catalogue.fact_types import Strict
from core.knowledge.articles import Article
from core.knowledge.check import KnowledgeBase
from core.knowledge.counted import Counted
from core.knowledge.subjects import AskingWords, Desk, NearSubject, Subject
from core.knowledge.vectors import Vectors


class Prepared(Strict):
    """All of content/knowledge but where words point to, which is read as fast from its own file."""

    articles: tuple[Article, ...]
    subjects: tuple[Subject, ...]
    desks: tuple[Desk, ...]
    near: tuple[NearSubject, ...]
    words: AskingWords
    counted: Counted


_PREPARED = TypeAdapter(Prepared)


def packed(base: KnowledgeBase, counted: Counted) -> bytes:
    """The form as JSON."""
    own = Prepared.model_construct(
        articles=tuple(base.articles.values()),
        subjects=tuple(base.subjects.values()),
        desks=tuple(base.desks.values()),
        near=base.near,
        words=base.words,
        counted=counted,
    )
    return _PREPARED.dump_json(own)


def unpacked(kept: bytes, vectors: Vectors) -> tuple[KnowledgeBase, Counted]:
    """The same again. Raises ValueError where it is not of this form."""
    own = _PREPARED.validate_json(kept)
    base = KnowledgeBase(
        {each.code: each for each in own.articles},
        {each.code: each for each in own.subjects},
        {each.code: each for each in own.desks},
        own.near,
        own.words,
        vectors,
    )
    return base, own.counted
