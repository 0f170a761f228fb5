### An administrator fills in what plans leave open: owners, lists, values, conditions.

menu-settle = 🗂 Plan settings

## What is to be filled in
settle-title = 🗂 **To fill in · { $tenant }**
settle-open-parameter = • { $count } values not set: their figures wait
settle-open-condition = • { $count } conditional targets to decide
settle-open-roster = • { $count } lists that are empty
settle-open-owner = • { $count } targets without a unit in charge
settle-which = Please choose one to fill in.
settle-none-open = The plans leave nothing open any more. Thank you!
settle-filled = ✏️ See or change the rest
settle-filled-which = Which part would you like to see or change?
settle-which-change = Choose one to see or change it.
settle-kind-parameter = 🔢 Values of the plans
settle-kind-condition = ❔ Conditional targets
settle-kind-roster = 👥 Lists
settle-kind-owner = 🏢 Units in charge
settle-point = { $code } · { $name }
settle-point-roster = 👥 { $name }
settle-stands = { $name }: { $value }
settle-unset = not set
settle-undecided = not decided
settle-now = Now: **{ $value }**

## In every step
settle-cancel = ✖ Cancel
settle-save = ✅ Right, save
settle-confirm = Is this right? You can change it again later; figures of the past stay as they were.
settle-press-please = Please press a button below.
settle-which-one = Which one do you mean?
settle-one-day = I need one day. For example: { $example }
settle-from-start = Since the plan began { $date }
settle-left = You left; nothing was changed.
settle-stale = This button is old: what it belongs to is not open any more. Please open the list again.
settle-gone = This is not in the plans any more. Please choose another.

## Units in charge
settle-owner-title =
    🏢 **{ $code } · { $name }**
    { $plan }, part { $section }
settle-owner-now = In charge now: **{ $unit }**
settle-owner-which = Which unit is in charge? (press, or type its number or name)
settle-unit-which-one = Which unit do you mean?
settle-unit-unknown = I cannot find this unit.

## Values of the plans
settle-parameter-title = 🔢 **{ $plan } · { $name }**
settle-parameter-choice = Choose a value (press, or type its number or name).
settle-parameter-number = Please type the number.
settle-parameter-day = Please type the day. For example: 1/1/2026
settle-parameter-card = { $old } → **{ $new }**

## Conditional targets
settle-condition-title = ❔ **{ $code } · { $name }**
settle-condition-which = Does this target apply?
settle-condition-yes = It applies
settle-condition-no = It does not apply
settle-condition-why = Why? One sentence; everybody who opens the target reads it.
settle-condition-review = When should this be looked at again? (type a day, e.g. 31/12)
settle-condition-no-review = ⏭ No need to look again
settle-reason = Reason: { $reason }
settle-reason-length = The reason needs 2 to { $most } characters. For example: no school has the staff yet
settle-review = To be looked at again: { $date }
settle-review-past = The day has to be after today ({ $today }).

## Lists
settle-roster-title = 👥 **{ $name }**
settle-roster-empty = This list is empty.
settle-roster-more = … and { $count } others
settle-roster-count = { $count }
settle-roster-duty = Whoever is named in a "Duty assigned" report is on this list as well.
settle-roster-what = Would you like to add or to take away?
settle-roster-add = ➕ Add
settle-roster-out = ➖ Take away
settle-member = • { $name }
settle-member-days = • { $name } ({ $days })
settle-member-since = from { $date }
settle-member-until = until { $date }
settle-roster-pick = Choose what to add, then press **Done**; or type the names with commas between them.
settle-roster-chosen = Chosen: { $names }
settle-roster-type-place = All places are on the list already.
settle-roster-type-unit = All units are on the list already.
settle-roster-type-person = Please type the full names, one a line or with commas between them.
settle-roster-type-product = Please type the names, one a line or with commas between them.
settle-roster-done = Done ({ $count })
settle-roster-since-when = From which day do they count? (press or type a day)
settle-roster-who-leaves = What is to be taken away?
settle-roster-not-there = This name is not on the list. Please press or type it again.
settle-roster-left-when = From which day is it not on the list any more? (press or type a day)
settle-roster-card-add = To be added, counting from **{ $date }**:
settle-roster-card-out = To be taken away, not counting from **{ $date }**:
settle-names-again = Each name needs 2 to { $longest } characters, at most { $most } names at once.
settle-names-there = On the list already: { $names }
settle-names-unclear = I do not recognise: { $names }. Please choose below or type the name again.

## Saved
settle-owner-done = ✅ Saved: **{ $unit }** is in charge of { $code } · { $name }.
settle-parameter-done = ✅ **{ $plan } · { $name }** is set.
settle-condition-done-yes = ✅ Saved: { $code } · { $name } **applies**.
settle-condition-done-no = ✅ Saved: { $code } · { $name } **does not apply**; it is not counted as late any more.
settle-roster-added = ✅ { $count } added to **{ $roster }**, counting from { $date }: { $names }.
settle-roster-nobody-new = All of them are on **{ $roster }** already, so nothing was changed.
settle-roster-ended = ✅ From { $date } on **{ $name }** is not on { $roster } any more.
settle-roster-see = 👥 See this list again
settle-rest = { $count } more to fill in.
settle-next = ▶ The next one

## In figures and summaries
progress-state-not-applicable = ⚫ does not apply
summary-not-applicable = ⚫ { $count } not applying
progress-condition-open = Whether it applies is not decided yet: an administrator records it under Plan settings.
progress-condition-met = Decided: it applies
progress-condition-not-met = Decided: it does not apply
progress-condition-review = to be looked at again { $date }
