# What is due: the name of each thing, its last day, who is told.

due-duty = { $name } ({ $plan }, { $year })
due-step = Step { $code }: { $name }
due-task = Task { $code }
due-goal = Target { $code }
due-goal-lacks = { $amount } to go
due-goal-more = more than the period before is wanted
due-request = Request { $receipt }: { $text }
due-pending = { $kind } { $receipt } waits for a decision
due-instruments = { $count ->
    [one] Verification of { $count } instrument at { $place } runs out
   *[other] Verification of { $count } instruments at { $place } runs out
}

due-mark-late = 🔴
due-mark-soon = 🟠
due-mark-coming = 🔹
due-line = { $mark } **{ $name }**: { $when }
due-before = before { $before } (by the end of { $last })
due-by = by { $last }
due-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
due-today = today is the last day
due-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}

due-told-manager = the manager ({ $day })
due-told-above = the level above ({ $day })
due-ahead = If it is not done by then, the bot tells { $who }.

# tiendo due
due-title = { $tenant }, { $day }: { $count ->
    [one] { $count } thing
   *[other] { $count } things
}
due-none = Nothing is due.
due-none-soon = Nothing is due soon.
due-long-late = ⏰ { $count } { $count ->
    [one] step is
   *[other] steps are
} more than { $days } days late: I no longer remind of them, but a report is still awaited.
due-owners = { "   " }{ $units }: { $people }
due-no-unit = no unit in charge
due-nobody = nobody has it, managers are told
due-away = { "   " }on leave: { $people }
due-stages = { "   " }told on: { $days }
due-stage-officer = { $day }
due-stage-manager = { $day } managers
due-stage-above = { $day } the level above

# The message of what is due, at most one a half-day
digest-title = Hello { $name }, on { $day } { $count ->
    [one] { $count } thing needs
   *[other] { $count } things need
} you:
digest-pending = 🕒 { $count ->
    [one] { $count } report waits
   *[other] { $count } reports wait
} for a decision
digest-more = … and { $count ->
    [one] { $count } other
   *[other] { $count } others
}
digest-skipped = The bot stood still, and { $count ->
    [one] { $count } reminder
   *[other] { $count } reminders
} came too late to be sent. Press "See all" so that nothing is missed.
digest-all = See all
digest-see-pending = Decide on reports ({ $count })
digest-open = Thing { $number }
digest-alone = Nobody of the unit in charge has it yet; please hand it to somebody.
digest-whose = In charge: { $units }
# what the level below owes, for people of the level above
digest-title-below = Hello { $name }, on { $day } { $count ->
    [one] { $count } thing is
   *[other] { $count } things are
} overdue in { $places ->
    [one] { $places } commune
   *[other] { $places } communes
}, so that you know:
digest-below = 🏘 Overdue in { $places ->
    [one] { $places } commune
   *[other] { $places } communes
}: { $count ->
    [one] { $count } thing
   *[other] { $count } things
}:
digest-place = **{ $tenant }**: { $count ->
    [one] { $count } thing
   *[other] { $count } things
}, the oldest { $left }
digest-place-line = • { $name }: { $left } · { $units }
digest-place-more = • … and { $count ->
    [one] { $count } other
   *[other] { $count } others
}
digest-places-more = … and { $count ->
    [one] { $count } thing
   *[other] { $count } things
} in { $places ->
    [one] { $places } other commune
   *[other] { $places } other communes
}
digest-place-open = { $tenant } ({ $count })
digest-places = 🏘 The communes
due-below-title = 🏘 **Overdue in communes**: you were told of { $count ->
    [one] { $count } thing
   *[other] { $count } things
} in { $places ->
    [one] { $places } commune
   *[other] { $places } communes
}. Press one to see what is left there now.
due-below-none = You were told of nothing overdue in the communes so far.
due-below-place-title = **{ $tenant }**, { $day }: { $count ->
    [one] { $count } thing
   *[other] { $count } things
} still overdue
due-below-place-done = ✅ { $tenant }: nothing is overdue any more.
digest-whose-below = { $tenant } · in charge: { $units }

due-doing = At work on it: { $reason }
due-do-duty = 📨 Note the report as sent
due-do-date = 📝 Report
due-do-task = See the task
due-do-goal = 📝 Report
due-look-goal = 📊 See the target
due-do-step = 📝 See the step, report
due-do-request = 💬 Open the request
due-do-pending = See the report
due-do-instruments = See the instruments
due-say-later = Later
due-say-doing = At work on it
due-say-not-mine = Not mine
due-say-nothing = Nothing to report
due-say-done = ✅ Done
due-say-again = ↩ A slip, keep it

due-why = How far is it, and what holds it up? One sentence will do; the manager can read it.
due-why-length = Please write 2 to { $most } characters, for example: figures of the health station are still missing.
due-back = ◀ Back
due-put-off = All right, you will be reminded in the morning of { $day }.
due-put-off-late = By then it is late ({ $last }), and those above are told as announced.
due-noted-again = All right, it stands, and you are reminded as before.
due-noted-doing = Noted: at work on it. The last day stays { $last }.
due-noted-not-mine = Noted: it is not yours. { $people } can still take it.
due-noted-nobody = Noted: it is not yours. The manager is told to hand it to somebody.
due-noted-nothing = Noted: nothing to report. You will not be reminded of it again.
due-noted-done = ✅ Noted as done. You will not be reminded of it again.
due-gone = This is done, or is no more.
due-number = { $number }.
due-own-title = What is due, { $day }:
due-previous = ‹ Previous page
due-next = Next page ›

