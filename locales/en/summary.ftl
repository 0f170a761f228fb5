# The summary for managers: of a week, or of a day, month or quarter.

summary-week = Week { $number } ({ $first }-{ $last })
summary-day = { $day }
summary-month = Month { $number }/{ $year }
summary-quarter = Quarter { $number }/{ $year }
summary-title = **{ $time } · { $tenant }**

# One line that counts targets by how they stand
summary-reached = ✅ { $count } reached
summary-good = 🟢 { $count } on pace
summary-behind = 🟡 { $count } behind
summary-at-risk = 🔴 { $count } { $count ->
    [one] needs you
   *[other] need you
}
summary-no-data = ⚪ { $count } with no data yet
summary-followed = 🔹 { $count } followed
summary-none-behind = No target is behind.
summary-needs = 🔴 **Need you:**
summary-slow = 🟡 **Behind:**
summary-newly = 🎉 **Just reached:**
summary-others-more = and { $count } more

# Reports that came in
summary-reports =
    { $every ->
        [day] In the day
        [month] In the month
        [quarter] In the quarter
       *[week] In the week
    }: { $count } { $count ->
        [one] report
       *[other] reports
    } ({ $kinds })
summary-kind = { $kind }: { $count }
summary-no-reports =
    { $every ->
        [day] In the day
        [month] In the month
        [quarter] In the quarter
       *[week] In the week
    }: no reports yet
summary-unit = • { $unit }: { $count } { $count ->
    [one] report
   *[other] reports
}
summary-no-unit = no unit
summary-silent = Not reported: { $units }
summary-without-people = { $count ->
    [one] one unit has nobody in the bot
   *[other] { $count } units have nobody in the bot
  }
summary-silent-units =
    { $count ->
        [one] { $count } unit has not reported
       *[other] { $count } units have not reported
    }
summary-none-silent = All units have reported
summary-others = { $names } and { $count } more

# What waits for the reader, what is late or about to be
summary-waiting = Waiting for your approval: { $what }
summary-pending = { $count } { $count ->
    [one] report
   *[other] reports
}
summary-newcomers = { $count } { $count ->
    [one] newcomer
   *[other] newcomers
}
summary-requests = { $count } open { $count ->
    [one] request
   *[other] requests
}{ $late ->
    [0] {""}
   *[other] {" "}({ $late } late)
}
summary-late-steps = ⏰ { $count } late { $count ->
    [one] step
   *[other] steps
}
summary-expiring = { $count } { $count ->
    [one] instrument expires
   *[other] instruments expire
} within { $days } days
summary-difficulties = { $count } new { $count ->
    [one] difficulty
   *[other] difficulties
}
summary-overdue = 🔴 { $days } { $days ->
    [one] day
   *[other] days
} late: { $name } ({ $plan }), last day { $last }
summary-overdue-more = { $count } other { $count ->
    [one] report is
   *[other] reports are
} late, too
summary-deadline = { $days ->
    [0] The last day is today: { $name } ({ $plan })
    [one] One day left: { $name } ({ $plan }), last day { $last }
   *[other] { $days } days left: { $name } ({ $plan }), last day { $last }
}

summary-button-targets = 📊 Target by target
summary-button-why = ❓ Why { $code }?
summary-button-nudge = 🔔 Remind { $count } { $count ->
    [one] unit
   *[other] units
}
summary-button-pending = Approve reports ({ $count })
summary-button-members = Approve newcomers ({ $count })
summary-button-requests = 📨 Requests ({ $count })
summary-steps-late = ⏰ Late steps
summary-button-steps = ⏰ Late steps ({ $count })
summary-button-expiring = ⚖️ Expiring ({ $count })
summary-button-difficulties = 🧱 Difficulties ({ $count })
summary-button-units = 🏢 The units
summary-invite = ➕ Invite people of a unit
summary-back = 🗓 Summary

# The picture
summary-chart =
    { $pages ->
        [1] { $day } · { $tenant }
       *[other] { $day } · { $page }/{ $pages } · { $tenant }
    }
