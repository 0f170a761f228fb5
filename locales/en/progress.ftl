### Progress: the figures of targets, what a report counts towards, and why it does not.

## One line a target
progress-line =
    • **{ $name }**
    { $figure }
progress-coded-line = **{ $code }** { $name }
progress-needed = { $expected } needed by now
progress-pending = +{ $count } to be confirmed
progress-state-reached = ✅ reached
progress-state-kept = ✅ kept
progress-state-on-track = 🟢 on track
progress-state-behind = 🟡 behind
progress-state-at-risk = 🔴 far behind
progress-state-over = 🔴 exceeded
progress-state-no-data = ⚪ too little data
progress-state-not-numeric = 🔹 being followed
progress-state-told = 📝 told in words
progress-state-past = 🕘 past figure
progress-state-count = { $state }: { $count }

## Figures
progress-number = { $value }
progress-plus = +{ $value }
progress-date = { $date }
progress-none = no data yet
progress-missing = waits for an admin to set “{ $names }”
progress-amount = { $value }/{ $goal } { $unit }
progress-amount-alone = { $value } { $unit }
progress-percent = { $value }%
progress-share = { $value }% ({ $above }/{ $below })
progress-growth = { $value }% ({ $above } this year, { $below } last year)
progress-growth-none = { $value } this year, nothing from last year to compare with
progress-wanted = goal { $goal }
progress-wanted-over = goal more than { $goal }
progress-wanted-most = at most { $goal }
progress-wanted-about = goal about { $goal }
progress-wanted-none = none allowed
progress-band = { $low }-{ $high }
progress-from = from { $low }
progress-band-inside = within the goal's range
progress-band-above = above the goal's range, which is fine
progress-previous = { $value } the period before
progress-no-previous = nothing from the period before to compare with
progress-stage = stage “{ $stage }”
progress-not-begun = not begun
progress-done = done
progress-not-done = not done
progress-parts = parts done
progress-linked = { $count } related { $count ->
    [one] report
   *[other] reports
} this year
progress-past = { $value }, { $period }
progress-met = reached then
progress-not-met = not reached then
progress-met-unknown = the plan does not say whether it was reached

## The page of one target
progress-title = **{ $code } · { $name }**
progress-plan = { $plan }, section { $section }
progress-goal = Goal: { $goal }
progress-goal-least = at least { $goal }
progress-goal-over = more than { $goal }
progress-goal-exact = { $goal }
progress-goal-most = no more than { $goal }
progress-goal-none = no { $unit }
progress-goal-about = about { $goal }, give or take { $tolerance }
progress-goal-increase = higher than the period before
progress-goal-done = completed
progress-due = due { $date }
progress-forecast = at this pace about { $amount } when due
progress-forecast-year = at this pace about { $amount } at the end of the year
progress-trend = So far: { $points }
progress-trend-point = { $month }: { $value }
progress-trend-now = now: { $value }
progress-trend-none = none
progress-side = • { $name }: { $value }
progress-as-of = 🕓 **As of the end of { $day }**, by what had been reported then
progress-now = 📊 Figures of today
progress-owner = In charge: { $unit }
progress-no-owner = In charge: no unit yet
progress-partners = With: { $units }
progress-tasks-more = … and { $count } more { $count ->
    [one] task
   *[other] tasks
}
progress-duty = To be sent: { $name }, { $due } ({ $to })
progress-duty-due = by { $day } every year
progress-duty-moved = from { $year } on by { $day }
progress-duty-yearly = every year, no day given
progress-duty-adhoc = when asked for
progress-conditional = Conditional target: { $condition }
progress-note = Note: { $note }
progress-facts = Reports counted ({ $count }):
progress-facts-linked = Related reports ({ $count }):
progress-facts-none = No report has been counted yet.
progress-facts-page = Reports (page { $page } of { $pages }):
progress-fact = • { $fact }
progress-facts-more = … and { $count ->
    [one] one other report
   *[other] { $count } other reports
}
progress-facts-of-others = • { $count } of other units

## Why a figure is what it is
reason-button = ❓ Why?
reason-button-value = ❓ Why { $value }?
reason-short = { $amount } still missing
reason-kinds = Worked out from reports: { $kinds }
reason-counted = { $count ->
    [one] { $count } report counted.
   *[other] { $count } reports counted.
 }
reason-places = Place by place, those that lack most first:
reason-place = • { $place }: { $valid }/{ $there }
reason-ended = { $count } have run out
reason-never = { $count } not passed yet
reason-more = … and { $count } more
reason-missing = Still missing ({ $count }): { $names }
reason-uncounted = Not counted:
reason-why = Because { $why }
reason-scales = ⚖️ Scales to verify
reason-which = Several targets stand at { $value }. Which one do you mean?
reason-none = No target stands at { $value } now. Type its code with the question, such as "why is dc1-1 slow".
reason-none-lags = No target stands at { $value } now. These lag:

## The plans, and the page of one
plan-line = **{ $code }** { $title }
plan-button = { $code }
plan-back = 📋 { $code }
plan-title = 📊 **{ $code }** { $title } (page { $page } of { $pages })
plan-unknown = Your unit does not have this plan.
plan-group-goals = 🎯 Goals ({ $count })
plan-group-duties = 📌 Duties being followed ({ $count })
plan-group-rules = ⚖️ Rules ({ $count })
plan-group-purposes = 💬 Purposes ({ $count })
plan-group-past = 🕘 Earlier results ({ $count })
plan-tasks = 🧩 Tasks ({ $count })
plan-budget = 💰 Money
target-back = 🎯 { $code }
target-reports = All reports ({ $count })

