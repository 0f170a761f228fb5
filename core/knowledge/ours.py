"""How likely a question is about something of ours at all, by what was heard in it and found for it."""

from collections.abc import Iterable
from math import exp, log1p

from core.knowledge.asking import Asked, Heard
from core.knowledge.ranking import Hit, Query

#: what tells, and how much each counts against a question: `benchmarks/knowledge_weights.py` finds them
TELLING = ("near", "heard", "best", "known", "words", "subject")
_WEIGHTS = (3.30, -1.34, -0.44, -3.24, -3.11, -1.48)
_BEGIN = 13.76


def clearest(heard: Iterable[Heard]) -> tuple[str, float]:
    """What is spoken of most clearly, and how clearly; ("", 0) where nothing is."""
    sums: dict[str, float] = {}
    for each in heard:
        sums[each.code] = sums.get(each.code, 0.0) + each.weight
    code = max(sums, key=lambda each: (sums[each], each), default="")
    return (code, sums[code]) if code and sums[code] > 0 else ("", 0.0)


def signs(asked: Asked, query: Query, best: Hit) -> tuple[float, ...]:
    """The measures of TELLING: phrases of what is near and of our subjects, the best article, how much of the
    question articles have, how many words it has, and how sure the subject of the best is.
    """
    return (
        log1p(clearest(asked.near)[1]),
        log1p(clearest(asked.subjects)[1]),
        best.weight,
        query.known,
        log1p(len(asked.terms)),
        best.subject,
    )


def likely_ours(asked: Asked, query: Query, best: Hit) -> float:
    """0 to 1; the likeliest article that there is says how well ours would fit."""
    against = _BEGIN + sum(w * sign for w, sign in zip(_WEIGHTS, signs(asked, query, best), strict=True))
    return 1 / (1 + exp(min(against, 100.0)))
