"""The indicator language: what a target counts, in one sentence.

Facts of one type: which of them, on which days.

    type[.field][[options]] [latest by f, g | new by f, g] [where CONDITION] [WINDOW]

`[options]` picks columns of a tally. `latest by site, tool` looks at the last fact of each combination only,
and then at the condition; `new by org, content` at when a combination began to meet it, if it still does,
once. A CONDITION tests fields, `f = v` (also != >= <= > <), `f in {a, b}`,
`f in @group`, `f in roster(x)`, joined by not, and, or. Every fact has place, place.kind, unit, and the year
it happened in. A WINDOW ends on the day a figure is made for at the latest: `in year`, `in quarter`,
`in month`, `in week`, `in plan`, `in 3 months`, `in year until 11-14`, `from 2023-01-01 to 2025-12-31`,
`to date`.

Quantities, Q:

    count(T ...)  sum(T.f ...)  latest(T.f ...)   how many, how much, the last value
    latest(T.f ... alike by g, h)                 the same, compared with what had the same g and h
    distinct(T.f ...)                             different values; a name is one however it is typed
    distinct(T.(f, g) ...)                        different combinations; a part not said is an empty part
    distinct(T.f having count >= 2 ...)           only values with so many facts
    distinct(T.f having distinct(g) >= 3 ...)     only values with so many different g
    common(SET, SET)  union(SET, SET)             named in each; in any. A SET: distinct, common, union, steps
    answered(T.f by g ... with U.h by i ...)      f all of whose T were followed by a U of the same h and i
    stage(T[.f] ...)                              the stage last reported: its position, from 1
    roster(x)                                     members on the day
    ratio(Q, Q)                                   a share; of a roster or a SET, only what that names counts
    valid(T.f of n minus V.f by g, h ...)         verified, still valid on the day; of n looked at
    register(T.f plus U.f minus V.f by g, h ...)  the last survey of each key, with what came and went since
    avg(T.f ...)                                  mean over calendar years of the last value of each
    growth(Q)                                     this year over all of last year, minus 1
    growth(Q, base 2025 = 12)                     the same, where the value of 2025 was 12
    delay(T.f ..., after U.g ...)                 mean days from the first U of a name to its first T
    overspent(T.f by line ...)                    lines of the plan's budget exceeded, with all under them
    steps(all)  steps(due)                        steps of the plan's tasks; whose last month has ended
    Q - Q

An expression is a quantity, a test (`Q >= 3`, `stage(...) >= done`), or all(...), any(...) of expressions.
Where a value may stand, `$name` may: a parameter of the plan. Nothing of nothing is no figure.
"""