## What there is to notice beside targets, in a receipt
notice-overspent = 🔴 Line { $code } ({ $name }): { $spent } of { $planned } million dong spent, { $over } too much.
notice-overspent-plan = 🔴 Plan { $plan }: { $spent } of { $planned } million dong spent, { $over } too much.
notice-roster = ⚠️ { $roster }: { $listed } are on the list, the report says { $said }. Figures go by the list; an admin keeps it with /bosung.

## Tasks and their steps
task-unknown = I cannot find this task.
task-back = 🧩 Tasks
task-list-title = 🧩 **Tasks · { $plan }** (page { $page } of { $pages })
task-line = **{ $code }** { $name }
task-serving = 🧩 { $code } { $name }
task-section = { $plan }, section { $section }
task-no-owner = no unit in charge
task-report = 📝 Report a step
task-state-late = 🔴 late
task-state-over = ⌛ time is up
task-state-running = 🔵 within its time
task-state-ahead = ⚪ still to come
task-state-done = ✅ done
task-state-count = { $state }: { $count }
task-late = 🔴 { $count } { $count ->
    [one] step
   *[other] steps
} late
task-steps-done = { $done } of { $total } steps done
task-mark-late = 🔴
task-mark-running = 🔵
task-mark-ahead = ⚪
task-mark-done = ✅
task-step = { $mark } { $code }. { $name }
task-step-mark = { $mark }{ $code }
task-step-approval = approval
task-step-procurement = procurement
task-step-broadcast = broadcast
task-step-acceptance = acceptance
task-said-done = done { $date }
task-said-waiting = waiting for approval since { $date }
task-said-begun = in progress since { $date }
task-no-months = no months given
task-window = { $first }-{ $last }
task-since = from { $date }
task-until = until { $date }
task-output = Result: { $output }
task-procurement = How it is bought: { $how }
task-sub-plan = A detailed plan of its own is needed.
task-money = Money: { $spent }/{ $amount } million dong spent
task-money-shared = Money: shared, { $spent } million dong spent
task-serves = Helps: { $targets }

## Money
progress-budget-which = Which plan's money?
budget-title = 💰 **Money · { $plan }** (page { $page } of { $pages })
budget-title-alone = 💰 **Money · { $plan }**
budget-total = Spent { $spent }/{ $total } million dong
budget-share = { $percent }%
budget-over = 🔴 { $amount } over
budget-no-total = The plan names no total.
budget-spent = Spent { $spent } million dong
budget-settled = Settled { $amount } million dong
budget-exceeded = 🔴 { $count } { $count ->
    [one] line
   *[other] lines
} exceeded
budget-group = **{ $code } { $name }**
budget-line = • { $code } { $name }
budget-of = { $spent }/{ $amount }
budget-unsplit = { $spent } (no amount of its own)
budget-sources = Sources:
budget-source = • { $source }

## What a report counts towards
progress-moved = Counts towards **{ $name }** ({ $code }): { $figure }
progress-moved-from = Counts towards **{ $name }** ({ $code }): { $before } → { $figure }
progress-left = No longer counts towards **{ $name }** ({ $code }): { $figure }. { $reason }
progress-left-from = No longer counts towards **{ $name }** ({ $code }): { $before } → { $figure }. { $reason }
progress-unchanged = Does not change { $name } ({ $code }): { $reason }
progress-unmoved = Does not count towards { $name } ({ $code }): { $reason }

## Why it does not count
progress-field-place = Place
progress-field-unit = Unit
progress-field-year = Year
progress-not-given = not given
progress-bound-from = { $value } or more
progress-bound-above = more than { $value }
progress-bound-to = up to { $value }
progress-bound-below = less than { $value }
progress-bound-not = other than { $value }
progress-why-test = { $field } is “{ $value }”; the target counts only “{ $wanted }”.
progress-why-no-place = the report names no place.
progress-why-place-kind = { $place } is not the kind of place the target counts.
progress-why-window = { $date } is outside the period being counted.
progress-why-nothing = the report does not give “{ $field }”.
progress-why-zero = “{ $field }” in the report is 0.
progress-why-options = there is no { $wanted } in “{ $field }”.
progress-why-counted = { $value } is counted already, from another report.
progress-why-asked-later = { $value }: the need was sent after this day and still waits.
progress-why-still-asked = needs are left without guidance: { $value }.
progress-why-no-list = the list “{ $roster }” is still empty, so there is no share yet; an admin fills it in.
progress-why-not-listed = { $value } is not on the list “{ $roster }”.
progress-why-not-in-whole = { $value } is not among those the target is about.
progress-why-newer = there is a newer report about this.
progress-why-expired = it was valid only until { $date }.
progress-why-not-registered = this kind of instrument has not been registered there, so there is no share yet.
progress-why-all-verified = all the instruments registered there are counted already.
progress-why-same = the figure stays the same.
progress-why-earlier = there is an earlier report about this, and the target takes the first one.
progress-why-also = { $value } still needs a report “{ $report }” ({ $asked }).
progress-why-also-any = { $value } still needs a report “{ $report }”.
progress-answer = { $field }: { $value }
progress-why-having =
    { $value } has { $count ->
        [one] one report
       *[other] { $count } reports
    }; it counts only with { $wanted }.
progress-why-having-different = { $value } has { $count } different “{ $field }”; it counts only with { $wanted }.
progress-why-not-exceeded = { $value } is not over its budget.
progress-why-exceeded = { $value } was over its budget already.
progress-why-reached = this was reached already.
