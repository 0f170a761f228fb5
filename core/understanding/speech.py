"""The words around facts, as data: content/vocabulary/speech.yaml."""

from core.catalogue.fact_types import Code, Strict
from core.understanding.hearing import Phrases


class ShortSpec(Strict):
    """One reading of a short form."""

    means: str
    after_number: bool = False
    before_number: bool = False
    after: Phrases = ()
    before: Phrases = ()

    @property
    def conditional(self) -> bool:
        return bool(self.after_number or self.before_number or self.after or self.before)


class Speech(Strict):
    """content/vocabulary/speech.yaml: short forms, and the words around facts."""

    short: dict[str, tuple[ShortSpec, ...]]
    #: words that mean nothing to the reader and yet are no slips for others: what people sell, wear, eat ...
    other_words: Phrases = ()
    #: in front of names: types of organisations by code; words no name goes on over
    org_heads: dict[Code, Phrases]
    place_heads: dict[Code, Phrases]
    name_stops: Phrases
    #: words that complete a name though they have no capital ("BVĐK tỉnh")
    name_ends: Phrases
    plurals: Phrases
    surnames: Phrases
    titles: Phrases
    #: behind surnames; names that one more mostly follows; offices people hold
    middle_names: Phrases
    double_names: Phrases
    posts: Phrases
    #: usual names of people, and titles that are no other words without their marks
    given_names: Phrases
    clear_titles: Phrases
    #: words that belong together: what stands inside them says nothing of its own ("can bo" is no "cân bỏ")
    compounds: Phrases
    #: one's own unit
    own: Phrases
    #: a new clause may begin with these
    breaks: Phrases
    #: words and marks for "and"; words a clause opens with before it says anything
    joins: Phrases
    openers: Phrases
    times_of_day: Phrases
    negations: Phrases
    #: "the rest", "as many again"
    rest: Phrases
    out_of: Phrases
    clock: Phrases
    #: in front of a place in a row ("đợt 2")
    rows: Phrases
    #: behind a figure that measures ("5 kg")
    measures: Phrases
    #: a decimal comma said in words; words that begin no number, being mostly others without their marks
    point: Phrases
    never_first: Phrases
    #: words that, without their marks behind a scale, are mostly others
    never_last: Phrases
    guesses: Phrases
    #: words for "about" that, without their marks, are mostly another: read so only as typed with them
    guesses_marked: Phrases
    #: what makes the number in front a guess
    guesses_behind: Phrases
    quarter: Phrases
    quarter_first: Phrases
    quarter_last: Phrases
    half_first: Phrases
    half_second: Phrases
    year_start: Phrases
    month_start: Phrases
    week_start: Phrases
    never_alone: Phrases
    #: words around a day, beside which those are alone as well
    around_days: Phrases
    #: words that days begin with, which with other marks are other words ("mai", not "mái")
    day_words: Phrases
    #: behind a weekday: of this week; the day after the one said before
    this: Phrases
    next_day: Phrases
    running_total: Phrases
    #: together these say a running total too: "đến nay ... cả thảy"
    until_now: Phrases
    in_all: Phrases
    more: Phrases
    again: Phrases
    planned: Phrases
    #: it did not happen; it is only said to have, or wished
    undone: Phrases
    unsure: Phrases
    #: in front of words for a kind of report: it was not done
    not_done: Phrases
    done: Phrases
    #: in front of those who are part of a number told before
    among: Phrases
    #: what is so is under way now, whatever day was said before
    ongoing: Phrases
    #: in front of these "9/9" is nine of nine, and no day
    outcomes: Phrases
    #: what was said just before is taken back for what follows
    slips: Phrases
    denials: Phrases
    #: in front of names of places rather than people's: "ra Hà Nội"
    at_places: Phrases
    #: behind a name: it is of who tells, not of what is told
    tells: Phrases
    #: what stands behind has not happened
    not_yet: Phrases
    #: what stands in front has not happened
    left_undone: Phrases
    #: in front of a day: it is that of all happenings told before
    alike: Phrases
    #: what stands behind only tells why, and is no happening
    reasons: Phrases
    becomes: Phrases
    #: what a form names in front of a colon: "địa điểm: ...", "số người: ..."
    labels: Phrases
