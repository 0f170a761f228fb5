"""The terms of articles are counted quickly, and as if each article were looked at alone."""

from collections import Counter
from dataclasses import replace
from itertools import chain, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from core.knowledge.check import KnowledgeBase
from core.knowledge.index import Index
from core.knowledge.terms import Terms, bare, parted, pieces, worded
from tests.core.knowledge.samples import sample_base

#: blanks, letters that grow when they are made small, figures, marks
ODD = st.text(alphabet=st.sampled_from("aÁăẬ ßİǰ1 23,.-\t\n\u2028\u00a0\u0301_ЖĐ"), max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(ODD, st.text(max_size=40)), max_size=4))
def test_texts_of_content_have_the_words_that_any_text_has(texts: list[str]) -> None:
    found = worded(tuple(texts))
    each = list(map(pieces, texts))
    assert list(parted(found.words)) == (each or [[]])
    assert list(parted(found.bare)) == ([list(map(bare, words)) for words in each] or [[]])
    assert list(found.lines) == [" ".join(map(bare, words)) for words in each]


def test_each_term_stands_in_the_articles_that_have_it_as_strongly_as_it_is_said_there() -> None:
    base = with_marks(sample_base())
    index = Index(base.articles, Terms(base.words, {}), base.vectors)
    expected: dict[str, dict[int, float]] = {}
    for at, article in enumerate(index.articles):
        asked = (*article.questions.vi, *article.questions.en)
        titles = (article.title.vi, article.title.en)
        texts = [index.terms.of_content(pieces(text)) for text in (*asked, *titles, *titles)]
        counts = Counter(chain.from_iterable(texts))
        counts.update(f"{one} {other}" for words in texts for one, other in pairwise(words))
        for term, count in counts.items():
            expected.setdefault(term, {})[at] = count / (count + 1.2)
    assert sum(len(row) > 1 for row in expected.values()) > 5
    assert index.postings == expected
    for _ in index.warm():
        pass
    assert index.postings == expected


def with_marks(base: KnowledgeBase) -> KnowledgeBase:
    """The same without questions typed without marks, whose words count as those they mostly are."""
    own = {
        code: article.model_copy(
            update={
                "questions": article.questions.model_copy(
                    update={"vi": tuple(text for text in article.questions.vi if not text.isascii())}
                )
            }
        )
        for code, article in base.articles.items()
    }
    return replace(base, articles=own)
