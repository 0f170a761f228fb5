### The yearly report: a document laid out by Decree 30/2020, annexes for Excel and a chart.

## Head and foot
yearly-authority = PEOPLE'S COMMITTEE
yearly-superior = PEOPLE'S COMMITTEE OF … PROVINCE
yearly-nation = SOCIALIST REPUBLIC OF VIET NAM
yearly-motto = Independence - Freedom - Happiness
yearly-sign-number-xa = No.: …/BC-UBND
yearly-sign-number-tinh = No.: …/BC-UBND
yearly-sign-number-so = No.: …/BC-…
yearly-place-date = { $place }, … (day) … (month) { $year }
yearly-kind = REPORT
yearly-subject = Results of { $year } in carrying out the plan { $plan }
yearly-plan = “{ $title }”
yearly-numbered = (no. { $number })
yearly-number = { $number } of { $day }
yearly-receivers = To:
yearly-receiver = - { $name };
yearly-signs-for-xa = FOR THE PEOPLE'S COMMITTEE
yearly-signs-for-tinh = FOR THE PEOPLE'S COMMITTEE
yearly-signs-for-so = DIRECTOR
yearly-signs-xa = CHAIR
yearly-signs-tinh = CHAIR
yearly-signs-so = (Signature, stamp)

## Opening
yearly-opening = { $issuer } reports on the results of { $year } in carrying out the plan { $plan }:
yearly-cutoff = Figures count to the end of { $day }, by the reports recorded until { $known }.
yearly-cutoff-then = Figures count to the end of { $day }, by the reports recorded until then.
yearly-rest = The rest of the year is an estimate, at the pace there has been so far.
yearly-how-to-check = The code of its target goes with each figure in square brackets: send it to the bot to see the reports behind it.
yearly-bases = Carried out by:

## Parts
yearly-part-general = I. In general
yearly-part-results = II. Results by target
yearly-part-followed = III. Duties followed, rules and purposes
yearly-part-work = IV. Tasks, measures and money
yearly-part-difficulties = V. Difficulties and proposals
yearly-part-open = VI. Lists, and what is still open
yearly-part-ahead = VII. What is to be done, and reports to be sent
yearly-section = Part { $section } of the plan
yearly-closing = This is the report of { $issuer }, respectfully sent for consideration.

## In general
yearly-own = { $reports ->
    [0] No report of the unit itself counts for a figure yet.
    [one] The figures are drawn from one report of the unit, with { $evidence } pieces of evidence.
   *[other] The figures are drawn from { $reports } reports of the unit, with { $evidence } pieces of evidence.
}
yearly-below = To these come reports from below (of { $count } units):
yearly-from = { $name }: { $reports } reports, { $evidence } pieces of evidence
yearly-below-silent = No report counts yet of:
yearly-counts = The plan has { $count } targets, duties and purposes: { $states }.
yearly-state-count = { $state } { $count }

## States
yearly-state-reached = reached
yearly-state-kept = kept
yearly-state-on-track = on track
yearly-state-behind = behind
yearly-state-at-risk = far behind
yearly-state-over = exceeded
yearly-state-no-data = not enough data
yearly-state-not-numeric = followed
yearly-state-told = told in words
yearly-state-past = figure of the past
yearly-state-not-applicable = not applicable

## Sentences about a target
yearly-reference = [{ $code }]
yearly-is-reached = { $name }, reached: { $figure }
yearly-is-kept = { $name }, within what is allowed: { $figure }
yearly-is-on-track = { $name }, on track: { $figure }
yearly-is-behind = { $name }, behind: { $figure }
yearly-is-at-risk = { $name }, far behind and in need of attention: { $figure }
yearly-is-over = { $name }, more than is allowed: { $figure }
yearly-is-no-data = { $name }, not enough data to tell: { $figure }
yearly-is-not-numeric = { $name }: { $figure }
yearly-is-past = { $name }: { $figure }
yearly-not-applicable = { $name }, not applicable: { $reason }
yearly-told = { $name }: { $value }
yearly-needed = { $expected } needed by now
yearly-against = goal { $goal }
yearly-goal-due = { $goal }, by the end of { $day } at the latest
yearly-goal-year = { $goal } by the end of { $year }
yearly-estimate = Estimate for the whole year: { $amount }.
yearly-trend = How it came about: { $points }.
yearly-point = { $value } by { $day }
yearly-nothing-yet = Nothing was reported yet of:
yearly-nothing = { $name } { $code }
yearly-others = and { $count } more
yearly-side = { $name }: { $value }
yearly-sources = Drawn from { $reports ->
    [one] one report
   *[other] { $reports } reports
}, { $evidence ->
    [0] with no evidence yet.
   *[other] with { $evidence } pieces of evidence.
}
yearly-waiting = { $count } more wait to be confirmed and do not count.
yearly-no-goals = The plan has no targets in numbers.
yearly-none-followed = The plan has no duties of its own to follow.

