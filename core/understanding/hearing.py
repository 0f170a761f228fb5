"""How people say what a kind of report holds, as data: content/hearing/FACT_TYPE.yaml and its neighbours."""

from typing import Literal

from pydantic import Field

from core.catalogue.fact_types import Code, ListName, Strict

Phrases = tuple[str, ...]
#: a condition on fields of the record: each named field has one of these codes
When = dict[Code, tuple[str, ...]]


class Cue(Strict):
    """Words that together speak for a kind of report: one of each group stands in the clause.

    A group is phrases, "@field" (a heard code of that field), "#number", "#money", "#place", "#org",
    "#people", "#date", "#share" ...
    """

    all: tuple[tuple[str, ...], ...] = Field(min_length=1)
    #: it says nothing where one of these stands in the clause
    none: Phrases = ()
    weight: float


class Share(Strict):
    """Phrases saying that a count is as large as another: "đạt hết" is passed = checked."""

    phrases: Phrases
    of: Code


class ShortOf(Strict):
    """A code that is meant where one count falls short of another: 4 of 10 are not all."""

    code: Code
    count: Code
    of: Code


class Times(Strict):
    """How often each of those counted did it: a number of `units` close behind `each`."""

    each: Phrases
    units: Phrases


class HeardField(Strict):
    """One field of a record and how it is heard. `fills` is the field of the form it answers.

    A field may stand there several times: the first way that hears something is taken. Kinds: count, tally
    (numbers by option), money, share; choice, choices; place, org, unit (the sender's own), people, person
    (one); text, texts, identifier, phone, flag, day, year."""

    code: Code
    kind: Literal[
        "count",
        "tally",
        "money",
        "share",
        "choice",
        "choices",
        "place",
        "org",
        "people",
        "person",
        "unit",
        "year",
        "text",
        "texts",
        "flag",
        "identifier",
        "phone",
        "day",
        "link",
        "places",
        "likeliest",
    ]
    fills: Code | None = None
    #: only `words` are heard, not the phrases of the form's options, which are too general in a running text
    own_words: bool = False
    #: a shared list whose options are heard, instead of those of the form's field
    options: ListName | None = None
    #: further phrases for a code (a phrase of the code "" only hides shorter ones inside it); and codes
    #: that have another name in the record than in the form
    words: dict[str, Phrases] = Field(default_factory=dict)
    named: dict[Code, str] = Field(default_factory=dict)
    #: codes of records that the form has no option for, with the option that stands for them; "" where
    #: the form asks which
    as_options: dict[str, str] = Field(default_factory=dict)
    #: what is counted, straight behind the number; what stands beside the number or name that is meant
    units: Phrases = ()
    near: Phrases = ()
    #: behind the number these: another is counted; beside the number these: it is another one
    not_units: Phrases = ()
    not_near: Phrases = ()
    #: a number with nothing counted behind it may be it
    bare: bool = False
    #: numbers of one clause are added up
    adds: bool = False
    #: said to be none at all; said to be as many as another count
    zero: Phrases = ()
    one: Phrases = ()
    as_many: Share | None = None
    #: a count or a tally of attendances: so many for each of them ("mỗi người 2 lớp")
    times: Times | None = None
    #: the field that holds M of "N of M"
    out_of: Code | None = None
    #: the field that holds the sum of a tally
    total: Code | None = None
    #: kinds of places, types of organisations; the name may also be the sender's own unit
    kinds: tuple[Code, ...] = ()
    own: bool = False
    #: the field for several of these choices, where a single one is held by `code`
    several: Code | None = None
    #: said once for all happenings of a message, before or behind them
    shared: bool = False
    #: a person with a title, or a name that no word for its kind goes before, may stand for it ("ông Bộc",
    #: "Bình Minh Mộc")
    persons: bool = False
    #: where it is missing, as in the happening told before: "thống kê 21 cân bàn, kiểm định luôn 21 cái"
    carried: bool = False
    #: a known place as it was typed rather than by its full name
    as_typed: bool = False
    #: a choice read in the name that this field holds, before the rest of the clause
    of: Code | None = None
    #: which of several codes: said first or last, or furthest in the list
    take: Literal["first", "last", "furthest"] = "first"
    #: a choice that stands right behind a number comes before one elsewhere ("5 hộ")
    counted: bool = False
    #: codes that outdo all others wherever they are said: what has ended is not under way
    ends: tuple[Code, ...] = ()
    #: codes that give way to a narrower one said elsewhere: "cân ..., 52 cân đồng hồ"
    general: tuple[str, ...] = ()
    #: codes that are heard, and asked about, but too general to be kept ("iso")
    vague: tuple[str, ...] = ()
    #: a person beside words of `near`: or in front of those of `before`
    #: people: those named behind these words, where some are; an identifier: behind these, or in front of
    #: `before`
    #: a text: what stands behind these words up to those, or in front of some, or the whole clause;
    #: `with_cue`: with the words it stands behind. Choices: only those behind `after`, in front of `until`.
    after: Phrases = ()
    until: Phrases = ()
    before: Phrases = ()
    with_cue: bool = False
    whole: bool = False
    #: or what the clause ends with, behind its last colon or comma, where that counts or denies something
    closing: bool = False
    #: a text that is a name: words with capitals, or in a message without them all that no known phrase takes
    proper: bool = False
    #: a text needs this many words besides those that only say that there is one; a tally so many kinds,
    #: else it is
    #: a count ("45 cân"); a list so many places
    least: int = 0
    #: a count: as many as there are names in that field, where no number is said
    count_of: Code | None = None
    #: beside these the speaker is one more than those named
    plus_one: Phrases = ()
    default: int | bool | str | None = Field(default=None, union_mode="left_to_right")
    default_when: When = Field(default_factory=dict)
    #: no default beside these
    default_unless: Phrases = ()
    #: heard only where other fields have these codes; only for tenants of these levels
    when: When = Field(default_factory=dict)
    levels: tuple[Code, ...] = ()
    #: not heard where one of these fields was
    unless: tuple[Code, ...] = ()
    #: False: heard for questions and conditions only, never stored
    kept: bool = True
    #: a count said as "N of M" only
    of_total: bool = False
    #: a choice that is told by two counts: its code where the first falls short of the second
    short_of: ShortOf | None = None
    #: the likeliest of what plans are made of: tasks by their names; "work": tasks, by those of their steps
    #: as well.
    #: `within`: the field that holds the task whose steps may be meant
    made_of: Literal["tasks", "work", "steps"] | None = None
    within: Code | None = None
    at_least: float = 0.9