# Leave
leave-until-when = Until the end of which day are you away? For example: 20/11. You are not reminded meanwhile; others of your unit are.
leave-day-again = Please type the last day of your leave, today or later, for example 20/11.
leave-from = You are away from { $since } on; until the end of which day? Press a button, or type the last day.
leave-last-again = Please type the last day of your leave, { $since } or later, for example 31/12. For one day press "1 day".
leave-one-day = 1 day
leave-rest-of-week = All week (to { $until })
leave-taken = 🌴 Noted: away from { $since } until the end of { $until }. You will be reminded again from { $back } on.
leave-taken-day = 🌴 Noted: away on { $until }. You will be reminded again from { $back } on.
leave-other = Your other leave stays: { $one ->
    [true] { $since }.
   *[other] { $since } to { $until }.
}
leave-end = I am back
leave-ended = Welcome back. You are reminded as usual.
leave-none = You are not on leave. You are reminded as usual.

# The calendar: deadlines, days off, readiness
calendar-title = 🗓 **Reporting calendar**, { $day }
calendar-overdue = 🔴 **{ $name }**: { $when } · { $left }, nobody told of having sent it
calendar-deadline = • **{ $name }**: { $when } · { $left }
calendar-no-deadlines = There is no deadline in the next 12 months.
calendar-units = How ready each unit is, by targets, steps and the last 4 weeks:
calendar-unit = • { $unit }: **{ $score } %** ({ $passed } of { $checks } there) · { $missing }
calendar-ready = complete
calendar-lacks-figures = { $count } without a figure
calendar-lacks-steps = { $count } late steps
calendar-lacks-weeks = { $count } weeks without a report
calendar-lacks-pending = { $count } reports wait
calendar-off = Days off and make-up days ahead:
calendar-day-off = • { $day }: { $name }
calendar-day-expected = • { $day }: { $name } (expected)
calendar-worked = • { $day }: worked
calendar-own = day off of this office
days-off-quiet = On days off I remind nobody of what is due: that moves to the nearest working day. You may still write and ask; officers answer in office hours ({ $opens }-{ $closes }).
days-off-ahead = Days off ahead, beside weekends:

calendar-see = 🗓 Calendar
calendar-add = ➕ Add a day for all units
calendar-make-off = Add a day off
calendar-make-worked = Add a working day
calendar-edit = ✏️ Change the day of { $code }, { $year }
calendar-drop = ✖ Drop: { $name }
calendar-set-days = 📌 Days that were added ({ $count })
calendar-set-title = 📌 **Days that were added**, press to drop:
calendar-ask-add = Type the last day and then what is wanted, for example: 20/12 send the figures of the review
calendar-ask-off = On which day is the office closed? Type one day, for example 31/12.
calendar-ask-work = Which day is worked? Type one day, for example 26/12.
calendar-ask-duty =
    Which is the last day for the report of { $year }? For "before 15/11" type 14/11.{ $over ->
        [yes] {" "}To give more time for that of { $last }, type the year too, like 30/11/{ $last }.
       *[no] {""}
    }
calendar-no-such-day = I see no day of the calendar in this.
calendar-name-length = { $day } is fine; what is to be done takes 2 to { $most } characters, yours has { $count }.
calendar-far = { $day } is too far off, the calendar holds what comes until { $last }. Please type an earlier day.
calendar-past = That day has gone by. Please type a day from { $today } on.
calendar-added = ✅ Added: { $name }, { $when }.
calendar-dropped = Dropped: { $name }.
calendar-now-off = ✅ { $day }: the office is closed. Nobody is reminded on it.
calendar-now-worked = ✅ { $day }: worked.
calendar-deadline-set = ✅ { $name }: { $when }. For { $year } it is { $day }, and the same day each year after. How the target counts stays the same.
calendar-this-year = The new day has to be from { $today } to { $last }; { $day } is not. Please type the day again.
calendar-not-each-year = Not every year has a 29 February, so it cannot be the day of each year. Please type another, for example 28/2.

# When the bot writes by itself
hours-see = ⏰ When the bot writes
hours-title = ⏰ **When the bot writes**; press one to change it
hours-name-quiet = the quiet hours
hours-name-digest-morning = what is due, in the morning
hours-name-digest-afternoon = what is due, in the afternoon
hours-name-weekly-reminder = reminding who has not reported
hours-name-weekly-summary = the summary of the week
hours-name-own-week = each officer's week
hours-name-daily-summary = daily summary
hours-name-monthly-summary = monthly summary
hours-name-quarterly-summary = quarterly summary
hours-name-own-month = households' month
hours-quiet = • Nobody is written to from { $first } to { $last }
hours-line = • { $at } { $when }: { $job }
hours-working-days = on working days
hours-daily = every day
hours-monthly =
    { $day ->
        [first] first working day
        [last] last working day
       *[other] day { $day }
    } of the { $of ->
        [quarter] quarter
       *[month] month
    }
hours-off = • { $job }: off
hours-stop = 🔕 Do not send it
hours-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
hours-edit = ✏️ { $what }
hours-edit-day = 📅 Another day, { $what }
hours-ask-at = At what time? Type one of 24 hours, such as 8:00 or 14:30.
hours-ask-quiet = From when to when is nobody written to? For example: 20:00 to 7:00.
hours-ask-day = On which day of the week?
hours-asleep = { $at } is within the quiet hours, so “{ $job }” cannot go out then. Choose another time, or change the quiet hours first.
hours-set = ✅ Changed, from now on:
