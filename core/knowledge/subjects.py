"""What people ask about, as content: subjects, desks, words, and what is declined."""

from pydantic import Field, model_validator

from core.catalogue.fact_types import Code, Strict
from core.texts import Label

Phrases = tuple[str, ...]


class Desk(Strict):
    """Who keeps articles and answers questions: `units` are the codes it has at tenants, nearest first."""

    code: Code
    name: Label
    units: tuple[Code, ...] = ()


class Subject(Strict):
    """A subject with the words that speak for it, by how strongly they do; `against` speak against it."""

    code: Code
    name: Label
    #: the desk in charge
    desk: Code
    #: the subject of the plans that this one, which they do not name, is a part of
    within: Code | None = None
    #: what a producer's question says they want to be guided on: a code of the list support_subjects
    need: Code | None = None
    strong: Phrases = ()
    fair: Phrases = ()
    weak: Phrases = ()
    against: Phrases = ()

    @model_validator(mode="after")
    def _is_heard(self) -> "Subject":
        if not (self.strong or self.fair or self.weak):
            raise ValueError(f"nothing speaks for {self.code}; give strong:, fair: or weak: words")
        return self


class Subjects(Strict):
    """content/knowledge/subjects.yaml."""

    desks: tuple[Desk, ...] = Field(min_length=1)
    subjects: tuple[Subject, ...] = Field(min_length=1)


class NearSubject(Strict):
    """What people ask that is not ours: its words, those beside which it is not meant, and where to ask, if
    anywhere.
    """

    code: Code
    name: Label
    strong: Phrases = ()
    fair: Phrases = ()
    #: with one of these in the question it is ours after all
    unless: Phrases = ()
    ask: Label | None = None

    @model_validator(mode="after")
    def _is_heard(self) -> "NearSubject":
        if not (self.strong or self.fair):
            raise ValueError(f"nothing speaks for {self.code}; give strong: or fair: words")
        return self


class NearSubjects(Strict):
    """content/knowledge/near.yaml."""

    near: tuple[NearSubject, ...] = ()


class HowMany(Strict):
    """How people ask how many there are of something, and what it is called behind a figure."""

    asked: Phrases
    told: Phrases


class AskingWords(Strict):
    """content/knowledge/words.yaml: short forms, words of the same meaning, and words that say nothing."""

    #: short form -> what it is written out as
    short: dict[str, str] = Field(default_factory=dict)
    same: tuple[Phrases, ...] = ()
    #: what a question holds whatever it is about: "cho em hỏi", "ạ"
    empty: Phrases = ()
    #: what the sentence that asks has in it: "bao nhiêu", "ở đâu", "không"
    asking: Phrases = ()
    #: what joins two questions in one clause: "ở đâu và mất bao lâu"
    joining: Phrases = ()
    #: words of citations -> what officials write for them: "Nghị định" is "NĐ"
    cited: dict[str, str] = Field(default_factory=dict)
    #: it asks too where one of these is among its last words: "có phải làm không ạ"
    endings: Phrases = ()
    #: what is only said to ask, wherever it stands: "cho hỏi", "bao lâu", "có bị"
    plain: Phrases = ()
    #: a clause that ends in one asks, unless something before denies it: "ở chợ nào", but "không có cái nào"
    open_ends: Phrases = ()
    #: a clause that ends in one asks for yes or no: "mua được không"
    yes_no: Phrases = ()
    #: what makes such words deny
    denying: Phrases = ()
    #: what is said behind the end of a question: "ạ", "vậy anh"
    tails: Phrases = ()
    #: who asks so wants somebody to come and help: "ai xuống giúp được không"
    wishes: Phrases = ()
    #: what has to be told with a figure where a question ends in asking how many, and figures in words
    how_many: tuple[HowMany, ...] = ()
    figures: Phrases = ()