class Ask(Strict):
    """What is asked back where none of `unless` was heard (the field of that name if there are
    none).
    """

    ask: Code
    unless: tuple[Code, ...] = ()
    when: When = Field(default_factory=dict)
    #: asked only where all of these were heard
    given: tuple[Code, ...] = ()
    #: asked where the field was heard with one of these values, rather than missing
    heard: When = Field(default_factory=dict)
    #: only for tenants of these levels
    levels: tuple[Code, ...] = ()
    #: the other kind of report that the words may be about, where that is the question
    rather: Code | None = None


class Hearing(Strict):
    """content/hearing/FACT_TYPE.yaml: the kind of report, its name, cues, fields and questions."""

    fact_type: Code
    #: its name in records, if not the kind of report's own
    topic: Code | None = None
    #: phrases by how strongly they speak for it
    strong: Phrases = ()
    fair: Phrases = ()
    weak: Phrases = ()
    #: phrases that speak against it
    against: Phrases = ()
    #: words that make no report of it, but may be said of such a thing: see core.understanding.tips
    hints: Phrases = ()
    cues: tuple[Cue, ...] = ()
    fields: tuple[HeardField, ...] = ()
    #: a + b = c between counts
    sums: tuple[tuple[Code, Code, Code], ...] = ()
    asks: tuple[Ask, ...] = ()
    #: several names of this field in one clause are as many records
    each: tuple[Code, ...] = ()
    #: it is told in words of other kinds too: what stands in its sentence without a day of its own belongs
    #: to it
    absorbs: bool = False
    #: kinds told in its sentence without a number of their own only say what it is about: a class, and who
    #: was sent to it
    takes: tuple[Code, ...] = ()
    #: whether today is taken where no day is said; whether a week, month or year is kept as period
    today: bool = True
    period: bool = False
    #: fields that make two records the same happening, and what is then asked
    same: tuple[Code, ...] = ()
    same_asks: Code | None = None
    #: fields of which there may be one record only, and of which other
    unique: tuple[Code, ...] = ()
    unique_by: tuple[Code, ...] = ()

    @property
    def name(self) -> str:
        return self.topic or self.fact_type

    def field(self, code: str) -> HeardField | None:
        return next((field for field in self.fields if field.code == code), None)
