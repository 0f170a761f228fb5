### Progress: the figures of targets, what a report counts towards, and why it does not.

## One line a target
progress-line =
    • **{ $name }**
    { $figure }
progress-needed = { $expected } needed by now
progress-needed-percent = { $expected }% needed by now
progress-pending = +{ $count } to be confirmed
progress-state-reached = ✅ reached
progress-state-on-track = 🟢 on track
progress-state-behind = 🟡 behind
progress-state-at-risk = 🔴 far behind
progress-state-no-data = ⚪ too little data
progress-state-not-numeric = 🔹 being followed
progress-state-count = { $state }: { $count }

## Figures
progress-number = { $value }
progress-date = { $date }
progress-none = no data yet
progress-amount = { $value }/{ $goal } { $unit }
progress-amount-over = { $value } { $unit } (more than { $goal } needed)
progress-amount-alone = { $value } { $unit }
progress-percent = { $value }%
progress-percent-goal = goal { $goal }%
progress-share = { $value }% ({ $above }/{ $below })
progress-previous = { $value } the period before
progress-no-previous = nothing from the period before to compare with
progress-stage = stage “{ $stage }”
progress-not-begun = not begun
progress-done = done
progress-not-done = not done
progress-parts = parts done

## The page of one target
progress-title = **{ $code } · { $name }**
progress-plan = { $plan }, section { $section }
progress-goal = Goal: { $goal }
progress-goal-least = at least { $value } { $unit }
progress-goal-over = more than { $value } { $unit }
progress-goal-increase = higher than the period before
progress-goal-done = completed
progress-due = due { $date }
progress-forecast = at this pace about { $value } { $unit } when due
progress-forecast-percent = at this pace about { $value }% when due
progress-conditional = Conditional target: { $condition }
progress-note = Note: { $note }
progress-facts = Reports counted ({ $count }):
progress-facts-none = No report has been counted yet.
progress-fact = • { $fact }
progress-facts-more = … and { $count ->
    [one] one other report
   *[other] { $count } other reports
}

## What a report counts towards
progress-moved = Counts towards **{ $name }** ({ $code }): { $figure } · { $state }
progress-moved-from = Counts towards **{ $name }** ({ $code }): { $before } → { $figure } · { $state }
progress-unmoved = Does not count towards { $name } ({ $code }): { $reason }

## Why it does not count
progress-field-place = Place
progress-field-unit = Unit
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
progress-why-options = there is no { $wanted } in “{ $field }”.
progress-why-counted = { $value } is counted already, from another report.
progress-why-not-listed = { $value } is not on the list “{ $roster }”.
progress-why-not-in-whole = { $value } is not among those the target is about.
progress-why-newer = there is a newer report about this.
progress-why-expired = it was valid only until { $date }.
progress-why-not-registered = this kind of instrument has not been registered there, so there is no share yet.
progress-why-all-verified = all the instruments registered there are counted already.
progress-why-same = the figure stays the same.
