"""How people say what they want with a message, as data: content/vocabulary/intents.yaml."""

from typing import Annotated

from pydantic import Field

from core.catalogue.fact_types import Code, Strict
from core.understanding.hearing import Phrases


class IntentCue(Strict):
    """Features that together speak for an intent: one of each group of `all` holds, and none of `none`.

    A feature is a phrase, or "#name" (listed in core.understanding.intents).
    """

    all: tuple[Phrases, ...] = Field(min_length=1)
    none: Phrases = ()
    weight: float


class IntentAsk(Strict):
    """What has to be asked where the features of `missing` are all absent, and those of `given` all hold."""

    ask: Code
    missing: Phrases = ()
    given: Phrases = ()


class IntentSpec(Strict):
    """One intent: phrases by strength, cues, what is asked, and who can have it."""

    intent: Code
    strong: Phrases = ()
    fair: Phrases = ()
    weak: Phrases = ()
    cues: tuple[IntentCue, ...] = ()
    asks: tuple[IntentAsk, ...] = ()
    roles: tuple[Code, ...] = ()


class Subject(Strict):
    """What questions are about: its code, how it is said, and how general it is (a narrower one wins).

    `together`: or it is said by one phrase of each of these groups, wherever they stand.
    """

    code: Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
    phrases: Phrases
    together: tuple[Phrases, ...] = ()
    weight: float = 1.0


class Intents(Strict):
    """content/vocabulary/intents.yaml."""

    intents: tuple[IntentSpec, ...]
    subjects: tuple[Subject, ...]
    #: features made of phrases alone: "#name" holds where one of them stands in the message
    features: dict[Code, Phrases] = Field(default_factory=dict)
    #: features that hold where one of these ends the message, but for words of `tails` behind it
    endings: dict[Code, Phrases] = Field(default_factory=dict)
    tails: Phrases = ()
    #: words of any talk, which are about nothing by themselves
    common: Phrases = ()
    #: how a question that wants yes or no ends
    yes_no: Phrases = ()
    #: words of a question that wants more than that
    open_words: Phrases = ()
