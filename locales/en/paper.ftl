### The yearly report: a document laid out by Decree 30/2020, annexes for Excel and a chart.

## Head and foot
paper-authority = PEOPLE'S COMMITTEE
paper-superior = PEOPLE'S COMMITTEE OF … PROVINCE
paper-nation = SOCIALIST REPUBLIC OF VIET NAM
paper-motto = Independence - Freedom - Happiness
paper-sign-number-xa = No.: …/BC-UBND
paper-sign-number-tinh = No.: …/BC-UBND
paper-sign-number-so = No.: …/BC-…
paper-place-date = { $place }, … (day) … (month) { $year }
paper-kind = REPORT
paper-subject = Results of { $over } in carrying out the plan { $plan }
paper-over-year = { $year }
paper-over-quarter = quarter { $quarter } of { $year }
paper-over-days = { $first } to { $last }
paper-plan = “{ $title }”
paper-numbered = (no. { $number })
paper-number = { $number } of { $day }
paper-receivers = To:
paper-receiver = - { $name };
paper-receiver-last = - { $name }.
paper-signs-for-xa = FOR THE PEOPLE'S COMMITTEE
paper-signs-for-tinh = FOR THE PEOPLE'S COMMITTEE
paper-signs-for-so = DIRECTOR
paper-signs-xa = CHAIR
paper-signs-tinh = CHAIR
paper-signs-so = (Signature, stamp)

## Opening
paper-opening = { $issuer } reports on the results of { $over } in carrying out the plan { $plan }:
paper-cutoff = Figures count to the end of { $day }, by the reports recorded until { $known }.
paper-cutoff-then = Figures count to the end of { $day }, by the reports recorded until then.
paper-rest = The rest of the year is an estimate, at the pace there has been so far.
paper-how-to-check = The code of its target goes with each figure in square brackets: send it to the bot to see the reports behind it.
paper-bases = Carried out by:

## Parts
paper-part-general = I. In general
paper-part-results = II. Results by target
paper-part-followed = III. Duties followed, rules and purposes
paper-part-work = IV. Tasks, measures and money
paper-part-difficulties = V. Difficulties and proposals
paper-part-open = VI. Lists, and what is still open
paper-part-ahead = VII. What is to be done, and reports to be sent
paper-section = Part { $section } of the plan
paper-closing = This is the report of { $issuer }, respectfully sent for consideration.

## In general
paper-own = { $reports ->
    [0] No report of the unit itself counts for a figure yet.
    [one] The figures are drawn from one report of the unit, with { $evidence } pieces of evidence.
   *[other] The figures are drawn from { $reports } reports of the unit, with { $evidence } pieces of evidence.
}
paper-below = To these come reports from below (of { $count } units):
paper-from = { $name }: { $reports } reports, { $evidence } pieces of evidence
paper-below-silent = No report counts yet of:
paper-counts = The plan has { $count } targets, duties and purposes: { $states }.
paper-state-count = { $state } { $count }

## States
paper-state-reached = reached
paper-state-kept = kept
paper-state-on-track = on track
paper-state-behind = behind
paper-state-at-risk = far behind
paper-state-over = exceeded
paper-state-no-data = not enough data
paper-state-not-numeric = followed
paper-state-told = told in words
paper-state-past = figure of the past
paper-state-not-applicable = not applicable

## Sentences about a target
paper-reference = [{ $code }]
paper-is-reached = { $name }, reached: { $figure }
paper-is-kept = { $name }, within what is allowed: { $figure }
paper-is-on-track = { $name }, on track: { $figure }
paper-is-behind = { $name }, behind: { $figure }
paper-is-at-risk = { $name }, far behind and in need of attention: { $figure }
paper-is-over = { $name }, more than is allowed: { $figure }
paper-is-no-data = { $name }, not enough data to tell: { $figure }
paper-is-not-numeric = { $name }: { $figure }
paper-is-past = { $name }: { $figure }
paper-not-applicable = { $name }, not applicable: { $reason }
paper-told = { $name }: { $value }
paper-needed = { $expected } needed by now
paper-against = goal { $goal }
paper-goal-due = { $goal }, by the end of { $day } at the latest
paper-goal-year = { $goal } by the end of { $year }
paper-estimate = Estimate for the whole year: { $amount }.
paper-trend = How it came about: { $points }.
paper-point = { $value } by { $day }
paper-nothing-yet = Nothing was reported yet of:
paper-nothing = { $name } { $code }
paper-others = and { $count } more
paper-side = { $name }: { $value }
paper-sources = Drawn from { $reports ->
    [one] one report
   *[other] { $reports } reports
}, { $evidence ->
    [0] with no evidence yet.
   *[other] with { $evidence } pieces of evidence.
}
paper-waiting = { $count } more wait to be confirmed and do not count.
paper-no-goals = The plan has no targets in numbers.
paper-none-followed = The plan has no duties of its own to follow.