## Tables
yearly-table-title = Table 1. Targets to the end of { $day }
yearly-table-note = “–”: the plan sets no number, or the target does not add up over time and is not estimated.
yearly-blank = –
yearly-column-code = Code
yearly-column-name = Subject
yearly-column-goal = Goal
yearly-column-value = To { $day }
yearly-column-estimate = Whole year
yearly-column-state = State
yearly-column-reports = Reports
yearly-column-evidence = Evidence
yearly-column-section = Part
yearly-column-number = Value
yearly-column-unit = Unit
yearly-column-needed = Needed by now
yearly-column-owner = In charge
yearly-column-months = Time
yearly-column-steps = Steps
yearly-column-planned = Planned (million dong)
yearly-column-spent = Spent (million dong)
yearly-column-settled = Settled (million dong)
yearly-column-receipt = Report
yearly-column-subject = About
yearly-column-detail = Difficulty, proposal
yearly-column-whose = Whose
yearly-column-list = List
yearly-column-members = Entries
yearly-column-gap = Missing
yearly-column-tenant = Unit

## Tasks and money
yearly-no-tasks = The plan is not divided into tasks.
yearly-tasks = Of { $count } tasks: { $states }.
yearly-tasks-late = late { $count }
yearly-tasks-over = time over and outcome unknown { $count }
yearly-tasks-running = within their time { $count }
yearly-tasks-ahead = still to come { $count }
yearly-tasks-done = done { $count }
yearly-late-task = { $name }: { $how }; in charge: { $who } { $code }.
yearly-task-over = its time is over, the outcome is unknown
yearly-task-running = within its time
yearly-task-ahead = still to come
yearly-task-done = done
yearly-task-late = late
yearly-steps-late = { $count ->
    [one] one step late
   *[other] { $count } steps late
}
yearly-nobody = nobody yet
yearly-money = Spent: { $spent } of the plan's { $total } million dong ({ $share } %) [{ $plan }].
yearly-money-untold = The plan gives no total; { $spent } million dong were spent [{ $plan }].
yearly-money-none = No spending was reported yet.
yearly-money-over = { $name }: { $by } million dong over.

## Difficulties
yearly-no-difficulties = No difficulty or proposal was reported this year.
yearly-whose = ({ $whose })

## Lists and what is open
yearly-rosters = Lists that shares are taken of:
yearly-roster = { $name }: { $count }
yearly-gap = { $name } { $code }
yearly-gaps-parameter = Values not set, { $count }:
yearly-gaps-condition = Conditional targets not decided, { $count }:
yearly-gaps-roster = Lists still empty, { $count }:
yearly-gaps-owner = Targets and duties with nobody in charge, { $count }:
yearly-no-gaps = Nothing is open.
yearly-gap-parameter = value not set
yearly-gap-condition = not decided whether it applies
yearly-gap-roster = empty list
yearly-gap-owner = nobody in charge

## What is to be done
yearly-ahead-some = Targets that need attention:
yearly-ahead-none = No target is behind; keep it up.
yearly-ahead = { $name }: { $rest } { $code }.
yearly-short-by = { $amount } short of the pace
yearly-due-some = Reports due in the year:
yearly-due = { $name }: by the end of { $day } at the latest, to

## Annex
yearly-annex = Annex
yearly-annex-title = How figures came about, and their evidence
yearly-annex-of-xa = (To report no. …/BC-UBND of … { $year })
yearly-annex-of-tinh = (To report no. …/BC-UBND of … { $year })
yearly-annex-of-so = (To report no. …/BC-… of … { $year })
yearly-chart-title = Targets against their pace, to the end of { $day }
yearly-chart-heading = { $plan }: targets against pace, { $day }
yearly-chart-legend = Coloured: what is there. Black mark: the pace by now.
yearly-chart-empty = No target has a figure to draw yet.
yearly-sheet-targets = Targets
yearly-sheet-tasks = Tasks
yearly-sheet-money = Money
yearly-sheet-difficulties = Difficulties
yearly-sheet-lists = Lists
yearly-sheet-gaps = Still open
yearly-sheet-tenants = Units
