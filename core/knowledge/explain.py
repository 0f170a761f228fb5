"""What a question came to and why, for people and for programs."""

from collections.abc import Iterator
from typing import Any

from core.knowledge.finding import CERTAIN, OURS, Found

#: articles of the ranking that are shown
SHOWN = 5


def told(found: Found) -> Iterator[str]:
    """The outcome, what was heard, and the ranking with what each score is made of; a line each."""
    outcome = ", ".join(hit.article.code for hit in found.hits)
    if found.near is not None:
        outcome = f"{found.near.code}{f': ask {found.near.ask.en}' if found.near.ask else ''}"
    yield f"{found.kind + ':':12}{outcome or '-'}"
    if found.beside is not None:
        yield f"{'beside:':12}{found.beside.article.code} answers the other question"
    yield f"{'question:':12}{found.asked.question}"
    for heard in found.asked.subjects:
        yield f"{'subject:':12}{heard.code} {heard.weight:+.2f} ({heard.phrase})"
    for heard in found.asked.near:
        yield f"{'near:':12}{heard.code} {heard.weight:+.2f} ({heard.phrase})"
    yield f"{'ours:':12}{found.ours:.3f} (declined below {OURS})"
    for hit in found.ranking[:SHOWN]:
        parts = ", ".join(
            f"{name} {value:.2f}"
            for name, value in (
                ("words", hit.words),
                ("wording", hit.wording),
                ("subject", hit.subject),
                ("text", hit.text),
                ("aspect", hit.aspect),
                ("put", hit.put),
                ("letters", hit.letters),
                ("meaning", hit.meaning),
            )
        )
        score = f"{hit.score:.3f} {hit.article.subject}/{hit.article.code}"
        yield f"{'article:':12}{score} ({'the very question' if hit.exact else parts}) ~ {hit.alike}"
    yield f"{'threshold:':12}the answer from {CERTAIN}, else a choice"


def as_data(found: Found) -> dict[str, Any]:
    """The same as data."""
    return {
        "kind": found.kind,
        "articles": [hit.article.code for hit in found.hits],
        "beside": found.beside.article.code if found.beside else None,
        "subject": found.subject,
        "near": found.near.code if found.near else None,
        "ours": round(found.ours, 4),
        "ranking": [
            {
                "article": hit.article.code,
                "subject": hit.article.subject,
                "score": round(hit.score, 4),
                "words": round(hit.words, 4),
                "wording": round(hit.wording, 4),
                "text": round(hit.text, 4),
                "aspect": round(hit.aspect, 4),
                "put": round(hit.put, 4),
                "letters": round(hit.letters, 4),
                "meaning": round(hit.meaning, 4),
                "of_subject": round(hit.subject, 4),
                "alike": hit.alike,
                "exact": hit.exact,
            }
            for hit in found.ranking[:SHOWN]
        ],
    }
