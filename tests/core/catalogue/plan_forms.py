"""Plans of every shape, for laws that hold for all of them: random texts in all that may hold one."""

import unicodedata
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from core.catalogue.plans import (
    Baseline,
    Budget,
    BudgetLine,
    Duty,
    Goal,
    Parameter,
    Phase,
    Plan,
    Relation,
    SideFigure,
    Step,
    Target,
    Task,
)
from core.texts import Label

Thing = TypeVar("Thing")

DAYS = st.dates().map(lambda day: day.isoformat())
MONTHS = st.dates(min_value=date(1000, 1, 1)).map(lambda day: day.isoformat()[:7])
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=32)
#: a spreadsheet keeps 15 digits
CELL_NUMBERS = st.integers(-(10**14), 10**14).map(lambda number: number / 1000)
WORDS = st.sampled_from(["a", "b_1", "5s", "null", "true", "11", "2026", "in_2026"])

#: what a person can type into a cell: a workbook holds no other signs, and lists have one thing a line
CELL_TEXTS = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=12)
    .map(lambda text: " ".join(unicodedata.normalize("NFC", text).split()))
    .filter(bool)
)


def plans(
    texts: st.SearchStrategy[str], numbers: st.SearchStrategy[float] = NUMBERS
) -> st.SearchStrategy[Plan]:
    """Plans whose labels, sections and indicators are `texts`; codes are in order, so that checks could read
    them."""
    labels = st.builds(Label, vi=texts, en=texts)
    maybe = st.none() | labels
    goals = st.builds(
        Goal,
        op=st.sampled_from([">=", ">", "=", "<=", "between", "about", "increase"]),
        value=st.none() | numbers,
        low=st.none() | numbers,
        tolerance=st.none() | numbers,
        percent=st.booleans(),
        due=st.none() | DAYS,
        years=st.none() | st.tuples(st.integers(2020, 2040), st.integers(2020, 2040)),
    )
    sides = st.builds(SideFigure, name=labels, unit=labels, indicator=texts)
    targets = st.builds(
        Target,
        code=st.just("XY-1"),
        section=texts,
        kind=st.sampled_from(["E", "A", "D", "R", "Q", "H"]),
        name=labels,
        unit=labels,
        indicator=st.none() | texts,
        goals=_few(goals),
        owner=st.none() | WORDS,
        partners=_few(WORDS),
        conditional=maybe,
        note=maybe,
        also=_few(sides),
        linked=_few(WORDS),
        baseline=st.none() | st.builds(Baseline, value=numbers, period=texts, met=st.none() | st.booleans()),
    )
    steps = st.builds(
        Step,
        code=st.just("1"),
        name=labels,
        kind=st.sampled_from(["work", "approval"]),
        starts=st.none() | MONTHS,
        ends=st.none() | MONTHS,
    )
    tasks = st.builds(
        Task,
        code=st.just("XY-T1"),
        section=texts,
        name=labels,
        owner=st.none() | WORDS,
        partners=_few(labels),
        starts=st.none() | DAYS,
        ends=st.none() | DAYS,
        serves=_few(st.sampled_from(["XY-1", "XY-2a"])),
        output=maybe,
        sub_plan=st.booleans(),
        procurement=maybe,
        note=maybe,
        steps=_few(steps),
    )
    amounts = st.none() | numbers.map(abs)
    leaves = st.builds(BudgetLine, code=st.just("I.1"), name=labels, amount=amounts, note=maybe)
    lines = st.builds(
        BudgetLine,
        code=st.just("I"),
        name=labels,
        amount=amounts,
        task=st.none() | st.just("XY-T1"),
        lines=_few(leaves),
    )
    return st.builds(
        Plan,
        code=st.just("XY"),
        title=labels,
        short=st.none() | labels,
        issuer=labels,
        number=st.none() | texts,
        issued_on=st.none() | DAYS,
        starts=DAYS,
        ends=st.none() | DAYS,
        level=st.sampled_from(["xa", "tinh", "so"]),
        legal_bases=_few(texts),
        recipients=_few(labels),
        relations=_few(st.builds(Relation, kind=st.sampled_from(["implements", "succeeds"]), document=texts)),
        phases=_few(st.builds(Phase, code=WORDS, name=labels, starts=DAYS, ends=DAYS)),
        parameters=_few(
            st.builds(
                Parameter,
                code=WORDS,
                name=labels,
                value=st.none() | texts,
                note=maybe,
                of=st.sampled_from([None, "number", "whole", "day"]),
                minimum=st.none() | numbers,
                maximum=st.none() | numbers,
            )
        ),
        targets=st.tuples(targets),
        tasks=st.just(()) | st.tuples(tasks),
        budget=st.none()
        | st.builds(Budget, total=amounts, sources=_few(labels), lines=st.just(()) | st.tuples(lines)),
        duties=_few(
            st.builds(
                Duty,
                code=st.just("XY-D1"),
                name=labels,
                every=st.sampled_from(["year", "adhoc"]),
                due=st.none() | st.just("11-14"),
                moved=st.none() | st.just((2028, "11-30")),
                to=_few(labels),
                target=st.none() | st.just("XY-1"),
            )
        ),
    )


def _few(things: st.SearchStrategy[Thing]) -> st.SearchStrategy[tuple[Thing, ...]]:
    return st.lists(things, max_size=2).map(tuple)