## Tables
paper-table-title = Table 1. Targets to the end of { $day }
paper-table-note = “–”: the plan sets no number, or the target does not add up over time and is not estimated.
paper-table-note-part = “–”: the plan sets no number, or had not begun on that day.
paper-blank = –
paper-column-code = Code
paper-column-name = Subject
paper-column-goal = Goal
paper-column-value = To { $day }
paper-column-before = At first (to { $day })
paper-column-estimate = Whole year
paper-column-state = State
paper-column-reports = Reports
paper-column-evidence = Evidence
paper-column-section = Part
paper-column-number = Value
paper-column-unit = Unit
paper-column-needed = Needed by now
paper-column-owner = In charge
paper-column-months = Time
paper-column-steps = Steps
paper-column-planned = Planned (million dong)
paper-column-spent = Spent (million dong)
paper-column-settled = Settled (million dong)
paper-column-receipt = Report
paper-column-subject = About
paper-column-detail = Difficulty, proposal
paper-column-whose = Whose
paper-column-list = List
paper-column-members = Entries
paper-column-gap = Missing
paper-column-tenant = Unit

## Tasks and money
paper-no-tasks = The plan is not divided into tasks.
paper-tasks = Of { $count } tasks: { $states }.
paper-tasks-late = late { $count }
paper-tasks-over = time over and outcome unknown { $count }
paper-tasks-running = within their time { $count }
paper-tasks-ahead = still to come { $count }
paper-tasks-done = done { $count }
paper-late-task = { $name }: { $how }; in charge: { $who } { $code }.
paper-task-over = its time is over, the outcome is unknown
paper-task-running = within its time
paper-task-ahead = still to come
paper-task-done = done
paper-task-late = late
paper-steps-late = { $count ->
    [one] one step late
   *[other] { $count } steps late
}
paper-nobody = nobody yet
paper-money = Spent: { $spent } of the plan's { $total } million dong ({ $share } %) [{ $plan }].
paper-money-untold = The plan gives no total; { $spent } million dong were spent [{ $plan }].
paper-money-none = No spending was reported yet.
paper-money-over = { $name }: { $by } million dong over.

## Difficulties
paper-no-difficulties = No difficulty or proposal was reported in this time.
paper-whose = ({ $whose })

## Lists and what is open
paper-rosters = Lists that shares are taken of:
paper-roster = { $name }: { $count }
paper-gap = { $name } { $code }
paper-gaps-parameter = Values not set, { $count }:
paper-gaps-condition = Conditional targets not decided, { $count }:
paper-gaps-roster = Lists still empty, { $count }:
paper-gaps-owner = Targets and duties with nobody in charge, { $count }:
paper-no-gaps = Nothing is open.
paper-gap-parameter = value not set
paper-gap-condition = not decided whether it applies
paper-gap-roster = empty list
paper-gap-owner = nobody in charge

## What is to be done
paper-ahead-some = Targets that need attention:
paper-ahead-none = No target is behind; keep it up.
paper-ahead = { $name }: { $rest } { $code }.
paper-short-by = { $amount } short of the pace
paper-due-some = Reports due in the year:
paper-due = { $name }: by the end of { $day } at the latest, to

## Annex
paper-annex = Annex
paper-annex-title = How figures came about, and their evidence
paper-annex-of-xa = (To report no. …/BC-UBND of … { $year })
paper-annex-of-tinh = (To report no. …/BC-UBND of … { $year })
paper-annex-of-so = (To report no. …/BC-… of … { $year })
paper-chart-title = Targets against their pace, to the end of { $day }
paper-chart-heading = { $plan }: targets against pace, { $day }
paper-chart-legend = Coloured: what is there. Black mark: the pace by now.
paper-chart-empty = No target has a figure to draw yet.
paper-sheet-targets = Targets
paper-sheet-tasks = Tasks
paper-sheet-money = Money
paper-sheet-difficulties = Difficulties
paper-sheet-lists = Lists
paper-sheet-gaps = Still open
paper-sheet-tenants = Units