summary-picture =
    { $pages ->
        [1] 🖼 Targets against their pace, { $day }
       *[other] 🖼 Targets against their pace, { $day } (picture { $page }/{ $pages })
    }
summary-see = 🖼 As a picture
summary-in-words = 🔤 In words

# The pages behind
summary-targets = 📊 **Target by target** (page { $page }/{ $pages })
summary-units = 🏢 **The units · { $time }**
summary-units-silent = Not reported ({ $count }):
summary-units-reported = Reported ({ $count }):
summary-quiet = • { $unit }
summary-last = last on { $day }
summary-never = never reported
summary-unmanned = nobody there to write to
summary-nudged = reminded today
summary-steps = ⏰ **{ $count } late { $count ->
    [one] step
   *[other] steps
}** (page { $page }/{ $pages })
summary-no-steps = No step is late.
summary-stuck = 🧱 **Difficulties · { $time }**: { $count }
summary-stuck-more = … and { $count } more
summary-stuck-open = Send the number of a record to open it.
summary-difficulty = • **{ $receipt }**

# Reminding the units that have not reported
nudge-text = { $manager } asks me to remind you: { $time }, nothing has come from { $unit }. If there was nothing this week, press “Nothing this week” and it is done.
nudge-unit = { $unit } ({ $count } { $count ->
    [one] person
   *[other] people
})
nudge-ask = Shall I write to the officers of { $unit } and remind them, in your name, of this week's report?
nudge-button-one = 🔔 Remind this unit
nudge-not-silent = That unit has reported this week, or need not every week, so nobody is reminded.
nudge-sent = 🔔 Reminded { $count } { $count ->
    [one] unit
   *[other] units
}: { $units }
nudge-already = Reminded today already, not again: { $units }
nudge-again = They were reminded in this half-day; if nothing has come by { $at }, they are reminded again ({ $count }): { $units }
nudge-away = Everybody there is on leave: { $units }
nudge-nobody = Nobody there gets the bot's messages; invite somebody under “People”: { $units }
nudge-later = People are left alone now: I send it at { $at }.
nudge-over = { $time } is over, I remind nobody any more.

# The week of one officer
own-week-title = 🗓 **{ $time } of { $name }**
own-week-sent = { $count } reports sent ({ $kinds }). Thank you!
own-week-nothing = No report this week yet. If there was work, one sentence is enough.
own-time-nothing = No report in that time.
own-week-moved = 🎯 It counts for:
own-week-pending = ⏳ { $count } reports wait to be confirmed
own-week-back = ↩️ Sent back, for you to look at: { $receipts }
own-week-due = 📌 Due within 7 days:
own-week-due-more = … and { $count } more

# A household's month
own-month-title = 🗓 **Month { $month } of { $name }**
own-month-late = 🔴 { $count ->
    [one] One scale is
   *[other] { $count } scales are
} not verified, or no longer: not to be sold with yet.
own-month-ending = ⏳ { $count ->
    [one] The verification of one scale ends
   *[other] The verifications of { $count } scales end
} this month (by { $day }).
own-month-market = 📅 On { $day } scales are verified where you sell.
own-month-answered = 💬 { $count ->
    [one] One question was
   *[other] { $count } questions were
} answered; please say whether it did.
own-month-open = 💬 Officers are seeing to { $count ->
    [one] one question
   *[other] { $count } questions
} of yours.
own-month-back = ↩️ An officer asks you to look again: { $receipts }
own-month-pending = ⏳ { $count ->
    [one] One report waits
   *[other] { $count } reports wait
} for an officer.
own-month-asked = 💬 What I asked

# Where a summary of another time is asked for
summary-which = The summary of which day, week, month or quarter? Press a button, or type something like “summary 3/11”.
summary-to-come = That is still to come: today is { $today }.
time-no-such-day = Month { $month } has only { $days } days.
time-no-such-week = The year { $year } has only { $weeks } weeks.
time-no-such-month = A year has only 12 months.
time-no-such-quarter = A year has only 4 quarters.
